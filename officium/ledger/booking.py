"""From documents to bookings in the employer's wage ledger: payslip, declaration, payment.

Amounts are cents with the sign of the document; a negative one (a correction, a refund) moves the
other way. A creditor's balance is below zero; the NSSO and each worker have their own account.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from officium.findings import BadInput
from officium.language import plain

from .chart import account
from .entry import Booking
from .move import moved


def nsso_account(quarter: str) -> str:
    """The account of what is owed to the NSSO for a quarter such as `2025Q1`."""
    return account("employer", "454", quarter)


def withholding_tax_account(month: str) -> str:
    """The account of the withholding tax on what was paid in a month such as `2025-01`."""
    return account("employer", "453", month)


def wages_account(staff_number: str) -> str:
    """The account of what a worker is owed."""
    return account("employer", "455", staff_number)


def claims_account(staff_number: str) -> str:
    """The account of what the employer may still take back from a worker."""
    return account("employer", "416", staff_number)


def creditor_account(staff_number: str, attachment: int) -> str:
    """The account of what a creditor of a worker is owed, by the number of the attachment."""
    return account("employer", "4591", staff_number, str(attachment))


# Kinds of deduction and the account that each one credits. Fines are spent for the workers (Act of
# 8 April 1965, art. 19); a part of the pay that was paid before settles what was advanced for it.
_CREDITED = {
    "advance": "416",
    "part_payment": "416",
    "negative_net": "455",
    # Owed since before the first month, like the claims with which a folder opens.
    "fine": "489",
    "damages": "744",
    "damages_by_fraud": "744",
    "overpaid_wage": "620",
    "meal_voucher_share": "6238",
    "benefit_share": "743",
    "other_deduction": "459",
}


@dataclass(frozen=True, slots=True)
class Flows:
    """What only some payslips have, in cents: pay beside the gross pay, and what is taken back.

    `pay_beside` has contributions and taxes of its own, `contributions` and `taxes` together;
    `costs` are refunded, or presents; `in_kind` is contained in the pay and not paid in cash.
    Deductions are by kind: `taken` at once, `claimed` in the month and taken within the limit of the
    law; `negative_net` is claimed where the month itself ends below zero. `settled` is what was taken
    of all claims, those of earlier months included. `tax_kept` is withheld and not paid over. `attached`
    is what creditors get, by number of the attachment.
    """

    pay_beside: int = 0
    costs: int = 0
    in_kind: int = 0
    contributions: int = 0
    taxes: int = 0
    taken: Mapping[str, int] = field(default_factory=dict)
    claimed: Mapping[str, int] = field(default_factory=dict)
    settled: int = 0
    tax_kept: int = 0
    attached: Mapping[int, int] = field(default_factory=dict)

    @property
    def net(self) -> int:
        """What they add to the net pay."""
        off = self.in_kind + self.contributions + self.taxes + self.settled
        off += sum(self.taken.values()) + sum(self.attached.values())
        return self.pay_beside + self.costs - off


NO_FLOWS = Flows()


def book_payslip(
    month: str,
    staff_number: str,
    *,
    gross_pay: int,
    employee_contribution: int,
    special_contribution: int,
    withholding_tax: int,
    net_pay: int,
    paid_on: date,
    origin: str,
    valid: date,
    flows: Flows = NO_FLOWS,
) -> Booking:
    """Pay becomes owed to the worker; what is withheld becomes owed to NSSO and tax office.

    `month` is the month worked, `2025-01`: contributions follow it; the tax follows `paid_on`.
    `employee_contribution` is what remains after the employment bonus. Raises `BadInput` when net pay
    is not what is granted less all that is taken off.
    """
    withheld = employee_contribution + special_contribution + withholding_tax
    net = gross_pay - withheld + flows.net
    if net != net_pay:
        raise BadInput(
            f"net pay is {plain(net_pay, 2)}, but gross pay less what is withheld is "
            f"{plain(gross_pay, 2)} - {plain(withheld, 2)} = {plain(gross_pay - withheld, 2)}"
            + (f", and {plain(flows.net, 2)} beside it" if flows.net else ""),
            code="net_pay_differs",
            where=origin,
        )
    quarter, worker = quarter_of(month), wages_account(staff_number)
    claims = claims_account(staff_number)

    def own(number: str) -> str:
        return account("employer", number, quarter)

    def credited(kind: str) -> str:
        number = _CREDITED[kind]
        return {"416": claims, "455": worker}.get(number) or own(number)

    tax = withholding_tax_account(paid_on.isoformat()[:7])
    moves = (
        moved(worker, own("620"), gross_pay + flows.pay_beside),
        moved(worker, own("623"), flows.costs),
        moved(own("749"), worker, flows.in_kind),
        moved(nsso_account(quarter), worker, employee_contribution),
        moved(nsso_account(quarter), worker, special_contribution),
        moved(nsso_account(quarter), worker, flows.contributions),
        moved(tax, worker, withholding_tax),
        moved(tax, worker, flows.taxes),
        moved(own("740"), tax, flows.tax_kept),
        *(moved(credited(kind), worker, cents) for kind, cents in flows.taken.items()),
        # An advance is a claim since the day on which it was paid.
        *(
            moved(credited(kind), claims, cents)
            for kind, cents in flows.claimed.items()
            if credited(kind) != claims
        ),
        moved(claims, worker, flows.settled),
        *(
            moved(creditor_account(staff_number, number), worker, cents)
            for number, cents in flows.attached.items()
        ),
    )
    return Booking(
        "payslip", (month, staff_number), valid, origin, tuple(chain.from_iterable(moves))
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
        moved(nsso_account(quarter), account("employer", "621", quarter), employer_contributions)
        + moved(account("employer", "6219", quarter), nsso_account(quarter), reductions)
        + moved(nsso_account(quarter), account("employer", "648", quarter), difference),
    )


def book_order(owed: Mapping[str, int], *, bank: str, origin: str, valid: date) -> Booking:
    """A payment file: each debt (account -> cents) is settled by money on its way from `bank`, an IBAN.

    Once ordered a debt is not owed, and so not paid, a second time; what the bank then does is a bank
    line.
    """
    return _ordered("order", owed, bank, origin, valid)


def book_cheques(owed: Mapping[str, int], *, bank: str, origin: str, valid: date) -> Booking:
    """A list of circular cheques: each debt is settled by a cheque that `bank` draws on the account."""
    return _ordered("cheques", owed, bank, origin, valid)


def _ordered(what: str, owed: Mapping[str, int], bank: str, origin: str, valid: date) -> Booking:
    on_its_way = account("employer", "580", bank)
    moves = (moved(on_its_way, creditor, cents) for creditor, cents in owed.items())
    return Booking(what, (bank,), valid, origin, tuple(chain.from_iterable(moves)))


def book_bank_line(cents: int, *, bank: str, origin: str, valid: date) -> Booking:
    """A line of the bank statement: the money that was on its way has left the account `bank`."""
    left, on_its_way = account("employer", "550", bank), account("employer", "580", bank)
    return Booking("bank_line", (bank,), valid, origin, moved(left, on_its_way, cents))


def quarter_of(month: str) -> str:
    """The quarter of a month: `2025-02` lies in `2025Q1`."""
    year, number = month.split("-")
    return f"{year}Q{(int(number) + 2) // 3}"
