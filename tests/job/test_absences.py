"""Absences from one day to another: time, pay, calendar and declaration, and what is refused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.findings import BadInput
from officium.law import belgium
from officium.payroll import read_folder, write_folder
from officium.payroll.absence_kinds import ABSENCE_KINDS
from officium.payroll.time_codes import TIME_CODES

from .running import MARCH, copied, run, slip

HEADING = "staff_number,contract,kind,first,last\n"


def absent(place: Path, lines: str, heading: str = HEADING) -> Path:
    """The workshop with a table of absences."""

    def edit(folder: Path) -> None:
        (folder / "absences").mkdir()
        (folder / "absences" / "2025.csv").write_text(heading + lines, "utf-8")

    return copied(place, edit)


def codes(told: dict[str, bytes], name: str) -> dict[str, list[tuple[str, str]]]:
    """The calendar of a payslip: codes and hours by day, days without any left out."""
    calendar = slip(told, name)["contracts"][0]["calendar"]
    return {
        day["day"]: [(one["code"], one["hours"]) for one in day["codes"]]
        for day in calendar
        if day["codes"]
    }


def test_an_absence_is_the_time_of_its_days(tmp_path: Path) -> None:
    """W001 is ill over a weekend; W002 takes three days without pay, and works on one of them."""
    folder = absent(
        tmp_path,
        "W001,1,sickness,2025-03-07,2025-03-11\nW002,1,unpaid_leave,2025-03-03,2025-03-05\n",
    )
    with (folder / "time" / "2025-03.csv").open("a") as time:
        time.write("W002,1,2025-03-04,worked,3.00\n")
    files, _ = run(folder, MARCH)
    found = codes(files, "2025-03/W001")
    ill = [day for day, held in found.items() if held[0][0].startswith("sickness")]
    assert ill == ["2025-03-07", "2025-03-10", "2025-03-11"]
    calendar = slip(files, "2025-03/W001")["contracts"][0]["calendar"]
    assert [day["day"] for day in calendar if day["absence"]] == [
        f"2025-03-{day:02}" for day in range(7, 12)
    ]
    leave = codes(files, "2025-03/W002")["2025-03-04"]
    assert leave[0] == ("worked", "3.00") and leave[1][0] == "unpaid_leave"


def test_every_day_of_a_contract_has_its_hours_once(tmp_path: Path) -> None:
    folder = absent(tmp_path, "W001,1,sickness,2025-03-07,\n")
    files, _ = run(folder, MARCH)
    told = slip(files, "2025-03/W001")["contracts"][0]
    by_code: Counter[str] = Counter()
    for day in told["calendar"]:
        for one in day["codes"]:
            by_code[one["code"]] += int(one["hours"].replace(".", ""))
    kept = {one["code"]: int(one["hours"].replace(".", "")) for one in told["absences"]}
    assert {code: hours for code, hours in by_code.items() if code != "worked"} == kept


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("W001,1,sickness,2025-03-11,2025-03-07", "last 2025-03-07 is before first 2025-03-11"),
        ("W001,1,illness,2025-03-07,2025-03-11", "illness"),
        ("W001,1,sickness,2024-03-07,2024-03-11", "outside 2025, the year of the file"),
        ("W009,1,sickness,2025-03-07,2025-03-11", "nobody has staff number W009"),
        ("W001,3,sickness,2025-03-07,2025-03-11", "W001 has no contract 3"),
        ("W004,1,sickness,2025-01-01,2025-03-11", "is outside contract 1 of W004"),
        (
            "W001,1,sickness,2025-03-07,\nW001,1,unpaid_leave,2025-03-10,2025-03-10",
            "cover the same days of W001",
        ),
    ],
)
def test_a_wrong_absence_is_refused_by_its_line(tmp_path: Path, line: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_folder(absent(tmp_path, line + "\n"))
    assert says in refused.value.message
    assert str(refused.value.where).startswith("absences/2025.csv:")


def test_time_that_fills_a_day_of_absence_is_refused(tmp_path: Path) -> None:
    folder = absent(tmp_path, "W001,1,unpaid_leave,2025-03-03,2025-03-05\n")
    with (folder / "time" / "2025-03.csv").open("a") as time:
        time.write("W001,1,2025-03-04,worked,7.60\n")
    with pytest.raises(BadInput, match="no hour of absence is left"):
        read_folder(folder)


def test_the_code_absent_stands_for_an_absence(tmp_path: Path) -> None:
    folder = absent(tmp_path, "W001,1,unpaid_leave,2025-03-03,2025-03-05\n")
    with (folder / "time" / "2025-03.csv").open("a") as time:
        time.write("W001,1,2025-03-06,absent,7.60\n")
    with pytest.raises(BadInput, match="no absence of the folder covers that day"):
        read_folder(folder)


def test_absences_are_written_as_they_were_read(tmp_path: Path) -> None:
    records = read_folder(
        absent(tmp_path, "W001,1,sickness,2025-03-07,\nW002,1,strike,2025-02-03,2025-02-03\n")
    )
    write_folder(records, tmp_path / "again")
    assert read_folder(tmp_path / "again") == records


def test_each_kind_of_absence_is_known_to_the_law_and_to_the_time() -> None:
    facts = belgium().facts
    assert set(ABSENCE_KINDS) == set(facts["absence_kind"].codes)
    for kind in ABSENCE_KINDS.values():
        assert {flag for flag, _ in kind.days} <= facts.keys()
        assert set(kind.codes) <= set(TIME_CODES)


def days(xml: bytes, code: str) -> list[tuple[str | None, str | None]]:
    """Days and hours of a working-time code in a DmfA."""
    found: list[Any] = etree.fromstring(xml).xpath(f"//Service[ServiceCode='{code}']")
    return [(one.findtext("ServiceNbrDays"), one.findtext("ServiceNbrHours")) for one in found]


def test_days_of_absence_are_declared_by_their_code(tmp_path: Path) -> None:
    folder = absent(tmp_path, "W001,1,unpaid_leave,2025-03-03,2025-03-05\n")
    files, _ = run(folder)
    assert ("00300", None) in days(files["declarations/dmfa-2025Q1.xml"], "030")
