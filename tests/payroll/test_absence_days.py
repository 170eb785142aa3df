"""Whatever absences are recorded: each hour of the schedule has one code, and no day is lost."""

from __future__ import annotations

import dataclasses
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
