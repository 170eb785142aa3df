"""Five thousand holiday allowances, year-end premiums and notice indemnities."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import islice
from typing import Any

import pytest
from oracle import Unknown, exceptional
from oracle.people import exceptional_people

from officium.engine import LawError, explain
from officium.language import LANGUAGES

from . import product

WANT = ("exceptional_withholding_tax",)

Asked = dict[str, Any]


def payments(seed: int, count: int) -> tuple[dict[date, list[Any]], list[tuple[Asked, date]]]:
    """By day of payment what the oracle answers, and what it knows no table for."""
    known, unknown = defaultdict(list), []
    for facts, paid in islice(exceptional_people(seed), count):
        try:
            theirs = exceptional(facts, paid)
        except Unknown:
            unknown.append((facts, paid))
            continue
        known[paid].append((facts, theirs))
    return known, unknown


def test_five_thousand_payments_agree_to_the_cent_in_columns_and_alone() -> None:
    known, _ = payments(3, 8000)
    assert sum(map(len, known.values())) > 5000
    for paid, pairs in known.items():
        book = product.book(WANT, product.EXCEPTIONAL, paid, paid)
        asked, theirs = zip(*pairs, strict=True)
        rows = [product.single(book, facts) for facts in asked]
        assert product.differences(asked, product.in_columns(book, rows), theirs) == [], paid
        ours = [product.alone(book, row)[1] for row in rows[:2]]
        assert product.differences(asked[:2], ours, theirs[:2]) == [], paid


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explained_payment_shows_the_amount_of_the_oracle(language: str) -> None:
    known, _ = payments(4, 200)
    for paid, pairs in known.items():
        book = product.book(WANT, product.EXCEPTIONAL, paid, paid)
        for facts, theirs in pairs:
            family, _ = product.alone(book, product.single(book, facts))
            told = explain(family, WANT, language)["facts"][WANT[0]]
            assert told["value"] == f"{theirs[WANT[0]] + 0:.2f}", (facts, paid)


def test_where_the_oracle_knows_no_table_the_product_names_the_missing_figure() -> None:
    _, unknown = payments(3, 600)
    assert {(facts["exceptional_kind"], paid.year) for facts, paid in unknown} == {
        ("notice", 2022),
        ("notice", 2023),
        ("notice", 2026),
        ("holiday", 2023),
        ("other", 2023),
    }
    for facts, paid in unknown:
        with pytest.raises(LawError) as refused:
            book = product.book(WANT, product.EXCEPTIONAL, paid, paid)
            product.alone(book, product.single(book, facts))
        assert refused.value.code == "missing_figure", (facts, paid)
        assert paid.isoformat() in str(refused.value)
