"""Chains of illnesses and accidents, day by day, against a plain reading of the act beside the law book."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from breaking import WORKSHOP
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.law import Month, belgium, days_from
from officium.payroll.absences import with_absences
from officium.payroll.folder import read_folder
from officium.payroll.records import Absence, Records

WORKED = read_folder(WORKSHOP)
ONE = timedelta(days=1)
# Clerical, manual, and manual with a month of service that ends inside the period.
PEOPLE = ("W001", "W002", "W006")
SINCE = date(2025, 1, 1)
BEGAN = date(2025, 1, 20)


def _with_somebody_new() -> Records:
    """The workshop where W006 has the contract of W002, since a few days."""
    contract = next(one for one in WORKED.workers if one.staff_number == "W002").contracts[0]
    terms = (contract.terms[-1].model_copy(update={"since": BEGAN}),)
    new = contract.model_copy(update={"begins": BEGAN, "terms": terms})
    workers = tuple(
        one.model_copy(update={"contracts": (new,)}) if one.staff_number == "W006" else one
        for one in WORKED.workers
    )
    return dataclasses.replace(WORKED, workers=workers)


RECORDS = _with_somebody_new()
LAST = Month(2025, 6).last
PAID = {"sickness_paid": 4, "sickness_second_week": 3, "sickness_supplement": 2}


def begins_of(person: str) -> date:
    worker = next(one for one in RECORDS.workers if one.staff_number == person)
    return worker.contracts[0].begins


@st.composite
def chains(draw: st.DrawFn) -> tuple[Absence, ...]:
    """Illnesses with gaps near the two windows of relapse, some of another cause, some late."""
    found: list[Absence] = []
    for person in PEOPLE:
        day = max(SINCE, begins_of(person)) + timedelta(days=draw(st.integers(0, 25)))
        for _ in range(draw(st.integers(1, 4))):
            last = day + timedelta(
                days=draw(st.sampled_from([0, 1, 4, 6, 7, 11, 13, 14, 20, 29, 30, 40]))
            )
            if last > LAST:
                break
            refused = draw(st.sampled_from([None, None, None, 2, 60]))
            found.append(
                Absence(
                    staff_number=person,
                    contract=1,
                    kind=draw(st.sampled_from(["sickness", "sickness", "work_accident"])),
                    first=day,
                    last=last,
                    paid_from=None if refused is None else day + refused * ONE,
                )
            )
            if found[-1].kind == "sickness" and draw(st.booleans()) and draw(st.booleans()):
                found[-1] = found[-1].model_copy(update={"other_cause": "yes"})
            if found[-1].kind == "sickness" and draw(st.integers(0, 4)) == 0:
                found[-1] = found[-1].model_copy(update={"begun": "yes"})
            day = last + timedelta(days=draw(st.sampled_from([2, 3, 8, 14, 15, 16, 30, 56, 57])))
    return tuple(found)


def month_served(begins: date, day: date) -> bool:
    """Whether a month is complete on a day; begun after the 28th it may end with the next month."""
    year, number = (begins.year, begins.month + 1) if begins.month < 12 else (begins.year + 1, 1)
    following = Month(year, number)
    try:
        complete = date(year, number, begins.day)
    except ValueError:
        complete = following.last + ONE
    return day >= complete


def expected(person: str, found: tuple[Absence, ...]) -> dict[date, str]:
    """The code of every calendar day of absence, by the act read with a loop and a counter."""
    worker = next(one for one in RECORDS.workers if one.staff_number == person)
    contract = worker.contracts[0]
    clerical = contract.status == "white_collar"
    codes: dict[date, str] = {}
    paid_until, used = None, 0
    for one in found:
        accident = one.kind == "work_accident"
        soon = paid_until is not None and (one.first - paid_until).days <= 14
        count = used if soon and not accident and not one.other_cause else 0
        was_paid = False
        for day in days_from(one.first, one.last or LAST):
            begun_today = not accident and one.begun is not None and day == one.first
            count += not begun_today
            open_ = accident or clerical or month_served(contract.begins, day)
            open_ = open_ and not (one.paid_from and day < one.paid_from)
            code = "work_accident" if accident else "sickness_unpaid"
            if begun_today:
                code = "sickness_paid"
            elif open_ and count <= (30 if clerical else 7):
                code = "accident_paid" if accident else "sickness_paid"
            elif open_ and not clerical and count <= 30:
                second = "sickness_second_week" if count <= 14 else "sickness_supplement"
                code = "accident_advance" if accident else second
            codes[day] = code
            by_act = code in ("sickness_paid", "sickness_second_week") and not begun_today
            was_paid = was_paid or (by_act and contract.terms_on(day).hours_on(day) > 0)
        if was_paid and not accident:
            paid_until, used = one.last, min(count, 30)
    return codes


@settings(max_examples=25, deadline=None)
@given(chains())
def test_each_day_is_what_the_act_says_by_hand(found: tuple[Absence, ...]) -> None:
    employer = RECORDS.employers[0]
    records: Records = dataclasses.replace(RECORDS, absences=found, time=())
    for number in (2, 3, 5, 6):
        month = Month(2025, number)
        _, answers = with_absences(records, employer, month, country=belgium(), provisional=True)
        for person in PEOPLE:
            wanted = expected(person, tuple(one for one in found if one.staff_number == person))
            answer = answers.get((person, 1))
            days = answer.days if answer else ()
            assert {of.day for of in days} == {day for day in wanted if Month.of(day) == month}
            for at, of in enumerate(days):
                if not of.is_public_holiday and answer:
                    assert answer.code(at) == wanted[of.day], of.day


@settings(max_examples=25, deadline=None)
@given(chains())
def test_a_longer_illness_never_pays_a_later_day_better(found: tuple[Absence, ...]) -> None:
    """Inside one incapacity that nobody refused, pay only goes down from day to day, service reached."""
    for person in ("W001", "W002"):
        own = tuple(one for one in found if one.staff_number == person)
        for one in own:
            if one.kind == "sickness" and one.paid_from is None:
                codes = expected(person, own)
                steps = [PAID.get(codes[day], 0) for day in days_from(one.first, one.last or LAST)]
                assert steps == sorted(steps, reverse=True)
