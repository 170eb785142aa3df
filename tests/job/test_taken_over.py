"""A clerk takes holidays that a former employer has paid: taken off here, declared under code 12."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from tests.formats import FORMATS, needs_formats

from .running import add, copied, run, slip, sound, texts

COLUMNS = "staff_number,contract,kind,amount,days,units,price,months,share,base,description"
MARCH = """\
W001,1,fixed_premium,60.00,,,,,,,Taalpremie
W002,1,premium,43.20,,,,,,,Prime d'équipe
"""
# Priya earns 3 950.00 a month: 3 950 x 3 / 65 = 182.31 a day. Two days of March are holidays.
TWO_DAYS = "W004,1,holiday_pay_taken_over,,2.00,,182.3100,,,,\n"
HOLIDAYS = "W004,1,2025-03-10,holiday,7.60\nW004,1,2025-03-11,holiday,7.60\n"


def takes_over(place: Path, lines: str = TWO_DAYS) -> tuple[dict[str, bytes], dict[str, Any]]:
    def story(folder: Path) -> None:
        add(folder, "time/2025-03.csv", HOLIDAYS)
        (folder / "pay" / "2025-03.csv").write_text(f"{COLUMNS}\n{MARCH}{lines}")

    return run(copied(place, story))


def declared(files: dict[str, bytes]) -> dict[str, list[int]]:
    dmfa = files["declarations/dmfa-2025Q1.xml"]
    found: dict[str, list[int]] = {}
    for code, cents in zip(texts(dmfa, "RemunCode"), texts(dmfa, "RemunAmount"), strict=True):
        found.setdefault(code, []).append(int(cents))
    return found


def of(report: dict[str, Any], number: str) -> dict[str, str]:
    return {one["staff_number"]: one["quarter"] for one in report["people"]}[number]


def test_ninety_percent_of_two_days_comes_off_the_gross_pay(tmp_path: Path) -> None:
    """2 x 182.31 x 90 % = 328.158."""
    files, report = takes_over(tmp_path)
    sound(files, report)
    march = slip(files, "2025-03/W004")
    (line,) = [line for line in march["lines"] if line["fact"] == "item_amount"]
    assert (line["amount"], line["quantity"], line["unit"]) == ("-328.16", "2.00", "days")
    assert line["label"]["nl"] == "aftrek enkel vakantiegeld, vakantieattest"
    assert march["results"]["gross_pay"] == "3621.84"
    assert march["results"]["holiday_pay_deducted"] == "328.16"
    assert march["results"]["exceptional_tax"] == "0.00"


def test_it_is_declared_again_under_code_12_and_costs_no_reduction(tmp_path: Path) -> None:
    without, before = takes_over(tmp_path / "without", "")
    files, report = takes_over(tmp_path / "with")
    assert declared(files)["012"] == [32816]
    assert "012" not in declared(without)
    assert sum(declared(without)["001"]) - sum(declared(files)["001"]) == 32816
    assert of(report, "W004").get("structural_reduction") == of(before, "W004").get(
        "structural_reduction"
    )
    # The base is 328.16 lower: 13.07 % of the worker and the employer's part are not owed on it.
    assert (
        of(report, "W004")["ordinary_contribution"] != of(before, "W004")["ordinary_contribution"]
    )


def test_what_was_taken_off_is_handed_on_to_the_month_that_settles_it(tmp_path: Path) -> None:
    """February's sum is in March's; of both, 400.00 may be taken off: the rest is paid, under code 14."""
    settled = TWO_DAYS + "W004,1,holiday_pay_settled,,4.00,,182.3100,,,400.00,\n"

    def story(folder: Path) -> None:
        add(folder, "time/2025-03.csv", HOLIDAYS)
        add(folder, "time/2025-02.csv", "W004,1,2025-02-20,holiday,7.60\n")
        (folder / "pay" / "2025-02.csv").write_text(
            f"{COLUMNS}\nW004,1,holiday_pay_taken_over,,1.00,,182.3100,,,,\n"
        )
        (folder / "pay" / "2025-03.csv").write_text(f"{COLUMNS}\n{settled}")

    files, report = run(copied(tmp_path, story))
    sound(files, report)
    results = slip(files, "2025-03/W004")["results"]
    assert results["holiday_pay_deducted"] == "492.24"
    # 164.08 + 328.16 = 492.24, less 400.00.
    assert sorted(results["item_amount"]) == ["-328.16", "92.24"]
    assert declared(files)["012"] == [49224]
    assert declared(files)["014"] == [9224]


def test_the_double_pay_of_the_former_employer_lowers_the_line_870(tmp_path: Path) -> None:
    """3 950 x 92 % = 3 634.00, of which 85/92 = 3 357.50 under contribution; less 1 224.00."""
    double = (
        "W004,1,double_holiday_pay,,,,,12.00,1.0000,,\n"
        "W004,1,double_holiday_pay_taken_over,,,,,12.00,,1224.00,\n"
        "W004,1,double_holiday_supplement_taken_over,,,,,12.00,,156.60,\n"
    )
    files, report = takes_over(tmp_path, double)
    sound(files, report)
    results = slip(files, "2025-03/W004")["results"]
    assert results["pay_beside_gross"] == "2253.40"
    (line,) = [line for line in report["nsso"]["lines"] if line["code"] == "870"]
    assert line["amount"] == "278.85"


@needs_formats
def test_the_declaration_with_codes_12_and_870_is_one_that_the_nsso_can_read(
    tmp_path: Path,
) -> None:
    double = "W004,1,double_holiday_pay,,,,,12.00,1.0000,,\n"
    files, _ = takes_over(tmp_path, TWO_DAYS + double)
    assert FORMATS
    schema = etree.XMLSchema(etree.parse(FORMATS / "dmfa/xsd/DmfAOriginal_20231.xsd"))
    schema.assertValid(etree.fromstring(files["declarations/dmfa-2025Q1.xml"]))


def test_what_another_system_took_off_before_the_folder_begins_is_an_opening_balance(
    tmp_path: Path,
) -> None:
    balance = (
        '[[balances]]\nstaff_number = "W004"\nfact = "holiday_pay_deducted_before"\n'
        'as_of = 2025-02-28\namount = "500.00"\n'
    )

    def story(folder: Path) -> None:
        add(folder, "time/2025-03.csv", HOLIDAYS)
        (folder / "pay" / "2025-03.csv").write_text(f"{COLUMNS}\n{MARCH}{TWO_DAYS}")
        (folder / "opening.toml").write_text(balance)

    files, _ = run(copied(tmp_path, story))
    assert slip(files, "2025-03/W004")["results"]["holiday_pay_deducted"] == "828.16"
