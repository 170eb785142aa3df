"""Illness and accidents."""

from __future__ import annotations

from officium.payroll.absence_kinds import no_work
from officium.payroll.absence_kinds.kind import PAID_HOLIDAY, AbsenceKind

FULL_PAY = "is_day_of_full_pay"
# Absences in which one may fall ill; of the others, the one that began first goes on.
INSIDE = ("partial_work", *no_work.UNEMPLOYMENT)
REFUSED = ("paid_from", "paid_until")
_ACCIDENT = (PAID_HOLIDAY, (FULL_PAY, "accident_paid"), ("is_day_of_advance", "accident_advance"))

KINDS: dict[str, AbsenceKind] = {
    "sickness": AbsenceKind(
        "incapacity for work by illness or a private accident",
        "sickness_unpaid",
        (
            ("is_holiday_all_the_same", "holiday"),
            PAID_HOLIDAY,
            ("is_day_of_work_begun", "sickness_paid"),
            ("is_full_pay_in_holidays", "sickness_in_holiday"),
            (FULL_PAY, "sickness_paid"),
            ("is_day_of_second_week", "sickness_second_week"),
            ("is_day_of_supplement", "sickness_supplement"),
        ),
        may=("begun", "other_cause", "days_counted", "certificate", *REFUSED),
        over_holidays=True,
        within=INSIDE,
    ),
    "work_accident": AbsenceKind(
        "accident at work, or on the way to it",
        "work_accident",
        _ACCIDENT,
        may=REFUSED,
        over_holidays=True,
        within=INSIDE,
    ),
    "occupational_disease": AbsenceKind(
        "occupational disease",
        "occupational_disease",
        _ACCIDENT,
        may=REFUSED,
        over_holidays=True,
        within=INSIDE,
    ),
    "partial_work": AbsenceKind(
        "partial resumption in agreement with the advising physician: `share` of each day is worked, "
        "or the hours that are recorded for the day",
        "sickness_unpaid",
        needs=("share",),
        is_partial=True,
    ),
}
