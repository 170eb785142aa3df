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


@rule(since="2022-01-01", source=ACT)
def has_relaunch_overtime(item_kind):
    """Whether relaunch hours were worked in the month, or are taken back."""
    return any_of(item_kind.is_("relaunch_overtime"))


@rule(since="2022-01-01", source=ACT, when="has_relaunch_overtime", otherwise=0)
def relaunch_hours_taken_back(item_kind, item_hours):
    """Relaunch hours of earlier months that are taken back: they come free again."""
    return total_of(where(item_kind.is_("relaunch_overtime"), at_least_zero(-item_hours), 0))


@rule(since="2022-01-01", source=ACT, when="has_relaunch_overtime", otherwise=0)
def relaunch_hours_within(
    item_kind,
    item_hours,
    relaunch_hours_maximum,
    relaunch_hours_granted_before,
    relaunch_hours_taken_back,
):
    """The month's relaunch hours, as far as the year's maximum leaves room for them."""
    worked = total_of(where(item_kind.is_("relaunch_overtime"), at_least_zero(item_hours), 0))
    left = relaunch_hours_maximum - relaunch_hours_granted_before + relaunch_hours_taken_back
    return lower_of(worked, at_least_zero(left))


@rule(since="2022-01-01", source=ACT)
def relaunch_hours_granted(
    relaunch_hours_granted_before, relaunch_hours_within, relaunch_hours_taken_back
):
    """The relaunch hours of the calendar year so far, this month included: next month's opening."""
    return relaunch_hours_granted_before + relaunch_hours_within - relaunch_hours_taken_back


@rule(since="2022-01-01", source=ACT, when="has_relaunch_overtime", otherwise=0)
def relaunch_exempt_hours(item_kind, item_hours, relaunch_hours_within):
    """The part of the line that is within the maximum; what is taken back was so."""
    is_relaunch = item_kind.is_("relaunch_overtime")
    weight = where(is_relaunch, at_least_zero(item_hours), 0)
    taken_back = where(is_relaunch, at_least_zero(-item_hours), 0)
    return allocate(relaunch_hours_within, weight) - taken_back


@rule(
    since="2022-01-01",
    source=BEYOND,
    fact="item_liable_pay",
    scope={"item_kind": ("relaunch_overtime",)},
)
def pay_of_hours_beyond_the_maximum(
    item_hours, relaunch_exempt_hours, normal_hourly_wage, overtime_surcharge
):
    """Hours beyond the maximum are ordinary voluntary overtime: with the surcharge, and liable."""
    beyond = item_hours - relaunch_exempt_hours
    return rounded(beyond * normal_hourly_wage * (1 + overtime_surcharge))


@rule(
    since="2022-01-01",
    source=ACT,
    fact="item_exempt",
    scope={"item_kind": ("relaunch_overtime",)},
)
def pay_of_relaunch_hours(relaunch_exempt_hours, normal_hourly_wage):
    """The hours within the maximum at the normal wage, free of contributions and tax."""
    return rounded(relaunch_exempt_hours * normal_hourly_wage)


@rule(
    since="2022-01-01",
    source=ACT,
    fact="item_amount",
    scope={"item_kind": ("relaunch_overtime",)},
)
def amount_of_relaunch_hours(item_exempt, item_liable_pay):
    """Both parts together."""
    return item_exempt + item_liable_pay
