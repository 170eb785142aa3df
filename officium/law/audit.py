"""On what the law book rests: for every quarter and shelf, how its figures are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from officium.engine import STANDINGS, Country, LawError, Shelf
from officium.law.calendar import Quarter

GRADES = (*STANDINGS, "unknown", "missing")
"""From the law's own text down to nothing: `unknown` says why there is no value, `missing` does not."""


def coverage(country: Country, first: Quarter, last: Quarter) -> dict[str, Any]:
    """Coverage by quarter and shelf, and the figures that are not official, weakest first.

    `{"coverage": [{"quarter", "shelf", "reviewed", "official", ..., "missing"}], "weakest": [{"figure",
    "shelf", "standing", "quarters": [...]}]}`. Counted are the figures that rules in force need, each
    once a quarter, by its weakest month.
    """
    covered = []
    weak: dict[tuple[int, str, str], list[str]] = {}
    for quarter in _quarters(first, last):
        for shelf in country.shelves:
            grades = _grades(country, shelf, [month.first for month in quarter.months])
            counts = {grade: list(grades.values()).count(grade) for grade in GRADES}
            covered.append(
                {
                    "quarter": str(quarter),
                    "shelf": shelf.name,
                    "reviewed": shelf.reviewed_from <= quarter.first
                    and quarter.last <= shelf.reviewed_until,
                    **counts,
                }
            )
            for figure, grade in grades.items():
                if grade != "official":
                    place = (-GRADES.index(grade), shelf.name, figure)
                    weak.setdefault(place, []).append(str(quarter))
    return {
        "coverage": covered,
        "weakest": [
            {"figure": figure, "shelf": shelf, "standing": GRADES[-grade], "quarters": quarters}
            for (grade, shelf, figure), quarters in sorted(weak.items())
        ],
    }


def _quarters(first: Quarter, last: Quarter) -> Iterator[Quarter]:
    at = first
    while at <= last:
        yield at
        at = at.months[2].next.quarter


def _grades(country: Country, shelf: Shelf, days: Sequence[date]) -> dict[str, str]:
    """The weakest grade on these days of each figure of a shelf that a rule in force needs."""
    grades: dict[str, str] = {}
    for day in days:
        needed = _needed(country, day)
        for name, figure in shelf.figures.items():
            if name not in needed:
                continue
            try:
                grade = figure.on(day, None).standing
            except LawError:
                held = any(entry.start <= day for entry in figure.entries)
                grade = "unknown" if held else "missing"
            grades[name] = max(grades.get(name, grade), grade, key=GRADES.index)
    return grades


def _needed(country: Country, day: date) -> set[str]:
    versions = (rule.on(day) for shelf in country.shelves for rule in shelf.rules)
    return {need for version in versions if version for need in version.needs}
