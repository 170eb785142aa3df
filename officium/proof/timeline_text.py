"""The timeline, the delays and the law on recourse, as a person reads them in four languages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from officium.language import long_date

from .delays import Delay, days_by_party
from .timeline import Event, Step, Timeline
from .wording import say, wordings


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One event in words: the day, the moment of recording, who, what; and its proof in the pack."""

    valid_on: date
    recorded: datetime
    party: str
    what: str
    file: str | None


@dataclass(frozen=True, slots=True)
class DelayRow:
    """One step that came late: what, how long, and a sentence for each place where days arose."""

    what: str
    party: str
    due: str
    done: str
    days: int
    shares: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """A sentence of the law on recourse, its source, and how it is known (its standing)."""

    text: str
    source: str
    standing: str


def timeline_rows(timeline: Timeline, language: str) -> list[TimelineRow]:
    """The events in words, by the day for which they count, then by the moment of recording."""
    return [
        TimelineRow(
            event.valid_on,
            event.recorded,
            say("party", event.party, language),
            named(event, language),
            event.file,
        )
        for event in sorted(timeline.events, key=lambda event: (event.valid_on, event.recorded))
    ]


def delay_rows(found: Iterable[Delay], language: str) -> list[DelayRow]:
    """The late steps in words, each with whose days its delay is made of."""
    known = {delay.step.key: delay for delay in found}
    return [
        DelayRow(
            named(delay.step, language),
            say("party", delay.step.party, language),
            long_date(delay.step.due, language),
            long_date(delay.step.done, language)
            if delay.step.done
            else say("delay", "not_done", language),
            delay.days,
            tuple(
                say(
                    "delay",
                    "own" if share.step == delay.step.key else "passed_on",
                    language,
                    days=_days(share.days, language),
                    party=say("party", share.party, language),
                    what=named(known[share.step].step, language),
                )
                for share in delay.shares
            ),
        )
        for delay in known.values()
        if delay.days
    ]


def total_rows(found: Iterable[Delay], language: str) -> list[str]:
    """A sentence for each party at which days arose, each day counted once."""
    return [
        say(
            "delay",
            "total",
            language,
            party=say("party", party, language),
            days=_days(days, language),
        )
        for party, days in days_by_party(found).items()
        if days
    ]


def recourse(language: str) -> list[Ground]:
    """What the law says of late and wrong formalities and of recourse, with its sources.

    The last sentence says what the separation of days is not.
    """
    return [
        Ground(ground[language], ground["source"], ground["standing"])
        for ground in wordings()["recourse"]
    ]


def named(one: Event | Step, language: str) -> str:
    """What an event or step is, with its particular: `Kwartaalaangifte verstuurd: 2025Q1`."""
    return say("event", one.what, language, about=one.about)


def _days(count: int, language: str) -> str:
    return say("delay", "day" if count == 1 else "days", language, count=count)
