"""The difference of two texts, line by line, with what is equal folded."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

# Equal lines that stay beside a change, so that its place is seen.
_AROUND = 2


class Line(NamedTuple):
    """A line: its sign, how it is drawn (`added`, `removed`, `same`; empty: `folded` equal lines)."""

    sign: str
    kind: str
    text: str
    folded: int = 0


def difference(before: str, after: str) -> list[Line]:
    """The lines of both, changed ones with − and +; empty where nothing differs."""
    old, new = before.splitlines(), after.splitlines()
    if old == new:
        return []
    found: list[Line] = []
    for tag, start, end, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        if tag == "equal":
            found += _folded(old[start:end], is_first=not found, is_last=end == len(old))
        else:
            found += [Line("−", "removed", text) for text in old[start:end]]
            found += [Line("+", "added", text) for text in new[first:last]]
    return found


def _folded(equal: list[str], *, is_first: bool, is_last: bool) -> Iterator[Line]:
    head = 0 if is_first else _AROUND
    tail = 0 if is_last else _AROUND
    if len(equal) <= head + tail + 1:
        yield from (Line("", "same", text) for text in equal)
        return
    yield from (Line("", "same", text) for text in equal[:head])
    yield Line("", "", "", len(equal) - head - tail)
    yield from (Line("", "same", text) for text in equal[len(equal) - tail :])
