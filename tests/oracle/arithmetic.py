"""Exact amounts for the oracle: decimals, rounded only where it is said.

The default context (28 digits) holds every product of this folder exactly: an amount has at most
eleven digits, a rate four decimals, and no product has more than three factors. A division keeps
28 digits, far more than any two fractions of such numbers need to lie on the right side of a half.
"""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal

ZERO = Decimal(0)
ONE = Decimal(1)
CENT = Decimal("0.01")
PLACES = {2: CENT, 4: Decimal("0.0001")}


def cents(amount: Decimal) -> Decimal:
    """The amount to the cent, the half away from zero."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def cents_truncated(amount: Decimal) -> Decimal:
    """The amount to the cent, what lies beyond the cent left out."""
    return amount.quantize(CENT, ROUND_DOWN)


def quotient(numerator: Decimal, denominator: Decimal, places: int = 2) -> Decimal:
    """The quotient at so many decimals, the half away from zero."""
    return (numerator / denominator).quantize(PLACES[places], ROUND_HALF_UP)


def whole_multiple(amount: Decimal, step: Decimal) -> Decimal:
    """The greatest multiple of `step` not above the amount."""
    return (amount / step).to_integral_value(ROUND_FLOOR) * step


def shared(total: Decimal, weights: list[Decimal]) -> list[Decimal]:
    """The total over those of its own sign, to the cent: the largest remainders first."""
    sign = -1 if total < 0 else 1
    own = [max(sign * weight, ZERO) for weight in weights]
    if not total:
        return [ZERO for _ in weights]
    exact = [abs(total) * weight / sum(own) for weight in own]
    parts = [part.quantize(CENT, ROUND_FLOOR) for part in exact]
    by_remainder = sorted(range(len(own)), key=lambda n: parts[n] - exact[n])
    for place in by_remainder[: int((abs(total) - sum(parts)) / CENT)]:
        parts[place] += CENT
    return [sign * part for part in parts]
