"""A hundred thousand months of one contract, of all years and families, in columns and alone."""

from __future__ import annotations

from datetime import date
from itertools import islice
from random import Random
from typing import Any

import pytest
from oracle import Unknown, month_many, worker_month
from oracle import months as oracle_months
from oracle.people import people

from officium.engine import LawBook, Row, explain
from officium.language import LANGUAGES
from officium.law import Question, belgium

from . import product

Month = tuple[dict[str, Any], date, date]


def all_days(months: list[Month]) -> LawBook:
    """One book for months of any day: each row asks for the text of its own day."""
    worked = tuple(sorted({on for _, on, _ in months}))
    paid = tuple(sorted({day for _, _, day in months}))
    return product.month_book(worked, paid)


def dated(month: Month) -> dict[str, Any]:
    facts, on, paid = month
    return {**facts, "worked_on": on, "paid_on": paid}


def known_to_the_oracle(months: list[Month]) -> tuple[list[Month], list[Any]]:
    answers = month_many(months)
    pairs = [pair for pair in zip(months, answers, strict=True) if isinstance(pair[1], dict)]
    return [month for month, _ in pairs], [answer for _, answer in pairs]


def test_a_hundred_thousand_months_agree_to_the_cent_in_columns() -> None:
    months, theirs = known_to_the_oracle(list(islice(people(2026), 100_000)))
    assert len(months) > 98_000
    book = all_days(months)
    ours = product.in_columns(book, [product.single(book, dated(month)) for month in months])
    assert product.differences(months, ours, theirs) == []


def test_a_month_alone_agrees_with_the_oracle_under_the_law_of_its_own_days() -> None:
    months, theirs = known_to_the_oracle(list(islice(people(7), 1000)))
    ours = []
    for facts, on, paid in months:
        book = product.month_book(on, paid)
        ours.append(product.alone(book, product.single(book, facts))[1])
    assert product.differences(months, ours, theirs) == []


def test_a_month_alone_agrees_with_the_oracle_in_a_book_of_many_days() -> None:
    months, theirs = known_to_the_oracle(list(islice(people(8), 300)))
    book = all_days(months)
    ours = [product.alone(book, product.single(book, dated(month)))[1] for month in months]
    assert product.differences(months, ours, theirs) == []


def test_a_question_with_what_is_known_and_no_more_is_answered_like_the_oracle() -> None:
    """What the facts leave out takes the documented default, at the door that people use."""
    months, theirs = known_to_the_oracle(list(islice(people(12), 300)))
    for (facts, on, paid), other in zip(months, theirs, strict=True):
        question = Question(belgium(), want=product.MONTH, on=on, paid=paid, provisional=True)
        told = {
            name: value if isinstance(value, bool) else str(value)
            for name, value in facts.items()
            if name in belgium().facts
        }
        expected = {name: f"{other[name] + 0:.2f}" for name in product.MONTH}
        assert question.answer(told).results == expected, (facts, on, paid)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explained_month_shows_the_amounts_of_the_oracle(language: str) -> None:
    months, theirs = known_to_the_oracle(list(islice(people(9), 120)))
    for (facts, on, paid), other in zip(months, theirs, strict=True):
        book = product.month_book(on, paid)
        family, _ = product.alone(book, product.single(book, facts))
        told = explain(family, product.MONTH, language)["facts"]
        shown = {name: told[name]["value"] for name in product.MONTH}
        assert shown == {name: f"{other[name] + 0:.2f}" for name in product.MONTH}, (
            facts,
            on,
            paid,
        )
        used = {use for fact in told.values() for use in fact["uses"]}
        assert used <= told.keys()


def test_where_the_oracle_knows_no_figure_the_product_rests_on_a_recalled_one() -> None:
    months = list(islice(people(2026), 20_000))
    answers = month_many(months)
    unknown = [
        month for month, answer in zip(months, answers, strict=True) if isinstance(answer, Unknown)
    ]
    assert len(unknown) > 100
    for facts, on, paid in unknown[:200]:
        book = product.month_book(on, paid)
        family, _ = product.alone(book, product.single(book, facts))
        assert family.standing((("net_pay", "worker-month"), 0)) == "recalled", (facts, on, paid)


def test_a_misread_law_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """An oracle that cuts part A of the bonus before part B disagrees with the product."""
    months, right = known_to_the_oracle(list(islice(people(10), 3000)))
    book = all_days(months)
    ours = product.in_columns(book, [product.single(book, dated(month)) for month in months])
    assert product.differences(months, ours, right) == []
    monkeypatch.setattr(
        oracle_months, "_capped", lambda a, b, limit: (min(a, limit - min(b, limit)), min(b, limit))
    )
    wrong = product.differences(months, ours, known_to_the_oracle(months)[1])
    assert any("employment_bonus_a" in difference for difference in wrong)


# ----------------------------------------------------------------------------- several contracts

OF_A_CONTRACT = {
    "worker_status",
    "gross_pay",
    "is_part_time",
    "bonus_days_paid",
    "bonus_days_possible",
    "bonus_hours_paid",
    "bonus_hours_full_time",
}


def families(seed: int, count: int) -> list[tuple[Month, list[dict[str, Any]]]]:
    """People with no to four contracts at one employer in one month."""
    rng, found = Random(seed), []
    by_month: dict[date, list[dict[str, Any]]] = {}
    months = list(islice(people(seed), 3 * count))
    for facts, on, _ in months:
        contract = {name: value for name, value in facts.items() if name in OF_A_CONTRACT}
        by_month.setdefault(on, []).append(contract)
    for facts, on, paid in months[:count]:
        person = {name: value for name, value in facts.items() if name not in OF_A_CONTRACT}
        contracts = rng.choices(by_month[on], k=rng.choice([0, 1, 2, 2, 2, 3, 4]))
        found.append(((person, on, paid), contracts))
    return found


def family_row(book: LawBook, month: Month, contracts: list[dict[str, Any]]) -> Row:
    """The person's row over those of the contracts, each with facts of its own."""
    person = dated(month)
    rows = (Row(product.complete(book, {**person, **contract})) for contract in contracts)
    # What only a contract needs has no default on a person: the first contract's place is empty.
    ground = {"worker_status": "white_collar", "gross_pay": 0, "bonus_days_possible": 0}
    return Row(product.complete(book, {**ground, **person}), {"contract-month": tuple(rows)})


def test_families_of_several_contracts_agree_in_columns_and_alone() -> None:
    asked, theirs = [], []
    for month, contracts in families(11, 6000):
        person, on, paid = month
        try:
            theirs.append(worker_month(person, contracts, on, paid))
        except Unknown:
            continue
        asked.append((month, contracts))
    assert {len(contracts) for _, contracts in asked} == {0, 1, 2, 3, 4}
    book = all_days([month for month, _ in asked])
    rows = [family_row(book, month, contracts) for month, contracts in asked]
    assert product.differences(asked, product.in_columns(book, rows), theirs) == []
    ours = [product.alone(book, row)[1] for row in rows[:300]]
    assert product.differences(asked[:300], ours, theirs[:300]) == []
