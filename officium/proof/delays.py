"""Whose delay it is: the days that each step came late, by the step where they arose.

The rule, in calendar days:

1. A step is late by the days from its due day to the day it was done, or to the day asked while it is
   not done; never by fewer than none.
2. A step that waited for another which was itself late has its own term moved by those days: as many
   of its days as the other was late are **passed on**, and belong to where the other's days arose. Of
   a longer chain the days that arose first are passed on first.
3. What is left arose at the step itself and belongs to its party.

So the parts of a step's delay add up to it, and a day is counted for a party once: where it arose. The
rule separates days. Who is liable for what they cost is for the parties, or the court, to settle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .timeline import Party, Step


@dataclass(frozen=True, slots=True)
class Share:
    """Days of a delay that arose at one step, and the party of that step."""

    step: str
    party: Party
    days: int


@dataclass(frozen=True, slots=True)
class Delay:
    """How late a step was on the day asked, in days, and where the days arose, the first first."""

    step: Step
    days: int
    shares: tuple[Share, ...]

    @property
    def own(self) -> int:
        """The days that arose at this step."""
        return sum(share.days for share in self.shares if share.step == self.step.key)

    def charged_to(self, party: Party) -> int:
        """The days of this delay that arose at steps of a party."""
        return sum(share.days for share in self.shares if share.party == party)


def delays(steps: Iterable[Step], on: date) -> tuple[Delay, ...]:
    """How late each step of a timeline was, as seen on a day, late or not, in their order."""
    found: dict[str, Delay] = {}
    for step in steps:
        until = on if step.done is None else min(step.done, on)
        days = max(0, (until - step.due).days)
        passed = tuple(_first(found[step.waited_for].shares, days)) if step.waited_for else ()
        left = days - sum(share.days for share in passed)
        own = (Share(step.key, step.party, left),) if left else ()
        found[step.key] = Delay(step, days, passed + own)
    return tuple(found.values())


def days_by_party(found: Iterable[Delay]) -> dict[Party, int]:
    """The days that arose at each party, each counted once; parties without any are noughts."""
    totals = dict.fromkeys(Party, 0)
    for delay in found:
        totals[delay.step.party] += delay.own
    return totals


def _first(shares: Iterable[Share], days: int) -> Iterator[Share]:
    """The first so many days of a delay."""
    for share in shares:
        taken = min(share.days, days)
        if taken:
            yield Share(share.step, share.party, taken)
        days -= taken
