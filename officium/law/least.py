"""From net to gross: the least amount given whose result is an agreed one, to the cent.

Contributions and tax do not fall as pay rises, so a result that is short by an amount needs at least
that amount more, and nothing that lies between can reach it. Two things bend this: roundings, by a few
cents; and the tables of withholding tax until 2022, whose steps of 15 euro let the net pay jump to
and fro when the taxable pay itself moves a cent to and fro.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from officium.findings import BadInput
from officium.language import plain

_HIGHEST = 100_000_000
# How much further than a cent for a cent a result may rise: within it, every cent is tried.
_ROUNDINGS = 10
_STEP_OF_THE_TABLES = 1_000
_LAST_DAY_OF_THE_TABLES = date(2022, 12, 31)
# The law lets the net pay fall by less than this where pay rises: above it, no result comes back.
_DEEPEST_FALL = 1_000


@dataclass(frozen=True, slots=True)
class Least:
    """The least amount given and what it results in (cents)."""

    given: int
    result: int


def least_given(result_of: Callable[[int], int], wanted: int, paid: date) -> Least:
    """The least amount whose result is `wanted`; where none is, the least whose result is above it.

    `paid` is the day of payment. Raises BadInput code "not_reached" where no amount up to 1 000 000.00
    reaches it.
    """
    near = _STEP_OF_THE_TABLES if paid <= _LAST_DAY_OF_THE_TABLES else _ROUNDINGS
    given = 0
    while (result := result_of(given)) < wanted:
        given += max(1, wanted - result - near)
        if given > _HIGHEST:
            raise BadInput(
                f"no amount up to {plain(_HIGHEST, 2)} results in {plain(wanted, 2)}",
                code="not_reached",
            )
    above = Least(given, result)
    while result != wanted:
        given += 1
        result = result_of(given)
        if result > wanted + _DEEPEST_FALL:
            return above
    return Least(given, result)
