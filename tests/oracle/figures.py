"""Dated figures as plain text tables, and the one way to look a figure up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

FIRST_DAY = date(2022, 1, 1)
LAST_DAY = date(2026, 12, 31)


class Unknown(Exception):
    """A figure that the sources do not give for that day."""

    def __init__(self, figure: str, day: date) -> None:
        super().__init__(f"{figure} is not known on {day}")
        self.figure = figure
        self.day = day


class Dated:
    """The successive rows of one figure; a row of `None` says: not known."""

    def __init__(self, name: str, rows: Mapping[date, Any]) -> None:
        self.name = name
        self.days = sorted(rows)
        self.rows = [rows[day] for day in self.days]

    def on(self, day: date) -> Any:
        """The row in force on the day, or `Unknown`."""
        place = bisect_right(self.days, day) - 1
        row = self.rows[place] if place >= 0 and FIRST_DAY <= day <= LAST_DAY else None
        if row is None:
            raise Unknown(self.name, day)
        return row


def dated(name: str, text: str) -> Dated:
    """Lines of a day and its decimals, or of a day and `unknown`."""
    rows: dict[date, tuple[Decimal, ...] | None] = {}
    for line in text.strip().splitlines():
        day, *numbers = line.split()
        known = numbers != ["unknown"]
        rows[date.fromisoformat(day)] = tuple(map(Decimal, numbers)) if known else None
    return Dated(name, rows)


def year_of(name: str, table: Mapping[int, Any], day: date) -> Any:
    """The figure of the income year in which the day lies, or `Unknown`."""
    figure = table.get(day.year)
    if figure is None:
        raise Unknown(name, day)
    return figure
