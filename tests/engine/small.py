"""Small countries for one test: a few facts, a few figures, a rule or two."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from officium.engine import (
    Country,
    Family,
    Grain,
    GrainTree,
    LawBook,
    Row,
    Rule,
    Sheet,
    country,
    fact,
)
from officium.engine.columns import Batch, Program
from officium.language import LANGUAGES

from .toyland import shelf

DAY = date(2025, 6, 30)
HEAD = """
title = { en = "Shelf", nl = "Plank", fr = "Étagère", de = "Regal" }
clock = "on"
reviewed_from = 2024-01-01
reviewed_until = 2025-12-31
"""
TREE = GrainTree((Grain("house"), Grain("room", "house", 5), Grain("thing", "room", 10)))


def one(value: str, name: str, start: str = "2024-01-01", **more: str) -> str:
    """The TOML of one entry of a figure; `value` as TOML writes it."""
    lines = [f"[[{name}]]", f"from = {start}", f"value = {value}", 'source = "s"']
    lines += ['standing = "official"', *(f"{key} = {text}" for key, text in more.items())]
    return "\n".join(lines) + "\n"


def land(
    facts: dict[str, str], *rules: Rule, figures: str = "", head: str = HEAD, tree: GrainTree = TREE
) -> Country:
    """A country of one shelf; a fact is written `kind grain low..high` or `code grain a,b,c`."""
    glossary = {}
    for name, text in facts.items():
        kind, grain, *rest = text.split()
        raw: dict[str, Any] = {"kind": kind, "grain": grain.split("+")}
        raw |= {language: f"{language} {name}" for language in LANGUAGES}
        if rest and kind == "code":
            raw["codes"] = rest[0].split(",")
        elif rest:
            raw["range"] = rest[0].split("..")
        glossary[name] = fact(name, raw, "glossary.toml")
    clocks = {"on": "worked_on", "paid": "paid_on"}
    return country(tree, glossary, [shelf("shelf", head + figures, rules)], clocks)


def bind(
    facts: dict[str, str], *rules: Rule, figures: str = "", want: str = "result", **how: Any
) -> LawBook:
    """A book of one such country on one day."""
    how.setdefault("on", DAY)
    return LawBook(land(facts, *rules, figures=figures), want=[want], **how)


def both(book: LawBook, rows: Sequence[Row]) -> list[int]:
    """The wanted fact on all rows of all families, equal in columns and alone."""
    (key,) = book.want
    found = [int(value) for value in Program(book).run(Batch.of(book, rows), block=3)[key]]
    families = [Family(book, Sheet(book, row)) for row in rows]
    assert found == [f.at((key, n)) for f in families for n in range(f.rows(key))]
    return found
