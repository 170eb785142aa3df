"""What the calendar of duties must know of an employer, and what happened there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from officium.engine import near
from officium.findings import BadInput
from officium.law import Month, Quarter, working_days
from officium.obligations.definition import Performer
from officium.obligations.wording import words

CONSTRUCTION = "124"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Something that happened or will: one of the kinds, its day, and whom or what it concerns.

    `until` is the last day of what lasts (temporary unemployment); None: it goes on, or is of one day.
    Raises BadInput for an unknown kind, or an `until` before the day.
    """

    kind: str
    day: date
    subject: str = ""
    until: date | None = None

    def __post_init__(self) -> None:
        known = words("occurrence")
        if self.kind not in known:
            message = f"{self.kind!r} is no kind of occurrence{near(self.kind, known)}"
            raise BadInput(message, code="occurrence", where=self.subject)
        if self.until is not None and self.until < self.day:
            message = f"{self.kind} of {self.day} ends before it, on {self.until}"
            raise BadInput(message, code="occurrence", where=self.subject)


@dataclass(frozen=True, slots=True)
class Staff:
    """How many people of each status had a contract in a month, and how many at its end."""

    white_collar: int = 0
    blue_collar: int = 0
    students: int = 0
    flexi_jobs: int = 0
    at_end: int = 0
    blue_collar_at_end: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.white_collar + self.blue_collar + self.students + self.flexi_jobs


@dataclass(frozen=True)
class EmployerFacts:
    """An employer as its duties see it.

    `staff` by month: a month that is not there had nobody. `headcounts`: the average number of workers by
    year, in hundredths; `contributions`: what was owed to the NSSO for a quarter, in cents; a year or
    quarter that is not there is unknown. `pay_days`: the day on which the wages of a month are paid; else
    the fourth working day after it. A flag that is None is unknown: what depends on it is told as uncertain.
    """

    enterprise_number: str
    performer: Performer = Performer.EMPLOYER
    first_day_with_staff: date | None = None
    staff: Mapping[Month, Staff] = field(default_factory=dict)
    headcounts: Mapping[int, int] = field(default_factory=dict)
    committees: tuple[str, ...] = ()
    withholding_period: Literal["month", "quarter"] = "month"
    contributions: Mapping[Quarter, int] = field(default_factory=dict)
    pay_days: Mapping[Month, date] = field(default_factory=dict)
    is_company: bool | None = None
    publishes_accounts: bool | None = None
    has_sector_fund: bool | None = None
    pays_commuting_costs: bool | None = None
    grants_vouchers: bool | None = None
    occurrences: tuple[Occurrence, ...] = ()

    @property
    def is_construction(self) -> bool:
        """Whether a joint committee is that of construction (124 and its parts)."""
        return any(number.split(".")[0] == CONSTRUCTION for number in self.committees)

    def staff_in(self, month: Month) -> Staff:
        """The staff of a month; nobody where nothing is known of it."""
        return self.staff.get(month, Staff())

    def has_staff(self, first: date, last: date) -> bool:
        """Whether anybody had a contract in a period of whole months."""
        return any(self.staff_in(month).total for month in months_from(first, last))

    def pay_day(self, month: Month) -> date:
        """The day on which the wages of a month are to be paid (act of 12 April 1965, art. 9)."""
        if month in self.pay_days:
            return self.pay_days[month]
        return working_days(month.next.first, month.next.last)[3]


def months_from(first: date, last: date) -> tuple[Month, ...]:
    """The months from one day to another."""
    months = [Month.of(first)]
    while months[-1] < Month.of(last):
        months.append(months[-1].next)
    return tuple(months)


def month_before(month: Month) -> Month:
    """The month before a month."""
    return Month.of(month.first - timedelta(days=1))
