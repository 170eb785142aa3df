"""Guaranteed pay after the first week: what holds for every wage, and where the law is not known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.engine import LawError
from officium.law import Question, belgium

WANT = ["item_normal_pay", "item_amount", "item_pay_above_insured_ceiling"]
MARCH = Question(belgium(), want=WANT, on=date(2025, 3, 1), paid=date(2025, 3, 31))
wages = st.integers(100, 2_000_000).map(lambda at: Decimal(at) / 10_000)
hours = st.integers(0, 17_600).map(lambda at: Decimal(at) / 100)
days = st.integers(0, 2_300).map(lambda at: Decimal(at) / 100)
agreements = st.sampled_from(["cla_12bis", "cla_13bis"])


def line(question: Question, kind: str, **facts: object) -> tuple[Decimal, Decimal, Decimal]:
    """Normal pay, amount, and the part of the pay above the ceiling."""
    given = {"item_kind": kind, "is_paid_by_hour": True, "days_per_week": "5.00"}
    answer = question.answer(given | {name: str(value) for name, value in facts.items()})
    normal, amount, above = (Decimal(str(answer.results[name])) for name in WANT)
    return normal, amount, above


@given(wages, hours, days, agreements)
@settings(max_examples=60, deadline=None)
def test_guaranteed_pay_never_exceeds_normal_pay(
    wage: Decimal, worked: Decimal, of_days: Decimal, agreement: str
) -> None:
    facts = {
        "hourly_wage": wage,
        "item_hours": worked,
        "item_days": of_days,
        "supplement_agreement": agreement,
    }
    normal, second, _ = line(MARCH, "guaranteed_second_week", **facts)
    _, supplement, above = line(MARCH, "guaranteed_supplement", **facts)
    assert 0 <= supplement <= second <= normal
    assert 0 <= above <= normal


def test_in_2026_a_supplement_above_the_known_ceiling_is_refused() -> None:
    may = Question(
        belgium(), want=WANT, on=date(2026, 5, 1), paid=date(2026, 5, 31), provisional=True
    )
    facts = {"item_hours": "38.00", "item_days": "5.00"}
    assert line(may, "guaranteed_supplement", hourly_wage="28.90", **facts)[2] == 0
    with pytest.raises(LawError, match="ceiling of incapacities that begin in 2026"):
        line(may, "guaranteed_supplement", hourly_wage="28.92", **facts)
    # The second week needs no ceiling.
    assert line(may, "guaranteed_second_week", hourly_wage="28.92", **facts)[1] == Decimal("943.79")
