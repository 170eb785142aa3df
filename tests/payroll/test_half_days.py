"""Days are declared to half a day, and none is lost or made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from officium.payroll.half_days import to_half_days


def test_the_examples_of_the_instructions() -> None:
    """62 and 3 days of 65; twice a whole and three times half a day of 65."""
    assert to_half_days({1: 6200, 2: 300}) == {1: 6200, 2: 300}
    assert to_half_days({1: 6150, 2: 350}) == {1: 6150, 2: 350}


def test_hours_of_absence_are_half_days_in_the_end() -> None:
    """61.53 and 2.47 days; half an hour a day for a quarter; a quarter of an hour once."""
    assert to_half_days({1: 6153, 30: 247}) == {1: 6150, 30: 250}
    assert to_half_days({1: 5581, 52: 819}) == {1: 5600, 52: 800}
    assert to_half_days({1: 6497, 30: 3}) == {1: 6450, 30: 50}


@given(
    st.dictionaries(
        st.sampled_from([1, 2, 10, 11, 30, 50, 52, 71]), st.integers(0, 6500), max_size=8
    )
)
def test_the_sum_stays_and_each_code_is_near_its_days(days: dict[int, int]) -> None:
    total = sum(days.values())
    if days:
        last = next(iter(days))
        days[last] += -total % 100
    found = to_half_days(days)
    assert all(of % 50 == 0 and bool(of) == bool(days[code]) for code, of in found.items())
    few = sum(1 for of in days.values() if 0 < of < 50)
    if sum(days.values()) >= 50 * len(days):
        assert sum(found.values()) == sum(days.values())
    assert all(abs(of - days[code]) <= 50 * (1 + few) for code, of in found.items())
