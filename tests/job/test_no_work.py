"""Days without work: unemployment with its supplements, its public holidays, notices, strike, detention."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.findings import BadInput
from officium.job import Period
from officium.law import Month, Quarter
from officium.payroll import read_folder, write_folder

from .running import (
    FEBRUARY,
    MARCH,
    add,
    cents,
    change,
    copied,
    rules,
    run,
    slip,
    sound,
)

HEADING = "staff_number,contract,kind,first,last,event,supplement,fund\n"
SECOND = Period.of_quarter(Quarter(2025, 2))
APRIL, MAY = (Period.of_month(Month(2025, n)) for n in (4, 5))


def without_work(place: Path, *lines: str) -> Path:
    """The workshop with absences, each of eight cells; W002's time of March is taken away."""

    def edit(folder: Path) -> None:
        time = folder / "time" / "2025-03.csv"
        kept = [one for one in time.read_text("utf-8").splitlines() if not one.startswith("W002")]
        time.write_text("\n".join(kept) + "\n", "utf-8")
        (folder / "absences").mkdir()
        text = HEADING + "".join(f"{line}\n" for line in lines)
        (folder / "absences" / "2025.csv").write_text(text, "utf-8")

    return copied(place, edit)


def amounts(told: dict[str, Any], fact: str) -> list[str]:
    """The amounts of a payslip's lines that show a fact."""
    return [line["amount"] for line in told["lines"] if line["fact"] == fact]


def line(told: dict[str, Any], label: str) -> tuple[str | None, str]:
    """Quantity and amount of the one line with an English label."""
    ((quantity, amount),) = [
        (line["quantity"], line["amount"])
        for line in told["lines"]
        if line["label"]["en"].startswith(label)
    ]
    return quantity, amount


def time_of(told: dict[str, Any]) -> dict[str, str]:
    """Days by code of time, work left out."""
    return {one["code"]: one["days"] for one in told["contracts"][0]["absences"]}


def days(files: dict[str, bytes], code: str, quarter: str = "2025Q1") -> list[str | None]:
    """Days of a working-time code in the DmfA."""
    xml = etree.fromstring(files[f"declarations/dmfa-{quarter}.xml"])
    found: list[Any] = xml.xpath(f"//Service[ServiceCode='{code}']")
    return [one.findtext("ServiceNbrDays") for one in found]


def test_economic_unemployment_brings_two_supplements(tmp_path: Path) -> None:
    """Monday 10 to Friday 28 February are fifteen days: 15 x 2.00 and 15 x 5.20, taxed at 26.75 %."""
    folder = without_work(
        tmp_path, "W002,1,economic_unemployment,2025-02-10,2025-02-28,2025-01-31,,"
    )
    files, report = run(folder)
    sound(files, report)
    told = slip(files, "2025-02/W002")
    assert time_of(told) == {"economic_unemployment": "15.00"}
    assert line(told, "supplement in temporary") == ("15.00", "30.00")
    assert line(told, "additional supplement") == ("15.00", "78.00")
    assert amounts(told, "replacement_income_tax") == ["28.90"]
    # No contribution: what is liable is the work of the first week, 38 hours.
    assert amounts(told, "gross_pay") == ["739.10"]
    assert "01500" in days(files, "071")
    assert "unemployment_first_day" in rules(report)
    assert "unemployment_notice_late" not in rules(report)


def test_the_ledger_owes_the_supplements_to_the_worker_and_their_tax_to_the_state(
    tmp_path: Path,
) -> None:
    folder = without_work(
        tmp_path, "W002,1,economic_unemployment,2025-02-10,2025-02-28,2025-01-31,,"
    )
    files, report = run(folder, FEBRUARY)
    results = slip(files, "2025-02/W002")["results"]
    assert results["pay_beside_gross"] == results["replacement_income"] == "108.00"
    # 15 x 2.00 at 26.75 % is 8.03, 15 x 5.20 is 20.87: they are withheld and paid over with the rest.
    people = [
        json.loads(content)["results"]
        for name, content in files.items()
        if name.startswith("payslips/2025-02/") and name.endswith(".json")
    ]
    due = [one for one in report["to_pay"] if one["what"] == "withholding_tax"]
    withheld = sum(cents(one["tax_withheld"]) for one in people)
    kept = sum(cents(one["overtime_payment_exemption"]) for one in people)
    assert sum(cents(one["amount"]) for one in due) == withheld - kept
    net = cents(results["net_pay"])
    assert net == 73910 + 10800 - cents(results["employee_contribution"]) - 2890 - cents(
        results["withholding_tax"]
    ) - cents(results["special_contribution"])


