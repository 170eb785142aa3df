"""Months, quarters and the ten public holidays.

Public holidays: Act of 4 January 1974, art. 4, with the list of the royal decree of 18 April 1974,
art. 1. Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A calendar month; `str` gives `2025-01`."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Month:
        """The month written `2025-01`; ValueError otherwise."""
        if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text, re.ASCII):
            raise ValueError(f"{text!r} is no month, such as 2025-01")
        return cls(int(text[:4]), int(text[5:]))

    @classmethod
    def of(cls, day: date) -> Month:
        """The month of a day."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the month."""
        return tuple(days_from(self.first, self.last))

    @property
    def next(self) -> Month:
        """The month after."""
        return Month.of(self.last + timedelta(days=1))

    @property
    def quarter(self) -> Quarter:
        """The calendar quarter of the month."""
        return Quarter(self.year, (self.number + 2) // 3)


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """A calendar quarter; `str` gives `2025Q1`."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Quarter:
        """The quarter written `2025Q1`; ValueError otherwise."""
        if not re.fullmatch(r"\d{4}Q[1-4]", text, re.ASCII):
            raise ValueError(f"{text!r} is no quarter, such as 2025Q1")
        return cls(int(text[:4]), int(text[5]))

    def __str__(self) -> str:
        return f"{self.year:04}Q{self.number}"

    @property
    def months(self) -> tuple[Month, Month, Month]:
        """Its three months."""
        first = 3 * self.number - 2
        return Month(self.year, first), Month(self.year, first + 1), Month(self.year, first + 2)

    @property
    def first(self) -> date:
        """The first day."""
        return self.months[0].first

    @property
    def last(self) -> date:
        """The last day."""
        return self.months[2].last

    def before(self, quarters: int) -> Quarter:
        """The quarter so many quarters earlier."""
        year, number = divmod(self.year * 4 + self.number - 1 - quarters, 4)
        return Quarter(year, number + 1)


def days_from(first: date, last: date) -> Iterator[date]:
    """Every day from the first to the last, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year."""
    century, of_century = divmod(year, 100)
    leap_centuries, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * (year % 19) + century - leap_centuries - moon + 15) % 30
    leaps, of_leap = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * leaps - epact - of_leap) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def public_holidays(year: int) -> tuple[date, ...]:
    """The ten legal public holidays of a year, in order."""
    sunday = easter(year)
    return tuple(
        sorted(
            (
                date(year, 1, 1),
                sunday + timedelta(days=1),
                date(year, 5, 1),
                sunday + timedelta(days=39),
                sunday + timedelta(days=50),
                date(year, 7, 21),
                date(year, 8, 15),
                date(year, 11, 1),
                date(year, 11, 11),
                date(year, 12, 25),
            )
        )
    )


def working_days(first: date, last: date) -> tuple[date, ...]:
    """Monday to Friday except public holidays, in a period."""
    return tuple(
        day
        for day in days_from(first, last)
        if day.weekday() < 5 and day not in public_holidays(day.year)
    )


def working_day_after(day: date, count: int) -> date:
    """The working day that comes `count` working days after a day."""
    return working_days(day + timedelta(days=1), day + timedelta(days=10 + 3 * count))[count - 1]


def open_days(first: date, last: date) -> tuple[date, ...]:
    """The working days in which labour law counts its delays: Monday to Saturday except public holidays.

    Act of 26 December 2022: the Civil Code, art. 1.7, in which Saturday is none, is set aside for it.
    """
    return tuple(
        day
        for day in days_from(first, last)
        if day.weekday() < 6 and day not in public_holidays(day.year)
    )


def open_day_after(day: date, count: int) -> date:
    """The working day of labour law that comes `count` of them after a day."""
    return open_days(day + timedelta(days=1), day + timedelta(days=10 + 2 * count))[count - 1]
