"""`officium evaluate`: the law as a function, as other programs rely on it."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from officium.law import belgium
from officium.law.dependence import Dependence

from .conftest import Speak

NINETEEN_OF_TWENTY_TWO = {
    "worker_status": "white_collar",
    "gross_pay": "2015.00",
    "bonus_days_paid": 19,
    "bonus_days_possible": 22,
}
JULY = ("--month", "2023-07")
FEBRUARY = ("--month", "2025-02")


def without_lines_of_pay(assumed: dict[str, Any]) -> dict[str, Any]:
    """What is assumed beside a line of pay of nothing and all on which it would rest."""
    facts = belgium().facts
    line = {name for name, fact in facts.items() if fact.grains == ("pay-item",)}
    amounts = [assumed[name] for name in line & set(assumed) if facts[name].kind.unit]
    assert {Decimal(amount) for amount in amounts} <= {0}
    beneath = Dependence(belgium()).beneath(line)
    return {name: value for name, value in assumed.items() if name not in line | beneath}


def test_nineteen_days_of_twenty_two_give_the_bonus_of_the_nsso_example(evaluate: Speak) -> None:
    wanted = (
        "bonus_reference_wage,employment_bonus_a_full_month,bonus_fraction,employment_bonus,"
        "employee_contribution"
    )
    answer = evaluate(NINETEEN_OF_TWENTY_TWO, wanted, *JULY).json
    assert answer["results"] == {
        "bonus_reference_wage": "2333.10",
        "employment_bonus_a_full_month": "179.77",
        "bonus_fraction": "0.86",
        "employment_bonus": "154.60",
        "employee_contribution": "108.76",
    }
    assert list(answer) == ["results", "standing", "weakest", "assumed", "fingerprint"]
    assert answer["standing"] == "derived"
    assert answer["weakest"] == [{"figure": "bonus_year_ceiling", "standing": "derived"}]
    assert without_lines_of_pay(answer["assumed"]) == {
        "bonus_hours_full_time": "0.00",
        "contribution_outside_bonus": "0.00",
        "employment_bonus_granted_before": "0.00",
    }


def test_a_batch_is_answered_in_its_order_and_each_as_if_alone(evaluate: Speak) -> None:
    """Objects that give other facts are bound by themselves, wherever they stand."""
    people = [
        NINETEEN_OF_TWENTY_TWO,
        {"worker_status": "blue_collar", "gross_pay": "1900.00"},
        {"employee_contribution": "12.34"},
    ]
    alone = [evaluate(facts, "employee_contribution", *JULY).json for facts in people]
    for order in permutations(range(3)):
        batch = evaluate([people[n] for n in order], "employee_contribution", *JULY)
        assert batch.json == [alone[n] for n in order]
    assert evaluate([], "employee_contribution", *JULY).json == []
    one = evaluate([NINETEEN_OF_TWENTY_TWO], "employee_contribution", *JULY)
    assert one.json == alone[:1]


def test_facts_are_read_from_a_file_too(officium: Speak, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_text("\ufeff" + json.dumps({"taxable_pay": 2500.0}), "utf-8")
    said = officium(
        *("evaluate", *FEBRUARY, "--facts", file, "--want", "taxable_pay", "--in", "nl")
    )
    assert said.status == 0
    assert said.out.splitlines()[0].split(maxsplit=2) == [
        *("taxable_pay", "2500.00", "Belastbaar loon: 2.500,00 EUR"),
    ]
    assert "zwakste bron: officieel" in said.out


# --- what may be left out --------------------------------------------------------------------------
def test_tax_is_asked_of_the_taxable_pay_alone(evaluate: Speak) -> None:
    """Nothing above the taxable pay is computed; the employment bonus counts as none, and it shows."""
    given = {"taxable_pay": "2500.00", "tax_scale": "1"}
    wanted = "withholding_tax_on_scale,fiscal_employment_bonus,withholding_tax"
    answer = evaluate(given, wanted, *FEBRUARY).json
    results = answer["results"]
    assert results["fiscal_employment_bonus"] == "0.00"
    assert results["withholding_tax"] == results["withholding_tax_on_scale"]
    assert answer["assumed"]["employment_bonus_a"] == "0.00"
    assert answer["assumed"]["employment_bonus_b"] == "0.00"
    assert "gross_pay" not in answer["assumed"]
    with_status = evaluate(given | {"worker_status": "white_collar"}, wanted, *FEBRUARY).json
    assert with_status["results"] == results


def test_the_bonus_parts_given_lower_the_tax_by_their_shares(evaluate: Speak) -> None:
    """33.14 % of part A and 52.54 % of part B, in force in February 2025."""
    given = {"employment_bonus_a": "100.00", "employment_bonus_b": "20.00"}
    answer = evaluate(given, "fiscal_employment_bonus", *FEBRUARY).json
    assert answer["results"] == {"fiscal_employment_bonus": "43.65"}
    assert answer["assumed"] == {}
    part_a = evaluate({"employment_bonus_a": "100.00"}, "fiscal_employment_bonus", *FEBRUARY).json
    assert part_a["results"] == {"fiscal_employment_bonus": "33.14"}
    assert part_a["assumed"] == {"employment_bonus_b": "0.00"}


def test_who_gives_pay_wants_the_bonus_computed_and_not_assumed(evaluate: Speak) -> None:
    """With the gross pay given, a bonus of zero would be a guess: the status is asked for instead."""
    refused = evaluate({"gross_pay": "2100.00"}, "fiscal_employment_bonus", *FEBRUARY)
    assert refused.status == 2
    assert refused.json["error"]["code"] == "missing_fact"
    assert refused.json["error"]["message"] == (
        "worker_status is needed by contribution_outside_bonus and monthly_contribution_base, and not given"
    )
    both = {"gross_pay": "2100.00", "worker_status": "white_collar"}
    answer = evaluate(both, "fiscal_employment_bonus,employment_bonus_a", *FEBRUARY).json
    assert "employment_bonus_a" not in answer["assumed"]
    assert answer["results"]["employment_bonus_a"] != "0.00"


def test_a_bonus_that_is_given_as_a_whole_is_not_split_by_assumption(evaluate: Speak) -> None:
    refused = evaluate({"employment_bonus": "100.00"}, "fiscal_employment_bonus", *FEBRUARY)
    assert refused.json["error"]["code"] == "missing_fact"


def test_net_pay_and_special_contribution_from_the_gross_pay(evaluate: Speak) -> None:
    given = {"gross_pay": "2500.00", "worker_status": "white_collar"}
    wanted = "net_pay,employee_contribution,withholding_tax,special_contribution"
    results = evaluate(given, wanted, *FEBRUARY).json["results"]
    cents = {name: int(value.replace(".", "")) for name, value in results.items()}
    assert cents["net_pay"] == 250_000 - sum(
        cents[name] for name in ("employee_contribution", "withholding_tax", "special_contribution")
    )
    alone = evaluate(given, "special_contribution", *FEBRUARY).json
    assert alone["results"]["special_contribution"] == results["special_contribution"]
    assert alone["assumed"] == {"is_couple": False}


def test_net_pay_from_its_parts_needs_no_law_but_its_own(evaluate: Speak) -> None:
    parts = {
        "gross_pay": "2500.00",
        "employee_contribution": "300.00",
        "withholding_tax": "400.00",
        "special_contribution": "20.00",
    }
    answer = evaluate(parts, "net_pay", *FEBRUARY).json
    assert answer["results"] == {"net_pay": "1780.00"}
    nothing = ("exceptional_tax", "cash_that_is_no_wage", "earlier_claims")
    creditors = ("attachment_claim", "attachment_whole", "claims_ahead")
    assert without_lines_of_pay(answer["assumed"]) == {
        **dict.fromkeys((*nothing, *creditors), "0.00"),
        "rank_by_law": "ordinary",
    }


@pytest.mark.parametrize(
    ("facts", "want", "message"),
    [
        (
            {},
            "net_pay",
            "gross_pay is needed by pay_after_contributions and monthly_contribution_base, and not "
            "given (nor schedule_hours, from which it is computed); worker_status is needed by "
            "monthly_contribution_base and employee_rate, and not given",
        ),
        (
            {"monthly_pay": "2000.00"},
            "gross_pay",
            "schedule_hours is needed by pay_for_work, and not given",
        ),
        (
            {"exceptional_taxable_pay": "900.00", "annual_reference_pay": "30000.00"},
            "exceptional_withholding_tax",
            "exceptional_kind is needed by is_taxed_as_holiday_pay and is_taxed_as_other_exceptional_pay, "
            "and not given",
        ),
        ({}, "worker_status", "worker_status is needed by the question, and not given"),
    ],
)
def test_what_is_missing_is_named_with_who_asks_for_it(
    evaluate: Speak, facts: object, want: str, message: str
) -> None:
    refused = evaluate(facts, want, *FEBRUARY)
    assert refused.status == 2
    assert refused.json == {"error": {"code": "missing_fact", "message": message, "where": "facts"}}


def test_the_quarter_is_asked_of_flat_facts(evaluate: Speak) -> None:
    """Ten full quarters of 9 000 in committee 200: 9 000 x 25 % and x 38.07 %; funds at large rates."""
    given = {
        "worker_status": "white_collar",
        "quarter_pay": "9000.00",
        "contribution_base": "9000.00",
        "average_headcount": "12",
        "is_commercial": True,
        "employer_class": "010",
    }
    wanted = (
        "ordinary_contribution,employer_contribution,closure_fund_basic_contribution,"
        "closure_fund_special_contribution,structural_reduction,net_owed"
    )
    answer = evaluate(given, wanted, "--quarter", "2025Q1").json
    results = answer["results"]
    assert list(results) == wanted.split(",")
    assert results["ordinary_contribution"] == "3426.30"
    assert results["employer_contribution"] == "2250.00"
    for name in ("structural_category", "quarter_days_unpaid", "quarter_employment_bonus"):
        assert name in answer["assumed"]
    without_base = {name: fact for name, fact in given.items() if name != "contribution_base"}
    again = evaluate(without_base, wanted, "--quarter", "2025Q1").json
    assert again["results"] == results
    assert again["assumed"]["declared_pay"] == "9000.00"


def test_exceptional_pay_is_asked_by_itself(evaluate: Speak) -> None:
    given = {
        "exceptional_taxable_pay": "2000.00",
        "exceptional_kind": "holiday",
        "annual_reference_pay": "40000.00",
        "dependent_children": 0,
    }
    answer = evaluate(given, "exceptional_withholding_tax", "--month", "2025-05")
    assert answer.status == 0
    assert answer.json["assumed"] == {
        "item_kind": "premium",
        "recorded_amount": "0.00",
        "tax_scale": "by_family",
        "disabled_dependent_children": "0",
    }


@pytest.mark.parametrize(
    ("language", "net_pay", "yes"),
    [
        ("nl", "Nettoloon: 1.234,50 EUR", ": ja"),
        ("fr", "Rémunération nette : 1\u202f234,50 EUR", " : oui"),
        ("de", "Nettolohn: 1.234,50 EUR", ": ja"),
        ("en", "Net pay: 1,234.50 EUR", ": yes"),
    ],
)
def test_beside_its_plain_value_a_fact_stands_as_people_write_it(
    officium: Speak, language: str, net_pay: str, yes: str
) -> None:
    given = {"net_pay": 1234.5, "is_single_parent": True, "worker_status": "student"}
    said = officium(
        *("evaluate", *FEBRUARY, "--facts", "-", "--want", ",".join(given), "--in", language),
        stdin=json.dumps(given),
    )
    told = [line.split(maxsplit=2) for line in said.out.splitlines()[:3]]
    assert [line[:2] for line in told] == [
        ["net_pay", "1234.50"],
        ["is_single_parent", "true"],
        ["worker_status", "student"],
    ]
    names = {name: belgium().facts[name].names[language] for name in given}
    assert told[0][2] == net_pay
    assert told[1][2] == names["is_single_parent"] + yes
    label = belgium().facts["worker_status"].label("student", language)
    assert told[2][2].startswith(names["worker_status"]) and told[2][2].endswith(f": {label}")


def test_what_was_assumed_is_one_block_that_fits_on_a_page(officium: Speak) -> None:
    said = officium(
        *("evaluate", *FEBRUARY, "--facts", "-", "--want", "net_pay", "--in", "en"),
        stdin=json.dumps({"gross_pay": "2500.00", "worker_status": "white_collar"}),
    )
    block = [line for line in said.out.splitlines() if " = " in line]
    assert block[0].startswith("    assumed: contribution_outside_bonus = 0.00, ")
    assert block[-1].endswith("attachment_whole = 0.00")
    assert max(map(len, block)) <= 100
    assert "\u00a0" not in said.out
    assert said.out.count("assumed") == 1


# --- how it is explained ---------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_an_explanation_unfolds_to_given_facts_and_dated_figures(
    evaluate: Speak, language: str
) -> None:
    told = evaluate(
        NINETEEN_OF_TWENTY_TWO, "employee_contribution", *JULY, "--explain", "--in", language
    ).json["explanation"]
    assert told["root"] == "employee_contribution"
    assert told["language"] == language
    todo, seen = [told["root"]], set()
    while todo:
        key = todo.pop()
        if key in seen:
            continue
        seen.add(key)
        fact = told["facts"][key]
        for name in ("value", "formula", "uses", "figures", "rounding", "source", "standing"):
            assert name in fact
        todo.extend(fact["uses"])
        assert fact["given"] or (fact["formula"] and fact["source"] and fact["since"])
        for figure in fact["figures"]:
            assert figure["value"] and figure["from"] and figure["source"] and figure["standing"]
    assert seen == set(told["facts"])
    given = {key for key in seen if told["facts"][key]["given"]}
    assert given >= NINETEEN_OF_TWENTY_TWO.keys()


def test_an_explanation_shows_the_formula_with_its_numbers_and_the_rounding(
    evaluate: Speak, officium: Speak
) -> None:
    arguments = (*JULY, "--explain", "--in", "en")
    told = evaluate(NINETEEN_OF_TWENTY_TWO, "employment_bonus_a_before_cap", *arguments).json
    bonus = told["explanation"]["facts"]["employment_bonus_a_before_cap"]
    assert (bonus["value"], bonus["formula"]) == ("154.60", "179.77 × 0.86")
    assert bonus["rounding"][0].startswith("154.6022 → 154.60: to the cent")
    said = officium(
        *("evaluate", *arguments, "--facts", "-", "--want", "employment_bonus_a_before_cap"),
        stdin=json.dumps(NINETEEN_OF_TWENTY_TWO),
    )
    assert "employment_bonus_a_before_cap  154.60 EUR = 179.77 × 0.86" in said.out


def test_without_explain_nothing_is_explained(evaluate: Speak) -> None:
    assert "explanation" not in evaluate({"net_pay": "1.00"}, "net_pay", *FEBRUARY).json


# --- provisional -----------------------------------------------------------------------------------
def test_a_period_that_is_not_reviewed_needs_provisional(evaluate: Speak) -> None:
    given = {"gross_pay": "2500.00", "worker_status": "white_collar"}
    refused = evaluate(given, "employee_contribution_due", "--month", "2026-04")
    assert refused.json["error"]["code"] == "not_reviewed"
    assert "social_security/employee_contribution was reviewed" in refused.json["error"]["message"]
    answer = evaluate(
        given, "employee_contribution_due", "--month", "2026-04", "--provisional"
    ).json
    assert answer["results"] == {"employee_contribution_due": "326.75"}
    assert any("employee_contribution" in what for what in answer["not_reviewed"])


def test_a_recalled_figure_needs_provisional_only_where_the_answer_rests_on_it(
    evaluate: Speak,
) -> None:
    """The amount for dependants in need of care in 2023 is recalled, not read."""
    given = {"taxable_pay": "2500.00", "tax_scale": "1"}
    month = ("--month", "2023-05")
    assert evaluate(given, "withholding_tax", *month).status == 0
    caring = given | {"dependents_in_need_of_care": 1}
    refused = evaluate(caring, "withholding_tax", *month)
    assert refused.json["error"]["code"] == "recalled"
    assert "care_amount" in refused.json["error"]["message"]
    answer = evaluate(caring, "withholding_tax", *month, "--provisional").json
    assert answer["standing"] == "recalled"
    assert {"figure": "care_amount", "standing": "recalled"} in answer["weakest"]


def test_tax_follows_the_day_of_payment_and_contributions_the_month_worked(
    evaluate: Speak,
) -> None:
    """December 2024 paid in December and in January: the scale of another year."""
    given = {"gross_pay": "3000.00", "worker_status": "white_collar"}
    wanted = "employee_contribution,withholding_tax"
    months = ("--month", "2024-12")
    in_time = evaluate(given, wanted, *months).json["results"]
    late = evaluate(given, wanted, *months, "--paid", "2025-01-03").json["results"]
    assert in_time["employee_contribution"] == late["employee_contribution"]
    assert in_time["withholding_tax"] != late["withholding_tax"]
