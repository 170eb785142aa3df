"""The period of a job: one month, or a quarter with its three months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from officium.law import Month, Quarter


@dataclass(frozen=True, slots=True)
class Period:
    """What is computed: `months`, and the `quarter` where a whole one is closed."""

    months: tuple[Month, ...]
    quarter: Quarter | None

    @classmethod
    def of_month(cls, month: Month) -> Period:
        """One month."""
        return cls((month,), None)

    @classmethod
    def of_quarter(cls, quarter: Quarter) -> Period:
        """A quarter."""
        return cls(quarter.months, quarter)

    def __str__(self) -> str:
        return str(self.quarter or self.months[0])

    @property
    def quarter_so_far(self) -> tuple[Month, ...]:
        """The months of the quarter up to the last one of the period."""
        of_quarter = self.months[0].quarter.months
        return tuple(month for month in of_quarter if month <= self.months[-1])

    @property
    def year_so_far(self) -> tuple[Month, ...]:
        """The months of the year up to the last one of the period."""
        last = self.months[-1]
        return tuple(Month(last.year, number) for number in range(1, last.number + 1))

    @property
    def closed(self) -> datetime:
        """When what is told of the whole period is made: the morning of the day after it."""
        return morning(self.months[-1].last + timedelta(days=1))


def morning(day: date) -> datetime:
    """Eight o'clock of a day: when a document says that it was made.

    No clock is read, so that the same records give the same bytes; each document bears the last day on
    which it can be made in time.
    """
    return datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
