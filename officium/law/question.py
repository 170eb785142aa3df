"""The law as a function: a flat object of facts in, the wanted facts out, with standing and reasons."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from officium.engine import (
    Country,
    Entry,
    Fact,
    Family,
    Given,
    LawBook,
    LawError,
    Row,
    Sheet,
    explain,
    near,
    unit_text,
    weakest,
)
from officium.law.completion import Completion, complete
from officium.law.contradiction import contradiction
from officium.law.dependence import Dependence
from officium.law.silence import unspoken


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


class Question:
    """What is wanted, on which days; asked of any number of objects of facts.

    A fact that is left out takes its documented default and is listed as assumed; what is still missing
    is refused. Raises LawError, also where an answer rests on recalled figures without `provisional`.
    """

    def __init__(
        self,
        country: Country,
        *,
        want: Sequence[str],
        on: date,
        paid: date,
        known: date | None = None,
        provisional: bool = False,
    ) -> None:
        if not want:
            raise LawError("no fact is wanted", code="unknown_fact")
        for name in want:
            _known(country, name, "")
        self._country, self._want, self._provisional = country, tuple(want), provisional
        self._on, self._paid, self._known = on, paid, known
        self._dependence = Dependence(country)
        # What is given decides what is bound: one book per set of given names.
        self._completions: dict[frozenset[str], Completion] = {}

    def answer(
        self, facts: Mapping[str, Given], language: str | None = None, where: str = ""
    ) -> Answer:
        """The wanted facts of one object of facts; with a `language`, explained in it."""
        country = self._country
        self._check(facts, where)
        completion = self._completion(frozenset(facts), where)
        book = completion.book
        full = dict(facts)
        for name in completion.assumed:
            full[name] = _default(country, full, name)
        try:
            family = Family(book, Sheet(book, _nested(country, full, book.root), where))
        except LawError as refusal:
            why = unspoken(book, full) if refusal.code == "silence" else ""
            raise LawError(why, code="silence", where=where) if why else refusal from None
        entries: dict[str, Entry] = {}
        needed: set[str] = set()
        for key in book.want:
            entries |= family.entries((key, 0))
            needed |= family.given((key, 0))
        standing, named = weakest(entries)
        if standing == "recalled" and not self._provisional:
            figures = ", ".join(item["figure"] for item in named)
            raise LawError(
                f"the answer rests on recalled figures ({figures}): ask with --provisional to go on",
                code="recalled",
                where=where,
            )
        wanted = zip(self._want, book.want, strict=True)
        return Answer(
            {name: _told(country, name, family.at((key, 0))) for name, key in wanted},
            standing,
            named,
            {
                name: _told(country, name, country.facts[name].whole(full[name], where))
                for name in completion.assumed
                # What only a line of pay of another kind would ask for is no assumption here.
                if name in needed
            },
            book.fingerprint,
            book.unreviewed,
            explain(family, self._want, language) if language else None,
        )

    def _check(self, facts: Mapping[str, Given], where: str) -> None:
        """Every given fact is known and of its kind, and none says what another denies.

        Whether or not this question needs them.
        """
        known = self._country.facts
        for name, value in facts.items():
            _known(self._country, name, where)
            try:
                known[name].whole(value, where)
            except LawError as refusal:
                of_number = known[name].kind.nature == "number" and not isinstance(value, bool)
                if refusal.code == "range" and of_number:
                    raise
                raise LawError(
                    f"{name}: {_said(value)} is not {_expected(known[name])}",
                    code=refusal.code,
                    where=where,
                ) from refusal
        if denied := contradiction(known, facts):
            raise LawError(denied, code="contradiction", where=where)

    def _completion(self, given: frozenset[str], where: str) -> Completion:
        if given not in self._completions:
            self._completions[given] = complete(
                self._country, self._dependence, self._bind, given, where
            )
        return self._completions[given]

    def _bind(self, given: Collection[str]) -> LawBook:
        return LawBook(
            self._country,
            want=self._want,
            on=self._on,
            paid=self._paid,
            known=self._known,
            given=sorted(given),
            provisional=self._provisional,
        )


def _known(country: Country, name: str, where: str) -> None:
    if name not in country.facts:
        raise LawError(
            f"{name} is not a fact of the glossary{near(name, country.facts)}",
            code="unknown_fact",
            where=where,
        )


def _said(value: Given) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _expected(fact: Fact) -> str:
    """What a value of a fact looks like, for who wrote something else."""
    nature = fact.kind.nature
    if nature == "flag":
        return "a flag: write true or false"
    if nature == "code":
        return f"one of {', '.join(fact.codes)}"
    if nature == "date":
        return "a date like 2025-01-31"
    if not fact.decimals:
        return "a number: write a whole number like 2"
    unit = f" in {unit_text(fact.kind.unit)}" if fact.kind.unit else ""
    return f"a number{unit}: write at most {fact.decimals} decimals, like {fact.text(12345)}"


def _told(country: Country, name: str, value: int) -> str | bool:
    fact = country.facts[name]
    return bool(value) if fact.kind.nature == "flag" else fact.text(value)


def _default(country: Country, facts: Mapping[str, Given], name: str) -> Given:
    """The documented default: a value, or that of another fact, given or itself assumed."""
    default = country.facts[name].default
    if default is None:
        raise AssertionError(f"{name} has no default")
    if default not in country.facts:
        return default
    return facts[default] if default in facts else _default(country, facts, default)


def _nested(country: Country, facts: Mapping[str, Given], grain: str) -> Row:
    """One row of every grain, each holding all facts: a flat question is a family of single rows."""
    below = [g.name for g in country.grains.grains.values() if g.parent == grain]
    return Row(facts, {name: (_nested(country, facts, name),) for name in below})
