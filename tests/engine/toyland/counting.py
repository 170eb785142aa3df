"""The Counting House: what is due for the quarter, and on which occupation."""

from __future__ import annotations

from officium.engine import (
    allocate,
    count_of,
    highest_of,
    quotient,
    ratio,
    rounded,
    rule,
    total_of,
    where,
    years_between,
)


@rule(since="2024-01-01", source="Quarter Act art. 1")
def quarter_due(gross_pay, due_rate, is_full_month, full_month_relief):
    """A share of the quarter's pay less its highest, and less a relief per full month."""
    base = total_of(gross_pay) - highest_of(gross_pay, if_none=0)
    return rounded(base * due_rate) - count_of(is_full_month) * full_month_relief


@rule(since="2024-01-01", source="Quarter Act art. 2")
def occupation_due(quarter_due, occupation_hours):
    """The due spread over the occupations by hours."""
    return allocate(quarter_due, occupation_hours)


@rule(since="2024-01-01", source="Quarter Act art. 3")
def performance(occupation_hours, full_hours):
    """Hours over full hours."""
    return quotient(occupation_hours, full_hours, places=2)


@rule(since="2024-01-01", source="Quarter Act art. 3")
def reduction(flat_reduction, occupation_hours, full_hours):
    """An amount in the exact proportion of hours to full hours."""
    return rounded(flat_reduction * ratio(occupation_hours, full_hours))


@rule(since="2024-01-01", source="Quarter Act art. 4")
def loyalty(entered_on, worked_on):
    """The full years since entry."""
    return years_between(entered_on, worked_on, birthday="28 February")


@rule(since="2024-01-01", source="Quarter Act art. 5")
def late_fee(quarter_due, loyalty):
    """A third of the due, rounded up, of those who are loyal and owe."""
    return where((quarter_due < 0) | (loyalty < 1), 0, quotient(quarter_due, 3, places=2, how="up"))
