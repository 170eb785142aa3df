"""When an advance is due (RD of 28 November 1969, art. 34 al. 2 and 34bis), on both sides of each limit."""

from __future__ import annotations

import pytest

from officium.law import Month, Quarter
from officium.obligations import Staff

from .office import dues, with_

# The advance of July 2025: quarter T is 2025Q3, T-2 is 2025Q1, T-4 is 2024Q3.
TWO, FOUR = Quarter(2025, 1), Quarter(2024, 3)
ALWAYS, NEVER, UNKNOWN = [()], [], [("advance",)]


@pytest.mark.parametrize(
    ("two", "four", "at_end", "manual", "committee", "expected"),
    [
        # A percentage from 4 000 EUR on.
        (400_000, 1, 1, 1, "200", ALWAYS),
        (399_999, 1, 9, 9, "200", NEVER),
        # No base of a year ago: a fixed sum from the third worker at the end of June.
        (400_000, 0, 3, 0, "200", ALWAYS),
        (400_000, 0, 2, 0, "200", NEVER),
        (0, 900_000, 3, 0, "200", ALWAYS),
        (0, 0, 2, 2, "200", NEVER),
        # Less than 4 000 EUR, and nothing a year ago: only in construction, by manual workers.
        (399_999, 0, 3, 3, "200", NEVER),
        (399_999, 0, 3, 3, "124", ALWAYS),
        (399_999, 0, 3, 2, "124", NEVER),
        (399_999, 1, 3, 3, "124", NEVER),
        (0, 1, 9, 2, "124", NEVER),
        # What is not recorded is told; it does not matter where it changes nothing.
        (None, 900_000, 9, 9, "200", UNKNOWN),
        (400_000, None, 1, 1, "200", UNKNOWN),
        (400_000, None, 3, 3, "200", ALWAYS),
    ],
)
def test_an_advance(
    two: int | None,
    four: int | None,
    at_end: int,
    manual: int,
    committee: str,
    expected: list[object],
) -> None:
    told = {quarter: cents for quarter, cents in ((TWO, two), (FOUR, four)) if cents is not None}
    staff = Staff(white_collar=9, blue_collar=9, at_end=at_end, blue_collar_at_end=manual)
    facts = with_(
        staff={Month(2025, 6): staff, Month(2025, 7): Staff(white_collar=1)},
        contributions=told,
        committees=(committee,),
    )
    found = dues("nsso_provision", facts, "2025-08-05", "2025-08-05")
    assert [due.uncertain for due in found] == expected
