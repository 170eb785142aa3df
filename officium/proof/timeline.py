"""The timeline of an employer and a period: what happened on two clocks, and what was due when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from officium.findings import BadInput

from .canonical import canonical, parsed
from .entry import NOUN
from .fields import day, fields, items, moment, moment_text, text
from .wording import wordings

FORMAT = "officium-timeline"
VERSION = 1
MOST = 10_000
STEP_KEY = r"[A-Za-z0-9][A-Za-z0-9:._-]{0,63}"


class Party(StrEnum):
    """Who acts, or is waited for."""

    EMPLOYER = "employer"
    MANDATARY = "mandatary"
    AUTHORITY = "authority"
    BANK = "bank"


@dataclass(frozen=True, slots=True)
class Event:
    """What a party did: the day for which it counts, the moment it was recorded, and its proof.

    `what` is a kind of event (`happenings()`), `about` its particular such as `2025Q1`, `file` the
    path of what proves it in the evidence pack.
    """

    valid_on: date
    recorded: datetime
    party: Party
    what: str
    about: str
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What a party had to do by a day, and when it did; `waited_for` is the key of an earlier step.

    `due` already stands on a day on which it can be done (closed days are the calendar's affair).
    `done` is none while it is not done.
    """

    key: str
    what: str
    about: str
    party: Party
    due: date
    done: date | None
    waited_for: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events and steps. Raises `BadInput` when they contradict each other.

    A step waits only for one that stands before it, and is not done before that one.
    """

    events: tuple[Event, ...]
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        if len(self.events) > MOST or len(self.steps) > MOST:
            raise BadInput(f"a timeline has at most {MOST} events and steps", code="too_long")
        named = {event.what for event in self.events} | {step.what for step in self.steps}
        if unknown := sorted(named - happenings()):
            raise BadInput(
                f"is no kind of event: {', '.join(sorted(happenings()))}",
                code="unknown_event",
                where=unknown[0],
            )
        before: dict[str, Step] = {}
        for step in self.steps:
            if step.key in before:
                raise BadInput("two steps have one key", code="step_twice", where=step.key)
            _follows(step, before)
            before[step.key] = step


def happenings() -> frozenset[str]:
    """The kinds of event and step that have words."""
    return frozenset(wordings()["event"])


def timeline_bytes(timeline: Timeline) -> bytes:
    """The timeline as `timeline.json`: canonical JSON."""
    return canonical(
        {
            "format": FORMAT,
            "version": VERSION,
            "events": [
                {
                    "valid_on": event.valid_on.isoformat(),
                    "recorded": moment_text(event.recorded),
                    "party": event.party,
                    "what": event.what,
                    "about": event.about,
                    "file": event.file,
                }
                for event in timeline.events
            ],
            "steps": [
                {
                    "key": step.key,
                    "what": step.what,
                    "about": step.about,
                    "party": step.party,
                    "due": step.due.isoformat(),
                    "done": step.done.isoformat() if step.done else None,
                    "waited_for": step.waited_for,
                }
                for step in timeline.steps
            ],
        }
    )


def read_timeline(raw: bytes) -> Timeline:
    """The timeline that `timeline_bytes` wrote; `BadInput` for anything else."""
    said = fields(parsed(raw), ("format", "version", "events", "steps"), "timeline")
    if said["format"] != FORMAT or said["version"] != VERSION:
        raise BadInput(f"is no timeline of version {VERSION}", code="form")
    return Timeline(
        tuple(map(_event, items(said["events"], "events"))),
        tuple(map(_step, items(said["steps"], "steps"))),
    )


def _follows(step: Step, before: dict[str, Step]) -> None:
    if step.waited_for is None:
        return
    cause = before.get(step.waited_for)
    if cause is None:
        raise BadInput(
            f"waits for {step.waited_for}, which does not stand before it",
            code="step_order",
            where=step.key,
        )
    if step.done is not None and (cause.done is None or step.done < cause.done):
        raise BadInput(
            f"is done before {cause.key}, for which it waited: then it did not wait for it",
            code="done_before",
            where=step.key,
        )


def _event(document: object) -> Event:
    said = fields(document, Event.__dataclass_fields__.keys(), "event")
    file = said["file"]
    return Event(
        day(said["valid_on"], "valid_on"),
        moment(said["recorded"], "recorded"),
        _party(said["party"]),
        text(said["what"], "what", NOUN),
        text(said["about"], "about"),
        None if file is None else text(file, "file"),
    )


def _step(document: object) -> Step:
    said: dict[str, Any] = fields(document, Step.__dataclass_fields__.keys(), "step")
    done, waited_for = said["done"], said["waited_for"]
    return Step(
        text(said["key"], "key", STEP_KEY),
        text(said["what"], "what", NOUN),
        text(said["about"], "about"),
        _party(said["party"]),
        day(said["due"], "due"),
        None if done is None else day(done, "done"),
        None if waited_for is None else text(waited_for, "waited_for", STEP_KEY),
    )


def _party(value: object) -> Party:
    if not isinstance(value, str) or value not in _parties():
        raise BadInput(f"party is one of {', '.join(_parties())}", code="form", where="party")
    return Party(value)


def _parties() -> list[str]:
    return [str(party) for party in Party]
