"""The amounts of attachment by year: what one index can have made of them, and the raises of a crisis."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from math import ceil

import pytest

from officium.law import law_folder

SHELF = tomllib.loads((law_folder() / "attachment/seizable.toml").read_text("utf-8"))
AMOUNTS = (*(f"seizure_threshold_{number}" for number in range(1, 5)), "child_reduction")


def amounts(since: str) -> list[int]:
    """The five amounts from a day, in whole euro."""
    values = [
        entry["value"] for name in AMOUNTS for entry in SHELF[name] if str(entry["from"]) == since
    ]
    assert len(values) == len(AMOUNTS)
    return [int(value.removesuffix(".00 EUR").replace(" ", "")) for value in values]


@pytest.mark.parametrize("since", ["2024-01-01", "2025-01-01"])
def test_one_index_makes_all_amounts_of_a_year_from_those_of_2023(since: str) -> None:
    """Art. 1409 par. 2: base times index, rounded up to the euro; some index gives all five."""
    pairs = list(zip(amounts("2023-04-01"), amounts(since), strict=True))
    above = max(Fraction(new - 1, base) for base, new in pairs)
    at_most = min(Fraction(new, base) for base, new in pairs)
    assert 1 < above < at_most


def test_the_published_index_makes_the_amounts_of_2024() -> None:
    """Smoothed health index: 123.47 in November 2022 (press), 125.73 in November 2023 (FPS Economy)."""
    index = Fraction(12573, 12347)
    assert amounts("2024-01-01") == [ceil(value * index) for value in amounts("2023-04-01")]


@pytest.mark.parametrize(
    ("since", "raised"), [("2022-11-03", Fraction(12, 10)), ("2023-01-01", Fraction(13, 10))]
)
def test_the_raises_of_the_energy_crisis_are_a_fifth_and_three_tenths(
    since: str, raised: Fraction
) -> None:
    """On the amounts of 2022: act of 30 October 2022 art. 66, council of ministers of 16 December 2022."""
    assert amounts(since) == [ceil(value * raised) for value in amounts("2022-01-01")]


def test_no_amount_of_2026_is_guessed() -> None:
    for name in AMOUNTS:
        assert str(SHELF[name][-1]["from"]) == "2026-01-01"
        assert "not found" in SHELF[name][-1]["unknown"]
