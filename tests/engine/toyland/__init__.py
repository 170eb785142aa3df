"""Toyland: a made-up country with four institutions; its law is told in `law.md`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from officium.engine import Country, Fact, Grain, GrainTree, Rule, Shelf, country, fact, figure
from officium.language import LANGUAGES

from . import counting, guild, treasury, wages

GRAINS = GrainTree(
    (
        Grain("quarter"),
        Grain("month", "quarter", 3),
        Grain("contract", "month", 4),
        Grain("item", "contract", 6),
        Grain("occupation", "quarter", 5),
    )
)
CLOCKS = {"on": "worked_on", "paid": "paid_on"}
_SHELVES = {"wages": wages, "guild": guild, "treasury": treasury, "counting": counting}
_NOT_FIGURES = {"title", "clock", "reviewed_from", "reviewed_until", "sources", "names"}


def glossary() -> dict[str, Fact]:
    """Every fact of Toyland."""
    raw = tomllib.loads((Path(__file__).parent / "glossary.toml").read_text("utf-8"))
    return {name: fact(name, entry, "glossary.toml") for name, entry in raw.items()}


def shelf(name: str, text: str, rules: Sequence[Rule]) -> Shelf:
    """A shelf from the text of its figures and its rules."""
    raw: Mapping[str, Any] = tomllib.loads(text)
    sources = raw.get("sources", {})
    # A law made up in a test calls its figures by their own names.
    names = {key: dict.fromkeys(LANGUAGES, key) for key in raw} | raw.get("names", {})
    columns = {key: dict.fromkeys(LANGUAGES, key) for key in _columns(raw)}
    columns |= tomllib.loads((Path(__file__).parent / "columns.toml").read_text("utf-8"))
    return Shelf(
        name,
        raw["title"],
        raw["clock"],
        raw["reviewed_from"],
        raw["reviewed_until"],
        {
            key: figure(key, entries, name, sources, names, columns)
            for key, entries in raw.items()
            if key not in _NOT_FIGURES
        },
        rules,
    )


def _columns(raw: Mapping[str, Any]) -> Iterator[str]:
    for entries in (raw[key] for key in raw if key not in _NOT_FIGURES):
        for entry in entries:
            rows = entry.get("value")
            if isinstance(rows, list):
                yield from (column for row in rows if isinstance(row, dict) for column in row)


@cache
def toyland() -> Country:
    """The whole country, as its four institutions wrote it."""
    shelves = []
    for name, module in _SHELVES.items():
        found = {id(v): v for v in vars(module).values() if isinstance(v, Rule)}
        text = (Path(__file__).parent / f"{name}.toml").read_text("utf-8")
        shelves.append(shelf(name, text, list(found.values())))
    return country(GRAINS, glossary(), shelves, CLOCKS)
