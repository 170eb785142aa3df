"""The year of a small shop: every event of the pay month, month by month, by hand and as a whole."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest
from lxml import etree

from officium.declarations import check
from officium.job import Period, run_folder, run_year
from officium.law import Month, Quarter
from officium.payroll import line_name
from officium.payroll.pay_kinds import PAY_KINDS
from officium.payroll.records.month import TIME_CODES
from tests.formats import FORMATS, needs_formats

from .running import ROOT, cents, rules, texts
from .test_what_a_person_gets import POSTING

SHOP = ROOT / "examples" / "shop"
QUARTERS = (1, 2, 3, 4)
# Contributions of the employer as a whole, on no person.
EMPLOYER_LINES = ("861", "870")
PEOPLE = tuple(f"S{number:03}" for number in range(1, 13))

# What is built and does not happen here, and why.
OTHER_KINDS = {
    "overtime_20": "the supplement of 20 % is for construction",
    "purchasing_power_premium": "such premiums were granted in 2023 only",
}
OTHER_TIME = {
    "overtime_20": "the supplement of 20 % is for construction",
    "compensatory_rest_unpaid": "the shop did not reduce its working time against a higher wage",
}
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
        1: [],
        2: ["claims_left"],
        3: ["agreed_net"],
        4: ["deduction_not_in_the_list", "agreed_net", "negative_net_pay"],
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
        paid += net + sum(
            cents(line["amount"])
            for told in slips
            for line in told["lines"]
            if line["label"]["nl"] in ("voorschot", "al betaald deel van het loon")
        )
    assert -standing["580:BE51736041234562"] == paid


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
    assert {line_name(line): cents(line["amount"]) for line in account["total"]["lines"]} == dict(
        lines
    )
    for name, fact in (("withholding_tax", "tax_withheld"), ("net_pay", "net_pay")):
        paid = sum(cents(told["results"][fact]) for told in slips)
        assert cents(account["total"]["amounts"][name]) == paid


def test_a_month_alone_is_the_month_of_its_quarter(year: Year) -> None:
    files, _ = run_folder(SHOP, Period.of_month(Month(2025, 5)))
    names = [name for name in files if name.startswith("payslips/")]
    assert len(names) == 2 * 8
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
    assert [name for name in sorted(year.files[3]) if name.startswith("certificates/")] == [
        "certificates/2025-09/S008-1-2024.json",
        "certificates/2025-09/S008-1-2025.json",
    ]


# --- every event ---------------------------------------------------------------------------------
def test_every_kind_of_pay_and_code_of_time_occurs_or_has_a_reason_not_to() -> None:
    kinds, times = recorded("pay", "kind"), recorded("time", "code")
    made = {code for code in times if TIME_CODES[code].above_schedule}
    agreed = {"meal_voucher_share"}
    assert set(PAY_KINDS) - set(kinds) - made - agreed == set(OTHER_KINDS)
    assert set(TIME_CODES) - set(times) == set(OTHER_TIME)


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
    for name, months in occurs.items():
        named = {month for month, text in table.items() if f"`{name}`" in text}
        assert named, f"{name} stands nowhere in the README"
        assert named <= months, f"{name} does not occur in {named - months}"


# --- by hand -------------------------------------------------------------------------------------
BY_HAND = (
    # 4 200 x 10 of the 21 days of March, before the raise; 4 500 x 11 / 21 after it.
    ("2025-03/S001", "Loon voor arbeid tot de wijziging", "2000.00"),
    ("2025-03/S001", "Loon voor arbeid", "2357.14"),
    # 4 500 x 92 %; 85/92 of it is 3 825.00, x 13.07 % = 499.9275.
    ("2025-05/S001", "dubbel vakantiegeld", "4140.00"),
    ("2025-05/S001", "Eigen werknemersbijdragen erop", "499.93"),
    # 4 500 x 3 / (38 x 13) = 27.3279 an hour; 2 hours x 50 %; relief 54.66 x 57.75 % = 31.566.
    ("2025-04/S001", "toeslag van 50 % op overuren met inhaalrust", "27.33"),
    ("2025-04/S001", "Verrekende belastingvermindering voor overuren", "31.57"),
    # CLA 90: 4 164.00 apart, x 13.07 % = 544.2348; 336.00 is pay, x 13.07 % = 43.92.
    # What passes 3 622.00 after contributions is taxed: 4 500 - 544.23 - 43.92 - 3 622.
    ("2025-06/S001", "Loon zonder gewone bijdragen", "4164.00"),
    ("2025-06/S001", "Eigen werknemersbijdragen erop", "544.23"),
    ("2025-06/S001", "Belastbaar exceptioneel loon samen", "289.85"),
    # 900 x 13.07 % = 117.63; 782.37 x 7 % = 54.7659.
    ("2025-10/S001", "Eigen werknemersbijdragen erop", "117.63"),
    ("2025-10/S001", "Belastingen aan een eigen tarief", "54.77"),
    # 72, 36, 60 and 48 euro a year, a twelfth of each.
    ("2025-10/S001", "internet voor privégebruik", "5.00"),
    ("2025-10/S001", "telefoonabonnement voor privégebruik", "4.00"),
    # A month of 25 x 5 / 6 days: 5 040 / (12 x 25 x 5 / 6) = 20.16; two holidays in May.
    ("2025-04/S002", "feestdagloon op variabel loon", "20.16"),
    ("2025-05/S002", "feestdagloon op variabel loon", "40.32"),
    # 5 292 x 10 / (12 x 25 x 5 / 6) = 211.68; 5 292 / 12 x 92 % = 405.72; 2 600 x 92 %.
    ("2025-07/S002", "enkel vakantiegeld op variabel loon", "211.68"),
    ("2025-07/S002", "dubbel vakantiegeld op variabel loon", "405.72"),
    ("2025-07/S002", "dubbel vakantiegeld", "2392.00"),
    # 2 210.00 and 374.85 are 85/92 of those: 288.85 + 48.99; less 13.07 % of the 240.00 set off, 31.37.
    ("2025-07/S002", "Eigen werknemersbijdragen erop", "306.47"),
    # Two of 22 days of birth leave: 2 600 x 20 / 22.
    ("2025-09/S002", "Loon voor arbeid", "2363.64"),
    # Two of the 14 days of the cycle in February are carried holidays: 1 890 x 12 / 14.
    ("2025-02/S003", "Loon voor arbeid", "1620.00"),
    # 12 x 2 700 and a premium of 2 700 are 35 100, x 7.67 % = 2 692.17: less 14 days x 7.60 hours x
    # 16.3968 = 1 744.62 of single pay, and less 1 890 x 92 % = 1 738.80 of double pay.
    ("2025-12/S003", "decemberafrekening, enkel vakantiegeld", "947.55"),
    ("2025-12/S003", "decemberafrekening, dubbel vakantiegeld", "953.37"),
    # 35 100 x 6.80 % = 2 386.80, less 1 738.80 x 85 / 92 = 1 606.50; x 13.07 % = 101.98521.
    ("2025-12/S003", "Eigen werknemersbijdragen erop", "101.99"),
    # April: five Wednesdays of 7, four Fridays of 5, four Saturdays of 7: 83 hours x 15.60; 6.33 x 15.60.
    ("2025-04/S004", "Loon voor arbeid", "1294.80"),
    ("2025-04/S004", "Loon voor feestdagen", "98.75"),
    # 5 x 15.60; 3 x 15.60 x 1.5; 6.33 x 15.60 for 21 July.
    ("2025-05/S004", "bijkomende uren", "78.00"),
    ("2025-06/S004", "bijkomende uren met 50 % toeslag", "70.20"),
    ("2025-06/S004", "feestdag na het einde van de overeenkomst", "98.75"),
    # 10 x 17.25 x 1.5; 9 x 17.25 x 1.5 = 232.875; 6 x 17.25; 6 x 17.25 x 20 %.
    ("2025-01/S005", "overuren met 50 % toeslag", "258.75"),
    ("2025-01/S005", "vrijwillige overuren", "232.88"),
    ("2025-01/S005", "relance-uren", "103.50"),
    ("2025-01/S005", "Inventaris", "20.70"),
    # Relief: 19 x 17.25 = 327.75, x 57.75 % = 189.2756. In October (9 x 17.25) x 4 / 9 = 69.00.
    ("2025-01/S005", "Verrekende belastingvermindering voor overuren", "189.28"),
    ("2025-10/S005", "Verrekende belastingvermindering voor overuren", "39.85"),
    # 4 x 17.25 x 2; 4 x 17.25 x 50 %; 24 x 17.25 x 10 %; 12 x 0.85; 8 x 17.25.
    ("2025-02/S005", "overuren met 100 % toeslag", "138.00"),
    ("2025-02/S005", "zondagspremie", "34.50"),
    ("2025-03/S005", "ploegenpremie", "41.40"),
    ("2025-03/S005", "Koudepremie", "10.20"),
    ("2025-07/S005", "feestdagpremie", "138.00"),
    # Meal vouchers, x 1.09: 22 working days of January and a Saturday of relaunch hours; 20 of June and a
    # Sunday for which rest is taken, on which half a day is worked too.
    ("2025-01/S005", "werknemersaandeel maaltijdcheques", "25.07"),
    ("2025-06/S005", "werknemersaandeel maaltijdcheques", "22.89"),
    # 22 days x 121.60 without 1 January; and the day itself.
    ("2025-01/S006", "Loon voor arbeid", "2675.20"),
    ("2025-01/S006", "Loon voor feestdagen", "121.60"),
    # A fifth of 2 221.28 may be taken: 444.25. Of 620.00 is left 175.75, which May takes.
    ("2025-04/S006", "Over te dragen naar de volgende maand", "175.75"),
    ("2025-05/S006", "Nog te verrekenen uit vroegere maanden", "175.75"),
    # 1 310 x 1.95; 2 301 / 20 days.
    ("2025-09/S007", "Tasses décorées", "2554.50"),
    ("2025-12/S007", "feestdagloon volgens het gemiddelde van vier weken", "115.05"),
    # 30 225 (27 900 and the premium of 2 325) x 7.67 %, 6.80 % and 0.87 %; 37 200 the same, the first for 8
    # of 20 days; 3 100 x 9 / 12.
    ("2025-09/S008", "enkel vertrekvakantiegeld, lopend jaar", "2318.26"),
    ("2025-09/S008", "dubbel vertrekvakantiegeld, lopend jaar", "2055.30"),
    ("2025-09/S008", "aanvullend dubbel vertrekvakantiegeld, lopend jaar", "262.96"),
    ("2025-09/S008", "enkel vertrekvakantiegeld, vorig jaar", "1141.30"),
    ("2025-09/S008", "dubbel vertrekvakantiegeld, vorig jaar", "2529.60"),
    ("2025-09/S008", "aanvullend dubbel vertrekvakantiegeld, vorig jaar", "323.64"),
    ("2025-09/S008", "eindejaarspremie volgens maanden", "2325.00"),
    # 2 and 6 days x 126.92 x 90 %; 228.46 + 685.37 - 760.00; 7 % of 2 750 at most.
    ("2025-11/S009", "aftrek enkel vakantiegeld, vakantieattest", "-228.46"),
    ("2025-12/S009", "aftrek enkel vakantiegeld, vakantieattest", "-685.37"),
    ("2025-12/S009", "eindafrekening vakantieattest", "153.83"),
    ("2025-12/S009", "dubbel vakantiegeld", "2530.00"),
    ("2025-12/S009", "aftrek aanvullend dubbel vakantiegeld, vakantieattest", "-192.50"),
    # 18 of the 23 days of December x 3 431.21; 22.80 of its 174.80 hours; all five days of the certificate.
    ("2025-12/S010", "Loon voor arbeid", "2685.29"),
    ("2025-12/S010", "vakantiegeld voor aanvullende vakantie", "447.55"),
    ("2025-08/S010", "aftrek enkel vakantiegeld per dag, vakantieattest", "-690.00"),
    # 1 475 x 3 / (19 x 13) = 17.9150 an hour x 3.80 x 15 days; 1 475 x 92 % for all 20 days.
    ("2025-12/S011", "niet opgenomen vakantiedagen", "1021.16"),
    ("2025-12/S011", "dubbel vakantiegeld van niet opgenomen dagen", "1357.00"),
    # 7.60 x 18.10 for Easter Monday.
    ("2025-03/S012", "feestdag na het einde van de overeenkomst", "137.56"),
)


def amount(year: Year, name: str, label: str) -> str:
    """The amount of the first line of a payslip with a label."""
    found = next(line for line in year.slips[name]["lines"] if line["label"]["nl"] == label)
    return str(found["amount"])


@pytest.mark.parametrize(("name", "label", "by_hand"), BY_HAND)
def test_the_line_is_what_it_is_by_hand(year: Year, name: str, label: str, by_hand: str) -> None:
    assert amount(year, name, label) == by_hand
