"""Public holidays after the end of a contract that the former employer owes and nobody recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from officium.findings import Finding, Severity
from officium.language import long_date, number
from officium.law import days_from, public_holidays
from officium.payroll.item_days import AFTER_END
from officium.payroll.month import PaidMonth
from officium.payroll.remarks import table
from officium.payroll.timesheet import Timesheet

RULE = "public_holiday_after_end_missing"


def remarks_on_public_holidays(paid: Iterable[PaidMonth], language: str) -> Iterator[Finding]:
    """The remarks on the months in which a contract ends; whether work began elsewhere is not known."""
    for one in paid:
        for row, sheet in enumerate(one.of.timesheets):
            contract = sheet.contract
            if contract.ends is None or contract.ends > one.of.month.last:
                continue
            covered = one.cents("holidays_covered_after_end", row)
            for day in _holidays(one, contract.ends, covered, sheet):
                message = table()[RULE][language].format(
                    number=one.of.worker.staff_number,
                    day=long_date(day, language),
                    end=long_date(contract.ends, language),
                    covered=covered,
                    hours=number(sheet.terms.hours_on(day), 2, language),
                )
                origin = contract.origin
                yield Finding(Severity.WARNING, RULE, message, origin.file, origin.line)


def _holidays(paid: PaidMonth, end: date, covered: int, sheet: Timesheet) -> Iterator[date]:
    """The holidays on days of the schedule within the days covered that no line of pay names."""
    employer, worker = paid.of.employer, paid.of.worker
    replaced = {entry.holiday: entry.day for entry in employer.replacement_days}
    named = {item.day for item in paid.of.items if item.kind == AFTER_END}
    first, last = end + timedelta(days=1), end + timedelta(days=covered)
    years = range(end.year, last.year + 1)
    holidays = {replaced.get(day, day) for year in years for day in public_holidays(year)}
    for day in days_from(first, last):
        again = any(
            one.employer == sheet.contract.employer and one.runs_in(day, day)
            for one in worker.contracts
        )
        if day in holidays and day not in named and sheet.terms.hours_on(day) and not again:
            yield day
