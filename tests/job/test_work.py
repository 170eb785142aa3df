"""Stories of work: what happens to people inside a month, from the record to the declaration."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.findings import BadInput
from officium.payroll.folder import PAY_COLUMNS
from tests.formats import FORMATS, needs_formats

from .running import JANUARY, MARCH, add, cents, change, copied, run, slip, sound

WEEK = 'monday = "7.60", tuesday = "7.60", wednesday = "7.60", thursday = "7.60", friday = "7.60"'


def paid(folder: Path, month: str, staff_number: str, kind: str, **cells: str) -> None:
    """Add a line of pay of a person's first contract."""
    path = folder / "pay" / f"{month}.csv"
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    rows.append({"staff_number": staff_number, "contract": "1", "kind": kind, **cells})
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, PAY_COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def new_terms(folder: Path, since: str, pay: str, week: str = WEEK) -> None:
    """Other terms for the clerk W001 from a day."""
    add(
        folder,
        "people/W001.toml",
        f'\n[[contracts.terms]]\nsince = {since}\nfunction = "Planner"\nfull_time_hours = "38.00"\n'
        f'monthly_pay = "{pay}"\nschedule = {{ {week} }}\n',
    )


def amounts(slip: dict[str, Any], *facts: str) -> list[str]:
    """The amounts of the lines of some facts, in their order on the payslip."""
    return [line["amount"] for line in slip["lines"] if line["fact"] in facts]


def occupations(files: dict[str, bytes], staff_number: str) -> list[dict[str, Any]]:
    """What the declaration of the quarter says of a person's occupations."""
    root = etree.fromstring(files["declarations/dmfa-2025Q1.xml"])
    found = []
    for person in root.iter("{*}NaturalPerson"):
        if staff_number in [one.text for one in person.iter("{*}NaturalPersonUserReference")]:
            for one in person.iter("{*}Occupation"):
                told = {
                    str(child.tag).rpartition("}")[2]: child.text
                    for child in one
                    if not len(child) and child.text
                }
                told["pay"] = {
                    int(pay.findtext("{*}RemunCode") or 0): int(pay.findtext("{*}RemunAmount") or 0)
                    for pay in one.iter("{*}Remun")
                }
                told["days"] = {
                    int(time.findtext("{*}ServiceCode") or 0): int(
                        time.findtext("{*}ServiceNbrDays") or 0
                    )
                    for time in one.iter("{*}Service")
                }
                found.append(told)
    return found


def test_a_raise_inside_a_month_is_paid_in_two_parts_and_goes_on_in_one_occupation(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path, lambda new: new_terms(new, "2025-02-17", "3400.00"))
    files = sound(*run(folder))
    # Ten of the twenty days of February lie before the raise.
    february = slip(files, "2025-02/W001")
    assert amounts(february, "pay_for_work", "earlier_pay") == ["1646.90", "1700.00"]
    assert [
        (part["from"], part["to"], part["basic_pay"], part["basic_pay_unit"])
        for part in february["contracts"][0]["parts"]
    ] == [
        ("2025-02-01", "2025-02-16", "3293.80", "month"),
        ("2025-02-17", "2025-02-28", "3400.00", "month"),
    ]
    (one,) = occupations(files, "W001")
    assert one["pay"] == {1: 329380 + 170000 + 164690 + 340000, 2: 18000}
    assert "OccupationEndingDate" not in one


def test_a_raise_of_an_hourly_wage_shows_the_hours_of_each_wage_the_earlier_one_first(
    tmp_path: Path,
) -> None:
    """A week of 8, 8, 8, 8 and 6 hours; 1 January, 2 and 3 (holidays) lie before the raise."""

    def raised(folder: Path) -> None:
        person = (folder / "people" / "W002.toml").read_text("utf-8")
        terms = person[person.rindex("[[contracts.terms]]") :].split("\n\n")[0]
        terms = terms.replace("2020-03-02", "2025-01-20").replace("19.4500", "20.1000")
        add(folder, "people/W002.toml", f"\n{terms}\n")

    january = slip(run(copied(tmp_path, raised), JANUARY)[0], "2025-01/W002")
    told = [
        (line["fact"], line["quantity"], line["rate"], line["amount"])
        for line in january["lines"]
        if line["unit"] == "hours"
    ]
    assert told == [
        ("earlier_pay", "76.00", "19.4500", "1478.20"),
        ("earlier_public_holiday_pay", "8.00", "19.4500", "155.60"),
        ("pay_for_work", "76.00", "20.1000", "1527.60"),
    ]
    assert [part["basic_pay"] for part in january["contracts"][0]["parts"]] == [
        "19.4500",
        "20.1000",
    ]


