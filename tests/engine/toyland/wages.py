"""The Hall of Wages: what a contract earns in a month."""

from __future__ import annotations

from officium.engine import (
    any_of,
    count_of,
    days_between,
    higher_of,
    highest_of,
    lower_of,
    months_between,
    quotient,
    ratio,
    rounded,
    rule,
    total_of,
    where,
)


@rule(since="2024-01-01", source="Wages Act art. 1")
def time_pay(worked_hours, hourly_wage):
    """The hours worked times the hourly wage."""
    return rounded(worked_hours * hourly_wage)


@rule(since="2024-01-01", source="Wages Act art. 2")
def gross_pay(time_pay, item_pay):
    """Time pay and all pay items."""
    return time_pay + total_of(item_pay)


@rule(since="2024-01-01", source="Wages Act art. 3")
def taxed_items(item_pay, item_sort, is_taxed):
    """The items marked as taxed that are no expense."""
    return total_of(where(is_taxed & ~item_sort.is_("expense"), item_pay, 0))


@rule(since="2024-01-01", source="Wages Act art. 4")
def day_wage(gross_pay, days_paid):
    """Gross pay over the days paid."""
    return quotient(gross_pay, days_paid, places=2, if_none=0)


@rule(since="2024-01-01", source="Wages Act art. 4")
def reference_wage(day_wage, days_possible):
    """The day's wage times the days possible."""
    return rounded(day_wage * days_possible)


@rule(since="2024-01-01", source="Wages Act art. 5")
def fraction_paid(days_paid, days_possible):
    """Days paid over days possible, at most one."""
    return lower_of(quotient(days_paid, days_possible, places=2, if_none=1), 1)


@rule(since="2024-01-01", source="Wages Act art. 6")
def is_full_month(days_paid, calendar_days):
    """Whether at least two thirds of the calendar days were paid."""
    return ratio(days_paid, calendar_days) >= ratio(2, 3)


@rule(since="2024-01-01", source="Wages Act art. 7")
def highest_item(item_pay, time_pay):
    """The highest pay item."""
    return highest_of(item_pay, if_none=time_pay)


@rule(since="2024-01-01", source="Wages Act art. 7")
def premium_count(item_sort):
    """How many premiums there are."""
    return count_of(item_sort.is_("premium"))


@rule(since="2024-01-01", source="Wages Act art. 7")
def has_expense(item_sort, item_pay):
    """Whether an expense above nought was paid."""
    return any_of(item_sort.is_("expense") & (item_pay > 0))


@rule(since="2024-01-01", source="Wages Act art. 8")
def service_months(started_on, worked_on):
    """The full months since the contract began."""
    return months_between(started_on, worked_on)


@rule(since="2024-01-01", source="Wages Act art. 8")
def service_days(started_on, worked_on):
    """The days since the contract began."""
    return days_between(started_on, worked_on)


@rule(since="2024-01-01", source="Wages Act art. 10")
def is_craftsman(status, hourly_wage, is_disabled):
    """Whether a master or journeyman earns by the hour."""
    return status.is_("master", "journeyman") & (hourly_wage > 0) & ~is_disabled


@rule(since="2024-01-01", source="Wages Act art. 9")
def premium_pay(item_pay, item_sort):
    """The sum of premiums."""
    return total_of(where(item_sort.is_("premium"), item_pay, 0))


@premium_pay.since("2025-03-01", source="Wages Act art. 9, as amended")
def premium_pay_with_a_floor(item_pay, item_sort, premium_count, premium_floor):
    """The sum of premiums, or so much for each of them if that is more."""
    premiums = total_of(where(item_sort.is_("premium"), item_pay, 0))
    return higher_of(premiums, premium_count * premium_floor)
