"""How long a worker has been in an employer's service: counted from the contracts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from officium.law import Month
from officium.payroll.records import Contract, Worker

_DAY = timedelta(days=1)
# Who leaves for a serious cause of the employer does not leave of his own will.
_WAYS = {
    "dismissal_for_serious_cause": "serious_cause",
    "resignation_for_serious_cause": "dismissal",
    "closure": "dismissal",
    "rcc": "dismissal",
    "medical_force_majeure": "force_majeure",
}


@dataclass(frozen=True, slots=True)
class Service:
    """Whole months up to the payment or the end, and years reached in the calendar year.

    `way_of_leaving` is "stays" for who is bound by the contract on the day of payment.
    """

    months: int
    years: int
    way_of_leaving: str


def service(worker: Worker, contract: Contract, month: Month, paid_on: date) -> Service:
    """The service under a contract as it stands when a month is paid.

    Contracts with the same employer that follow each other without a day between them count together.
    The last day of the contract counts as a day of service, the day of payment does not.
    """
    began = service_began(worker, contract)
    left = contract.ends if contract.ends and contract.ends <= month.last else None
    year_end = min(Month(month.year, 12).last, contract.ends or date.max)
    reason = contract.end_reason or "stays"
    return Service(
        whole_months(began, left + _DAY if left else paid_on),
        whole_months(began, year_end + _DAY) // 12,
        _WAYS.get(reason, reason) if left and left < paid_on else "stays",
    )


def whole_months(first: date, until: date) -> int:
    """Months completed from a day to a later one, which is not counted itself; 0 before it."""
    months = 12 * (until.year - first.year) + until.month - first.month
    return max(0, months - (until.day < first.day))


def contracts_before(worker: Worker, contract: Contract) -> tuple[Contract, ...]:
    """The ended contracts with the same employer to which this one follows without a day between them."""
    began = service_began(worker, contract)
    return tuple(
        one
        for one in sorted(worker.contracts, key=lambda one: one.begins)
        if one.employer == contract.employer
        and began <= one.begins
        and (one.ends or date.max) < contract.begins
    )


def service_began(worker: Worker, contract: Contract) -> date:
    """The first day of the contracts that follow each other up to this one."""
    began = contract.begins
    for one in sorted(worker.contracts, key=lambda one: one.begins, reverse=True):
        follows = one.ends is None or one.ends >= began - _DAY
        if one.employer == contract.employer and one.begins < began and follows:
            began = one.begins
    return began
