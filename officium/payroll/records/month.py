"""What happens in a month: time that differs from the schedule, and pay beside the basic pay."""

from __future__ import annotations

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
from officium.payroll.time_codes import TIME_CODES

if TYPE_CHECKING:
    TimeCodeName = str
else:
    TimeCodeName = Literal[tuple(TIME_CODES)]


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
# Nobody has ten years of notice: what is more was meant for days or for an amount.
MOST_WEEKS_OF_NOTICE = 50_000
OF_WEEKS_OF_NOTICE = frozenset(
    {"notice_indemnity", "notice_indemnity_outplacement", "fixed_term_indemnity"}
)
UNREASONABLE_WEEKS = (300, 1_700)
NON_COMPETITION_SHARE = 5_000

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
        self._refuse_beyond_the_law()
        return self

    def _refuse_beyond_the_law(self) -> None:
        units, share = self.units, self.share
        if self.kind in OF_WEEKS_OF_NOTICE and abs(units or 0) > MOST_WEEKS_OF_NOTICE:
            raise ValueError(
                f"units of {self.kind} are weeks, at most {MOST_WEEKS_OF_NOTICE // 100}: write the weeks "
                "of notice, and not days or an amount"
            )
        least, most = UNREASONABLE_WEEKS
        if self.kind == "unreasonable_dismissal_indemnity" and not least <= (units or 0) <= most:
            raise ValueError(
                f"units of {self.kind} are the weeks granted, from {least // 100} to {most // 100} (CLA "
                "109, art. 9): write all of them on one line"
            )
        is_small = share is not None and share < NON_COMPETITION_SHARE
        if self.kind == "non_competition_indemnity" and is_small:
            raise ValueError(
                f"share of {self.kind} is a half at least (act of 3 July 1978, art. 65): write 0.5000 or "
                "more, or leave it out"
            )


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
