"""Whatever leave is recorded, no more of it is granted than the law gives for the year or the event."""

from __future__ import annotations

import dataclasses
from collections import Counter
from datetime import date, timedelta

from breaking import WORKSHOP
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.law import Month, belgium
from officium.payroll.absences import with_absences
from officium.payroll.folder import read_folder
from officium.payroll.records import Absence

RECORDS = read_folder(WORKSHOP)
FIRST = date(2025, 1, 2)
BIRTH = date(2025, 1, 1)
# The hundredths of days that each right gives in the quarter, and the codes that are those days.
RIGHTS = {
    ("birth_leave", "child_leave_paid"): 300,
    ("birth_leave", "birth_leave"): 2000,
    ("bereavement_close", "short_absence"): 1000,
    ("caregiver_leave", "caregiver_leave"): 500,
    ("compelling_reasons", "compelling_leave"): 1000,
    ("foster_care_leave", "foster_care_leave"): 600,
}
KINDS = sorted({kind for kind, _ in RIGHTS})
OF_EVENT = ("birth_leave", "bereavement_close")


@st.composite
def leaves(draw: st.DrawFn) -> tuple[Absence, ...]:
    """Leave of one clerk in the first quarter, some of it for half days of 3.80 hours."""
    found: list[Absence] = []
    day = FIRST
    for _ in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(KINDS))
        last = day + timedelta(days=draw(st.integers(0, 14)))
        found.append(
            Absence(
                staff_number="W006",
                contract=1,
                kind=kind,
                first=day,
                last=last,
                hours=draw(st.sampled_from((None, 380))),
                event=BIRTH if kind in OF_EVENT else None,
            )
        )
        day = last + timedelta(days=draw(st.integers(1, 3)))
    return tuple(one for one in found if one.last and one.last <= date(2025, 3, 31))


@settings(max_examples=25, deadline=None)
@given(leaves())
def test_no_right_gives_more_than_its_days(found: tuple[Absence, ...]) -> None:
    records = dataclasses.replace(RECORDS, absences=found, time=())
    granted: Counter[tuple[str, str]] = Counter()
    for number in (1, 2, 3):
        _, months = with_absences(
            records, RECORDS.employers[0], Month(2025, number), country=belgium(), provisional=True
        )
        for of in months.values():
            for at, day in enumerate(of.days):
                # A scheduled day of W006 has 7.60 hours.
                granted[day.absence.kind, of.code(at)] += 100 * day.hours // 760
    assert {right: granted[right] for right in RIGHTS if granted[right] > RIGHTS[right]} == {}
    care = granted["caregiver_leave", "caregiver_leave"]
    assert care + granted["compelling_reasons", "compelling_leave"] <= 1000
    both = granted["birth_leave", "child_leave_paid"] + granted["birth_leave", "birth_leave"]
    assert both <= 2000
