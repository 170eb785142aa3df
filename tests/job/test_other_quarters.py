"""The workshop lives through something else: each story through payslips, DmfA, bank and ledger."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from tests.formats import FORMATS, needs_formats

from .running import (
    JANUARY,
    MARCH,
    WORKSHOP,
    add,
    cents,
    change,
    copied,
    only,
    rules,
    run,
    slip,
    sound,
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


# --- pay -----------------------------------------------------------------------------------------
def test_pay_taken_back_below_zero_is_told_and_comes_off_the_next_wages_within_a_fifth(
    tmp_path: Path,
) -> None:
    folder = copied(
        tmp_path, lambda it: add(it, "pay/2025-02.csv", "W006,1,premium,-4000.00,Rechtzetting\n")
    )
    files, report = run(folder)
    sound(files, report)
    assert rules(report) == ["negative_net_pay", "claims_left"]
    february, march = (slip(files, f"2025-{n}/W006")["results"] for n in ("02", "03"))
    assert (february["net_pay"], february["net_payable"]) == ("-1536.92", "0.00")
    # The same wage as in January: a fifth of it is 411.682.
    assert (march["net_before_deductions"], march["claims_settled"]) == ("2058.41", "411.68")
    assert (march["net_payable"], march["claims_left"]) == ("1646.73", "1125.24")
    account = slip(files, "2025-02/W006")["worker"]["iban"]
    assert account not in texts(files["payments/2025-02-wages.xml"], "IBAN")
    paid = files["payments/2025-03-wages.xml"]
    amounts = dict(zip(texts(paid, "IBAN")[1:], texts(paid, "InstdAmt"), strict=True))
    assert amounts[account] == "1646.73"
    ledger = " ".join(files["ledger/ledger.beancount"].decode().split())
    assert "balance Assets:416:W006 1125.24 EUR" in ledger
    assert "balance Liabilities:455:W006 0.00 EUR" in ledger


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
    assert ("9", "item_amount", "+") in lines
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
    # Her holiday pay on leaving is still to be recorded.
    assert rules(report) == ["departure_pay_missing"]


def test_who_resigns_before_the_hire_was_declared_needs_the_number_first(tmp_path: Path) -> None:
    def story(folder: Path) -> None:
        ends = 'begins          = 2025-02-10\nends            = 2025-02-21\nend_reason      = "resignation"'
        change(folder, "people/W004.toml", "begins          = 2025-02-10", ends)

    files, report = run(copied(tmp_path, story))
    sound(files, report)
    assert rules(report) == ["departure_pay_missing", "dimona_period_unknown"]
    assert texts(files["declarations/dimona-in-W004-1.xml"], "EndingDate") == []


def test_a_hire_of_an_earlier_period_without_number_is_declared_and_told(tmp_path: Path) -> None:
    files, report = run(WORKSHOP, MARCH, language="en")
    sound(files, report)
    assert rules(report) == ["dimona_in_late"]
    assert report["findings"][0]["path"] == "people/W004.toml"
    assert "has worked since 10 February 2025" in report["findings"][0]["message"]
    assert "declarations/dimona-in-W004-1.xml" in files
    (hire,) = report["to_send"]
    assert (hire["due"], hire["late"]) == ("2025-02-10", True)


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
    assert [item["what"] for item in report["to_send"]] == [
        *("dimona_in", "unemployment_certificate", "work_certificate", "dmfa"),
        "individual_account",
    ]


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


def test_what_looks_wrong_in_records_is_told_once_for_the_quarter(tmp_path: Path) -> None:
    folder = copied(
        tmp_path, lambda it: change(it, "people/W001.toml", "= 1984-05-17", "= 1984-05-18")
    )
    files, report = run(folder, language="nl")
    sound(files, report)
    (finding,) = report["findings"]
    assert (finding["rule"], finding["path"]) == ("inss_birth_date", "people/W001.toml")
    assert "W001 is volgens het dossier geboren op 18 mei 1984" in finding["message"]
