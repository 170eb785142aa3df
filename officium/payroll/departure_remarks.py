"""What looks wrong when a white-collar worker leaves: holiday pay that is missing, or part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from officium.findings import Finding, Severity
from officium.language import long_date
from officium.payroll.facts import WorkerMonth
from officium.payroll.remarks import table

PARTS = ("pay", "bonus", "supplement")


def remarks_on_departures(months: Iterable[WorkerMonth], language: str) -> Iterator[Finding]:
    """The remarks on the months in which a contract of a white-collar worker ends."""
    for month in months:
        for sheet in month.timesheets:
            contract = sheet.contract
            leaves = contract.ends is not None and contract.ends <= month.month.last
            if contract.status != "white_collar" or not leaves:
                continue
            assert contract.ends is not None
            kinds = {item.kind for item in month.items if item.contract == contract.number}
            missing = [
                kind for part in PARTS if (kind := f"departure_holiday_{part}_current") not in kinds
            ]
            if missing:
                message = table()["departure_pay_missing"][language].format(
                    number=month.worker.staff_number,
                    day=long_date(contract.ends, language),
                    year=contract.ends.year,
                    kinds=", ".join(missing),
                )
                origin = contract.origin
                yield Finding(
                    Severity.WARNING, "departure_pay_missing", message, origin.file, origin.line
                )
