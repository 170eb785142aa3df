"""How a payslip is explained: wholly in the reader's language, as a payroll officer would say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest

from officium.language import LANGUAGES
from officium.law import Question, belgium

DAY = date(2025, 3, 31)
PARENT_OF_TWO = {
    "worker_status": "blue_collar",
    "gross_pay": "2300.00",
    "bonus_days_paid": "19",
    "bonus_days_possible": "22",
    "is_couple": True,
    "spouse_income": "none",
    "dependent_children": "2",
}
HOLIDAY_PAY = {
    "exceptional_taxable_pay": "1500.00",
    "exceptional_kind": "holiday",
    "annual_reference_pay": "30000.00",
    "dependent_children": "3",
}
RECORD = {
    "worker_status": "white_collar",
    "employer_class": "010",
    "average_headcount": "6.25",
    "is_commercial": True,
    "declared_pay": "10061.40",
}
DISMISSAL = {
    "worker_status": "blue_collar",
    "in_service_since": "2004-02-16",
    "notice_given_by": "employer",
    "notice_notified_on": "2025-03-12",
    "notice_purpose": "pension",
    "notice_days_not_run": "12",
}
UNEMPLOYED = {
    "notice_given_by": "employer",
    "suspension_cause": "bad_weather",
    "suspension_began_on": "2025-02-03",
    "leaves_on": "2025-03-31",
}
TERM = {
    **DISMISSAL,
    "in_service_since": "2025-01-06",
    "contract_begins": "2025-01-06",
    "contract_ends": "2025-04-30",
    "term_ends": "2026-01-05",
}
QUESTIONS: dict[str, dict[str, Any]] = {
    "net_pay": PARENT_OF_TWO,
    "exceptional_withholding_tax": HOLIDAY_PAY,
    "contributions_due": RECORD,
    "notice_last_day": DISMISSAL,
    "does_notice_stand_still": UNEMPLOYED,
    "may_leave_without_notice": UNEMPLOYED,
    "may_give_notice_in_term": TERM,
    "days_owed_of_term": TERM,
    "medical_force_majeure_from": {"incapacity_since": "2024-06-03"},
    "is_serious_cause_in_time": {"working_days_until_dismissal": "2"},
}


@cache
def told(want: str, language: str) -> dict[str, Any]:
    question = Question(belgium(), want=[want], on=DAY, paid=DAY)
    explanation = question.answer(QUESTIONS[want], language).explanation
    assert explanation is not None
    facts: dict[str, Any] = explanation["facts"]
    return facts


def sayings(fact: dict[str, Any]) -> Iterator[str]:
    """All that a fact says to a person, but for the law's own citations."""
    yield from (fact["name"], fact["shown"], fact["shown_unit"], fact["formula"])
    yield from (*fact["because"], *fact["rounding"])
    for step in (*fact["steps"], *fact["figures"]):
        yield from (step.get(key, "") for key in ("title", "formula", "shown"))
    for part in fact["parts"]:
        yield from (part["text"], part["caption"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("want", QUESTIONS)
def test_no_identifier_and_no_gap_stands_in_an_explanation(want: str, language: str) -> None:
    odd = [
        f"{key}: {text}"
        for key, fact in told(want, language).items()
        for text in sayings(fact)
        if re.search(r"[{}_]", text)
    ]
    assert odd == []


def test_languages_do_not_share_their_words() -> None:
    """Numbers, signs and names like (S) are common to all; a sentence is not."""
    english = {text for fact in told("net_pay", "en").values() for text in sayings(fact)}
    for language in ("nl", "fr", "de"):
        shared = {
            text
            for fact in told("net_pay", language).values()
            for text in sayings(fact)
            if text in english and re.search("[A-Za-z]{2}", text.replace("EUR", ""))
        }
        assert shared == set(), language


@pytest.mark.parametrize(
    ("language", "formula", "because", "title", "shown"),
    [
        ("nl", "2.300,00 × 1,08", "Statuut van de werknemer: arbeider", "(arbeider)", "1,08"),
        ("fr", "2\u202f300,00 × 1,08", "Statut du travailleur : ouvrier", "(ouvrier)", "1,08"),
        ("de", "2.300,00 × 1,08", "Status des Arbeitnehmers: Arbeiter", "(Arbeiter)", "1,08"),
        ("en", "2,300.00 × 1.08", "Worker status: manual worker", "(manual worker)", "1.08"),
    ],
)
def test_a_code_is_told_by_its_label(
    language: str, formula: str, because: str, title: str, shown: str
) -> None:
    base = told("net_pay", language)["monthly_contribution_base"]
    assert (base["formula"], base["because"]) == (formula, [because])
    (figure,) = base["figures"]
    assert figure["title"].endswith(title)
    assert (figure["value"], figure["shown"]) == ("1.08", shown)
    status = told("net_pay", language)["worker_status"]
    assert (status["value"], status["shown"]) == ("blue_collar", because.split(":")[1].strip())


@pytest.mark.parametrize(
    ("key", "formula"),
    [
        ("employee_contribution_due", "2.484,00 × 13,07\u00a0%"),
        ("bonus_wage_of_the_month", "121,05 × 22"),
        ("bonus_reference_wage", "het hoogste van 2.663,10 en 0,00"),
        ("bonus_fraction", "het laagste van 0,86 en 1"),
        ("employment_bonus_b_full_month", "175,63 − (2.663,10 − 2.175,25) × 0,2915"),
        ("employment_bonus_ceiling", "het laagste van 324,66 − 0,00 en 3.670,44 − 0,00"),
        ("annual_tax", "0,00 − 1.608,00, onder nul: 0"),
        (
            "is_on_scale_2",
            "Belastingschaal = schaal 2 (nee) of (Belastingschaal = volgens de gezinstoestand (ja) "
            "en Gehuwd of wettelijk samenwonend (ja) en Inkomen van de partner = geen (ja))",
        ),
        (
            "is_on_scale_1",
            "niet (Belastingschaal = schaal 3 (nee) of Belast volgens schaal 2 (ja))",
        ),
    ],
)
def test_a_formula_reads_as_a_payroll_officer_would_write_it(key: str, formula: str) -> None:
    assert told("net_pay", "nl")[key]["formula"] == formula


def test_rates_are_shown_as_percentages_and_given_to_programs_as_decimals() -> None:
    rate = told("exceptional_withholding_tax", "en")["allowance_rate"]
    assert (rate["value"], rate["shown"]) == ("0.3634", "36.34\u00a0%")
    assert [(f["title"], f["shown"]) for f in rate["figures"]] == [
        ("Rates on exceptional pay (holiday pay)", "36.34\u00a0%")
    ]
    assert rate["because"] == [
        "Taxed as holiday pay: yes",
        "25,710.00 < Normal pay of a year (30,000.00) ≤ 31,070.00",
        "Taxed as exceptional allowance: yes",
    ]


def test_a_unit_is_one_or_several_in_the_readers_language() -> None:
    days = [told("net_pay", language)["bonus_days_paid"] for language in LANGUAGES]
    assert [day["shown_unit"] for day in days] == ["dagen", "jours", "Tage", "days"]
    hours = [told("net_pay", language)["bonus_hours_full_time"] for language in LANGUAGES]
    assert [hour["shown_unit"] for hour in hours] == ["uur", "heure", "Stunden", "hours"]
    assert {hour["shown"] for hour in hours} == {"0"}


def test_what_a_rule_says_of_itself_in_english_is_left_out_elsewhere() -> None:
    assert told("net_pay", "en")["net_pay"]["meaning"].startswith("What remains in cash")
    assert all("meaning" not in fact for fact in told("net_pay", "fr").values())
