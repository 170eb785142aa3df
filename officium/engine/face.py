"""The four faces of a word: its bounds, its column, its whole number, its wording.

Every node of a rule's tree is an application of one word. A word is entered once, here, with all its
faces side by side; the walks (columns, whole numbers, words) look it up and know nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Bounds = tuple[int, int]
BoundsFace = Callable[[list[Bounds], Any], Bounds]
ColumnFace = Callable[..., None]
WholeFace = Callable[[Sequence[Any], Any], int]
Wording = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Face:
    """One word.

    `bounds(bounds of the arguments, parameter)`; `column(np, out, arguments, parameter)` writes into
    `out`; `whole(arguments, parameter)`; `wording` one template per language, `{0}` the first argument.
    `binds`: how tightly it binds when written (higher is tighter). `groups`: it looks at the rows
    below, and its whole face receives all their values as one sequence.
    """

    op: str
    bounds: BoundsFace
    column: ColumnFace
    whole: WholeFace
    wording: Wording
    binds: int = 9
    groups: bool = False


FACES: dict[str, Face] = {}


def same(text: str) -> Wording:
    """A wording of symbols, equal in all languages."""
    return dict.fromkeys(("nl", "fr", "de", "en"), text)


def enter(face: Face) -> Face:
    """Enter a word; each is entered once."""
    if face.op in FACES:
        raise ValueError(f"the word {face.op} is entered twice")
    FACES[face.op] = face
    return face
