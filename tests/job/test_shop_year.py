"""The year of a small shop: every event of the pay month, month by month, by hand and as a whole."""

from __future__ import annotations

import csv
import json
import shutil
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.declarations import check
from officium.job import Period, run_folder, run_year
from officium.law import Month, Quarter
from officium.payroll import line_name
from officium.payroll.pay_kinds import PAY_KINDS
from officium.payroll.time_codes import TIME_CODES
from tests.formats import FORMATS, needs_formats

from .running import ROOT, cents, rules, texts
from .shop_by_hand import BY_HAND
from .shop_elsewhere import OTHER_KINDS, OTHER_TIME
from .test_what_a_person_gets import POSTING

SHOP = ROOT / "examples" / "shop"
QUARTERS = (1, 2, 3, 4)
# Contributions of the employer as a whole, on no person.
EMPLOYER_LINES = ("861", "870")
PEOPLE = tuple(f"S{number:03}" for number in range(1, 16))

# What is not a kind of pay or a code of time: the words by which the README's table names it.
OTHER_EVENTS = (
    "Monthly pay",
    "hourly pay",
    "daily pay",
    "cycle of two weeks",
    "variable schedule",
    "raise inside the month",
    "replacement day",
    "comes in service",
    "leaves",
    "two contracts",
    "agreed net",
    "second account",
    "circular cheque",
    "maximum of tax relief",
    "negative net",
    "reduction of hours",
    "certificates",
    "two seizures",
)


@dataclass(frozen=True)
class Year:
    """The documents and reports of the four quarters, and the individual accounts."""

    files: dict[int, dict[str, bytes]]
    reports: dict[int, dict[str, Any]]
    accounts: dict[str, bytes]

    @cached_property
    def slips(self) -> dict[str, Any]:
        """The payslips by month and staff number."""
        return {
            name[len("payslips/") : -len(".json")]: json.loads(content)
            for files in self.files.values()
            for name, content in files.items()
            if name.startswith("payslips/") and name.endswith(".json")
        }

    def of(self, month: str) -> list[Any]:
        """The payslips of a month, such as 2025-01."""
        return [told for name, told in self.slips.items() if name.startswith(month)]

    def standing(self, quarter: int) -> Counter[str]:
        """Cents by account, from the ledger of a quarter as it is written."""
        found: Counter[str] = Counter()
        for line in self.files[quarter]["ledger/ledger.beancount"].decode().splitlines():
            posting = POSTING.fullmatch(line)
            if posting:
                found[posting[1]] += cents(posting[2])
        return found


def dmfa(year: Year, quarter: int) -> bytes:
    """The declaration of a quarter."""
    return year.files[quarter][f"declarations/dmfa-2025Q{quarter}.xml"]


@pytest.fixture(scope="module")
def year() -> Year:
    """The year, run once: each quarter holds its months."""
    ran = {
        number: run_folder(SHOP, Period.of_quarter(Quarter(2025, number))) for number in QUARTERS
    }
    accounts, _ = run_year(SHOP, 2025)
    return Year(
        {number: files for number, (files, _) in ran.items()},
        {number: report for number, (_, report) in ran.items()},
        accounts,
    )


