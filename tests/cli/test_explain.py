"""`officium explain`: a payslip tells how each of its lines came about, in any language."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Speak

Change = Callable[[dict[str, Any]], Any]


@pytest.fixture
def payslip(payslips: Path) -> Path:
    """Sofie Maes, clerk, whose language is Dutch."""
    return payslips / "W001.json"


@pytest.fixture
def changed(payslip: Path, tmp_path: Path) -> Callable[[Change], Path]:
    """The payslip after somebody laid hands on it."""

    def change(by: Change) -> Path:
        document = json.loads(payslip.read_text("utf-8"))
        by(document)
        place = tmp_path / "changed.json"
        place.write_text(json.dumps(document), "utf-8")
        return place

    return change


def test_a_line_unfolds_in_the_language_of_the_payslip(officium: Speak, payslip: Path) -> None:
    said = officium("explain", payslip, "net_pay")
    lines = said.out.splitlines()
    assert lines[0].startswith("net_pay  ") and lines[0].endswith("    Nettoloon")
    assert "(gegeven)" in officium("explain", payslip, "net_pay", "--deep").out
    assert "  gross_pay  " in officium("explain", payslip, "net_pay", "--deep").out


def test_a_line_of_its_own_stays_closed_and_says_how_to_open_it(
    officium: Speak, payslip: Path
) -> None:
    said = officium("explain", payslip, "employee_contribution_due").out
    assert "Brutoloon (gesloten: vraag gross_pay, of --deep)" in said
    deep = officium("explain", payslip, "net_pay", "--deep").out
    assert "gesloten" not in deep and len(deep) > len(said)
    assert "(zie hoger)" in deep


@pytest.mark.parametrize(
    ("language", "name"),
    [("nl", "Nettoloon"), ("fr", "Rémunération nette"), ("de", "Nettolohn"), ("en", "Net pay")],
)
def test_another_language_tells_the_same_amounts(
    officium: Speak, payslip: Path, language: str, name: str
) -> None:
    own = officium("explain", payslip, "net_pay", "--json").json
    told = officium("explain", payslip, "net_pay", "--in", language, "--json").json
    assert (told["root"], told["language"]) == ("net_pay", language)
    assert told["facts"]["net_pay"]["name"] == name
    assert list(told["facts"]) == list(own["facts"])
    for key, fact in told["facts"].items():
        for same in ("value", "uses", "source", "standing", "since", "given"):
            assert fact[same] == own["facts"][key][same]
    assert name in officium("explain", payslip, "net_pay", "--in", language).out


def test_only_what_the_line_rests_on_is_told(officium: Speak, payslip: Path) -> None:
    told = officium("explain", payslip, "employee_contribution", "--json").json
    assert told["root"] == "employee_contribution"
    assert "gross_pay" in told["facts"]
    assert "withholding_tax" not in told["facts"]
    assert {use for fact in told["facts"].values() for use in fact["uses"]} <= told["facts"].keys()


def test_a_name_that_is_not_there_is_refused_with_the_nearest(
    officium: Speak, payslip: Path
) -> None:
    said = officium("explain", payslip, "nett_pay")
    assert said.refusal.startswith(f"{payslip}: nett_pay is not on this payslip; did you mean net_")
    told = officium("explain", payslip, "nett_pay", "--json")
    assert (told.status, told.json["error"]["code"]) == (2, "unknown_fact")


def test_a_payslip_of_another_law_book_is_only_told_as_it_stands(
    officium: Speak, changed: Callable[[Change], Path]
) -> None:
    place = changed(lambda document: document.update(fingerprint="0123456789abcdef"))
    assert officium("explain", place, "net_pay").status == 0
    refused = officium("explain", place, "net_pay", "--in", "en", "--json")
    assert (refused.status, refused.json["error"]["code"]) == (2, "fingerprint")
    assert "the law book 0123456789abcdef; this one is " in refused.json["error"]["message"]


def test_facts_changed_afterwards_are_found_out(
    officium: Speak, changed: Callable[[Change], Path]
) -> None:
    def one_child_more(document: dict[str, Any]) -> None:
        month = document["question"]["rows"]["facts"]
        month["dependent_children"] = 3 + int(month["dependent_children"])

    refused = officium("explain", changed(one_child_more), "net_pay", "--in", "en", "--json")
    assert (refused.status, refused.json["error"]["code"]) == (2, "witness")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.pop("explanation"),
        lambda document: document["explanation"].pop("facts"),
        lambda document: document["explanation"].update(facts=7),
        lambda document: document["explanation"].update(facts={"net_pay": 7}),
        lambda document: document["explanation"]["facts"].pop("gross_pay"),
        lambda document: document["explanation"]["facts"]["net_pay"].pop("uses"),
    ],
)
def test_what_is_no_payslip_is_refused(
    officium: Speak, changed: Callable[[Change], Path], spoil: Change
) -> None:
    place = changed(spoil)
    assert officium("explain", place, "net_pay").refusal == (
        f"{place}: is not a payslip with its explanation, as `officium run` writes it"
    )


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.pop("question"),
        lambda document: document["question"].update(on="once"),
        lambda document: document["question"].update(rows=3),
        lambda document: document["question"].update(want=7),
        lambda document: document["question"].update(want=[]),
        lambda document: document["question"].update(want={}),
        lambda document: document["question"].update(want=[[]]),
        lambda document: document["question"]["rows"].update(children={"contract-month": 1}),
        lambda document: document["question"]["rows"]["facts"].update(tax_scale=[]),
    ],
)
def test_a_question_that_cannot_be_asked_again_is_refused(
    officium: Speak, changed: Callable[[Change], Path], spoil: Change
) -> None:
    place = changed(spoil)
    assert officium("explain", place, "net_pay", "--in", "fr").refusal.startswith(f"{place}: ")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"[]", "is not a payslip"),
        (b"null", "is not a payslip"),
        (b"\xff\xfe", "is not UTF-8"),
        (b'{"explanation": ' + b"9" * 50 + b"}", "more than 30 digits"),
    ],
)
def test_files_that_are_something_else(
    officium: Speak, tmp_path: Path, content: bytes, message: str
) -> None:
    place = tmp_path / "payslip.json"
    place.write_bytes(content)
    assert message in officium("explain", place, "net_pay").refusal
    assert officium("explain", place, "net_pay", "--json").json["error"]["where"] == str(place)


def test_without_a_name_the_lines_of_the_payslip_are_listed(officium: Speak, payslip: Path) -> None:
    document = json.loads(payslip.read_text("utf-8"))
    told = officium("explain", payslip, "--json").json
    assert told["language"] == "nl"
    assert [line["key"] for line in told["lines"]] == [line["key"] for line in document["lines"]]
    assert told["lines"][-1] == {
        "item": "15",
        "key": "net_pay",
        "name": "Nettoloon",
        "amount": document["results"]["net_pay"],
    }
    text = officium("explain", payslip).out.splitlines()
    assert len(text) == len(told["lines"])
    assert text[-1].split()[:2] == ["15", "net_pay"] and text[-1].endswith("  Nettoloon")
    assert officium("explain", payslip, "--in", "de").out.splitlines()[-1].endswith("  Nettolohn")


def test_every_line_that_is_listed_can_be_explained(officium: Speak, payslip: Path) -> None:
    for line in officium("explain", payslip, "--json").json["lines"]:
        assert officium("explain", payslip, line["key"]).status == 0


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("netto", "net_pay (Nettoloon)"),
        ("Nettolohn", "net_pay (Nettolohn)"),
        ("gross pay", "gross_pay (Gross pay)"),
        ("précompte", "withholding_tax (Précompte professionnel)"),
        ("withholdingtax", "withholding_tax"),
    ],
)
def test_an_official_name_in_any_language_leads_to_its_fact(
    officium: Speak, payslip: Path, asked: str, first: str
) -> None:
    refusal = officium("explain", payslip, asked).refusal
    assert f"{asked} is not on this payslip; did you mean {first}" in refusal


def test_a_name_like_nothing_on_the_payslip_suggests_nothing(
    officium: Speak, payslip: Path
) -> None:
    assert officium("explain", payslip, "zzzz").refusal.endswith("zzzz is not on this payslip")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.pop("lines"),
        lambda document: document.update(lines=7),
        lambda document: document["lines"][0].pop("label"),
        lambda document: document["lines"][-1].update(amount="much"),
    ],
)
def test_lines_that_somebody_spoiled_are_refused_and_none_is_shown(
    officium: Speak, changed: Callable[[Change], Path], spoil: Change
) -> None:
    assert "is not a payslip" in officium("explain", changed(spoil)).refusal


@pytest.mark.parametrize("name", ["2025-3-14", "14"])
def test_a_day_written_otherwise_is_told_how_it_is_written(
    officium: Speak, payslip: Path, name: str
) -> None:
    refusal = officium("explain", payslip, name).refusal
    assert refusal.endswith(f"{name} is no day: a day is written in full, like 2025-03-14")
