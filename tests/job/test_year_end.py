"""The end of the year: premiums and gifts from the record through payslip, DmfA and ledger.

Jonas earns 2 480.00 a month in joint committee 200 since 2 September 2024. Every amount is counted by
hand from the texts: the fourth quarter of 2025 has 66 working days of five-day weeks, of 65 normal ones.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.findings import BadInput
from officium.job import Period
from officium.law import Month, Quarter
from tests.formats import FORMATS, needs_formats

from .running import change, copied, only, run, slip, sound

THIRD, FOURTH = (Period.of_quarter(Quarter(2025, number)) for number in (3, 4))
DECEMBER = "pay/2025-12.csv"
COLUMNS = "staff_number,contract,kind,amount,units,months,base\n"


def jonas(story: Callable[[Path], None] = lambda _: None) -> Callable[[Path], None]:
    """Jonas alone, with nothing carried into the third and the fourth quarter."""

    def edit(folder: Path) -> None:
        only(folder, ["W006"])
        opening(folder, "2025-06-30", "2025-09-30")
        story(folder)

    return edit


def opening(folder: Path, *days: str) -> None:
    balance = (
        '[[balances]]\nstaff_number = "W006"\nfact = "employment_bonus_granted_before"\n'
        'as_of = {}\namount = "0.00"\n'
    )
    (folder / "opening.toml").write_text("".join(map(balance.format, days)), "utf-8")


def lines_of_pay(lines: str, name: str = DECEMBER) -> Callable[[Path], None]:
    return lambda folder: add_pay(folder, name, lines)


def add_pay(folder: Path, name: str, lines: str) -> None:
    (folder / name).write_text(COLUMNS + lines, "utf-8")


def paid_by_a_fund(folder: Path) -> None:
    change(
        folder,
        "employer.toml",
        'structural_category = "1"',
        'structural_category = "1"\nhas_third_party_year_end_premium = true',
    )


def lived(
    tmp_path: Path, story: Callable[[Path], None], period: Period = FOURTH
) -> dict[str, bytes]:
    return sound(*run(copied(tmp_path, jonas(story)), period))


def amounts(told: dict[str, Any]) -> dict[tuple[str, str], str]:
    """The amounts of a payslip by item and fact."""
    return {(line["item"], line["fact"]): line["amount"] for line in told["lines"]}


def occupation(files: dict[str, bytes], period: str = "2025Q4") -> tuple[list[Any], int]:
    """Code, months between payments and cents of each remuneration; the structural reduction."""
    tree = etree.fromstring(files[f"declarations/dmfa-{period}.xml"])
    pay = [
        (
            node.findtext("{*}RemunCode"),
            node.findtext("{*}BonusPaymentFrequency"),
            int(str(node.findtext("{*}RemunAmount"))),
        )
        for node in tree.iter("{*}Remun")
    ]
    reduction = [
        int(str(node.findtext("{*}DeductionAmount")))
        for node in tree.iter("{*}OccupationDeduction")
        if node.findtext("{*}DeductionCode") == "3000"
    ]
    return pay, sum(reduction)


# --- paid by the employer ------------------------------------------------------------------------
def test_a_month_of_premium_is_taxed_apart_and_leaves_the_employment_bonus(tmp_path: Path) -> None:
    files = lived(tmp_path, lines_of_pay("W006,1,year_end_premium_by_months,,,12.00,\n"))
    november, december = (slip(files, f"2025-{month}/W006")["results"] for month in (11, 12))
    assert [december[fact] for fact in ("item_amount", "gross_pay", "pay_outside_bonus")] == [
        "2480.00",
        "4960.00",
        "2480.00",
    ]
    # 120.59 + 162.62 - 0.2699 x (2 480.00 - 2 175.25), in November as in December.
    assert november["employment_bonus"] == december["employment_bonus"] == "200.96"
    # 13.07 % of 4 960.00, less the bonus.
    assert (december["employee_contribution_due"], december["employee_contribution"]) == (
        "648.27",
        "447.31",
    )
    # (2 480.00 - 324.14) x 12 = 25 870.32: 40.38 % of 2 155.86.
    assert [
        december[fact]
        for fact in (
            "item_ordinary_contribution",
            "exceptional_taxable_pay",
            "annual_reference_pay",
            "exceptional_withholding_tax",
        )
    ] == ["324.14", "2155.86", "25870.32", "870.54"]
    # The month itself is taxed as November was, but for the cent of two roundings.
    assert (november["taxable_pay"], december["taxable_pay"]) == ("2356.82", "2356.83")


def test_the_premium_is_declared_as_a_yearly_one_and_lowers_the_structural_reduction(
    tmp_path: Path,
) -> None:
    without = lived(tmp_path / "without", lambda _: None)
    with_it = lived(tmp_path / "with", lines_of_pay("W006,1,year_end_premium_by_months,,,12.00,\n"))
    # S = 7 440.00 x 0.98: 0.14 x (11 233.89 - 7 291.20) + 0.15 x (9 360.00 - 7 291.20).
    assert occupation(without) == ([("001", None, 744000)], 86230)
    # S = 9 920.00 x 0.98: 0.14 x (11 233.89 - 9 721.60).
    assert occupation(with_it) == ([("001", None, 744000), ("002", "12", 248000)], 21172)


@needs_formats
def test_the_declaration_of_the_premium_is_valid_by_the_official_schema(tmp_path: Path) -> None:
    pay = "W006,1,year_end_premium_by_months,,,12.00,\nW006,1,marriage_gift,300.00,,,\n"
    files = lived(tmp_path, lines_of_pay(pay))
    assert FORMATS
    etree.XMLSchema(etree.parse(FORMATS / "dmfa/xsd/DmfAOriginal_20231.xsd")).assertValid(
        etree.fromstring(files["declarations/dmfa-2025Q4.xml"])
    )


@pytest.mark.parametrize(
    ("begins", "item_amount"), [("2025-06-30", "1240.00"), ("2025-07-01", "0.00")]
)
def test_who_started_on_30_june_has_a_premium_and_who_started_a_day_later_has_none(
    tmp_path: Path, begins: str, item_amount: str
) -> None:
    def story(folder: Path) -> None:
        path = folder / "people" / "W006.toml"
        text = path.read_text("utf-8").replace("2024-09-02", begins)
        path.write_text(text, "utf-8")
        for time in (folder / "time").iterdir():
            time.unlink()
        opening(folder, "2025-09-30")
        add_pay(folder, DECEMBER, "W006,1,year_end_premium_by_months,,,6.00,\n")

    told = slip(lived(tmp_path, story), "2025-12/W006")
    assert told["results"]["item_amount"] == item_amount
    (line,) = (line for line in told["lines"] if line["fact"] == "item_amount")
    assert (line["item"], line["quantity"], line["unit"]) == ("7a", "6.00", "months")
    assert line["label"]["nl"] == "eindejaarspremie volgens maanden"


def left(reason: str) -> Callable[[Path], None]:
    """Jonas leaves on 28 November, and is paid in December."""

    def story(folder: Path) -> None:
        begins = "begins          = 2024-09-02"
        ends = f'{begins}\nends            = 2025-11-28\nend_reason      = "{reason}"'
        change(folder, "people/W006.toml", begins, ends)
        change(folder, "employer.toml", "last_working_day_of", "fourth_working_day_after")
        opening(folder, "2025-10-31")
        add_pay(folder, "pay/2025-11.csv", "W006,1,year_end_premium_by_months,,,11.00,\n")

    return story


@pytest.mark.parametrize(
    ("reason", "item_amount"),
    [("dismissal", "2273.33"), ("dismissal_for_serious_cause", "0.00"), ("resignation", "0.00")],
)
def test_who_was_dismissed_leaves_with_his_share_and_others_without(
    tmp_path: Path, reason: str, item_amount: str
) -> None:
    """2 480.00 x 11 / 12; fourteen months of service are fewer than the sixty of who resigns."""
    files = lived(tmp_path, left(reason), Period.of_month(Month(2025, 11)))
    assert slip(files, "2025-11/W006")["results"]["item_amount"] == item_amount


def test_what_is_due_after_a_death_is_not_guessed(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        lived(tmp_path, left("death"), Period.of_month(Month(2025, 11)))
    assert "no text of the law establishes item_amount" in refused.value.message
    assert "W006, 2025-11" in str(refused.value)


# --- paid by a fund ------------------------------------------------------------------------------
def test_a_premium_paid_by_a_fund_raises_the_pay_of_the_fourth_quarter_only(tmp_path: Path) -> None:
    third = lived(tmp_path / "3", paid_by_a_fund, THIRD)
    fourth = lived(tmp_path / "4", paid_by_a_fund)
    # The third quarter has 66 working days too, and the same limits.
    assert occupation(third, "2025Q3") == ([("001", None, 744000)], 86230)
    # S = 7 440.00 x 1.25 x 0.98: 0.14 x (11 233.89 - 9 114.00) + 0.15 x (9 360.00 - 9 114.00).
    assert occupation(fourth) == ([("001", None, 744000)], 33368)
    items = {line["fact"] for line in slip(fourth, "2025-12/W006")["lines"]}
    assert "item_amount" not in items, "what the fund pays is on no payslip of the employer"


# --- gifts and long service ----------------------------------------------------------------------
def net_of(files: dict[str, bytes]) -> int:
    return int(slip(files, "2025-12/W006")["results"]["net_pay"].replace(".", ""))


def test_a_gift_within_the_limit_is_paid_as_it_is_and_declared_nowhere(tmp_path: Path) -> None:
    without = lived(tmp_path / "without", lambda _: None)
    given = lived(tmp_path / "given", lines_of_pay("W006,1,gift,40.00,,,\n"))
    assert net_of(given) == net_of(without) + 4000
    assert occupation(given) == occupation(without)
    shown = amounts(slip(given, "2025-12/W006"))
    assert shown["12", "item_exempt"] == "40.00"
    assert ("7a", "item_liable_pay") not in shown


def test_a_cent_above_the_limit_makes_the_whole_gift_pay(tmp_path: Path) -> None:
    files = lived(tmp_path, lines_of_pay("W006,1,gift,40.01,,,\n"))
    assert occupation(files)[0] == [("001", None, 744000), ("002", "12", 4001)]
    shown = amounts(slip(files, "2025-12/W006"))
    assert shown["7a", "item_liable_pay"] == "40.01"
    assert ("12", "item_exempt") not in shown
    assert shown["7c", "gross_pay"] == "2520.01"


def test_a_wedding_gift_above_the_limit_is_pay_for_its_excess(tmp_path: Path) -> None:
    files = lived(tmp_path, lines_of_pay("W006,1,marriage_gift,300.00,,,\n"))
    assert occupation(files)[0] == [("001", None, 744000), ("002", "00", 5500)]
    shown = amounts(slip(files, "2025-12/W006"))
    assert shown["7a", "item_liable_pay"] == "55.00"
    assert shown["12", "item_exempt"] == "245.00"


def test_costs_are_paid_back_without_contribution_or_tax(tmp_path: Path) -> None:
    without = lived(tmp_path / "without", lambda _: None)
    with_costs = lived(tmp_path / "with", lines_of_pay("W006,1,expense,61.35,,,\n"))
    assert net_of(with_costs) == net_of(without) + 6135
    assert amounts(slip(with_costs, "2025-12/W006"))["12", "item_exempt"] == "61.35"


@pytest.mark.parametrize(
    ("begins", "free", "pay"),
    [("2000-12-31", "3293.80", "6.20"), ("2001-01-02", "0.00", "3300.00")],
)
def test_long_service_is_free_from_the_calendar_year_of_twenty_five_years(
    tmp_path: Path, begins: str, free: str, pay: str
) -> None:
    def story(folder: Path) -> None:
        only(folder, ["W001"])
        path = folder / "people" / "W001.toml"
        text = path.read_text("utf-8").replace("2019-09-01", begins).replace("2019-09-02", begins)
        path.write_text(text, "utf-8")
        (folder / "pay" / "2025-01.csv").write_text(
            COLUMNS + "W001,1,seniority_premium,3300.00,,,\n", "utf-8"
        )

    files = sound(*run(copied(tmp_path, story), Period.of_month(Month(2025, 1))))
    told = slip(files, "2025-01/W001")["results"]
    assert (told["item_exempt"], told["item_liable_pay"]) == (free, pay)
