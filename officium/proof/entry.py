"""An entry of the audit trail: who did what, for whom, when; no personal text, chained by digest."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from officium.findings import BadInput

from .canonical import canonical, sha256
from .fields import DIGEST, day, fields, moment, moment_text, text, whole

# Opaque keys: they name a row of the office, and say nothing of a person by themselves.
KEY = r"[A-Za-z0-9][A-Za-z0-9:._/-]{0,127}"
ACTOR = r"[a-z_]+:[A-Za-z0-9-]{1,64}"
NOUN = r"[a-z_]{1,64}"
ACTION = r"[a-z_]+(\.[a-z_]+)+"
ENTERPRISE = r"[01][0-9]{9}"
# The action of the entry that allows a content to be gone; its object is the digest of that content.
ERASURE = "content.erased"
CONTENT = "content"
_NATIONAL_NUMBER = re.compile(r"(?<![0-9A-Za-z])[0-9]{11}(?![0-9A-Za-z])")


@dataclass(frozen=True, slots=True)
class Head:
    """Where a chain stands: the number and the digest of its last entry. Who keeps it sees a cut."""

    number: int
    digest: str

    def as_json(self) -> dict[str, Any]:
        """The head as an export writes it."""
        return {"number": self.number, "digest": self.digest}


# What the first entry of a chain follows.
BEGINNING = Head(0, "0" * 64)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """What somebody did, as recorded: who, for which employer, what, to which object, on both clocks.

    `recorded` is when it was written down (universal time), `valid_on` the day for which it counts.
    `actor` and `object_key` are opaque keys. The content, with names and amounts, lives beside the
    entry under `content_digest` and may be erased: the entry and its chain stay.
    """

    number: int
    recorded: datetime
    valid_on: date | None
    actor: str
    acting_for: str | None
    action: str
    object_kind: str
    object_key: str
    content_digest: str
    previous: str
    digest: str

    @property
    def body(self) -> str:
        """The digest of what the entry says, without its place in the chain."""
        said = self.as_json()
        return sha256(canonical({name: said[name] for name in said if name not in _PLACE}))

    @property
    def head(self) -> Head:
        """The head of a chain that ends here."""
        return Head(self.number, self.digest)

    def as_json(self) -> dict[str, Any]:
        """The entry as an export writes it."""
        return {
            "number": self.number,
            "recorded": moment_text(self.recorded),
            "valid_on": self.valid_on.isoformat() if self.valid_on else None,
            "actor": self.actor,
            "acting_for": self.acting_for,
            "action": self.action,
            "object_kind": self.object_kind,
            "object_key": self.object_key,
            "content_digest": self.content_digest,
            "previous": self.previous,
            "digest": self.digest,
        }


@dataclass(frozen=True, slots=True)
class Withheld:
    """An entry that is not shown, because it is about somebody else: its place and its body's digest.

    The chain is verified over it all the same; the salt of its content keeps it from being guessed.
    """

    number: int
    body: str

    def as_json(self) -> dict[str, Any]:
        """The row as an export writes it."""
        return {"number": self.number, "body": self.body}


Row = AuditEntry | Withheld
_PLACE = ("previous", "digest")
_ENTRY = frozenset(AuditEntry.__dataclass_fields__)


def link(number: int, previous: str, body: str) -> str:
    """The digest of an entry: over its place, the digest of the one before, and its own body."""
    return sha256(canonical([number, previous, body]))


def sealed(
    previous: Head,
    *,
    recorded: datetime,
    actor: str,
    action: str,
    object_kind: str,
    object_key: str,
    content_digest: str,
    valid_on: date | None = None,
    acting_for: str | None = None,
) -> AuditEntry:
    """The entry that follows `previous` (`BEGINNING` at first), sealed with its digest.

    Raises `BadInput` when a part has another form than an opaque key, a noun or an enterprise number
    of ten digits, when a key holds a national number, or when the moment has no time zone.
    """
    moment_text(recorded)
    entry = AuditEntry(
        previous.number + 1,
        recorded.astimezone(UTC),
        valid_on,
        actor,
        acting_for,
        action,
        object_kind,
        object_key,
        content_digest,
        previous.digest,
        "",
    )
    _checked(entry)
    return replace(entry, digest=link(entry.number, entry.previous, entry.body))


def row_of(document: object) -> Row:
    """A row as an export wrote it; `BadInput` for anything else. Its digest is not verified here."""
    if isinstance(document, dict) and "body" in document:
        said = fields(document, {"number", "body"}, "row")
        return Withheld(whole(said["number"], "number"), text(said["body"], "body", DIGEST))
    said = fields(document, _ENTRY, "entry")
    entry = AuditEntry(
        **{
            **said,
            "number": whole(said["number"], "number"),
            "recorded": moment(said["recorded"], "recorded"),
            "valid_on": None if said["valid_on"] is None else day(said["valid_on"], "valid_on"),
        }
    )
    _checked(entry)
    text(entry.previous, "previous", DIGEST)
    text(entry.digest, "digest", DIGEST)
    return entry


def head_of(document: object, what: str) -> Head:
    """A head as an export wrote it; `BadInput` for anything else."""
    said = fields(document, {"number", "digest"}, what)
    return Head(whole(said["number"], what), text(said["digest"], what, DIGEST))


def _checked(entry: AuditEntry) -> None:
    text(entry.actor, "actor", ACTOR)
    text(entry.action, "action", ACTION)
    text(entry.object_kind, "object_kind", NOUN)
    text(entry.object_key, "object_key", KEY)
    text(entry.content_digest, "content_digest", DIGEST)
    if entry.acting_for is not None:
        text(entry.acting_for, "acting_for", ENTERPRISE)
    for what, key in (("actor", entry.actor), ("object_key", entry.object_key)):
        if _NATIONAL_NUMBER.search(key):
            raise BadInput(
                f"{what} holds a national number: give the key of the row instead",
                code="personal_key",
                where=what,
            )
