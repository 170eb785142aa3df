"""The workshop's first quarter of 2025: everything is there, agrees with itself, and opens."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.declarations import check
from officium.engine import STANDINGS
from tests.formats import FORMATS, needs_formats

from .running import PEOPLE, cents, held, texts

MONTHS = {
    "2025-01": set(PEOPLE) - {"W004"},
    "2025-02": set(PEOPLE),
    "2025-03": set(PEOPLE) - {"W005"},
}
LANGUAGE = dict(zip(PEOPLE, ("nl", "fr", "de", "en", "fr", "nl", "fr"), strict=True))
TITLE = {"nl": "Loonbrief", "fr": "Fiche de paie", "de": "Lohnabrechnung", "en": "Payslip"}
SCHEMAS = {
    "declarations/dmfa-2025Q1.xml": "dmfa/xsd/DmfAOriginal_20231.xsd",
    "declarations/dimona-in-W004-1.xml": "dimona/xsd/Dimona_20231.xsd",
    "declarations/dimona-out-W005-1.xml": "dimona/xsd/Dimona_20231.xsd",
    **{f"payments/{month}-wages.xml": "sepa/pain.001.001.03.xsd" for month in MONTHS},
}
# Of Luc Dubois, a manual worker who leaves in February.
PAPERS = ("281.10-2025", "c4", "holiday_fund", "individual_account", "work_certificate")
POSTING = re.compile(r"  \w+:(\S+) +(-?\d+\.\d\d) EUR")


def accounts(done: Path) -> Counter[str]:
    """Cents by account, added up from the postings of the ledger as it is written."""
    standing: Counter[str] = Counter()
    for line in (done / "ledger" / "ledger.beancount").read_text("utf-8").splitlines():
        posting = POSTING.fullmatch(line)
        if posting:
            standing[posting[1]] += cents(posting[2])
    return standing


# --- what is there -------------------------------------------------------------------------------
def test_every_document_is_there_and_no_other(done: Path) -> None:
    slips = {
        f"payslips/{m}/{n}.{kind}" for m in MONTHS for n in MONTHS[m] for kind in ("json", "pdf")
    }
    beside = {"ledger/ledger.beancount", "report.json", "report.html"}
    papers = {f"leavers/W005-1/{paper}.{kind}" for paper in PAPERS for kind in ("json", "pdf")}
    assert set(held(done)) == slips | set(SCHEMAS) | beside | papers


@needs_formats
@pytest.mark.parametrize("name", SCHEMAS)
def test_what_is_sent_is_valid_by_the_official_schema(done: Path, name: str) -> None:
    assert FORMATS
    schema = etree.XMLSchema(etree.parse(FORMATS / SCHEMAS[name]))
    schema.assertValid(etree.parse(done / name))


@pytest.mark.parametrize("name", SCHEMAS)
def test_our_own_check_finds_nothing_that_blocks(done: Path, name: str) -> None:
    assert [found for found in check(done / name) if found.severity.blocks] == []


def test_dimona_is_only_for_who_starts_and_who_leaves(done: Path) -> None:
    hire = (done / "declarations" / "dimona-in-W004-1.xml").read_bytes()
    leave = (done / "declarations" / "dimona-out-W005-1.xml").read_bytes()
    assert texts(hire, "StartingDate") == ["2025-02-10"]
    assert texts(hire, "INSS") == ["94082145275"]
    assert texts(leave, "EndingDate") == ["2025-02-21"]
    assert texts(leave, "DimonaPeriodId") == ["201813440229"]


def test_each_payslip_speaks_the_language_of_its_worker(
    done: Path, payslips: dict[str, Any]
) -> None:
    for name, slip in payslips.items():
        language = LANGUAGE[name[-4:]]
        assert slip["explanation"]["language"] == slip["worker"]["language"] == language
        page = subprocess.run(
            ["pdftotext", done / "payslips" / f"{name}.pdf", "-"], capture_output=True, check=True
        )
        assert page.stdout.decode().startswith(TITLE[language])


def test_what_is_to_be_sent_and_paid_stands_in_the_report_by_its_day(
    report: dict[str, Any],
) -> None:
    assert [(item["what"], item["due"]) for item in report["to_send"]] == [
        ("dimona_in", "2025-02-10"),
        ("unemployment_certificate", "2025-02-21"),
        ("work_certificate", "2025-02-21"),
        ("dimona_out", "2025-02-24"),
        ("dmfa", "2025-04-30"),
        ("individual_account", "2025-05-31"),
    ]
    assert [(item["what"], item["due"]) for item in report["to_pay"]] == [
        ("wages", "2025-01-31"),
        ("nsso_advance", "2025-02-05"),
        ("withholding_tax", "2025-02-14"),
        ("wages", "2025-02-28"),
        ("nsso_advance", "2025-03-05"),
        ("withholding_tax", "2025-03-14"),
        ("wages", "2025-03-31"),
        ("nsso_advance", "2025-04-05"),
        ("withholding_tax", "2025-04-15"),
        ("nsso_balance", "2025-04-30"),
    ]
    assert not any(item["late"] for item in (*report["to_send"], *report["to_pay"]))
    assert report["findings"] == []
    assert report["provisional"] is False


# --- that it agrees ------------------------------------------------------------------------------
def test_declaration_ledger_and_law_owe_the_nsso_the_same(
    done: Path, report: dict[str, Any]
) -> None:
    (declared,) = texts((done / "declarations" / "dmfa-2025Q1.xml").read_bytes(), "NetOwedAmount")
    owed = cents(report["nsso"]["net_owed"])
    assert int(declared) == owed
    assert accounts(done)["454:2025Q1"] == -owed
    assert sum(cents(person["quarter"]["net_owed"]) for person in report["people"]) == owed
    assert sum(cents(line["amount"]) for line in report["nsso"]["lines"]) == owed
    advances = sum(cents(advance["amount"]) for advance in report["nsso"]["advances"])
    assert cents(report["nsso"]["balance"]) == owed - advances


def test_the_ledger_balances_and_owes_nobody_a_wage(done: Path, report: dict[str, Any]) -> None:
    standing = accounts(done)
    assert sum(standing.values()) == 0
    assert {standing[account] for account in standing if account.startswith("455:")} == {0}
    assert standing["580:BE69063124241978"] == -cents(report["control_sums"]["net_pay"])
    for month in report["months"]:
        tax = cents(month["totals"]["withholding_tax"])
        assert standing[f"453:{month['month']}"] == -tax


def test_the_bank_pays_each_net_pay_to_the_cent(
    done: Path, report: dict[str, Any], payslips: dict[str, Any]
) -> None:
    for month in report["months"]:
        name = month["month"]
        xml = (done / "payments" / f"{name}-wages.xml").read_bytes()
        booked = {
            slip["worker"]["iban"]: slip["results"]["net_pay"]
            for key, slip in payslips.items()
            if key.startswith(name)
        }
        accounts_paid = texts(xml, "IBAN")
        assert accounts_paid[0] == "BE69063124241978"
        assert dict(zip(accounts_paid[1:], texts(xml, "InstdAmt"), strict=True)) == booked
        assert (
            set(texts(xml, "CtrlSum"))
            == {month["totals"]["net_pay"]}
            == {month["payment"]["total"]}
        )
        assert set(texts(xml, "NbOfTxs")) == {str(len(MONTHS[name]))}


def test_the_totals_are_the_sums_of_what_stands_above_them(report: dict[str, Any]) -> None:
    for month in report["months"]:
        for column, total in month["totals"].items():
            assert sum(cents(slip[column]) for slip in month["payslips"]) == cents(total)
    for column in report["months"][0]["totals"]:
        total = sum(cents(month["totals"][column]) for month in report["months"])
        name = "creditors_paid" if column == "creditors" else column
        assert cents(report["control_sums"].get(name, "0.00")) == total


def test_the_lines_of_a_payslip_add_up_as_on_paper(payslips: dict[str, Any]) -> None:
    for slip in payslips.values():
        at: Counter[str] = Counter()
        for line in slip["lines"]:
            at[line["fact"]] += cents(line["amount"])
        due = ("pay_for_work", "public_holiday_pay", "item_amount")
        assert at["gross_pay"] == sum(at.get(fact, 0) for fact in due)
        bonus = at.get("employment_bonus", 0)
        assert at["employee_contribution"] == at["employee_contribution_due"] - bonus
        benefits = at.get("taxable_benefits", 0)
        assert at["gross_pay"] - at["employee_contribution"] == at["taxable_pay"] - benefits
        credit = at.get("fiscal_employment_bonus_credited", 0)
        assert at["withholding_tax"] == at["withholding_tax_on_scale"] - credit
        assert at["net_granted"] == at["taxable_pay"] - at["withholding_tax"]
        last = benefits + at.get("special_contribution", 0)
        assert at["net_pay"] == at["net_granted"] - last


def test_the_items_stand_in_the_order_of_the_royal_decree(payslips: dict[str, Any]) -> None:
    order = ["7a", "7b", "7c", "8", "10", "11", "13", "14", "15"]
    for slip in payslips.values():
        items = [order.index(line["item"]) for line in slip["lines"]]
        assert items == sorted(items)


def test_a_premium_bears_the_name_that_its_record_gives_it(payslips: dict[str, Any]) -> None:
    lines = payslips["2025-01/W002"]["lines"]
    (premium,) = (line for line in lines if line["fact"] == "item_amount")
    assert (premium["label"]["fr"], premium["amount"]) == ("Prime d'équipe", "64.80")


# --- that it opens -------------------------------------------------------------------------------
def test_every_line_of_a_payslip_is_a_fact_of_its_explanation(payslips: dict[str, Any]) -> None:
    for slip in payslips.values():
        facts = slip["explanation"]["facts"]
        for line in slip["lines"]:
            assert facts[line["key"]]["value"] == line["amount"]
            assert facts[line["key"]]["fact"] == line["fact"]


def explanations(report: dict[str, Any], payslips: dict[str, Any]) -> list[dict[str, Any]]:
    told = [slip["explanation"] for slip in payslips.values()]
    return [*told, *report["explanations"].values()]


def test_unfolding_ends_at_given_facts_and_dated_figures(
    report: dict[str, Any], payslips: dict[str, Any]
) -> None:
    for told in explanations(report, payslips):
        facts = told["facts"]
        reached, todo = set(), [told["root"]]
        while todo:
            key = todo.pop()
            if key not in reached:
                reached.add(key)
                todo += facts[key]["uses"]
        assert told["root"] in reached
        for fact in facts.values():
            if fact["given"]:
                assert not (fact["uses"] or fact["figures"] or fact["formula"])
            else:
                assert fact["formula"] and fact["source"] and fact["since"]
            for part in fact["parts"]:
                assert part["kind"] != "fact" or part["ref"] in facts
            for figure in fact["figures"]:
                assert figure["from"] and figure["source"] and figure["standing"]


def test_every_figure_that_is_not_official_is_named_with_the_weakest_first(
    report: dict[str, Any], payslips: dict[str, Any]
) -> None:
    used = {
        (figure["id"].partition(".")[0], figure["standing"])
        for told in explanations(report, payslips)
        for fact in told["facts"].values()
        for figure in fact["figures"]
        if figure["standing"] != "official"
    }
    named = [(one["figure"], one["standing"]) for one in report["not_official"]]
    assert used <= set(named)
    assert {standing for _, standing in named} == {"derived", "secondary"}
    assert named == sorted(named, key=lambda one: (STANDINGS.index(one[1]) * -1, one[0]))
    weakest = [(one["figure"], one["standing"]) for one in report["weakest"]]
    assert named[: len(weakest)] == weakest


def test_control_sums_and_doubtful_figures_are_called_by_their_names(
    done: Path, report: dict[str, Any]
) -> None:
    doubtful = {one["figure"] for one in report["not_official"]}
    assert report["names"].keys() == report["control_sums"].keys() | doubtful
    page = unescape((done / "report.html").read_text("utf-8"))
    for key, name in report["names"].items():
        assert name != key
        assert f'<th scope="row">{name}</th>' in page


def test_every_amount_of_the_report_is_a_fact_or_a_sum_of_facts(
    report: dict[str, Any], payslips: dict[str, Any]
) -> None:
    for month in report["months"]:
        for row in month["payslips"]:
            slip = payslips[f"{month['month']}/{row['staff_number']}"]
            facts = slip["explanation"]["facts"].values()
            for column in month["totals"]:
                rows = [cents(fact["value"]) for fact in facts if fact["fact"] == column]
                assert sum(rows) == cents(row[column])
    for person in report["people"]:
        facts = report["explanations"][person["staff_number"]]["facts"]
        assert {key: facts[key]["value"] for key in person["quarter"]} == person["quarter"]
    account = report["explanations"]["nsso"]["facts"]
    assert account["nsso_balance"]["value"] == report["nsso"]["balance"]
    assert account["employer_net_owed"]["value"] == report["nsso"]["net_owed"]
    names = ("first_advance", "second_advance", "third_advance")
    advances = [account[name]["value"] for name in names]
    assert advances == [advance["amount"] for advance in report["nsso"]["advances"]]
    for line in report["nsso"]["lines"]:
        shares = [
            cents(value)
            for person in report["people"]
            for key, value in person["quarter"].items()
            if key.partition("[")[0] == line["fact"]
        ]
        assert sum(shares) == abs(cents(line["amount"]))


def test_the_account_of_the_nsso_takes_what_each_person_owes(report: dict[str, Any]) -> None:
    account = report["explanations"]["nsso"]["facts"]
    given = [fact["value"] for key, fact in account.items() if key.startswith("net_owed")]
    assert given == [person["quarter"]["net_owed"] for person in report["people"]]
