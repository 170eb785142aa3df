"""The workshop works more than its schedule: through payslips, DmfA, bank and ledger, by hand."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.formats import FORMATS, needs_formats

from .running import add, cents, copied, run, slip, sound

DMFA = "declarations/dmfa-2025Q1.xml"
PAY_OF_FEBRUARY = """\
staff_number,contract,kind,amount,hours,price,share,description
W001,1,fixed_premium,60.00,,,,Taalpremie
W002,1,night_premium,,10.00,,0.2000,
W002,1,hourly_premium,,10.00,1.4200,,Prime de nuit
"""
Told = tuple[dict[str, bytes], dict[str, Any]]
Line = tuple[str, str | None, str | None, str]


def more_work(folder: Path) -> None:
    """Sofie has rest later, Karim is paid, Jonas helps the relaunch, Marta comes on days off."""
    add(folder, "time/2025-01.csv", "W001,1,2025-01-14,overtime_50_rest,2.00\n")
    add(folder, "time/2025-01.csv", "W006,1,2025-01-18,relaunch_overtime,8.00\n")
    add(folder, "time/2025-02.csv", "W002,1,2025-02-10,overtime_50,2.00\n")
    add(folder, "time/2025-02.csv", "W002,1,2025-02-15,overtime_50,4.00\n")
    add(folder, "time/2025-02.csv", "W002,1,2025-02-16,overtime_100,3.00\n")
    add(folder, "time/2025-02.csv", "W007,1,2025-02-04,additional_hours,8.00\n")
    add(folder, "time/2025-02.csv", "W007,1,2025-02-06,additional_hours,6.00\n")
    add(folder, "time/2025-03.csv", "W001,1,2025-03-14,compensatory_rest,2.00\n")
    add(folder, "time/2025-03.csv", "W001,1,2025-03-14,worked,5.60\n")
    (folder / "pay" / "2025-02.csv").write_text(PAY_OF_FEBRUARY, "utf-8")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The quarter with more work."""
    return run(copied(tmp_path_factory.mktemp("more"), more_work))


def lines(told: Told, name: str) -> dict[str, Line]:
    """The lines of a payslip by their English name: item, quantity, rate, amount."""
    return {
        line["label"]["en"]: (
            line["item"],
            line["quantity"],
            line.get("wage", line["rate"]),
            line["amount"],
        )
        for line in slip(told[0], name)["lines"]
    }


def person(xml: bytes, reference: str) -> Any:
    """A person's part of the declaration."""
    (found,) = (
        one
        for one in etree.fromstring(xml).iter("{*}NaturalPerson")
        if one.findtext("{*}NaturalPersonUserReference") == reference
    )
    return found


def declared(xml: bytes, reference: str) -> Counter[str]:
    """Days, hours and pay of a person, by code."""
    found: Counter[str] = Counter()
    for service in person(xml, reference).iter("{*}Service"):
        code = service.findtext("{*}ServiceCode")
        found[f"days {code}"] += int(service.findtext("{*}ServiceNbrDays"))
        found[f"hours {code}"] += int(service.findtext("{*}ServiceNbrHours") or 0)
    for pay in person(xml, reference).iter("{*}Remun"):
        found[f"pay {pay.findtext('{*}RemunCode')}"] += int(pay.findtext("{*}RemunAmount"))
    return found


def change(told: Told, done: Path, reference: str) -> dict[str, int]:
    """What more work changes in a person's declaration."""
    after, before = (
        declared(told[0][DMFA], reference),
        declared((done / DMFA).read_bytes(), reference),
    )
    return {key: after[key] - before[key] for key in after | before if after[key] != before[key]}


def test_the_documents_agree_and_could_be_sent(told: Told) -> None:
    sound(*told)
    assert told[1]["findings"] == []


@needs_formats
def test_the_declaration_is_valid_by_the_official_schema(told: Told) -> None:
    assert FORMATS
    schema = etree.XMLSchema(etree.parse(FORMATS / "dmfa/xsd/DmfAOriginal_20231.xsd"))
    schema.assertValid(etree.fromstring(told[0][DMFA]))


def test_overtime_by_the_hour_with_a_night_premium(told: Told, done: Path) -> None:
    slip_of_karim = lines(told, "2025-02/W002")
    # 6 x 19.45 x 1.5; 3 x 19.45 x 2; 10 x 19.45 x 0.20; 10 x 1.42; 152 x 19.45 and all of them.
    wanted = {
        "overtime with 50 % surcharge": ("7a", "6.00", "19.4500", "175.05"),
        "overtime with 100 % surcharge": ("7a", "3.00", "19.4500", "116.70"),
        "night premium": ("7a", "10.00", "19.4500", "38.90"),
        "Prime de nuit": ("7a", "10.00", "1.4200", "14.20"),
        "Gross pay": ("7c", None, None, "3301.25"),
        # (116.70 + 58.35) x 57.75 % = 101.091375
        "Tax relief for overtime credited": ("11", None, None, "101.09"),
    }
    assert {name: slip_of_karim[name] for name in wanted} == wanted
    # Full-time: no day more for the Saturday and the Sunday; 175.05 + 116.70 + 38.90 + 14.20.
    assert change(told, done, "W002") == {"pay 001": 34485}


