"""An entry: the moves that one document caused, chained to all that was recorded before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from officium.findings import BadInput

from .move import Move

# What the first entry of a ledger follows.
BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True)
class Booking:
    """What a document does to the accounts, before it is recorded.

    `what` is the kind of event (a key of `wording.toml`), `about` its particulars in the order of
    the wording, `valid` the day on which it counts, `origin` the document. A document is booked
    once: its origin is the key that makes a second booking impossible.
    """

    what: str
    about: tuple[str, ...]
    valid: date
    origin: str
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        if not self.origin:
            raise BadInput(
                "nothing is booked without a document: origin is empty", code="no_origin"
            )


@dataclass(frozen=True, slots=True)
class Entry:
    """A booking as recorded: when, after which entry, and the digest that seals all of it."""

    booking: Booking
    recorded: datetime
    previous: str
    digest: str

    def sealed(self) -> Entry:
        """The entry with the digest that its content has now."""
        return replace(self, digest=hashlib.sha256(_canonical(self).encode()).hexdigest())


def record(
    entries: tuple[Entry, ...], bookings: Iterable[Booking], recorded: datetime
) -> tuple[Entry, ...]:
    """The ledger with these bookings at its end, recorded at one moment.

    The moment is given, never read from a clock. A booking without moves leaves no entry. Raises
    `BadInput` when a document is already booked, and when the moment has no time zone or lies
    before the last one recorded.
    """
    if recorded.tzinfo is None:
        raise BadInput("the moment of recording needs a time zone", code="no_time_zone")
    if entries and recorded < entries[-1].recorded:
        raise BadInput(
            f"recorded at {recorded.isoformat()}, before the last entry "
            f"({entries[-1].recorded.isoformat()}): the past is not rewritten",
            code="recorded_before",
        )
    ledger = list(entries)
    booked = {entry.booking.origin for entry in entries}
    for booking in bookings:
        if booking.origin in booked:
            raise BadInput(
                "this document is already booked: reverse it before booking it anew",
                code="booked_twice",
                where=booking.origin,
            )
        if booking.moves:
            booked.add(booking.origin)
            previous = ledger[-1].digest if ledger else BEGINNING
            ledger.append(Entry(booking, recorded, previous, "").sealed())
    return tuple(ledger)


def broken_at(entries: tuple[Entry, ...]) -> int | None:
    """The position of the first entry that is not what was recorded, or none.

    A whole ledger made anew is seen only by who kept the digest of its last entry.
    """
    previous = BEGINNING
    for position, entry in enumerate(entries):
        if entry.previous != previous or entry.sealed().digest != entry.digest:
            return position
        previous = entry.digest
    return None


def reversal(booking: Booking, cause: str, valid: date) -> Booking:
    """The booking that undoes another, because of the document `cause`: every move goes back."""
    return Booking(
        "reversal",
        (booking.origin,),
        valid,
        cause,
        tuple(move.reversed() for move in reversed(booking.moves)),
    )


def _canonical(entry: Entry) -> str:
    """One text for one content: JSON with sorted keys, the moment in universal time, no spaces."""
    booking = entry.booking
    content = {
        "what": booking.what,
        "about": booking.about,
        "valid": booking.valid.isoformat(),
        "origin": booking.origin,
        "moves": [(move.source, move.destination, move.cents) for move in booking.moves],
        "recorded": entry.recorded.astimezone(UTC).isoformat(),
        "previous": entry.previous,
    }
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
