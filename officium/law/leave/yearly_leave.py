"""Leave of so many days a year without pay: compelling reasons, care for a relative, foster care."""

from officium.engine import rule
from officium.law.leave.kinds import CAREGIVER, FOSTER_CARE, YEARLY_LEAVE

ACT = "Act 03-07-1978 art. 30bis and 30quater"


@rule(since="2022-01-01", source=ACT)
def is_yearly_leave(absence_kind):
    """Leave of which the law gives some days in each calendar year."""
    return absence_kind.is_(*YEARLY_LEAVE)


@rule(since="2022-01-01", source="Act 03-07-1978 art. 30bis par. 1; CLA no. 45 art. 4")
def is_compelling_leave_in_limit(compelling_days_of_year_before, leave_day, compelling_leave_days):
    """Days of caregiver leave count among those for compelling reasons."""
    return compelling_days_of_year_before + leave_day <= compelling_leave_days


@rule(since="2022-01-01", source=ACT)
def is_yearly_leave_due(
    is_yearly_leave,
    absence_kind,
    is_compelling_leave_in_limit,
    leave_days_of_year_before,
    leave_day,
    caregiver_leave_days,
    foster_care_leave_days,
):
    """No more days in the calendar year than the law gives for the reason."""
    days = leave_days_of_year_before + leave_day
    of_care = is_compelling_leave_in_limit & (days <= caregiver_leave_days)
    is_due = (
        (absence_kind.is_(FOSTER_CARE) & (days <= foster_care_leave_days))
        | (absence_kind.is_(CAREGIVER) & of_care)
        | (~absence_kind.is_(FOSTER_CARE, CAREGIVER) & is_compelling_leave_in_limit)
    )
    return is_yearly_leave & is_due
