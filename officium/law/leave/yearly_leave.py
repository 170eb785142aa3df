"""Leave of so many days a year without pay: compelling reasons, care for a relative, foster care."""

from officium.engine import rule
from officium.law.absence.kinds import all_but
from officium.law.leave.kinds import CAREGIVER, COMPELLING, FOSTER_CARE, YEARLY_LEAVE

COMPELLING_REASONS = "Act 03-07-1978 art. 30bis par. 1; CLA no. 45 art. 4"


@rule(since="2022-01-01", source=COMPELLING_REASONS)
def is_compelling_leave_in_limit(compelling_days_of_year_before, leave_day, compelling_leave_days):
    """Days of caregiver leave count among those for compelling reasons."""
    return compelling_days_of_year_before + leave_day <= compelling_leave_days


@rule(
    since="2022-01-01",
    source=COMPELLING_REASONS,
    fact="is_yearly_leave_due",
    scope={"absence_kind": COMPELLING},
)
def is_compelling_leave_due(is_compelling_leave_in_limit):
    """So many days in the calendar year."""
    return is_compelling_leave_in_limit


@rule(
    since="2022-01-01",
    source="Act 03-07-1978 art. 30bis par. 2",
    fact="is_yearly_leave_due",
    scope={"absence_kind": CAREGIVER},
)
def is_caregiver_leave_due(
    is_compelling_leave_in_limit, leave_days_of_year_before, leave_day, caregiver_leave_days
):
    """Some of these days, for who needs considerable care."""
    of_care = leave_days_of_year_before + leave_day <= caregiver_leave_days
    return is_compelling_leave_in_limit & of_care


@rule(
    since="2022-01-01",
    source="Act 03-07-1978 art. 30quater; RD 27-10-2008",
    fact="is_yearly_leave_due",
    scope={"absence_kind": FOSTER_CARE},
)
def is_foster_care_leave_due(leave_days_of_year_before, leave_day, foster_care_leave_days):
    """So many days in the calendar year, which two foster parents share."""
    return leave_days_of_year_before + leave_day <= foster_care_leave_days


@rule(
    since="2022-01-01",
    source="Act 03-07-1978 art. 30bis and 30quater",
    fact="is_yearly_leave_due",
    scope={"absence_kind": all_but(YEARLY_LEAVE)},
)
def is_no_yearly_leave(absence_kind):
    """An absence for another reason is none of these."""
    return absence_kind.is_(*YEARLY_LEAVE)
