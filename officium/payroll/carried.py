"""What earlier months hand on to a month: sums of the calendar year, claims, and opening balances."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from officium.findings import BadInput
from officium.law import Month
from officium.payroll.records import CarriedFact, Employer, Records, Worker

# The fact that enters a month, and the fact of the month before from which it comes.
SUMS_OF_THE_YEAR: dict[CarriedFact, str] = {
    "employment_bonus_granted_before": "employment_bonus_granted"
}
# Claims on the worker do not end with the year: what is left of them goes on, month by month.
CLAIMS: dict[CarriedFact, str] = {"earlier_claims": "claims_left"}
CARRIED: dict[CarriedFact, str] = {**SUMS_OF_THE_YEAR, **CLAIMS}


def carried_into(
    records: Records,
    employer: Employer,
    worker: Worker,
    month: Month,
    earlier: Mapping[str, int] | None,
) -> dict[str, int]:
    """The carried facts of a worker's month (cents).

    `earlier` holds what the law established for the worker's last month of the same year at this
    employer, None when that month was not computed. Without it the last opening balance holds, for a
    sum of the year the last one of that year; before the first month of the year's work, nothing was
    granted, and a claim that nothing hands on is none. Raises BadInput for a sum that is not known.
    """
    facts: dict[str, int] = {}
    for fact, source in CARRIED.items():
        if earlier is not None and source in earlier:
            facts[fact] = earlier[source]
            continue
        of_year = fact in SUMS_OF_THE_YEAR
        since = Month(month.year, 1).first if of_year else date.min
        balance = _opening(records, worker, fact, since, month)
        if balance is None and of_year and month != _first_month(worker, employer, month.year):
            raise BadInput(
                f"{fact} of {worker.staff_number} is not known for {month}: compute the months of "
                f"{month.year} before it, or record the balance in opening.toml",
                code="no_carried_fact",
                where=str(worker.origin),
            )
        facts[fact] = balance or 0
    return facts


def _opening(records: Records, worker: Worker, fact: str, since: date, month: Month) -> int | None:
    amounts = {
        balance.as_of: balance.amount
        for balance in records.opening_of(worker.staff_number)
        if balance.fact == fact and since <= balance.as_of < month.first
    }
    return amounts[max(amounts)] if amounts else None


def _first_month(worker: Worker, employer: Employer, year: int) -> Month:
    months = (Month(year, number) for number in range(1, 13))
    return next(month for month in months if worker.contracts_at(employer.enterprise_number, month))