def test_a_payslip_tells_days_worked_and_each_kind_of_absence_apart(tmp_path: Path) -> None:
    def live(folder: Path) -> None:
        add(folder, "time/2025-01.csv", "W002,1,2025-01-20,unpaid_leave,8.00\n")
        add(folder, "time/2025-01.csv", "W002,1,2025-01-21,overtime_50,2.00\n")

    contract = slip(run(copied(tmp_path, live), JANUARY)[0], "2025-01/W002")["contracts"][0]
    # Twenty-three days of the schedule; overtime is no absence.
    assert contract["days_worked"] == "19.00"
    assert {one["code"]: one["days"] for one in contract["absences"]} == {
        "holiday": "2.00",
        "unpaid_leave": "1.00",
        "public_holiday": "1.00",
    }


def test_other_hours_inside_a_month_cut_the_occupation_on_their_day(tmp_path: Path) -> None:
    half = 'monday = "7.60", tuesday = "7.60", wednesday = "3.80"'
    folder = copied(tmp_path, lambda new: new_terms(new, "2025-02-17", "1700.00", half))
    files = sound(*run(folder))
    full, less = occupations(files, "W001")
    assert (full["OccupationStartingDate"], full["OccupationEndingDate"]) == (
        "2019-09-02",
        "2025-02-16",
    )
    assert less["OccupationStartingDate"] == "2025-02-17"
    assert [one["MeanWorkingHours"] for one in (full, less)] == ["3800", "1900"]
    # January and half of February; the fixed premium of February goes with the end of the month.
    assert full["pay"] == {1: 329380 + 164690, 2: 6000}
    assert less["pay"] == {1: 85000 + 170000, 2: 12000}
    assert (full["days"], less["days"]) == ({1: 3300}, {1: 1900})


def test_terms_of_a_later_quarter_do_not_end_an_occupation_yet(tmp_path: Path) -> None:
    half = 'monday = "7.60", tuesday = "7.60", wednesday = "3.80"'
    folder = copied(tmp_path, lambda new: new_terms(new, "2025-05-12", "1700.00", half))
    (one,) = occupations(sound(*run(folder)), "W001")
    assert "OccupationEndingDate" not in one


def test_pieces_are_all_the_pay_of_a_piece_worker(tmp_path: Path) -> None:
    def by_piece(folder: Path) -> None:
        change(folder, "people/W007.toml", 'hourly_wage     = "17.9000"', "is_paid_by_piece = true")
        for month in ("2025-01", "2025-02", "2025-03"):
            paid(folder, month, "W007", "piece_pay", units="1000", price="1.6000")
        paid(folder, "2025-01", "W007", "public_holiday_average_pay", base="1480.00", days="11")

    files = sound(*run(copied(tmp_path, by_piece)))
    january = slip(files, "2025-01/W007")
    # 1 480 earned on eleven days of the four weeks before: 134.545 for the first of January.
    assert amounts(january, "item_amount", "pay_for_work") == ["0.00", "1600.00", "134.55"]
    (one,) = occupations(files, "W007")
    assert (one["RemunMethod"], one["pay"]) == ("1", {1: 480000 + 13455})


def test_commissions_are_declared_as_such(tmp_path: Path) -> None:
    folder = copied(
        tmp_path, lambda new: paid(new, "2025-03", "W001", "commission", amount="250.00")
    )
    (one,) = occupations(sound(*run(folder)), "W001")
    assert one["RemunMethod"] == "2"
    assert one["pay"][1] == 3 * 329380 + 25000


def test_meals_and_a_room_are_liable_and_taxed_and_not_paid_out(tmp_path: Path) -> None:
    def fed(folder: Path) -> None:
        paid(folder, "2025-03", "W001", "meal_main", units="20")
        paid(folder, "2025-03", "W001", "lodging", days="31")

    files = sound(*run(copied(tmp_path, fed)))
    march = slip(files, "2025-03/W001")
    # 20 x 1.09 and 31 x 0.74: in the gross pay, and taken off again at the end.
    for fact in ("item_amount", "item_in_kind"):
        assert {"21.80", "22.94"} <= set(amounts(march, fact))
    assert cents(march["results"]["gross_pay"]) == 329380 + 6000 + 2180 + 2294
    (one,) = occupations(files, "W001")
    assert one["pay"][1] == 3 * 329380 + 2180 + 2294


