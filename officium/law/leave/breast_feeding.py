"""Breast-feeding breaks: half an hour, or two on a long day, until nine months after the birth."""

from officium.engine import days_between, months_between, rule, where
from officium.law.leave.kinds import BREAST_FEEDING

CLA = "CLA no. 80 of 27-11-2001 and no. 80bis"


@rule(since="2022-01-01", source=CLA)
def is_breast_feeding(absence_kind):
    """Breaks to breast-feed or to express milk."""
    return absence_kind.is_(BREAST_FEEDING)


@rule(since="2022-01-01", source=CLA, when="is_breast_feeding", otherwise=0)
def breast_feeding_hours_due(
    day_schedule_hours,
    breast_feeding_break,
    breast_feeding_short_day,
    breast_feeding_long_day,
):
    """One break on a day of four hours, two on one of seven and a half, by the hours of the schedule."""
    return where(
        day_schedule_hours >= breast_feeding_long_day,
        breast_feeding_break * 2,
        where(day_schedule_hours >= breast_feeding_short_day, breast_feeding_break, 0),
    )


@rule(since="2022-01-01", source=CLA)
def is_breast_feeding_due(
    is_breast_feeding,
    absence_event_day,
    absence_day,
    absence_hours,
    breast_feeding_hours_due,
    breast_feeding_months,
):
    """Within the months from the birth, and no longer than the breaks of the day."""
    return (
        is_breast_feeding
        & (days_between(absence_event_day, absence_day) >= 0)
        & (months_between(absence_event_day, absence_day) < breast_feeding_months)
        & (absence_hours <= breast_feeding_hours_due)
    )