def test_an_agreement_may_give_more_and_a_fund_may_pay(tmp_path: Path) -> None:
    folder = without_work(
        tmp_path,
        "W002,1,weather_unemployment,2025-02-10,2025-02-11,,3.50,",
        "W002,1,weather_unemployment,2025-02-12,2025-02-12,,,additional",
        "W005,1,weather_unemployment,2025-02-10,2025-02-11,,,both",
        "W006,1,white_collar_suspension,2025-03-17,2025-03-21,2025-03-09,6.36,additional",
    )
    files, report = run(folder)
    sound(files, report)
    told = slip(files, "2025-02/W002")
    # 2 x 3.50, and 1 x 2.00 where nothing was agreed; 2 x 5.20 where no fund pays.
    beside = [one["amount"] for one in told["lines"] if one["label"]["en"].startswith("supplement")]
    assert sorted(beside) == ["2.00", "7.00"]
    assert line(told, "additional supplement") == ("2.00", "10.40")
    assert amounts(slip(files, "2025-02/W005"), "pay_beside_gross") == []
    suspended = slip(files, "2025-03/W006")
    assert line(suspended, "supplement to the suspension") == ("5.00", "31.80")
    assert "00500" in days(files, "076") and "unemployment_notice_late" not in rules(report)


def test_above_the_wage_limit_nothing_is_added_on_the_first_days(tmp_path: Path) -> None:
    folder = without_work(
        tmp_path, "W004,1,white_collar_suspension,2025-03-17,2025-03-18,2025-03-09,,"
    )
    change(folder, "people/W004.toml", '"3950.00"', '"4500.00"')
    files, report = run(folder, MARCH)
    assert line(slip(files, "2025-03/W004"), "supplement to the suspension") == ("2.00", "10.00")
    assert line(slip(files, "2025-03/W004"), "additional supplement") == ("2.00", "0.00")
    assert "line_of_nothing" not in rules(report)


def test_rain_that_stops_the_work_costs_the_day_and_rain_before_it_does_not(
    tmp_path: Path,
) -> None:
    """Monday was begun: its other five hours are paid. On Tuesday W002 was told not to come."""
    folder = without_work(tmp_path, "W002,1,weather_unemployment,2025-02-10,2025-02-11,,,")
    add(folder, "time/2025-02.csv", "W002,1,2025-02-10,worked,3.00\n")
    files, _ = run(folder, FEBRUARY)
    told = slip(files, "2025-02/W002")
    found = {day["day"]: day["codes"] for day in told["contracts"][0]["calendar"]}
    assert [(one["code"], one["hours"]) for one in found["2025-02-10"]] == [
        ("worked", "3.00"),
        ("guaranteed_daily_wage", "5.00"),
    ]
    assert [one["code"] for one in found["2025-02-11"]] == ["weather_unemployment"]
    assert line(told, "supplement in temporary") == ("1.00", "2.00")


def test_the_first_seven_days_of_a_breakdown_are_paid(tmp_path: Path) -> None:
    """Breakdown on Tuesday 4 February: the seventh day is Monday 10; three days of unemployment follow."""
    folder = without_work(tmp_path, "W002,1,technical_breakdown,2025-02-04,2025-02-13,2025-02-04,,")
    files, report = run(folder)
    sound(files, report)
    told = slip(files, "2025-02/W002")
    assert time_of(told) == {"technical_breakdown_paid": "5.00", "temporary_unemployment": "3.00"}
    assert line(told, "supplement in temporary") == ("3.00", "6.00")
    assert "00300" in days(files, "070")


def test_force_majeure_has_no_supplement(tmp_path: Path) -> None:
    folder = without_work(
        tmp_path,
        "W001,1,force_majeure,2025-03-10,2025-03-12,,,",
        "W002,1,closure_unemployment,2025-02-10,2025-02-11,,,",
        "W005,1,strike_consequence,2025-02-10,2025-02-10,,,",
    )
    files, report = run(folder)
    sound(files, report)
    assert amounts(slip(files, "2025-03/W001"), "pay_beside_gross") == []
    assert line(slip(files, "2025-02/W002"), "additional supplement") == ("2.00", "10.40")
    assert line(slip(files, "2025-02/W005"), "additional supplement") == ("1.00", "5.20")
    assert "00300" in days(files, "070")


