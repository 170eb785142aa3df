"""Leave for children, family events and care: payslip, calendar, declaration, ledger, findings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.findings import BadInput
from officium.payroll import read_folder, write_folder
from tests.formats import FORMATS, needs_formats

from .running import JANUARY, add, copied, run, slip, sound

HEADING = "staff_number,contract,kind,first,last,hours,event,expected\n"


def absent(place: Path, *lines: str) -> Path:
    """The workshop with absences."""

    def edit(folder: Path) -> None:
        (folder / "absences").mkdir()
        (folder / "absences" / "2025.csv").write_text(
            HEADING + "".join(f"{line}\n" for line in lines), "utf-8"
        )

    return copied(place, edit)


def days_of(files: dict[str, bytes], name: str) -> Counter[str]:
    """How many days of a payslip's calendar bear each code."""
    calendar = slip(files, name)["contracts"][0]["calendar"]
    return Counter(one["code"] for day in calendar for one in day["codes"])


def services(files: dict[str, bytes], inss: str) -> dict[str, tuple[str | None, str | None]]:
    """Days and hours by working-time code of a person's first occupation in the DmfA."""
    xml = etree.fromstring(files["declarations/dmfa-2025Q1.xml"])
    found: list[Any] = xml.xpath(f"//NaturalPerson[INSS='{inss}']//Service")
    return {
        one.findtext("ServiceCode"): (
            one.findtext("ServiceNbrDays"),
            one.findtext("ServiceNbrHours"),
        )
        for one in found
    }


def inss_of(folder: Path, number: str) -> str:
    text = (folder / "people" / f"{number}.toml").read_text("utf-8")
    return next(line.split('"')[1] for line in text.splitlines() if line.startswith("inss"))


def told(report: dict[str, Any], rule: str) -> list[str]:
    return [one["message"] for one in report["findings"] if one["rule"] == rule]


def test_birth_leave_is_paid_for_three_days_and_then_by_the_insurance(tmp_path: Path) -> None:
    """Born on 15 January: two days in January, three in February, in W006's month of 2,480 EUR."""
    folder = absent(
        tmp_path,
        "W006,1,birth_leave,2025-01-16,2025-01-17,,2025-01-15,",
        "W006,1,birth_leave,2025-02-03,2025-02-05,,2025-01-15,",
    )
    files, report = run(folder)
    sound(files, report)
    assert days_of(files, "2025-01/W006")["child_leave_paid"] == 2
    assert slip(files, "2025-01/W006")["results"]["gross_pay"] == "2480.00"
    february = days_of(files, "2025-02/W006")
    assert (february["child_leave_paid"], february["birth_leave"]) == (1, 2)
    # Of twenty days two are the insurer's, and two of unpaid leave are in the workshop's time.
    assert slip(files, "2025-02/W006")["results"]["gross_pay"] == "1984.00"
    assert services(files, inss_of(folder, "W006"))["052"] == ("00200", None)
    assert told(report, "leave_beyond_right") == []
    ledger = next(text for name, text in files.items() if name.startswith("ledger")).decode()
    assert "1984.00" in ledger


def test_maternity_leave_lowers_the_pay_and_is_declared(tmp_path: Path) -> None:
    """Expected on Monday 17 March, leave from Monday 10: sixteen of the 21 days of March."""
    folder = absent(tmp_path, "W001,1,maternity,2025-03-10,,,2025-03-17,")
    files, report = run(folder)
    sound(files, report)
    assert days_of(files, "2025-03/W001")["maternity"] == 16
    # 3,293.80 x 5 / 21 = 784.24, and the premium of 60.00.
    assert slip(files, "2025-03/W001")["results"]["gross_pay"] == "844.24"
    assert services(files, inss_of(folder, "W001"))["051"] == ("01600", None)
    assert told(report, "is_rest_of_birth_short") == []


def test_born_early_and_worked_in_the_last_week_is_told(tmp_path: Path) -> None:
    """Expected on 24 March and born on the 17th, the first day of leave: nothing is wrong with it.

    Expected and born on 17 March, with leave from the 14th: seven days of rest are the law.
    """
    early = absent(tmp_path / "a", "W001,1,maternity,2025-03-17,,,2025-03-17,2025-03-24")
    _, report = run(early)
    assert told(report, "is_rest_of_birth_short") == []
    short = absent(tmp_path / "b", "W001,1,maternity,2025-03-14,,,2025-03-17,")
    _, report = run(short)
    assert len(told(report, "is_rest_of_birth_short")) == 1


