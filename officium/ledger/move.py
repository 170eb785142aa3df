"""A move: cents that leave one account and arrive at another. It cannot be unbalanced."""

from __future__ import annotations

import re
from dataclasses import dataclass

from officium.findings import BadInput

# Number of the chart, then what the chart leaves open: `454:2025Q1`, `455:W001`.
ACCOUNT = re.compile(r"[0-9]{2,4}(:[A-Z0-9][A-Za-z0-9-]*)*")


@dataclass(frozen=True, slots=True)
class Move:
    """`cents` (never negative) go from account `source` to account `destination`.

    In the words of a bookkeeper: source is credited, destination is debited. Raises `BadInput` on a
    negative amount, an account that is no account, and a move from an account to itself.
    """

    source: str
    destination: str
    cents: int

    def __post_init__(self) -> None:
        for account in (self.source, self.destination):
            if not ACCOUNT.fullmatch(account):
                raise BadInput(
                    f"«{account}» is no account: expected a number of the chart and its segments, "
                    "such as 455:W001",
                    code="no_account",
                )
        if self.source == self.destination:
            raise BadInput(f"a move from {self.source} to itself moves nothing", code="no_move")
        if self.cents < 0:
            raise BadInput(
                f"a move of {self.cents} cents from {self.source} to {self.destination}: "
                "an amount below zero is a move the other way",
                code="negative_move",
            )

    def reversed(self) -> Move:
        """The same cents, back to where they came from."""
        return Move(self.destination, self.source, self.cents)


def moved(source: str, destination: str, cents: int) -> tuple[Move, ...]:
    """The move of an amount that may be negative (then the other way) or zero (then none)."""
    if not cents:
        return ()
    return (Move(source, destination, cents) if cents > 0 else Move(destination, source, -cents),)
