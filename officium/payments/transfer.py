"""From what the ledger owes to the transfers that pay it: nothing is paid that was not booked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from schwifty import IBAN
from schwifty.exceptions import SchwiftyException
from stdnum.be import ogm_vcs
from stdnum.exceptions import ValidationError

from officium.findings import BadInput

from .latin import latin

# The greatest amount of one SEPA credit transfer: 999 999 999.99 EUR.
GREATEST = 99_999_999_999
IDENTIFIER = re.compile(r"(?!/)(?!.*//)[A-Za-z0-9/\-?:().,'+ ]{1,35}(?<!/)")


@dataclass(frozen=True, slots=True)
class Payee:
    """Who is paid and how: name, IBAN and either a free `message` or a structured `reference`.

    The reference is a Belgian structured communication (OGM-VCS): twelve digits, the last two of
    them check digits, with or without the signs around them. Whoever wishes has a part paid on a
    `second_iban`: up to `second_cents` of each payment, and the rest on the first account.
    """

    name: str
    iban: str
    message: str = ""
    reference: str = ""
    second_iban: str = ""
    second_cents: int = 0


@dataclass(frozen=True, slots=True)
class Transfer:
    """One credit transfer of `cents`, in the letters and lengths that banks accept."""

    identifier: str
    name: str
    iban: str
    cents: int
    message: str
    reference: str


def transfers(
    owed: Mapping[str, int], payees: Mapping[str, Payee], period: str
) -> tuple[Transfer, ...]:
    """The transfers that pay the debts of the ledger (account -> cents), in the order given.

    `payees` says who stands behind each account; each transfer bears `period/account` (`2025-01/455:W001`)
    to the bank statement, that to a second account with `/2` behind it. Raises `BadInput`, naming the
    account, on a debt without payee, an amount that no transfer can carry, and an IBAN, a name or a
    reference that a bank would refuse.
    """
    found: list[Transfer] = []
    for account, cents in owed.items():
        payee = payees.get(account)
        if payee is None:
            raise BadInput(
                "nobody is named to be paid for this account", code="no_payee", where=account
            )
        identifier = f"{period}/{account}"
        apart = sorted((0, payee.second_cents, cents))[1] if payee.second_iban else 0
        if cents - apart or not apart:
            found.append(_transfer(account, cents - apart, payee, payee.iban, identifier))
        if apart:
            found.append(_transfer(account, apart, payee, payee.second_iban, f"{identifier}/2"))
    return tuple(found)


def _transfer(account: str, cents: int, payee: Payee, number: str, identifier: str) -> Transfer:
    if not 0 < cents <= GREATEST:
        raise BadInput(
            f"{cents} cents cannot be transferred: expected more than zero and at most 999 999 999.99 EUR",
            code="amount_not_payable",
            where=account,
        )
    message = latin(payee.message, account)[:140].strip()
    reference = _reference(payee.reference, account)
    if bool(message) == bool(reference):
        raise BadInput(
            f"the payment to {payee.name} needs a message or a structured reference, and not both",
            code="no_reference",
            where=account,
        )
    return Transfer(
        identified(identifier, where=account),
        named(payee.name, where=account),
        iban(number, where=account),
        cents,
        message,
        reference,
    )


def iban(number: str, where: str) -> str:
    """The number without spaces, if its check digits hold and its country is in SEPA."""
    try:
        found = IBAN(number)
    except SchwiftyException as error:
        raise BadInput(f"«{number}» is no IBAN: {error}", code="bad_iban", where=where) from error
    if not found.in_sepa_zone:
        raise BadInput(
            f"the account {number} is outside SEPA: this file cannot pay it",
            code="bad_iban",
            where=where,
        )
    return str(found)


def named(name: str, where: str) -> str:
    """A name as banks take it: accepted letters, at most seventy."""
    written = latin(name, where)[:70].strip()
    if not written:
        raise BadInput(
            "the name is empty: banks refuse a payment to nobody", code="no_name", where=where
        )
    return written


def identified(identifier: str, where: str) -> str:
    """An identifier that a bank hands on unchanged: accepted letters, at most 35, no stray slash."""
    if not IDENTIFIER.fullmatch(identifier):
        raise BadInput(
            f"«{identifier}» cannot identify a payment: expected 1 to 35 letters, digits and "
            "/-?:().,'+ without a slash at either end or two together",
            code="bad_identifier",
            where=where,
        )
    return identifier


def _reference(text: str, where: str) -> str:
    if not text:
        return ""
    try:
        return str(ogm_vcs.validate(text))
    except ValidationError as error:
        raise BadInput(
            f"«{text}» is no structured communication: {error}; expected +++123/4567/89012+++ "
            "with check digits that hold",
            code="bad_reference",
            where=where,
        ) from error
