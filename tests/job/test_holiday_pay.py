"""Holidays of the workshop's clerks: days on the payslip, double pay through tax, DmfA and ledger."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.findings import BadInput
from officium.job import Period
from officium.law import Quarter
from tests.formats import FORMATS, needs_formats

from .running import FEBRUARY, ROOT, add, copied, rules, run, slip, sound, texts

SPRING = Period.of_quarter(Quarter(2025, 2))
AUTUMN = Period.of_quarter(Quarter(2025, 4))
DMFA = "declarations/dmfa-2025Q2.xml"
YEAR = """
[[holiday_years]]
year           = 2025
contract       = 1
service_months = "12.00"
service_hours  = "38.00"
"""


def june(folder: Path, lines: str, columns: str = "months,share") -> None:
    """The lines of pay of June."""
    heading = f"staff_number,contract,kind,{columns},description\n"
    (folder / "pay" / "2025-06.csv").write_text(heading + lines, "utf-8")


def line(document: dict[str, Any], fact: str) -> dict[str, Any]:
    """The only line of a payslip that shows a fact."""
    (found,) = (one for one in document["lines"] if one["fact"] == fact)
    return dict(found)


def unrelated(xml: bytes) -> list[tuple[str, str, str, str]]:
    """Class, code, base and amount of the lines that belong to no person."""
    names = ("EmployerClass", "WorkerCode", "CalculationBasis", "Amount")
    columns = [texts(xml, f"Unrelated{name}") for name in names]
    return [
        (of_class, code, base.lstrip("0"), amount.lstrip("0"))
        for of_class, code, base, amount in zip(*columns, strict=True)
    ]


def test_double_holiday_pay_of_a_clerk(tmp_path: Path) -> None:
    """3 293.80 and a fixed premium of 60.00: 92 % of 3 353.80; 13.07 % of 85/92 of it; 42.39 % tax."""

    def story(folder: Path) -> None:
        june(
            folder,
            "W001,1,fixed_premium,60.00,,,Taalpremie\nW001,1,double_holiday_pay,,12.00,1.0000,\n",
            "amount,months,share",
        )

    files, report = run(copied(tmp_path, story), SPRING)
    sound(files, report)
    paid = slip(files, "2025-06/W001")
    double = next(one for one in paid["lines"] if one["label"]["nl"] == "dubbel vakantiegeld")
    assert (double["amount"], double["quantity"], double["unit"]) == ("3085.50", "12.00", "months")
    # 3 085.50 x 85 / 92 = 2 850.73; x 13.07 % = 372.59
    assert line(paid, "contributions_beside_gross")["amount"] == "372.59"
    assert line(paid, "exceptional_taxable_total")["amount"] == "2712.91"
    # Twelve times 3 293.80 less 430.50 is 34 359.60: 42.39 % of 2 712.91.
    assert line(paid, "exceptional_tax")["amount"] == "1150.00"
    assert unrelated(files[DMFA]) == [("010", "870", "285073", "37259")]
    (of_account,) = (one for one in report["nsso"]["lines"] if one["code"] == "870")
    assert of_account["amount"] == "372.59"
    # The month without it: the same gross pay under ordinary contributions, and the rest unchanged.
    without = copied(
        tmp_path / "without",
        lambda it: june(it, "W001,1,fixed_premium,60.00,Taalpremie\n", "amount"),
    )
    other = slip(run(without, SPRING)[0], "2025-06/W001")
    for fact in ("gross_pay", "employee_contribution", "withholding_tax", "special_contribution"):
        assert paid["results"][fact] == other["results"][fact]
    more = in_cents(paid["results"]["net_pay"]) - in_cents(other["results"]["net_pay"])
    assert more == 308550 - 37259 - 115000


def in_cents(text: str) -> int:
    """Cents."""
    return int(text.replace(".", ""))


@needs_formats
def test_the_declaration_with_its_line_870_is_valid(tmp_path: Path) -> None:
    files, _ = run(
        copied(tmp_path, lambda it: june(it, "W001,1,double_holiday_pay,12.00,1.0000,\n")), SPRING
    )
    assert FORMATS is not None
    schema = etree.XMLSchema(etree.parse(str(FORMATS / "dmfa/xsd/DmfAOriginal_20231.xsd")))
    schema.assertValid(etree.fromstring(files[DMFA]))


def test_the_line_of_the_employer_is_on_the_sum_of_its_people(tmp_path: Path) -> None:
    """Sofie's 2 799.73 and the 284.96 of a clerk with a month of service, in one base."""

    def story(folder: Path) -> None:
        june(
            folder,
            "W001,1,double_holiday_pay,12.00,1.0000,\nW004,1,double_holiday_pay,1.00,1.0000,\n",
        )

    files, report = run(copied(tmp_path, story), SPRING)
    sound(files, report)
    # 3 293.80 x 92 % = 3 030.30, x 85/92 = 2 799.73; 3 950 x 92 % / 12 = 302.83, x 85/92 = 279.79.
    amounts = [
        one["amount"]
        for number in ("W001", "W004")
        for one in slip(files, f"2025-06/{number}")["lines"]
        if one["fact"] == "item_amount"
    ]
    assert amounts == ["3030.30", "302.83"]
    # (2 799.73 + 279.79) x 13.07 % = 402.49; the payslips withheld 365.92 and 36.57.
    assert unrelated(files[DMFA]) == [("010", "870", "307952", "40249")]


