"""Whether an incapacity follows an earlier one so soon that only the rest of its pay is due.

It is asked of the first day of an incapacity: the text in force on that day decides.
"""

from officium.engine import at_least_zero, days_between, rule, where

SOURCE = "Act 03-07-1978 art. 52 par. 2 and 73 par. 1"


@rule(since="2017-01-09", source=SOURCE)
def is_relapse(
    absence_kind,
    paid_incapacity_last_day,
    absence_first_day,
    days_of_relapse,
    is_of_another_cause,
):
    """Within so many days of the end of an incapacity that was paid, unless of another cause."""
    days = days_between(paid_incapacity_last_day, absence_first_day)
    return absence_kind.is_("sickness") & (days <= days_of_relapse) & ~is_of_another_cause


@rule(since="2017-01-09", source=SOURCE + "; bereavement: art. 52 par. 6 and 70")
def guaranteed_days_carried(is_relapse, guaranteed_days_used, guaranteed_days_counted):
    """The days of guaranteed pay that are used already when the incapacity begins."""
    return where(is_relapse, at_least_zero(guaranteed_days_used), 0) + guaranteed_days_counted
