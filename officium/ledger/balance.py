"""What stands on the accounts, on a day and as known at a moment: the two clocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from .entry import Entry


def balances(
    entries: Iterable[Entry], *, on: date | None = None, known: datetime | None = None
) -> dict[str, int]:
    """Cents by account, in the order of the accounts; what is owed is below zero, the sum is zero.

    `on`: only what is valid by the end of that day; `known`: only what was recorded by that moment.
    """
    standing: dict[str, int] = {}
    for entry in entries:
        if (on is None or entry.booking.valid <= on) and (known is None or entry.recorded <= known):
            for move in entry.booking.moves:
                standing[move.source] = standing.get(move.source, 0) - move.cents
                standing[move.destination] = standing.get(move.destination, 0) + move.cents
    return {account: standing[account] for account in sorted(standing, key=_segments)}


def owed(standing: Mapping[str, int], number: str) -> dict[str, int]:
    """The debts on the accounts of a number (`455`), as amounts to pay: above zero.

    An account that is settled is left out; so is one where the creditor owes the employer: that is
    not paid but collected.
    """
    return {
        account: -cents
        for account, cents in standing.items()
        if cents < 0 and _segments(account)[0] == number
    }


def _segments(account: str) -> list[str]:
    """An account before its subdivisions: 621 of any quarter comes before 6219."""
    return account.split(":")
