"""Hours of educational leave by month, of which the region gives a part back to the employer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from officium.findings import Finding, Severity
from officium.language import month_name, number
from officium.law import Month
from officium.payroll.month import PaidMonth
from officium.payroll.records import Contract, Worker
from officium.payroll.remarks import table

CODES = ("training", "capped_training")
MISSING = "training_region_missing"
FIRST_MONTH = 9


@dataclass(frozen=True, slots=True)
class TrainingMonth:
    """Educational leave under a contract in a month: hundredths of hours; the region where recorded."""

    worker: Worker
    contract: Contract
    month: Month
    hours: int
    region: str | None

    @property
    def school_year(self) -> str:
        """The school year of the month, from September to August."""
        first = self.month.year - (self.month.number < FIRST_MONTH)
        return f"{first}-{first + 1}"


def training_of(paid: Iterable[PaidMonth]) -> Iterator[TrainingMonth]:
    """The educational leave of months, in their order."""
    for one in paid:
        for sheet in one.of.timesheets:
            hours = sum(time.hours for time in sheet.times if time.code in CODES)
            if hours:
                contract = sheet.contract
                region = one.of.employer.region_of(contract.establishment)
                yield TrainingMonth(one.of.worker, contract, one.of.month, hours, region)


def remarks_on_training(paid: Iterable[PaidMonth], language: str) -> Iterator[Finding]:
    """Educational leave in an establishment whose region is not recorded."""
    for one in training_of(paid):
        if one.region is None:
            message = table()[MISSING][language].format(
                number=one.worker.staff_number,
                month=f"{month_name(one.month.number, language)} {one.month.year}",
                hours=number(one.hours, 2, language),
                establishment=one.contract.establishment,
            )
            place = one.contract.origin
            yield Finding(Severity.WARNING, MISSING, message, place.file, place.line)
