"""From net to gross: the least amount given whose result reaches an agreed one, to the cent.

A cent more of pay never gives more than a cent more of net pay: contributions and tax do not fall as
pay rises. So a result that is short by an amount needs at least that amount more, and all that lies
between cannot reach it. Where a threshold of the law makes the net pay fall, the lower pay is found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from officium.findings import BadInput
from officium.language import plain

# Roundings may give a few cents more than a cent for a cent: such a stretch is walked cent by cent.
_ROUNDINGS = 5
_HIGHEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Least:
    """The least amount given and what it results in (cents)."""

    given: int
    result: int


def least_given(result_of: Callable[[int], int], wanted: int, *, lowest: int = 0) -> Least:
    """The least amount from `lowest` on whose result is `wanted` or, where none is, the next above.

    Raises BadInput code "not_reached" where no amount up to 1 000 000.00 reaches it.
    """
    given = lowest
    while given <= _HIGHEST:
        result = result_of(given)
        if result >= wanted:
            return Least(given, result)
        given += max(1, wanted - result - _ROUNDINGS)
    raise BadInput(
        f"no amount up to {plain(_HIGHEST, 2)} results in {plain(wanted, 2)}", code="not_reached"
    )
