"""Service is counted in whole months and calendar years, from the first of contracts in a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from officium.law import Month
from officium.payroll.records import Contract, Records, Worker
from officium.payroll.service import Service, service, whole_months

DECEMBER, PAY_DAY = Month(2025, 12), date(2025, 12, 31)
Make = Callable[..., Contract]


def with_contracts(workshop: Records, *contracts: Contract) -> Worker:
    return workshop.workers[0].model_copy(update={"contracts": contracts})


@pytest.mark.parametrize(
    ("first", "until", "months"),
    [
        (date(2025, 6, 30), date(2025, 12, 31), 6),
        (date(2025, 7, 1), date(2025, 12, 31), 5),
        (date(2025, 7, 1), date(2026, 1, 1), 6),
        (date(2024, 2, 29), date(2025, 2, 28), 11),
        (date(2024, 2, 29), date(2025, 3, 1), 12),
        (date(2025, 1, 31), date(2025, 2, 28), 0),
        (date(2025, 1, 31), date(2025, 3, 1), 1),
        (date(2026, 1, 1), date(2025, 12, 31), 0),
    ],
)
def test_a_month_is_completed_on_the_same_day_of_the_next(
    first: date, until: date, months: int
) -> None:
    assert whole_months(first, until) == months


def told(workshop: Records, of: Contract, *others: Contract, **at: Any) -> Service:
    worker = with_contracts(workshop, *others, of)
    return service(worker, of, at.get("month", DECEMBER), at.get("paid_on", PAY_DAY))


def test_who_started_on_30_june_has_six_months_on_31_december(
    workshop: Records, contract: Make
) -> None:
    assert told(workshop, contract(begins=date(2025, 6, 30))) == Service(6, 0, "stays")
    assert told(workshop, contract(begins=date(2025, 7, 1))) == Service(5, 0, "stays")


def test_a_contract_of_exactly_six_months_is_six_months_of_service(
    workshop: Records, contract: Make
) -> None:
    of = contract(begins=date(2025, 7, 1), ends=PAY_DAY, end_reason="end_of_term")
    assert told(workshop, of) == Service(6, 0, "stays")


def test_who_left_before_the_payment_left_in_some_way(workshop: Records, contract: Make) -> None:
    of = contract(begins=date(2020, 10, 1), ends=date(2025, 9, 30), end_reason="resignation")
    september = {"month": Month(2025, 9), "paid_on": date(2025, 10, 6)}
    assert told(workshop, of, **september) == Service(60, 5, "resignation")
    # Paid on the last day itself, the worker is still bound by the contract.
    september["paid_on"] = date(2025, 9, 30)
    assert told(workshop, of, **september) == Service(60, 5, "stays")


def test_a_contract_that_ends_next_year_has_not_ended(workshop: Records, contract: Make) -> None:
    of = contract(begins=date(2001, 1, 1), ends=date(2026, 3, 31), end_reason="retirement")
    assert told(workshop, of) == Service(299, 25, "stays")


def test_twenty_five_years_are_reached_in_a_calendar_year(
    workshop: Records, contract: Make
) -> None:
    january = {"month": Month(2025, 1), "paid_on": date(2025, 1, 31)}
    assert told(workshop, contract(begins=date(2000, 12, 31)), **january).years == 25
    assert told(workshop, contract(begins=date(2001, 1, 1)), **january).years == 25
    assert told(workshop, contract(begins=date(2001, 1, 2)), **january).years == 24


def test_who_leaves_before_the_anniversary_does_not_reach_it(
    workshop: Records, contract: Make
) -> None:
    spring = {"month": Month(2025, 4), "paid_on": date(2025, 4, 30)}
    of = contract(begins=date(2000, 6, 1), ends=date(2025, 5, 30))
    assert told(workshop, of, **spring).years == 24
    of = contract(begins=date(2000, 6, 1), ends=date(2025, 5, 31))
    assert told(workshop, of, **spring).years == 25


def test_contracts_in_a_row_count_together_and_a_day_between_breaks_them(
    workshop: Records, contract: Make
) -> None:
    first = contract(number=1, begins=date(2015, 1, 1), ends=date(2019, 12, 31))
    second = contract(number=2, begins=date(2020, 1, 1))
    assert told(workshop, second, first).years == 11
    late = contract(number=2, begins=date(2020, 1, 2))
    assert told(workshop, late, first).years == 5


def test_service_with_another_employer_does_not_count(workshop: Records, contract: Make) -> None:
    first = contract(begins=date(2015, 1, 1), ends=date(2019, 12, 31), employer="0123456749")
    second = contract(number=2, begins=date(2020, 1, 1))
    assert told(workshop, second, first).years == 6
