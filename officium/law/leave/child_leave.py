"""Birth leave, adoption leave and foster parental leave: the first days are the employer's."""

from officium.engine import days_between, months_between, pick, rule, where
from officium.law.absence.kinds import all_but
from officium.law.leave.kinds import ADOPTION, BIRTH, CHILD_LEAVE, FOSTER_PARENTAL

ACT = "Act 03-07-1978 art. 30 par. 2, 30ter and 30sexies"


@rule(since="2022-01-01", source=ACT)
def is_child_leave(absence_kind):
    """Leave for a child that was born, adopted, or placed for long."""
    return absence_kind.is_(*CHILD_LEAVE)


@rule(
    since="2022-01-01",
    source="Act 03-07-1978 art. 30ter par. 1 and 30sexies par. 1",
    when="is_child_leave",
    otherwise=0,
)
def weeks_of_leave_in_days(first_year_of_absence, adoption_leave_days, adoption_days_shared):
    """Six weeks for each parent, and the weeks that the parents share, by the year in which it begins."""
    return adoption_leave_days + pick(first_year_of_absence, adoption_days_shared)


@rule(
    since="2022-01-01",
    source="Act 03-07-1978 art. 30 par. 2",
    fact="is_child_leave_due",
    scope={"absence_kind": BIRTH},
)
def is_birth_leave_due(
    absence_event_day,
    absence_day,
    event_year,
    leave_days_of_event_before,
    leave_day,
    birth_leave_days,
    birth_leave_months,
):
    """So many days by the year of the birth, within four months that begin with its day."""
    return (
        (days_between(absence_event_day, absence_day) >= 0)
        & (months_between(absence_event_day, absence_day) < birth_leave_months)
        & (leave_days_of_event_before + leave_day <= pick(event_year, birth_leave_days))
    )


@rule(
    since="2022-01-01",
    source="Act 03-07-1978 art. 30ter par. 1 and 30sexies par. 1",
    fact="is_child_leave_due",
    scope={"absence_kind": (ADOPTION, FOSTER_PARENTAL)},
)
def is_leave_of_weeks_due(
    absence_first_day, absence_day, weeks_of_leave_in_days, adoption_several_children_days
):
    """At most twice those weeks, for a child with a disability, and two more for several children."""
    most = weeks_of_leave_in_days * 2 + adoption_several_children_days
    return days_between(absence_first_day, absence_day) < most


@rule(
    since="2022-01-01",
    source=ACT,
    fact="is_child_leave_due",
    scope={"absence_kind": all_but(CHILD_LEAVE)},
)
def is_no_child_leave(is_child_leave):
    """An absence for another reason is none of these."""
    return is_child_leave


@rule(since="2022-01-01", source=ACT)
def is_leave_paid_by_employer(
    is_child_leave_due,
    leave_days_of_event_before,
    leave_day,
    child_leave_days_of_employer,
):
    """The first three days."""
    is_first = leave_days_of_event_before + leave_day <= child_leave_days_of_employer
    return is_child_leave_due & is_first


@rule(since="2022-01-01", source=ACT)
def is_leave_paid_by_insurance(is_child_leave_due, is_leave_paid_by_employer):
    """All days that follow: the health insurance pays a benefit."""
    return is_child_leave_due & ~is_leave_paid_by_employer


@rule(since="2022-01-01", source="Act 03-07-1978 art. 30ter par. 1 and 30sexies par. 1")
def is_leave_longer_than_usual(
    is_child_leave, absence_kind, absence_first_day, absence_day, weeks_of_leave_in_days
):
    """More than the weeks of one child without a disability."""
    days = days_between(absence_first_day, absence_day)
    return is_child_leave & ~absence_kind.is_(BIRTH) & (days >= weeks_of_leave_in_days)


@rule(since="2022-01-01", source="Act 03-07-1978 art. 30ter par. 1/1 and 30sexies par. 2")
def is_leave_begun_late(
    is_child_leave,
    absence_kind,
    absence_event_day,
    absence_first_day,
    adoption_start_months,
    foster_start_months,
):
    """More than two months after the child is registered, of a foster child more than twelve."""
    most = where(absence_kind.is_(ADOPTION), adoption_start_months, foster_start_months)
    is_by_weeks = is_child_leave & ~absence_kind.is_(BIRTH)
    return is_by_weeks & (0 - months_between(absence_first_day, absence_event_day) > most)
