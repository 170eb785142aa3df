"""`officium obligations cost`, called by itself: text in four languages, JSON, refusals."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from officium.cli.obligations_cost import cost
from officium.findings import BadInput

BALANCE = ("--duty", "nsso_balance", "--amount", "12000.00", "--due", "2025-04-30")
LATE = (*BALANCE, "--paid", "2025-06-20", "--workers", "5")


def said(*arguments: str) -> Result:
    return CliRunner().invoke(cost, arguments)


def document(*arguments: str) -> Any:
    result = said(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_each_line_says_what_how_much_by_which_law_and_who() -> None:
    lines = said(*LATE, "--in", "en").output.splitlines()
    assert lines[0] == "surcharge: 1,200.00 EUR"
    assert lines[1] == (
        "    owed by the employer "
        "[L 27-06-1969 art. 28 par. 1; RD 28-11-1969 art. 54 par. 1; official]"
    )
    assert "late interest: 117.37 EUR" in lines
    assert "administrative fine: 4,000.00 to 40,000.00 EUR" in lines
    assert "criminal fine: 8,000.00 to 80,000.00 EUR" in lines


def test_an_open_waiver_says_what_is_left() -> None:
    told = said(*BALANCE, "--paid", "2025-05-31", "--ground", "pays_usually_in_time", "--in", "en")
    assert "surcharge: 1,200.00 EUR, at least 0.00 EUR after a waiver" in told.output
    assert "Waiver for payment before the end of the second month: 100 %, open" in told.output


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "bijdrageopslag: 1.200,00 EUR"),
        ("fr", "majoration de cotisations : 1\u202f200,00 EUR"),
        ("de", "Beitragszuschlag: 1.200,00 EUR"),
        ("en", "surcharge: 1,200.00 EUR"),
    ],
)
def test_it_speaks_the_readers_language(language: str, words: str) -> None:
    assert said(*LATE, "--in", language).output.startswith(words + "\n")


def test_what_is_not_paid_yet_is_counted_until_a_day() -> None:
    until = document(*BALANCE, "--today", "2025-06-20", "--workers", "5")
    assert [line["high"] for line in until] == [line["high"] for line in document(*LATE)]


def test_programs_read_amounts_as_text_and_the_question_with_them() -> None:
    surcharge, interest, *_ = document(*LATE)
    assert (surcharge["kind"], surcharge["low"], surcharge["high"]) == (
        "surcharge",
        "1200.00",
        "1200.00",
    )
    assert interest["standing"] == "derived"
    assert (interest["fact"], interest["day"]) == ("late_interest", "2025-01-01")
    assert interest["asked"]["contributions_paid_on"] == "2025-06-20"
    assert {"fact", "percent", "basis", "open"} == interest["waivers"][0].keys()


def test_an_amount_that_is_not_known_is_null_and_says_why() -> None:
    (line, *_) = document("--duty", "dimona_in", "--due", "2025-07-10", "--paid", "2025-08-01")
    assert (line["low"], line["high"]) == (None, None)
    assert "solidarity_minimum is not known" in line["text"]


def test_an_explanation_unfolds_under_its_line() -> None:
    told = said(*LATE, "--in", "en", "--explain").output
    assert "late_interest  117.37 EUR = 12,000.00 × 7\u00a0% × (0 × 365 + 51) / 365" in told
    assert "explanation" in document(*LATE, "--explain")[0]


def test_in_time_costs_nothing() -> None:
    in_time = (*BALANCE, "--paid", "2025-04-30")
    assert said(*in_time, "--in", "en").output == "In time: no consequences.\n"
    assert document(*in_time) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((*BALANCE, "--quarter", "2025-Q1"), "is no quarter"),
        ((*BALANCE, "--ground", "luck"), "luck is no ground"),
        (("--duty", "luck", "--due", "2025-04-30"), "is no duty"),
        ((*BALANCE, "--declared", "much"), "is not a number"),
        ((*BALANCE, "--amount", "-1"), "outside 0.00"),
        (
            ("--duty", "nsso_balance", "--due", "2026-04-30", "--paid", "2026-05-02"),
            "--provisional",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_its_remedy(arguments: tuple[str, ...], words: str) -> None:
    refused = said(*arguments).exception
    assert isinstance(refused, BadInput)
    assert words in str(refused)
