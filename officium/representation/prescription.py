"""How long the claims of a quarter live, and with them the duty to give information on it.

Act of 27 June 1969, art. 42: three years from the day on which a claim is due, longer after fraud; what
interrupts the prescription makes the term run anew. Derived: that the day is the last one of payment in
time (Royal Decree of 28 November 1969, art. 34 al. 4), and that a new term is as long as the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from officium.law import Quarter
from officium.representation.catalogue import entries, term


def prescribed_after(
    quarter: Quarter, *, is_fraud: bool = False, interrupted: Iterable[date] = ()
) -> date:
    """The last day on which the claims of a quarter can be made.

    `interrupted`: days of registered letters, writs and the like. A longer term holds for what is not
    prescribed on the day from which it is law (derived: the act has no rule of transition).
    """
    due = contributions_due(quarter)
    last = _ends(due, is_fraud)
    for day in sorted(interrupted):
        if due <= day <= last:
            last = max(last, _ends(day, is_fraud))
    return last


def contributions_due(quarter: Quarter) -> date:
    """The last day on which the contributions of a quarter are paid in time."""
    months: int = term("contributions_due", quarter.last)["months"]
    month = quarter.months[2]
    for _ in range(months):
        month = month.next
    return month.last


def _ends(start: date, is_fraud: bool) -> date:
    name = "years_of_fraud" if is_fraud else "years"
    versions = entries("prescription")
    for version, later in zip(versions, (*versions[1:], None), strict=True):
        last = _years_after(start, version[name])
        if later is None or last < later["from"]:
            return last
    raise AssertionError("the last version has no later one")


def _years_after(day: date, years: int) -> date:
    """The same day so many years later; of 29 February, where there is none, the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