def test_a_public_holiday_after_the_twenty_fifth_day_is_paid_less_the_contributions(
    tmp_path: Path,
) -> None:
    """Twenty days in March, a week of work, then from Monday 7 April on.

    Easter Monday is the 31st day: reduced. 1 May is the 39th, and before the 51st only one is reduced.
    """
    folder = without_work(
        tmp_path,
        "W002,1,economic_unemployment,2025-03-03,2025-03-28,2025-02-20,,",
        "W002,1,economic_unemployment,2025-04-07,2025-05-02,2025-03-20,,",
    )
    files, report = run(folder, SECOND)
    sound(files, report)
    april, may = slip(files, "2025-04/W002"), slip(files, "2025-05/W002")
    assert time_of(april)["unemployment_holiday"] == "1.00"
    # 8 x 19.45 = 155.60; x 8 % = 12.45; 168.05 x 13.07 % = 21.96.
    assert line(april, "public holiday in partial unemployment") == ("8.00", "133.64")
    assert time_of(may)["public_holiday"] == "2.00" and "unemployment_holiday" not in time_of(may)
    # Taxed with the month, without contributions.
    taxable = cents(april["results"]["taxable_pay"])
    gross = cents(april["results"]["gross_pay"])
    assert taxable == gross - cents(april["results"]["employee_contribution"]) + 13364
    assert "00100" in days(files, "010", "2025Q2")
    assert "suspension_too_long" not in rules(report)


def test_the_additional_supplement_counts_the_days_of_the_year(tmp_path: Path) -> None:
    """Above the limit W002 gets nothing for 26 days: the 27th to the 29th are three days of April."""
    folder = without_work(
        tmp_path,
        "W002,1,economic_unemployment,2025-03-03,2025-03-28,2025-02-20,,",
        "W002,1,economic_unemployment,2025-04-07,2025-04-17,2025-03-20,,",
    )
    change(folder, "people/W002.toml", '"19.4500"', '"26.0000"')
    files, _ = run(folder, APRIL)
    told = slip(files, "2025-04/W002")
    assert line(told, "supplement in temporary") == ("9.00", "18.00")
    assert line(told, "additional supplement") == ("9.00", "15.60")


def test_an_illness_in_unemployment_brings_no_guaranteed_pay(tmp_path: Path) -> None:
    """Ill in the second of three weeks without work: five days of the health insurance, no supplement."""
    folder = without_work(
        tmp_path,
        "W002,1,economic_unemployment,2025-02-10,2025-02-28,2025-01-31,,",
        "W002,1,sickness,2025-02-17,2025-02-21,,,",
    )
    files, _ = run(folder, FEBRUARY)
    told = slip(files, "2025-02/W002")
    assert time_of(told) == {"sickness_unpaid": "5.00", "economic_unemployment": "10.00"}
    assert line(told, "supplement in temporary") == ("10.00", "20.00")


def test_what_the_notice_and_the_length_of_a_suspension_are_worth_is_told(tmp_path: Path) -> None:
    folder = without_work(
        tmp_path,
        "W002,1,economic_unemployment,2025-02-10,2025-03-14,2025-02-04,,",
        "W005,1,economic_unemployment,2025-02-10,2025-02-14,2025-02-02,,",
    )
    _, report = run(folder)
    found = {(one["rule"], one["line"]): one["message"] for one in report["findings"]}
    late = found["unemployment_notice_late", 2]
    # Five days lie between Tuesday 4 and Monday 10 February; pay is owed until Sunday 16.
    assert "10" in late and "16" in late and "suspension_paid" in late
    assert ("unemployment_notice_late", 3) not in found
    # Four weeks end on Sunday 9 March.
    assert "10 mars 2025" in found["suspension_too_long", 2]


@pytest.mark.parametrize(
    ("language", "late", "told"),
    [
        ("nl", "7 april 2025 tot en met 13 april 2025", "RVA"),
        ("fr", "7 avril 2025 au 13 avril 2025", "ONEM"),
        ("de", "7. April 2025 bis zum 13. April 2025", "LfA"),
        ("en", "7 April 2025 to 13 April 2025", "ONEM/RVA"),
    ],
)
def test_remarks_are_said_in_the_language_of_the_report(
    tmp_path: Path, language: str, late: str, told: str
) -> None:
    folder = without_work(
        tmp_path,
        "W002,1,economic_unemployment,2025-04-07,2025-05-07,2025-04-03,,",
        "W001,1,unlawful_absence,2025-04-22,2025-04-22,,,",
    )
    _, report = run(folder, SECOND, language=language)
    said: dict[str, str] = {}
    for one in report["findings"]:
        said.setdefault(one["rule"], one["message"])
    assert late in said["unemployment_notice_late"]
    assert told in said["unemployment_first_day"]
    assert {"suspension_too_long", "holiday_beside_unlawful_absence"} <= said.keys()


