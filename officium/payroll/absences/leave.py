"""What the law of leave needs to know of a day: its event, and how much was taken before it.

Counted from the records alone: a day on which work was scheduled is a day, one of some hours a part
of it, and a public holiday or a day off is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from officium.law import Month, leave_kinds
from officium.payroll.absences.day import AbsentDay
from officium.payroll.records import Absence

Value = int | str | bool | date
_NEVER = date(9999, 12, 31)
# Kinds that are counted together in a year: care for a relative is a compelling reason.
COMPELLING = (leave_kinds.COMPELLING, leave_kinds.CAREGIVER)
WEEK = 7
FIRST_YEAR = 2020


def leave_facts(of: AbsentDay, taken: Sequence[AbsentDay]) -> dict[str, Value]:
    """The facts of a day; `taken` are the days of the contract's absences, those before it included."""
    absence = of.absence
    event = absence.event or absence.first
    before = [one for one in taken if one.day < of.day]
    same = [one for one in before if one.absence.kind == absence.kind]
    of_year = [one for one in before if one.day.year == of.day.year]
    return {
        "absence_event_day": event,
        "expected_birth_day": absence.expected or event,
        "absence_last_day": absence.last or of.contract.ends or _NEVER,
        "event_year": year_of(event),
        "first_year_of_absence": year_of(absence.first),
        "weeks_after_event": weeks_between(event, of.day),
        "leave_day": part_of_day(of),
        "leave_days_of_event_before": _days(
            one for one in same if (one.absence.event or one.absence.first) == event
        ),
        "leave_days_of_year_before": _days(
            one for one in of_year if one.absence.kind == absence.kind
        ),
        "compelling_days_of_year_before": _days(
            one for one in of_year if one.absence.kind in COMPELLING
        ),
        "day_schedule_hours": schedule_of(of),
    }


def first_month_of_leave(
    days: Iterable[AbsentDay], absences: Iterable[Absence], month: Month
) -> Month:
    """The month from which absences bear on the rights of a month's days; the next one where none does.

    Leave of a year is counted from January, leave for an event from the first absence of its kind.
    """
    kinds = {one.absence.kind for one in days}
    yearly = (
        (*COMPELLING, leave_kinds.FOSTER_CARE)
        if kinds & {*COMPELLING, leave_kinds.FOSTER_CARE}
        else ()
    )
    begun = [
        max(one.first, date(month.year, 1, 1)) if one.kind in yearly else one.first
        for one in absences
        if one.first <= month.last
        and (
            one.kind in yearly
            or one.kind in kinds & {*leave_kinds.CHILD_LEAVE, *leave_kinds.SMALL_LEAVE}
        )
    ]
    return Month.of(min(begun)) if begun else month.next


def year_of(day: date) -> str:
    """The year of a day, as far back as the law tells years apart."""
    return str(day.year) if day.year >= FIRST_YEAR else "earlier"


def weeks_between(event: date, day: date) -> int:
    """Calendar weeks from that of the event to that of the day; a week begins on Monday."""
    mondays = day.toordinal() - day.weekday() - (event.toordinal() - event.weekday())
    return mondays // WEEK


def part_of_day(of: AbsentDay) -> int:
    """Hundredths of a day: the hours of absence over those of the schedule; a day off is none."""
    scheduled = schedule_of(of)
    if of.is_public_holiday or not scheduled:
        return 0
    return (200 * of.hours + scheduled) // (2 * scheduled)


def schedule_of(of: AbsentDay) -> int:
    """The hours scheduled on a day (hundredths); under a variable schedule those recorded for it."""
    terms = of.contract.terms_on(of.day)
    if terms.average_week:
        return of.hours + sum(one.hours for one in of.beside)
    return terms.hours_on(of.day)


def _days(days: Iterable[AbsentDay]) -> int:
    return sum(map(part_of_day, days))
