"""The calendar of a payslip: each day of the month with its codes of time, and why a day is absence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from officium.engine import explain
from officium.language import plain
from officium.law import days_from
from officium.payroll.absence_kinds import ABSENCE_KINDS
from officium.payroll.absences import AbsenceMonth
from officium.payroll.absences.resolve import WANT
from officium.payroll.nested import nested
from officium.payroll.timesheet import Timesheet, time_by_code


def calendar_of(sheet: Timesheet, absences: AbsenceMonth | None) -> list[dict[str, Any]]:
    """Every day of the month, those outside the contract with no code; hours at two decimals."""
    by_day: Mapping[date, Mapping[str, int]] = {
        one.day: one.hours for part in sheet.parts for one in part.by_day
    }
    of_absence = {of.day: of.absence.kind for of in absences.days} if absences else {}
    return [
        {
            "day": day.isoformat(),
            "in_contract": day in by_day,
            "absence": of_absence.get(day),
            "codes": [
                _code(sheet, name, hours) for name, hours in by_day.get(day, {}).items() if hours
            ],
        }
        for day in days_from(sheet.month.first, sheet.month.last)
    ]


def _code(sheet: Timesheet, name: str, hours: int) -> dict[str, Any]:
    time = time_by_code(sheet.contract, name, hours, 0)
    return {
        "code": name,
        "service": time.service,
        "is_paid": time.is_paid,
        "hours": plain(hours, 2),
    }


def absences_told(of: AbsenceMonth, language: str) -> dict[str, Any]:
    """What the law says of a contract's days of absence, with what is needed to ask it again."""
    book = of.family.book
    asked = {flag for one in of.days for flag, _ in ABSENCE_KINDS[one.absence.kind].days}
    return {
        "contract": of.contract.number,
        "days": [one.day.isoformat() for one in of.days],
        "codes": [of.code(at) for at in range(len(of.days))],
        "labels": {name: dict(book.country.facts[name].names) for name in WANT if name in asked},
        "fingerprint": book.fingerprint,
        "question": {
            "on": [day.isoformat() for day in of.month.days],
            "paid": of.month.first.isoformat(),
            "want": list(WANT),
            "provisional": True,
            "rows": nested(of.row),
        },
        "explanation": explain(of.family, WANT, language),
    }
