"""Twenty thousand worker lines of a quarter: contributions, structural reduction, what is owed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import islice
from typing import Any

import pytest
from oracle import Unknown
from oracle import quarter as oracle_quarter
from oracle.people import worker_lines

from officium.engine import LawBook, explain
from officium.language import LANGUAGES

from . import product

WANT = (
    "ordinary_contribution",
    "employer_contribution",
    "closure_fund_basic_contribution",
    "closure_fund_special_contribution",
    "temporary_unemployment_contribution",
    "industrial_accident_special_contribution",
    "asbestos_contribution",
    "contribution_1_60",
    "sector_fund_contribution",
    "structural_reduction",
    "net_owed",
)
GIVEN = ("contribution_base", "quarter_days_paid")


def book_of(quarter: str) -> LawBook:
    first = date(int(quarter[:4]), 3 * int(quarter[5]) - 2, 1)
    return product.book(WANT, GIVEN, first, first)


def in_our_words(line: dict[str, Any]) -> dict[str, Any]:
    """The oracle counts what is done; the product what is paid, and what counts beside it."""
    facts = {
        "employer_class": "010" if line.get("joint_committee") == "200" else "000",
        "has_third_party_year_end_premium": line.get("year_end_premium_by_third_party", False),
        **line,
    }
    if line.get("is_part_time"):
        paid = line["hours_for_reference"]
        return facts | {
            "quarter_days_paid": 0,
            "quarter_hours_paid": paid,
            "quarter_hours_assimilated": line["hours_for_mu"] - paid,
            "full_time_hours": line["full_time_hours_per_week"],
            "contract_hours": line["contract_hours_per_week"],
        }
    paid = line["days_for_reference"]
    return facts | {
        "quarter_days_paid": paid,
        "quarter_days_assimilated": line["days_for_mu"] - paid,
    }


def answered(line: dict[str, Any], quarter: str) -> dict[str, Any]:
    theirs = oracle_quarter(line, quarter)
    theirs["industrial_accident_special_contribution"] = theirs.pop(
        "industrial_accidents_contribution"
    )
    return theirs


def known_lines(seed: int, count: int) -> dict[str, list[tuple[dict[str, Any], dict[str, Any]]]]:
    """By quarter, the lines that the oracle can answer, with its answers."""
    found = defaultdict(list)
    for line, quarter in islice(worker_lines(seed), count):
        try:
            theirs = answered(line, quarter)
        except Unknown:
            continue
        found[quarter].append((line, theirs))
    return found


def test_twenty_thousand_lines_agree_to_the_cent_in_columns() -> None:
    by_quarter = known_lines(5, 20_000)
    assert sum(map(len, by_quarter.values())) == 20_000
    assert len(by_quarter) == 20
    for quarter, pairs in by_quarter.items():
        book = book_of(quarter)
        lines, theirs = zip(*pairs, strict=True)
        rows = [product.single(book, in_our_words(line)) for line in lines]
        found = product.differences(lines, product.in_columns(book, rows), theirs)
        assert found == [], quarter


def test_a_line_alone_agrees_with_the_oracle() -> None:
    for quarter, pairs in known_lines(6, 700).items():
        book = book_of(quarter)
        lines, theirs = zip(*pairs, strict=True)
        ours = [product.alone(book, product.single(book, in_our_words(line)))[1] for line in lines]
        assert product.differences(lines, ours, theirs) == [], quarter


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explained_line_shows_the_amounts_of_the_oracle(language: str) -> None:
    for quarter, pairs in known_lines(7, 150).items():
        for line, theirs in pairs:
            book = book_of(quarter)
            family, _ = product.alone(book, product.single(book, in_our_words(line)))
            told = explain(family, WANT, language)["facts"]
            shown = {name: told[name]["value"] for name in WANT}
            assert shown == {name: f"{theirs[name] + 0:.2f}" for name in WANT}, (line, quarter)
