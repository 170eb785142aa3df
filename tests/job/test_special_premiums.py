"""CLA 90, profit premium, cheques of 2023 and warrants: each from the record to payslip, DmfA and ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.findings import BadInput
from officium.job import Period
from officium.law import Month, Quarter
from tests.formats import FORMATS, needs_formats

from .running import MARCH, add, cents, change, copied, only, rules, run, slip, sound, texts
from .test_other_quarters import SECOND_CONTRACT

DMFA = "declarations/dmfa-2025Q1.xml"
HEAD = "staff_number,contract,kind,amount,description\n"


def paying(people: Sequence[str], *lines: tuple[str, str]) -> Callable[[Path], None]:
    """Only these people, and lines of pay by month."""

    def story(folder: Path) -> None:
        only(folder, people)
        for month, line in lines:
            path = folder / "pay" / f"{month}.csv"
            if not path.exists():
                path.write_text(HEAD)
            add(folder, f"pay/{month}.csv", f"{line}\n")

    return story


def amounts(told: dict[str, Any], item: str, fact: str) -> list[str]:
    return [
        line["amount"] for line in told["lines"] if (line["item"], line["fact"]) == (item, fact)
    ]


def contributions(xml: bytes, code: str) -> list[tuple[int, ...]]:
    """Type, base and amount of the contribution lines of a code."""
    names = ("Type", "CalculationBasis", "Amount")
    return [
        tuple(int(node.findtext(f"{{*}}Contribution{name}") or -1) for name in names)
        for node in etree.fromstring(xml).iter("{*}WorkerContribution")
        if node.findtext("{*}ContributionWorkerCode") == code
    ]


def valid(xml: bytes) -> None:
    assert FORMATS
    etree.XMLSchema(etree.parse(FORMATS / "dmfa/xsd/DmfAOriginal_20231.xsd")).assertValid(
        etree.fromstring(xml)
    )


# --- CLA 90 --------------------------------------------------------------------------------------
# Jonas earns 2 480.00: after 13.07 % 2 155.86, twelve times 25 870.32, so that 40.38 % is the rate.
TWICE = (
    ("2025-01", "W006,1,results_bonus,3000.00,Loonbonus"),
    ("2025-03", "W006,1,results_bonus,2000.00,Loonbonus"),
)


def test_a_second_bonus_of_the_year_passes_the_ceiling_that_the_first_began_to_fill(
    tmp_path: Path,
) -> None:
    files, report = run(copied(tmp_path, paying(["W006"], *TWICE)))
    sound(files, report)
    january, march = slip(files, "2025-01/W006"), slip(files, "2025-03/W006")
    assert amounts(january, "7a", "item_amount") == ["3000.00"]
    assert amounts(january, "8", "contributions_beside_gross") == ["392.10"]
    assert amounts(january, "11", "exceptional_tax") == []
    # 4 164 - 3 000 is apart; 836 is pay, of which 724.50 passes the limit of the tax.
    assert march["results"]["results_bonus_of_year"] == "5000.00"
    assert march["results"]["item_liable_pay"] == "836.00"
    assert amounts(march, "7c", "pay_beside_gross") == ["1164.00"]
    assert amounts(march, "8", "contributions_beside_gross") == ["152.13"]
    assert amounts(march, "10", "exceptional_taxable_total") == ["724.50"]
    assert amounts(march, "11", "exceptional_tax") == ["292.55"]


def test_the_bonus_alone_adds_to_the_net_pay_what_its_contribution_leaves(tmp_path: Path) -> None:
    plain, _ = run(copied(tmp_path / "plain", paying(["W006"])))
    bonus, _ = run(copied(tmp_path / "bonus", paying(["W006"], TWICE[0])))
    before, after = (
        cents(slip(files, "2025-01/W006")["results"]["net_pay"]) for files in (plain, bonus)
    )
    assert after - before == 300000 - 39210


@needs_formats
def test_the_quarter_declares_the_bonus_under_888_and_what_passes_the_ceiling_as_a_premium(
    tmp_path: Path,
) -> None:
    files, report = run(copied(tmp_path, paying(["W006"], *TWICE)))
    xml = sound(files, report)[DMFA]
    valid(xml)
    # 4 164.00 x 46.07 %.
    assert contributions(xml, "888") == [(0, 416400, 191835)]
    (occupation,) = etree.fromstring(xml).iter("{*}Occupation")
    names = ("RemunCode", "BonusPaymentFrequency", "RemunAmount")
    pay = [
        tuple(int(node.findtext(f"{{*}}{name}") or -1) for name in names)
        for node in occupation.iter("{*}Remun")
    ]
    # Paid once: frequency 0.
    assert (2, 0, 83600) in pay


def test_a_bonus_taken_back_in_the_same_quarter_is_as_if_never_paid(tmp_path: Path) -> None:
    back = ("2025-03", "W006,1,results_bonus,-3000.00,Terugname loonbonus")
    files, report = run(copied(tmp_path / "back", paying(["W006"], TWICE[0], back)))
    xml = sound(files, report)[DMFA]
    assert contributions(xml, "888") == []
    plain, never = run(copied(tmp_path / "never", paying(["W006"])))
    assert report["nsso"]["net_owed"] == never["nsso"]["net_owed"]
    assert slip(files, "2025-03/W006")["results"]["results_bonus_of_year"] == "0.00"
    paid = [
        sum(cents(slip(found, f"2025-{month:02}/W006")["results"]["net_pay"]) for month in (1, 3))
        for found in (files, plain)
    ]
    assert paid[0] == paid[1]


def test_a_bonus_taken_back_in_another_quarter_is_told_and_not_declared(tmp_path: Path) -> None:
    back = ("2025-04", "W006,1,results_bonus,-500.00,Terugname loonbonus")
    folder = copied(tmp_path, paying(["W006"], TWICE[0], back))
    files, report = run(folder, Period.of_quarter(Quarter(2025, 2)), language="en")
    assert "quarter_below_zero" in rules(report)
    assert not [name for name in files if "dmfa" in name]
    assert slip(files, "2025-04/W006")["results"]["contributions_beside_gross"] == "-65.35"


def test_two_contracts_at_one_employer_share_one_ceiling(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        paying(
            ["W002"],
            ("2025-03", "W002,1,results_bonus,3000.00,Bonus"),
            ("2025-03", "W002,2,results_bonus,2000.00,Bonus"),
        )(folder)
        add(folder, "people/W002.toml", SECOND_CONTRACT)

    files, report = run(copied(tmp_path, story))
    xml = sound(files, report)[DMFA]
    march = slip(files, "2025-03/W002")["results"]
    lines = [line for line in slip(files, "2025-03/W002")["lines"] if line["fact"] == "item_amount"]
    assert [line["amount"] for line in lines][-2:] == ["3000.00", "2000.00"]
    # The 836.00 above the ceiling are shared by the amounts: 3 / 5 and 2 / 5.
    assert march["item_liable_pay"][-2:] == ["501.60", "334.40"]
    assert march["item_pay_beside"][-2:] == ["2498.40", "1665.60"]
    # Each worker line declares its own: 46.07 % of 2 498.40 and of 1 665.60.
    assert sorted(contributions(xml, "888")) == [
        (0, 166560, 76734),
        (0, 249840, 115101),
    ]


def test_a_folder_that_begins_in_the_year_takes_the_bonus_paid_before_from_its_opening(
    tmp_path: Path,
) -> None:
    def story(folder: Path) -> None:
        paying(["W006"], ("2025-03", "W006,1,results_bonus,2000.00,Loonbonus"))(folder)
        opening = "".join(
            f'[[balances]]\nstaff_number = "W006"\nfact = "{fact}"\nas_of = 2025-02-28\n'
            f'amount = "{amount}"\n\n'
            for fact, amount in (
                ("results_bonus_before", "3000.00"),
                ("results_bonus_after_contributions_before", "2607.90"),
            )
        )
        (folder / "opening.toml").write_text(opening)

    files, _ = run(copied(tmp_path, story), MARCH)
    march = slip(files, "2025-03/W006")["results"]
    assert (march["item_pay_beside"], march["item_liable_pay"]) == ("1164.00", "836.00")
    assert march["exceptional_tax"] == "292.55"


def test_a_new_year_begins_with_the_whole_ceiling(tmp_path: Path) -> None:
    story = paying(
        ["W006"],
        ("2024-12", "W006,1,results_bonus,4020.00,Loonbonus"),
        ("2025-01", "W006,1,results_bonus,4164.00,Loonbonus"),
    )
    folder = copied(tmp_path, story)
    files, _ = run(folder, Period.of_month(Month(2025, 1)))
    january = slip(files, "2025-01/W006")["results"]
    assert (january["item_pay_beside"], january["item_liable_pay"]) == ("4164.00", "0.00")
    assert january["results_bonus_of_year"] == "4164.00"


# --- profit premium ------------------------------------------------------------------------------
PREMIUMS = tuple(
    ("2025-02", f"{who},1,profit_premium,50.00,Prime bénéficiaire")
    for who in ("W001", "W002", "W006")
)


@needs_formats
def test_profit_premiums_are_declared_in_one_line_of_no_person(tmp_path: Path) -> None:
    files, report = run(copied(tmp_path, paying(["W001", "W002", "W006"], *PREMIUMS)))
    xml = sound(files, report)[DMFA]
    valid(xml)
    for who in ("W001", "W002", "W006"):
        told = slip(files, f"2025-02/{who}")
        assert amounts(told, "8", "contributions_beside_gross") == ["6.54"]
        assert amounts(told, "11", "own_tax") == ["3.04"]
        assert amounts(told, "11", "exceptional_tax") == []
    # 3 x 6.54 = 19.62 was withheld; 13.07 % of 150.00 is declared, and the ledger keeps the cent apart.
    assert texts(xml, "UnrelatedEmployerClass") == ["010"]
    assert texts(xml, "UnrelatedWorkerCode") == ["861"]
    assert list(map(int, texts(xml, "UnrelatedCalculationBasis"))) == [15000]
    assert list(map(int, texts(xml, "UnrelatedAmount"))) == [1961]


def test_the_tax_on_profit_premiums_is_due_fifteen_days_after_the_payment(tmp_path: Path) -> None:
    _, report = run(copied(tmp_path, paying(["W001", "W002", "W006"], *PREMIUMS)))
    (due,) = (item for item in report["to_pay"] if item["what"] == "profit_premium_tax")
    # Paid on Friday 28 February.
    assert (due["amount"], due["due"]) == ("9.12", "2025-03-15")


def test_a_profit_premium_adds_to_the_net_pay_what_contribution_and_tax_leave(
    tmp_path: Path,
) -> None:
    line = ("2025-02", "W006,1,profit_premium,1000.00,Winstpremie")
    plain, _ = run(copied(tmp_path / "plain", paying(["W006"])))
    premium, _ = run(copied(tmp_path / "premium", paying(["W006"], line)))
    before, after = (
        cents(slip(files, "2025-02/W006")["results"]["net_pay"]) for files in (plain, premium)
    )
    assert after - before == 100000 - 13070 - 6085


def test_profit_premiums_below_zero_are_told_and_not_declared(tmp_path: Path) -> None:
    line = ("2025-02", "W006,1,profit_premium,-100.00,Winstpremie")
    files, report = run(copied(tmp_path, paying(["W006"], line)), language="en")
    assert "quarter_below_zero" in rules(report)
    assert DMFA not in files


# --- warrants ------------------------------------------------------------------------------------
def test_warrants_take_their_tax_from_the_wage_and_nobody_contributes(tmp_path: Path) -> None:
    line = ("2025-02", "W006,1,warrants,1000.00,Warrants")
    plain, owed = run(copied(tmp_path / "plain", paying(["W006"])))
    granted, report = run(copied(tmp_path / "granted", paying(["W006"], line)))
    sound(granted, report)
    told = slip(granted, "2025-02/W006")
    assert amounts(told, "7b", "item_amount") == ["1000.00"]
    assert amounts(told, "11", "exceptional_tax") == ["403.80"]
    assert amounts(told, "14", "item_in_kind") == ["1000.00"]
    before, after = (
        cents(slip(files, "2025-02/W006")["results"]["net_pay"]) for files in (plain, granted)
    )
    assert after - before == -40380
    assert report["nsso"]["net_owed"] == owed["nsso"]["net_owed"]


# --- purchasing power premium --------------------------------------------------------------------
SEPTEMBER = Period.of_month(Month(2023, 9))


def in_2023(*lines: tuple[str, str]) -> Callable[[Path], None]:
    """Sofie alone, in a year of which two public holidays were on no working day."""

    def story(folder: Path) -> None:
        paying(["W001"], *lines)(folder)
        for holiday, day in (("2023-01-01", "2023-01-02"), ("2023-11-11", "2023-11-10")):
            add(
                folder,
                "employer.toml",
                f"\n[[replacement_days]]\nholiday = {holiday}\nday     = {day}\n",
            )

    return story


def test_cheques_of_2023_are_granted_and_change_no_amount_that_is_paid(tmp_path: Path) -> None:
    line = ("2023-09", "W001,1,purchasing_power_premium,750.00,Koopkrachtpremie")
    plain, _ = run(copied(tmp_path / "plain", in_2023()), SEPTEMBER)
    cheques, report = run(copied(tmp_path / "cheques", in_2023(line)), SEPTEMBER)
    sound(cheques, report)
    told, before = slip(cheques, "2023-09/W001"), slip(plain, "2023-09/W001")
    assert amounts(told, "12", "item_exempt") == ["750.00"]
    assert amounts(told, "14", "item_in_kind") == ["750.00"]
    assert told["results"]["net_pay"] == before["results"]["net_pay"]


@pytest.mark.parametrize(
    ("month", "amount", "why"),
    [
        ("2023-09", "750.01", "more than 750 euro was given to one worker"),
        ("2023-05", "500.00", "no text of the law establishes item_amount"),
        ("2024-01", "500.00", "no text of the law establishes item_amount"),
    ],
)
def test_cheques_above_the_limit_or_outside_their_months_are_refused(
    tmp_path: Path, month: str, amount: str, why: str
) -> None:
    line = (month, f"W001,1,purchasing_power_premium,{amount},Koopkrachtpremie")
    year, number = map(int, month.split("-"))
    with pytest.raises(BadInput, match=why):
        run(copied(tmp_path, in_2023(line)), Period.of_month(Month(year, number)))


def test_the_limit_counts_the_cheques_of_the_months_before(tmp_path: Path) -> None:
    lines = [
        (month, f"W001,1,purchasing_power_premium,{amount},Koopkrachtpremie")
        for month, amount in (("2023-06", "500.00"), ("2023-09", "250.01"))
    ]
    with pytest.raises(BadInput, match="more than 750 euro"):
        run(copied(tmp_path, in_2023(*lines)), SEPTEMBER)


def test_the_quarter_of_cheques_knows_the_contribution_and_is_not_declared_without_its_code(
    tmp_path: Path,
) -> None:
    def story(folder: Path) -> None:
        in_2023(("2023-09", "W001,1,purchasing_power_premium,750.00,Koopkrachtpremie"))(folder)
        recorded = '[[headcounts]]\nyear    = 2023\naverage = "6.00"\n' + "".join(
            f'\n[[contributions]]\nquarter = "{quarter}"\namount  = "18000.00"\n'
            for quarter in ("2022Q3", "2023Q1")
        )
        change(
            folder,
            "employer.toml",
            "[[headcounts]]\nyear    = 2025",
            recorded + "\n[[headcounts]]\nyear    = 2025",
        )

    folder = copied(tmp_path, story)
    files, report = run(folder, Period.of_quarter(Quarter(2023, 3)), language="en")
    assert "premium_without_code" in rules(report)
    assert not [name for name in files if "dmfa" in name]
    (line,) = (
        line for line in report["nsso"]["lines"] if line["fact"] == "purchasing_power_contribution"
    )
    assert line["amount"] == "123.75"
