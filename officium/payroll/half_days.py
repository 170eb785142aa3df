"""Days of a quarter as they are declared: whole days, to half a day.

Working time is in whole days, rounded to half days (NSSO instructions 2022/2, declaration of services).
The days of an occupation stay as many as they are; a code of which there is little time has half a day.
"""

from __future__ import annotations

from collections.abc import Mapping

HALF = 50


def to_half_days(days: Mapping[int, int]) -> dict[int, int]:
    """Hundredths of days by code, each to half a day; the largest remainders take what is left.

    A code with days keeps half a day at least, which the code with most days gives where none is left.
    """
    found = {code: max(HALF * bool(of), of // HALF * HALF) for code, of in days.items()}
    left = (2 * sum(days.values()) + HALF) // (2 * HALF) - sum(found.values()) // HALF
    by_remainder = sorted(days, key=lambda code: (found[code] - days[code], code))
    for code in by_remainder[: max(0, left)]:
        found[code] += HALF
    while left < 0:
        most = max(found, key=lambda code: (found[code], -code))
        if found[most] <= HALF:
            break
        found[most] -= HALF
        left += 1
    return found
