"""The contract of employment and its terms through time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any, Literal

from pydantic import Field, model_validator

from officium.payroll.records.base import Record
from officium.payroll.records.values import (
    Day,
    DimonaPeriod,
    EnterpriseNumber,
    EstablishmentNumber,
    HourlyWage,
    Hours,
    JointCommittee,
    Pay,
    Text,
    WeeklyHours,
)

WorkerStatus = Literal["white_collar", "blue_collar"]
WorkerType = Literal["OTH", "BCW", "EXT", "FLX", "IVT", "STU", "TRI", "STG"]
# What Dimona tells apart and the law here does not compute yet.
NOT_BUILT = {
    "BCW": "a construction worker",
    "EXT": "casual work in hotels and catering",
    "FLX": "a flexi-job",
    "IVT": "an individual vocational training",
    "STU": "a student under the solidarity contribution",
    "TRI": "a trainee",
    "STG": "an apprentice",
}
EndReason = Literal[
    "resignation", "dismissal", "end_of_term", "mutual_consent", "retirement", "death"
]


def _hours_on(day: str) -> Any:
    return Field(default=0, description=f"hours on {day}", json_schema_extra={"default": "0.00"})


class Week(Record):
    """The hours of the fixed weekly schedule; a day that is left out is not worked."""

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


class Terms(Record):
    """What was agreed, from a day until the next terms."""

    since: Day = Field(
        description="first day of these terms; the first terms begin with the contract"
    )
    function: Text = Field(description="function of the worker")
    full_time_hours: WeeklyHours = Field(
        description="hours a week of a full-time worker in the same function, counted on five days"
    )
    schedule: Week = Field(description="hours of each day of the week")
    monthly_pay: Pay | None = Field(
        default=None, description="basic pay of a complete month, in euro: this or hourly_wage"
    )
    agreed_net: Pay | None = Field(
        default=None,
        description="net pay agreed for a complete month, in euro, instead of monthly_pay, which is "
        "then found for every month; lines of pay come on top of it",
    )
    hourly_wage: HourlyWage | None = Field(
        default=None, description="basic pay of an hour, in euro: this or monthly_pay"
    )

    @model_validator(mode="after")
    def _sound(self) -> Terms:
        agreed = (self.monthly_pay, self.hourly_wage, self.agreed_net)
        if sum(pay is not None for pay in agreed) != 1:
            raise ValueError("needs one of monthly_pay, hourly_wage and agreed_net, and no other")
        if not self.hours_per_week:
            raise ValueError("schedule has no hours: at least one day of the week is expected")
        if self.hours_per_week > self.full_time_hours:
            raise ValueError("schedule has more hours a week than full_time_hours")
        return self

    @property
    def hours_per_week(self) -> int:
        """Hours a week of this worker (hundredths): Q of the declaration."""
        return sum(self.schedule.hours)

    @property
    def days_per_week(self) -> int:
        """Days a week of this worker (hundredths)."""
        return 100 * sum(1 for hours in self.schedule.hours if hours)

    @property
    def is_part_time(self) -> bool:
        """Whether fewer hours are worked than by a full-time worker."""
        return self.hours_per_week < self.full_time_hours


class Contract(Record):
    """One contract of a worker with one employer."""

    number: int = Field(ge=1, le=99, description="number of the contract, unique for the worker")
    employer: EnterpriseNumber = Field(description="enterprise number of the employer")
    begins: Day = Field(description="first day of the contract")
    ends: Day | None = Field(
        default=None, description="last day of the contract, where it is known"
    )
    end_reason: EndReason | None = Field(
        default=None, description="why the contract ended; needed when ends is given"
    )
    status: WorkerStatus = Field(description="white_collar (clerical) or blue_collar (manual)")
    joint_committee: JointCommittee = Field(
        description="joint committee of the function, one of the employer's"
    )
    establishment: EstablishmentNumber = Field(
        description="number of the establishment unit where the work is done, ten digits"
    )
    worker_type: WorkerType = Field(
        default="OTH",
        description="Dimona worker type; OTH for an ordinary worker, the only one that is computed",
    )
    dimona_period: DimonaPeriod | None = Field(
        default=None,
        description="Dimona period number; left out while the start is still to be declared",
    )
    dimona_end: Day | None = Field(
        default=None, description="last day already declared to Dimona, where one was"
    )
    terms: tuple[Terms, ...] = Field(min_length=1, description="terms of the contract by day")

    @model_validator(mode="after")
    def _is_computed(self) -> Contract:
        if self.worker_type in NOT_BUILT:
            raise ValueError(
                f"worker_type {self.worker_type} ({NOT_BUILT[self.worker_type]}) is not computed yet: "
                "its pay would be taken for that of an ordinary worker (OTH)"
            )
        return self

    @model_validator(mode="after")
    def _dates_in_order(self) -> Contract:
        if self.ends is not None and self.ends < self.begins:
            raise ValueError(f"ends on {self.ends}, before it begins on {self.begins}")
        if (self.ends is None) != (self.end_reason is None):
            raise ValueError("needs both ends and end_reason, or neither")
        if self.dimona_end is not None and self.dimona_period is None:
            raise ValueError("has a dimona_end and no dimona_period: an end belongs to a period")
        days = [terms.since for terms in self.terms]
        if days[0] != self.begins:
            raise ValueError(f"its first terms begin on {days[0]}; {self.begins} is expected")
        if any(later <= earlier for earlier, later in pairwise(days)):
            raise ValueError(
                "terms are not in the order of their days, each later than the one before"
            )
        if self.ends is not None and days[-1] > self.ends:
            raise ValueError(f"has terms since {days[-1]}, after it ends on {self.ends}")
        return self

    def runs_in(self, first: date, last: date) -> bool:
        """Whether the contract has a day in the period."""
        return self.begins <= last and (self.ends is None or self.ends >= first)

    def terms_on(self, day: date) -> Terms:
        """The terms in force on a day of the contract."""
        return [terms for terms in self.terms if terms.since <= day][-1]
