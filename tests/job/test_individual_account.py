"""The individual account of a year: what the decree asks, and to the cent what the payslips say."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.job import run_year
from officium.job.deadlines import copy_of_account
from officium.law import Month
from officium.payroll import line_name

from .running import WORKSHOP, add, cents, change, copied, only, rules, run

MARCH = Month(2025, 3)


def account(files: dict[str, bytes], number: str, year: int = 2025) -> dict[str, Any]:
    """The account of a worker."""
    told: dict[str, Any] = json.loads(files[f"accounts/{year}/{number}.json"])
    return told


def of_lines(documents: list[dict[str, Any]]) -> dict[str, int]:
    """The amounts of payslip lines by their name, all documents together."""
    found: dict[str, int] = {}
    for document in documents:
        for line in document["lines"]:
            found[line_name(line)] = found.get(line_name(line), 0) + cents(line["amount"])
    return found


def total_gross(slip: dict[str, Any]) -> str:
    """What a payslip comes to as total gross, whether it prints the line or not."""
    told: str = slip["results"]["total_gross"]
    return told


def payslips_of(files: dict[str, bytes], number: str) -> list[dict[str, Any]]:
    """The payslips of a worker, by month."""
    names = sorted(name for name in files if name.endswith(f"/{number}.json"))
    return [json.loads(files[name]) for name in names if name.startswith("payslips/")]


def agrees(told: dict[str, Any], slips: list[dict[str, Any]]) -> None:
    """The account holds each payslip, and its sums are theirs."""
    assert [month["month"] for month in told["months"]] == [slip["month"] for slip in slips]
    added = of_lines(told["months"])
    assert added == of_lines([told["total"]]) == of_lines(told["quarters"])
    asked = of_lines(slips)
    # The year names total gross in all its months, a payslip only where it differs from gross pay.
    totals = [name for name in added if " total_gross " in name]
    assert totals == [name for name in asked if " total_gross " in name]
    for name in totals:
        gross = sum(cents(total_gross(slip)) for slip in slips)
        assert added.pop(name) == gross
        assert asked.pop(name) <= gross
    assert added == asked
    for name, fact in (
        ("withholding_tax", "tax_withheld"),
        ("special_contribution", "special_contribution"),
        ("net_pay", "net_pay"),
    ):
        assert cents(told["total"]["amounts"][name]) == sum(
            cents(slip["results"][fact]) for slip in slips
        )
    for name in ("contribution_base", "capped_pay", "worker_contribution"):
        by_quarter = [cents(quarter["amounts"][name]) for quarter in told["quarters"]]
        assert sum(by_quarter) == cents(told["total"]["amounts"][name])
    for unit in ("days", "hours"):
        by_month = sum(cents(time[unit]) for month in told["months"] for time in month["time"])
        assert sum(cents(time[unit]) for time in told["total"]["time"]) == by_month


def test_the_account_of_the_workshop_is_the_sum_of_its_payslips() -> None:
    files, _ = run_year(WORKSHOP, 2025, until=MARCH)
    slips, _ = run(WORKSHOP)
    numbers = [f"W00{n}" for n in range(1, 8)]
    for number in numbers:
        agrees(account(files, number), payslips_of(slips, number))
    assert {name for name in files if name.endswith(".pdf")} == {
        f"accounts/2025/{number}.pdf" for number in numbers
    }


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    pay=st.integers(150_000, 800_000),
    premiums=st.lists(st.tuples(st.integers(1, 3), st.integers(-20_000, 90_000)), max_size=4),
    beside=st.none() | st.tuples(st.integers(1, 3), st.integers(1, 12)),
    absence=st.integers(2, 3),
)
def test_so_is_the_account_of_anybody(
    tmp_path_factory: pytest.TempPathFactory,
    pay: int,
    premiums: list[tuple[int, int]],
    beside: tuple[int, int] | None,
    absence: int,
) -> None:
    def live(folder: Path) -> None:
        only(folder, ("W001",))
        change(folder, "people/W001.toml", '"3293.80"', f'"{pay // 100}.{pay % 100:02}"')
        for n, (month, amount) in enumerate(premiums):
            sign, whole = "-" * (amount < 0), abs(amount)
            text = f"W001,1,premium,{sign}{whole // 100}.{whole % 100:02},premie {n}\n"
            add(folder, f"pay/2025-0{month}.csv", text)
        if beside:
            name = f"pay/2025-0{beside[0]}.csv"
            lines = (folder / name).read_text("utf-8").splitlines()
            rows = [line.rsplit(",", 1) for line in lines[1:]]
            text = "\n".join(
                [
                    lines[0].replace(",description", ",months,share,description"),
                    *(f"{row},,,{description}" for row, description in rows),
                    f"W001,1,double_holiday_pay,,{beside[1]}.00,1.0000,",
                ]
            )
            (folder / name).write_text(f"{text}\n", "utf-8")
        add(folder, f"time/2025-0{absence}.csv", f"W001,1,2025-0{absence}-19,unpaid_leave,7.60\n")

    folder = copied(tmp_path_factory.mktemp("anybody"), live)
    files, _ = run_year(folder, 2025, until=MARCH)
    slips, _ = run(folder)
    agrees(account(files, "W001"), payslips_of(slips, "W001"))


def test_days_are_told_by_why_they_were_not_worked() -> None:
    files, _ = run_year(WORKSHOP, 2025, until=MARCH, staff_numbers=("W002", "W006"))
    told = {
        number: {
            time["code"]: (time["counts"], time["days"])
            for time in account(files, number)["total"]["time"]
        }
        for number in ("W002", "W006")
    }
    # Karim: 63 days of the schedule without the holiday of 1 January, 2 of holidays, 2 without work.
    assert told["W002"] == {
        "worked": ("worked", "59.00"),
        "holiday": ("counted", "2.00"),
        "economic_unemployment": ("counted", "2.00"),
        "public_holiday": ("counted", "1.00"),
    }
    # Jonas: two days of unpaid leave in February and 3.60 of 7.60 hours in March.
    assert told["W006"]["unpaid_leave"] == ("not_counted", "2.47")


def test_who_left_has_the_copy_within_two_months_after_the_quarter() -> None:
    _, report = run_year(WORKSHOP, 2025, until=MARCH)
    due = {one["staff_number"]: one["copy_due"] for one in report["employers"][0]["accounts"]}
    assert due["W005"] == "2025-05-31"
    assert due["W001"] == "2026-02-28"


@pytest.mark.parametrize(
    ("year", "left", "due"),
    [
        (2023, None, date(2024, 2, 29)),
        (2024, None, date(2025, 2, 28)),
        (2025, date(2025, 3, 31), date(2025, 5, 31)),
        (2025, date(2025, 4, 1), date(2025, 8, 31)),
        (2025, date(2025, 12, 31), date(2026, 2, 28)),
    ],
)
def test_the_copy_is_due_before_the_first_of_march(year: int, left: date | None, due: date) -> None:
    assert copy_of_account(year, left) == due


def test_what_the_decree_wants_of_the_employer_is_printed_or_told(
    tmp_path: Path, pages: Callable[[bytes], str]
) -> None:
    _, report = run_year(WORKSHOP, 2025, until=Month(2025, 1), staff_numbers=("W002",))
    assert rules(report) == ["account_lacks"] * 3

    def record(folder: Path) -> None:
        text = '\n[holiday_fund]\nname = "ONVA"\nnumber = "123-45"\n'
        text += '[accident_insurance]\nname = "Assurances Quai"\nnumber = "P-77"\n'
        text += '[family_allowance_fund]\nname = "Caisse A"\nnumber = "9"\n'
        add(folder, "employer.toml", text)

    files, report = run_year(
        copied(tmp_path, record), 2025, until=Month(2025, 1), staff_numbers=("W002",)
    )
    assert rules(report) == []
    assert account(files, "W002")["employer"]["accident_insurance"] == {
        "name": "Assurances Quai",
        "number": "P-77",
    }
    page = pages(files["accounts/2025/W002.pdf"])
    assert "Assureur accidents du travail Assurances Quai, police P-77" in page
    assert "Caisse de vacances ONVA, numéro 123-45" in page


def test_an_employer_of_clerks_alone_has_no_holiday_fund_to_name(tmp_path: Path) -> None:
    folder = copied(tmp_path, lambda at: only(at, ("W001",)))
    _, report = run_year(folder, 2025, until=Month(2025, 1))
    assert [one["severity"] for one in report["findings"]] == ["warning", "info"]
    assert "accident_insurance" in report["findings"][0]["message"]


def test_a_year_without_anybody_and_a_worker_whom_nobody_knows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="nobody has staff number W099; known are W001"):
        run_year(WORKSHOP, 2025, staff_numbers=("W099",))
    with pytest.raises(BadInput, match="nobody works from 2024-01 to 2024-03"):
        run_year(copied(tmp_path, lambda at: only(at, ("W004",))), 2024, until=Month(2024, 3))
    with pytest.raises(BadInput, match="not reviewed"):
        run_year(WORKSHOP, 2026, until=Month(2026, 1))


def test_the_paper_speaks_the_language_of_the_worker(pages: Callable[[bytes], str]) -> None:
    files, _ = run_year(WORKSHOP, 2025, until=MARCH)
    titles = {"W001": "Individuele rekening 2025", "W002": "Compte individuel 2025"}
    titles |= {"W003": "Individualkonto 2025", "W004": "Individual account 2025"}
    for number, title in titles.items():
        page = pages(files[f"accounts/2025/{number}.pdf"])
        assert title in page
        assert "None" not in page
    again, _ = run_year(WORKSHOP, 2025, until=MARCH)
    assert again == files


def test_what_is_missing_is_said_in_the_language_that_was_asked_for() -> None:
    said = [
        run_year(WORKSHOP, 2025, until=Month(2025, 1), staff_numbers=("W001",), language=language)[
            1
        ]["findings"][0]["message"]
        for language in (None, "en")
    ]
    assert said[0].startswith("Cargovelo Atelier\u202f: il manque au compte individuel l’assureur")
    assert said[1].startswith("Cargovelo Atelier: the individual account lacks the insurer")


def test_a_month_with_double_holiday_pay_and_expenses_is_told_line_by_line(tmp_path: Path) -> None:
    def live(folder: Path) -> None:
        only(folder, ("W001",))
        text = "staff_number,contract,kind,amount,months,share\n"
        text += "W001,1,double_holiday_pay,,12,1.0000\nW001,1,expense,45.00,,\n"
        (folder / "pay" / "2025-03.csv").write_text(text, "utf-8")

    folder = copied(tmp_path, live)
    files, _ = run_year(folder, 2025, until=MARCH)
    slips, _ = run(folder)
    told = account(files, "W001")
    agrees(told, payslips_of(slips, "W001"))
    march = told["months"][2]["amounts"]
    # 85/92 of 92 % of 3 293.80 beside the gross pay of 3 293.80: both bear 13.07 %.
    assert march["contribution_base"] == "6093.53"
    assert march["exempt_pay"] == "45.00"


def test_names_begin_with_a_capital_and_overtime_is_hours_and_no_row_of_days(
    tmp_path: Path, pages: Callable[[bytes], str]
) -> None:
    def live(folder: Path) -> None:
        add(folder, "time/2025-01.csv", "W001,1,2025-01-21,overtime_50,2.00\n")

    files, _ = run_year(copied(tmp_path, live), 2025, until=Month(2025, 1), staff_numbers=("W001",))
    page = pages(files["accounts/2025/W001.pdf"])
    begins = [line.split() for line in page.splitlines()]
    assert page.count("Overuren, 50 %") == 1
    assert ["2", "Overuren,", "50", "%", "2", "2", "2"] in begins
    assert "Gewerkt" in page
    assert "gewerkt" not in page
    assert "Feestdag, meegeteld" in page
    assert "Overuren met 50 % toeslag" in page
