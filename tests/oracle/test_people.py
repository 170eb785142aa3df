"""The people whom oracle and product judge stand on both sides of every border."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN
from decimal import Decimal as D
from itertools import islice

import pytest

from . import Unknown, exceptional, month_many, months, quarter, taxes
from .arithmetic import CENT
from .people import exceptional_people, people, worker_lines


def test_the_same_seed_gives_the_same_people():
    assert list(islice(people(7), 50)) == list(islice(people(7), 50))
    assert list(islice(people(7), 50)) != list(islice(people(8), 50))


def test_three_thousand_people_stand_on_both_sides_of_every_border():
    """Every zone, cap and table is met, and so is what is not known."""
    rows = list(islice(people(1), 3000))
    answers = month_many(rows)
    known = [
        (facts, answer)
        for (facts, _, _), answer in zip(rows, answers, strict=True)
        if isinstance(answer, dict)
    ]
    assert 0 < len(rows) - len(known) < 100
    assert {facts["gross_pay"] < 0 for facts, _ in known} == {True, False}
    for name in (
        "employment_bonus_a",
        "employment_bonus_b",
        "withholding_tax",
        "special_contribution",
        "employee_contribution",
        "fiscal_employment_bonus",
    ):
        assert {answer[name] > 0 for _, answer in known} == {True, False}, name
    capped = [
        answer
        for _, answer in known
        if answer["employment_bonus"] > 0 and answer["employee_contribution"] == 0
    ]
    assert {answer["employment_bonus_b"] > 0 for answer in capped} == {True, False}
    assert all(
        value == value.quantize(D("0.01")) for _, answer in known for value in answer.values()
    )


def test_exceptional_payments_and_worker_lines_are_answered_or_unknown():
    unknown = 0
    for facts, paid in islice(exceptional_people(1), 500):
        try:
            answer = exceptional(facts, paid)["exceptional_withholding_tax"]
            assert 0 <= answer <= facts["exceptional_taxable_pay"]
        except Unknown:
            unknown += 1
    for facts, period in islice(worker_lines(1), 1000):
        try:
            line = quarter(facts, period)
            assert 0 <= line["structural_reduction"] <= line["employer_contribution"]
        except Unknown:
            unknown += 1
    assert 0 < unknown < 1000


def half_to_even(amount: D) -> D:
    return amount.quantize(CENT, ROUND_HALF_EVEN)


MISREADINGS = {
    "base at 108 % not rounded": (
        months,
        "contribution_base",
        lambda gross, status: gross * D("1.08" if status == "blue_collar" else "1"),
    ),
    "half to even, contributions": (months, "cents", half_to_even),
    "half to even, tax": (taxes, "cents", half_to_even),
    "half to even, a twelfth": (taxes, "quotient", lambda n, d: half_to_even(n / d)),
    "half to even, a day": (months, "quotient", lambda n, d: half_to_even(n / d)),
    "part A cut first": (
        months,
        "_capped",
        lambda a, b, limit: (min(a, limit - min(b, limit)), min(b, limit)),
    ),
    "no steps of fifteen euro": (taxes, "whole_multiple", lambda amount, step: amount),
    "2022 not truncated": (taxes, "cents_truncated", taxes.cents),
    "disabled children beside the others": (
        taxes,
        "counted",
        lambda facts, who: facts.get(who, 0) + 2 * facts.get(f"disabled_{who}", 0),
    ),
}


@pytest.mark.parametrize("misreading", MISREADINGS)
def test_each_misreading_changes_the_month_of_somebody(misreading, monkeypatch):
    rows = list(islice(people(2), 4000))
    right = month_many(rows)
    monkeypatch.setattr(*MISREADINGS[misreading])
    wrong = month_many(rows)
    assert any(
        alone != other for alone, other in zip(right, wrong, strict=True) if isinstance(alone, dict)
    )
