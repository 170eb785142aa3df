"""Twenty thousand worker lines of a quarter: contributions, structural reduction, what is owed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

import pytest
from oracle import quarter as oracle_quarter
from oracle.arithmetic import quotient
from oracle.people import worker_lines

from officium.engine import LawBook, Row, explain
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


def first_day(quarter: str) -> date:
    return date(int(quarter[:4]), 3 * int(quarter[5]) - 2, 1)


def performance(line: dict[str, Any]) -> Decimal:
    """Mu of one occupation, by the oracle's own arithmetic."""
    if line.get("is_part_time"):
        return quotient(line["hours_for_mu"], 13 * line["full_time_hours_per_week"])
    return quotient(line["days_for_mu"], 13 * line["days_per_week"])


def book_of(quarter: str) -> LawBook:
    return product.book(WANT, GIVEN, first_day(quarter), first_day(quarter))


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


def lines_by_quarter(seed: int, count: int) -> dict[str, list[tuple[Any, Any]]]:
    """Lines of a quarter, each with the answer of the oracle."""
    found = defaultdict(list)
    for line, quarter in islice(worker_lines(seed), count):
        found[quarter].append((line, answered(line, quarter)))
    return found


def test_twenty_thousand_lines_agree_to_the_cent_in_columns() -> None:
    by_quarter = lines_by_quarter(5, 20_000)
    assert len(by_quarter) == 20
    for quarter, pairs in by_quarter.items():
        book = book_of(quarter)
        lines, theirs = zip(*pairs, strict=True)
        rows = [product.single(book, in_our_words(line)) for line in lines]
        found = product.differences(lines, product.in_columns(book, rows), theirs)
        assert found == [], quarter


def test_a_line_alone_agrees_with_the_oracle() -> None:
    for quarter, pairs in lines_by_quarter(6, 700).items():
        book = book_of(quarter)
        lines, theirs = zip(*pairs, strict=True)
        ours = [product.alone(book, product.single(book, in_our_words(line)))[1] for line in lines]
        assert product.differences(lines, ours, theirs) == [], quarter


def test_occupations_of_one_worker_share_the_performance_of_the_quarter() -> None:
    """Mu (glob) adds them up; each has its reduction, within its own contributions."""
    want = ("total_performance_fraction", "structural_reduction")
    for quarter, pairs in lines_by_quarter(8, 6000).items():
        book = product.book(want, GIVEN, first_day(quarter), first_day(quarter))
        lines = [line for line, _ in pairs if line["quarter_pay"] < 20_000]
        workers = [lines[n : n + 3] for n in range(0, len(lines) - 2, 3)]
        rows, theirs = [], []
        for occupations in workers:
            common = {
                name: occupations[0][name] for name in ("worker_status", "structural_category")
            }
            own = [{**line, **common} for line in occupations]
            whole = sum(map(performance, own), Decimal(0))
            reductions = (
                oracle_quarter({**line, "mu_glob": whole}, quarter)["structural_reduction"]
                for line in own
            )
            theirs.append(dict(zip(want, (whole, sum(reductions)), strict=True)))
            below = tuple(Row(product.complete(book, in_our_words(line))) for line in own)
            record = Row(below[0].facts, {"occupation": below})
            rows.append(Row(below[0].facts, {"worker-record": (record,)}))
        assert product.differences(workers, product.in_columns(book, rows), theirs) == [], quarter
        ours = [product.alone(book, row)[1] for row in rows[:20]]
        assert product.differences(workers[:20], ours, theirs[:20]) == [], quarter


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explained_line_shows_the_amounts_of_the_oracle(language: str) -> None:
    for quarter, pairs in lines_by_quarter(7, 150).items():
        for line, theirs in pairs:
            book = book_of(quarter)
            family, _ = product.alone(book, product.single(book, in_our_words(line)))
            told = explain(family, WANT, language)["facts"]
            shown = {name: told[name]["value"] for name in WANT}
            assert shown == {name: f"{theirs[name] + 0:.2f}" for name in WANT}, (line, quarter)
