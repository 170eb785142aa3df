"""Imports go one way, and a room is entered by its door."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from .source import PACKAGE, modules, place, room, tree

# From the ground upward. A room imports from floors below its own, never from its own floor.
FLOORS = (
    {"findings", "language"},
    {"engine", "ledger", "proof"},
    {"law"},
    {"representation"},
    {"payroll", "obligations"},
    {"declarations", "payments", "intake", "demonstration"},
    {"documents", "signatures"},
    {"job"},
    {"office"},
    {"portal", "api"},
    {"cli"},
    {"__init__", "__main__"},
)
# Entered by name: `columns` so that who enters by the front loads no NumPy; the office's, because
# Django's models exist only once the settings are read.
BACK_DOORS = {
    ("engine", "columns"),
    ("office", "clock"),
    ("office", "keys"),
    ("office", "models"),
    ("office", "refusals"),
    ("office", "rights"),
    ("office", "tongue"),
}
# What people do in the office: one file a subject, entered as such.
ACTS = ("office", "acts")
FLOOR = {name: height for height, names in enumerate(FLOORS) for name in names}


def imports(path: Path) -> Iterator[tuple[str, ast.stmt]]:
    """Each module of the product that a file imports, in full, relative ones resolved."""
    package = ("officium", *path.relative_to(PACKAGE).parent.parts)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            full = ".".join((*base, *(node.module or "").split("."))).strip(".")
            # `from officium import ledger` enters the room, as `import officium.ledger` does.
            names = [f"officium.{alias.name}" for alias in node.names]
            yield from ((name, node) for name in (names if full == "officium" else [full]))


def crossings() -> Iterator[tuple[Path, ast.stmt, str, str, tuple[str, ...]]]:
    """Each import from one room into another: file, statement, here, there, what is inside."""
    for path in modules():
        for name, node in imports(path):
            top, *inner = name.split(".")
            if top == "officium" and inner and inner[0] != room(path):
                yield path, node, room(path), inner[0], tuple(inner[1:])


def test_every_room_has_its_floor() -> None:
    assert {room(path) for path in modules()} <= set(FLOOR)


def test_imports_go_downward_only() -> None:
    upward = [
        f"{place(path, node)}: {here} imports {other}"
        for path, node, here, other, _ in crossings()
        if FLOOR[other] >= FLOOR[here]
    ]
    assert upward == []


def test_a_room_is_entered_by_its_door() -> None:
    windows = [
        f"{place(path, node)}: enters {other} by {'.'.join(inner)}"
        for path, node, _, other, inner in crossings()
        if inner and (other, *inner) not in BACK_DOORS and (other, inner[0]) != ACTS
    ]
    assert windows == []


def test_no_folder_of_a_room_bears_the_name_of_what_its_door_hands_out() -> None:
    """Loading the folder would put it in the place of the function, for all who ask after that."""
    folders = {path for path in PACKAGE.glob("*/*/") if any(path.glob("*.py"))}
    hidden = {
        f"{folder.parent.name}/{folder.name}"
        for folder in folders
        for line in (folder.parent / "__init__.py").read_text("utf-8").splitlines()
        if line.strip() == f'"{folder.name}",'
    }
    # Rooms inside a room that are handed out as such.
    assert hidden <= {"declarations/dimona", "declarations/dmfa"}
