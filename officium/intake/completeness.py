"""Who is complete for a month, and what is missing of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from officium.intake.merge import after_absences
from officium.intake.roster import InService, in_service
from officium.intake.told import Delivery
from officium.intake.wording import say
from officium.law import Month
from officium.payroll import Employer, Records


@dataclass(frozen=True)
class Missing:
    """What is missing of a contract: days of the schedule without anything, in their order.

    `is_silent`: nothing at all was told of the month. A variable schedule expects no day of its own, so
    that a silent contract may have no days here.
    """

    staff_number: str
    contract: int
    name: str
    days: tuple[date, ...]
    is_silent: bool


def completeness(
    records: Records, employer: Employer, month: Month, delivered: Iterable[Delivery]
) -> tuple[Missing, ...]:
    """The contracts of which something is missing after some deliveries of the month, none for none.

    Days of an absence, recorded or delivered, and days outside the contract are not asked for; how many
    contracts there are, `in_service` says.
    """
    deliveries = tuple(delivered)
    roster = {one.key: one for one in in_service(records, employer, month)}
    absences = [absence for one in deliveries for absence in one.absences]
    told = {day for one in deliveries for day in one.days}
    after = after_absences(roster, absences).values()
    return tuple(lack for one in after if (lack := _missing(one, told)) is not None)


def _missing(one: InService, told: set[tuple[str, int, date]]) -> Missing | None:
    days = tuple(
        day for day in sorted(one.days) if one.is_expected(day) and (*one.key, day) not in told
    )
    is_silent = not any((*one.key, day) in told for day in one.days)
    waits = any(
        one.terms(day).average_week is not None and one.absence(day) is None for day in one.days
    )
    if not days and not (is_silent and waits):
        return None
    return Missing(*one.key, one.name, days, is_silent)


def completeness_told(missing: Iterable[Missing], of: int, language: str) -> Iterator[str]:
    """Lines for people: who is missing, then how many of all contracts are complete."""
    lacks = tuple(missing)
    for one in lacks:
        days = ", ".join(str(day.day) for day in one.days)
        what = "missing.silent" if one.is_silent else "missing.days"
        yield say(what, language, staff_number=one.staff_number, name=one.name, days=days)
    yield say("missing.complete", language, complete=of - len(lacks), all=of)