def test_the_employer_keeps_a_part_of_the_tax_withheld(told: Told) -> None:
    # 175.05 x 41.25 % = 72.208125
    results = slip(told[0], "2025-02/W002")["results"]
    assert results["overtime_payment_exemption"] == "72.21"
    # Of Sofie, in January: 40.01 x 41.25 % = 16.504125; of Marta nothing, as no tax was withheld.
    ledger = told[0]["ledger/ledger.beancount"].decode()
    kept = re.findall(r":740:\S+ +-(\d+\.\d\d) EUR", ledger)
    assert sorted(map(cents, kept)) == [1650, 7221, 1650 + 7221]
    withheld = sum(
        cents(slip(told[0], f"2025-02/{number}")["results"]["tax_withheld"])
        for number in ("W001", "W002", "W003", "W004", "W005", "W006", "W007")
    )
    owed = [one["amount"] for one in told[1]["to_pay"] if one["what"] == "withholding_tax"]
    assert cents(owed[1]) == withheld - 7221


def test_overtime_with_rest_pays_the_surcharge_now_and_the_hours_when_the_rest_is_taken(
    told: Told, done: Path
) -> None:
    # 3 293.80 x 3 / (38 x 13) = 20.0028; 2 x 20.0028 x 0.5 = 20.00; 40.01 x 57.75 % = 23.11.
    january = lines(told, "2025-01/W001")
    assert january["surcharge of 50 % on overtime with rest"] == ("7a", "2.00", "20.0028", "20.00")
    assert january["Tax relief for overtime credited"][3] == "23.11"
    march = lines(told, "2025-03/W001")
    assert march["Gross pay"][3] == "3353.80"
    assert change(told, done, "W001") == {"pay 001": 2000}


def test_relaunch_hours_reach_the_worker_whole_and_the_nsso_not_at_all(
    told: Told, done: Path
) -> None:
    # 2 480 x 3 / (38 x 13) = 15.0607; x 8 = 120.4856.
    january = lines(told, "2025-01/W006")
    assert january["relaunch hours"] == ("12", "8.00", "15.0607", "120.49")
    before = etree.tostring(person((done / DMFA).read_bytes(), "W006"))
    assert etree.tostring(person(told[0][DMFA], "W006")) == before
    nets = [
        cents(json.loads(documents)["results"]["net_pay"])
        for documents in (
            told[0]["payslips/2025-01/W006.json"],
            (done / "payslips/2025-01/W006.json").read_bytes(),
        )
    ]
    assert nets[0] - nets[1] == 12049


def test_additional_hours_beyond_twelve_bear_a_surcharge_and_days_off_are_justified(
    told: Told, done: Path
) -> None:
    # 14 x 17.90 = 250.60; two hours beyond the twelve: 2 x 17.90 x 0.5 = 17.90.
    february = lines(told, "2025-02/W007")
    assert february["additional hours of a part-time worker"] == (
        "7a",
        "14.00",
        "17.9000",
        "268.50",
    )
    assert change(told, done, "W007") == {"pay 001": 26850, "days 001": 200, "hours 001": 1400}
    assert person(told[0][DMFA], "W007").findtext(".//{*}DaysJustification") == "5"
    assert person(told[0][DMFA], "W002").findtext(".//{*}DaysJustification") is None


def test_the_year_goes_on_with_the_hours_of_the_months_before(told: Told) -> None:
    so_far = [
        slip(told[0], f"2025-0{month}/W002")["results"]["overtime_hours_of_year"]
        for month in (1, 2, 3)
    ]
    assert so_far == ["0.00", "9.00", "9.00"]


def test_hours_brought_from_elsewhere_use_up_the_maximum(tmp_path: Path) -> None:
    def brought(folder: Path) -> None:
        more_work(folder)
        balances = (
            ("employment_bonus_granted_before", "0.00"),
            ("overtime_hours_of_year_before", "175.50"),
        )
        (folder / "opening.toml").write_text(
            "".join(
                f'[[balances]]\nstaff_number = "W002"\nfact = "{fact}"\nas_of = 2025-01-31\n'
                f'amount = "{amount}"\n'
                for fact, amount in balances
            ),
            "utf-8",
        )

    february = run(copied(tmp_path, brought))
    # 4.50 of 9 hours are left: 175.05 x 4.50 / 9 = 87.53 (half a cent up); x 57.75 % = 50.55.
    assert lines(february, "2025-02/W002")["Tax relief for overtime credited"][3] == "50.55"
    results = slip(february[0], "2025-02/W002")["results"]
    assert (results["overtime_hours_relieved"], results["overtime_hours_of_year"]) == (
        "4.50",
        "184.50",
    )


def test_more_hours_than_a_year_allows_are_told(tmp_path: Path) -> None:
    def beyond(folder: Path) -> None:
        rows = [
            *(f"W006,1,2025-01-{day},relaunch_overtime,10.00" for day in range(14, 27)),
            *(f"W004,1,2025-02-{day},voluntary_overtime,10.00" for day in range(10, 23)),
        ]
        add(folder, "time/2025-01.csv", "\n".join(rows[:13]) + "\n")
        add(folder, "time/2025-02.csv", "\n".join(rows[13:]) + "\n")

    told = run(copied(tmp_path, beyond))
    found = [(one["rule"], one["path"], one["line"]) for one in told[1]["findings"]]
    assert found == [
        ("relaunch_hours_beyond_maximum", "time/2025-01.csv", 5),
        ("voluntary_hours_beyond_maximum", "time/2025-02.csv", 6),
    ]
    # 130 hours of 15.0607: 120 are exempt, ten are overtime at one and a half.
    january = [line for line in slip(told[0], "2025-01/W006")["lines"] if line["quantity"]]
    assert [(line["item"], line["quantity"], line["amount"]) for line in january] == [
        ("7a", "10.00", "225.91"),
        ("12", "120.00", "1807.28"),
    ]
