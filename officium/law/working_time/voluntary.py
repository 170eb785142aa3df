"""Voluntary overtime of art. 25bis of the labour act: how many hours a year may be worked."""

from officium.engine import at_least_zero, rule, total_of, where

VOLUNTARY = ("voluntary_overtime", "voluntary_overtime_100")
ACT = "Act 16-03-1971 art. 25bis; CLA no. 129 of 23-04-2019"


@rule(since="2022-01-01", source=ACT)
def voluntary_hours_worked(voluntary_hours_worked_before, item_kind, item_hours):
    """The voluntary overtime of the calendar year so far, without the relaunch hours."""
    return voluntary_hours_worked_before + total_of(where(item_kind.is_(*VOLUNTARY), item_hours, 0))


@rule(since="2022-01-01", source=ACT)
def voluntary_hours_beyond_maximum(voluntary_hours_worked, voluntary_hours_maximum):
    """What exceeds the maximum: it is paid with its surcharge, but it was not allowed."""
    return at_least_zero(voluntary_hours_worked - voluntary_hours_maximum)
