"""The calendar of a payslip: each day of the month with its codes of time, and why a day is absence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from officium.engine import explain
from officium.language import plain
from officium.law import days_from
from officium.payroll.absences import AbsenceMonth
from officium.payroll.absences.resolve import WANT
from officium.payroll.nested import nested
from officium.payroll.time_codes import TIME_CODES
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
    """A code of a day; `line` is the kind of pay whose line pays its hours, not the basic pay."""
    time, code = time_by_code(sheet.contract, name, hours, 0), TIME_CODES[name]
    return {
        "code": name,
        "service": time.service,
        "is_paid": time.is_paid,
        "line": name if code.above_schedule else code.line,
        "above_schedule": code.above_schedule,
        "hours": plain(hours, 2),
    }


def lines_of_time(
    calendar: Iterable[Mapping[str, Any]], labels: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, str]]:
    """The names of the lines of pay that pay hours of a calendar, by their kind."""
    lines = (code["line"] for day in calendar for code in day["codes"])
    return {line: dict(labels[line]) for line in dict.fromkeys(lines) if line}


def absences_told(of: AbsenceMonth, language: str) -> dict[str, Any]:
    """What the law says of a contract's days of absence, with what is needed to ask it again.

    `asked` are the flags of each day in the order in which they were asked: the last one may hold.
    `flags` are their names. `incapacities` are those to which the days belong, None for another absence.
    """
    book = of.family.book
    names = book.country.facts["absence_kind"].labels
    kinds = dict.fromkeys(one.absence.kind for one in of.days)
    flags = (flag for at in range(len(of.days)) for flag in of.asked(at))
    return {
        "contract": of.contract.number,
        "days": [one.day.isoformat() for one in of.days],
        "codes": [of.code(at) for at in range(len(of.days))],
        "asked": [list(of.asked(at)) for at in range(len(of.days))],
        "incapacities": [_incapacity(of, at) for at in range(len(of.days))],
        "kinds": {kind: dict(names[kind]) for kind in kinds},
        "flags": {flag: dict(book.country.facts[flag].names) for flag in dict.fromkeys(flags)},
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


def _incapacity(of: AbsenceMonth, at: int) -> dict[str, Any] | None:
    """The incapacity of a day: which day of guaranteed pay it is, and the illness that it continues."""
    incapacity = of.days[at].incapacity
    if incapacity is None:
        return None
    number = of.family.fact("guaranteed_day_number", at)
    before = incapacity.relapse_of
    return {
        "first": incapacity.first.isoformat(),
        "day": number,
        "days_before": incapacity.days_before,
        "relapse_of": [day.isoformat() for day in before] if before else None,
    }
