"""What is not in order in the practice office: slips of October for people to find, and an old claim."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from officium.demonstration.firm import CAME, Firm
from officium.demonstration.words import phrase

# Employer and worker, by serial and place, of whom a premium of 38.50 is taken back as 3850.00: no net pay
# is left, which blocks.
_BLOCKED = (11, 14)
# Employer and worker with more hours on a day than the schedule has, which calls for a look.
_LONG_DAY = (10, 4)

Lines = tuple[dict[str, Any], ...]


def slips_of(firm: Firm) -> tuple[Lines, Lines]:
    """The lines of time and of pay of October that are wrong, of the firms in which some are."""
    time: Lines = ()
    pay: Lines = ()
    if firm.serial == _LONG_DAY[0]:
        day = {"day": date(2025, 10, 7), "code": "worked", "hours": 960}
        time = ({**_of(firm, _LONG_DAY[1]), **day},)
    if firm.serial == _BLOCKED[0]:
        line = {"month": "2025-10", "kind": "recovery", "day": date(2025, 10, 1)}
        description = phrase(firm.language, "recovery")
        pay = ({**_of(firm, _BLOCKED[1]), **line, "amount": -3_850_00, "description": description},)
    return time, pay


def claims_of(firm: Firm) -> Iterator[dict[str, Any]]:
    """What a payroll elsewhere left the second worker to pay back, where a firm came from there."""
    if firm.serial in CAME:
        yield {
            "staff_number": firm.staff_number(1),
            "fact": "earlier_claims",
            "as_of": date(2024, 12, 31),
            "amount": 24_50,
        }


def _of(firm: Firm, index: int) -> dict[str, Any]:
    return {"staff_number": firm.staff_number(index), "contract": 1}
