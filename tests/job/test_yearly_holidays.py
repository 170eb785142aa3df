"""Once a year an employer of manual workers owes the rest of the holiday contribution."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from officium.findings import BadInput
from officium.job import Period
from officium.law import Quarter

from .running import add, copied, run

RECORDED = '\n[[manual_pay]]\nyear = 2024\namount = "86400.50"\n'


def recorded(place: Path) -> Path:
    return copied(place, lambda folder: add(folder, "employer.toml", RECORDED))


def debit_notes(report: dict[str, Any]) -> list[dict[str, Any]]:
    return [duty for duty in report["to_pay"] if duty["what"] == "holiday_debit_note"]


def test_the_debit_note_of_march_is_told_with_its_last_day_and_explained(tmp_path: Path) -> None:
    """(86 400.50 + 8 %) x 10.27 % = 93 312.54 x 10.27 % = 9 583.197858."""
    files, report = run(recorded(tmp_path))
    (note,) = debit_notes(report)
    assert (note["amount"], note["due"], note["payee"]) == ("9583.20", "2025-04-30", "ONSS")
    facts = report["explanations"]["year"]["facts"]
    assert facts["yearly_holiday_base"]["value"] == "93312.54"
    assert "Cotisation annuelle de vacances" in files["report.html"].decode()


def test_the_ledger_owes_it_on_an_account_of_its_own_beside_the_declaration(tmp_path: Path) -> None:
    files, report = run(recorded(tmp_path))
    ledger = " ".join(files["ledger/ledger.beancount"].decode().split())
    assert "balance Liabilities:454:2024-holidays -9583.20 EUR" in ledger
    assert f"balance Liabilities:454:2025Q1 -{report['nsso']['net_owed']} EUR" in ledger


def test_a_later_quarter_and_a_month_owe_nothing_of_it(tmp_path: Path) -> None:
    folder = recorded(tmp_path)
    _, second = run(folder, Period.of_quarter(Quarter(2025, 2)))
    assert debit_notes(second) == []
    assert "year" not in second["explanations"]


def test_an_employer_without_a_record_of_last_year_is_told_nothing(tmp_path: Path) -> None:
    _, report = run(copied(tmp_path))
    assert debit_notes(report) == []


def test_two_amounts_for_one_year_are_refused(tmp_path: Path) -> None:
    folder = copied(tmp_path, lambda it: add(it, "employer.toml", RECORDED + RECORDED))
    with pytest.raises(BadInput, match="manual_pay name 2024 twice"):
        run(folder)
