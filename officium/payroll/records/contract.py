"""The contract of employment and its terms through time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal

from pydantic import Field, model_validator

from officium.payroll.records.base import Record
from officium.payroll.records.ending import YearlyPay
from officium.payroll.records.notice import SINGLE_STATUS, Notice, SeriousCause
from officium.payroll.records.schedule import AverageWeek, Week
from officium.payroll.records.values import (
    Cents,
    Day,
    DimonaPeriod,
    EnterpriseNumber,
    EstablishmentNumber,
    HourlyWage,
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
# Rights to interrupt a career in whole or in part, which the declaration calls a measure of
# reorganisation of working time.
Measure = Literal[
    "parental_leave",
    "time_credit",
    "end_of_career_time_credit",
    "palliative_leave",
    "medical_assistance_leave",
    "informal_care_leave",
]
EndReason = Literal[
    "resignation",
    "resignation_for_serious_cause",
    "dismissal",
    "dismissal_for_serious_cause",
    "end_of_term",
    "mutual_consent",
    "retirement",
    "death",
    "medical_force_majeure",
    "closure",
    "rcc",
]


class MealVoucher(Record):
    """A meal voucher for each day of work, and who pays how much of it."""

    employer_part: Cents = Field(ge=0, description="what the employer pays of each, in euro")
    worker_share: Cents = Field(
        ge=0, description="what the worker pays of each, taken off the net pay, in euro"
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
    schedule: Week | None = Field(
        default=None, description="hours of each day of the week: this or average_week"
    )
    further_weeks: tuple[Week, ...] = Field(
        default=(),
        max_length=51,
        description="the second week and the next ones of a schedule that differs by week",
    )
    cycle_begins: Day | None = Field(
        default=None,
        description="a Monday on which the first week begins; needed with further_weeks",
    )
    average_week: AverageWeek | None = Field(
        default=None, description="agreed average of a variable schedule whose hours are recorded"
    )
    monthly_pay: Pay | None = Field(
        default=None, description="basic pay of a complete month, in euro"
    )
    agreed_net: Pay | None = Field(
        default=None,
        description="net pay agreed for a complete month, in euro, instead of monthly_pay, which is "
        "then found for every month; lines of pay come on top of it",
    )
    daily_wage: Pay | None = Field(default=None, description="basic pay of a day, in euro")
    hourly_wage: HourlyWage | None = Field(
        default=None, description="basic pay of an hour, in euro"
    )
    is_paid_by_piece: bool = Field(
        default=False, description="no basic pay: pieces are recorded with the pay of the month"
    )

    meal_voucher: MealVoucher | None = Field(
        default=None, description="meal vouchers, counted by the days of work of each month"
    )
    measure: Measure | None = Field(
        default=None,
        description="the right by which the career is interrupted, or working time reduced, while "
        "these terms hold: then the schedule and the pay are the reduced ones",
    )
    is_interrupted: bool = Field(
        default=False,
        description="the career is interrupted wholly, with a measure: no work and no pay; the "
        "schedule and the pay are those that the contract had",
    )

    @model_validator(mode="after")
    def _sound(self) -> Terms:
        basic = (
            self.monthly_pay,
            self.agreed_net,
            self.daily_wage,
            self.hourly_wage,
            self.is_paid_by_piece or None,
        )
        if sum(pay is not None for pay in basic) != 1:
            raise ValueError(
                "needs one of monthly_pay, agreed_net, daily_wage, hourly_wage and "
                "is_paid_by_piece, and not several"
            )
        if (self.schedule is None) == (self.average_week is None):
            raise ValueError("needs one of schedule and average_week, and not both")
        if bool(self.further_weeks) != (self.cycle_begins is not None):
            raise ValueError("needs both further_weeks and cycle_begins, or neither")
        if self.further_weeks and self.schedule is None:
            raise ValueError("has further_weeks and no schedule, which is the first week")
        if self.cycle_begins is not None and self.cycle_begins.weekday() != 0:
            raise ValueError(f"has a cycle_begins on {self.cycle_begins}, which is no Monday")
        if self.agreed_net is not None and self.average_week is not None:
            raise ValueError("agrees on a net for a complete month, which an average_week has not")
        if not self.hours_per_week:
            raise ValueError("schedule has no hours: at least one day of the week is expected")
        if self.hours_per_week > self.full_time_hours:
            raise ValueError("schedule has more hours a week than full_time_hours")
        self._refuse_measure_that_does_not_fit()
        return self

    def _refuse_measure_that_does_not_fit(self) -> None:
        if self.is_interrupted and (self.measure is None or self.schedule is None):
            raise ValueError(
                "is_interrupted needs a measure and the schedule that the contract had"
            )
        if self.measure and not self.is_interrupted and not self.is_part_time:
            raise ValueError(
                f"has a measure, {self.measure}, and a full schedule: record the reduced one, or "
                "is_interrupted"
            )

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks of the schedule in their order; none where every hour is recorded."""
        return (self.schedule, *self.further_weeks) if self.schedule else ()

    def hours_on(self, day: date) -> int:
        """Hours of the schedule on a day (hundredths); none where every hour is recorded."""
        if not self.weeks:
            return 0
        begins = self.cycle_begins or date(1900, 1, 1)  # a Monday
        at = (day - begins).days // 7 % len(self.weeks)
        return self.weeks[at].hours[day.weekday()]

    @property
    def hours_per_week(self) -> int:
        """Hours a week of this worker (hundredths), on average over the cycle: Q of the declaration.

        Hundredths that a week does not fill are left out, as the glossary of the declaration does it
        for days (zone 00047: 2.66).
        """
        if self.average_week:
            return self.average_week.hours
        return sum(sum(week.hours) for week in self.weeks) // len(self.weeks)

    @property
    def days_per_week(self) -> int:
        """Days a week of this worker (hundredths), on average over the cycle (zone 00047)."""
        if self.average_week:
            return self.average_week.days
        return 100 * sum(week.days for week in self.weeks) // len(self.weeks)

    @property
    def is_part_time(self) -> bool:
        """Whether fewer hours are worked than by a full-time worker."""
        return self.hours_per_week < self.full_time_hours

    @property
    def working_pattern(self) -> tuple[object, ...]:
        """What makes another occupation of the declaration where it changes."""
        return (
            self.hours_per_week,
            self.days_per_week,
            self.full_time_hours,
            self.is_paid_by_piece,
            self.measure,
            self.is_interrupted,
        )


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
    notice: Notice | None = Field(default=None, description="notice given to end the contract")
    serious_cause: SeriousCause | None = Field(
        default=None, description="days of an end for serious cause"
    )
    yearly_pay: YearlyPay | None = Field(
        default=None,
        description="what the pay of a year holds beside the basic pay, for an indemnity at the end",
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

    @model_validator(mode="after")
    def _end_told_whole(self) -> Contract:
        notice, cause = self.notice, self.serious_cause
        if notice is not None:
            since = notice.in_service_since or self.begins
            if notice.sent_on < self.begins or notice.sent_on > (self.ends or date.max):
                raise ValueError(f"has a notice of {notice.sent_on}, which is no day of it")
            if notice.way == "at_once" and notice.sent_on != self.ends:
                raise ValueError(f"ended at once on {notice.sent_on}, and ends is {self.ends}")
            if since > self.begins:
                raise ValueError(f"begins before in_service_since {since} of its notice")
            old = since < SINGLE_STATUS and self.status == "white_collar"
            if old and notice.given_by == "employer" and notice.yearly_pay_of_2013 is None:
                raise ValueError(
                    "needs the yearly_pay_of_2013 in its notice: a white-collar worker was in service "
                    "before 2014"
                )
        if cause is not None:
            if not (self.end_reason or "").endswith("_for_serious_cause") or self.ends is None:
                raise ValueError("has a serious_cause, and end_reason is none")
            if cause.known_on > self.ends or (cause.told_on or self.ends) < self.ends:
                raise ValueError(f"has a serious_cause known after, or told before, {self.ends}")
        return self

    def runs_in(self, first: date, last: date) -> bool:
        """Whether the contract has a day in the period."""
        return self.begins <= last and (self.ends is None or self.ends >= first)

    def without_measure(self, terms: Terms) -> Terms:
        """The terms as they stood before a measure of reorganisation; themselves where none did."""
        before = [one for one in self.terms if one.since <= terms.since and one.measure is None]
        return before[-1] if before else terms

    def terms_on(self, day: date) -> Terms:
        """The terms in force on a day of the contract."""
        return [terms for terms in self.terms if terms.since <= day][-1]
