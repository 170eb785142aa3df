"""Outplacement and the employability budget, for who has a right to thirty weeks of notice or more.

The special scheme for workers of 45 and older with less notice (CLA 82) was not read.
"""

from officium.engine import at_least_zero, higher_of, lower_of, quotient, rounded, rule
from officium.law.indemnities.kinds import NOTICE, NOTICE_WITH_OUTPLACEMENT

OUTPLACEMENT = "Act 05-09-2001 art. 11/1 and 11/3"
VALUE = "Act 05-09-2001 art. 11/5 par. 1, 1°"
EMPLOYABILITY = "Act 03-07-1978 art. 39ter"


@rule(since="2022-01-01", source=OUTPLACEMENT)
def has_right_to_outplacement(
    dismissal_notice_weeks, contract_end_reason, outplacement_notice_weeks
):
    """Dismissed, not for serious cause, with a notice of so many weeks or the pay of them."""
    is_dismissed = contract_end_reason.is_("dismissal", "closure", "rcc")
    return is_dismissed & (dismissal_notice_weeks >= outplacement_notice_weeks)


@rule(since="2022-01-01", source=OUTPLACEMENT)
def is_outplacement_left_out(item_kind, item_units, contract_end_reason, outplacement_notice_weeks):
    """Notice pay of so many weeks from which none were taken off for it."""
    is_dismissed = contract_end_reason.is_("dismissal", "closure", "rcc")
    return is_dismissed & item_kind.is_(NOTICE) & (item_units >= outplacement_notice_weeks)


@rule(since="2022-01-01", source="Act 05-09-2001 art. 11/5 par. 1")
def is_outplacement_of_short_notice(item_kind, item_units, outplacement_notice_weeks):
    """Weeks taken off from fewer than give right to it: unless they are the rest of a longer notice."""
    is_short = (item_units > 0) & (item_units < outplacement_notice_weeks)
    return item_kind.is_(NOTICE_WITH_OUTPLACEMENT) & is_short


@rule(since="2022-01-01", source=VALUE, when="has_right_to_outplacement", otherwise=0)
def outplacement_value(
    pay_of_last_calendar_year, working_time_share, outplacement_least_value, outplacement_most_value
):
    """A twelfth of the pay of the calendar year before, within limits that follow the working time."""
    least = rounded(outplacement_least_value * working_time_share)
    most = rounded(outplacement_most_value * working_time_share)
    return lower_of(higher_of(quotient(pay_of_last_calendar_year, 12, places=2), least), most)


@rule(
    since="2022-01-01",
    source=EMPLOYABILITY + " par. 1",
    when="has_right_to_outplacement",
    otherwise=0,
)
def employability_budget(employability_amount):
    """One amount for all, paid by the employment office out of the employer's contributions."""
    return employability_amount


@rule(
    since="2022-01-01",
    source=EMPLOYABILITY + " par. 2",
    when="has_right_to_outplacement",
    otherwise=0,
)
def employability_weeks(dismissal_notice_weeks, employability_first_weeks):
    """The weeks of notice whose contributions finance it: those beyond two thirds, and beyond 26."""
    two_thirds = quotient(dismissal_notice_weeks * 2, 3, places=2)
    return at_least_zero(dismissal_notice_weeks - higher_of(two_thirds, employability_first_weeks))
