"""An employer to which everything may happen, and how its calendar is asked for one duty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from officium.law import Month, Quarter
from officium.obligations import (
    Due,
    EmployerFacts,
    Occurrence,
    Performer,
    Staff,
    calendar,
    office_calendar,
)

MONTHS = [Month(year, number) for year in range(2021, 2030) for number in range(1, 13)]
QUARTERS = [Quarter(year, number) for year in range(2021, 2030) for number in range(1, 5)]
SIXTY = Staff(white_collar=30, blue_collar=30, at_end=60, blue_collar_at_end=30)
# Sixty people, advances due, everything granted.
EMPLOYER = EmployerFacts(
    enterprise_number="0765432146",
    first_day_with_staff=date(2021, 1, 1),
    staff=dict.fromkeys(MONTHS, SIXTY),
    headcounts=dict.fromkeys(range(2021, 2030), 6000),
    committees=("200",),
    contributions=dict.fromkeys(QUARTERS, 1_000_000),
    is_company=True,
    publishes_accounts=True,
    has_sector_fund=True,
    pays_commuting_costs=True,
    grants_vouchers=True,
)
CERTIFIED = replace(EMPLOYER, performer=Performer.CERTIFIED)


def with_(facts: EmployerFacts = EMPLOYER, **changed: Any) -> EmployerFacts:
    """The employer with other facts."""
    return replace(facts, **changed)


def happens(
    kind: str, day: str, facts: EmployerFacts = CERTIFIED, until: str = ""
) -> EmployerFacts:
    """The employer to which one thing happens, to worker W001."""
    last = date.fromisoformat(until) if until else None
    return with_(facts, occurrences=(Occurrence(kind, date.fromisoformat(day), "W001", last),))


def dues(name: str, facts: EmployerFacts, since: str, until: str) -> list[Due]:
    """What is due of one duty, for the employer or for its office."""
    first, last = date.fromisoformat(since), date.fromisoformat(until)
    found = (
        *calendar(facts, first, last),
        *office_calendar(facts.performer, facts.occurrences, first, last),
    )
    return [due for due in found if due.duty.id == name]
