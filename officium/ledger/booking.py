"""From documents to bookings in the employer's wage ledger: payslip, declaration, payment.

Amounts are cents with the sign of the document; a negative one (a correction, a refund) moves the
other way. A creditor's balance is below zero; the NSSO and each worker have their own account.
"""

from __future__ import annotations

from datetime import date

from officium.findings import BadInput
from officium.language import plain

from .chart import account
from .entry import Booking
from .move import moved


def nsso(quarter: str) -> str:
    """The account of what is owed to the NSSO for a quarter such as `2025Q1`."""
    return account("employer", "454", quarter)


def withholding_tax(month: str) -> str:
    """The account of the withholding tax kept in a month such as `2025-01`."""
    return account("employer", "453", month)


def wages(staff_number: str) -> str:
    """The account of what a worker is owed."""
    return account("employer", "455", staff_number)


def book_payslip(
    month: str,
    staff_number: str,
    *,
    gross_pay: int,
    employee_contribution: int,
    special_contribution: int,
    tax: int,
    net_pay: int,
    origin: str,
    valid: date,
) -> Booking:
    """Gross pay becomes owed to the worker; what is withheld becomes owed to NSSO and tax office.

    `month` is `2025-01`; `employee_contribution` is what remains after the employment bonus, `tax`
    the withholding tax. Raises `BadInput` when net pay is not gross pay less the three.
    """
    withheld = employee_contribution + special_contribution + tax
    if gross_pay - withheld != net_pay:
        raise BadInput(
            f"net pay is {plain(net_pay, 2)}, but gross pay less what is withheld is "
            f"{plain(gross_pay, 2)} - {plain(withheld, 2)} = {plain(gross_pay - withheld, 2)}",
            code="net_pay_differs",
            where=origin,
        )
    quarter, worker = quarter_of(month), wages(staff_number)
    return Booking(
        "payslip",
        (month, staff_number),
        valid,
        origin,
        moved(worker, account("employer", "620", quarter), gross_pay)
        + moved(nsso(quarter), worker, employee_contribution)
        + moved(nsso(quarter), worker, special_contribution)
        + moved(withholding_tax(month), worker, tax),
    )


def book_declaration(
    quarter: str,
    *,
    employer_contributions: int,
    reductions: int,
    withheld: int,
    net_owed: int,
    roundings: int,
    origin: str,
    valid: date,
) -> Booking:
    """The employer's part becomes owed to the NSSO, so that the debt equals the declaration.

    `employer_contributions` are due before `reductions`, both the employer's own: the employment
    bonus is the worker's and already inside `withheld`, what the quarter's payslips withheld for
    the NSSO. `net_owed` is the net amount of the DmfA. Payslips round each month, the declaration
    each quarter: what remains between them is booked apart, and may not exceed half a cent for
    each of the `roundings` (number of amounts rounded on either side); else `BadInput`.
    """
    difference = net_owed - (withheld + employer_contributions - reductions)
    if 2 * abs(difference) > roundings:
        raise BadInput(
            f"the declaration owes {plain(net_owed, 2)}, "
            f"the ledger {plain(net_owed - difference, 2)}: "
            f"{plain(difference, 2)} is more than {roundings} roundings can explain",
            code="declaration_differs",
            where=origin,
        )
    return Booking(
        "declaration",
        (quarter,),
        valid,
        origin,
        moved(nsso(quarter), account("employer", "621", quarter), employer_contributions)
        + moved(account("employer", "6219", quarter), nsso(quarter), reductions)
        + moved(nsso(quarter), account("employer", "648", quarter), difference),
    )


def book_payment(
    creditor: str, cents: int, *, bank: str, payee: str, origin: str, valid: date
) -> Booking:
    """A bank line that pays a debt: cents leave the account `bank` (an IBAN) for the creditor's."""
    source = account("employer", "550", bank)
    return Booking("payment", (payee,), valid, origin, moved(source, creditor, cents))


def quarter_of(month: str) -> str:
    """The quarter of a month: `2025-02` lies in `2025Q1`."""
    year, number = month.split("-")
    return f"{year}Q{(int(number) + 2) // 3}"
