"""Public holidays that are owed and that nobody recorded: after the end of a contract, on piece pay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from officium.findings import Finding, Severity
from officium.language import long_date, month_name, number
from officium.law import days_from, public_holidays
from officium.payroll.item_days import AFTER_END
from officium.payroll.month import PaidMonth
from officium.payroll.records import Contract
from officium.payroll.remarks import table
from officium.payroll.timesheet import Timesheet

RULE = "public_holiday_after_end_missing"
ON_PIECE_PAY = "public_holiday_average_pay"


def remarks_on_public_holidays(paid: Iterable[PaidMonth], language: str) -> Iterator[Finding]:
    """The remarks on months, each with the place of the contract."""
    for one in paid:
        yield from _after_end(one, language)
        yield from _on_piece_pay(one, language)


def _on_piece_pay(one: PaidMonth, language: str) -> Iterator[Finding]:
    """No wage of a day tells what a public holiday is worth: one line for each is expected."""
    for sheet in one.of.timesheets:
        contract = sheet.contract
        days = sum(part.public_holiday_days for part in sheet.parts if part.terms.is_paid_by_piece)
        lines = sum(
            item.kind == ON_PIECE_PAY and item.contract == contract.number for item in one.of.items
        )
        if 100 * lines < days:
            message = table()["public_holiday_on_piece_pay_missing"][language].format(
                number=one.of.worker.staff_number,
                month=f"{month_name(one.of.month.number, language)} {one.of.month.year}",
                days=number(days, 2, language),
                lines=lines,
            )
            origin = contract.origin
            yield Finding(
                Severity.WARNING,
                "public_holiday_on_piece_pay_missing",
                message,
                origin.file,
                origin.line,
            )


def holidays_after_end(one: PaidMonth, contract: Contract) -> tuple[date, ...]:
    """The public holidays after the end of a contract that are owed and that no line of pay names."""
    return tuple(
        day
        for row, sheet in enumerate(one.of.timesheets)
        if sheet.contract.number == contract.number and contract.ends
        for day in unrecorded_holidays(
            one, contract.ends, one.cents("holidays_covered_after_end", row), sheet
        )
    )


def _after_end(one: PaidMonth, language: str) -> Iterator[Finding]:
    """The remarks where a contract ends in the month; whether work began elsewhere is not known."""
    for row, sheet in enumerate(one.of.timesheets):
        contract = sheet.contract
        if contract.ends is None or contract.ends > one.of.month.last:
            continue
        covered = one.cents("holidays_covered_after_end", row)
        for day in unrecorded_holidays(one, contract.ends, covered, sheet):
            message = table()[RULE][language].format(
                number=one.of.worker.staff_number,
                day=long_date(day, language),
                end=long_date(contract.ends, language),
                covered=covered,
                hours=number(sheet.terms.hours_on(day), 2, language),
            )
            origin = contract.origin
            yield Finding(Severity.WARNING, RULE, message, origin.file, origin.line)


def unrecorded_holidays(
    paid: PaidMonth, end: date, covered: int, sheet: Timesheet
) -> Iterator[date]:
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
