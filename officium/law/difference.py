"""What changed in the law between two days."""

from __future__ import annotations

from datetime import date
from typing import Any

from officium.engine import Country, Figure, Rule
from officium.law.history import history


def differences(country: Country, before: date, after: date) -> dict[str, Any]:
    """The figures and the texts of rules that do not hold alike on two days."""
    figures = []
    for name, (shelf, figure) in country.figures.items():
        old, new = (_in_force(figure, day) for day in (before, after))
        if _says(old) != _says(new):
            figures.append({"figure": name, "shelf": shelf.name, "old": old, "new": new})
    rules = []
    for name, providers in country.providers.items():
        for shelf, rule in providers:
            old, new = (_text_in_force(rule, day) for day in (before, after))
            if old != new:
                scope = {fact: list(codes) for fact, codes in rule.scope.items()}
                rules.append(
                    {"fact": name, "shelf": shelf.name, "scope": scope, "old": old, "new": new}
                )
    return {
        "from": before.isoformat(),
        "to": after.isoformat(),
        "figures": figures,
        "rules": rules,
    }


def _in_force(figure: Figure, day: date) -> dict[str, Any] | None:
    return next(iter(history(figure, day)[-1:]), None)


def _says(entry: dict[str, Any] | None) -> tuple[Any, ...]:
    """A figure that is only stated again, by another source, has not changed."""
    return (entry["value"], entry["standing"]) if entry else ()


def _text_in_force(rule: Rule, day: date) -> dict[str, Any] | None:
    version = rule.on(day)
    if version is None:
        return None
    return {
        "name": version.name,
        "since": version.since.isoformat(),
        "source": version.source,
        "meaning": version.meaning,
    }
