"""What cannot be declared is told, by the person it concerns, and no DmfA is made of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from officium.findings import BadInput
from officium.job import Period
from officium.law import Quarter

from .running import FEBRUARY, MARCH, add, change, copied, only, run

DMFA = "declarations/dmfa-{}.xml"
THIRD_QUARTER = Period.of_quarter(Quarter(2025, 3))


def rules(report: dict[str, Any]) -> list[str]:
    return sorted({finding["rule"] for finding in report["findings"]})


@pytest.mark.parametrize("people", [["W006"], ["W001", "W006"]])
def test_pay_of_a_quarter_below_zero_is_told_alone_and_in_company(
    tmp_path: Path, people: list[str]
) -> None:
    def story(folder: Path) -> None:
        only(folder, people)
        add(folder, "pay/2025-02.csv", "W006,1,premium,-9000.00,Rechtzetting\n")

    files, report = run(copied(tmp_path, story), language="en")
    assert "quarter_below_zero" in rules(report)
    (told,) = (one for one in report["findings"] if one["rule"] == "quarter_below_zero")
    assert told["severity"] == "error"
    assert told["message"].startswith("Peeters, Jonas: the pay of code 1 in 2025Q1 is −1,8")
    assert DMFA.format("2025Q1") not in files
    assert "dmfa" not in {item["what"] for item in report["to_send"]}
    # The months are computed all the same.
    assert f"payslips/2025-01/{people[0]}.json" in files


def test_a_fixed_premium_taken_back_is_told_by_its_pay_code(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        only(folder, ["W006"])
        add(folder, "pay/2025-01.csv", "W006,1,fixed_premium,-100.00,Terugname\n")

    files, report = run(copied(tmp_path, story), language="en")
    (told,) = (one for one in report["findings"] if one["rule"] == "quarter_below_zero")
    assert "the pay of code 2 in 2025Q1 is −100.00 EUR" in told["message"]
    assert DMFA.format("2025Q1") not in files


def test_two_lines_that_share_the_wage_ceiling_are_not_guessed(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        only(folder, ["W003"])
        change(folder, "people/W003.toml", '"1725.00"', '"27000.00"')
        text = (folder / "people/W003.toml").read_text("utf-8")
        second = text[text.index("[[contracts]]") :].replace("number          = 1", "number = 2")
        second = second.replace('"white_collar"', '"blue_collar"').replace('"200"', '"100"')
        second = second.replace("2022-06-01", "2025-07-01").replace("202215234033", "202518234033")
        schedule = 'monday = "7.60", friday = "7.60"'
        start = second.index("schedule")
        second = second[:start] + f"schedule = {{ {schedule} }}\n"
        add(folder, "people/W003.toml", "\n" + second)

    files, report = run(copied(tmp_path, story), THIRD_QUARTER, language="en")
    assert rules(report).count("ceiling_not_shared") == 1
    assert DMFA.format("2025Q3") not in files


def test_a_taxable_pay_below_zero_asks_attention(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        only(folder, ["W006"])
        add(folder, "pay/2025-01.csv", "W006,1,taxable_benefit,-5000.00,Terugname\n")

    _, report = run(copied(tmp_path, story), language="en")
    (told,) = (one for one in report["findings"] if one["rule"] == "negative_taxable_pay")
    assert told["severity"] == "warning"


def test_a_benefit_in_kind_is_added_where_the_paper_adds_it(tmp_path: Path) -> None:
    """Item 10 is 7 + 9 - 8: the benefit bears no contribution, so it stands after them."""

    def story(folder: Path) -> None:
        only(folder, ["W006"])
        add(folder, "pay/2025-01.csv", "W006,1,taxable_benefit,500.00,Huisvesting\n")

    files, _ = run(copied(tmp_path, story))
    lines = json.loads(files["payslips/2025-01/W006.json"])["lines"]
    amounts = {(line["item"], line["fact"]): line["amount"] for line in lines}
    assert amounts["9", "item_amount"] == "500.00"

    def cents(item: str, fact: str) -> int:
        return int(amounts[item, fact].replace(".", ""))

    assert cents("10", "taxable_pay") == cents("7c", "gross_pay") + 500_00 - cents(
        "8", "employee_contribution"
    )


def test_an_opening_balance_inside_the_quarter_holds_from_the_day_after_it(tmp_path: Path) -> None:
    """The month alone and the quarter pay the same, whatever balances the colleagues have."""
    head = '[[balances]]\nfact = "employment_bonus_granted_before"\n'

    def story(folder: Path) -> None:
        only(folder, ["W001", "W006"])
        own = f'{head}staff_number = "W006"\nas_of = 2025-01-31\namount = "3300.00"\n'
        other = f'{head}staff_number = "W001"\nas_of = 2025-02-28\namount = "0.00"\n'
        (folder / "opening.toml").write_text(own + other, "utf-8")

    folder = copied(tmp_path, story)
    whole, _ = run(folder)
    for month in (FEBRUARY, MARCH):
        alone, _ = run(folder, month)
        name = f"payslips/{month}/W006.json"
        assert alone[name] == whole[name]
    bonus = [
        json.loads(whole[f"payslips/2025-0{n}/W006.json"])["results"]["employment_bonus"]
        for n in (2, 3)
    ]
    assert bonus == ["98.52", "0.00"]


def test_time_of_less_than_a_hundredth_of_a_day_is_not_declared_as_nought_days(
    tmp_path: Path,
) -> None:
    def story(folder: Path) -> None:
        only(folder, ["W001"])
        add(folder, "time/2025-03.csv", "W001,1,2025-03-19,unpaid_leave,0.03\n")
        add(folder, "time/2025-03.csv", "W001,1,2025-03-19,worked,7.57\n")

    files, report = run(copied(tmp_path, story), language="en")
    (told,) = (one for one in report["findings"] if one["rule"] == "time_too_short")
    assert told["severity"] == "error"
    assert told["message"].startswith("Maes, Sofie: the time of code 30 in 2025Q1 is less than")
    assert told["path"] == "people/W001.toml"
    assert DMFA.format("2025Q1") not in files


def test_four_hundredths_of_an_hour_are_half_a_day(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        only(folder, ["W001"])
        add(folder, "time/2025-03.csv", "W001,1,2025-03-19,unpaid_leave,0.04\n")
        add(folder, "time/2025-03.csv", "W001,1,2025-03-19,worked,7.56\n")

    files, _ = run(copied(tmp_path, story))
    assert b"<ServiceNbrDays>00050</ServiceNbrDays>" in files[DMFA.format("2025Q1")]


def test_two_lines_that_a_declaration_knows_only_once_are_told(tmp_path: Path) -> None:
    """Two committees of one employer category whose category of the structural reduction differs."""

    def story(folder: Path) -> None:
        only(folder, ["W003"])
        add(
            folder,
            "employer.toml",
            '\n[[committees]]\nnumber = "226"\nemployer_class = "010"\nstructural_category = "2"\n',
        )
        text = (folder / "people/W003.toml").read_text("utf-8")
        second = text[text.index("[[contracts]]") :].replace("number          = 1", "number = 2")
        second = second.replace('"200"', '"226"')
        second = second.replace(
            second[second.index("dimona_period") :].splitlines()[0],
            'dimona_period = "202100000011"',
        )
        add(folder, "people/W003.toml", "\n" + second)

    files, report = run(copied(tmp_path, story), language="en")
    (told,) = (one for one in report["findings"] if one["rule"] == "one_line_twice")
    assert told["message"].startswith("Schmitz, Elke has two worker lines of the same category")
    assert DMFA.format("2025Q1") not in files


@pytest.mark.parametrize("kind", ["BCW", "EXT", "FLX", "IVT", "STU", "TRI", "STG"])
def test_a_worker_type_that_is_not_computed_is_refused_where_it_stands(
    tmp_path: Path, kind: str
) -> None:
    def story(folder: Path) -> None:
        change(
            folder,
            "people/W003.toml",
            'dimona_period   = "',
            f'worker_type = "{kind}"\ndimona_period   = "',
        )

    with pytest.raises(
        BadInput, match=rf"worker_type {kind} \(.*\) is not computed yet"
    ) as refused:
        run(copied(tmp_path, story))
    assert refused.value.where.startswith("people/W003.toml:")


def test_a_committee_that_the_list_of_the_nsso_lacks_is_told_where_it_stands(
    tmp_path: Path,
) -> None:
    def story(folder: Path) -> None:
        only(folder, ["W001"])
        change(folder, "employer.toml", '"200"', '"299"')
        change(folder, "people/W001.toml", '"200"', '"299"')

    _, report = run(copied(tmp_path, story), FEBRUARY, language="en")
    (told,) = (one for one in report["findings"] if one["rule"] == "committee_unknown")
    assert told["message"].startswith(
        "Joint committee 299 is not in the list of the NSSO (NSSO annex"
    )
    assert (told["severity"], told["path"]) == ("warning", "employer.toml")
    assert told["line"] == 21
