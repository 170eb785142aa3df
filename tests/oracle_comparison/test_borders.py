"""Rows seeded from the tree itself: at each border of the law, a cent under it, a cent over it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from oracle import exceptional, month

from officium.engine import LawBook

from . import product
from .borders import at_borders
from .test_exceptional_pay import WANT as EXCEPTIONAL
from .test_quarters import answered, book_of, in_our_words

CENT = Decimal("0.01")

MONTHS = [
    date(2022, 2, 1),
    date(2022, 5, 1),
    date(2022, 12, 1),
    date(2023, 7, 1),
    date(2024, 3, 1),
    date(2024, 5, 1),
    date(2025, 2, 1),
    date(2026, 7, 1),
]
PEOPLE: dict[str, dict[str, Any]] = {
    "a clerk alone, three days unpaid": {
        "worker_status": "white_collar",
        "bonus_days_paid": Decimal(19),
        "bonus_days_possible": Decimal(22),
    },
    "a manual worker with two children and a spouse without income": {
        "worker_status": "blue_collar",
        "bonus_days_paid": Decimal(21),
        "bonus_days_possible": Decimal(21),
        "is_couple": True,
        "spouse_income": "none",
        "dependent_children": 2,
    },
    "a half-time clerk beside a full income": {
        "worker_status": "white_collar",
        "is_part_time": True,
        "bonus_hours_paid": Decimal("79.80"),
        "bonus_hours_full_time": Decimal("159.60"),
        "is_couple": True,
        "spouse_income": "full",
    },
}


def paid_for(on: date) -> date:
    """The last day of the month."""
    return (on + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def agree(
    book: LawBook,
    asked: list[dict[str, Any]],
    oracle: Callable[[dict[str, Any]], dict[str, Decimal]],
    in_our_words: Callable[[dict[str, Any]], dict[str, Any]] = dict,
) -> None:
    """Columns and whole numbers say what the oracle says."""
    theirs = [oracle(one) for one in asked]
    rows = [product.single(book, in_our_words(one)) for one in asked]
    assert product.differences(asked, product.in_columns(book, rows), theirs) == []
    ours = [product.alone(book, row)[1] for row in rows]
    assert product.differences(asked, ours, theirs) == []


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("on", MONTHS, ids=str)
def test_each_border_of_the_tree_is_where_the_oracle_has_it(on: date, person: str) -> None:
    facts, paid = PEOPLE[person], paid_for(on)
    book = product.month_book(on, paid)

    def with_pay(cents: int) -> dict[str, Any]:
        return {**facts, "gross_pay": cents * CENT}

    pays = at_borders(book, lambda cents: product.single(book, with_pay(cents)), 25_000_00)
    assert len(pays) > 30
    agree(book, [with_pay(cents) for cents in pays], lambda asked: month(asked, on, paid))


@pytest.mark.parametrize("on", MONTHS, ids=str)
def test_every_cent_of_a_stretch_of_pays_agrees(on: date) -> None:
    """Consecutive cents meet the exact half of every rounding, again and again."""
    rng, paid = Random(on.toordinal()), paid_for(on)
    book = product.month_book(on, paid)
    for facts in PEOPLE.values():
        start = Decimal(rng.randint(900_00, 3300_00)) / 100
        asked = [{**facts, "gross_pay": start + n * CENT} for n in range(2000)]
        theirs = [month(one, on, paid) for one in asked]
        ours = product.in_columns(book, [product.single(book, one) for one in asked])
        assert product.differences(asked, ours, theirs) == []


@pytest.mark.parametrize("category", ["1", "2", "3", "3_without_moderation"])
@pytest.mark.parametrize("quarter", ["2022Q1", "2023Q4", "2025Q1", "2025Q3", "2026Q3"])
def test_each_border_of_a_quarter_is_where_the_oracle_has_it(quarter: str, category: str) -> None:
    book = book_of(quarter)

    def with_pay(cents: int) -> dict[str, Any]:
        return {
            "worker_status": "white_collar",
            "structural_category": category,
            "average_headcount": Decimal(12),
            "is_commercial": True,
            "days_for_mu": Decimal(64),
            "days_for_reference": Decimal(62),
            "days_per_week": Decimal(5),
            "quarter_pay": cents * CENT,
            "contribution_base": cents * CENT,
        }

    pays = at_borders(
        book, lambda cents: product.single(book, in_our_words(with_pay(cents))), 120_000_00
    )
    assert len(pays) >= 3
    asked = [with_pay(cents) for cents in pays]
    agree(book, asked, lambda one: answered(one, quarter), in_our_words)


# The tables of notice indemnities are known for two years only.
@pytest.mark.parametrize(
    ("kind", "year"),
    [
        *[(kind, year) for kind in ("holiday", "other") for year in (2022, 2024, 2025, 2026)],
        ("notice", 2024),
        ("notice", 2025),
    ],
)
def test_each_border_of_exceptional_pay_is_where_the_oracle_has_it(kind: str, year: int) -> None:
    paid = date(year, 6, 30)
    book = product.book(EXCEPTIONAL, product.EXCEPTIONAL, paid, paid)

    def with_reference(cents: int) -> dict[str, Any]:
        return {
            "exceptional_kind": kind,
            "exceptional_taxable_pay": Decimal("1234.56"),
            "annual_reference_pay": cents * CENT,
            "dependent_children": 3,
        }

    references = at_borders(
        book, lambda cents: product.single(book, with_reference(cents)), 200_000_00
    )
    assert len(references) > 30
    asked = [with_reference(cents) for cents in references]
    agree(book, asked, lambda one: exceptional(one, paid))
