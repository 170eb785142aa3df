"""What is due: one duty of one period, or of one occurrence, for one employer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from officium.obligations.definition import ClosedDay, Duty, Performer, Standing, Term
from officium.obligations.wording import say


@dataclass(frozen=True, slots=True)
class Due:
    """A duty that comes.

    `key` never changes for the same duty, period and subject: proof is attached to it. `day` is the
    employer's legal day; None where it is not known, or the duty holds at all times. `performer_day` is the
    later day of a certified secretariat, where it performs and the law gives one. `opens`: the first day on
    which it can be done; None: at any time. `uncertain`: conditions of which the facts do not tell.
    """

    duty: Duty
    term: Term
    key: str
    period: str
    subject: str
    day: date | None
    performer_day: date | None
    performer: Performer
    opens: date | None
    reason: str
    closed_day_rule: ClosedDay
    is_closed_day: bool
    uncertain: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        """How the duty is known."""
        return self.duty.standing

    @property
    def due_standing(self) -> Standing:
        """How its term is known."""
        return self.term.standing

    @property
    def last_day(self) -> date | None:
        """The last day for who performs: a secretariat may declare later, but not be paid later."""
        extension = self.term.certified
        if self.performer_day and extension and extension.extends == "declaration":
            return self.performer_day
        return self.day

    @property
    def order(self) -> tuple[date, int, str]:
        """By day, then in the order of the calendar; what has no day comes last."""
        return self.day or date.max, self.duty.order, self.key


def reason(due: Due, language: str) -> str:
    """Why a duty comes: `hire, 2025-03-03`, or `every quarter, 2025Q1`."""
    section = "occurrence" if due.term.on else "every"
    why = say(section, due.reason, language)
    return say("told", "reason", language, why=why, period=due.period) if due.period else why


def notes(due: Due, language: str) -> Iterator[str]:
    """What a person should know of it: what holds besides the day, and what is not known."""
    if due.term.moment != "by":
        yield say("told", due.term.moment, language)
    if due.term.optional:
        yield say("told", "optional", language)
    if due.term.unknown_day:
        yield say("told", "day_unknown", language)
    if due.is_closed_day and due.closed_day_rule == "unknown":
        yield say("told", "closed_day_unknown", language)
    for name in due.uncertain:
        yield say("told", "uncertain", language, what=say("condition", name, language))
    if due.term.note:
        yield say("note", due.term.note, language)
