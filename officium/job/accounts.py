"""The employer's ledger of a period: payslips, orders to pay, the declaration, in that order."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from officium.job.period import morning
from officium.ledger import (
    Booking,
    Entry,
    balances,
    book_declaration,
    book_order,
    book_payslip,
    book_yearly_holidays,
    nsso_account,
    record,
    wages_account,
)
from officium.payments import Debtor, Payee, PaymentFile, payment_file, transfers
from officium.payroll import Employer, EmployerQuarter, PaidMonth

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
)
# The label of a wage on the account statement, in the language of the worker.
_WAGE = {"nl": "Loon {0}", "fr": "Rémunération {0}", "de": "Lohn {0}", "en": "Wage {0}"}


@dataclass(frozen=True, slots=True)
class MonthBooked:
    """The ledger after a month, and the payment file of its wages (None: nobody is owed)."""

    entries: tuple[Entry, ...]
    payment: PaymentFile | None


def book_month(
    entries: tuple[Entry, ...], employer: Employer, paid: Sequence[PaidMonth]
) -> MonthBooked:
    """Book the payslips of a month, and order the payment of their net pay.

    Where pay was taken back and a net pay is below zero, the worker's account keeps the claim: a
    later wage is not set off against it, because that needs the worker's leave or a judge (Act of
    12 April 1965, art. 23).
    """
    month = str(paid[0].of.month)
    paid_on = paid[0].of.paid_on
    moment = morning(paid_on)
    entries = record(entries, [_payslip(one) for one in paid], moment)
    debts = {
        wages_account(one.of.worker.staff_number): one.cents("net_pay")
        for one in paid
        if one.cents("net_pay") > 0
    }
    if not debts:
        return MonthBooked(entries, None)
    payees: Mapping[str, Payee] = {
        wages_account(one.of.worker.staff_number): Payee(
            f"{one.of.worker.name} {one.of.worker.first_name}",
            one.of.worker.iban,
            _WAGE[one.of.worker.language].format(month),
        )
        for one in paid
    }
    ordered = transfers(debts, payees, month)
    # A bank takes one file of a name: other amounts are another file, the same ones are not paid twice.
    digest = hashlib.sha256(repr((paid_on, employer.iban, ordered)).encode()).hexdigest()
    file = payment_file(
        ordered,
        Debtor(employer.name, employer.iban),
        on=paid_on,
        message=f"{employer.enterprise_number}-{month}-{digest[:8]}",
        created=moment,
        salary=True,
    )
    order = book_order(
        debts, bank=employer.iban, origin=f"payments/{month}-wages.xml", valid=paid_on
    )
    return MonthBooked(record(entries, [order], moment), file)


def _payslip(paid: PaidMonth) -> Booking:
    of = paid.of
    month = str(of.month)
    return book_payslip(
        month,
        of.worker.staff_number,
        gross_pay=paid.total("total_gross") + paid.total("exempt_pay") - paid.total("pay_in_kind"),
        employee_contribution=paid.total("employee_contribution")
        + paid.total("contributions_beside_gross"),
        special_contribution=paid.cents("special_contribution"),
        withholding_tax=paid.cents("tax_withheld"),
        net_pay=paid.cents("net_pay"),
        paid_on=of.paid_on,
        origin=f"payslips/{month}/{of.worker.staff_number}.json",
        valid=of.month.last,
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
