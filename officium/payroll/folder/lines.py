"""TOML read with the line on which each thing stands."""

from __future__ import annotations

import re
import tomllib
from typing import Any

Place = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]#]+)\]")
_MOST_DOTS = 200
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")


def parsed(text: str) -> dict[str, Any]:
    """The content of a TOML document; ValueError with one sentence when it is not TOML."""
    for number, line in enumerate(text.split("\n"), start=1):
        # Reading a key takes time with the square of its dots; no record has one.
        if line.count(".") > _MOST_DOTS:
            raise ValueError(f"line {number} has more than {_MOST_DOTS} dots")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("brackets are nested too deeply") from None
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"is not TOML: {error}") from None


def lines_of(text: str) -> dict[Place, int]:
    """The line of each table and key, by its place such as `("contracts", 1, "begins")`."""
    found: dict[Place, int] = {(): 1}
    last: dict[Place, int] = {}
    table: Place = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _HEADER.match(line):
            *parents, name = (part.strip() for part in header[2].split("."))
            table = ()
            for parent in parents:
                table = (*table, parent)
                table = (*table, last[table]) if table in last else table
            table = (*table, name)
            if header[1] == "[[":
                last[table] = last.get(table, -1) + 1
                table = (*table, last[table])
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, key[1]), number)
    return found


def line_at(lines: dict[Place, int], place: Place) -> int:
    """The line of a place, or of the nearest thing around it."""
    while place not in lines:
        place = place[:-1]
    return lines[place]
