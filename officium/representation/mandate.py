"""A mandate: who gives it to whom, for which group and tasks, and what became of it, day by day.

Act of 29 June 1981, art. 31ter and 31quater. A mandate is one frozen document: its events are added by
`step`, which refuses what the law does not allow, and its state on any day follows from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from officium.law import Quarter
from officium.representation.catalogue import HELD_FROM, Act, Group, table
from officium.representation.operator import Operator, OperatorKind, checked_number
from officium.representation.prescription import prescribed_after
from officium.representation.refusal import MandateRefused


class State(StrEnum):
    """Where a mandate stands on a day, in the order of its life."""

    DRAFT = "draft"
    SIGNED_BY_ONE = "signed_by_one"
    SIGNED_BY_BOTH = "signed_by_both"
    NOTIFIED = "notified"
    ACTIVE = "active"
    END_NOTIFIED = "end_notified"
    ENDED = "ended"
    INFORMATION_DUTY = "information_duty"
    CLOSED = "closed"

    @property
    def is_in_force(self) -> bool:
        """Whether the mandatary may act: until the last day, also when the end has been told."""
        return self in (State.ACTIVE, State.END_NOTIFIED)

    @property
    def is_over(self) -> bool:
        """Whether it will never be in force again."""
        return self in (State.ENDED, State.INFORMATION_DUTY, State.CLOSED)

    def name_in(self, language: str) -> str:
        """The name that people read."""
        return str(table("wording")["state"][self][language])


class Happening(StrEnum):
    """What happens to a mandate.

    `revoked` by the giver and `renounced` by the receiver end it, or withdraw it before it begins;
    `end_notified` tells the NSSO; `taken_over` is the new mandatary of the next quarter; the last two
    make the claims of its quarters live longer.
    """

    SIGNED = "signed"
    NOTIFIED = "notified"
    REVOKED = "revoked"
    RENOUNCED = "renounced"
    END_NOTIFIED = "end_notified"
    TAKEN_OVER = "taken_over"
    PRESCRIPTION_INTERRUPTED = "prescription_interrupted"
    FRAUD_FOUND = "fraud_found"

    def name_in(self, language: str) -> str:
        """The name that people read."""
        return str(table("wording")["happening"][self][language])


ENDINGS = (Happening.REVOKED, Happening.RENOUNCED, Happening.END_NOTIFIED)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, the day on which it is valid, the enterprise number of who did it.

    `last_day`: of an ending, the last day of the mandate.
    """

    what: Happening
    day: date
    by: str
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Mandate:
    """One mandate; `key` names it for good.

    `giver` is the employer, or for a delegation the mandatary that holds the mandate `delegated_from`;
    `ends` is the last quarter agreed at the start, where one was; `kept_by_former` are the quarters whose
    transactions the contract leaves to the former mandatary (art. 31quater par. 5). Raises MandateRefused
    for what no mandate can hold.
    """

    key: str
    employer: str
    giver: str
    receiver: Operator
    group: Group
    tasks: frozenset[Act]
    begins: Quarter
    ends: Quarter | None = None
    delegated_from: str | None = None
    kept_by_former: frozenset[Quarter] = frozenset()
    events: tuple[Event, ...] = ()

    def __post_init__(self) -> None:
        for number in (self.employer, self.giver):
            checked_number(number)
        if self.receiver.kind is OperatorKind.EMPLOYER:
            raise MandateRefused("receiver_is_employer", self.key, name=self.receiver.name)
        if self.receiver.enterprise_number in (self.employer, self.giver):
            raise MandateRefused("own_mandate", self.key)
        if (self.delegated_from is None) != (self.giver == self.employer):
            raise MandateRefused("giver_unknown", self.key)
        if self.begins.first < HELD_FROM:
            raise MandateRefused("not_held", self.key, first=HELD_FROM)
        if self.ends is not None and self.ends < self.begins:
            raise MandateRefused(
                "ends_before_it_begins", self.key, begins=self.begins, ends=self.ends
            )
        if any(quarter >= self.begins for quarter in self.kept_by_former):
            raise MandateRefused("kept_is_not_past", self.key, begins=self.begins)
        for act in sorted(self.tasks):
            if act is Act.CONSULT or self.group not in act.groups:
                raise MandateRefused("task_of_another_group", self.key, act=act, group=self.group)
            if act.only_certified and not self.receiver.is_certified(self.begins.first):
                raise MandateRefused(
                    "collection_uncertified", self.key, act=act, name=self.receiver.name
                )
        if not self.tasks:
            raise MandateRefused("no_task", self.key)

    def happened(self, *what: Happening, on: date | None = None) -> tuple[Event, ...]:
        """Its events of these kinds until a day, or all."""
        return tuple(
            event for event in self.events if event.what in what and (on is None or event.day <= on)
        )

    def last_day(self, on: date) -> date | None:
        """The last day of the mandate as known on a day; None for an open end."""
        told = [event.last_day for event in self.happened(*ENDINGS, on=on) if event.last_day]
        if told:
            return told[-1]
        return self.ends.last if self.ends else None

    def is_withdrawn(self, on: date) -> bool:
        """Whether it was taken back before it began."""
        endings = self.happened(Happening.REVOKED, Happening.RENOUNCED, on=on)
        return any(event.last_day is None for event in endings)

    def covers(self, quarter: Quarter) -> bool:
        """Whether it was, is or will be in force in a quarter, by all that is recorded."""
        last = self.last_day(date.max)
        return (
            bool(self.happened(Happening.NOTIFIED))
            and not self.is_withdrawn(date.max)
            and self.begins <= quarter
            and (last is None or quarter.last <= last)
        )

    def known_until(self, quarter: Quarter, on: date) -> date:
        """The last day of the duty to inform on one of its quarters, by what is known on a day."""
        return prescribed_after(
            quarter,
            is_fraud=bool(self.happened(Happening.FRAUD_FOUND, on=on)),
            interrupted=(
                event.day for event in self.happened(Happening.PRESCRIPTION_INTERRUPTED, on=on)
            ),
        )

    def state(self, on: date) -> State:
        """Where it stands on a day."""
        if self.is_withdrawn(on):
            return State.CLOSED
        signatures = len(self.happened(Happening.SIGNED, on=on))
        if not self.happened(Happening.NOTIFIED, on=on):
            return (State.DRAFT, State.SIGNED_BY_ONE, State.SIGNED_BY_BOTH)[signatures]
        last = self.last_day(on)
        if last is not None and last < on:
            return self._after(last, on)
        if on < self.begins.first:
            return State.NOTIFIED
        told = self.happened(Happening.END_NOTIFIED, on=on)
        return State.END_NOTIFIED if told else State.ACTIVE

    def _after(self, last: date, on: date) -> State:
        if not self.group.has_information_duty:
            return State.ENDED
        if self.known_until(quarter_of(last), on) < on:
            return State.CLOSED
        taken_over = self.happened(Happening.TAKEN_OVER, on=on)
        return State.INFORMATION_DUTY if taken_over else State.ENDED

    def as_json(self) -> dict[str, Any]:
        """The mandate as one document; `from_json` reads it back without loss."""
        return {
            "key": self.key,
            "employer": self.employer,
            "giver": self.giver,
            "receiver": self.receiver.as_json(),
            "group": str(self.group),
            "tasks": sorted(map(str, self.tasks)),
            "begins": str(self.begins),
            "ends": str(self.ends) if self.ends else None,
            "delegated_from": self.delegated_from,
            "kept_by_former": sorted(map(str, self.kept_by_former)),
            "events": [
                {
                    "what": str(event.what),
                    "day": event.day.isoformat(),
                    "by": event.by,
                    "last_day": event.last_day.isoformat() if event.last_day else None,
                }
                for event in self.events
            ],
        }

    @classmethod
    def from_json(cls, document: Any) -> Mandate:
        """The mandate of a document as `as_json` writes it; its life is lived again, step by step.

        Raises BadInput for a document that is none, and MandateRefused for a life that the law refuses.
        """
        from officium.representation.document import mandate_of

        return mandate_of(document)


