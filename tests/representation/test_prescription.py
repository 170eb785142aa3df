"""When the claims of a quarter die: three years, seven after fraud until 2022, ten since."""

from __future__ import annotations

import pytest

from officium.findings import BadInput
from officium.law import Quarter
from officium.representation import contributions_due, prescribed_after

from .people import day


@pytest.mark.parametrize(
    ("quarter", "due", "last", "after_fraud"),
    [
        # Seven years were over before the term of ten was law.
        ("2014Q4", "2015-01-31", "2018-01-31", "2022-01-31"),
        ("2015Q3", "2015-10-31", "2018-10-31", "2022-10-31"),
        # They were not: ten years.
        ("2015Q4", "2016-01-31", "2019-01-31", "2026-01-31"),
        ("2024Q4", "2025-01-31", "2028-01-31", "2035-01-31"),
        ("2025Q2", "2025-07-31", "2028-07-31", "2035-07-31"),
    ],
)
def test_the_term_runs_from_the_last_day_of_payment(
    quarter: str, due: str, last: str, after_fraud: str
) -> None:
    of = Quarter.parse(quarter)
    assert contributions_due(of) == day(due)
    assert prescribed_after(of) == day(last)
    assert prescribed_after(of, is_fraud=True) == day(after_fraud)


def test_what_interrupts_makes_the_term_run_anew() -> None:
    of = Quarter(2024, 4)
    once = prescribed_after(of, interrupted=[day("2028-01-31")])
    assert once == day("2031-01-31")
    assert prescribed_after(of, interrupted=[day("2030-02-28"), day("2028-01-31")]) == day(
        "2033-02-28"
    )
    assert prescribed_after(of, interrupted=[day("2028-02-29"), day("2025-01-30")]) == day(
        "2028-01-31"
    )


def test_a_leap_day_falls_on_the_28th() -> None:
    assert prescribed_after(Quarter(2024, 4), interrupted=[day("2026-06-01")]) == day("2029-06-01")
    late = prescribed_after(Quarter(2026, 4), interrupted=[day("2028-02-29")])
    assert late == day("2031-02-28")


def test_older_quarters_are_not_held() -> None:
    with pytest.raises(BadInput, match="not held before 2009-01-01"):
        prescribed_after(Quarter(2008, 4))
