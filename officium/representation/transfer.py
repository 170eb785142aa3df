"""From one mandatary to the next: at the change of quarter, with what each of them owes from then on.

Act of 29 June 1981, art. 31quater par. 3 to 5. Also: what one mandatary gives to another (delegation), and
two that hold the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from officium.law import Quarter
from officium.representation.catalogue import Act, Group, table
from officium.representation.life import step
from officium.representation.mandate import (
    Event,
    Happening,
    Mandate,
    State,
    beginning,
    ending,
    quarter_of,
)
from officium.representation.operator import Operator
from officium.representation.refusal import MandateRefused, filled


@dataclass(frozen=True, slots=True)
class Duty:
    """A quarter on which the former mandatary informs the new one on request, and the last day of it."""

    quarter: Quarter
    until: date


@dataclass(frozen=True, slots=True)
class Transfer:
    """What a transfer makes: both mandates as they are then, and the duties of the former mandatary.

    The new one takes over past, present and future, but for the transactions of the quarters `kept`.
    """

    former: Mandate
    new: Mandate
    quarter: Quarter
    duties: tuple[Duty, ...]
    kept: frozenset[Quarter]

    def text(self, language: str) -> tuple[str, ...]:
        """Who owes what, in sentences."""
        gaps: dict[str, Any] = {
            "former": self.former.receiver.name,
            "new": self.new.receiver.name,
            "first": self.quarter.first,
        }
        words = table("wording")["transfer"]
        lines = [filled(words["takes_over"], language, gaps)]
        if self.kept:
            kept = ", ".join(map(str, sorted(self.kept)))
            lines.append(filled(words["keeps"], language, {**gaps, "quarters": kept}))
        lines += [
            filled(
                words["informs"], language, {**gaps, "quarter": duty.quarter, "until": duty.until}
            )
            for duty in self.duties
        ]
        return tuple(lines)


def transfer(former: Mandate, new: Mandate, quarter: Quarter, notified_on: date) -> Transfer:
    """The transfer to a new mandate that both parties signed, told to the NSSO on a day before the quarter.

    The former mandate ends with the quarter before, by the employer where nothing ended it yet. Duties:
    one for each quarter of the former that is not prescribed when the new one begins. Raises
    MandateRefused for other parties or groups, another quarter, or a day that is too late.
    """
    same = (former.employer, former.group, former.delegated_from)
    if same != (new.employer, new.group, None):
        raise MandateRefused("not_the_same", new.key, former=former.key)
    if former.receiver.enterprise_number == new.receiver.enterprise_number:
        raise MandateRefused("taken_over_by_itself", new.key, day=notified_on)
    if new.begins != quarter:
        raise MandateRefused(
            "not_at_the_quarter", new.key, begins=new.begins.first, quarter=quarter
        )
    if not former.state(notified_on).is_in_force:
        raise MandateRefused(
            "nothing_to_take_over",
            former.key,
            state=former.state(notified_on),
            day=notified_on,
        )
    started = step(new, Event(Happening.NOTIFIED, notified_on, new.receiver.enterprise_number))
    before = quarter.before(1)
    last = former.last_day(notified_on)
    if last is None or last > before.last:
        former = step(
            former, Event(Happening.REVOKED, notified_on, former.giver, last_day=before.last)
        )
    taken = Event(Happening.TAKEN_OVER, notified_on, new.receiver.enterprise_number)
    former = step(former, taken)
    return Transfer(
        former, started, quarter, tuple(duties_of(former, quarter.first)), new.kept_by_former
    )


def duties_of(former: Mandate, on: date) -> Iterator[Duty]:
    """The quarters of a mandate that was taken over whose claims still live on a day."""
    last = former.last_day(on)
    if last is None or former.state(on) is not State.INFORMATION_DUTY:
        return
    quarter = former.begins
    while quarter <= quarter_of(last):
        until = former.known_until(quarter, on)
        if on <= until:
            yield Duty(quarter, until)
        quarter = quarter.before(-1)


def delegation(
    of: Mandate,
    key: str,
    receiver: Operator,
    tasks: Iterable[Act],
    first_day: date,
    *,
    last_day: date | None = None,
) -> Mandate:
    """A mandate by which a mandatary hands on tasks of its own to another, unsigned yet.

    It is of the same group, and never more than its giver has: of its tasks, inside its quarters. The
    giver keeps its mandate, and revokes the delegation as an employer does. Raises MandateRefused.
    """
    given = frozenset(tasks)
    begins = beginning(first_day, key)
    ends = None if last_day is None else ending(last_day, key)
    if of.delegated_from is not None:
        raise MandateRefused("delegation_of_delegation", key, of=of.key)
    for act in sorted(given - of.tasks):
        raise MandateRefused("delegation_too_wide", key, of=of.key, act=act)
    last = of.last_day(date.max)
    if begins < of.begins or (last is not None and (ends is None or ends.last > last)):
        raise MandateRefused(
            "delegation_too_long", key, of=of.key, first=of.begins.first, last=last or "…"
        )
    return Mandate(
        key=key,
        employer=of.employer,
        giver=of.receiver.enterprise_number,
        receiver=receiver,
        group=of.group,
        tasks=given,
        begins=begins,
        ends=ends,
        delegated_from=of.key,
    )


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two mandataries of one employer in an exclusive group, and the quarters of it; None: open."""

    employer: str
    group: Group
    keys: tuple[str, str]
    first: Quarter
    last: Quarter | None

    def text(self, language: str) -> str:
        """Which two, since when, and what to do."""
        gaps = {
            "one": self.keys[0],
            "other": self.keys[1],
            "group": self.group,
            "first": self.first.first,
        }
        return filled(table("wording")["remark"]["conflict"], language, gaps)


def conflicts(mandates: Iterable[Mandate]) -> tuple[Conflict, ...]:
    """Every pair of mandates that cannot both be, in the order of their employers and keys."""
    found = []
    for one, other in combinations(sorted(mandates, key=lambda mandate: mandate.key), 2):
        if not rivals(one, other):
            continue
        first = max(one.begins, other.begins)
        if one.covers(first) and other.covers(first):
            ends = [
                quarter_of(last)
                for mandate in (one, other)
                if (last := mandate.last_day(date.max)) is not None
            ]
            found.append(
                Conflict(
                    one.employer, one.group, (one.key, other.key), first, min(ends, default=None)
                )
            )
    return tuple(sorted(found, key=lambda conflict: (conflict.employer, conflict.keys)))


def rivals(one: Mandate, other: Mandate) -> bool:
    """Whether two mandates exclude each other where they meet: delegations live under another."""
    return (
        one.group is other.group
        and one.group.is_exclusive
        and one.employer == other.employer
        and one.delegated_from is None
        and other.delegated_from is None
        and one.receiver.enterprise_number != other.receiver.enterprise_number
    )


def in_conflict(mandate: Mandate, mandates: Iterable[Mandate], on: date) -> bool:
    """Whether another mandatary holds the same exclusive group on a day."""
    return any(rivals(mandate, other) and other.state(on).is_in_force for other in mandates)