def quarter_of(day: date) -> Quarter:
    """The calendar quarter of a day."""
    return Quarter(day.year, (day.month + 2) // 3)


def draft(
    key: str,
    employer: str,
    receiver: Operator,
    group: Group,
    tasks: Iterable[Act],
    first_day: date,
    *,
    last_day: date | None = None,
    kept_by_former: Iterable[Quarter] = (),
) -> Mandate:
    """A mandate that nobody signed yet, from its first day; both days lie on the edge of a quarter.

    Raises MandateRefused otherwise.
    """
    return Mandate(
        key=key,
        employer=employer,
        giver=employer,
        receiver=receiver,
        group=group,
        tasks=frozenset(tasks),
        begins=beginning(first_day, key),
        ends=None if last_day is None else ending(last_day, key),
        kept_by_former=frozenset(kept_by_former),
    )


def beginning(day: date, key: str) -> Quarter:
    """The quarter that begins on a day; MandateRefused for a day inside one."""
    quarter = quarter_of(day)
    if day != quarter.first:
        next_one = quarter.before(-1)
        raise MandateRefused("start_inside_quarter", key, day=day, first=next_one.first)
    return quarter


def ending(day: date, key: str) -> Quarter:
    """The quarter that ends on a day; MandateRefused for a day inside one."""
    quarter = quarter_of(day)
    if day != quarter.last:
        raise MandateRefused("end_inside_quarter", key, day=day, last=quarter.last)
    return quarter