def test_days_beyond_small_leave_are_told_and_not_paid(tmp_path: Path) -> None:
    """W002's mother died on 4 March: three days are paid, the fourth is not."""
    folder = absent(
        tmp_path,
        "W002,1,bereavement_parent,2025-03-05,2025-03-07,,2025-03-04,",
        "W002,1,bereavement_parent,2025-03-10,2025-03-10,,2025-03-04,",
    )
    files, report = run(folder)
    sound(files, report)
    march = days_of(files, "2025-03/W002")
    assert (march["short_absence"], march["unpaid_leave"]) == (3, 1)
    (message,) = told(report, "leave_beyond_right")
    assert "W002" in message
    # 21 days of March have 160 hours; two days of unemployment (14) and one without pay (8) are not paid.
    assert slip(files, "2025-03/W002")["results"]["pay_for_work"] == "2684.10"


def test_rights_of_a_year_are_counted_over_its_months(tmp_path: Path) -> None:
    """Ten days for compelling reasons in January: none is left in March, for care neither."""
    folder = absent(
        tmp_path,
        "W002,1,compelling_reasons,2025-01-06,2025-01-17,,,",
        "W002,1,compelling_reasons,2025-03-03,2025-03-03,,,",
        "W002,1,caregiver_leave,2025-03-04,2025-03-04,,,",
    )
    files, report = run(folder)
    sound(files, report)
    assert days_of(files, "2025-01/W002")["compelling_leave"] == 10
    assert days_of(files, "2025-03/W002")["unpaid_leave"] == 2
    assert len(told(report, "leave_beyond_right")) == 2
    assert services(files, inss_of(folder, "W002"))["024"] == ("01000", None)


def test_breaks_of_half_an_hour_leave_the_rest_of_the_day_worked(tmp_path: Path) -> None:
    """Days of 8, 8 and 6 hours, half an hour of each: hours of a part-time worker under code 51."""
    folder = absent(tmp_path, "W007,1,breast_feeding,2025-03-03,2025-03-07,0.50,2024-12-01,")
    files, report = run(folder)
    sound(files, report)
    calendar = slip(files, "2025-03/W007")["contracts"][0]["calendar"]
    monday = next(day for day in calendar if day["day"] == "2025-03-03")
    assert {one["code"]: one["hours"] for one in monday["codes"]} == {
        "breast_feeding": "0.50",
        "worked": "7.50",
    }
    assert services(files, inss_of(folder, "W007"))["051"] == ("00050", "0000150")
    assert told(report, "leave_beyond_right") == []


def test_no_break_is_taken_on_a_public_holiday(tmp_path: Path) -> None:
    folder = absent(tmp_path, "W007,1,breast_feeding,2025-01-01,2025-01-03,0.50,2024-12-01,")
    files, _ = run(folder, JANUARY)
    calendar = slip(files, "2025-01/W007")["contracts"][0]["calendar"]
    first, _, third, *_ = ({one["code"]: one["hours"] for one in day["codes"]} for day in calendar)
    assert first == {"public_holiday": "8.00"}
    assert third == {"breast_feeding": "0.50", "worked": "5.50"}


def test_a_public_holiday_inside_leave_is_paid_and_takes_no_day_of_it(tmp_path: Path) -> None:
    """Birth leave over New Year's Day: born on 30 December, three days from Tuesday 31."""
    folder = absent(tmp_path, "W006,1,birth_leave,2025-01-01,2025-01-06,,2024-12-30,")
    files, report = run(folder)
    sound(files, report)
    january = days_of(files, "2025-01/W006")
    assert (january["public_holiday"], january["child_leave_paid"]) == (1, 3)
    assert january["birth_leave"] == 0


@pytest.mark.parametrize(
    ("line", "name", "wanted"),
    [
        # Six weeks from Monday 6 January: three days are the employer's, then the insurer's.
        (
            "W001,1,adoption_leave,2025-01-06,2025-02-16,,2024-12-20,",
            "2025-01/W001",
            {"child_leave_paid": 3, "adoption_leave": 17},
        ),
        (
            "W001,1,foster_parental_leave,2025-02-03,2025-02-07,,2024-12-20,",
            "2025-02/W001",
            {"child_leave_paid": 3, "foster_parental_leave": 2},
        ),
        (
            "W001,1,foster_care_leave,2025-01-06,2025-01-14,,,",
            "2025-01/W001",
            {"foster_care_leave": 6, "unpaid_leave": 1},
        ),
        ("W001,1,maternity_protection,2025-01-20,2025-01-31,,,", "2025-01/W001", {"maternity": 10}),
        (
            "W001,1,prenatal_examination,2025-01-07,2025-01-07,2.00,,",
            "2025-01/W001",
            {"short_absence": 1},
        ),
        ("W002,1,wedding,2025-03-13,2025-03-14,,2025-03-15,", "2025-03/W002", {"short_absence": 2}),
        (
            "W002,1,communion,2025-03-14,2025-03-14,,2025-03-16,",
            "2025-03/W002",
            {"short_absence": 1},
        ),
        (
            "W002,1,civic_duty,2025-03-10,2025-03-17,,2025-03-10,",
            "2025-03/W002",
            {"short_absence": 5, "unpaid_leave": 1},
        ),
        (
            "W001,1,caregiver_leave,2025-01-06,2025-01-13,,,",
            "2025-01/W001",
            {"caregiver_leave": 5, "unpaid_leave": 1},
        ),
    ],
)
def test_each_kind_of_leave_has_the_days_that_are_due(
    tmp_path: Path, line: str, name: str, wanted: dict[str, int]
) -> None:
    files, report = run(absent(tmp_path, line))
    sound(files, report)
    found = days_of(files, name)
    assert {code: found[code] for code in wanted} == wanted
    assert len(told(report, "leave_beyond_right")) == ("unpaid_leave" in wanted)


