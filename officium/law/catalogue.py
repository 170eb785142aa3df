"""What stands on the shelves, as a reader asks for it: the shelves, the glossary, one name.

Everything here is told as JSON-like data, in the order of the shelves; nothing is computed.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from datetime import date
from typing import Any

from officium.engine import Country, Fact, LawError, Rule, Shelf, near, unit_text
from officium.law.dependence import Dependence
from officium.law.history import history
from officium.law.library import signed_examples


def shelves(country: Country) -> list[dict[str, Any]]:
    """Every shelf: `{"shelf", "titles", "clock", "reviewed_from", "reviewed_until", "rules", ...}`."""
    return [
        {
            "shelf": shelf.name,
            "titles": dict(shelf.titles),
            "clock": shelf.clock,
            "reviewed_from": shelf.reviewed_from.isoformat(),
            "reviewed_until": shelf.reviewed_until.isoformat(),
            "rules": len(shelf.rules),
            "figures": len(shelf.figures),
            "examples": len(signed_examples(shelf.name)),
        }
        for shelf in country.shelves
    ]


def facts(country: Country) -> list[dict[str, Any]]:
    """The glossary, by name."""
    return [_fact(country, country.facts[name]) for name in sorted(country.facts)]


def _fact(country: Country, fact: Fact) -> dict[str, Any]:
    is_number = fact.kind.nature == "number"
    return {
        "name": fact.name,
        "kind": fact.kind.name,
        "grain": list(fact.grains),
        "unit": unit_text(fact.kind.unit) if fact.kind.unit else None,
        "decimals": fact.decimals if is_number else None,
        "range": [fact.text(fact.low), fact.text(fact.high)] if is_number else None,
        "codes": list(fact.codes),
        "established": fact.name in country.providers,
        "default": fact.default,
        "names": dict(fact.names),
        "zone": fact.zone or None,
        "contract": fact.contract,
        "note": fact.note,
    }


def show(country: Country, name: str, on: date | None) -> dict[str, Any]:
    """One fact or figure with its texts or its history, and who uses it; on a day, what holds then.

    Raises LawError unknown_fact with the nearest names.
    """
    dependence = Dependence(country)
    users = list(dependence.users(name))
    if name in country.figures:
        shelf, figure = country.figures[name]
        return {
            "figure": name,
            "shelf": shelf.name,
            "titles": dict(shelf.titles),
            "clock": shelf.clock,
            "history": history(figure, on),
            "users": users,
        }
    if name not in country.facts:
        raise LawError(
            f"{name} is neither a fact nor a figure{near(name, (*country.facts, *country.figures))}",
            code="unknown_fact",
        )
    return {
        "fact": _fact(country, country.facts[name]),
        "rules": [
            _rule(country, shelf, rule, on) for shelf, rule in country.providers.get(name, ())
        ],
        "users": users,
    }


def _rule(country: Country, shelf: Shelf, rule: Rule, on: date | None) -> dict[str, Any]:
    return {
        "shelf": shelf.name,
        "titles": dict(shelf.titles),
        "clock": shelf.clock,
        "scope": {fact: list(codes) for fact, codes in rule.scope.items()},
        "when": rule.when,
        "otherwise": None if rule.otherwise is None else str(rule.otherwise),
        "versions": [
            {
                "name": version.name,
                "since": version.since.isoformat(),
                "until": version.until.isoformat() if version.until else None,
                "source": version.source,
                "meaning": version.meaning,
                "formula": formula_lines(version.formula),
                "needs": [_need(country, need, on) for need in version.needs],
            }
            for version in rule.versions
            if on is None or version is rule.on(on)
        ],
    }


def _need(country: Country, name: str, on: date | None) -> dict[str, Any]:
    if name in country.figures:
        return {"figure": name, "values": history(country.figures[name][1], on)}
    return {"fact": name, "names": dict(country.facts[name].names)}


def formula_lines(formula: Any) -> list[str]:
    """The text of a formula, without its heading and its first sentence."""
    text = textwrap.dedent(inspect.getsource(formula))
    function = ast.parse(text).body[0]
    assert isinstance(function, ast.FunctionDef)
    lines = text.splitlines()[function.body[1].lineno - 1 :]
    return textwrap.dedent("\n".join(lines)).splitlines()
