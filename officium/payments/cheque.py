"""Circular cheques: what a worker without an account is paid by, ordered from the employer's bank.

Banks take orders of circular cheques in forms of their own; the list holds what each of them asks for.
Ways of paying that are no notes and coins: Act of 12 April 1965, art. 5.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from officium.findings import BadInput
from officium.language import plain

from .transfer import identified, named

COLUMNS = ("reference", "name", "address", "amount")


@dataclass(frozen=True, slots=True)
class Cheque:
    """One circular cheque of `cents`: to whom, and where it is sent."""

    reference: str
    name: str
    address: str
    cents: int


@dataclass(frozen=True, slots=True)
class ChequeList:
    """The list's bytes (CSV), how many cheques it holds and their total in cents."""

    csv: bytes
    count: int
    cents: int


def cheque_list(cheques: Sequence[Cheque]) -> ChequeList:
    """The cheques to order, one a line, in the order given; a last line holds their total.

    Raises `BadInput` where there are none, one is not above zero, has no address or a name that no
    bank writes.
    """
    if not cheques:
        raise BadInput("there is no cheque to order", code="nothing_to_pay")
    told = io.StringIO(newline="")
    lines = csv.writer(told, lineterminator="\n")
    lines.writerow(COLUMNS)
    for cheque in cheques:
        where = identified(cheque.reference, where=cheque.reference)
        if cheque.cents <= 0:
            raise BadInput(
                f"{cheque.cents} cents are no amount of a cheque: expected more than zero",
                code="amount_not_payable",
                where=where,
            )
        if not cheque.address:
            raise BadInput("a cheque is sent to an address", code="no_address", where=where)
        name = named(cheque.name, where=where)
        lines.writerow((where, name, cheque.address, plain(cheque.cents, 2)))
    total = sum(cheque.cents for cheque in cheques)
    lines.writerow(("total", "", "", plain(total, 2)))
    return ChequeList(told.getvalue().encode(), len(cheques), total)
