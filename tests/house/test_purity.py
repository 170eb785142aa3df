"""Pure rooms: one question has one answer, in whole cents, whatever the machine or the day."""

from __future__ import annotations

import ast

from .source import modules, place, tree

PURE = (
    "engine",
    "law",
    "payroll",
    "declarations",
    "ledger",
    "payments",
    "proof",
    "representation",
    "obligations",
    "intake",
    "demonstration",
)
OUTSIDE = {"random", "time", "secrets", "uuid", "socket", "subprocess", "urllib", "http", "asyncio"}
CLOCKS = {"now", "utcnow", "today", "environ", "getenv"}


def test_no_pure_room_builds_a_float_or_rounds_by_the_builtin() -> None:
    """The words `rounded` and `quotient` round, and say how; a float cannot hold a cent."""
    calls = [
        f"{place(path, node)}: {node.func.id}("
        for path in modules(*PURE)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"float", "round"}
    ]
    assert calls == []


def test_no_float_is_written_down_where_cents_live() -> None:
    """How near two names must be (`cutoff`) is no amount."""
    floats = [
        f"{place(path, node)}: {node.value}"
        for path in modules(*PURE)
        for parent in ast.walk(tree(path))
        if not (isinstance(parent, ast.keyword) and parent.arg == "cutoff")
        for node in ast.iter_child_nodes(parent)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert floats == []


def test_no_pure_room_reads_clock_chance_network_or_environment() -> None:
    found = []
    for path in modules(*PURE):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                names = {alias.name.split(".")[0] for alias in node.names} & OUTSIDE
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = {(node.module or "").split(".")[0]} & OUTSIDE
            elif isinstance(node, ast.Attribute):
                names = {node.attr} & CLOCKS
            else:
                continue
            found += [f"{place(path, node)}: {name}" for name in sorted(names)]
    assert found == []
