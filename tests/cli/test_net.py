"""`officium net`: the gross pay of a net pay, for a simulation."""

from __future__ import annotations

import json

import pytest

from .conftest import Speak

ASKED = ("net", "--month", "2025-01", "--facts", "-")
CLERK = {"worker_status": "white_collar"}


def test_the_gross_pay_that_is_found_leaves_the_net_pay_that_was_asked(
    officium: Speak, evaluate: Speak
) -> None:
    told = officium(*ASKED, "--net", "2100.00", "--json", stdin=json.dumps(CLERK)).json
    assert (told["wanted"], told["exact"]) == ("2100.00", True)
    gross = told["results"]["gross_pay"]
    both = evaluate({**CLERK, "gross_pay": gross}, "net_pay", "--month", "2025-01").json
    assert both["results"]["net_pay"] == "2100.00"
    assert both["fingerprint"] == told["fingerprint"]
    less = f"{int(gross.replace('.', '')) - 1}"
    less = f"{less[:-2]}.{less[-2:]}"
    below = evaluate({**CLERK, "gross_pay": less}, "net_pay", "--month", "2025-01").json
    assert float(below["results"]["net_pay"]) < 2100


def test_the_family_decides_too(officium: Speak) -> None:
    family = {**CLERK, "is_couple": True, "spouse_income": "none", "dependent_children": "3"}
    alone, three = (
        officium(*ASKED, "--net", "2500", "--json", stdin=json.dumps(facts)).json["results"]
        for facts in (CLERK, family)
    )
    assert float(three["gross_pay"]) < float(alone["gross_pay"])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Brutoloon"),
        ("fr", "Rémunération brute"),
        ("de", "Bruttolohn"),
        ("en", "Gross pay"),
    ],
)
def test_it_speaks_to_a_person(officium: Speak, language: str, words: str) -> None:
    said = officium(*ASKED, "--net", "2100.00", "--in", language, stdin=json.dumps(CLERK))
    assert said.status == 0
    assert said.out.splitlines()[0].startswith("gross_pay")
    assert words in said.out.splitlines()[0]


@pytest.mark.parametrize("net", ["0", "-5", "2100.001", "two", "", "1e3", "99999999999"])
def test_what_is_no_net_pay_is_refused(officium: Speak, net: str) -> None:
    said = officium(*ASKED, f"--net={net}", stdin=json.dumps(CLERK))
    assert said.refusal.endswith("is not a net pay above nothing, like 2100.00")


def test_what_is_sought_is_not_given(officium: Speak) -> None:
    given = json.dumps({**CLERK, "gross_pay": "3000"})
    assert officium(*ASKED, "--net", "2100", stdin=given).refusal == (
        "facts: gross_pay is what is sought: leave it out"
    )
    assert "worker_status is needed" in officium(*ASKED, "--net", "2100", stdin="{}").refusal