def test_small_leave_of_a_sector_is_recorded_as_time(tmp_path: Path) -> None:
    """W003's half Wednesday of January, recorded as short_absence, costs nothing."""
    files, _ = run(copied(tmp_path), JANUARY)
    january = slip(files, "2025-01/W003")
    assert days_of(files, "2025-01/W003")["short_absence"] == 1
    assert january["results"]["pay_for_work"] == "1725.00"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("W006,1,birth_leave,2025-01-16,2025-01-17,,,", "birth_leave needs event"),
        ("W007,1,breast_feeding,2025-03-03,2025-03-07,,2024-12-01,", "breast_feeding needs hours"),
        ("W006,1,compelling_reasons,2025-01-16,2025-01-17,,2025-01-15,", "takes no event"),
        ("W006,1,wedding,2025-01-16,2025-01-17,,2025-01-15,2025-01-15", "takes no expected"),
    ],
)
def test_leave_with_a_column_too_few_or_too_many_is_refused(
    tmp_path: Path, line: str, says: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read_folder(absent(tmp_path, line))
    assert says in refused.value.message
    assert str(refused.value.where).startswith("absences/2025.csv:2")


def test_leave_is_written_as_it_was_read(tmp_path: Path) -> None:
    records = read_folder(absent(tmp_path, "W001,1,maternity,2025-03-10,,,2025-03-17,2025-03-20"))
    write_folder(records, tmp_path / "again")
    assert read_folder(tmp_path / "again") == records


@needs_formats
def test_a_quarter_of_many_leaves_is_valid_by_the_official_schema(tmp_path: Path) -> None:
    """Parental leave at a fifth and in full, birth leave, breaks, care, bereavement, training."""
    folder = absent(
        tmp_path,
        "W006,1,birth_leave,2025-01-16,2025-01-24,,2025-01-15,",
        "W007,1,breast_feeding,2025-03-03,2025-03-07,0.50,2024-12-01,",
        "W002,1,bereavement_parent,2025-03-05,2025-03-07,,2025-03-04,",
        "W002,1,compelling_reasons,2025-02-03,2025-02-03,,,",
        "W005,1,foster_care_leave,2025-01-13,2025-01-14,,,",
    )
    add(
        folder,
        "people/W001.toml",
        """
[[contracts.terms]]
since           = 2025-02-01
function        = "Planner"
full_time_hours = "38.00"
monthly_pay     = "2635.04"
measure         = "parental_leave"
schedule        = { monday = "7.60", tuesday = "7.60", wednesday = "7.60", thursday = "7.60" }

[[contracts.terms]]
since           = 2025-03-01
function        = "Planner"
full_time_hours = "38.00"
monthly_pay     = "3293.80"
measure         = "parental_leave"
is_interrupted  = true
schedule = { monday = "7.60", tuesday = "7.60", wednesday = "7.60", thursday = "7.60", friday = "7.60" }
""",
    )
    add(folder, "time/2025-03.csv", "W004,1,2025-03-04,training,7.60\n")
    add(
        folder,
        "employer.toml",
        '\n[[establishment_regions]]\nnumber = "2187654361"\nregion = "flanders"\n',
    )
    files, report = run(folder)
    xml = etree.fromstring(sound(files, report)["declarations/dmfa-2025Q1.xml"])
    assert FORMATS
    schema = etree.XMLSchema(etree.parse(FORMATS / "dmfa/xsd/DmfAOriginal_20231.xsd"))
    schema.assertValid(xml)
    found = {one.text for one in xml.iter("ServiceCode")}
    assert {"024", "051", "052", "075", "005"} <= found
    assert [one.text for one in xml.iter("ReorganisationMeasure")] == ["4", "3"]


@pytest.mark.parametrize(("person", "rules"), [("W002", 1), ("W001", 0)])
def test_maternity_leave_of_a_man_is_told(tmp_path: Path, person: str, rules: int) -> None:
    folder = absent(tmp_path, f"{person},1,maternity,2025-01-06,2025-01-31,,2025-01-20,")
    _, report = run(folder, JANUARY)
    assert len(told(report, "leave_of_mothers")) == rules
