"""What a question may leave out."""

from __future__ import annotations

import pytest

from officium.engine import Fact
from officium.law import belgium

DEFAULTS = [fact for fact in belgium().facts.values() if fact.default is not None]


@pytest.mark.parametrize("fact", DEFAULTS, ids=lambda fact: fact.name)
def test_a_default_is_a_value_of_its_fact_or_a_fact_of_its_kind(fact: Fact) -> None:
    other = belgium().facts.get(str(fact.default))
    if other is None:
        fact.whole(str(fact.default), fact.name)
    else:
        assert (other.kind, other.codes) == (fact.kind, fact.codes)
        assert other.default not in belgium().facts, "a default of a default"


def test_only_what_lies_between_pay_and_tax_is_both_established_and_left_out() -> None:
    """Whoever adds one lets questions assume what the law could have computed."""
    both = {fact.name for fact in DEFAULTS if fact.name in belgium().providers}
    lines_of_pay = {
        "cash_that_is_no_wage",
        "contribution_outside_bonus",
        "contributions_beside_gross",
        "deductions",
        "exceptional_liable_pay",
        "exceptional_ordinary_contribution",
        "exceptional_tax",
        "exempt_pay",
        "limited_deductions",
        "meal_voucher_employer_part",
        "meal_vouchers",
        "meal_vouchers_are_pay",
        "meal_vouchers_differ_from_days",
        "own_tax",
        "pay_beside_gross",
        "pay_in_kind",
        "pay_outside_bonus",
        "taxable_benefits",
        "year_end_premiums",
        # Attachment of pay: no costs were refunded.
        "refunded_costs",
    }
    assert both - lines_of_pay == {"employment_bonus_a", "employment_bonus_b", "is_taxed_at_source"}
    assert lines_of_pay <= both
