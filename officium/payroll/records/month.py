"""What happens in a month: time that differs from the schedule, and pay beside the basic pay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pydantic import Field, model_validator

from officium.law import Month
from officium.payroll.pay_kinds import PAY_KINDS, QUANTITIES, departure, holidays, indemnities
from officium.payroll.pay_kinds.net import PAID_BEFORE
from officium.payroll.records.base import Record
from officium.payroll.records.values import (
    Cents,
    Day,
    ItemDays,
    ItemHours,
    ItemMonths,
    ItemUnits,
    Line,
    MonthText,
    Price,
    Share,
    StaffNumber,
    WorkedHours,
)

TimeCodeName = Literal[
    "worked",
    "short_absence",
    "training",
    "holiday",
    "carried_holiday",
    "carried_holiday_second_year",
    "supplementary_holiday",
    "youth_holiday",
    "senior_holiday",
    "sickness_in_holiday",
    "sickness_paid",
    "sickness_unpaid",
    "maternity",
    "birth_leave",
    "work_accident",
    "unpaid_leave",
    "strike",
    "temporary_unemployment",
    "economic_unemployment",
    "weather_unemployment",
    "compensatory_rest",
    "compensatory_rest_unpaid",
    "overtime_50",
    "overtime_100",
    "overtime_20",
    "overtime_50_rest",
    "overtime_100_rest",
    "voluntary_overtime",
    "voluntary_overtime_100",
    "relaunch_overtime",
    "additional_hours",
    "additional_hours_50",
    "public_holiday",
    "public_holiday_rest",
]


@dataclass(frozen=True, slots=True)
class TimeCode:
    """A code of time: its working-time code in the declaration (annex 8) and who pays the hours.

    `blue_service` and `blue_paid` differ for annual holidays, which a fund pays to manual workers.
    Hours `above_schedule` come on top of the day's schedule: the line of pay of the same name pays
    them. `service` 0: they are not declared, or only when rest is taken for them.
    """

    meaning: str
    service: int
    paid: bool
    blue_service: int
    blue_paid: bool
    above_schedule: bool = False


def _above(meaning: str, service: int) -> TimeCode:
    return TimeCode(meaning, service, False, service, False, above_schedule=True)


def _code(meaning: str, service: int, *, paid: bool) -> TimeCode:
    return TimeCode(meaning, service, paid, service, paid)


TIME_CODES: dict[TimeCodeName, TimeCode] = {
    "worked": _code("hours worked", 1, paid=True),
    "short_absence": _code("short absence with pay (family events, civic duties)", 1, paid=True),
    "training": _code("paid educational leave, Flemish training leave", 5, paid=True),
    "holiday": TimeCode("annual holidays", 1, True, 2, False),
    "carried_holiday": _code(
        "holidays of last year that could not be taken: paid last December", 16, paid=False
    ),
    "carried_holiday_second_year": _code(
        "the same of the year before last: paid in December of that year", 17, paid=False
    ),
    "supplementary_holiday": _code(
        "supplementary (European) holidays, paid by the line supplementary_holiday_pay",
        14,
        paid=False,
    ),
    "youth_holiday": _code("youth holidays, for which there is a benefit", 73, paid=False),
    "senior_holiday": _code("senior holidays, for which there is a benefit", 73, paid=False),
    "sickness_in_holiday": _code(
        "illness that began during holidays, hours with guaranteed pay at 100 %", 1, paid=True
    ),
    "sickness_paid": _code("illness, hours with guaranteed pay at 100 %", 1, paid=True),
    "sickness_unpaid": _code("illness, hours that the employer no longer pays", 50, paid=False),
    "maternity": _code("maternity protection and leave", 51, paid=False),
    "birth_leave": _code("birth and adoption leave paid by the health insurance", 52, paid=False),
    "work_accident": _code("accident at work, hours paid by the insurer", 60, paid=False),
    "unpaid_leave": _code("absence without pay", 30, paid=False),
    "strike": _code("strike or lock-out", 21, paid=False),
    "temporary_unemployment": _code("temporary unemployment, other", 70, paid=False),
    "economic_unemployment": _code("temporary unemployment, economic", 71, paid=False),
    "weather_unemployment": _code("temporary unemployment, bad weather", 72, paid=False),
    "compensatory_rest": _code("rest taken for overtime of earlier days, paid", 1, paid=True),
    "compensatory_rest_unpaid": _code(
        "rest in a reduction of working time with a higher hourly wage, not paid", 20, paid=False
    ),
    "overtime_50": _above("above the schedule: overtime paid at once, surcharge of 50 %", 1),
    "overtime_100": _above("above the schedule: overtime paid at once, surcharge of 100 %", 1),
    "overtime_20": _above("above the schedule: construction, supplement of 20 %", 1),
    "overtime_50_rest": _above(
        "above the schedule: overtime with rest later, surcharge of 50 % at once", 0
    ),
    "overtime_100_rest": _above(
        "above the schedule: overtime with rest later, surcharge of 100 % at once", 0
    ),
    "voluntary_overtime": _above("above the schedule: voluntary overtime, surcharge of 50 %", 1),
    "voluntary_overtime_100": _above(
        "above the schedule: voluntary overtime, surcharge of 100 %", 1
    ),
    "relaunch_overtime": _above("above the schedule: relaunch hours, not declared", 0),
    "additional_hours": _above("above the schedule: additional hours of a part-time worker", 1),
    "additional_hours_50": _above(
        "above the schedule: additional hours of a part-time worker, surcharge of 50 %", 1
    ),
    "public_holiday": _code("public holidays and days in their place, not worked", 1, paid=True),
    "public_holiday_rest": _code("rest in the place of a public holiday worked", 1, paid=True),
}


class TimeEntry(Record):
    """Hours of one day that replace the schedule of that day, or come on top of it."""

    staff_number: StaffNumber = Field(description="staff number of the worker")
    contract: int = Field(ge=1, le=99, description="number of the contract")
    day: Day = Field(description="the day, inside the month of the file")
    code: TimeCodeName = Field(description="what the hours were, one of the codes of time")
    hours: WorkedHours = Field(description="hours at two decimals, such as 7.60")


WHOLE = 10_000
MEASURES = ("amount", "hours", "days", "units", "months", "base")
OF_A_SHARE = frozenset({*holidays.KINDS, *departure.KINDS, *indemnities.KINDS})
NEVER_BELOW_ZERO = frozenset(
    {
        "gift",
        "supplementary_holiday_set_off",
        "holiday_pay_taken_over",
        "holiday_pay_taken_over_by_day",
    }
    | {"double_holiday_pay_taken_over", "double_holiday_supplement_taken_over"}
)
# Of what is computed within limits: nothing is taken back by a quantity below zero.
ABOVE_ZERO = frozenset(
    {
        *("notice_indemnity_outplacement", "fixed_term_indemnity"),
        *("unreasonable_dismissal_indemnity", "non_competition_indemnity"),
    }
)

if TYPE_CHECKING:
    PayKindName = str
else:
    PayKindName = Literal[tuple(PAY_KINDS)]


class PayItem(Record):
    """A line of pay of one month beside the basic pay."""

    month: MonthText = Field(description="the month it is paid with, the month of the file")
    staff_number: StaffNumber = Field(description="staff number of the worker")
    contract: int = Field(ge=1, le=99, description="number of the contract")
    kind: PayKindName = Field(description="what the line is, one of the kinds of pay")
    amount: Cents | None = Field(
        default=None, description="amount in euro, where the kind needs it; negative to take back"
    )
    hours: ItemHours | None = Field(
        default=None, description="hours, where the kind needs them; negative to take back"
    )
    days: ItemDays | None = Field(default=None, description="days, where the kind needs them")
    units: ItemUnits | None = Field(
        default=None, description="pieces, kilometres or other units, where the kind needs them"
    )
    price: Price | None = Field(
        default=None, description="price of one unit in euro, where the kind needs it"
    )
    months: ItemMonths | None = Field(
        default=None, description="months of service, where the kind needs them"
    )
    share: Share | None = Field(
        default=None, description="a share such as 0.2500, where the kind needs it"
    )
    base: Cents | None = Field(
        default=None,
        description="the amount on which the line is computed, where the kind needs it",
    )
    day: Day | None = Field(
        default=None, description="the day that the line concerns, where the kind needs it"
    )
    until: Day | None = Field(
        default=None, description="the last day that the line concerns, where the kind needs it"
    )
    description: Line | None = Field(
        default=None,
        description="what the payslip calls it, in the worker's language; left out: the name of "
        "the kind",
    )

    @model_validator(mode="after")
    def _as_its_kind_needs(self) -> PayItem:
        needs, may = PAY_KINDS[self.kind].needs, PAY_KINDS[self.kind].may
        if self.kind in PAID_BEFORE and self.day and f"{self.day:%Y-%m}" != self.month:
            raise ValueError(f"day {self.day} is outside {self.month}, the month of the line")
        for name in ("amount", *QUANTITIES):
            given = getattr(self, name) is not None
            if given and name not in (*needs, *may):
                raise ValueError(
                    f"{self.kind} takes no {name}; it is computed from {' and '.join((*needs, *may))}"
                )
            if name in needs and not given:
                raise ValueError(f"{self.kind} needs {name}")
        if self.kind in OF_A_SHARE and (self.share or 0) > WHOLE:
            raise ValueError(f"{self.kind} takes a share of at most 1.0000")
        below = [name for name in MEASURES if (getattr(self, name) or 0) < 0]
        if below and self.kind in ABOVE_ZERO:
            raise ValueError(f"{below[0]} of {self.kind} is below zero")
        if below and self.kind in NEVER_BELOW_ZERO:
            raise ValueError(
                f"{below[0]} of {self.kind} is below zero: the line takes it off by itself"
            )
        return self


CarriedFact = Literal[
    "employment_bonus_granted_before",
    "holiday_pay_deducted_before",
    "pay_for_holidays_before",
    "overtime_hours_of_year_before",
    "relaunch_hours_of_year_before",
    "voluntary_hours_of_year_before",
    "results_bonus_before",
    "results_bonus_after_contributions_before",
    "purchasing_power_premium_before",
    "earlier_claims",
]


class OpeningBalance(Record):
    """A fact carried into the folder from before its first month, as another system left it."""

    staff_number: StaffNumber = Field(description="staff number of the worker")
    fact: CarriedFact = Field(description="name of the carried fact, as in the glossary of the law")
    as_of: Day = Field(description="last day that the amount covers, the last one of a month")
    amount: Cents = Field(description="the amount in euro, or the number of hours")

    @model_validator(mode="after")
    def _of_whole_months(self) -> OpeningBalance:
        if self.as_of != Month.of(self.as_of).last:
            raise ValueError(
                f"as_of {self.as_of} is inside a month: the last day of the month before the first one "
                "that the folder computes is expected"
            )
        return self
