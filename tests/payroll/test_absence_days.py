"""Whatever absences are recorded: each hour of the schedule has one code, and no day is lost."""

from __future__ import annotations

import dataclasses
import itertools
from datetime import date, timedelta

from breaking import WORKSHOP
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.law import Month, belgium
from officium.payroll.absence_kinds import ABSENCE_KINDS
from officium.payroll.absences import with_absences
from officium.payroll.carried import CARRIED
from officium.payroll.facts import months_of_workers
from officium.payroll.folder import read_folder
from officium.payroll.records import Absence, Records
from officium.payroll.timesheet import holidays_granted

RECORDS = read_folder(WORKSHOP)
FIRST = date(2025, 1, 1)
DETAILS = {"hours": 100, "share": 2000, "event": FIRST}
# People of both statuses who work the whole quarter by a fixed schedule.
PEOPLE = ("W001", "W002", "W006")


@st.composite
def absences(draw: st.DrawFn) -> tuple[Absence, ...]:
    """Absences of the quarter that follow each other, each of any kind."""
    found: list[Absence] = []
    for person in PEOPLE:
        day = FIRST + timedelta(days=draw(st.integers(0, 60)))
        for _ in range(draw(st.integers(0, 3))):
            kind = draw(st.sampled_from(sorted(ABSENCE_KINDS)))
            last = day + timedelta(days=draw(st.integers(0, 20)))
            needed = {name: DETAILS[name] for name in ABSENCE_KINDS[kind].needs}
            found.append(
                Absence(staff_number=person, contract=1, kind=kind, first=day, last=last, **needed)
            )
            day = last + timedelta(days=draw(st.integers(1, 10)))
    return tuple(found)


@settings(max_examples=25, deadline=None)
@given(absences(), st.integers(1, 3))
def test_each_scheduled_hour_has_one_code_and_each_day_is_a_whole_one(
    found: tuple[Absence, ...], number: int
) -> None:
    month = Month(2025, number)
    employer = RECORDS.employers[0]
    records: Records = dataclasses.replace(RECORDS, absences=found, time=())
    records, _ = with_absences(records, employer, month, country=belgium(), provisional=True)
    nothing = dict.fromkeys(CARRIED.values(), 0)
    people = {worker.staff_number: nothing for worker in records.workers}
    holidays = holidays_granted(employer, month)
    for one in months_of_workers(records, employer, month, people):
        for sheet in one.timesheets:
            if sheet.terms.average_week:
                continue
            for part in sheet.parts:
                scheduled = [day for day in part.by_day if part.terms.hours_on(day.day)]
                for day in part.by_day:
                    assert sum(day.hours.values()) == part.terms.hours_on(day.day)
                    worked = day.hours.get("worked", 0)
                    own = [
                        absence
                        for absence in found
                        if absence.staff_number == one.worker.staff_number
                        and absence.contract == sheet.contract.number
                        and absence.covers(day.day)
                    ]
                    whole = any(
                        absence.hours is None and not ABSENCE_KINDS[absence.kind].is_partial
                        for absence in own
                    )
                    assert not (whole and worked)
                    assert own or day.day in holidays or worked == part.terms.hours_on(day.day)
                assert sum(time.days for time in part.times) == 100 * len(scheduled)


def _answered(month: Month, *absences: Absence) -> dict[date, str]:
    records: Records = dataclasses.replace(RECORDS, absences=absences, time=())
    employer = records.employers[0]
    _, found = with_absences(records, employer, month, country=belgium(), provisional=True)
    (answer,) = found.values()
    return {of.day: answer.code(at) for at, of in enumerate(answer.days)}


def _lines(kind: str, *days: date, **details: object) -> tuple[Absence, ...]:
    """Lines of W001 that follow each other; each begins on one of the days but the last, their end."""
    return tuple(
        Absence.model_validate(
            {
                "staff_number": "W001",
                "contract": 1,
                "kind": kind,
                "first": first,
                "last": after - timedelta(days=1),
                **details,
            }
        )
        for first, after in itertools.pairwise(days)
    )


def test_an_absence_in_two_lines_without_a_day_between_them_is_one() -> None:
    """Maternity leave with another line from the birth on; force majeure over Easter Monday; partial
    work with another share."""
    birth = date(2025, 2, 17)
    leave = _lines("maternity", date(2025, 1, 6), birth, date(2025, 5, 31), event=birth)
    codes = _answered(Month(2025, 4), *leave)
    # Six weeks were taken before: nine weeks from Monday 17 February end on 20 April.
    assert (codes[date(2025, 4, 18)], codes[date(2025, 4, 22)]) == ("maternity", "unpaid_leave")
    force = _lines("force_majeure", date(2025, 4, 7), date(2025, 4, 14), date(2025, 5, 1))
    # 21 April is the fifteenth day.
    assert _answered(Month(2025, 4), *force)[date(2025, 4, 21)] == "temporary_unemployment"
    days = date(2025, 1, 6), date(2025, 3, 17), date(2025, 7, 1)
    work = _lines("partial_work", *days, share=5000)
    ill = _lines("sickness", date(2025, 5, 23), date(2025, 5, 28))
    # Twenty weeks from 6 January end on 25 May.
    codes = _answered(Month(2025, 5), *work, *ill)
    assert (codes[date(2025, 5, 23)], codes[date(2025, 5, 26)]) == (
        "sickness_unpaid",
        "sickness_paid",
    )
