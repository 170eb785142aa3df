"""A manual worker who becomes a clerk at the same employer, and leaves within the year."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from officium.engine import Family, LawBook, Row, Sheet
from officium.law import belgium
from tests.formats import FORMATS, needs_formats

from .running import add, change, copied, rules, run, slip, sound, texts

BECOMES_A_CLERK = """
[[contracts]]
number          = 2
employer        = "0765432146"
begins          = 2025-03-01
ends            = 2025-03-31
end_reason      = "resignation"
status          = "white_collar"
joint_committee = "200"
establishment   = "2187654361"
dimona_period   = "202506011135"

[[contracts.terms]]
since           = 2025-03-01
function        = "Contremaître"
full_time_hours = "38.00"
monthly_pay     = "2600.00"
schedule        = { monday = "9.50", tuesday = "9.50", wednesday = "9.50", thursday = "9.50" }
"""
LEAVING = """\
staff_number,contract,kind,base
W002,2,departure_holiday_pay_current,2600.00
W002,2,departure_holiday_bonus_current,2600.00
W002,2,departure_holiday_supplement_current,2600.00
"""


def story(folder: Path) -> None:
    begins = "begins          = 2020-03-02\n"
    ends = 'ends            = 2025-02-28\nend_reason      = "mutual_consent"\n'
    change(folder, "people/W002.toml", begins, begins + ends)
    add(folder, "people/W002.toml", BECOMES_A_CLERK)
    (folder / "time" / "2025-03.csv").unlink()
    (folder / "pay" / "2025-03.csv").write_text(LEAVING)


def ran(place: Path) -> tuple[dict[str, bytes], dict[str, Any]]:
    return run(copied(place, story))


def test_the_employer_pays_on_leaving_for_the_clerk_s_month_alone(tmp_path: Path) -> None:
    """2 600 x 7.67 %, 6.80 % and 0.87 %; the manual months bring nothing and ask for nothing."""
    files, report = ran(tmp_path)
    sound(files, report)
    march = slip(files, "2025-03/W002")
    assert sorted(march["results"]["item_amount"]) == ["176.80", "199.42", "22.62"]
    assert rules(report) == []
    assert [name for name in files if "holiday_certificate" in name and name.endswith(".json")] == [
        "leavers/W002-2/holiday_certificate-2025.json"
    ]
    told = json.loads(files["leavers/W002-2/holiday_certificate-2025.json"])
    assert told["lines"][0]["value"] == "2025-03-01/2025-03-31"


@needs_formats
def test_both_lines_of_the_person_are_declared_and_code_7_stands_on_the_clerk_s(
    tmp_path: Path,
) -> None:
    files, _ = ran(tmp_path)
    xml = etree.fromstring(files["declarations/dmfa-2025Q1.xml"])
    assert FORMATS
    etree.XMLSchema(etree.parse(FORMATS / "dmfa/xsd/DmfAOriginal_20231.xsd")).assertValid(xml)
    (person,) = (
        node for node in xml.iter("{*}NaturalPerson") if node.findtext("{*}INSS") == "91110336776"
    )
    by_code = {
        record.findtext("{*}WorkerCode"): texts(etree.tostring(record), "RemunCode")
        for record in person.iter("{*}WorkerRecord")
    }
    assert by_code["495"] == ["001", "007"]
    assert "007" not in by_code["015"]


def test_the_fund_pays_for_the_manual_months_alone() -> None:
    """7 600 + 8 % = 8 208; x 15.38 % = 1 262.39. Of 41 days: 39 to 47 give three."""
    book = LawBook(
        belgium(),
        want=["fund_holiday_days", "fund_holiday_pay_after_solidarity"],
        on=date(2025, 12, 1),
        paid=date(2025, 12, 31),
    )
    full_time = {
        "manual_fictitious_pay": 0,
        "manual_days_per_week": 500,
        "manual_weekly_hours": 3800,
        "manual_full_time_hours": 3800,
    }
    manual = {"worker_status": "blue_collar", "manual_pay_of_year": 760000, "manual_days": 4100}
    clerk = {"worker_status": "white_collar", "manual_pay_of_year": 260000, "manual_days": 2100}
    both = Family(
        book,
        Sheet(
            book,
            Row({}, {"contract-month": (Row(manual | full_time), Row(clerk | full_time))}),
            "both",
        ),
    )
    assert [both.fact("fund_holiday_pay", row) for row in (0, 1)] == [126239, 0]
    assert both.fact("fund_holiday_days", 0) == 300
