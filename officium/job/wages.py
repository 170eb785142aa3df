"""A month's wages: what was advanced, the payslips, and the files that pay what is left."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from officium.job.period import morning
from officium.ledger import (
    Booking,
    Entry,
    Flows,
    book_cheques,
    book_order,
    book_payslip,
    claims_account,
    creditor_account,
    record,
    wages_account,
)
from officium.payments import (
    Cheque,
    Debtor,
    Payee,
    cheque_list,
    latin,
    payment_file,
    transfers,
)
from officium.payroll import FREE, LIMITED, PAID_BEFORE, Employer, PaidMonth, PayItem, Worker

# The label of a payment on the account statement, in the language of the worker.
_LABELS = {
    "wages": {"nl": "Loon {0}", "fr": "Rémunération {0}", "de": "Lohn {0}", "en": "Wage {0}"},
    "advances": {
        "nl": "Voorschot {0}",
        "fr": "Avance {0}",
        "de": "Vorschuss {0}",
        "en": "Advance {0}",
    },
}
# Whoever pays wages to an account tells the bank that they are protected, in the first places of the
# message (Judicial Code art. 1411bis par. 4; the code and its place as Securex reports them).
_PROTECTED = "/A/"
# Exempt lines that give back a cost or make a present, and are no pay.
_COSTS = ("expense", "gift", "honour_gift", "marriage_gift", "retirement_gift")


@dataclass(frozen=True, slots=True)
class PaidOut:
    """A file that pays workers: transfers for the bank (XML), or cheques to order from it (CSV).

    `what` is wages, advances, cheques or attachments; `count` the transfers or cheques in it, `workers`
    the people who are paid, the creditors of attachments included.
    """

    what: str
    file: str
    content: bytes
    on: date
    count: int
    workers: int
    cents: int


@dataclass(frozen=True, slots=True)
class MonthBooked:
    """The ledger after a month, and the files that pay it; none where nobody is owed."""

    entries: tuple[Entry, ...]
    paid_out: tuple[PaidOut, ...]


def book_month(
    entries: tuple[Entry, ...], employer: Employer, paid: Sequence[PaidMonth]
) -> MonthBooked:
    """Book what was advanced in a month, its payslips, and the order to pay what they leave.

    A net pay below zero, and what the law does not yet let the employer take, stay on the account of
    claims on the worker, and come back on the next payslip.
    """
    month = str(paid[0].of.month)
    found: list[PaidOut] = []
    for day, advances in _advanced(paid).items():
        owed = [(worker, claims_account(worker.staff_number), cents) for worker, cents in advances]
        if day is not None:
            entries = _pay(
                entries, found, employer, f"{day}-advances", "advances", month, day, owed
            )
            continue
        last = paid[0].of.month.last
        debts = {account: cents for _, account, cents in owed}
        file = f"pay/{month}.csv"
        booking = book_order(debts, bank=employer.iban, origin=file, valid=last)
        entries = _recorded(entries, [booking], last)
    paid_on = paid[0].of.paid_on
    entries = _recorded(entries, map(_payslip, paid), paid_on)
    owed = [
        (one.of.worker, wages_account(one.of.worker.staff_number), one.cents("net_payable"))
        for one in paid
        if one.cents("net_payable")
    ]
    entries = _pay(entries, found, employer, f"{month}-wages", "wages", month, paid_on, owed)
    entries = _pay_creditors(entries, found, employer, month, paid_on, paid)
    return MonthBooked(entries, tuple(found))


def _advanced(paid: Sequence[PaidMonth]) -> dict[date | None, list[tuple[Worker, int]]]:
    """What was paid before the wages, by day and person; under None what was paid on no known day."""
    found: dict[date | None, dict[str, tuple[Worker, int]]] = {}
    for one in paid:
        worker = one.of.worker
        for item, cents in _deductions(one):
            # What is given back later is no money that was paid.
            if item.kind in PAID_BEFORE and cents > 0:
                of_day = found.setdefault(item.day, {})
                before = of_day.get(worker.staff_number, (worker, 0))[1]
                of_day[worker.staff_number] = worker, before + cents
    order = sorted(found, key=lambda day: (day is not None, day or date.min))
    return {day: list(found[day].values()) for day in order}


def _deductions(paid: PaidMonth) -> Iterator[tuple[PayItem, int]]:
    for row, item in enumerate(paid.of.items):
        cents = paid.cents("item_deduction", row)
        if cents:
            yield item, cents


def _payslip(paid: PaidMonth) -> Booking:
    of = paid.of
    month = str(of.month)
    net = paid.cents("net_pay")
    by_kind: dict[str, int] = {}
    for item, cents in _deductions(paid):
        by_kind[item.kind] = by_kind.get(item.kind, 0) + cents
    claimed = {kind: by_kind[kind] for kind in LIMITED if kind in by_kind}
    costs = sum(
        paid.cents("item_exempt", row) for row, item in enumerate(of.items) if item.kind in _COSTS
    )
    return book_payslip(
        month,
        of.worker.staff_number,
        gross_pay=paid.total("gross_pay"),
        employee_contribution=paid.total("employee_contribution"),
        special_contribution=paid.cents("special_contribution"),
        withholding_tax=paid.cents("withholding_tax"),
        net_pay=net,
        paid_on=of.paid_on,
        origin=f"payslips/{month}/{of.worker.staff_number}.json",
        valid=of.month.last,
        flows=Flows(
            pay_beside=paid.total("pay_beside_gross") + paid.total("exempt_pay") - costs,
            costs=costs,
            in_kind=paid.total("pay_in_kind"),
            contributions=paid.total("contributions_beside_gross"),
            taxes=paid.sum_of(("exceptional_tax", "own_tax", "replacement_income_tax")),
            taken={kind: by_kind[kind] for kind in FREE if kind in by_kind},
            claimed=claimed | ({"negative_net": -net} if net < 0 else {}),
            settled=paid.cents("claims_settled"),
            tax_kept=paid.cents("overtime_payment_exemption"),
            attached={
                one.record.number: paid.cents("attachment_amount", row)
                for row, one in enumerate(of.attached)
            },
        ),
    )


def _pay(
    entries: tuple[Entry, ...],
    found: list[PaidOut],
    employer: Employer,
    name: str,
    what: str,
    month: str,
    on: date,
    owed: Iterable[tuple[Worker, str, int]],
) -> tuple[Entry, ...]:
    """Order the payment of debts, by transfer or by cheque as each worker is paid; the ledger after."""
    by_transfer = [one for one in owed if one[0].payment_method == "transfer"]
    by_cheque = [one for one in owed if one[0].payment_method == "circular_cheque"]
    bookings = []
    if by_transfer:
        debts = {account: cents for _, account, cents in by_transfer}
        payees = {account: _payee(worker, what, month) for worker, account, _ in by_transfer}
        file = f"payments/{name}.xml"
        found.append(_transfers(employer, debts, payees, file, what, month, on))
        bookings.append(book_order(debts, bank=employer.iban, origin=file, valid=on))
    if by_cheque:
        debts = {account: cents for _, account, cents in by_cheque}
        file = f"payments/{name.removesuffix('-wages')}-cheques.csv"
        cheques = cheque_list(
            [_cheque(worker, f"{month}/{account}", cents) for worker, account, cents in by_cheque]
        )
        found.append(
            PaidOut("cheques", file, cheques.csv, on, cheques.count, cheques.count, cheques.cents)
        )
        bookings.append(book_cheques(debts, bank=employer.iban, origin=file, valid=on))
    return _recorded(entries, bookings, on)


def _pay_creditors(
    entries: tuple[Entry, ...],
    found: list[PaidOut],
    employer: Employer,
    month: str,
    on: date,
    paid: Sequence[PaidMonth],
) -> tuple[Entry, ...]:
    """Order the payment of what was taken for creditors; what is held stays on their accounts."""
    debts: dict[str, int] = {}
    payees: dict[str, Payee] = {}
    for one in paid:
        for row, attached in enumerate(one.of.attached):
            cents, record = one.cents("attachment_amount", row), attached.record
            if cents and not record.is_held:
                account = creditor_account(one.of.worker.staff_number, record.number)
                debts[account] = cents
                place = f"{record.origin}, attachment {record.number}"
                payees[account] = Payee(
                    latin(record.creditor, place),
                    record.iban,
                    latin(record.message or "", place),
                    record.reference or "",
                )
    if not debts:
        return entries
    file = f"payments/{month}-attachments.xml"
    found.append(_transfers(employer, debts, payees, file, "attachments", month, on, salary=False))
    return _recorded(entries, [book_order(debts, bank=employer.iban, origin=file, valid=on)], on)


def _transfers(
    employer: Employer,
    debts: Mapping[str, int],
    payees: Mapping[str, Payee],
    file: str,
    what: str,
    month: str,
    on: date,
    *,
    salary: bool = True,
) -> PaidOut:
    ordered = transfers(debts, payees, month)
    # A bank takes one file of a name: other amounts are another file, the same ones are not paid twice.
    digest = hashlib.sha256(repr((on, employer.iban, ordered)).encode()).hexdigest()
    made = payment_file(
        ordered,
        Debtor(employer.name, employer.iban),
        on=on,
        message=f"{employer.enterprise_number}-{month}-{digest[:8]}",
        created=morning(on),
        salary=salary,
    )
    return PaidOut(what, file, made.xml, on, made.count, len(debts), made.cents)


def _payee(worker: Worker, what: str, month: str) -> Payee:
    assert worker.iban is not None  # the record says so of whoever is paid by transfer
    second = worker.second_account if what == "wages" else None
    return Payee(
        f"{worker.name} {worker.first_name}",
        worker.iban,
        f"{_PROTECTED} {_LABELS[what][worker.language].format(month)}",
        second_iban=second.iban if second else "",
        second_cents=second.amount if second else 0,
    )


def _cheque(worker: Worker, reference: str, cents: int) -> Cheque:
    home = worker.address
    box = f"/{home.box}" if home.box else ""
    place = f"{home.street} {home.number}{box}, {home.postcode} {home.town}"
    land = "" if home.country == "BE" else f", {home.country}"
    return Cheque(reference, f"{worker.name} {worker.first_name}", place + land, cents)


def _recorded(
    entries: tuple[Entry, ...], bookings: Iterable[Booking], day: date
) -> tuple[Entry, ...]:
    """The bookings recorded on a morning, or with the last one where that was later."""
    moment = morning(day)
    return record(entries, bookings, max(moment, entries[-1].recorded) if entries else moment)
