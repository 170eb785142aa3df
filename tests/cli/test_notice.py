"""`officium notice`: from options or from a folder, as text and as JSON."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .conftest import WORKSHOP, Speak

CLERK = ("notice", "--status", "white_collar", "--begins", "2021-06-01", "--by", "employer")
SENT = (*CLERK, "--sent", "2025-03-12")


def test_days_and_calendar_as_text(officium: Speak) -> None:
    said = officium(*SENT, "--suspended", "holidays:2025-04-07:2025-04-11", "--in", "en")
    assert said.status == 0
    lines = said.out.splitlines()
    assert lines[0] == (
        "Registered letter of 12 March 2025: notified on 15 March 2025, the third working day after."
    )
    assert (
        lines[1] == "The notice stands still from 7 April 2025 to 11 April 2025: annual holidays."
    )
    assert lines[2].split()[:2] == ["notice_last_day", "2025-06-20"]
    assert lines[-4:] == [
        "2025-03  ................###############",
        "2025-04  ######-----###################",
        "2025-05  ###############################",
        "2025-06  ####################..........",
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Aangetekende brief"),
        ("fr", "Lettre recommandée"),
        ("de", "Einschreiben"),
        ("en", "Registered letter"),
    ],
)
def test_it_speaks_to_a_person_and_explains_on_demand(
    officium: Speak, language: str, words: str
) -> None:
    short, long = officium(*SENT, "--in", language), officium(*SENT, "--in", language, "--explain")
    assert words in short.out
    assert "37/1" not in short.out
    assert "Act 3-07-1978 art. 37/1" in long.out


def test_as_json(officium: Speak) -> None:
    told = officium(*SENT, "--agreed-weeks", "20", "--json").json
    assert told["notified_on"] == "2025-03-15"
    assert told["results"]["notice_begins"] == "2025-03-17"
    assert told["results"]["notice_weeks"] == "13"
    assert told["results"]["notice_last_day"] == "2025-08-03"
    assert told["assumed"] == {"notice_days_not_run": "0"} or told["assumed"] == {}
    assert "explanation" not in told
    assert "explanation" in officium(*SENT, "--json", "--explain").json


def test_by_the_day_on_which_it_takes_effect(officium: Speak) -> None:
    told = officium(*CLERK, "--notified", "2025-03-15", "--json").json
    assert told["results"] == officium(*SENT, "--json").json["results"]
    assert "Notified on 15 March 2025." in officium(*CLERK, "--notified", "2025-03-15").out


def test_before_2014_in_two_parts(officium: Speak) -> None:
    old = ("notice", "--status", "white_collar", "--begins", "2009-03-02", "--by", "employer")
    told = officium(*old, "--notified", "2025-03-12", "--pay-2013", "45000.00", "--json").json
    results = told["results"]
    assert (results["notice_months_before_2014"], results["notice_weeks"]) == ("5", "36")
    assert results["notice_last_day"] == "2026-04-25"
    assert "yearly pay on 31 December 2013" in officium(*old, "--notified", "2025-03-12").refusal


def test_at_once(officium: Speak) -> None:
    said = officium(*SENT, "--way", "at_once", "--in", "en")
    assert said.out.startswith("Ended at once on 12 March 2025: notice pay takes the place of")
    results = officium(*SENT, "--way", "at_once", "--json").json["results"]
    assert results["notice_begins"] == "2025-03-13"
    assert results["notice_last_day"] == "2025-06-11"
    assert "full_search_day_from" not in results


def test_in_a_term(officium: Speak) -> None:
    told = officium(*SENT, "--term-ends", "2025-12-31", "--json").json["results"]
    assert told["may_give_notice_in_term"] is False
    assert told["last_day_of_notice_in_term"] == "2021-11-30"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("notice",), "--status is missing; or name a FOLDER"),
        (CLERK[:5], "--by is missing; or name a FOLDER"),
        (CLERK, "give one of --sent and --notified"),
        ((*SENT, "--notified", "2025-03-15"), "give one of --sent and --notified"),
        ((*CLERK, "--notified", "2025-03-15", "--way", "bailiff"), "of a notice that was --sent"),
        ((*CLERK, "--sent", "2021-05-31"), "a notice of 2021-05-31 is before the service"),
        ((*SENT, "--worker", "W003"), "--worker and --contract are of a FOLDER"),
        ((*SENT, "--suspended", "holidays"), "'holidays' is no suspension like"),
        ((*SENT, "--suspended", "nap:2025-04-01:2025-04-02"), "suspensions 1, cause"),
        ((*SENT, "--suspended", "holidays:2025-04-01:9999-12-31"), "is outside 1900 to 2099"),
        ((*SENT, "--suspended", "holidays:2025-04-31:2025-05-01"), "is no suspension like"),
        (
            (*CLERK[:4], "0001-01-01", *CLERK[5:], "--sent", "2025-03-12"),
            "yearly pay on 31 December",
        ),
        ((*CLERK, "--sent", "9999-12-31"), "sent_on: 9999-12-31 is outside 1900 to 2099"),
        ((*CLERK[:4], "2025-03-12", *CLERK[5:], "--sent", "2025-03-11"), "is before the service"),
        ((*SENT, "--pay-2013", "much"), "yearly_pay_of_2013: 'much' is not an exact number"),
        (
            (*CLERK, "--sent", "2021-12-28"),
            "no text of the law establishes working_days_until_notified on 2021-12-28",
        ),
    ],
)
def test_what_does_not_fit_is_refused(
    officium: Speak, arguments: tuple[str, ...], says: str
) -> None:
    assert says in officium(*arguments).refusal


def test_the_notice_of_a_contract_in_a_folder(officium: Speak, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WORKSHOP, tmp_path / "records"))
    person = folder / "people" / "W003.toml"
    table = '\n[contracts.notice]\ngiven_by = "employer"\nway = "bailiff"\nsent_on = 2025-01-08\n'
    person.write_text(person.read_text("utf-8") + table, "utf-8")
    told = officium("notice", folder, "--worker", "W003", "--json").json
    assert told["in_service_since"] == "2022-06-01"
    assert told["results"]["notice_last_day"] == "2025-04-06"
    one = officium("notice", folder, "--worker", "W003", "--contract", "1", "--json")
    assert one.json == told
    ask = ("notice", folder, "--worker")
    assert "has no contract 2" in officium(*ask, "W003", "--contract", "2").refusal
    assert "has no notice: write [contracts.notice]" in officium(*ask, "W001").refusal
    assert "nobody has staff number W999; known are W001" in officium(*ask, "W999").refusal
    assert "begins is told by the records" in officium(*ask, "W3", "--begins", "2020-01-01").refusal
    assert "give the --worker" in officium("notice", folder).refusal


@pytest.mark.parametrize(
    ("language", "word"), [("nl", "Nietig:"), ("fr", "Nul :"), ("de", "Nichtig:"), ("en", "Void:")]
)
def test_a_dismissal_that_was_handed_over_is_void_before_anything_else(
    officium: Speak, language: str, word: str
) -> None:
    assert officium(*SENT, "--way", "handed_over", "--in", language).out.startswith(word)
    assert officium(*SENT, "--way", "handed_over", "--json").json["is_void"] is True
    assert word not in officium(*SENT, "--in", language).out
    assert officium(*SENT, "--json").json["is_void"] is False
    resigned = [part if part != "employer" else "worker" for part in SENT]
    assert officium(*resigned, "--way", "handed_over", "--json").json["is_void"] is False


@pytest.mark.parametrize(("begins", "is_told"), [("2016-03-18", False), ("2016-03-17", True)])
def test_outplacement_is_told_from_thirty_weeks_on(
    officium: Speak, begins: str, is_told: bool
) -> None:
    """The notice begins on 17 March 2025: nine years are complete on the day before, or are not."""
    asked = [begins if part == "2021-06-01" else part for part in SENT]
    assert ("outplacement" in officium(*asked, "--in", "en").out) is is_told
    told = officium(*asked, "--json").json
    assert told["gives_outplacement"] is is_told
    assert told["results"]["notice_weeks"] == ("30" if is_told else "27")
    resigned = [part if part != "employer" else "worker" for part in asked]
    assert officium(*resigned, "--json").json["gives_outplacement"] is False


def test_an_absence_whose_effect_is_not_held_is_named(officium: Speak, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WORKSHOP, tmp_path / "records"))
    person = folder / "people" / "W003.toml"
    table = '\n[contracts.notice]\ngiven_by = "employer"\nway = "bailiff"\nsent_on = 2025-01-08\n'
    person.write_text(person.read_text("utf-8") + table, "utf-8")
    ask = ("notice", folder, "--worker", "W003")
    assert officium(*ask, "--json").json["absences_not_held"] == []
    (folder / "absences").mkdir()
    (folder / "absences" / "2025.csv").write_text(
        "staff_number,contract,kind,first,last\nW003,1,strike,2025-03-11,2025-03-11\n", "utf-8"
    )
    assert officium(*ask, "--json").json["absences_not_held"] == [
        {"kind": "strike", "first": "2025-03-11"}
    ]
    assert "the absence from 11 March 2025 (strike" in officium(*ask, "--in", "en").out
