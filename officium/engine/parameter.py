"""Dated figures: a value, from when, until when, by which source, with which standing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from officium.engine.errors import LawError
from officium.engine.glossary import in_all_languages
from officium.engine.kinds import NO_UNIT, Quantity, quantity

STANDINGS = ("official", "secondary", "derived", "recalled")
"""From the law's own text down to memory; the later in the list, the weaker."""


def weaker(a: str, b: str) -> str:
    """The weaker of two standings."""
    return max(a, b, key=STANDINGS.index)


@dataclass(frozen=True, slots=True)
class Table:
    """A quantity per code."""

    values: Mapping[str, Quantity]

    def cells(self, part: str) -> tuple[Quantity, ...]:
        """The quantity of a code."""
        return (self.values[part],)


@dataclass(frozen=True, slots=True)
class Scale:
    """Rows of quantities; the key column says where a row begins.

    `strict`: the key is `above` (a row holds for what is greater than its key); otherwise `at_least`.
    """

    strict: bool
    columns: tuple[str, ...]
    rows: tuple[tuple[Quantity, ...], ...]

    def cells(self, part: str) -> tuple[Quantity, ...]:
        """The quantities of a column."""
        return tuple(row[self.columns.index(part)] for row in self.rows)

    @property
    def key(self) -> str:
        """The name of the key column."""
        return "above" if self.strict else "at_least"


Value = Quantity | Table | Scale


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated value of a figure; `unknown` says why there is none."""

    figure: str
    shelf: str
    start: date
    until: date | None
    value: Value | None
    unknown: str
    source: str
    standing: str
    published: date | None
    note: str

    def is_percent(self, part: str) -> bool:
        """Whether it is written as a percentage; `part` is the code or the column, where it has several."""
        if isinstance(self.value, Table | Scale):
            return any(cell.percent for cell in self.value.cells(part))
        return self.value is not None and self.value.percent


class Figure:
    """All dated values of one figure; `names` of it, and `columns` of its scale, by language."""

    def __init__(
        self,
        name: str,
        shelf: str,
        entries: Sequence[Entry],
        names: Mapping[str, str],
        columns: Mapping[str, Mapping[str, str]],
    ) -> None:
        self.name, self.shelf, self.names, self.columns = name, shelf, names, columns
        self.entries = tuple(sorted(entries, key=lambda e: (e.start, e.published or date.min)))

    def on(self, day: date, known: date | None) -> Entry:
        """The entry in force on `day`, as published by `known` (None: whatever is held).

        Raises LawError missing_figure where there is none, and conflict where there are two.
        """
        held = [
            e
            for e in self.entries
            if e.start <= day and (known is None or e.published is None or e.published <= known)
        ]
        where = f"{self.shelf}.toml"
        if not held:
            raise LawError(
                f"the figure {self.name} has no value on {day.isoformat()}",
                code="missing_figure",
                where=where,
            )
        start = held[-1].start
        newest = [e for e in held if e.start == start]
        entry = newest[-1]
        if len(newest) > 1 and newest[-2].published == entry.published:
            raise LawError(
                f"the figure {self.name} has two values from {start.isoformat()}",
                code="conflict",
                where=where,
            )
        if entry.value is None or (entry.until is not None and day > entry.until):
            why = entry.unknown or f"the last one held until {entry.until}"
            raise LawError(
                f"the figure {self.name} is not known on {day.isoformat()}: {why}",
                code="missing_figure",
                where=where,
            )
        return entry


def _scale(rows: Sequence[Mapping[str, str]], where: str) -> Scale:
    columns = tuple(rows[0]) if rows else ()
    if not columns or columns[0] not in ("above", "at_least"):
        raise LawError(
            "the first column of a scale is `above` or `at_least`", code="writing", where=where
        )
    read = []
    for row in rows:
        if tuple(row) != columns:
            raise LawError(
                f"a row has other columns than {', '.join(columns)}", code="writing", where=where
            )
        read.append(tuple(quantity(text, where) for text in row.values()))
    for n, column in enumerate(columns):
        units = {row[n].unit for row in read if row[n].value}
        if len(units) > 1:
            raise LawError(f"column {column} has two units", code="units", where=where)
    keys = [row[0].at(12, where) for row in read]
    if any(a >= b for a, b in pairwise(keys)):
        raise LawError("the rows of a scale rise", code="writing", where=where)
    return Scale(columns[0] == "above", columns, tuple(read))


def _value(raw: object, where: str) -> Value:
    if isinstance(raw, str):
        return quantity(raw, where)
    if type(raw) is date:
        return Quantity(raw.toordinal(), 0, NO_UNIT, day=True)
    if isinstance(raw, Mapping):
        return Table({code: quantity(text, where) for code, text in raw.items()})
    if isinstance(raw, Sequence):
        return _scale(raw, where)
    raise LawError(
        f"write a figure as text, not as {type(raw).__name__}", code="writing", where=where
    )


_KEYS = {"from", "until", "value", "unknown", "source", "standing", "published", "note"}


def figure(
    name: str,
    raws: Sequence[Mapping[str, Any]],
    shelf: str,
    sources: Mapping[str, str],
    names: Mapping[str, Mapping[str, str]],
    columns: Mapping[str, Mapping[str, str]],
) -> Figure:
    """A figure from its entries as read from TOML or CSV; `sources` gives the references in full.

    `names` are those of the shelf's figures, `columns` those of the columns of all scales, by language.
    Raises LawError writing where an entry is not as it should be, or where a name is missing.
    """
    entries = []
    for raw in raws:
        where = f"{shelf}.toml [[{name}]] from {raw.get('from', '?')}"
        odd = set(raw) - _KEYS
        if odd or type(raw.get("from")) is not date:
            what = f"unknown key {min(odd)}" if odd else "needs `from`, a date"
            raise LawError(what, code="writing", where=where)
        known = "value" in raw
        if known == ("unknown" in raw):
            raise LawError("needs `value`, or `unknown` with why", code="writing", where=where)
        standing = raw.get("standing", "" if known else "recalled")
        if standing not in STANDINGS or (known and not raw.get("source")):
            raise LawError(
                "needs a `source`, and a `standing` of official, secondary, derived or recalled",
                code="writing",
                where=where,
            )
        source = raw.get("source", "")
        entries.append(
            Entry(
                name,
                shelf,
                raw["from"],
                raw.get("until"),
                _value(raw["value"], where) if known else None,
                raw.get("unknown", ""),
                sources.get(source, source),
                standing,
                raw.get("published"),
                raw.get("note", ""),
            )
        )
    where = f"{shelf}.toml [names]"
    named = in_all_languages(names.get(name, {}), f"the figure {name}", where)
    used = {c for e in entries if isinstance(e.value, Scale) for c in e.value.columns}
    where = f"{shelf}.toml [[{name}]]"
    called = {
        column: in_all_languages(columns.get(column, {}), f"the column {column}", where)
        for column in sorted(used)
    }
    return Figure(name, shelf, entries, named, called)
