"""Relaunch hours: voluntary overtime without surcharge, contributions and tax, so many a year."""

from officium.engine import (
    allocate,
    any_of,
    at_least_zero,
    lower_of,
    rounded,
    rule,
    total_of,
    where,
)

ACT = "Act 12-12-2021 (2022); act 31-07-2023 art. 2 and following; programme act 18-07-2025"
BEYOND = "Act 16-03-1971 art. 25bis and 29 par. 1"
RELAUNCH = ("relaunch_overtime",)


@rule(since="2022-01-01", source=ACT)
def has_relaunch_overtime(item_kind):
    """Whether relaunch hours were worked in the month, or are taken back."""
    return any_of(item_kind.is_("relaunch_overtime"))


@rule(since="2022-01-01", source=ACT, when="has_relaunch_overtime", otherwise=0)
def relaunch_hours_worked(item_kind, item_hours):
    """The month's lines of relaunch hours together."""
    return total_of(where(item_kind.is_("relaunch_overtime"), at_least_zero(item_hours), 0))


@rule(since="2022-01-01", source=ACT, when="has_relaunch_overtime", otherwise=0)
def relaunch_hours_taken_back(item_kind, item_hours):
    """The month's lines that take back hours of earlier months, together."""
    return total_of(where(item_kind.is_("relaunch_overtime"), at_least_zero(-item_hours), 0))


@rule(since="2022-01-01", source=ACT, when="has_relaunch_overtime", otherwise=0)
def relaunch_hours_freed(
    relaunch_hours_of_year_before, relaunch_hours_taken_back, relaunch_hours_maximum
):
    """What is taken back, less what had been beyond the maximum: the last hours go first."""
    beyond = at_least_zero(relaunch_hours_of_year_before - relaunch_hours_maximum)
    return at_least_zero(relaunch_hours_taken_back - beyond)


@rule(since="2022-01-01", source=ACT, when="has_relaunch_overtime", otherwise=0)
def relaunch_hours_within(
    relaunch_hours_worked,
    relaunch_hours_of_year_before,
    relaunch_hours_taken_back,
    relaunch_hours_maximum,
):
    """The month's relaunch hours, as far as the year's maximum leaves room for them."""
    before = relaunch_hours_of_year_before - relaunch_hours_taken_back
    return lower_of(relaunch_hours_worked, at_least_zero(relaunch_hours_maximum - before))


@rule(since="2022-01-01", source=ACT, when="has_relaunch_overtime", otherwise=0)
def relaunch_hours_beyond_maximum(relaunch_hours_worked, relaunch_hours_within):
    """The month's relaunch hours for which the year leaves no room."""
    return relaunch_hours_worked - relaunch_hours_within


@rule(since="2022-01-01", source=ACT, when="has_relaunch_overtime", otherwise=0)
def relaunch_hours_counted(
    relaunch_hours_worked, relaunch_hours_taken_back, relaunch_hours_maximum
):
    """What the month adds to the year's count; where no relaunch hours exist, there are none."""
    added = relaunch_hours_worked - relaunch_hours_taken_back
    return where(relaunch_hours_maximum > 0, added, 0)


@rule(since="2022-01-01", source=ACT)
def relaunch_hours_of_year(relaunch_hours_of_year_before, relaunch_hours_counted):
    """The relaunch hours of the calendar year so far, this month included: next month's opening."""
    return relaunch_hours_of_year_before + relaunch_hours_counted


@rule(since="2022-01-01", source=ACT, when="has_relaunch_overtime", otherwise=0)
def relaunch_exempt_hours(item_kind, item_hours, relaunch_hours_within, relaunch_hours_freed):
    """The part of the line that is within the maximum; of a line taken back, that was so."""
    is_relaunch = item_kind.is_("relaunch_overtime")
    worked = where(is_relaunch, at_least_zero(item_hours), 0)
    taken_back = where(is_relaunch, at_least_zero(-item_hours), 0)
    return allocate(relaunch_hours_within, worked) - allocate(relaunch_hours_freed, taken_back)


@rule(since="2022-01-01", source=ACT, when="has_relaunch_overtime", otherwise=0)
def relaunch_exempt_pay(relaunch_exempt_hours, normal_hourly_wage):
    """The hours within the maximum at the normal wage."""
    return rounded(relaunch_exempt_hours * normal_hourly_wage)


@rule(since="2022-01-01", source=BEYOND, when="has_relaunch_overtime", otherwise=0)
def relaunch_pay_beyond_maximum(
    item_kind, item_hours, relaunch_exempt_hours, normal_hourly_wage, overtime_surcharge
):
    """Hours beyond the maximum are ordinary voluntary overtime, and bear the surcharge."""
    beyond = where(item_kind.is_("relaunch_overtime"), item_hours - relaunch_exempt_hours, 0)
    return rounded(beyond * normal_hourly_wage * (1 + overtime_surcharge))


@rule(since="2022-01-01", source=ACT, fact="item_amount", scope={"item_kind": RELAUNCH})
def pay_of_relaunch_hours(relaunch_exempt_pay, relaunch_pay_beyond_maximum):
    """Both parts together."""
    return relaunch_exempt_pay + relaunch_pay_beyond_maximum


@rule(since="2022-01-01", source=ACT, fact="item_exempt", scope={"item_kind": RELAUNCH})
def exempt_pay_of_relaunch_hours(relaunch_exempt_pay):
    """Within the maximum: free of contributions and tax."""
    return relaunch_exempt_pay


@rule(since="2022-01-01", source=BEYOND, fact="item_liable_pay", scope={"item_kind": RELAUNCH})
def liable_pay_of_relaunch_hours(relaunch_pay_beyond_maximum):
    """Beyond it: contributions are due as on any overtime."""
    return relaunch_pay_beyond_maximum