def test_a_daily_wage_pays_days_and_their_public_holiday(tmp_path: Path) -> None:
    def by_day(folder: Path) -> None:
        change(folder, "people/W002.toml", 'hourly_wage     = "19.4500"', 'daily_wage = "150.00"')

    files, _ = run(copied(tmp_path, by_day), JANUARY)
    january = slip(files, "2025-01/W002")
    # Twenty-three days: two of holidays that the fund pays, the first of January, twenty worked.
    lines = [line for line in january["lines"] if line["unit"] == "days"]
    assert [(line["quantity"], line["rate"], line["amount"]) for line in lines] == [
        ("20.00", "150.00", "3000.00"),
        ("1.00", "150.00", "150.00"),
    ]
    assert january["contracts"][0]["basic_pay_unit"] == "day"


def test_a_public_holiday_worked_is_paid_with_its_rest_as_if_it_had_not_been(
    tmp_path: Path,
) -> None:
    quiet = sound(*run(copied(tmp_path / "quiet", lambda _: None)))
    lines = "W002,1,2025-01-01,worked,8.00\nW002,1,2025-01-08,public_holiday_rest,8.00\n"
    busy = sound(*run(copied(tmp_path / "busy", lambda new: add(new, "time/2025-01.csv", lines))))
    assert slip(busy, "2025-01/W002")["lines"] == slip(quiet, "2025-01/W002")["lines"]
    assert occupations(busy, "W002") == occupations(quiet, "W002")


def test_a_public_holiday_worked_without_rest_is_told(tmp_path: Path) -> None:
    line = "W002,1,2025-01-01,worked,8.00\n"
    for rest, told in (("2025-02-12", False), ("2025-02-13", True)):
        day = f"W002,1,{rest},public_holiday_rest,8.00\n"

        def story(folder: Path, day: str = day) -> None:
            add(folder, "time/2025-01.csv", line)
            add(folder, "time/2025-02.csv", day)

        _, report = run(copied(tmp_path / rest, story))
        rules = [finding["rule"] for finding in report["findings"]]
        assert ("public_holiday_rest_missing" in rules) == told


def varies(folder: Path, *lines: str) -> None:
    """Somebody who works twenty hours a week, whenever she is asked, with these hours in January."""
    change(
        folder,
        "people/W007.toml",
        'schedule        = { monday = "8.00", wednesday = "8.00", friday = "6.00" }',
        'average_week    = { hours = "20.00", days = "2.50" }',
    )
    add(folder, "time/2025-01.csv", "".join(f"W007,1,2025-01-{line}\n" for line in lines))


def test_variable_hours_are_paid_as_recorded_and_declared_by_their_average(tmp_path: Path) -> None:
    hours = ("01,public_holiday,6.67", "07,worked,9.00", "08,worked,7.00", "22,worked,8.00")
    files = sound(*run(copied(tmp_path, lambda new: varies(new, *hours))))
    january = slip(files, "2025-01/W007")
    # 24.00 and 6.67 hours at 17.90.
    assert amounts(january, "pay_for_work", "public_holiday_pay") == ["429.60", "119.39"]
    (one,) = occupations(files, "W007")
    assert (one["MeanWorkingHours"], one["WorkingDaysSystem"]) == ("2000", "250")
    # A day of illness in March is recorded too.
    assert one["days"] == {1: 100 + 300 + 100}


def test_a_public_holiday_of_variable_hours_must_be_settled(tmp_path: Path) -> None:
    folder = copied(tmp_path, lambda new: varies(new, "07,worked,9.00"))
    with pytest.raises(
        BadInput, match="2025-01-01 is a public holiday and the schedule is variable"
    ):
        run(folder, JANUARY)


def leaves(folder: Path, reason: str, day: str | None = "2025-04-21") -> None:
    """The clerk W006 leaves on 31 March, and a public holiday after it is recorded."""
    change(
        folder,
        "people/W006.toml",
        "begins          = 2024-09-02\n",
        f'begins          = 2024-09-02\nends = 2025-03-31\nend_reason = "{reason}"\n',
    )
    if day:
        paid(folder, "2025-03", "W006", "public_holiday_after_end", hours="7.60", day=day)