def test_double_pay_taken_back_below_zero_cannot_be_declared(tmp_path: Path) -> None:
    story = "W001,1,double_holiday_arrears,-500.00,\n"
    files, report = run(copied(tmp_path, lambda it: june(it, story, "amount")), SPRING)
    assert "quarter_below_zero" in rules(report)
    assert DMFA not in files
    # -500.00 + 60.38 of contribution, of which 42.39 % of tax comes back.
    results = slip(files, "2025-06/W001")["results"]
    assert (results["item_amount"], results["item_worker_contribution"]) == ("-500.00", "-60.38")
    assert results["exceptional_tax"] == "-186.35"


def test_a_manual_worker_gets_no_holiday_pay_from_the_employer(tmp_path: Path) -> None:
    folder = copied(tmp_path, lambda it: june(it, "W002,1,double_holiday_pay,12.00,1.0000,\n"))
    with pytest.raises(BadInput) as refused:
        run(folder, SPRING)
    assert "double_holiday_pay is for white-collar workers" in refused.value.message
    assert refused.value.where == "pay/2025-06.csv:2"


def test_days_of_holidays_are_counted_down_on_the_payslip(tmp_path: Path) -> None:
    """Sofie took 24 and 25 February; she reads why in her language, and anybody in another."""
    folder = copied(tmp_path, lambda it: add(it, "people/W001.toml", YEAR))
    files, report = run(folder, FEBRUARY)
    assert rules(report) == []
    (holidays,) = slip(files, "2025-02/W001")["holidays"]
    results = holidays["results"]
    assert (results["holiday_days_right"], results["holiday_days_used"]) == ("20.00", "2.00")
    assert results["holiday_days_left"] == "18.00"
    told = holidays["explanation"]["facts"]["holiday_days_left"]
    assert (told["formula"], told["name"]) == ("20 − 2", "Resterende vakantiedagen")
    assert slip(files, "2025-02/W006")["holidays"] == []


