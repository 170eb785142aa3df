"""Lines of pay that come from the time of a month: hours that the basic pay does not pay."""

from __future__ import annotations

from collections.abc import Iterator

from officium.payroll.pay_kinds import PAY_KINDS
from officium.payroll.records import PayItem, Worker
from officium.payroll.time_codes import TIME_CODES
from officium.payroll.timesheet import Timesheet


def lines_of_time(worker: Worker, sheet: Timesheet) -> Iterator[PayItem]:
    """One line for each kind of pay that pays codes of time of the month, with their hours and days."""
    found: dict[str, tuple[int, int]] = {}
    for time in sheet.times:
        kind = TIME_CODES[time.code].line
        if kind is not None:
            hours, days = found.get(kind, (0, 0))
            found[kind] = hours + time.hours, days + time.days
    for kind, (hours, days) in found.items():
        takes = (*PAY_KINDS[kind].needs, *PAY_KINDS[kind].may)
        yield PayItem(
            origin=sheet.contract.origin,
            month=str(sheet.month),
            staff_number=worker.staff_number,
            contract=sheet.contract.number,
            kind=kind,
            hours=hours if "hours" in takes else None,
            days=days if "days" in takes else None,
        )
