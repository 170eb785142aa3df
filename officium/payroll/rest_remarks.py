"""Work on a public holiday for which no rest is recorded (act of 4 January 1974, art. 11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from officium.findings import Finding, Severity
from officium.language import long_date
from officium.payroll.day import HOLIDAY_REST, WORKED
from officium.payroll.month import PaidMonth
from officium.payroll.records import Records
from officium.payroll.remarks import table
from officium.payroll.timesheet import holidays_recorded

RULE = "public_holiday_rest_missing"
WEEKS_OF_REST = 6


def remarks_on_rest(
    records: Records, paid: Iterable[PaidMonth], language: str
) -> Iterator[Finding]:
    """One remark for each public holiday worked without rest in the six weeks that follow."""
    for one in paid:
        holidays = holidays_recorded(one.of.employer, one.of.month)
        for sheet in one.of.timesheets:
            entries = records.time_of(one.of.worker.staff_number, sheet.contract.number)
            rest = [entry.day for entry in entries if entry.code == HOLIDAY_REST]
            for entry in entries:
                until = entry.day + timedelta(weeks=WEEKS_OF_REST)
                if (
                    entry.code == WORKED
                    and entry.day in holidays
                    and not _within(rest, until, entry.day)
                ):
                    message = table()[RULE][language].format(
                        number=one.of.worker.staff_number,
                        day=long_date(entry.day, language),
                        until=long_date(until, language),
                    )
                    origin = entry.origin
                    yield Finding(Severity.WARNING, RULE, message, origin.file, origin.line)


def _within(days: Iterable[date], until: date, since: date) -> bool:
    return any(since < day <= until for day in days)
