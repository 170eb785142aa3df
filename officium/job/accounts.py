"""The declaration of a quarter in the employer's ledger, and what the ledger then owes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from officium.ledger import (
    Entry,
    balances,
    book_declaration,
    book_yearly_holidays,
    nsso_account,
    record,
)
from officium.payroll import EmployerQuarter, PaidMonth

# The contributions that are the employer's alone, beside its part of the ordinary one.
EMPLOYERS_OWN = (
    "employer_contribution",
    "contribution_1_60",
    "closure_fund_basic_contribution",
    "closure_fund_special_contribution",
    "temporary_unemployment_contribution",
    "industrial_accident_special_contribution",
    "asbestos_contribution",
    "sector_fund_contribution",
    "results_bonus_employer_contribution",
    "purchasing_power_contribution",
    "compensation_contribution",
)


def book_quarter(
    entries: tuple[Entry, ...],
    of: EmployerQuarter,
    months: Sequence[PaidMonth],
    net_owed: int,
    moment: datetime,
) -> tuple[Entry, ...]:
    """Book the declaration, so that the debt to the NSSO is its net amount to the cent."""
    lines = [row for _, _, row, _ in of.lines()]
    occupations = [row for _, row, _ in of.occupations()]
    contracts = sum(len(month.of.timesheets) for month in months)
    apart = sum(
        bool(month.cents("item_worker_contribution", row))
        for month in months
        for row in range(len(month.of.items))
    )
    apart += 2 * sum(bool(of.cents("results_bonus_paid", row)) for row in lines)
    apart += bool(of.cents("employer_profit_premiums")) + bool(of.cents("double_holiday_base"))
    booking = book_declaration(
        str(of.quarter),
        employer_contributions=sum(of.cents(fact, row) for fact in EMPLOYERS_OWN for row in lines),
        reductions=sum(of.cents("structural_reduction", row) for row in occupations),
        withheld=sum(
            month.total("employee_contribution")
            + month.total("contributions_beside_gross")
            + month.cents("special_contribution")
            for month in months
        ),
        net_owed=net_owed,
        # The ordinary line, the employer's part, and each contract's monthly base and contribution; the
        # same of what has a contribution of its own, and the employer's lines.
        roundings=2 * len(lines) + 2 * contracts + 2 * apart,
        origin=f"declarations/dmfa-{of.quarter}.xml",
        valid=of.quarter.last,
    )
    return record(entries, [booking], moment)


def book_year(
    entries: tuple[Entry, ...], of: EmployerQuarter, moment: datetime
) -> tuple[Entry, ...]:
    """Book what falls due once a year: in the first quarter, the holidays of manual workers."""
    owed = of.cents("yearly_holiday_contribution")
    if not owed:
        return entries
    booking = book_yearly_holidays(
        of.quarter.year - 1,
        str(of.quarter),
        owed,
        origin="report.json",
        valid=of.quarter.last,
    )
    return record(entries, [booking], moment)


def debt_to_nsso(entries: tuple[Entry, ...], quarter: str) -> int:
    """What the ledger owes the NSSO for a quarter (cents)."""
    return -balances(entries).get(nsso_account(quarter), 0)
