"""Maternity leave: from which day, until which day, and the rest that nobody may leave out."""

from officium.engine import at_least_zero, days_between, higher_of, lower_of, rule, where
from officium.law.leave.kinds import MATERNITY, PROLONGED, PROTECTION

ACT = "Act 16-03-1971 art. 39"


@rule(since="2022-01-01", source=ACT)
def is_maternity(absence_kind):
    """Leave before and after a birth, of one child or of several."""
    return absence_kind.is_(*MATERNITY)


@rule(since="2022-01-01", source=f"{ACT}, first paragraph", when="is_maternity", otherwise=0)
def days_before_birth(absence_kind, days_before_one_birth, days_before_multiple_birth):
    """Six weeks before the day on which the birth is expected, eight before that of several children."""
    return where(absence_kind.is_("maternity"), days_before_one_birth, days_before_multiple_birth)


@rule(since="2022-01-01", source=ACT, when="is_maternity", otherwise=0)
def days_taken_before_birth(absence_first_day, absence_event_day):
    """The days of leave before the day of the birth."""
    return at_least_zero(days_between(absence_first_day, absence_event_day))


@rule(since="2022-01-01", source=f"{ACT}, third paragraph", when="is_maternity", otherwise=0)
def days_moved_after_birth(
    days_before_birth,
    days_taken_before_birth,
    absence_event_day,
    expected_birth_day,
    days_of_rest_before,
):
    """Days worked in the weeks before the exact day; born early, without those of the last week."""
    worked = days_before_birth - lower_of(days_taken_before_birth, days_before_birth)
    of_last_week = at_least_zero(days_of_rest_before - days_taken_before_birth)
    is_early = days_between(absence_event_day, expected_birth_day) > 0
    return worked - where(is_early, of_last_week, 0)


@rule(
    since="2022-01-01",
    source=f"{ACT}, second to fifth paragraph",
    when="is_maternity",
    otherwise=0,
)
def days_after_birth(
    absence_kind,
    absence_first_day,
    absence_event_day,
    days_of_rest_after,
    days_moved_after_birth,
    days_more_after_multiple_birth,
):
    """Nine weeks from the birth, or from the day after where she still began work on it; what was moved.

    After the birth of several children two weeks more.
    """
    began_work = where(days_between(absence_event_day, absence_first_day) > 0, 1, 0)
    more = where(absence_kind.is_("maternity"), 0, days_more_after_multiple_birth)
    return days_of_rest_after + began_work + days_moved_after_birth + more


@rule(since="2022-01-01", source=ACT)
def is_maternity_leave_due(
    is_maternity,
    absence_day,
    absence_event_day,
    expected_birth_day,
    days_before_birth,
    days_after_birth,
):
    """Before the birth from the first of the weeks on; after it until the last of the days."""
    since_birth = days_between(absence_event_day, absence_day)
    is_before = (since_birth < 0) & (
        days_between(absence_day, expected_birth_day) <= days_before_birth
    )
    is_after = (since_birth >= 0) & (since_birth < days_after_birth)
    return is_maternity & (is_before | is_after)


@rule(since="2022-01-01", source=f"{ACT}, sixth paragraph")
def is_maternity_prolonged(absence_kind, absence_first_day, absence_day, days_of_prolongation):
    """While a newborn child stays in hospital after its first week: at most twenty-four weeks."""
    days = days_between(absence_first_day, absence_day)
    return absence_kind.is_(PROLONGED) & (days < days_of_prolongation)


@rule(since="2022-01-01", source=f"{ACT}; art. 42 and 43")
def is_maternity_leave(absence_kind, is_maternity_leave_due, is_maternity_prolonged):
    """Maternity leave that is due, its prolongation, or work forbidden to protect mother and child."""
    return is_maternity_leave_due | is_maternity_prolonged | absence_kind.is_(PROTECTION)


@rule(since="2022-01-01", source=f"{ACT}, second paragraph")
def is_rest_of_birth_short(
    is_maternity,
    absence_event_day,
    expected_birth_day,
    absence_last_day,
    days_taken_before_birth,
    days_of_rest_before,
    days_of_rest_after,
):
    """No work from the seventh day before the expected birth to the end of nine weeks after it."""
    early = higher_of(days_between(absence_event_day, expected_birth_day), 0)
    short_before = days_taken_before_birth + early < days_of_rest_before
    short_after = days_between(absence_event_day, absence_last_day) + 1 < days_of_rest_after
    return is_maternity & (short_before | short_after)
