"""`officium evaluate` refuses in one clear message, and never with a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Speak

WANT = "employee_contribution_due"
FEBRUARY = ("--month", "2025-02")
GIVEN = {"gross_pay": "2500.00", "worker_status": "white_collar"}


@pytest.mark.parametrize(
    ("piped", "code", "message"),
    [
        ("", "json", "is empty: a JSON document is expected"),
        (" \n", "json", "is empty"),
        ("{", "json", "is not JSON"),
        ('{"gross_pay": NaN}', "json", "NaN is not a number here"),
        ('{"gross_pay": -Infinity}', "json", "-Infinity is not a number here"),
        ('{"gross_pay": "1", "gross_pay": "2"}', "json", "'gross_pay' stands there twice"),
        (b'{"gross_pay": "\xff"}', "json", "is not UTF-8 text"),
        ('{"gross_pay": "\\ud800"}', "json", "half a character"),
        ("[" * 100_000, "json", "is nested too deeply"),
        ("3", "json", "is not an object of facts"),
        ("null", "json", "is not an object of facts"),
        ('"gross_pay"', "json", "is not an object of facts"),
        ('{"gross_pay": null}', "json", "gross_pay is empty"),
        ('{"gross_pay": ["1"]}', "json", "gross_pay is a list or object"),
        ('{"gross_pay": {"value": "1"}}', "json", "gross_pay is a list or object"),
        ('{"gross_pay": ' + "9" * 5000 + "}", "json", "is longer than 100 characters"),
        ('{"' + "x" * 5000 + '": 1}', "json", "is longer than 100 characters"),
        ('{"gross_pya": 1}', "unknown_fact", "gross_pya is not a fact of the glossary; did you"),
        ('{"gross_pay": true}', "range", "gross_pay: true is not a number in EUR: write at most 2"),
        ('{"gross_pay": "1,50"}', "writing", "'1,50' is not a number"),
        ('{"gross_pay": 1e3}', "writing", "'1e3' is not a number"),
        ('{"gross_pay": 0.1000000001}', "range", "has more than 2 decimals"),
        ('{"gross_pay": 99999999.00}', "range", "lies outside"),
        ('{"worker_status": "bediende"}', "range", "is not one of white_collar, blue_collar"),
        ('{"is_couple": "maybe"}', "range", "'maybe' is not a flag: write true or false"),
        ('{"is_couple": 1}', "range", "'1' is not a flag: write true or false"),
        ('{"worker_status": true}', "range", "true is not one of white_collar, blue_collar"),
        ('{"dependent_children": "two"}', "writing", "is not a number: write a whole number"),
        ('{"gross_pay": "3 days"}', "units", "is not a number in EUR: write at most 2 decimals"),
        ('{"dependent_children": -1}', "range", "lies outside 0 to 30"),
    ],
)
def test_facts_that_cannot_be_used(
    evaluate: Speak, piped: str | bytes, code: str, message: str
) -> None:
    refused = evaluate(piped, WANT, *FEBRUARY)
    assert refused.status == 2
    assert refused.err == ""
    assert list(refused.json) == ["error"]
    assert refused.json["error"]["code"] == code
    assert message in refused.json["error"]["message"]
    assert refused.json["error"]["where"]


def test_a_given_fact_is_judged_even_where_the_question_does_not_need_it(evaluate: Speak) -> None:
    refused = evaluate(GIVEN | {"dependent_children": "many"}, WANT, *FEBRUARY)
    assert refused.json["error"]["code"] == "writing"


def test_one_bad_object_refuses_the_batch_and_says_which(evaluate: Speak) -> None:
    refused = evaluate([GIVEN, GIVEN, {"gross_pay": "1"}], WANT, *FEBRUARY)
    assert refused.status == 2
    assert refused.json["error"]["where"] == "facts[2]"
    assert evaluate([GIVEN, 7], WANT, *FEBRUARY).json["error"]["where"] == "facts[1]"


@pytest.mark.parametrize(
    ("want", "code", "message"),
    [
        ("employee_contributoin", "unknown_fact", "did you mean employee_contribution"),
        ("", "unknown_fact", "no fact is wanted"),
        (" , ", "unknown_fact", "no fact is wanted"),
        ("net_pay,gross_payy", "unknown_fact", "gross_payy is not a fact"),
    ],
)
def test_wanted_facts_that_nobody_knows(
    evaluate: Speak, want: str, code: str, message: str
) -> None:
    refused = evaluate(GIVEN, want, *FEBRUARY)
    assert refused.status == 2
    assert refused.json["error"]["code"] == code
    assert message in refused.json["error"]["message"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "give one of --month 2025-02 or --quarter 2025Q1"),
        (("--month", "2025-02", "--quarter", "2025Q1"), "give one of"),
        (("--month", "2025-13"), "'2025-13' is not a month like 2025-02"),
        (("--month", "2025-2"), "is not a month"),
        (("--month", "２０２５-02"), "is not a month"),
        (("--quarter", "2025Q5"), "'2025Q5' is not a quarter like 2025Q1"),
        (("--quarter", "2025-01"), "is not a quarter"),
        (("--month", "2025-02", "--paid", "31-01-2025"), "is not a day like 2025-01-31"),
        (("--month", "2025-02", "--known", "2025-02-30"), "is not a day like 2025-01-31"),
        (("--month", "2025-02", "--in", "es"), "'es' is not one of"),
        (("--month", "2025-02", "--tolerance", "1"), "No such option"),
    ],
)
def test_periods_days_and_options_that_do_not_exist(
    evaluate: Speak, arguments: tuple[str, ...], message: str
) -> None:
    refused = evaluate(GIVEN, WANT, *arguments)
    assert refused.status == 2
    assert refused.json["error"]["code"] == "usage"
    assert message in refused.json["error"]["message"]


def test_a_period_before_the_law_held_here_is_refused(evaluate: Speak) -> None:
    refused = evaluate(GIVEN, WANT, "--month", "2021-12", "--provisional")
    assert refused.status == 2
    assert refused.json["error"] == {
        "code": "silence",
        "message": "no text of the law establishes employee_contribution_due on 2021-12-01",
        "where": "social_security/employee_contribution",
    }


def test_for_whom_the_law_held_here_does_not_speak_is_said_by_the_code(evaluate: Speak) -> None:
    refused = evaluate(GIVEN | {"worker_status": "apprentice"}, "net_pay", *FEBRUARY)
    assert refused.status == 2
    assert refused.json["error"] == {
        "code": "silence",
        "message": "no text of the law held here establishes monthly_contribution_base where "
        "worker_status is apprentice: only for white_collar, blue_collar, student, flexi_job, "
        "director",
        "where": "facts",
    }


def test_a_missing_figure_names_itself_its_day_and_its_shelf(evaluate: Speak) -> None:
    given = {
        "exceptional_taxable_pay": "900.00",
        "exceptional_kind": "holiday",
        "annual_reference_pay": "30000.00",
    }
    refused = evaluate(given, "exceptional_withholding_tax", "--month", "2023-05", "--provisional")
    error = refused.json["error"]
    assert (refused.status, error["code"]) == (2, "missing_figure")
    assert "2023-05-31" in error["message"]
    assert "exceptional_" in error["message"]
    assert error["where"] == "withholding_tax/exceptional.toml"


def test_a_figure_is_not_known_before_it_was_published(evaluate: Speak) -> None:
    """The ceiling in force from July 2025 was published on 10 October 2025."""
    given = {"quarter_pay": "90000.00", "worker_status": "white_collar"}
    quarter = ("--quarter", "2025Q3")
    refused = evaluate(given, "pay_above_ceiling", *quarter, "--known", "2025-10-09")
    assert refused.json["error"]["code"] == "missing_figure"
    assert "wage_ceiling" in refused.json["error"]["message"]
    answer = evaluate(given, "pay_above_ceiling", *quarter, "--known", "2025-10-10").json
    assert answer["results"] == {"pay_above_ceiling": "5000.00"}


def test_a_person_reads_one_line(officium: Speak) -> None:
    said = officium(
        *("evaluate", *FEBRUARY, "--facts", "-", "--want", WANT), stdin='{"gross_pya": "1"}'
    )
    assert said.refusal == (
        "facts: gross_pya is not a fact of the glossary; did you mean gross_pay?"
    )


def test_a_file_that_is_not_there_or_is_a_folder(officium: Speak, tmp_path: Path) -> None:
    for place in (f"{tmp_path}/none.json", str(tmp_path)):
        said = officium("evaluate", *FEBRUARY, "--facts", place, "--want", WANT)
        assert said.refusal.startswith(f"{place}: cannot be read: ")


def test_a_bad_fact_in_a_file_names_the_file(officium: Speak, tmp_path: Path) -> None:
    file = tmp_path / "people.json"
    file.write_text(json.dumps([GIVEN, {"gross_pya": "1"}]), "utf-8")
    said = officium("evaluate", *FEBRUARY, "--facts", file, "--want", WANT)
    assert said.refusal.startswith(f"{file}[1]: gross_pya is not a fact")


def test_nothing_is_answered_before_all_is_well(officium: Speak) -> None:
    said = officium(
        *("evaluate", *FEBRUARY, "--facts", "-", "--want", WANT),
        stdin=json.dumps([GIVEN, {"gross_pay": "1"}]),
    )
    assert said.refusal.startswith("facts[1]: worker_status is needed by")
