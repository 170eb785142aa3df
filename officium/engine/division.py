"""Rounding: how a division by a whole number ends, in whole numbers and in columns.

Half away from zero is the rule of the house; the law may name another way. All ways treat a negative
amount as the mirror of the positive one, except `up` and `down`, which mean towards plus and minus
infinity.
"""

from __future__ import annotations

from typing import Any

WAYS = ("half_away", "toward_zero", "away_from_zero", "up", "down")

_EXACT_IN_FLOAT = 2**53


def divide(n: int, d: int, how: str) -> int:
    """n / d for d > 0, ended as `how` says."""
    if how == "down":
        return n // d
    if how == "up":
        return -(-n // d)
    size = abs(n)
    if how == "half_away":
        whole = (2 * size + d) // (2 * d)
    elif how == "toward_zero":
        whole = size // d
    else:
        whole = -(-size // d)
    return -whole if n < 0 else whole


def widest(n: int, d: int) -> int:
    """The greatest whole number that any way of division meets on the way."""
    return 2 * abs(n) + 2 * abs(d)


def divide_columns(np: Any, out: Any, n: Any, d: Any, how: str, widest_met: int) -> None:
    """The same on columns (`d` may be one number): every d > 0.

    `widest_met` bounds all that is met. Below 2**53 a float64 quotient, truncated, is exactly the
    whole quotient: the gap to the next whole number is at least 1/d, the error of one division less;
    and it is several times faster than dividing int64 columns.
    """
    if how in ("down", "up"):
        np.floor_divide(n if how == "down" else -n, d, out=out)
        if how == "up":
            np.negative(out, out=out)
        return
    top, under = np.abs(n), d
    if how == "half_away":
        top = 2 * top + d
        under = 2 * d
    elif how == "away_from_zero":
        top = top + (d - 1)
    if widest_met < _EXACT_IN_FLOAT and np.ndim(under):
        np.copyto(out, np.true_divide(top, under), casting="unsafe")
    else:
        np.floor_divide(top, under, out=out)
    np.negative(out, out=out, where=n < 0)
