"""The law book: what the wanted facts reach, on given days, read once, bound, ordered, fingerprinted."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from officium.engine.country import Country, Shelf
from officium.engine.desk import Desk
from officium.engine.errors import LawError, near
from officium.engine.glossary import Fact
from officium.engine.kinds import Quantity, unit_text
from officium.engine.parameter import Table
from officium.engine.rule import Rule, Version
from officium.engine.term import Term
from officium.engine.words.choice import ScaleFigure, TableFigure

Days = date | Sequence[date]


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """One way to a fact: on which rows (None: all), by which formula, from which text of the law.

    `version` is None where the fact is simply `otherwise`: the rule does not concern the row.
    `stop` is why no row may go this way: a figure that it needs is missing.
    """

    condition: Term | None
    formula: Term
    rule: Rule
    version: Version | None
    shelf: Shelf
    stop: LawError | None = None


@dataclass(slots=True)
class Bound:
    """A fact as bound: given, or established by ways. `asked_by` is the first that needs it."""

    fact: Fact
    grain: str
    asked_by: str
    ways: list[Way] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        """The column: the fact at its grain."""
        return (self.fact.name, self.grain)

    @property
    def checked(self) -> bool:
        """Whether the bound of a formula is wider than the declared range, so that rows are checked."""
        low, high = self.fact.low, self.fact.high
        return any(way.formula.low < low or way.formula.high > high for way in self.ways)


class LawBook:
    """The law of `country` for the facts wanted.

    `on`, `paid`: the day, or the days where rows differ, of the period worked and of payment. `known`:
    figures as published by that day. `given`: facts that are given although the law could establish
    them. Raises LawError; beyond what a shelf reviewed, only with `provisional`.
    """

    def __init__(
        self,
        country: Country,
        *,
        want: Sequence[str],
        on: Days,
        paid: Days | None = None,
        known: date | None = None,
        given: Sequence[str] = (),
        provisional: bool = False,
    ) -> None:
        self.country, self.known, self.given = country, known, frozenset(given)
        self._days = {"on": _days(on), "paid": _days(paid or on)}
        for clock in country.clocks:
            self._days.setdefault(clock, self._days["on"])
        self._desk = Desk(country.grains, country.facts)
        self._bound: dict[tuple[str, str], Bound] = {}
        self._open: list[str] = []
        self._unreviewed: dict[str, str] = {}
        for name in (*given, *want):
            self._entry(name, "the question")
        self.want = tuple(
            self._visit(country.facts[name], country.facts[name].grains[0], "the question").key
            for name in want
        )
        self.unreviewed = tuple(sorted(self._unreviewed.values()))
        if self.unreviewed and not provisional:
            raise LawError(
                f"{'; '.join(self.unreviewed)}: ask with --provisional to go on",
                code="not_reviewed",
            )
        self.order = tuple(self._bound.values())
        self.leaves = tuple(bound for bound in self.order if not bound.ways)
        self.root = country.grains.root([bound.grain for bound in self.order])
        self._grains = self._grains_in_use()
        self.fingerprint = self._fingerprint()

    # --- what the walks ask ----------------------------------------------------------------------
    def bound(self, key: tuple[str, str]) -> Bound:
        """The bound fact of a column."""
        return self._bound[key]

    def grains(self) -> tuple[str, ...]:
        """The grains in use, parents first."""
        return self._grains

    def _grains_in_use(self) -> tuple[str, ...]:
        tree = self.country.grains
        names = {name for bound in self.order for name in tree.path(self.root, bound.grain)}
        return tuple(sorted(names, key=lambda name: len(tree.line(name))))

    # --- binding ---------------------------------------------------------------------------------
    def _entry(self, name: str, asked_by: str) -> Fact:
        fact = self.country.facts.get(name)
        if fact is None:
            raise LawError(
                f"{name} is not a fact of the glossary{near(name, self.country.facts)}",
                code="unknown_fact",
                where=asked_by,
            )
        return fact

    def _visit(self, fact: Fact, grain: str, asked_by: str) -> Bound:
        found = self._bound.get((fact.name, grain))
        if found is not None:
            return found
        if fact.name in self._open:
            circle = " -> ".join((*self._open[self._open.index(fact.name) :], fact.name))
            raise LawError(f"a circle: {circle}", code="circle", where=asked_by)
        bound = Bound(fact, grain, asked_by)
        providers = self.country.providers.get(fact.name, [])
        if fact.name not in self.given and providers:
            self._open.append(fact.name)
            try:
                for shelf, rule in providers:
                    bound.ways.extend(self._ways(fact, grain, shelf, rule))
            finally:
                self._open.pop()
            self._check_ways(bound, providers)
        self._bound[bound.key] = bound
        return bound

    def _check_ways(self, bound: Bound, providers: list[tuple[Shelf, Rule]]) -> None:
        everywhere = [way for way in bound.ways if way.condition is None]
        if not bound.ways:
            shelf, _ = providers[0]
            days = ", ".join(day.isoformat() for day in self._days[shelf.clock])
            raise LawError(
                f"no text of the law establishes {bound.fact.name} on {days}",
                code="silence",
                where=shelf.name,
            )
        if everywhere and len(bound.ways) > 1:
            texts = " and ".join(way.version.where for way in bound.ways if way.version)
            raise LawError(
                f"two texts establish {bound.fact.name} on one day: {texts}", code="conflict"
            )

    def _ways(self, fact: Fact, grain: str, shelf: Shelf, rule: Rule) -> list[Way]:
        readings: dict[tuple[object, ...], tuple[Term, Version, LawError | None, list[date]]] = {}
        days = self._days[shelf.clock]
        for day in days:
            version = rule.on(day)
            if version is None:
                continue
            self._review(shelf, day)
            stop: LawError | None = None
            try:
                formula = self._read(fact, grain, shelf, rule, version, day)
            except LawError as error:
                if error.code != "missing_figure" or fact.kind.nature != "number":
                    raise
                formula, stop = self._desk.number(0, fact.decimals, fact.kind.unit), error
            key = (formula.number, version.name, stop and stop.message)
            readings.setdefault(key, (formula, version, stop, []))[3].append(day)
        ways = []
        for formula, version, stop, held in readings.values():
            condition = self._scope(rule, grain)
            if len(held) < len(days):
                condition = self._and(condition, self._on_days(shelf, grain, held))
            if rule.when is not None:
                flag = self._argument(rule.when, shelf, grain, held[0], version.where)
                rest = self._and(condition, ~flag)
                ways.append(
                    Way(
                        self._on_rows(rest, grain, version),
                        self._rest(fact, rule),
                        rule,
                        None,
                        shelf,
                    )
                )
                condition = self._and(condition, flag)
            if stop is not None and condition is None:
                raise stop
            condition = self._on_rows(condition, grain, version)
            ways.append(Way(condition, formula, rule, version, shelf, stop))
        return ways

    def _rest(self, fact: Fact, rule: Rule) -> Term:
        """What the fact is where the rule does not concern the row."""
        self._fits(fact, rest := self._desk.lift(rule.otherwise), rule.versions[-1])
        return self._written(fact, rest)

    def _on_rows(self, condition: Term | None, grain: str, version: Version) -> Term | None:
        """A condition on the rows of the fact: those of a person hold for each contract."""
        if condition is None:
            return None
        self._stand(grain, version.where)
        if condition.grain is None or not self._desk.grains.above(condition.grain, grain):
            self._desk.refuse(f"a condition of {condition.grain} is not one of {grain}", "grain")
        return self._desk.spread(condition, grain)

    def _stand(self, grain: str, where: str) -> None:
        self._desk.grain, self._desk.where = grain, where

    def _and(self, a: Term | None, b: Term | None) -> Term | None:
        return a & b if a is not None and b is not None else b if a is None else a

    def _on_days(self, shelf: Shelf, grain: str, held: list[date]) -> Term:
        name = self.country.clocks[shelf.clock]
        day = self._argument(name, shelf, grain, held[0], f"the clock {shelf.clock}")
        ordinals = tuple(day.toordinal() for day in held)
        return self._desk.node("day_in", (day,), ordinals, nature="flag", grain=day.grain)

    def _scope(self, rule: Rule, grain: str) -> Term | None:
        condition: Term | None = None
        for name, codes in rule.scope.items():
            fact = self._entry(name, rule.fact)
            term = self._fact_term(fact, grain, rule.fact)
            condition = self._and(condition, term.is_(*codes))
        return condition

    def _review(self, shelf: Shelf, day: date) -> None:
        if not shelf.reviewed_from <= day <= shelf.reviewed_until:
            self._unreviewed[shelf.name] = (
                f"{shelf.name} was reviewed from {shelf.reviewed_from} to {shelf.reviewed_until}, "
                f"not on {day}"
            )

    def _read(
        self, fact: Fact, grain: str, shelf: Shelf, rule: Rule, version: Version, day: date
    ) -> Term:
        args = [self._argument(name, shelf, grain, day, version.where) for name in version.needs]
        desk = self._desk
        self._stand(grain, version.where)
        desk.scope = rule.scope
        try:
            written = version.formula(*args)
            formula = desk.lift(written)
        except LawError as error:
            if error.where:
                raise
            # A word that was asked of plain numbers knows no desk, so it does not know where it stands.
            raise LawError(error.message, code=error.code, where=version.where) from error
        except (TypeError, AttributeError, NameError, ValueError, LookupError) as error:
            raise LawError(
                f"cannot be read: {error}", code="writing", where=version.where
            ) from error
        self._fits(fact, formula, version)
        formula = self._written(fact, formula)
        if formula.grain is not None and not desk.grains.above(formula.grain, grain):
            raise LawError(
                f"{fact.name} is of {grain}, and its formula of {formula.grain}: write total_of, "
                "count_of, highest_of or any_of",
                code="grain",
                where=version.where,
            )
        return desk.spread(formula, grain)

    def _written(self, fact: Fact, formula: Term) -> Term:
        """The formula at the decimals of its fact; nought is nought of every unit."""
        if formula.nature != "number":
            return formula
        if formula.op == "number" and formula.low == 0:
            return self._desk.number(0, fact.decimals, fact.kind.unit)
        return self._desk.at_decimals(formula, fact.decimals)

    def _fits(self, fact: Fact, formula: Term, version: Version) -> None:
        zero = formula.op == "number" and formula.low == formula.high == 0
        kind = fact.kind
        if formula.nature != kind.nature or (
            formula.nature == "code" and formula.codes != fact.codes
        ):
            raise LawError(
                f"{fact.name} is a {kind.name}, its formula a {formula.nature}",
                code="units",
                where=version.where,
            )
        if formula.unit != kind.unit and not zero:
            raise LawError(
                f"{fact.name} is in {unit_text(kind.unit)}, its formula in {unit_text(formula.unit)}",
                code="units",
                where=version.where,
            )
        if formula.decimals > fact.decimals and not zero:
            raise LawError(
                f"{fact.name} is still exact ({formula.decimals} decimals): say where it is rounded",
                code="exact",
                where=version.where,
            )

    def _fact_term(self, fact: Fact, grain: str, asked_by: str) -> Term:
        """The fact at the nearest of its grains: the rule's own, above it, or below it."""
        grains = self.country.grains
        on_line = [name for name in grains.line(grain) if name in fact.grains]
        below = [name for name in fact.grains if grains.above(grain, name)]
        found = (on_line or below or [""])[0]
        if not found:
            raise LawError(
                f"{fact.name} is of {', '.join(fact.grains)}, which {grain} does not see",
                code="grain",
                where=asked_by,
            )
        self._visit(fact, found, asked_by)
        return self._desk.fact(fact, found)

    def _argument(self, name: str, shelf: Shelf, grain: str, day: date, asked_by: str) -> Term:
        facts, figures = self.country.facts, self.country.figures
        if name in facts:
            return self._fact_term(facts[name], grain, asked_by)
        if name not in figures:
            raise LawError(
                f"{name} is neither a fact nor a figure{near(name, (*facts, *figures))}",
                code="unknown_fact",
                where=asked_by,
            )
        owner, figure = figures[name]
        if owner.clock != shelf.clock:
            raise LawError(
                f"{name} follows the clock {owner.clock}, the rule the clock {shelf.clock}",
                code="conflict",
                where=asked_by,
            )
        self._review(owner, day)
        entry = figure.on(day, self.known)
        self._desk.where = asked_by
        value = entry.value
        if isinstance(value, Quantity):
            return self._desk.figure(entry, "", value)
        if isinstance(value, Table):
            return TableFigure(self._desk, entry, value)  # type: ignore[return-value]
        return ScaleFigure(self._desk, entry, value)  # type: ignore[return-value, arg-type]

    def _fingerprint(self) -> str:
        """A digest of all that decides a result: trees, figures, sources, ranges."""
        told = hashlib.sha256()
        seen: set[int] = set()

        def tell(term: Term) -> None:
            if term.number in seen:
                return
            seen.add(term.number)
            for arg in term.args:
                tell(arg)
            args = [arg.number for arg in term.args]
            what = (term.number, term.op, args, term.param, term.unit, term.decimals, term.grain)
            source = (term.entry.source, term.entry.standing) if term.entry else ()
            told.update(repr((*what, *source)).encode())

        for bound in self.order:
            told.update(
                repr((bound.key, bound.fact.low, bound.fact.high, bound.fact.codes)).encode()
            )
            for way in bound.ways:
                for term in (way.condition, way.formula):
                    if term is not None:
                        tell(term)
                ends = (
                    way.condition.number if way.condition is not None else -1,
                    way.formula.number,
                )
                source = way.version.source if way.version else ""
                told.update(repr((ends, source, way.stop and way.stop.message)).encode())
        return told.hexdigest()[:16]


def _days(days: Days) -> tuple[date, ...]:
    return (days,) if isinstance(days, date) else tuple(sorted(set(days)))