def test_the_holidays_are_explained_in_another_language_from_the_payslip_alone(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path, lambda it: add(it, "people/W001.toml", YEAR))
    files, _ = run(folder, FEBRUARY)
    place = tmp_path / "W001.json"
    place.write_bytes(files["payslips/2025-02/W001.json"])
    said = subprocess.run(
        [sys.executable, "-m", "officium", "explain", place, "holiday_days_left", "--in", "fr"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (said.returncode, said.stderr) == (0, "")
    assert "Jours de vacances restants" in said.stdout
    assert "holiday_days_right  20 jours" in said.stdout


def test_more_days_than_earned_and_wrong_months_are_told(tmp_path: Path) -> None:
    short = YEAR.replace('"12.00"', '"1.00"')

    def story(folder: Path) -> None:
        add(folder, "people/W001.toml", short)
        add(
            folder,
            "time/2025-02.csv",
            "W001,1,2025-02-26,holiday,3.80\nW001,1,2025-02-26,worked,3.80\n",
        )
        heading = "staff_number,contract,kind,months,share,description\n"
        text = heading + "W001,1,double_holiday_pay,12.00,1.0000,\n"
        (folder / "pay" / "2025-02.csv").write_text(text, "utf-8")

    _, report = run(copied(tmp_path, story), FEBRUARY)
    found = {one["rule"]: one["message"] for one in report["findings"]}
    assert set(found) == {"holiday_days_too_many", "double_holiday_months"}
    assert "0,50 jours" in found["holiday_days_too_many"]


def test_a_year_of_holidays_of_a_manual_contract_is_refused(tmp_path: Path) -> None:
    folder = copied(tmp_path, lambda it: add(it, "people/W002.toml", YEAR))
    with pytest.raises(BadInput, match="the holiday fund keeps those of manual workers"):
        run(folder, FEBRUARY)


def test_supplementary_holidays_are_paid_beside_and_declared_with_code_14(tmp_path: Path) -> None:
    """Two days of twenty in June: the month pays 18 of them, the advance two, under 13.07 % alone."""

    def story(folder: Path) -> None:
        time = "staff_number,contract,day,code,hours\n"
        days = [f"W004,1,2025-06-{day},supplementary_holiday,7.60\n" for day in (16, 17)]
        (folder / "time" / "2025-06.csv").write_text(time + "".join(days), "utf-8")
        june(folder, "W004,1,supplementary_holiday_pay,15.20,\n", "hours")

    files, report = run(copied(tmp_path, story), SPRING)
    sound(files, report)
    assert "supplementary_hours" not in rules(report)
    results = slip(files, "2025-06/W004")["results"]
    # 21 days in June: 3 950 x 15.20 / 159.60 = 376.19, and 3 950.00 - 376.19 for the others.
    assert (results["gross_pay"], results["item_amount"]) == ("3573.81", "376.19")
    assert results["item_worker_contribution"] == "49.17"
    assert unrelated(files[DMFA]) == [("010", "870", "37619", "4917")]
    assert "014" in texts(files[DMFA], "ServiceCode")


def test_hours_of_supplementary_holidays_without_pay_are_told(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        time = "staff_number,contract,day,code,hours\n"
        day = "W004,1,2025-06-16,supplementary_holiday,7.60\n"
        (folder / "time" / "2025-06.csv").write_text(time + day, "utf-8")

    _, report = run(copied(tmp_path, story), SPRING)
    assert "supplementary_hours" in rules(report)


def test_days_left_at_the_end_of_the_year_are_told_until_they_are_paid(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        add(
            folder,
            "people/W001.toml",
            YEAR.replace("service_hours", 'taken_before = "15.00"\nservice_hours'),
        )

    _, report = run(copied(tmp_path / "left", story), AUTUMN)
    (told,) = (one for one in report["findings"] if one["rule"] == "holiday_days_not_taken")
    # 20 - 15 - the two days of February
    assert "3,00 jours" in told["message"]

    def paid(folder: Path) -> None:
        story(folder)
        heading = "staff_number,contract,kind,days,description\n"
        line = "W001,1,holiday_days_not_taken,3.00,\n"
        (folder / "pay" / "2025-12.csv").write_text(heading + line, "utf-8")

    files, report = run(copied(tmp_path / "paid", paid), AUTUMN)
    sound(files, report)
    assert "holiday_days_not_taken" not in rules(report)
    results = slip(files, "2025-12/W001")["results"]
    # 3 293.80 x 3 / (13 x 38) = 20.0028 an hour; x 7.60 x 3 days
    assert results["item_amount"] == "456.06"
    assert results["item_ordinary_contribution"] == "59.61"


def test_a_reduction_of_hours_is_settled_in_december(tmp_path: Path) -> None:
    """38 hours in 2024, 19 since January 2025: twenty half days may be taken, the rest is paid."""

    def story(folder: Path) -> None:
        add(
            folder,
            "people/W001.toml",
            YEAR.replace("service_hours", 'taken_before = "18.00"\nservice_hours'),
        )
        path = folder / "people" / "W001.toml"
        old, new = path.read_text("utf-8").split("since           = 2025-01-01")
        new = new.replace("7.60", "3.80").replace("3293.80", "1646.90")
        path.write_text(f"{old}since           = 2025-01-01{new}", "utf-8")
        for name in ("2025-01", "2025-02", "2025-03"):
            path = folder / "time" / f"{name}.csv"
            text = path.read_text("utf-8")
            path.write_text(
                "".join(f"{one}\n" for one in text.splitlines() if not one.startswith("W001"))
            )
        if second:
            heading = "staff_number,contract,kind,amount,base,description\n"
            lines = (
                "W001,1,holiday_settlement,1520.22,38160.00,\n"
                "W001,1,double_holiday_settlement,1515.15,38160.00,\n"
            )
            (folder / "pay" / "2025-12.csv").write_text(heading + lines, "utf-8")

    second = False
    _, report = run(copied(tmp_path / "first", story), AUTUMN)
    assert "holiday_settlement_missing" in rules(report)
    second = True
    files, report = run(copied(tmp_path / "second", story), AUTUMN)
    sound(files, report)
    assert "holiday_settlement_missing" not in rules(report)
    amounts = slip(files, "2025-12/W001")["results"]["item_amount"]
    # 38 160 x 7.67 % = 2 926.87, less the double 1 515.15 and less the single 1 520.22.
    assert amounts == ["1411.72", "1406.65"]
    # 38 160 x 6.80 % = 2 594.88, less 1 515.15 x 85/92 = 1 399.87
    xml = files["declarations/dmfa-2025Q4.xml"]
    assert unrelated(xml) == [("010", "870", "119501", "15619")]
    assert "007" in texts(xml, "RemunCode")


def test_months_of_service_before_the_contract_began_are_told(tmp_path: Path) -> None:
    """Priya began in February 2025: her months of 2024 were elsewhere."""
    wrong = copied(tmp_path / "wrong", lambda it: add(it, "people/W004.toml", YEAR))
    assert "service_months_too_many" in rules(run(wrong, FEBRUARY)[1])
    elsewhere = YEAR.replace("service_months", 'service_months = "0.00"\ncertificate_months')
    right = copied(tmp_path / "right", lambda it: add(it, "people/W004.toml", elsewhere))
    files, report = run(right, FEBRUARY)
    assert "service_months_too_many" not in rules(report)
    (holidays,) = slip(files, "2025-02/W004")["holidays"]
    assert holidays["results"]["holiday_days_right"] == "20.00"


def test_carried_and_youth_holidays_are_declared_and_not_paid_again(tmp_path: Path) -> None:
    """A carried day was paid in December, a youth day is paid by unemployment: codes 16 and 73."""

    def story(folder: Path) -> None:
        time = "staff_number,contract,day,code,hours\n"
        days = [
            "W004,1,2025-06-16,carried_holiday,7.60\n",
            "W004,1,2025-06-17,youth_holiday,7.60\n",
        ]
        (folder / "time" / "2025-06.csv").write_text(time + "".join(days), "utf-8")
        elsewhere = YEAR.replace("service_months", 'service_months = "0.00"\ncertificate_months')
        add(folder, "people/W004.toml", f'{elsewhere}carried_days = "1.00"\n')

    files, report = run(copied(tmp_path, story), SPRING)
    sound(files, report)
    assert "carried_days_too_many" not in rules(report)
    # 3 950 x (159.60 - 15.20) / 159.60
    assert slip(files, "2025-06/W004")["results"]["gross_pay"] == "3573.81"
    assert {"016", "073"} <= set(texts(files[DMFA], "ServiceCode"))


def test_illness_during_holidays_uses_no_day_since_2024(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        add(folder, "people/W001.toml", YEAR)
        path = folder / "time" / "2025-02.csv"
        text = path.read_text("utf-8")
        ill = text.replace("2025-02-25,holiday", "2025-02-25,sickness_in_holiday")
        assert ill != text
        path.write_text(ill, "utf-8")

    files, _ = run(copied(tmp_path, story), FEBRUARY)
    paid = slip(files, "2025-02/W001")
    assert paid["holidays"][0]["results"]["holiday_days_used"] == "1.00"
    assert paid["results"]["pay_for_work"] == "3293.80"
