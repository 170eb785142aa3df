"""What looks wrong in somebody's overtime: more hours in a year than the law allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from officium.findings import Finding, Severity
from officium.language import month_name, number
from officium.payroll.month import PaidMonth
from officium.payroll.remarks import table

BEYOND_MAXIMUM = {
    "relaunch_hours_beyond_maximum": ("relaunch_overtime",),
    "voluntary_hours_beyond_maximum": ("voluntary_overtime", "voluntary_overtime_100"),
}


def remarks_on_overtime(paid: Iterable[PaidMonth], language: str) -> Iterator[Finding]:
    """The remarks on the overtime of months, each with the place of its first record."""
    for one in paid:
        month = f"{month_name(one.of.month.number, language)} {one.of.month.year}"
        for fact, kinds in BEYOND_MAXIMUM.items():
            if one.cents(fact):
                place = next(item.origin for item in one.of.items if item.kind in kinds)
                message = table()[fact][language].format(
                    number=one.of.worker.staff_number,
                    month=month,
                    hours=number(one.cents(fact), 2, language),
                )
                yield Finding(Severity.WARNING, fact, message, place.file, place.line)
