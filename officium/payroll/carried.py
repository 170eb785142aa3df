"""What earlier months hand on to a month: sums of the calendar year, claims, and opening balances."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from officium.findings import BadInput
from officium.law import Month
from officium.payroll.records import CarriedFact, Employer, Records, Worker

# The fact that enters a month, and the fact of the month before from which it comes.
SUMS_OF_THE_YEAR: dict[CarriedFact, str] = {
    "employment_bonus_granted_before": "employment_bonus_granted",
    "holiday_pay_deducted_before": "holiday_pay_deducted",
    "pay_for_holidays_before": "pay_for_holidays_open",
    "results_bonus_before": "results_bonus_of_year",
    "results_bonus_after_contributions_before": "results_bonus_after_contributions_of_year",
    "purchasing_power_premium_before": "purchasing_power_premium_of_year",
    "overtime_hours_of_year_before": "overtime_hours_of_year",
    "relaunch_hours_of_year_before": "relaunch_hours_of_year",
    "voluntary_hours_of_year_before": "voluntary_hours_of_year",
}
# Claims on the worker do not end with the year: what is left of them goes on, month by month.
CLAIMS: dict[CarriedFact, str] = {"earlier_claims": "claims_left"}
CARRIED: dict[CarriedFact, str] = {**SUMS_OF_THE_YEAR, **CLAIMS}
# What everybody has is asked for; of the others, what is not recorded is nothing.
_ASKED = "employment_bonus_granted_before"


def carried_into(
    records: Records,
    employer: Employer,
    worker: Worker,
    month: Month,
    earlier: Mapping[str, int] | None,
) -> dict[str, int]:
    """The carried facts of a worker's month (cents, or hundredths of hours).

    `earlier` holds what the law established for the worker's last month of the same year at this
    employer, None when that month was not computed; a fact of which a balance was recorded since is
    not in it. Without it the last opening balance holds, for a sum of the year the last one of that
    year; before the first month of the year's work, nothing was granted, and a claim that nothing hands
    on is none. Raises BadInput for a sum that is not known.
    """
    facts: dict[str, int] = {}
    for fact, source in CARRIED.items():
        if earlier is not None and source in earlier:
            facts[fact] = earlier[source]
            continue
        # A claim may come from the December before; an older one was settled or told since.
        since = date(month.year, 1, 1) if fact in SUMS_OF_THE_YEAR else date(month.year - 1, 12, 1)
        balance = _opening(records, worker, fact, since, month)
        is_first = month == _first_month(worker, employer, month.year)
        if balance is None and fact == _ASKED and not is_first:
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
