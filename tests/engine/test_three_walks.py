"""One law, walked in columns, in whole numbers and in words, beside an independent oracle."""

from __future__ import annotations

from random import Random

import pytest

from .comparing import differences_alone, differences_in_columns, judged
from .toyland.people import random_household, whole_book

HOUSEHOLDS = [random_household(Random(n)) for n in range(400)]


@pytest.fixture(scope="module")
def expected() -> list[dict[str, list[int]]]:
    return judged(HOUSEHOLDS)


@pytest.mark.parametrize("block", [1, 7, 100, 32_768])
def test_columns_agree_with_the_oracle_in_blocks_of_any_size(block, expected) -> None:
    assert differences_in_columns(whole_book(), HOUSEHOLDS, expected, block) == []


def test_one_household_alone_agrees_with_the_oracle(expected) -> None:
    assert differences_alone(whole_book(), HOUSEHOLDS, expected) == []
