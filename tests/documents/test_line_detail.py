"""What stands between the name and the amount of a line."""

from __future__ import annotations

import pytest

from officium.documents.labels import Labels
from officium.documents.line_detail import detail
from officium.language import elided

NOTICE = {
    "quantity": "375.00",
    "unit": "days",
    "weeks": "53",
    "days_beyond": "4.00",
    "yearly_pay": "42000.00",
}
LEAVING = {"quantity": "8.00", "unit": "days", "of_days": "20.00", "base": "37200.00"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (NOTICE, "53 weken, 4 dagen, 42.000,00 per jaar"),
        (NOTICE | {"weeks": "1", "days_beyond": "0.00"}, "1 week, 42.000,00 per jaar"),
        (LEAVING | {"percent": "0.0767"}, "37.200,00 × 7,67\u00a0% × 8/20"),
        ({"base": "37200.00", "percent": "0.0680"}, "37.200,00 × 6,80\u00a0%"),
    ],
)
def test_what_is_paid_at_the_end_says_its_period_or_its_base(
    line: dict[str, str], said: str
) -> None:
    assert detail(line, Labels("nl")) == said


def test_french_months_that_begin_with_a_vowel_take_an_apostrophe() -> None:
    assert elided("paiement de octobre 2025, de août, de avril") == (
        "paiement d’octobre 2025, d’août, d’avril"
    )
    assert elided("de mars 2025, de aoûtat") == "de mars 2025, de aoûtat"
