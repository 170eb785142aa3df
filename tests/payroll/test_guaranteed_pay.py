"""Chains of illnesses and accidents, day by day, against a plain reading of the act beside the law book."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from breaking import WORKSHOP
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.findings import BadInput
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


def answered(month: Month, *absences: Absence) -> dict[date, str]:
    """The codes of the days of absence of a month, with nothing else recorded."""
    records: Records = dataclasses.replace(WORKED, absences=absences, time=())
    employer = records.employers[0]
    _, answers = with_absences(records, employer, month, country=belgium(), provisional=True)
    (answer,) = answers.values()
    return {of.day: answer.code(at) for at, of in enumerate(answer.days)}


def ill(first: date, last: date | None = None, **details: object) -> Absence:
    """An illness of W001, a white-collar worker, or what the details make of it."""
    told = {"staff_number": "W001", "contract": 1, "kind": "sickness", "first": first, "last": last}
    return Absence.model_validate({**told, **details})


def test_a_relapse_over_the_end_of_the_year_by_the_text_of_its_first_day() -> None:
    """Thirty days in November 2025; ill again 35 days later, on each side of 1 January 2026."""
    before = ill(date(2025, 10, 28), date(2025, 11, 26))
    old = answered(Month(2025, 12), before, ill(date(2025, 12, 31), date(2026, 1, 6)))
    assert old[date(2025, 12, 31)] == "sickness_paid"
    # It began under the old text, and stays under it.
    old = answered(Month(2026, 1), before, ill(date(2025, 12, 31), date(2026, 1, 6)))
    assert old[date(2026, 1, 5)] == "sickness_paid"
    new = answered(Month(2026, 1), before, ill(date(2026, 1, 2), date(2026, 1, 6)))
    assert new[date(2026, 1, 5)] == "sickness_unpaid"
    # 26 November and eight weeks: 21 January is the last day.
    new = answered(Month(2026, 1), before, ill(date(2026, 1, 21), date(2026, 1, 23)))
    assert new[date(2026, 1, 21)] == "sickness_unpaid"
    new = answered(Month(2026, 1), before, ill(date(2026, 1, 22), date(2026, 1, 23)))
    assert new[date(2026, 1, 22)] == "sickness_paid"


def test_who_begins_to_work_between_two_illnesses_has_a_relapse() -> None:
    """Three days; on Thursday 23 January work begins and ends: the next day is day 4, 27 January day 7."""
    karim = {"staff_number": "W002"}
    codes = answered(
        Month(2025, 1),
        ill(date(2025, 1, 20), date(2025, 1, 22), **karim),
        ill(date(2025, 1, 23), date(2025, 1, 31), begun="yes", **karim),
    )
    assert [codes[date(2025, 1, day)] for day in (23, 24, 27, 28)] == [
        "sickness_paid",
        "sickness_paid",
        "sickness_paid",
        "sickness_second_week",
    ]


def test_a_relapse_that_paid_nothing_does_not_count_on() -> None:
    """Exhausted in January; ill for nothing within fourteen days; a third time, after them: paid."""
    found = (
        ill(date(2025, 1, 1), date(2025, 1, 30)),
        ill(date(2025, 2, 10), date(2025, 2, 12)),
        ill(date(2025, 2, 17), date(2025, 2, 21)),
    )
    codes = answered(Month(2025, 2), *found)
    assert codes[date(2025, 2, 10)] == "sickness_unpaid"
    # The last incapacity that was paid ended on 30 January, eighteen days before.
    assert codes[date(2025, 2, 17)] == "sickness_paid"


def test_the_twenty_weeks_of_partial_work_came_on_28_november_2022() -> None:
    work = ill(date(2022, 1, 10), kind="partial_work", share=5000)
    codes = answered(Month(2022, 11), work, ill(date(2022, 11, 24), date(2022, 11, 30)))
    assert [codes[date(2022, 11, day)] for day in (25, 27, 28, 29)] == [
        "sickness_unpaid",
        "sickness_unpaid",
        "sickness_paid",
        "sickness_paid",
    ]


def test_after_twenty_weeks_of_partial_work_the_hours_of_that_work_are_paid() -> None:
    """From 6 January to 25 May 2025 nothing is due; on Monday 26 May, for half of the day."""
    absences = (
        ill(date(2025, 1, 6), kind="partial_work", share=5000),
        ill(date(2025, 5, 23), date(2025, 5, 27)),
    )
    records: Records = dataclasses.replace(WORKED, absences=absences, time=())
    month = Month(2025, 5)
    told, _ = with_absences(
        records, records.employers[0], month, country=belgium(), provisional=True
    )
    hours = {(one.day.day, one.code): one.hours for one in told.time if one.day in month.days}
    assert hours[23, "sickness_unpaid"] == 760
    assert (hours[26, "sickness_paid"], hours[26, "sickness_unpaid"]) == (380, 380)


def test_illness_in_holidays_is_holidays_before_2024() -> None:
    """Holidays from Wednesday 27 December 2023; ill from Thursday 28 to Wednesday 3 January."""
    days = [date(2023, 12, 27) + ONE * n for n in range(9)]
    entries = tuple(
        WORKED.time[0].model_copy(
            update={
                "staff_number": "W001",
                "contract": 1,
                "day": day,
                "code": "holiday",
                "hours": 760,
            }
        )
        for day in days
        if day.weekday() < 5 and day != date(2024, 1, 1)
    )
    records = dataclasses.replace(
        WORKED, absences=(ill(date(2023, 12, 28), date(2024, 1, 3)),), time=entries
    )

    def codes(month: Month) -> dict[date, str]:
        _, answers = with_absences(
            records, records.employers[0], month, country=belgium(), provisional=True
        )
        (answer,) = answers.values()
        return {of.day: answer.code(at) for at, of in enumerate(answer.days)}

    assert codes(Month(2023, 12))[date(2023, 12, 28)] == "holiday"
    january = codes(Month(2024, 1))
    assert january[date(2024, 1, 1)] == "public_holiday"
    assert january[date(2024, 1, 2)] == "sickness_in_holiday"


def test_partial_work_goes_on_with_the_incapacity() -> None:
    """The month is used from 6 January on; half work from 6 February to 9 March; ill again the day after."""
    found = (
        ill(date(2025, 1, 6), date(2025, 2, 5)),
        ill(date(2025, 2, 6), date(2025, 3, 9), kind="partial_work", share=5000),
    )
    codes = answered(Month(2025, 3), *found, ill(date(2025, 3, 10), date(2025, 3, 14)))
    assert codes[date(2025, 3, 10)] == "sickness_unpaid"
    # Fourteen days after 9 March is 23 March; the day after it, a month begins anew.
    codes = answered(Month(2025, 3), *found, ill(date(2025, 3, 23), date(2025, 3, 25)))
    assert codes[date(2025, 3, 24)] == "sickness_unpaid"
    codes = answered(Month(2025, 3), *found, ill(date(2025, 3, 24), date(2025, 3, 25)))
    assert codes[date(2025, 3, 24)] == "sickness_paid"
    # A certificate of another cause opens a month of its own.
    other = ill(date(2025, 3, 10), date(2025, 3, 14), other_cause="yes")
    assert answered(Month(2025, 3), *found, other)[date(2025, 3, 10)] == "sickness_paid"


def test_partial_work_after_days_of_work_is_not_of_the_illness_before() -> None:
    """Ill until Wednesday 5 February, at work on Thursday, half work from Friday on: two things."""
    codes = answered(
        Month(2025, 3),
        ill(date(2025, 1, 6), date(2025, 2, 5)),
        ill(date(2025, 2, 7), date(2025, 3, 9), kind="partial_work", share=5000),
        ill(date(2025, 3, 10), date(2025, 3, 14)),
    )
    assert codes[date(2025, 3, 10)] == "sickness_paid"


def _in_two_contracts(ends: date, begins: date) -> Records:
    """The workshop where W001 has a second contract with the same employer."""
    worker = next(one for one in WORKED.workers if one.staff_number == "W001")
    first = worker.contracts[0]
    terms = (first.terms[-1].model_copy(update={"since": begins}),)
    contracts = (
        first.model_copy(update={"ends": ends}),
        first.model_copy(update={"number": 2, "begins": begins, "terms": terms}),
    )
    workers = tuple(
        worker.model_copy(update={"contracts": contracts}) if one is worker else one
        for one in WORKED.workers
    )
    return dataclasses.replace(WORKED, workers=workers, time=())


def _second(records: Records, month: Month, *absences: Absence) -> dict[date, str]:
    """The codes of the days of absence under the second contract."""
    told = dataclasses.replace(records, absences=absences)
    _, answers = with_absences(told, told.employers[0], month, country=belgium(), provisional=True)
    answer = answers["W001", 2]
    return {of.day: answer.code(at) for at, of in enumerate(answer.days)}


def test_an_illness_over_two_contracts_without_a_day_between_them_is_one() -> None:
    """Ill from 20 January on; a new contract on 1 February: Tuesday 18 February is day 30."""
    records = _in_two_contracts(date(2025, 1, 31), date(2025, 2, 1))
    for last in (date(2025, 1, 31), None):
        ills = (ill(date(2025, 1, 20), last), ill(date(2025, 2, 1), date(2025, 2, 28), contract=2))
        codes = _second(records, Month(2025, 2), *ills)
        assert codes[date(2025, 2, 18)] == "sickness_paid"
        assert codes[date(2025, 2, 19)] == "sickness_unpaid"
    # With days between the contracts, a month begins anew.
    records = _in_two_contracts(date(2025, 1, 31), date(2025, 2, 3))
    ills = (
        ill(date(2025, 1, 20), date(2025, 1, 31)),
        ill(date(2025, 2, 3), date(2025, 2, 28), contract=2),
    )
    assert _second(records, Month(2025, 2), *ills)[date(2025, 2, 28)] == "sickness_paid"


def test_the_employers_days_of_birth_leave_are_three_over_two_contracts() -> None:
    """Born on 27 January: two days in January, two under the contract that follows at once."""
    records = _in_two_contracts(date(2025, 1, 31), date(2025, 2, 1))
    born = {"kind": "birth_leave", "event": date(2025, 1, 27)}
    codes = _second(
        records,
        Month(2025, 2),
        ill(date(2025, 1, 30), date(2025, 1, 31), **born),
        ill(date(2025, 2, 3), date(2025, 2, 4), contract=2, **born),
    )
    assert [codes[date(2025, 2, day)] for day in (3, 4)] == ["child_leave_paid", "birth_leave"]
    # The same where the contract changes inside the month.
    records = _in_two_contracts(date(2025, 2, 5), date(2025, 2, 6))
    codes = _second(
        records,
        Month(2025, 2),
        ill(date(2025, 2, 4), date(2025, 2, 5), **born),
        ill(date(2025, 2, 6), date(2025, 2, 7), contract=2, **born),
    )
    assert [codes[date(2025, 2, day)] for day in (6, 7)] == ["child_leave_paid", "birth_leave"]


def _long_in_service(*absences: Absence) -> Records:
    """The workshop where W001 came before the law book begins."""
    worker = next(one for one in WORKED.workers if one.staff_number == "W001")
    begins = date(2015, 9, 1)
    terms = tuple(
        one.model_copy(update={"since": begins}) if at == 0 else one
        for at, one in enumerate(worker.contracts[0].terms)
    )
    contract = worker.contracts[0].model_copy(update={"begins": begins, "terms": terms})
    long = worker.model_copy(update={"contracts": (contract,)})
    workers = tuple(long if one is worker else one for one in WORKED.workers)
    return dataclasses.replace(WORKED, workers=workers, absences=absences, time=())


def test_an_illness_before_the_law_book_stops_nobody_unless_it_still_counts() -> None:
    month, how = Month(2025, 2), {"country": belgium(), "provisional": True}
    old = ill(date(2016, 12, 5), date(2016, 12, 9))
    records = _long_in_service(old, ill(date(2025, 2, 3), date(2025, 2, 5)))
    _, answers = with_absences(records, records.employers[0], month, **how)
    assert len(answers["W001", 1].days) == 3
    records = _long_in_service(ill(date(2016, 12, 5)))
    with pytest.raises(BadInput, match="known on 2016-12-05, a day of the sickness of W001") as no:
        with_absences(records, records.employers[0], month, **how)
    assert "days_counted" in no.value.message
