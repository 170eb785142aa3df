"""Voluntary overtime of art. 25bis of the labour act: how many hours a year may be worked."""

from officium.engine import any_of, at_least_zero, rule, total_of, where

VOLUNTARY = ("voluntary_overtime", "voluntary_overtime_100")
ACT = "Act 16-03-1971 art. 25bis; CLA no. 129 of 23-04-2019"


@rule(since="2022-01-01", source=ACT)
def has_voluntary_overtime(item_kind):
    """Whether voluntary overtime was worked in the month, or is taken back."""
    return any_of(item_kind.is_(*VOLUNTARY))


@rule(since="2022-01-01", source=ACT, when="has_voluntary_overtime", otherwise=0)
def voluntary_hours_of_month(item_kind, item_hours):
    """The voluntary overtime of the month, without the relaunch hours."""
    return total_of(where(item_kind.is_(*VOLUNTARY), item_hours, 0))


@rule(since="2022-01-01", source=ACT)
def voluntary_hours_of_year(voluntary_hours_of_year_before, voluntary_hours_of_month):
    """The same of the calendar year so far, this month included: next month's opening."""
    return voluntary_hours_of_year_before + voluntary_hours_of_month


@rule(since="2022-01-01", source=ACT, when="has_voluntary_overtime", otherwise=0)
def voluntary_hours_beyond_maximum(voluntary_hours_of_year, voluntary_hours_maximum):
    """What exceeds the maximum: it is paid with its surcharge, but it was not allowed."""
    return at_least_zero(voluntary_hours_of_year - voluntary_hours_maximum)
