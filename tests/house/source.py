"""The product's own source as the tests of the house read it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "officium"


def modules(*rooms: str) -> list[Path]:
    """The Python files of these rooms, or of the whole product."""
    tops = [PACKAGE / room for room in rooms] or [PACKAGE]
    return sorted(path for top in tops for path in top.rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def place(path: Path, node: ast.AST | None = None) -> str:
    """File and line, as an editor opens them."""
    line = getattr(node, "lineno", None)
    return f"{path.relative_to(ROOT)}{'' if line is None else f':{line}'}"


def room(path: Path) -> str:
    """The room that a file stands in; a single-file room bears the file's name."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")
