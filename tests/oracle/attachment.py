"""Attachment of pay in fractions, from the text of arts 1409 to 1412 of the Judicial Code.

Written without looking at the shelves. Amounts are euro as `Fraction`; the amounts of a year are given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

CENT = Fraction(1, 100)
NOTHING = Fraction(0)
# Paid in 2025: thresholds and the amount for a child.
OF_2025 = tuple(map(Fraction, (1388, 1492, 1646, 1800, 86)))


@dataclass(frozen=True)
class Notice:
    """A creditor: what is asked in all, what of it is still open, and since when."""

    kind: str
    day: date
    whole: Fraction
    open: Fraction
    privileged: bool = False


def down(amount: Fraction) -> Fraction:
    return floor(amount / CENT) * CENT


def seizable(
    pay: Fraction,
    *,
    children: int = 0,
    other: Fraction = NOTHING,
    taken: Fraction = NOTHING,
    amounts: Sequence[Fraction] = OF_2025,
) -> Fraction:
    """What may be taken of a pay from work, with other income beside it."""
    first, second, third, fourth, child = amounts
    income, found = pay + other, NOTHING
    if income > first:
        found += (min(income, second) - first) / 5
    if income > second:
        found += (min(income, third) - second) * 3 / 10
    if income > third:
        found += (min(income, fourth) - third) * 2 / 5
    if income > fourth:
        found += income - fourth
    found = down(found) - child * children
    return min(pay, max(NOTHING, max(NOTHING, found) - taken))


def shares(total: Fraction, notices: Mapping[int, Notice]) -> dict[int, Fraction]:
    """A rank's total by the whole claims; what one does not need goes to the others by what is left."""
    whole = sum((one.whole for one in notices.values()), NOTHING)
    found = {
        number: min(one.open, total * one.whole / whole if whole else total / len(notices))
        for number, one in notices.items()
    }
    rest = total - sum(found.values(), NOTHING)
    left = {number: one.open - found[number] for number, one in notices.items()}
    if rest and sum(left.values()):
        found = {
            number: cents + rest * left[number] / sum(left.values(), NOTHING)
            for number, cents in found.items()
        }
    return found


def divided(
    notices: Mapping[int, Notice],
    pay: Fraction,
    payable: Fraction,
    within: Fraction,
    costs: Fraction = NOTHING,
) -> list[tuple[Fraction, dict[int, Fraction]]]:
    """Rank after rank: its total, and the exact shares of its creditors.

    `pay` is what counts for attachment, `payable` what of it is left after deductions, `within` the
    seizable part; `costs` are refunded beside it.
    """
    mediator = {n: one for n, one in notices.items() if one.kind == "debt_settlement"}
    if mediator:
        (number,) = mediator
        others = {n: NOTHING for n in notices if n != number}
        return [(payable + costs, {number: payable + costs}), (NOTHING, others)]
    found = []
    unlimited = {n: one for n, one in notices.items() if one.kind in ("maintenance", "delegation")}
    total = min(pay, payable, sum((one.open for one in unlimited.values()), NOTHING))
    if unlimited:
        found.append((total, shares(total, unlimited)))
    pool = max(NOTHING, min(within - total, payable - total))
    seized = [one.day for one in notices.values() if one.kind in ("seizure", "tax_notice")]
    rest = {n: one for n, one in notices.items() if n not in unlimited}
    ranks: dict[tuple[int, date], dict[int, Notice]] = {}
    for number, one in rest.items():
        if one.kind == "assignment" and (not seized or one.day < min(seized)):
            key = 0, one.day
        elif one.kind == "tax_notice" or one.privileged:
            key = 1, date.min
        else:
            key = 2, date.min
        ranks.setdefault(key, {})[number] = one
    for key in sorted(ranks):
        asked = sum((one.open for one in ranks[key].values()), NOTHING)
        total = min(pool, asked)
        found.append((total, shares(total, ranks[key])))
        pool -= total
    return found