def test_easter_monday_after_a_dismissal_is_paid_and_declared_with_the_last_month(
    tmp_path: Path,
) -> None:
    files = sound(*run(copied(tmp_path, lambda new: leaves(new, "dismissal"))))
    # 2 480 x 3 / (38 x 13) = 15.0607 an hour; x 7.60 = 114.461.
    assert amounts(slip(files, "2025-03/W006"), "item_amount") == ["114.46"]
    (one,) = occupations(files, "W006")
    assert one["OccupationEndingDate"] == "2025-03-31"
    # 2 480.00, 2 232.00 and 2 424.06 in the three months, as without the holiday.
    assert one["pay"] == {1: 248000 + 223200 + 242406 + 11446}
    # 2 300 + 1 800 + 2 053 + 100, and 200 + 47 hundredths: declared to half a day.
    assert one["days"] == {1: 6250, 30: 250}


@pytest.mark.parametrize(
    ("reason", "day", "told"),
    [("dismissal", None, True), ("dismissal", "2025-04-21", False), ("resignation", None, False)],
)
def test_a_public_holiday_that_nobody_recorded_after_the_end_is_told(
    tmp_path: Path, reason: str, day: str | None, told: bool
) -> None:
    _, report = run(copied(tmp_path, lambda new: leaves(new, reason, day)), MARCH, language="en")
    found = [
        finding["message"]
        for finding in report["findings"]
        if finding["rule"] == "public_holiday_after_end_missing"
    ]
    assert len(found) == told
    assert all("21 April 2025 falls within 30 days" in message for message in found)


@pytest.mark.parametrize(
    ("reason", "day", "says"),
    [
        ("resignation", "2025-04-21", "0 days after it are covered"),
        ("dismissal_for_serious_cause", "2025-04-21", "0 days after it are covered"),
        ("dismissal", "2025-05-01", "30 days after it are covered"),
        ("dismissal", "2025-04-22", "2025-04-22 is no public holiday and replaces none"),
        ("dismissal", "2025-01-01", "2025-01-01 is not after the end of the contract"),
    ],
)
def test_a_public_holiday_that_the_former_employer_does_not_owe_is_refused(
    tmp_path: Path, reason: str, day: str, says: str
) -> None:
    with pytest.raises(BadInput, match=says):
        run(copied(tmp_path, lambda new: leaves(new, reason, day)), MARCH)


def test_arrears_and_a_recovery_of_the_quarter_are_pay_of_the_quarter(tmp_path: Path) -> None:
    def corrected(folder: Path) -> None:
        paid(folder, "2025-03", "W001", "arrears", amount="100.00", day="2025-01-31")
        paid(folder, "2025-03", "W001", "recovery", amount="-40.00", day="2025-02-28")

    files = sound(*run(copied(tmp_path, corrected)))
    march = slip(files, "2025-03/W001")
    assert sorted(amounts(march, "item_amount")) == ["-40.00", "100.00", "60.00"]
    assert cents(march["results"]["gross_pay"]) == 329380 + 6000 + 10000 - 4000
    (one,) = occupations(files, "W001")
    assert one["pay"][1] == 3 * 329380 + 10000 - 4000


@pytest.mark.parametrize(
    ("kind", "amount", "day", "says"),
    [
        ("arrears", "100.00", "2024-12-31", "pay of an earlier year is taxed apart"),
        ("arrears", "100.00", "2025-04-01", "a day of an earlier month is expected"),
        ("recovery", "40.00", "2025-02-28", "a negative amount is expected"),
    ],
)
def test_arrears_that_change_another_declaration_are_refused(
    tmp_path: Path, kind: str, amount: str, day: str, says: str
) -> None:
    def other(folder: Path) -> None:
        paid(folder, "2025-03", "W001", kind, amount=amount, day=day)

    with pytest.raises(BadInput, match=says):
        run(copied(tmp_path, other), MARCH)


@needs_formats
@pytest.mark.parametrize("story", ["raise", "hours", "pieces"])
def test_the_declaration_of_a_story_is_valid_by_the_official_schema(
    tmp_path: Path, story: str
) -> None:
    def lived(folder: Path) -> None:
        if story == "raise":
            new_terms(folder, "2025-02-17", "3400.00")
        if story == "hours":
            new_terms(folder, "2025-02-17", "1700.00", 'monday = "7.60", tuesday = "7.60"')
        if story == "pieces":
            paid(folder, "2025-01", "W007", "piece_pay", units="3", price="0.3350")
            leaves(folder, "dismissal")

    files, _ = run(copied(tmp_path, lived))
    assert FORMATS
    schema = etree.XMLSchema(etree.parse(FORMATS / "dmfa/xsd/DmfAOriginal_20231.xsd"))
    schema.assertValid(etree.fromstring(files["declarations/dmfa-2025Q1.xml"]))
