"""On what a duty of every period depends: yes, no, or unknown where the facts do not tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from officium.law import Month
from officium.obligations.facts import EmployerFacts, month_before, months_from

# RD 28 November 1969, art. 34 al. 2 and art. 34bis par. 1: cents, and workers from whom on.
ADVANCE_THRESHOLD = 400_000
ADVANCE_WORKERS = 3


@dataclass(frozen=True, slots=True)
class Period:
    """The period of a duty, and the day on which it is due."""

    first: date
    last: date
    due: date | None


Answer = bool | None


def _staff(facts: EmployerFacts, period: Period) -> Answer:
    return facts.has_staff(period.first, period.last)


def _staff_at_the_date(facts: EmployerFacts, period: Period) -> Answer:
    day = period.due or period.last
    return facts.staff_in(Month.of(day)).total > 0


def _staff_ever(facts: EmployerFacts, period: Period) -> Answer:
    return facts.first_day_with_staff is not None and facts.first_day_with_staff <= period.last


def _no_staff_any_more(facts: EmployerFacts, period: Period) -> Answer:
    """The first full quarter without staff after one with staff."""
    before = Month.of(period.first).quarter.before(1)
    return facts.has_staff(before.first, before.last) and not facts.has_staff(
        period.first, period.last
    )


def _wages_paid(facts: EmployerFacts, period: Period) -> Answer:
    """Whether the wages of some month are paid in the period."""
    months = (month_before(Month.of(period.first)), *months_from(period.first, period.last))
    return any(
        facts.staff_in(month).total and period.first <= facts.pay_day(month) <= period.last
        for month in months
    )


def _advance(facts: EmployerFacts, period: Period) -> Answer:
    """Whether an advance is due for a month of quarter T (RD 28 November 1969, art. 34 and 34bis).

    By percentage from 4 000 EUR declared for T-2; a fixed sum from the third worker at the end of the
    month before last where T-2 had no contributions, or T-4 has none to take a percentage of; in
    construction, from the third manual worker, where T-4 or T-2 had none.
    """
    month = Month.of(period.first)
    before_last = facts.staff_in(month_before(month))
    many = before_last.at_end >= ADVANCE_WORKERS
    if facts.is_construction:
        many = before_last.blue_collar_at_end >= ADVANCE_WORKERS
    two, four = (facts.contributions.get(month.quarter.before(ago)) for ago in (2, 4))
    if two is None:
        return None
    if two >= ADVANCE_THRESHOLD:
        # With nothing known of T-4 it is due all the same, by one rule or the other, from three workers on.
        return True if four or many else (None if four is None else False)
    if two == 0:
        return many
    return many and four == 0 if facts.is_construction else False


def _headcount(at_least: int) -> Callable[[EmployerFacts, Period], Answer]:
    def reached(facts: EmployerFacts, period: Period) -> Answer:
        if not facts.has_staff(period.first, period.last):
            return False
        average = facts.headcounts.get(period.first.year)
        return None if average is None else average >= 100 * at_least

    return reached


def _manual_workers_last_year(facts: EmployerFacts, period: Period) -> Answer:
    year = period.first.year - 1
    return any(facts.staff_in(Month(year, number)).blue_collar for number in range(1, 13))


CONDITIONS: Mapping[str, Callable[[EmployerFacts, Period], Answer]] = {
    "advance": _advance,
    "commuting_costs": lambda facts, _: facts.pays_commuting_costs,
    "company": lambda facts, _: facts.is_company,
    "fifty_workers": _headcount(50),
    "manual_workers_last_year": _manual_workers_last_year,
    "monthly_payer": lambda facts, _: facts.withholding_period == "month",
    "no_staff_any_more": _no_staff_any_more,
    "publishes_accounts": lambda facts, _: facts.publishes_accounts,
    "quarterly_payer": lambda facts, _: facts.withholding_period == "quarter",
    "sector_fund": lambda facts, _: facts.has_sector_fund,
    "staff": _staff,
    "staff_at_the_date": _staff_at_the_date,
    "staff_ever": _staff_ever,
    "twenty_workers": _headcount(20),
    "vouchers": lambda facts, _: facts.grants_vouchers,
    "wages_paid": _wages_paid,
}
