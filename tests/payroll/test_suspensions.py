"""What suspends a notice is taken from what is recorded: absences, days of time, and what is told."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from breaking import WORKSHOP

from officium.findings import BadInput
from officium.law import belgium
from officium.payroll import given_notice, notice_period
from officium.payroll.absence_kinds import ABSENCE_KINDS
from officium.payroll.folder import read_folder
from officium.payroll.records import (
    TIME_CODES,
    Absence,
    Contract,
    Notice,
    Records,
    Suspension,
    TimeEntry,
    Worker,
)
from officium.payroll.suspensions import ABSENCES, TIME, absences_not_held, suspensions_of

RECORDS = read_folder(WORKSHOP)
SINCE = date(2025, 1, 1)
# Posted on Wednesday 8 January 2025: twelve weeks from Monday 13 January to Sunday 6 April.
LETTER = Notice(given_by="employer", way="registered_letter", sent_on=date(2025, 1, 8))


def absent(kind: str, first: str, last: str | None, **more: Any) -> Absence:
    until = date.fromisoformat(last) if last else None
    days = {"first": date.fromisoformat(first), "last": until}
    return Absence(staff_number="W003", contract=1, kind=kind, **days, **more)


def at(code: str, *days: str, hours: int = 760) -> list[TimeEntry]:
    return [
        TimeEntry(
            staff_number="W003", contract=1, day=date.fromisoformat(day), code=code, hours=hours
        )
        for day in days
    ]


def folder(
    *absences: Absence, time: list[TimeEntry] | None = None, told: tuple[Suspension, ...] = ()
) -> tuple[Records, Worker, Contract]:
    (worker,) = (one for one in RECORDS.workers if one.staff_number == "W003")
    notice = LETTER.model_copy(update={"suspensions": told})
    contract = worker.contracts[0].model_copy(update={"notice": notice})
    worker = worker.model_copy(update={"contracts": (contract,)})
    records = dataclasses.replace(
        RECORDS, workers=(worker,), absences=absences, time=tuple(time or ())
    )
    return records, worker, contract


def spans(*absences: Absence, until: date | None = None, **how: Any) -> list[tuple[str, str, str]]:
    records, _, contract = folder(*absences, **how)
    found = suspensions_of(records, "W003", contract, SINCE, until)
    return [(one.cause, str(one.begins), str(one.until)) for one in found]


def test_an_absence_is_a_suspension_of_all_its_days() -> None:
    assert spans(absent("sickness", "2025-02-03", "2025-02-12")) == [
        ("sickness_or_accident", "2025-02-03", "2025-02-12")
    ]


def test_it_moves_the_end_of_the_notice() -> None:
    sick = absent("sickness", "2025-02-03", "2025-02-12")
    plain, moved = (notice_period(given_notice(*folder(*one))) for one in ((), (sick,)))
    assert (plain.last_day, moved.last_day) == (date(2025, 4, 6), date(2025, 4, 16))


def test_days_of_time_are_joined_over_days_without_work_and_not_over_a_day_of_work() -> None:
    """She works on Tuesdays, Wednesdays and Thursdays."""
    thursday, tuesday, next_thursday = "2025-02-06", "2025-02-11", "2025-02-13"
    assert spans(time=at("holiday", thursday, tuesday, next_thursday)) == [
        ("holidays", "2025-02-06", "2025-02-11"),
        ("holidays", "2025-02-13", "2025-02-13"),
    ]
    assert spans(time=at("holiday", thursday) + at("sickness_paid", tuesday)) == [
        ("holidays", "2025-02-06", "2025-02-06"),
        ("sickness_or_accident", "2025-02-11", "2025-02-11"),
    ]


def test_part_of_a_day_and_a_day_without_work_suspend_nothing() -> None:
    assert spans(time=at("holiday", "2025-02-06", hours=100)) == []
    assert spans(time=at("holiday", "2025-02-07")) == []
    assert spans(time=at("worked", "2025-02-06")) == []
    assert spans(absent("sickness", "2025-02-07", "2025-02-07")) == [
        ("sickness_or_accident", "2025-02-07", "2025-02-07")
    ]


def test_what_is_told_with_the_notice_comes_first() -> None:
    told = Suspension(cause="holidays", begins=date(2025, 2, 5), until=date(2025, 2, 6))
    assert spans(absent("sickness", "2025-02-03", "2025-02-08"), told=(told,)) == [
        ("sickness_or_accident", "2025-02-03", "2025-02-04"),
        ("holidays", "2025-02-05", "2025-02-06"),
        ("sickness_or_accident", "2025-02-07", "2025-02-08"),
    ]


def test_what_was_before_the_notice_is_left_out() -> None:
    assert spans(absent("sickness", "2024-12-20", "2025-01-02")) == [
        ("sickness_or_accident", "2025-01-01", "2025-01-02")
    ]
    assert spans(absent("sickness", "2024-12-20", "2024-12-31")) == []


def test_an_absence_that_goes_on_counts_as_far_as_it_is_known() -> None:
    going_on = absent("sickness", "2025-02-03", None)
    assert spans(going_on, until=date(2025, 2, 28)) == [
        ("sickness_or_accident", "2025-02-03", "2025-02-28")
    ]
    with pytest.raises(BadInput, match="sickness from 2025-02-03 goes on"):
        spans(going_on)


def test_an_absence_that_is_not_held_is_named_and_not_counted() -> None:
    strike = absent("strike", "2025-02-03", "2025-02-05")
    records, _, contract = folder(strike)
    assert spans(strike) == []
    of_notice = (date(2025, 1, 13), date(2025, 4, 6))
    assert absences_not_held(records, "W003", contract, *of_notice) == (strike,)
    later = (date(2025, 2, 6), date(2025, 4, 6))
    assert absences_not_held(records, "W003", contract, *later) == ()


def test_an_agreed_absence_without_pay_lets_notice_run() -> None:
    leave = absent("unpaid_leave", "2025-02-03", "2025-02-07")
    found = notice_period(given_notice(*folder(leave)))
    assert ([stops for _, stops in found.stops], found.last_day) == ([False], date(2025, 4, 6))


def test_every_kind_that_suspends_is_a_kind_of_the_records_and_a_cause_of_the_law() -> None:
    causes = belgium().facts["suspension_cause"].codes
    assert set(ABSENCES) <= set(ABSENCE_KINDS)
    assert set(TIME) <= set(TIME_CODES)
    assert {*ABSENCES.values(), *TIME.values()} <= set(causes)


@pytest.mark.parametrize(
    ("kind", "cause", "last_day"),
    [
        ("economic_unemployment", "economic_unemployment", date(2025, 4, 11)),
        ("white_collar_suspension", "economic_unemployment", date(2025, 4, 11)),
        ("weather_unemployment", "bad_weather", date(2025, 4, 11)),
        ("closure_unemployment", "holidays", date(2025, 4, 11)),
        ("detention", "preventive_detention", date(2025, 4, 11)),
        # Article 37/7 does not name article 49.
        ("technical_breakdown", "technical_accident", date(2025, 4, 6)),
    ],
)
def test_days_without_work_suspend_the_notice_of_the_employer_as_the_law_says(
    kind: str, cause: str, last_day: date
) -> None:
    """Five days, from Monday 3 to Friday 7 February; an announced suspension has its notice."""
    needed = {"event": date(2025, 1, 20)} if ABSENCE_KINDS[kind].needs else {}
    idle = absent(kind, "2025-02-03", "2025-02-07", **needed)
    assert spans(idle) == [(cause, "2025-02-03", "2025-02-07")]
    assert notice_period(given_notice(*folder(idle))).last_day == last_day
