"""Unemployment through a year: supplements for exactly its days, and no holiday reduced before its time."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from breaking import WORKSHOP
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.law import Month, belgium
from officium.payroll.absences import with_absences
from officium.payroll.folder import read_folder
from officium.payroll.records import Absence

RECORDS = read_folder(WORKSHOP)
EMPLOYER = RECORDS.employers[0]
KINDS = ("economic_unemployment", "weather_unemployment", "technical_breakdown")
DAYS_FOR_ONE, MOST = 25, 9


@st.composite
def unemployment(draw: st.DrawFn) -> tuple[Absence, ...]:
    """Days without work of one manual worker, from January on, with days of work between them."""
    found = []
    first = date(2025, 1, 2) + timedelta(days=draw(st.integers(0, 20)))
    while first < date(2025, 12, 1) and len(found) < 8:
        last = min(first + timedelta(days=draw(st.integers(0, 60))), date(2025, 12, 31))
        kind = draw(st.sampled_from(KINDS))
        event = None if kind == "weather_unemployment" else first
        found.append(
            Absence(staff_number="W002", contract=1, kind=kind, first=first, last=last, event=event)
        )
        first = last + timedelta(days=draw(st.integers(1, 30)))
    return tuple(found)


@settings(max_examples=8, deadline=None)
@given(unemployment(), st.integers(1, 12))
def test_the_lines_pay_the_days_and_no_holiday_is_reduced_too_early(
    found: tuple[Absence, ...], number: int
) -> None:
    month = Month(2025, number)
    records = dataclasses.replace(RECORDS, absences=found, time=(), pay=())
    records, of_month = with_absences(records, EMPLOYER, month, country=belgium(), provisional=True)
    own = [one for one in records.time if one.staff_number == "W002"]
    idle = [one for one in own if one.code.endswith("unemployment")]
    reduced = [one.day for one in own if one.code == "unemployment_holiday"]
    lines = {
        kind: sum(item.days or 0 for item in records.pay if item.kind == kind)
        for kind in ("unemployment_supplement", "additional_unemployment_supplement")
    }
    of_this = sum(100 for one in idle if Month.of(one.day) == month)
    assert set(lines.values()) == {of_this}
    assert all(of.family is not None for of in of_month.values())
    for place, day in enumerate(reduced, start=1):
        days = {one.day for one in own if one.day <= day and one.code != "worked"}
        paid = {one.day for one in own if one.code == "technical_breakdown_paid"}
        assert len(days - paid) > DAYS_FOR_ONE * place and place <= MOST
