"""Holiday pay when employers change: what holds for every amount, and before the rule existed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.engine import LawError
from officium.law import Question, belgium

CENT = Decimal("0.01")
JUNE = Question(belgium(), want=["item_amount"], on=date(2025, 6, 1), paid=date(2025, 6, 30))
DECEMBER = Question(
    belgium(),
    want=["item_amount", "holiday_pay_deducted"],
    on=date(2025, 12, 1),
    paid=date(2025, 12, 31),
)
amounts = st.integers(-10_000_000, 10_000_000).map(lambda cents: Decimal(cents) * CENT)
positive = st.integers(0, 1_000_000).map(lambda cents: Decimal(cents) * CENT)


def amount(kind: str, **quantities: object) -> Decimal:
    facts = {"worker_status": "white_collar", "item_kind": kind}
    answer = JUNE.answer(facts | {name: str(value) for name, value in quantities.items()})
    return Decimal(str(answer.results["item_amount"]))


@given(base=amounts)
@settings(max_examples=40, deadline=None)
def test_the_three_lines_together_are_fifteen_thirty_four_percent(base: Decimal) -> None:
    parts = ("pay", "bonus", "supplement")
    lines = sum(amount(f"departure_holiday_{part}_current", item_base=base) for part in parts)
    # Three roundings of half a cent at most.
    assert abs(lines - base * Decimal("0.1534")) <= Decimal("0.015")


@given(base=amounts, taken=st.integers(0, 20))
@settings(max_examples=40, deadline=None)
def test_what_is_left_of_last_year_falls_with_each_day_taken(base: Decimal, taken: int) -> None:
    kind = "departure_holiday_pay_previous"
    left = amount(kind, item_base=base, item_days=20 - taken, item_units=20)
    whole = amount(kind, item_base=base, item_days=20, item_units=20)
    assert abs(left * 20 - whole * (20 - taken)) <= 20 * CENT


@given(certificate=positive, days=st.integers(0, 24), wage=positive, deducted=positive)
@settings(max_examples=60, deadline=None)
def test_after_the_settlement_never_more_is_taken_off_than_both_limits(
    certificate: Decimal, days: int, wage: Decimal, deducted: Decimal
) -> None:
    answer = DECEMBER.answer(
        {
            "worker_status": "white_collar",
            "item_kind": "holiday_pay_settled",
            "item_base": str(certificate),
            "item_days": str(days),
            "item_price": str(wage),
            "holiday_pay_deducted_before": str(deducted),
        }
    )
    taken_off = deducted - Decimal(str(answer.results["item_amount"]))
    assert taken_off == min(certificate, days * wage)


@pytest.mark.parametrize("kind", ["holiday_pay_taken_over", "holiday_pay_settled"])
def test_before_2024_nothing_says_what_a_fixed_deduction_would_be(kind: str) -> None:
    before = Question(
        belgium(), want=["item_amount"], on=date(2023, 12, 1), paid=date(2023, 12, 29)
    )
    with pytest.raises(LawError, match=kind):
        before.answer({"worker_status": "white_collar", "item_kind": kind})
