"""The hours of one day of a contract, by code: as recorded, else as scheduled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from officium.findings import BadInput
from officium.language import plain
from officium.payroll.records import Terms, TimeEntry

PUBLIC_HOLIDAY, HOLIDAY_REST, WORKED = "public_holiday", "public_holiday_rest", "worked"
CAREER_BREAK = "career_break"
WEEKS_OF_AVERAGE = 4


def hours_of_day(
    day: date, terms: Terms, is_holiday: bool, entries: Sequence[TimeEntry]
) -> Mapping[str, int]:
    """The hours of a day by code (hundredths).

    Raises BadInput where the recorded hours do not fit the day.
    """
    if not entries:
        code = PUBLIC_HOLIDAY if is_holiday else WORKED
        if terms.is_interrupted:
            code = CAREER_BREAK
        scheduled = terms.hours_on(day)
        return {code: scheduled} if scheduled else {}
    if misfit := misfit_of_day(day, terms, entries):
        raise BadInput(misfit, code="time_does_not_fit", where=str(entries[0].origin))
    return {str(entry.code): entry.hours for entry in entries}


def part_of_day(terms: Terms, entry: TimeEntry) -> int:
    """Hundredths of a day: the hours over those of the schedule."""
    # Under a variable schedule the hours recorded for a day are its schedule.
    scheduled = entry.hours if terms.average_week else terms.hours_on(entry.day)
    return (200 * entry.hours + scheduled) // (2 * scheduled) if scheduled else 0


def misfit_of_day(day: date, terms: Terms, entries: Sequence[TimeEntry]) -> str | None:
    """What is wrong with the hours recorded for a day of a contract; None: they fit."""
    if misfit := _misfit_of_break(day, terms, entries):
        return misfit
    if terms.average_week:
        return None
    scheduled = terms.hours_on(day)
    hours = {str(entry.code): entry.hours for entry in entries}
    difference = sum(hours.values()) - scheduled
    may_be_more = set(hours) == {WORKED} and terms.hourly_wage is not None
    if difference < 0 or (difference > 0 and not may_be_more):
        return (
            f"{entries[0].staff_number}: {plain(sum(hours.values()), 2)} hours are recorded on {day} "
            f"and the schedule has {plain(scheduled, 2)}: all hours of the day are expected, the "
            "worked ones included"
        )
    return None


def _misfit_of_break(day: date, terms: Terms, entries: Sequence[TimeEntry]) -> str | None:
    """Time inside an interrupted career; the code of the interruption outside one."""
    who = entries[0].staff_number
    if terms.is_interrupted:
        return (
            f"{who}: {entries[0].code} on {day}, and the terms interrupt the career wholly "
            f"({terms.measure}): begin new terms on the first day back, or take the line or the "
            "absence off"
        )
    if any(entry.code == CAREER_BREAK for entry in entries):
        return (
            f"{who}: {CAREER_BREAK} is recorded on {day}: it comes by itself from terms with a "
            "measure and is_interrupted"
        )
    return None


def unsettled_holiday(staff_number: str, day: date, entries: Iterable[TimeEntry]) -> str:
    """What to record for a public holiday under a variable schedule, which does not tell its hours.

    A holiday on which work was planned is paid for the planned hours; another one for the average of
    the four weeks before, over the days worked in them (royal decree of 18 April 1974, art. 2 and 4
    par. 2).
    """
    first = day - timedelta(weeks=WEEKS_OF_AVERAGE)
    worked = [entry for entry in entries if first <= entry.day < day and entry.code == WORKED]
    days = len({entry.day for entry in worked})
    average = plain(sum(entry.hours for entry in worked) // days, 2) if days else "none"
    return (
        f"{staff_number}: {day} is a public holiday and the schedule is variable: record "
        "public_holiday with the hours that were planned; where no work was planned, with the "
        f"average of the four weeks before ({average}); or the absence, where it is not paid"
    )
