"""The element table: one description of a message, from which it is written, read and checked.

A table is data: `blocks.toml` says what each block holds, in which order and how often,
`fields.csv` how each field is written. Source: the NSSO's schemas and glossary (edition in the
file).
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from officium.declarations.node import Node

NUMBERS = ("code", "count", "cents", "hundredths")
_NUMBER = re.compile(r"[+-]?[0-9]+")
_PART = re.compile(r"(\w+)(\?|\*|\+|\{(\d+),(\d*)\})?")
_TIMES: dict[str, tuple[int, int | None]] = {
    "": (1, 1),
    "?": (0, 1),
    "*": (0, None),
    "+": (1, None),
}

Written = str | int | date


@dataclass(frozen=True, slots=True)
class Field:
    """How one value is written.

    `kind`: text, code, count, cents, hundredths (of an hour, day or percent), date, month, time.
    `length`: most characters. `width`: digits filled with zeros when written (0: none).
    `least`, `most`: bounds of a number; for a text, `least` is the least number of characters.
    `anomalies`: error type of the NSSO to its weight ("" blocks, "p" counts, "n" does not block).
    """

    name: str
    zone: str
    kind: str
    length: int
    width: int
    least: int | None
    most: int | None
    pattern: re.Pattern[str] | None
    codes: tuple[str, ...]
    anomalies: Mapping[str, str]

    def written(self, value: Written) -> str:
        """The text of a value: amounts in cents, days and hours in hundredths, dates as dates."""
        text = value.isoformat() if isinstance(value, date) else str(value)
        return text.zfill(self.width)

    def plain(self, text: str) -> str | int:
        """A text as other programs read it: amounts with two decimals, counts as numbers."""
        if self.kind in ("count", "cents", "hundredths") and _NUMBER.fullmatch(text.strip()):
            value = self.number(text)
            if value is None or self.kind == "count":
                return text if value is None else value
            sign, digits = ("-" if value < 0 else ""), str(abs(value)).zfill(3)
            return f"{sign}{digits[:-2]}.{digits[-2:]}"
        return text

    def number(self, text: str) -> int | None:
        """The whole number that a text means; None where it means none."""
        text = text.strip()
        return int(text) if _NUMBER.fullmatch(text) and len(text) <= 20 else None


@dataclass(frozen=True, slots=True)
class Part:
    """A child of a block: its name and how often it stands there (`most` None: any number)."""

    name: str
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One way or another; `needed` when one of them must be there."""

    ways: tuple[tuple[Part, ...], ...]
    needed: bool

    def taken(self, names: Iterable[str]) -> tuple[Part, ...] | None:
        """The way that holds most of the names, the more complete one on a tie; None: no name."""
        present = list(names)

        def fit(way: tuple[Part, ...]) -> tuple[int, int]:
            known = {part.name for part in way}
            missing = sum(1 for part in way if part.least and part.name not in present)
            return sum(1 for name in present if name in known), -missing

        best = max(self.ways, key=fit)
        return best if fit(best)[0] else None


@dataclass(frozen=True, slots=True)
class Block:
    """A group of fields and blocks, in the order of the schema."""

    name: str
    zone: str
    anomalies: Mapping[str, str]
    holds: tuple[Part | Choice, ...]

    @property
    def names(self) -> list[str]:
        """Every name that may stand in the block, in the order of the table."""
        return list(dict.fromkeys(part.name for part in self._all()))

    def way(self, names: Iterable[str]) -> list[Part]:
        """The parts of the block, in order, in the way that holds these names."""
        present = list(names)
        parts: list[Part] = []
        for item in self.holds:
            parts += (item.taken(present) or ()) if isinstance(item, Choice) else (item,)
        return parts

    def repeats(self, name: str) -> bool:
        """Whether a child may stand more than once."""
        return any(part.name == name and part.most != 1 for part in self._all())

    def _all(self) -> Iterable[Part]:
        for item in self.holds:
            for way in item.ways if isinstance(item, Choice) else ((item,),):
                yield from way


@dataclass(frozen=True, slots=True)
class Table:
    """All blocks and fields of a message; the first block is its root."""

    root: str
    blocks: Mapping[str, Block]
    fields: Mapping[str, Field]

    def build(self, name: str, values: Mapping[str, Written | Node | list[Node] | None]) -> Node:
        """A block from its values, by name: ordered and written by the table; None leaves one out.

        A name that the block does not hold is a mistake of the programmer: `KeyError`.
        """
        block = self.blocks[name]
        unknown = values.keys() - set(block.names)
        if unknown:
            raise KeyError(f"{name} does not hold {', '.join(sorted(unknown))}")
        children: list[Node] = []
        given = [child for child, value in values.items() if value not in (None, [])]
        for part in block.way(given):
            child = part.name
            value = values.get(child)
            if isinstance(value, list):
                children += value
            elif isinstance(value, Node):
                children.append(value)
            elif value is not None:
                children.append(Node(child, self.fields[child].written(value)))
        return Node(name, children=tuple(children))


@cache
def table(folder: str) -> Table:
    """The table that lies in a folder of this room: `dmfa`, `dimona`, `dmfa/update`, ...

    A table may be `like` another: then it says only what differs.
    """
    place = files("officium.declarations").joinpath(folder)
    data = tomllib.loads(place.joinpath("blocks.toml").read_text("utf-8"))
    like = data.pop("like", None)
    model = table(like) if like else Table("", {}, {})
    rows = data_rows(place.joinpath("fields.csv").read_text("utf-8"))
    blocks = {
        name: Block(name, row["zone"], _anomalies(row.get("anomalies", "")), _holds(row))
        for name, row in data.items()
    }
    fields = {row["name"]: _field(row) for row in rows}
    return Table(next(iter(data)), {**model.blocks, **blocks}, {**model.fields, **fields})


def data_rows(text: str) -> list[dict[str, str]]:
    """The rows of one of our data files: lines that begin with # are remarks."""
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def _field(row: dict[str, str]) -> Field:
    return Field(
        name=row["name"],
        zone=row["zone"],
        kind=row["kind"],
        length=int(row["length"] or 0),
        width=int(row["width"] or 0),
        least=int(row["least"]) if row["least"] else None,
        most=int(row["most"]) if row["most"] else None,
        pattern=re.compile(row["pattern"]) if row["pattern"] else None,
        codes=tuple(row["codes"].split()),
        anomalies=_anomalies(row["anomalies"]),
    )


def _anomalies(text: str) -> dict[str, str]:
    return {word[:3]: word[3:] for word in text.split()}


def _holds(row: Mapping[str, str]) -> tuple[Part | Choice, ...]:
    holds: list[Part | Choice] = []
    ways: list[list[Part]] = []
    for word in row["holds"].split():
        if word == "(":
            ways = [[]]
        elif word == "|":
            ways.append([])
        elif word in (")", ")?"):
            needed = word == ")" and all(any(part.least for part in way) for way in ways)
            holds.append(Choice(tuple(tuple(way) for way in ways), needed))
            ways = []
        elif ways:
            ways[-1].append(_part(word))
        else:
            holds.append(_part(word))
    return tuple(holds)


def _part(word: str) -> Part:
    found = _PART.fullmatch(word)
    if found is None:
        raise ValueError(f"{word!r} is no part of a block: a name with ?, *, + or {{a,b}}")
    name, times, least, most = found.groups()
    if least is not None:
        return Part(name, int(least), int(most) if most else None)
    return Part(name, *_TIMES[times or ""])