def recorded(folder: str, column: str) -> dict[str, set[str]]:
    """What the tables of a folder hold in a column, and in which months."""
    found: dict[str, set[str]] = {}
    for path in sorted((SHOP / folder).glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as table:
            for row in csv.DictReader(table):
                found.setdefault(row[column], set()).add(path.stem)
    return found


# --- the documents -------------------------------------------------------------------------------
@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_documents_of_a_quarter_agree_and_could_be_sent(year: Year, quarter: int) -> None:
    files, report = year.files[quarter], year.reports[quarter]
    blocking = [
        found
        for name, content in files.items()
        if name.endswith(".xml")
        for found in check(content)
        if found.severity.blocks
    ]
    assert blocking == []
    owed = cents(report["nsso"]["net_owed"])
    assert [int(text) for text in texts(dmfa(year, quarter), "NetOwedAmount")] == [owed]
    assert sum(cents(line["amount"]) for line in report["nsso"]["lines"]) == owed
    assert sum(cents(person["quarter"]["net_owed"]) for person in report["people"]) == owed - sum(
        cents(line["amount"]) for line in report["nsso"]["lines"] if line["code"] in EMPLOYER_LINES
    )
    assert report["provisional"] is False


def test_nothing_looks_wrong_but_what_is_meant_to(year: Year) -> None:
    assert {number: rules(report) for number, report in year.reports.items()} == {
        1: ["guaranteed_pay_used", "guaranteed_pay_ends"],
        2: ["claims_left"],
        3: ["agreed_net", "unemployment_first_day", "unemployment_first_day"],
        4: [
            *("deduction_not_in_the_list", "agreed_net", "negative_net_pay"),
            # One claim is paid off in December, and the other one too.
            *("children_form_too_late", "creditors_of_one_rank"),
            *("attachment_paid_in_full", "attachment_paid_in_full", "creditors_of_one_rank"),
        ],
    }


@needs_formats
@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_declarations_of_a_quarter_are_valid_by_the_official_schemas(
    year: Year, quarter: int
) -> None:
    assert FORMATS
    schemas = {
        "dmfa": "dmfa/xsd/DmfAOriginal_20231.xsd",
        "dimona": "dimona/xsd/Dimona_20231.xsd",
        "payments": "sepa/pain.001.001.03.xsd",
    }
    seen = set()
    for name, content in year.files[quarter].items():
        if name.endswith(".xml"):
            (kind,) = (kind for kind in schemas if kind in name)
            etree.XMLSchema(etree.parse(FORMATS / schemas[kind])).assertValid(
                etree.fromstring(content)
            )
            seen.add(kind)
    assert {"dmfa", "payments"} <= seen


def test_the_declared_amounts_of_earlier_quarters_are_those_recorded(year: Year) -> None:
    text = (SHOP / "employer.toml").read_text("utf-8")
    for number in (1, 2, 3):
        owed = year.reports[number]["nsso"]["net_owed"]
        assert f'quarter = "2025Q{number}"\namount  = "{owed}"' in text


def test_every_payslip_adds_up_on_paper(year: Year) -> None:
    """Gross pay, less contributions and tax, with what is exempt, less all deductions, is the net."""
    for name, told in year.slips.items():
        of: Counter[str] = Counter()
        for line in told["lines"]:
            of[line["fact"]] += cents(line["amount"])
            of[line["item"]] += cents(line["amount"])
        granted = of["gross_pay"] + of["pay_beside_gross"] + of["9"] + of["12"]
        granted -= of["employee_contribution"] + of["contributions_beside_gross"]
        granted -= of["withholding_tax"] + of["exceptional_tax"] + of["own_tax"]
        granted -= of["replacement_income_tax"]
        assert granted == of["13"], name
        paid = granted + 2 * of["claims_left"] - of["14"]
        assert paid == of["15"], name


# --- the ledger ----------------------------------------------------------------------------------
@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_ledger_balances_and_owes_the_nsso_what_the_dmfa_says(year: Year, quarter: int) -> None:
    standing = year.standing(quarter)
    assert sum(standing.values()) == 0
    (owed,) = map(int, texts(dmfa(year, quarter), "NetOwedAmount"))
    assert standing[f"454:2025Q{quarter}"] == -owed


@pytest.mark.parametrize("quarter", QUARTERS)
def test_every_net_pay_is_paid_once_and_advances_before(year: Year, quarter: int) -> None:
    """The money on its way is what the payslips leave to be paid, and what was paid before them."""
    standing = year.standing(quarter)
    assert {standing[account] for account in standing if account.startswith("455:")} == {0}
    paid = 0
    for month in year.reports[quarter]["months"]:
        slips = year.of(month["month"])
        by_file = {payment["what"]: cents(payment["total"]) for payment in month["payments"]}
        net = sum(max(0, cents(told["results"]["net_pay"])) for told in slips)
        assert by_file["wages"] + by_file.get("cheques", 0) == net
        paid += net + by_file.get("attachments", 0)
        paid += sum(
            cents(line["amount"])
            for told in slips
            for line in told["lines"]
            if line["label"]["nl"] in ("voorschot", "al betaald deel van het loon")
        )
    assert -standing["580:BE51736041234562"] == paid


@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_charges_of_the_people_are_those_of_the_ledger(year: Year, quarter: int) -> None:
    """The debit note of the yearly holidays is booked with the first quarter, and nobody's cost."""
    standing = year.standing(quarter)
    booked = sum(standing[f"{account}:2025Q{quarter}"] for account in ("621", "6219", "648"))
    note = 1_091_968 if quarter == 1 else 0
    told = year.reports[quarter]["cost"]["total"]["employer_charges_of_month"]
    assert cents(told) == booked - note


def test_who_has_no_account_is_paid_by_cheque_and_a_second_account_gets_its_part(
    year: Year,
) -> None:
    cheques = year.files[4]["payments/2025-10-cheques.csv"].decode().splitlines()
    net = year.slips["2025-10/S009"]["results"]["net_pay"]
    assert (cheques[1].split(",")[-1], cheques[-1]) == (net, f"total,,,{net}")
    xml = year.files[1]["payments/2025-01-wages.xml"]
    ibans, amounts = texts(xml, "IBAN")[1:], texts(xml, "InstdAmt")
    paid = dict(zip(ibans, amounts, strict=True))
    assert paid["BE43431071239901"] == "300.00"
    first = cents(year.slips["2025-01/S001"]["results"]["net_pay"]) - 30000
    assert cents(paid["BE55431071234544"]) == first


def test_a_month_below_zero_is_kept_and_comes_back(year: Year) -> None:
    """243.20 for two public holidays, less contributions and 300.00 paid before: 68.03 are left."""
    november = year.slips["2025-11/S006"]["results"]
    assert (november["net_pay"], november["claims_left"]) == ("-68.03", "68.03")
    assert amount(year, "2025-12/S006", "Nog te verrekenen uit vroegere maanden") == "68.03"
    assert year.standing(4)["416:S006"] == 0


# --- the year ------------------------------------------------------------------------------------
@pytest.mark.parametrize("number", PEOPLE)
def test_the_individual_account_of_the_year_is_the_sum_of_the_payslips(
    year: Year, number: str
) -> None:
    account = json.loads(year.accounts[f"accounts/2025/{number}.json"])
    slips = [told for name, told in sorted(year.slips.items()) if name.endswith(number)]
    assert [month["month"] for month in account["months"]] == [told["month"] for told in slips]
    lines: Counter[str] = Counter()
    for told in slips:
        for line in told["lines"]:
            lines[line_name(line)] += cents(line["amount"])
    # The account tells total gross of every month where one month's payslip does.
    for name in [name for name in lines if "total_gross" in name]:
        lines[name] = sum(map(total_gross, slips))
    assert {line_name(line): cents(line["amount"]) for line in account["total"]["lines"]} == dict(
        lines
    )
    for name, fact in (("withholding_tax", "tax_withheld"), ("net_pay", "net_pay")):
        paid = sum(cents(told["results"][fact]) for told in slips)
        assert cents(account["total"]["amounts"][name]) == paid


def total_gross(told: Any) -> int:
    """Total gross of a payslip: of a contract that does not tell it, gross pay."""
    of = {line["contract"]: line["amount"] for line in told["lines"] if line["fact"] == "gross_pay"}
    of |= {
        line["contract"]: line["amount"] for line in told["lines"] if line["fact"] == "total_gross"
    }
    return sum(map(cents, of.values()))


def test_a_month_alone_is_the_month_of_its_quarter(year: Year) -> None:
    files, _ = run_folder(SHOP, Period.of_month(Month(2025, 5)))
    names = [name for name in files if name.startswith("payslips/")]
    assert len(names) == 2 * 11
    assert {name: files[name] for name in names} == {
        name: content
        for name, content in year.files[2].items()
        if name.startswith("payslips/2025-05/")
    }


def test_overtime_is_relieved_up_to_the_yearly_maximum(year: Year) -> None:
    """23 + 19 + 16 + 19 + 23 + 19 + 19 + 19 hours after January's 19: four of October's nine are left."""
    hours = {
        name[:7]: told["results"]["overtime_hours_of_year"]
        for name, told in year.slips.items()
        if name.endswith("S005")
    }
    assert [hours["2025-01"], hours["2025-09"], hours["2025-10"]] == ["19.00", "176.00", "185.00"]
    october = year.slips["2025-10/S005"]["results"]
    assert october["overtime_hours_relieved"] == "4.00"


def test_the_debit_note_of_the_yearly_holidays_is_due_in_april(year: Year) -> None:
    """98 450.00 at 108 % is 106 326.00; 10.27 % of it."""
    (note,) = (due for due in year.reports[1]["to_pay"] if due["what"] == "holiday_debit_note")
    assert (note["due"], note["amount"]) == ("2025-04-30", "10919.68")


def test_who_leaves_has_the_certificates_of_both_years(year: Year) -> None:
    assert [name for name in sorted(year.files[3]) if "holiday_certificate" in name] == [
        f"leavers/S008-1/holiday_certificate-{which}"
        for which in ("2024.json", "2024.pdf", "2025.json", "2025.pdf")
    ]


def test_a_public_holiday_on_piece_pay_without_its_line_is_told(tmp_path: Path) -> None:
    """Two holidays in November: without their lines nothing would be paid for them."""
    folder = Path(shutil.copytree(SHOP, tmp_path / "shop"))
    for path in (folder / "people").iterdir():
        if path.stem != "S007":
            path.unlink()
    for path in (*folder.glob("*/*.csv"), folder / "opening.toml"):
        path.unlink()
    _, report = run_folder(folder, Period.of_month(Month(2025, 11)))
    assert rules(report) == [
        *("no_pay", "public_holiday_on_piece_pay_missing"),
        "children_form_too_late",
    ]
    assert "2,00 dagen" in report["findings"][1]["message"]


# --- every event ---------------------------------------------------------------------------------
def test_every_kind_of_pay_and_code_of_time_occurs_or_has_a_reason_not_to(year: Year) -> None:
    """Recorded, or made from time, absences and agreements."""
    kinds, times = set(), set(recorded("time", "code"))
    for told in year.slips.values():
        for contract in told["question"]["rows"]["children"]["contract-month"]:
            kinds |= {row["facts"]["item_kind"] for row in contract["children"]["pay-item"]}
        for contract in told["contracts"]:
            times |= {one["code"] for day in contract["calendar"] for one in day["codes"]}
    assert set(PAY_KINDS) - kinds == set(OTHER_KINDS)
    assert set(TIME_CODES) - times == set(OTHER_TIME)


def test_the_readme_names_each_of_them_in_the_month_in_which_it_stands() -> None:
    table = {}
    for line in (SHOP / "README.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if cells[0].startswith("2025-"):
            table[cells[0]] = cells[1]
    assert list(table) == [f"2025-{month:02}" for month in range(1, 13)]
    told = " ".join(table.values())
    assert [event for event in OTHER_EVENTS if event not in told] == []
    occurs = recorded("pay", "kind")
    for name, months in recorded("time", "code").items():
        occurs[name] = occurs.get(name, set()) | months
    with (SHOP / "absences" / "2025.csv").open(newline="", encoding="utf-8") as absences:
        for row in csv.DictReader(absences):
            occurs.setdefault(row["kind"], set()).add(row["first"][:7])
    for name, months in occurs.items():
        named = {month for month, text in table.items() if f"`{name}`" in text}
        assert named, f"{name} stands nowhere in the README"
        assert named <= months, f"{name} does not occur in {named - months}"


# --- by hand -------------------------------------------------------------------------------------
def amount(year: Year, name: str, label: str) -> str:
    """The amount of the first line of a payslip with a label."""
    found = next(line for line in year.slips[name]["lines"] if line["label"]["nl"] == label)
    return str(found["amount"])


@pytest.mark.parametrize(("name", "label", "by_hand"), BY_HAND)
def test_the_line_is_what_it_is_by_hand(year: Year, name: str, label: str, by_hand: str) -> None:
    assert amount(year, name, label) == by_hand
