"""The law as a function: a flat object of facts in, the wanted facts out, with standing and reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from officium.engine import (
    Country,
    Entry,
    Family,
    Given,
    LawBook,
    LawError,
    Row,
    Sheet,
    explain,
    near,
    weakest,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Results by name (`"1234.56"`, true, a code), what was assumed, and on what they rest."""

    results: Mapping[str, str | bool]
    standing: str
    weakest: list[dict[str, str]]
    assumed: Mapping[str, str | bool]
    fingerprint: str
    unreviewed: tuple[str, ...]
    explanation: Mapping[str, Any] | None

    def as_json(self) -> dict[str, Any]:
        """With the keys that other programs rely on."""
        told: dict[str, Any] = {
            "results": dict(self.results),
            "standing": self.standing,
            "weakest": self.weakest,
            "assumed": dict(self.assumed),
            "fingerprint": self.fingerprint,
        }
        if self.unreviewed:
            told["not_reviewed"] = list(self.unreviewed)
        if self.explanation is not None:
            told["explanation"] = self.explanation
        return told


def ask(
    country: Country,
    facts: Mapping[str, Given],
    want: Sequence[str],
    *,
    on: date,
    paid: date,
    known: date | None = None,
    provisional: bool = False,
    language: str | None = None,
    where: str = "",
) -> Answer:
    """Answer `want` from `facts`; with a `language`, explained in it.

    A fact left out takes its documented default and is listed as assumed; one without a default is
    refused. Raises LawError, also where the answer rests on recalled figures without `provisional`.
    """
    unknown = [name for name in facts if name not in country.facts]
    if unknown:
        raise LawError(
            f"{unknown[0]} is not a fact of the glossary{near(unknown[0], country.facts)}",
            code="unknown_fact",
            where=where,
        )
    book = LawBook(
        country,
        want=want,
        on=on,
        paid=paid,
        known=known,
        given=tuple(facts),
        provisional=provisional,
    )
    full = dict(facts)
    assumed: dict[str, str] = {}
    for bound in book.leaves:
        name = bound.fact.name
        if name not in full:
            value = _default(country, full, name)
            if value is None:
                raise LawError(
                    f"{name} is needed by {bound.asked_by}, and not given",
                    code="missing_fact",
                    where=where,
                )
            full[name] = assumed[name] = value
    family = Family(book, Sheet(book, _nested(country, full, book.root), where))
    entries: dict[str, Entry] = {}
    for key in book.want:
        entries |= family.entries((key, 0))
    standing, named = weakest(entries)
    if standing == "recalled" and not provisional:
        figures = ", ".join(item["figure"] for item in named)
        raise LawError(
            f"the answer rests on recalled figures ({figures}): ask with --provisional to go on",
            code="recalled",
            where=where,
        )
    return Answer(
        {name: _told(country, name, family.at((key, 0))) for name, key in _wanted(book, want)},
        standing,
        named,
        {
            name: _told(country, name, country.facts[name].whole(value, where))
            for name, value in assumed.items()
        },
        book.fingerprint,
        book.unreviewed,
        explain(family, want, language) if language else None,
    )


def _wanted(book: LawBook, want: Sequence[str]) -> list[tuple[str, tuple[str, str]]]:
    return list(zip(want, book.want, strict=True))


def _told(country: Country, name: str, value: int) -> str | bool:
    fact = country.facts[name]
    return bool(value) if fact.kind.nature == "flag" else fact.text(value)


def _default(country: Country, facts: Mapping[str, Given], name: str) -> Any:
    """The documented default: a value, or that of another fact, given or itself assumed."""
    default = country.facts[name].default
    if default is not None and default in country.facts:
        return facts.get(default, _default(country, facts, default))
    return default


def _nested(country: Country, facts: Mapping[str, Given], grain: str) -> Row:
    """One row of every grain, each holding all facts: a flat question is a family of single rows."""
    below = [g.name for g in country.grains.grains.values() if g.parent == grain]
    return Row(facts, {name: (_nested(country, facts, name),) for name in below})
