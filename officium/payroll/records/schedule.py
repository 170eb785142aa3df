"""When a worker works: a fixed week, a cycle of weeks, or an average with every hour recorded."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from officium.payroll.records.base import Record
from officium.payroll.records.values import Hours, WeeklyDays, WeeklyHours


def _hours_on(day: str) -> Any:
    return Field(default=0, description=f"hours on {day}", json_schema_extra={"default": "0.00"})


class Week(Record):
    """The hours of a week of the schedule; a day that is left out is not worked."""

    monday: Hours = _hours_on("Monday")
    tuesday: Hours = _hours_on("Tuesday")
    wednesday: Hours = _hours_on("Wednesday")
    thursday: Hours = _hours_on("Thursday")
    friday: Hours = _hours_on("Friday")
    saturday: Hours = _hours_on("Saturday")
    sunday: Hours = _hours_on("Sunday")

    @property
    def hours(self) -> tuple[int, ...]:
        """Hundredths of hours, Monday to Sunday."""
        return (
            self.monday,
            self.tuesday,
            self.wednesday,
            self.thursday,
            self.friday,
            self.saturday,
            self.sunday,
        )

    @property
    def days(self) -> int:
        """How many days of the week are worked."""
        return sum(1 for hours in self.hours if hours)


class AverageWeek(Record):
    """What was agreed where no schedule says which day is worked: every hour is then recorded."""

    hours: WeeklyHours = Field(description="agreed hours a week, on average")
    days: WeeklyDays = Field(description="agreed days a week, on average")
