"""Illness that begins in annual holidays: holidays all the same before 2024, guaranteed pay since."""

from officium.engine import rule

OLD = "RD 30-03-1967 art. 68, 2°, before RD 08-02-2023"
NEW = "Act 03-07-1978 art. 31/2, inserted by the act of 17-07-2023; RD 30-03-1967 art. 68, 2°, a"


@rule(since="2017-01-09", source=OLD)
def is_holiday_all_the_same(absence_kind, is_in_recorded_holidays, has_begun_in_holidays):
    """A day of holidays in which the illness began: it counts as taken."""
    began = is_in_recorded_holidays & has_begun_in_holidays
    return absence_kind.is_("sickness") & began


@is_holiday_all_the_same.since("2024-01-01", source=NEW)
def is_no_holiday_any_more(is_in_recorded_holidays):
    """The illness goes before the holidays, which are kept for later."""
    return is_in_recorded_holidays & ~is_in_recorded_holidays


@rule(since="2017-01-09", source=NEW)
def is_full_pay_in_holidays(is_day_of_full_pay, is_in_recorded_holidays, has_begun_in_holidays):
    """Guaranteed pay at 100 % for a day of holidays in which the illness began."""
    return is_day_of_full_pay & is_in_recorded_holidays & has_begun_in_holidays
