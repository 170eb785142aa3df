"""`officium explain PAYSLIP 2025-01-02`: what a day was, and why it is paid or not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from officium.cli import main

from .conftest import WORKSHOP, Speak

ABSENCES = """staff_number,contract,kind,first,last
W001,1,strike,2025-01-01,2025-01-05
W002,1,unpaid_leave,2025-01-06,2025-01-06
"""


@pytest.fixture(scope="module")
def january(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The payslips of a January in which W001 was on strike from New Year's Day to a Sunday."""
    place = tmp_path_factory.mktemp("strike")
    folder = Path(shutil.copytree(WORKSHOP, place / "records"))
    (folder / "absences").mkdir()
    (folder / "absences" / "2025.csv").write_text(ABSENCES, "utf-8")
    with pytest.raises(SystemExit) as left:
        main(["run", str(folder), "--month", "2025-01", "--out", str(place / "out")])
    assert left.value.code == 0
    return place / "out" / "payslips" / "2025-01"


@pytest.fixture
def striker(january: Path) -> Path:
    return january / "W001.json"


def test_a_public_holiday_at_the_start_of_a_strike_is_paid_and_says_why(
    officium: Speak, striker: Path
) -> None:
    lines = officium("explain", striker, "2025-01-01").out.splitlines()
    assert lines[0] == (
        "2025-01-01  woensdag 1 januari: feestdag. Afwezigheid: staking. "
        "Reden: Feestdag ten laste van de werkgever."
    )
    assert lines[1].strip() == (
        "public_holiday  7,60 uren    feestdag. "
        "Arbeidstijdcode 1 van de aangifte; betaald tegen het basisloon."
    )
    assert any(line.strip().startswith("is_paid_public_holiday[0]  ja = ") for line in lines)
    assert any("RD 18-04-1974 art. 12" in line for line in lines)


def test_only_what_was_asked_of_that_day_is_told(officium: Speak, striker: Path) -> None:
    told = officium("explain", striker, "2025-01-02", "--json").json
    assert (told["day"], told["language"]) == ("2025-01-02", "nl")
    [one] = told["contracts"]
    assert [code["code"] for code in one["codes"]] == ["strike"] == [one["code"]["code"]]
    assert one["keys"] and all(key.endswith("[1]") for key in one["keys"])
    assert set(one["keys"]) <= one["facts"].keys()
    assert one["facts"]["absence_day[1]"]["value"] == "2025-01-02"
    assert "absence_day[0]" not in one["facts"]


@pytest.mark.parametrize(
    ("language", "name", "why"),
    [
        ("nl", "donderdag 2 januari", "Afwezigheid: staking."),
        ("fr", "jeudi 2 janvier", "Absence\u202f: grève."),
        ("de", "Donnerstag, 2. Januar", "Abwesenheit: Streik."),
        ("en", "Thursday 2 January", "Absence: strike."),
    ],
)
def test_a_day_is_told_in_every_language(
    officium: Speak, striker: Path, language: str, name: str, why: str
) -> None:
    lines = officium("explain", striker, "2025-01-02", "--in", language).out.splitlines()
    assert lines[0].startswith(f"2025-01-02  {name}")
    assert f". {why} " in lines[0]


def test_a_sunday_of_an_absence_lost_no_hour(officium: Speak, striker: Path) -> None:
    said = officium("explain", striker, "2025-01-05", "--in", "en").out
    assert "No hour was lost on that day." in said


def test_where_the_law_is_asked_nothing_the_day_says_so(officium: Speak, january: Path) -> None:
    said = officium("explain", january / "W002.json", "2025-01-06", "--in", "en").out
    assert "unpaid_leave" in said
    assert "Every day of this absence has the same code." in said


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2025-01-07", "No absence in the records"),
        ("2025-01-11", "Not a day of the schedule."),
    ],
)
def test_any_day_of_the_month_can_be_asked(
    officium: Speak, striker: Path, day: str, why: str
) -> None:
    assert why in officium("explain", striker, day, "--in", "en").out


@pytest.mark.parametrize("day", ["2025-02-01", "2024-12-31", "2025-01-32", "2025-02-30"])
def test_a_day_of_another_month_is_refused(officium: Speak, striker: Path, day: str) -> None:
    assert officium("explain", striker, day).refusal == (
        f"{striker}: {day} is not a day of this payslip, of 2025-01"
    )


