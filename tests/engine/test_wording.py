"""How an explanation reads: whole sentences, as a person finds them, in four languages."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from officium.engine import Family, LawError, Sheet, explain

from .toyland.people import ALL, WORKED, contract, household, item, month, occupation, whole_book


@cache
def told(language: str) -> dict[str, Any]:
    """A disabled journeyman with three items in February, beside a baker without days in January."""
    first = contract(
        *(item(5_000), item(-12_345, "premium"), item(2_500, "expense", False)), worked_on=WORKED[1]
    )
    second = contract(guild="bakers", status="master", days_paid=0)
    row = household(
        *(month(first, second), month()),
        occupations=(occupation(10_000, 49_400), occupation(20_000, 49_400)),
        is_disabled=True,
    )
    book = whole_book()
    facts: dict[str, Any] = explain(Family(book, Sheet(book, row)), ALL, language)["facts"]
    return facts


@pytest.mark.parametrize(
    ("key", "formula"),
    [
        ("gross_pay[0]", "2,000.00 + 50.00 + (−123.45) + 25.00"),
        ("bonus[0]", "(20.00 − (2,146.76 − 2,000.00) × 2.5\u00a0%) × 0.91"),
        ("levy_base[0]", "the lower of 3,951.55 and 6,000.00 − 0.00"),
        ("highest_item[0]", "the highest of 50.00; −123.45; 25.00"),
        ("highest_item[1]", "2,000.00 (no row)"),
        ("premium_count[0]", "1 of 3: Sort of item = premium"),
        ("levy_part[0]", "83.97 × 1,951.55 / 3,951.55"),
        ("levy_part[1]", "83.97 × 2,000.00 / 3,951.55"),
        ("is_full_month[0]", "Days paid (20) / Calendar days (31) ≥ 2 / 3"),
        (
            "is_craftsman[0]",
            "Status = master of the guild / journeyman (yes) and Hourly wage (12.50) > 0 "
            "and not Disabled (yes)",
        ),
        ("quarter_due", "32.59 − 0 × 10.00"),
        ("service_months[0]", "full months from 31 May 2020 to 28 February 2025"),
    ],
)
def test_a_formula_reads_as_it_is_worked_out(key: str, formula: str) -> None:
    assert told("en")[key]["formula"] == formula


@pytest.mark.parametrize(
    ("key", "because"),
    [
        ("bonus[0]", ["2,000.00 < Reference wage (2,146.76)", "Day worked: 28 February 2025"]),
        ("contribution[1]", ["Guild: bakers", "Day worked: 31 January 2025"]),
        ("feast_gift[1]", ["Status: master of the guild"]),
        ("grant[0]", ["Disabled: yes"]),
        ("day_wage[1]", ["Days paid (0) = 0"]),
        ("tax_relief[0]", ["Age (44) ≥ 65: no"]),
        ("late_fee", ["Due of the quarter (32.59) < 0: no", "Loyalty (6) < 1: no"]),
        (
            "premium_pay[0]",
            [
                *(f"Sort of item [{n}]: {s}" for n, s in enumerate(("wage", "premium", "expense"))),
                "Day worked: 28 February 2025",
            ],
        ),
    ],
)
def test_what_was_taken_is_told_with_its_condition(key: str, because: list[str]) -> None:
    assert told("en")[key]["because"] == because


@pytest.mark.parametrize(
    ("language", "rounding"),
    [
        ("en", "275.4729918 → 275.47: to the cent, half away from zero"),
        ("nl", "275,4729918 → 275,47: rekenkundig afgerond op de cent"),
        ("fr", "275,4729918 → 275,47 : arrondi arithmétique au cent"),
        ("de", "275,4729918 → 275,47: kaufmännisch gerundet auf den Cent"),
    ],
)
def test_a_rounding_is_named_in_the_readers_language(language: str, rounding: str) -> None:
    assert told(language)["contribution[0]"]["rounding"] == [rounding]


@pytest.mark.parametrize(
    ("language", "formula"),
    [
        ("nl", "267,50 + (3.305,71 − 1.900,00) × 42,8\u00a0%"),
        ("fr", "267,50 + (3\u202f305,71 − 1\u202f900,00) × 42,8\u00a0%"),
        ("de", "267,50 + (3.305,71 − 1.900,00) × 42,8\u00a0%"),
    ],
)
def test_a_formula_stands_in_the_readers_language(language: str, formula: str) -> None:
    assert told(language)["tax_by_scale[0]"]["formula"] == formula


def test_a_step_is_told_once_with_its_own_formula() -> None:
    assert [(s["value"], s["formula"]) for s in told("en")["quarter_due"]["steps"]] == [
        ("2,000.00", "the highest of 1,951.55; 2,000.00"),
        ("32.59", "(1,951.55 + 2,000.00 − 2,000.00) × 1.67\u00a0%"),
        ("0", "0 of 2: Full month"),
    ]


def test_another_language_is_refused() -> None:
    book = whole_book()
    with pytest.raises(LawError, match="la is not one of nl, fr, de, en"):
        explain(Family(book, Sheet(book, household())), ["late_fee"], "la")
