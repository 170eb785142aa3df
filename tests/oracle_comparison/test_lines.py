"""Months with lines of pay: premiums, overtime, holiday pay, bonuses, gifts, deductions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

import pytest
from oracle import Unknown
from oracle.arithmetic import ZERO
from oracle.line_people import people_with_lines
from oracle.lines import month_of_lines

from officium.engine import LawBook, Row, explain
from officium.language import LANGUAGES

from . import product

WANT = (
    "total_gross",
    "employee_contribution",
    "employment_bonus",
    "contributions_beside_gross",
    "taxable_pay",
    "withholding_tax",
    "exceptional_tax",
    "own_tax",
    "special_contribution",
    "deduction_limit",
    "claims_settled",
    "net_pay",
    "net_payable",
    "claims_left",
)
GIVEN = ("pay_for_work", "public_holiday_pay", "pay_under_earlier_terms")

Asked = tuple[dict[str, Any], list[dict[str, Any]], date, date]


def book_of(asked: list[Asked]) -> LawBook:
    """One book for months of any day."""
    worked = tuple(sorted({on for _, _, on, _ in asked}))
    paid = tuple(sorted({day for *_, day in asked}))
    return product.book(WANT, GIVEN, worked, paid)


def row_of(book: LawBook, asked: Asked) -> Row:
    """The person over the contracts, each over its lines."""
    person, contracts, on, paid = asked
    ground = {
        "worker_status": "white_collar",
        "pay_for_work": 0,
        "public_holiday_pay": 0,
        "pay_under_earlier_terms": 0,
        "bonus_days_possible": 0,
        "worked_on": on,
        "paid_on": paid,
        **person,
    }

    def row(facts: dict[str, Any], below: dict[str, tuple[Row, ...]]) -> Row:
        return Row(product.complete(book, facts), below)

    rows = []
    for contract in contracts:
        own = {name: value for name, value in contract.items() if name != "lines"}
        lines = tuple(row({**ground, **own, **line}, {}) for line in contract["lines"])
        rows.append(row({**ground, **own}, {"pay-item": lines}))
    return row(ground, {"contract-month": tuple(rows)})


def answered(seed: int, count: int) -> tuple[list[Asked], list[product.Amounts]]:
    """People, and what the oracle says of them."""
    asked, theirs = [], []
    for one in islice(people_with_lines(seed), count):
        try:
            theirs.append(month_of_lines(*one))
        except Unknown:
            continue
        asked.append(one)
    return asked, theirs


def test_thousands_of_months_with_lines_agree_to_the_cent_in_columns() -> None:
    asked, theirs = answered(21, 6000)
    assert len(asked) > 5500
    book = book_of(asked)
    ours = product.in_columns(book, [row_of(book, one) for one in asked])
    assert product.differences(asked, ours, theirs) == []


def test_a_month_with_lines_agrees_alone() -> None:
    asked, theirs = answered(22, 250)
    book = book_of(asked)
    ours = [product.alone(book, row_of(book, one))[1] for one in asked]
    assert product.differences(asked, ours, theirs) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explained_month_with_lines_shows_the_amounts_of_the_oracle(language: str) -> None:
    of_the_person = ("taxable_pay", "withholding_tax", "net_pay", "net_payable", "claims_left")
    asked, theirs = answered(23, 60)
    book = book_of(asked)
    for one, other in zip(asked, theirs, strict=True):
        family, _ = product.alone(book, row_of(book, one))
        told = explain(family, of_the_person, language)["facts"]
        shown = {name: told[name]["value"] for name in of_the_person}
        assert shown == {name: f"{other[name] + 0:.2f}" for name in of_the_person}, one


def paid_by_lines(*lines: dict[str, Any]) -> product.Amounts:
    """A month of June 2025 without basic pay, by the product."""
    contract = {
        "worker_status": "white_collar",
        "pay_for_work": ZERO,
        "monthly_pay": ZERO,
        "weekly_hours": Decimal(38),
        "bonus_days_paid": Decimal(21),
        "bonus_days_possible": Decimal(21),
        "lines": list(lines),
    }
    asked: Asked = ({}, [contract], date(2025, 6, 1), date(2025, 6, 30))
    book = book_of([asked])
    return product.alone(book, row_of(book, asked))[1]


def test_who_lives_on_commissions_has_a_normal_pay_too() -> None:
    month = paid_by_lines(
        {"item_kind": "commission", "recorded_amount": Decimal(3000)},
        {"item_kind": "year_end_premium", "recorded_amount": Decimal(3000)},
    )
    assert month["exceptional_tax"] > 0


def test_a_benefit_taken_back_in_a_month_without_pay_is_no_obstacle() -> None:
    month = paid_by_lines(
        {"item_kind": "taxable_benefit", "recorded_amount": Decimal(-150)},
        {"item_kind": "yearly_bonus", "recorded_amount": Decimal(100)},
    )
    assert month["exceptional_tax"] == 0
