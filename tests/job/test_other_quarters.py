"""The workshop lives through something else: each story through payslips, DmfA, bank and ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.declarations import check
from officium.findings import BadInput
from officium.job import Period
from officium.law import Month, Quarter
from tests.formats import FORMATS, needs_formats

from .running import (
    FEBRUARY,
    JANUARY,
    MARCH,
    PEOPLE,
    WORKSHOP,
    add,
    cents,
    change,
    copied,
    only,
    rules,
    run,
    texts,
)

DMFA = "declarations/dmfa-2025Q1.xml"
SECOND_CONTRACT = """
[[contracts]]
number          = 2
employer        = "0765432146"
begins          = 2025-02-03
status          = "white_collar"
joint_committee = "200"
establishment   = "2187654361"
dimona_period   = "202503411111"

[[contracts.terms]]
since           = 2025-02-03
function        = "Magasinier"
full_time_hours = "38.00"
monthly_pay     = "1300.00"
schedule        = { saturday = "7.60", sunday = "7.60" }
"""


def sound(files: dict[str, bytes], report: dict[str, Any]) -> dict[str, bytes]:
    """The documents, after what holds for every story: they agree, and could be sent."""
    for name, content in files.items():
        if name.endswith(".xml"):
            assert [found for found in check(content) if found.severity.blocks] == []
    if report.get("nsso"):
        (declaration,) = (name for name in files if "dmfa" in name)
        owed = cents(report["nsso"]["net_owed"])
        assert list(map(int, texts(files[declaration], "NetOwedAmount"))) == [owed]
        assert sum(cents(line["amount"]) for line in report["nsso"]["lines"]) == owed
    for month in report["months"]:
        paid = sum(max(0, cents(slip["net_pay"])) for slip in month["payslips"])
        assert cents(month["payment"]["total"] if month["payment"] else "0.00") == paid
    return files


def slip(files: dict[str, bytes], name: str) -> dict[str, Any]:
    """A payslip such as `2025-01/W001`."""
    told: dict[str, Any] = json.loads(files[f"payslips/{name}.json"])
    return told


# --- pay -----------------------------------------------------------------------------------------
def test_pay_taken_back_below_zero_is_told_and_neither_paid_nor_set_off(tmp_path: Path) -> None:
    folder = copied(
        tmp_path, lambda it: add(it, "pay/2025-02.csv", "W006,1,premium,-4000.00,Rechtzetting\n")
    )
    files, report = run(folder)
    sound(files, report)
    assert rules(report) == ["negative_net_pay"]
    net = cents(slip(files, "2025-02/W006")["results"]["net_pay"])
    assert net < 0
    account = slip(files, "2025-02/W006")["worker"]["iban"]
    assert account not in texts(files["payments/2025-02-wages.xml"], "IBAN")
    march = files["payments/2025-03-wages.xml"]
    paid = dict(zip(texts(march, "IBAN")[1:], texts(march, "InstdAmt"), strict=True))
    assert paid[account] == slip(files, "2025-03/W006")["results"]["net_pay"]
    claim = f"balance Liabilities:455:W006 {-net // 100}.{-net % 100:02} EUR"
    ledger = " ".join(files["ledger/ledger.beancount"].decode().split())
    assert claim in ledger


def test_a_month_without_any_pay_is_a_payslip_of_nothing_and_no_payment(tmp_path: Path) -> None:
    days = [day for day in range(3, 29) if day not in (8, 9, 15, 16, 22, 23)]

    def story(folder: Path) -> None:
        only(folder, ["W001"])
        for name in ("pay", "time"):
            (folder / name / "2025-02.csv").unlink()
        whole = [f"W001,1,2025-02-{day:02},unpaid_leave,7.60" for day in days]
        (folder / "time" / "2025-02.csv").write_text(
            "\n".join(["staff_number,contract,day,code,hours", *whole]) + "\n"
        )

    files, report = run(copied(tmp_path, story))
    sound(files, report)
    assert rules(report) == ["no_pay"]
    assert slip(files, "2025-02/W001")["results"]["net_pay"] == "0.00"
    assert report["months"][1]["payment"] is None
    assert "payments/2025-02-wages.xml" not in files


def test_a_benefit_in_kind_is_taxed_and_not_paid(tmp_path: Path) -> None:
    folder = copied(
        tmp_path,
        lambda it: add(it, "pay/2025-01.csv", "W001,1,taxable_benefit,120.00,Firmawagen\n"),
    )
    files, report = run(folder, JANUARY)
    sound(files, report)
    lines = [
        (line["item"], line["fact"], line["sign"]) for line in slip(files, "2025-01/W001")["lines"]
    ]
    assert ("7b", "taxable_benefits", "+") in lines
    assert ("14", "taxable_benefits", "-") in lines


# --- contracts -----------------------------------------------------------------------------------
def two_contracts(folder: Path) -> None:
    add(folder, "people/W002.toml", SECOND_CONTRACT)


@needs_formats
def test_two_contracts_in_two_committees_are_two_worker_lines_of_one_person(tmp_path: Path) -> None:
    files, report = run(copied(tmp_path, two_contracts))
    xml = sound(files, report)[DMFA]
    assert FORMATS
    etree.XMLSchema(etree.parse(FORMATS / "dmfa/xsd/DmfAOriginal_20231.xsd")).assertValid(
        etree.fromstring(xml)
    )
    (person,) = (
        node
        for node in etree.fromstring(xml).iter("{*}NaturalPerson")
        if node.findtext("{*}INSS") == "91110336776"
    )
    codes = [node.findtext("{*}WorkerCode") for node in person.iter("{*}WorkerRecord")]
    assert sorted(map(str, codes)) == ["015", "495"]
    committees = [node.text for node in person.iter("{*}JointCommissionNbr")]
    assert sorted(map(str, committees)) == ["100", "200"]
    february = slip(files, "2025-02/W002")
    assert [one["number"] for one in february["contracts"]] == [1, 2]
    # Tax and net are one for the person; gross pay and contribution stand for each contract.
    facts = [line["fact"] for line in february["lines"]]
    assert (facts.count("gross_pay"), facts.count("withholding_tax")) == (2, 1)
    gross = sum(cents(value) for value in february["results"]["gross_pay"])
    (row,) = (one for one in report["months"][1]["payslips"] if one["staff_number"] == "W002")
    assert cents(row["gross_pay"]) == gross
    # Both lines of the person open in the report.
    (told,) = (one["quarter"] for one in report["people"] if one["staff_number"] == "W002")
    assert {"ordinary_contribution[0]", "ordinary_contribution[1]"} <= set(told)
    page = files["report.html"].decode()
    assert page.count("Benali, Karim") > 10


def test_who_comes_and_goes_in_one_month_has_one_payslip_and_both_messages(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        ends = 'begins          = 2025-02-10\nends            = 2025-02-21\nend_reason      = "end_of_term"'
        change(folder, "people/W004.toml", "begins          = 2025-02-10", ends)

    files, report = run(copied(tmp_path, story))
    sound(files, report)
    hire = files["declarations/dimona-in-W004-1.xml"]
    # A term known from the start is declared with it: no message of departure is needed.
    assert (texts(hire, "StartingDate"), texts(hire, "EndingDate")) == (
        ["2025-02-10"],
        ["2025-02-21"],
    )
    assert "declarations/dimona-out-W004-1.xml" not in files
    assert [name for name in files if name.endswith("W004.json")] == ["payslips/2025-02/W004.json"]
    assert rules(report) == []


def test_who_resigns_before_the_hire_was_declared_needs_the_number_first(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        ends = 'begins          = 2025-02-10\nends            = 2025-02-21\nend_reason      = "resignation"'
        change(folder, "people/W004.toml", "begins          = 2025-02-10", ends)

    files, report = run(copied(tmp_path, story))
    sound(files, report)
    assert rules(report) == ["dimona_period_unknown"]
    assert texts(files["declarations/dimona-in-W004-1.xml"], "EndingDate") == []


def test_a_hire_of_an_earlier_period_without_number_is_declared_and_told(tmp_path: Path) -> None:
    files, report = run(WORKSHOP, MARCH, language="en")
    sound(files, report)
    assert rules(report) == ["dimona_in_late"]
    assert report["findings"][0]["path"] == "people/W004.toml"
    assert "has worked since 10 February 2025" in report["findings"][0]["message"]
    assert "declarations/dimona-in-W004-1.xml" in files


def test_who_left_before_the_period_is_in_none_of_its_documents(tmp_path: Path) -> None:
    files, report = run(WORKSHOP, MARCH)
    sound(files, report)
    assert not any("W005" in name for name in files)
    assert b"79010928346" not in b"".join(files.values())


def test_a_departure_that_was_declared_is_not_declared_again(tmp_path: Path) -> None:
    folder = copied(
        tmp_path,
        lambda it: change(
            it,
            "people/W005.toml",
            'dimona_period   = "201813440229"',
            'dimona_period   = "201813440229"\ndimona_end      = 2025-02-21',
        ),
    )
    files, report = run(folder)
    sound(files, report)
    assert [item["what"] for item in report["to_send"]] == ["dimona_in", "dmfa"]


def test_references_tell_two_contracts_with_long_staff_numbers_apart(tmp_path: Path) -> None:
    long = "ATELIER-BRUXELLES-02"

    def story(folder: Path) -> None:
        only(folder, ["W002"])
        two_contracts(folder)
        change(folder, "people/W002.toml", '"W002"', f'"{long}"')
        change(folder, "people/W002.toml", 'dimona_period   = "202503411111"\n', "")
        change(folder, "people/W002.toml", 'dimona_period   = "202006211965"\n', "")
        for path in (*(folder / "pay").iterdir(), *(folder / "time").iterdir()):
            path.write_text(path.read_text().replace("W002", long))

    files, report = run(copied(tmp_path, story))
    sound(files, report)
    ins = [content for name, content in files.items() if "dimona-in" in name]
    assert len(ins) == 2
    assert len({texts(content, "ReferenceNbr")[0] for content in ins}) == 2


# --- employers -----------------------------------------------------------------------------------
def second_employer(folder: Path, people: bool = True) -> None:
    """A second workshop of the same kind, where one more person works."""
    text = (folder / "employer.toml").read_text()
    text = text.replace("0765432146", "0200065765").replace("159999947", "199999934")
    (folder / "employers").mkdir()
    (folder / "employer.toml").rename(folder / "employers" / "atelier.toml")
    (folder / "employers" / "second.toml").write_text(text.replace("Cargovelo Atelier", "Deuxième"))
    if people:
        change(
            folder,
            "people/W003.toml",
            'employer        = "0765432146"',
            'employer        = "0200065765"',
        )


def test_two_employers_in_a_folder_each_have_their_own_and_a_page_above(tmp_path: Path) -> None:
    folder = copied(tmp_path, second_employer)
    files, report = run(folder)
    places = [one["report"].split("/")[0] for one in report["employers"]]
    assert sorted(places) == ["0200065765", "0765432146"]
    for place in places:
        own = {name[11:]: content for name, content in files.items() if name.startswith(place)}
        told = json.loads(own["report.json"])
        sound(own, told)
        assert set(told["files"]) == set(own) - {"report.json"}
    first = json.loads(files["0765432146/report.json"])
    second = json.loads(files["0200065765/report.json"])
    assert [one["staff_number"] for one in second["people"]] == ["W003"]
    assert [one["staff_number"] for one in first["people"]] == [n for n in PEOPLE if n != "W003"]
    page = files["report.html"].decode()
    assert 'href="./0200065765/report.html"' in page
    assert 'href="./0765432146/report.html"' in page


def test_an_employer_where_nobody_works_is_told_and_holds_up_nobody(tmp_path: Path) -> None:
    folder = copied(tmp_path, lambda it: second_employer(it, people=False))
    _, report = run(folder, JANUARY, language="nl")
    assert [one["employer"]["enterprise_number"] for one in report["employers"]] == ["0765432146"]
    (finding,) = report["findings"]
    assert (finding["rule"], finding["severity"]) == ("nobody", "info")
    assert "Bij Deuxième werkt niemand" in finding["message"]


def test_balances_carried_into_one_employer_do_not_move_the_start_of_another(
    tmp_path: Path,
) -> None:
    def story(folder: Path) -> None:
        second_employer(folder)
        (folder / "opening.toml").write_text(
            '[[balances]]\nstaff_number = "W003"\nfact = "employment_bonus_granted_before"\n'
            'as_of = 2025-01-31\namount = "0.00"\n'
        )

    _, report = run(copied(tmp_path, story), FEBRUARY)
    assert len(report["employers"]) == 2


def test_a_quarterly_payer_owes_the_tax_of_three_months_at_once(tmp_path: Path) -> None:
    folder = copied(
        tmp_path,
        lambda it: change(
            it, "employer.toml", 'withholding_period = "month"', 'withholding_period = "quarter"'
        ),
    )
    files, report = run(folder)
    sound(files, report)
    (tax,) = (item for item in report["to_pay"] if item["what"] == "withholding_tax")
    assert (tax["due"], tax["amount"]) == ("2025-04-15", report["control_sums"]["withholding_tax"])


# --- time ----------------------------------------------------------------------------------------
def test_february_of_a_leap_year_has_its_last_day(tmp_path: Path) -> None:
    files, report = run(WORKSHOP, Period.of_month(Month(2024, 2)))
    sound(files, report)
    told = slip(files, "2024-02/W001")
    assert (told["period"]["to"], told["paid_on"]) == ("2024-02-29", "2024-02-29")
    assert told["contracts"][0]["days_worked"] == "21.00"


def test_a_period_that_nobody_reviewed_runs_only_when_declared_provisional(tmp_path: Path) -> None:
    of_2026 = Period.of_quarter(Quarter(2026, 1))
    with pytest.raises(BadInput) as refused:
        run(WORKSHOP, of_2026)
    assert refused.value.code == "provisional"
    for shelf in (
        "social_security/employment_bonus",
        "withholding_tax/scale",
        "social_security/advances",
    ):
        assert refused.value.message.count(shelf) == 1
    files, report = run(WORKSHOP, of_2026, provisional=True, language="en")
    sound(files, report)
    assert report["provisional"]
    assert len(report["not_reviewed"]) > 5
    page = files["report.html"].decode()
    assert "Provisional: this computation" in page
    assert "Parts of the law not reviewed for this period" in page
    assert "Nothing stands in the way of sending" not in page
    told = slip(files, "2026-01/W001")
    assert told["provisional"] and told["not_reviewed"] and told["question"]["provisional"]


def carer(folder: Path) -> None:
    """A family fact that makes the tax of 2023 rest on a figure that is only recalled."""
    change(
        folder,
        "people/W001.toml",
        "dependent_children = 2",
        "dependent_children = 2\ndependents_in_need_of_care = 1",
    )
    add(
        folder,
        "employer.toml",
        '\n[[headcounts]]\nyear = 2023\naverage = "6.00"\n\n'
        "[[replacement_days]]\nholiday = 2023-01-01\nday = 2023-01-02\n",
    )


def test_a_recalled_figure_stops_the_run_by_name_unless_provisional(tmp_path: Path) -> None:
    folder, month = copied(tmp_path, carer), Period.of_month(Month(2023, 2))
    with pytest.raises(
        BadInput, match="only recalled: care_amount: run with --provisional"
    ) as refused:
        run(folder, month)
    assert refused.value.code == "provisional"
    files, report = run(folder, month, provisional=True)
    sound(files, report)
    assert (report["standing"], report["provisional"]) == ("recalled", True)
    assert report["weakest"] == [{"figure": "care_amount", "standing": "recalled"}]
    assert slip(files, "2023-02/W001")["provisional"]
    # Who has nothing to do with it has an ordinary payslip.
    assert not slip(files, "2023-02/W002")["provisional"]


def test_provisional_changes_nothing_where_nothing_is(tmp_path: Path) -> None:
    assert run(WORKSHOP, JANUARY, provisional=True) == run(WORKSHOP, JANUARY)


def test_a_month_run_alone_is_the_month_of_the_quarter(done: Path) -> None:
    files, _ = run(WORKSHOP, FEBRUARY)
    slips = [name for name in files if name.startswith("payslips/")]
    assert len(slips) == 14
    assert all(files[name] == (done / name).read_bytes() for name in slips)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
@pytest.mark.parametrize("year", [2025, 2026])
def test_every_quarter_of_two_years_runs_and_agrees(year: int, number: int) -> None:
    period = Period.of_quarter(Quarter(year, number))
    sound(*run(WORKSHOP, period, provisional=year == 2026))
