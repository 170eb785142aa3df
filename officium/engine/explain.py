"""The tree in words: how a fact came about on one row, with its numbers, roundings and sources.

The explanation is a flat map from facts to what was done, and a root; views unfold it. Only the branch,
the way and the slice that were taken are shown, and the standing is that of what was taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from officium.engine.errors import LawError
from officium.engine.family import Family, Place
from officium.engine.kinds import unit_text
from officium.engine.naming import Told, key_of
from officium.engine.parameter import Entry, weaker
from officium.engine.showing import shown_fact, shown_unit
from officium.engine.telling import Part, Telling
from officium.engine.wording import NOT_CONCERNED
from officium.language import LANGUAGES


def explain(family: Family, roots: Sequence[str], language: str) -> dict[str, Any]:
    """The explanation of the first of `roots`, holding all that any of them rests on.

    `{"root": KEY, "language", "facts": {KEY: {"value", "shown", "formula", "parts", ...}}}`.
    """
    if language not in LANGUAGES:
        raise LawError(f"{language} is not one of {', '.join(LANGUAGES)}", code="writing")
    book = family.book
    todo: list[Place] = []
    for name in reversed(roots):
        for column in (bound.key for bound in book.order if bound.fact.name == name):
            todo.extend((column, row) for row in reversed(range(family.rows(column))))
    facts: dict[str, Any] = {}
    if not todo:
        raise LawError(f"there is no row of {roots[0]} to explain", code="missing_fact")
    root = key_of(family, todo[-1])
    while todo:
        place = todo.pop()
        key = key_of(family, place)
        if key not in facts:
            facts[key], uses = _told(family, place, language)
            todo.extend(reversed(uses))
    return {"root": root, "language": language, "facts": facts}


def _told(family: Family, place: Place, language: str) -> tuple[dict[str, Any], list[Place]]:
    """All that there is to say of one fact on one row, and what it used."""
    (name, _), row = place
    fact = family.book.country.facts[name]
    value, way = family.at(place), family.way(place)
    telling = Telling(family, place, language)
    told: dict[str, Any] = {
        "fact": name,
        "name": fact.names[language],
        "value": fact.text(value),
        "shown": shown_fact(fact, value, language),
        "unit": unit_text(fact.kind.unit) if fact.kind.unit else "",
        "shown_unit": shown_unit(fact, value, language),
        "given": way is None,
        "formula": "",
        "parts": [],
        "steps": [],
        "because": [],
        "uses": [],
        "figures": [],
        "rounding": [],
        "source": "",
        "since": None,
        "standing": family.standing(place),
    }
    if way is None:
        return told, []
    parts: list[Part]
    if way.version is None:
        parts = [{"text": NOT_CONCERNED[language], "kind": "text", "ref": None, "caption": ""}]
    else:
        parts = telling.formula(way.formula, row)
    if way.condition is not None:
        telling.reason(way.condition, row)
    version = way.version or way.rule.versions[-1]
    told |= {
        "formula": "".join(part["text"] for part in parts),
        "parts": parts,
        "steps": list(telling.steps.values()),
        "because": list(telling.because),
        "uses": list(dict.fromkeys(key_of(family, use) for use in telling.uses)),
        "figures": [_figure(part, figure) for part, figure in telling.figures.items()],
        "rounding": list(telling.roundings.values()),
        "source": version.source,
        "since": version.since.isoformat(),
        "law": way.shelf.titles[language],
    }
    # What a rule says of itself, it says in English.
    if way.version and language == "en":
        told["meaning"] = version.meaning
    return told, telling.uses


def _figure(part: str, told: Told) -> dict[str, Any]:
    entry = told.entry
    return {
        "id": part,
        "title": told.title,
        "value": told.value,
        "shown": told.shown,
        "from": entry.start.isoformat(),
        "until": entry.until.isoformat() if entry.until else None,
        "source": entry.source,
        "standing": entry.standing,
    }


def weakest(entries: Mapping[str, Entry]) -> tuple[str, list[dict[str, str]]]:
    """The weakest standing of some figures, and those that have it (none where all are official)."""
    standing = "official"
    for entry in entries.values():
        standing = weaker(standing, entry.standing)
    named = [
        {"figure": name, "standing": entry.standing}
        for name, entry in sorted(entries.items())
        if entry.standing == standing and standing != "official"
    ]
    return standing, named
