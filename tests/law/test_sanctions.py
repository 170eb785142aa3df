"""Civil sanctions and fines: what holds of every case, and that they explain themselves."""

from __future__ import annotations

import re
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.language import LANGUAGES, plain
from officium.law import Question, belgium

DUE = date(2023, 4, 30)
CENTS = st.integers(0, 10**10)
LEVELS = st.sampled_from(["level_1", "level_2", "level_3", "level_4"])
DAYS_OF_FINES = st.sampled_from(
    [date(2024, 6, 30), date(2024, 7, 1), date(2026, 2, 1), date(2026, 9, 1)]
)
FINES = (
    "administrative_fine_least",
    "administrative_fine_most",
    "criminal_fine_least",
    "criminal_fine_most",
)


@cache
def question(day: date, *want: str) -> Question:
    return Question(belgium(), want=list(want), on=day, paid=day, provisional=True)


def cents(text: str | bool) -> int:
    return int(str(text).replace(".", ""))


def interest(unpaid: int, days: int) -> int:
    answer = question(date(2023, 1, 1), "late_interest").answer(
        {
            "unpaid_contributions": plain(unpaid, 2),
            "contributions_due_on": DUE.isoformat(),
            "contributions_paid_on": (DUE + timedelta(days=days)).isoformat(),
        }
    )
    return cents(answer.results["late_interest"])


@settings(deadline=None)
@given(CENTS, st.integers(0, 3000))
def test_a_day_more_never_costs_less(unpaid: int, days: int) -> None:
    assert interest(unpaid, days) <= interest(unpaid, days + 1)


@settings(deadline=None)
@given(CENTS, st.integers(1, 12))
def test_full_years_cost_seven_per_cent_each_whether_leap_years_or_not(
    unpaid: int, years: int
) -> None:
    days = (date(DUE.year + years, DUE.month, DUE.day) - DUE).days
    exact = Fraction(unpaid * 7 * years, 100)
    assert interest(unpaid, days) == int(exact + Fraction(1, 2))


@settings(deadline=None)
@given(CENTS)
def test_the_lump_sum_for_advances_grows_with_the_contributions(declared: int) -> None:
    asked = question(date(2025, 1, 1), "advances_lump_sum")
    low, high = (
        cents(
            asked.answer(
                {"declared_contributions": plain(amount, 2), "are_advances_missed": True}
            ).results["advances_lump_sum"]
        )
        for amount in (declared // 2, declared)
    )
    assert 123_95 <= low <= high <= 12_394_68


@settings(deadline=None)
@given(DAYS_OF_FINES, LEVELS, st.integers(1, 5000), *[st.booleans()] * 5)
def test_the_least_fine_is_never_above_the_most_and_both_are_bounded(
    day: date,
    level: str,
    workers: int,
    per_worker: bool,
    repeated: bool,
    legal: bool,
    aggravated: bool,
    mitigating: bool,
) -> None:
    facts: dict[str, str | bool] = {
        "fine_level": level,
        "fine_workers": str(workers),
        "is_fine_per_worker": per_worker,
        "is_repeated_breach": repeated,
        "is_offender_legal_person": legal,
        "is_breach_aggravated": aggravated,
        "are_circumstances_mitigating": mitigating,
    }
    told = question(day, *FINES).answer(facts).results
    least, most, criminal_least, criminal_most = (cents(told[name]) for name in FINES)
    assert 0 < least <= most
    assert 0 <= criminal_least <= criminal_most
    assert (criminal_most == 0) == (level == "level_1")
    of_one = question(day, *FINES).answer({**facts, "is_fine_per_worker": False}).results
    assert most <= 100 * cents(of_one["administrative_fine_most"])
    assert criminal_most <= 100 * cents(of_one["criminal_fine_most"])


CASE: dict[str, Any] = {
    "unpaid_contributions": "12000.00",
    "contributions_due_on": "2024-04-30",
    "contributions_paid_on": "2024-06-20",
    "quarter_ends_on": "2024-03-31",
    "contributions_received": "100.00",
    "transfer_due_on": "2024-05-21",
    "passed_on_on": "2024-05-22",
    "declared_contributions": "80000.00",
    "are_advances_missed": True,
    "declaration_due_on": "2024-04-30",
    "declaration_received_on": "2024-05-02",
    "is_made_of_own_motion": True,
    "is_declaration_missing": True,
    "lines_of_own_motion": "2",
    "are_circumstances_exceptional": True,
    "are_all_contributions_paid": True,
    "fine_level": "level_4",
    "is_offender_legal_person": True,
    "is_breach_aggravated": True,
}
WANTED = (
    "late_payment_cost",
    "transfer_interest",
    "least_surcharge",
    "least_interest",
    "least_advances_lump_sum",
    "least_declaration_lump_sums",
    "solidarity_contributions",
    *FINES,
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("want", "day"),
    [*((want, date(2024, 7, 1)) for want in WANTED), *((want, date(2026, 9, 1)) for want in FINES)],
)
def test_no_identifier_stands_in_the_explanation(want: str, day: date, language: str) -> None:
    explanation = question(day, want).answer(CASE, language).explanation
    assert explanation is not None
    for fact in explanation["facts"].values():
        said = [fact["name"], fact["shown"], fact["formula"], *fact["because"]]
        said += [figure["title"] for figure in fact["figures"]]
        assert not [text for text in said if re.search(r"[{}_]", text)], said


def test_the_names_of_the_sanctions_differ_between_languages() -> None:
    for want in WANTED:
        names = belgium().facts[want].names
        assert len(set(names.values())) == len(LANGUAGES), want