def test_the_list_ends_with_the_days_of_absence(officium: Speak, striker: Path) -> None:
    lines = officium("explain", striker, "--in", "de").out.splitlines()
    assert [line.split()[0] for line in lines[-5:]] == [f"2025-01-0{n}" for n in range(1, 6)]
    assert "public_holiday" in lines[-5] and lines[-5].endswith("Feiertag")
    assert lines[-6].startswith("15 ")
    for line in lines[-5:]:
        assert officium("explain", striker, line.split()[0]).status == 0
    told = officium("explain", striker, "--json").json
    assert [one["day"] for one in told["absences"]] == [f"2025-01-0{n}" for n in range(1, 6)]


def test_a_flag_can_still_be_asked_by_its_name(officium: Speak, striker: Path) -> None:
    told = officium("explain", striker, "is_paid_public_holiday", "--json").json
    assert told["facts"]["is_paid_public_holiday[0]"]["value"] == "true"


def test_a_day_of_another_law_book_is_only_told_as_it_stands(
    officium: Speak, striker: Path, tmp_path: Path
) -> None:
    document = json.loads(striker.read_text("utf-8"))
    document["absences"][0]["fingerprint"] = "0123456789abcdef"
    place = tmp_path / "changed.json"
    place.write_text(json.dumps(document), "utf-8")
    assert officium("explain", place, "2025-01-02").status == 0
    assert "the law book 0123456789abcdef" in (
        officium("explain", place, "2025-01-02", "--in", "fr").refusal
    )


@pytest.mark.parametrize("spoiled", ["days", "codes", "asked", "kinds", "explanation"])
def test_absences_that_somebody_spoiled_are_refused(
    officium: Speak, striker: Path, tmp_path: Path, spoiled: str
) -> None:
    document = json.loads(striker.read_text("utf-8"))
    del document["absences"][0][spoiled]
    place = tmp_path / "changed.json"
    place.write_text(json.dumps(document), "utf-8")
    assert "is not a payslip" in officium("explain", place, "2025-01-02").refusal


ILL = """staff_number,contract,kind,first,last
W001,1,sickness,2025-01-02,2025-02-10
W001,1,sickness,2025-02-20,2025-02-28
"""


@pytest.fixture(scope="module")
def relapsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The payslip of a February in which W001 falls ill again, ten days after forty days of illness."""
    place = tmp_path_factory.mktemp("ill")
    folder = Path(shutil.copytree(WORKSHOP, place / "records"))
    (folder / "absences").mkdir()
    (folder / "absences" / "2025.csv").write_text(ILL, "utf-8")
    with pytest.raises(SystemExit) as left:
        main(["run", str(folder), "--month", "2025-02", "--out", str(place / "out")])
    assert left.value.code == 0
    return place / "out" / "payslips" / "2025-02" / "W001.json"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", "Herval in de ziekte van 2 januari tot 10 februari 2025, waarvoor 30 dagen zijn"),
        ("fr", "Rechute de la maladie du 2 janvier au 10 février 2025, qui a épuisé 30 jours"),
        ("de", "Rückfall in die Krankheit vom 2. Januar bis zum 10. Februar 2025, für die 30 Tage"),
        (
            "en",
            "Relapse of the illness of 2 January to 10 February 2025, which used 30 days; day 32",
        ),
    ],
)
def test_a_relapse_names_the_illness_that_it_continues(
    officium: Speak, relapsed: Path, language: str, said: str
) -> None:
    assert said in officium("explain", relapsed, "2025-02-21", "--in", language).out.splitlines()[0]


def test_the_flags_that_do_not_hold_are_only_named_unless_all_is_asked(
    officium: Speak, relapsed: Path
) -> None:
    short = officium("explain", relapsed, "2025-02-21", "--in", "en").out
    assert len(short.splitlines()) < 15
    assert "Checked, and not so: " in short and "is_day_of_full_pay" not in short
    assert (
        "is_day_of_full_pay[11]  no = "
        in officium("explain", relapsed, "2025-02-21", "--in", "en", "--deep").out
    )


def test_a_day_that_stands_for_none_is_not_shown_as_a_day(officium: Speak, relapsed: Path) -> None:
    said = officium("explain", relapsed, "is_guaranteed_pay_refused[11]", "--in", "nl").out
    assert "pay_refused_after[11]  geen" in said and "9999" not in said and "1900" not in said
    told = officium("explain", relapsed, "is_guaranteed_pay_refused[11]", "--json").json
    assert told["facts"]["pay_refused_after[11]"]["value"] == "9999-12-31"


def test_rows_come_in_their_order(officium: Speak, relapsed: Path) -> None:
    lines = officium("explain", relapsed, "guaranteed_day_number").out.splitlines()
    rows = [line.split()[0] for line in lines if line.startswith("guaranteed_day_number[")]
    assert rows == [f"guaranteed_day_number[{at}]" for at in range(len(rows))]
