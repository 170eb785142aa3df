"""Hours above the schedule of their day: apart from the schedule, and into lines of pay.

They bear a code of time that says how they are paid; the line of pay has the same name. Those paid at
once are declared with the month; those for which rest is taken later are declared when it is taken,
as the rest that it then is (NSSO instructions, declaration of compensatory rest).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from officium.law import Month
from officium.payroll.records import TIME_CODES, PayItem, Terms, TimeEntry

ABOVE_SCHEDULE = frozenset(name for name, code in TIME_CODES.items() if code.above_schedule)
OF_PART_TIMERS = ("additional_hours", "additional_hours_50")


def is_above_schedule(code: str) -> bool:
    """Whether hours of the code lie above the schedule of their day, and do not replace it."""
    return code in ABOVE_SCHEDULE


def declared_above(entries: Iterable[TimeEntry]) -> Mapping[date, Mapping[str, int]]:
    """The days with hours above the schedule, and those that are declared with the month.

    By day, by code, in hundredths: a day whose hours are declared later, or never, holds none.
    """
    found: dict[date, dict[str, int]] = {}
    for entry in entries:
        if is_above_schedule(entry.code):
            of_day = found.setdefault(entry.day, {})
            if TIME_CODES[entry.code].service:
                of_day[entry.code] = entry.hours
    return found


def lines_above_schedule(month: Month, entries: Sequence[TimeEntry]) -> tuple[PayItem, ...]:
    """The lines of pay for a contract's hours above the schedule in a month, one for each code."""
    found = []
    for code in TIME_CODES:
        own = [entry for entry in entries if entry.code == code and Month.of(entry.day) == month]
        if own and is_above_schedule(code):
            first = own[0]
            line = PayItem(
                origin=first.origin,
                month=str(month),
                staff_number=first.staff_number,
                contract=first.contract,
                kind=code,
                hours=sum(entry.hours for entry in own),
            )
            found.append(line)
    return tuple(found)


def misfit_above_schedule(terms: Terms, entries: Iterable[TimeEntry]) -> str | None:
    """What is wrong with the hours above the schedule of a day; None: they fit."""
    for entry in entries:
        if entry.code in OF_PART_TIMERS and not terms.is_part_time:
            return (
                f"{entry.staff_number}: {entry.code} on {entry.day} are hours of a part-time worker, "
                "and the contract is full-time: record the hours as overtime"
            )
    return None