def test_a_holiday_beside_an_unlawful_absence_is_lost_where_the_record_covers_it(
    tmp_path: Path,
) -> None:
    """Tuesday 22 April follows Easter Monday; from Monday on the holiday is not paid."""
    folder = without_work(tmp_path, "W002,1,unlawful_absence,2025-04-22,2025-04-22,,,")
    files, report = run(folder, APRIL)
    assert "holiday_beside_unlawful_absence" in rules(report)
    assert time_of(slip(files, "2025-04/W002"))["public_holiday"] == "1.00"
    change(folder, "absences/2025.csv", "2025-04-22,2025-04-22", "2025-04-21,2025-04-22")
    files, report = run(folder, APRIL)
    assert "holiday_beside_unlawful_absence" not in rules(report)
    assert time_of(slip(files, "2025-04/W002")) == {"unlawful_absence": "2.00"}


def test_strike_detention_and_agreement_are_declared_by_their_code(tmp_path: Path) -> None:
    folder = without_work(
        tmp_path,
        "W001,1,strike,2025-03-03,2025-03-03,,,",
        "W001,1,lock_out,2025-03-04,2025-03-04,,,",
        "W001,1,unsupported_strike,2025-03-05,2025-03-05,,,",
        "W002,1,detention,2025-03-10,2025-03-11,,,",
        "W002,1,agreed_suspension,2025-03-12,2025-03-12,,,",
        "W002,1,unlawful_absence,2025-03-13,2025-03-13,,,",
        "W005,1,interrupted_day,2025-02-10,2025-02-10,,,",
        "W005,1,suspension_paid,2025-02-11,2025-02-11,,,",
    )
    before, _ = run(copied(tmp_path / "before"))
    files, report = run(folder)
    sound(files, report)
    assert "00300" in days(files, "021") and "00400" in days(files, "030")
    # What the employer owes costs the worker nothing.
    assert amounts(slip(files, "2025-02/W005"), "net_pay") == amounts(
        slip(before, "2025-02/W005"), "net_pay"
    )


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("W001,1,economic_unemployment,2025-03-03,2025-03-05,2025-02-20,,", "for manual workers"),
        ("W002,1,white_collar_suspension,2025-03-03,2025-03-05,2025-02-20,,", "white-collar"),
        ("W002,1,economic_unemployment,2025-03-03,2025-03-05,,,", "needs event"),
        ("W002,1,strike,2025-03-03,2025-03-05,,3.00,", "strike takes no supplement"),
        ("W002,1,force_majeure,2025-03-03,2025-03-05,,,both", "takes no fund"),
        ("W002,1,weather_unemployment,2025-03-03,2025-03-05,,,all", "fund"),
        ("W002,1,weather_unemployment,2025-03-03,2025-03-05,,-1.00,", "supplement"),
        ("W002,1,technical_breakdown,2025-03-03,2025-03-05,2025-03-04,,", "is after first"),
        ("W002,1,economic_unemployment,2025-03-03,2025-03-05,2035-02-20,,", "more than a year"),
    ],
)
def test_what_does_not_suit_the_kind_or_the_worker_is_refused_by_its_line(
    tmp_path: Path, line: str, says: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read_folder(without_work(tmp_path, line))
    assert says in refused.value.message
    assert str(refused.value.where) == "absences/2025.csv:2"


def test_supplements_and_funds_are_written_as_they_were_read(tmp_path: Path) -> None:
    records = read_folder(
        without_work(
            tmp_path,
            "W002,1,weather_unemployment,2025-02-10,2025-02-11,,3.50,additional",
            "W002,1,economic_unemployment,2025-03-17,2025-03-21,2025-03-07,,",
        )
    )
    write_folder(records, tmp_path / "again")
    assert read_folder(tmp_path / "again") == records


def test_more_notice_never_makes_a_day_owed(tmp_path: Path) -> None:
    """From the eighth day before the first one on, nothing is owed for the notice."""
    owed = []
    for day in range(1, 12):
        folder = without_work(
            tmp_path / str(day),
            f"W002,1,economic_unemployment,2025-03-17,2025-03-18,2025-03-{day:02},,",
        )
        _, report = run(folder, MARCH)
        owed.append("unemployment_notice_late" in rules(report))
    # Sunday 9 March is the last day of notice in time.
    assert owed == [False] * 9 + [True] * 2
