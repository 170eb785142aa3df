"""The notice of no work: how long before, and for how long the contract may be suspended.

A royal decree of the sector may say otherwise (art. 51 par. 1); these are the terms without one.
"""

from officium.engine import days_between, rule
from officium.law.no_work.kinds import ANNOUNCED, ECONOMIC, WHITE_COLLAR

ACT = "Act 03-07-1978"


@rule(since="2022-01-01", source=f"{ACT} art. 51 par. 2 and 77/4 par. 1")
def is_notice_late(absence_kind, notice_given_on, first_day_under_notice, days_of_notice):
    """Fewer than seven days between the day of the notice and the first day, neither of them counted."""
    before = days_between(notice_given_on, first_day_under_notice)
    return absence_kind.is_(*ANNOUNCED) & (before <= days_of_notice)


@rule(since="2022-01-01", source=f"{ACT} art. 51 par. 7 and 77/4 par. 6")
def is_owed_for_late_notice(
    is_notice_late, first_day_under_notice, absence_day, days_of_pay_for_late_notice
):
    """After a late notice the normal pay is owed for seven days from the first day."""
    since = days_between(first_day_under_notice, absence_day)
    return is_notice_late & (since < days_of_pay_for_late_notice)


@rule(since="2022-01-01", source=f"{ACT} art. 51 par. 2 and par. 7")
def is_beyond_full_suspension(
    absence_kind, absence_first_day, absence_day, days_of_full_suspension
):
    """After four weeks without any work: a week of full work comes before the next suspension."""
    since = days_between(absence_first_day, absence_day)
    return absence_kind.is_(ECONOMIC) & (since >= days_of_full_suspension)


@rule(since="2022-01-01", source=f"{ACT} art. 77/7 and 77/4 par. 6")
def is_beyond_weeks_of_the_year(
    absence_kind,
    weeks_of_full_suspension,
    weeks_of_part_suspension,
    full_weeks_of_a_year,
    part_weeks_of_a_year,
    part_weeks_for_a_full_one,
):
    """More than sixteen weeks of full suspension, or twenty-six in part; two in part make one."""
    together = weeks_of_full_suspension * part_weeks_for_a_full_one + weeks_of_part_suspension
    too_long = together > full_weeks_of_a_year * part_weeks_for_a_full_one
    in_part = weeks_of_part_suspension > part_weeks_of_a_year
    only_in_part = weeks_of_full_suspension < 1
    beyond = (too_long & ~only_in_part) | in_part
    return absence_kind.is_(WHITE_COLLAR) & beyond
