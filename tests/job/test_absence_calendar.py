"""The calendars of a real month: paper, report and payslip tell the same days."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from .running import MARCH, add, copied, run, slip
from .test_work import varies

# W001 is on strike over a weekend, W002 takes leave; W006 has leave for a part of a day, by the file of
# time; W007 works when asked, and was to work eight hours on a day of leave. W003 and W004 only work,
# and W005 has left in February.
ABSENCES = """staff_number,contract,kind,first,last
W001,1,strike,2025-03-07,2025-03-11
W002,1,unpaid_leave,2025-03-03,2025-03-05
W007,1,unpaid_leave,2025-03-17,2025-03-18
"""
PEOPLE = ("W001", "W002", "W003", "W004", "W005", "W006", "W007")
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def march(tmp_path_factory: pytest.TempPathFactory) -> tuple[Files, Any]:
    """The documents of that March, and the report as a tree."""

    def live(folder: Path) -> None:
        varies(folder, "01,public_holiday,6.67", "07,worked,9.00")
        add(folder, "time/2025-03.csv", "W007,1,2025-03-17,absent,8.00\n")
        (folder / "absences").mkdir()
        (folder / "absences" / "2025.csv").write_text(ABSENCES, "utf-8")

    files, _ = run(copied(tmp_path_factory.mktemp("march"), live), MARCH)
    return files, html.document_fromstring(files["report.html"].decode())


def names(files: Files) -> list[str]:
    """The payslips of March."""
    return [
        name for name in (f"2025-03/{one}" for one in PEOPLE) if f"payslips/{name}.json" in files
    ]


def hundredths(text: str) -> int:
    """A quantity as the payslip has it, or as people write it in French."""
    whole, _, part = text.replace("\u202f", "").replace(",", ".").partition(".")
    return int(whole) * 100 + int(part.ljust(2, "0") or 0)


def test_the_hours_of_the_days_are_those_of_the_month(march: tuple[Files, Any]) -> None:
    files, _ = march
    assert len(names(files)) == 6
    for name in names(files):
        for contract in slip(files, name)["contracts"]:
            by_code: Counter[str] = Counter()
            for day in contract["calendar"]:
                for code in day["codes"]:
                    by_code[code["code"]] += hundredths(code["hours"])
            told = {one["code"]: hundredths(one["hours"]) for one in contract["absences"]}
            told["worked"] = hundredths(contract["hours_worked"])
            assert by_code == Counter({code: hours for code, hours in told.items() if hours})


def test_the_legend_of_the_report_sums_to_the_month(march: tuple[Files, Any]) -> None:
    files, tree = march
    shown = tree.xpath("//details[contains(@class, 'slip')][.//table[@class='codes']]")
    assert shown
    for each in shown:
        number = re.search(r"W\d{3}-2025-03", each.text_content())
        assert number
        (contract,) = slip(files, f"2025-03/{number[0][:4]}")["contracts"]
        rows = each.xpath(".//table[@class='codes']/tbody/tr")
        for column, worked in ((4, "days_worked"), (5, "hours_worked")):
            cells = [row.xpath("./*")[column].text_content() for row in rows]
            sum_shown = sum(hundredths(cell) for cell in cells if cell != "·")
            unit = worked.partition("_")[0]
            held = sum(hundredths(one[unit]) for one in contract["absences"])
            assert sum_shown == held + hundredths(contract[worked])


def test_who_was_absent_when_is_what_the_payslips_say(march: tuple[Files, Any]) -> None:
    files, tree = march
    [table] = tree.xpath("//table[@class='who-when']")
    rows = table.xpath("./tbody/tr")
    assert len(rows) == len(names(files))
    for row, name in zip(rows, names(files), strict=True):
        (contract,) = slip(files, name)["contracts"]
        for cell, day in zip(row.xpath("./td"), contract["calendar"], strict=True):
            absent = [code for code in day["codes"] if code["code"] != "worked"]
            pieces = cell.xpath("./span[contains(@class, 'pc')]")
            if day["in_contract"]:
                assert len(pieces) == (len(absent) or bool(day["absence"] and not day["codes"]))
            else:
                assert cell.text_content().strip().startswith("×")


def test_every_day_of_absence_opens_in_the_report(march: tuple[Files, Any]) -> None:
    files, tree = march
    days = [
        day for name in names(files) for of in slip(files, name)["absences"] for day in of["days"]
    ]
    assert len(days) == 5 + 3 + 2
    links = tree.xpath("//table[@class='weeks']//a/@href")
    assert sorted(link[-10:] for link in links) == sorted(days)
    for link in links:
        assert len(tree.xpath(f"//details[@id='{link[1:]}']/summary")) == 1


@pytest.mark.parametrize("person", [person for person in PEOPLE if person != "W005"])
def test_the_paper_has_a_calendar_where_the_report_has_one(
    march: tuple[Files, Any], person: str
) -> None:
    files, tree = march
    read = subprocess.run(
        ["pdftotext", "-raw", "-", "-"],
        input=files[f"payslips/2025-03/{person}.pdf"],
        capture_output=True,
        check=True,
    ).stdout.decode()
    own = f"//details[contains(@class, 'slip')][contains(., '{person}-2025-03')]"
    in_report = bool(tree.xpath(f"{own}//table[@class='weeks']"))
    in_paper = bool(re.search(r"(Kalender|Calendrier|Calendar), \w+ 2025", read))
    assert in_paper == in_report == (person not in ("W003", "W004"))
