"""A country as the engine sees it: grains, glossary, shelves, clocks. Which country, it never knows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from officium.engine.errors import LawError
from officium.engine.glossary import Fact
from officium.engine.grain import GrainTree
from officium.engine.parameter import Figure
from officium.engine.rule import Rule


@dataclass(frozen=True, slots=True)
class Shelf:
    """One subject of the law: its rules and figures, the clock they follow, what was reviewed."""

    name: str
    titles: Mapping[str, str]
    clock: str
    reviewed_from: date
    reviewed_until: date
    figures: Mapping[str, Figure]
    rules: Sequence[Rule]


@dataclass(frozen=True, slots=True)
class Country:
    """Everything that can be bound. `clocks` names, per clock, the day fact of a row where days differ."""

    grains: GrainTree
    facts: Mapping[str, Fact]
    shelves: Sequence[Shelf]
    clocks: Mapping[str, str]
    providers: Mapping[str, list[tuple[Shelf, Rule]]] = field(default_factory=dict)
    figures: Mapping[str, tuple[Shelf, Figure]] = field(default_factory=dict)


def country(
    grains: GrainTree,
    facts: Mapping[str, Fact],
    shelves: Sequence[Shelf],
    clocks: Mapping[str, str],
) -> Country:
    """Put a country together; refuses one name with two meanings, and a rule without a fact."""
    providers: dict[str, list[tuple[Shelf, Rule]]] = {}
    figures: dict[str, tuple[Shelf, Figure]] = {}
    for fact in facts.values():
        odd = [name for name in fact.grains if name not in grains.grains]
        if odd:
            raise LawError(f"{fact.name}: unknown grain {odd[0]}", code="grain")
    for shelf in shelves:
        if shelf.clock not in clocks:
            raise LawError(
                f"clock {shelf.clock!r} is not one of {', '.join(clocks)}", where=shelf.name
            )
        for name, figure in shelf.figures.items():
            if name in figures or name in facts:
                raise LawError(
                    f"the name {name} has two meanings", code="conflict", where=shelf.name
                )
            figures[name] = (shelf, figure)
        for rule in shelf.rules:
            if rule.fact not in facts:
                raise LawError(
                    f"the rule {rule.fact} establishes no fact of the glossary",
                    code="unknown_fact",
                    where=rule.versions[0].where,
                )
            providers.setdefault(rule.fact, []).append((shelf, rule))
    return Country(grains, facts, shelves, clocks, providers, figures)
