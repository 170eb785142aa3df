"""A contract's month after a delivery, beside the months before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from officium.intake.merge import merged_records
from officium.intake.roster import InService, in_service
from officium.intake.told import Delivery
from officium.law import Month
from officium.payroll import TIME_CODES, Employer, PayItem, Records

MONTHS_BEFORE = 12
FULL_TIME_DAYS = 5


@dataclass(frozen=True)
class Seen:
    """A contract in the month, the same contract in the month before, its lines of pay by month.

    `has_pay`: lines of pay were delivered. `pay_before` holds the twelve months before, the last first.
    """

    of: InService
    before: InService | None
    has_pay: bool
    pay: tuple[PayItem, ...]
    pay_before: tuple[tuple[Month, tuple[PayItem, ...]], ...]


def seen(records: Records, employer: Employer, month: Month, delivery: Delivery) -> Iterator[Seen]:
    """Each contract of an employer in the month, as it is after the delivery."""
    after = merged_records(records, delivery)
    earlier = [month_before(month)]
    while len(earlier) < MONTHS_BEFORE:
        earlier.append(month_before(earlier[-1]))
    before = {one.key: one for one in in_service(after, employer, earlier[0])}
    for one in in_service(after, employer, month):
        yield Seen(
            one,
            before.get(one.key),
            "pay" in delivery.parts,
            _pay(after, one, month),
            tuple((then, _pay(after, one, then)) for then in earlier),
        )


def month_before(month: Month) -> Month:
    """The month before a month."""
    return Month.of(month.first - timedelta(days=1))


def _pay(records: Records, one: InService, month: Month) -> tuple[PayItem, ...]:
    staff_number, contract = one.key
    return tuple(
        item
        for item in records.pay_of(staff_number)
        if item.contract == contract and item.month == str(month)
    )


def hours_by_day(of: InService) -> dict[date, dict[str, int]]:
    """The hours of each day of a contract by code (hundredths): as recorded, else as scheduled.

    Days of an absence hold what is recorded beside it.
    """
    found: dict[date, dict[str, int]] = {}
    for day in sorted(of.days):
        own = {entry.code: entry.hours for entry in of.entries.get(day, ())}
        within = [code for code in own if not TIME_CODES[code].above_schedule]
        is_usual = not of.absence(day) and not within
        found[day] = {**(of.usual(day) if is_usual else {}), **own}
    return found


def full_time_hours(of: InService) -> int:
    """Hours of a full-time worker on Monday to Friday in the month (hundredths), rounded down."""
    terms = of.terms(max(of.days))
    working = sum(1 for day in of.month.days if day.weekday() < FULL_TIME_DAYS)
    return terms.full_time_hours * working // FULL_TIME_DAYS


def basic_pay(of: InService) -> int | None:
    """The basic pay of the month in cents as the schedule has it, rounded down; None: not told by it."""
    terms = of.terms(max(of.days))
    scheduled = [hours for day in of.month.days if (hours := terms.hours_on(day))]
    if terms.monthly_pay is not None:
        return terms.monthly_pay
    if terms.daily_wage is not None and scheduled:
        return terms.daily_wage * len(scheduled)
    if terms.hourly_wage is not None and scheduled:
        return terms.hourly_wage * sum(scheduled) // 10_000
    return None
