"""Every act leaves a row in the audit trail, in the same transaction as what it changes."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from officium.findings import Finding
from officium.office.acts.actor import Actor
from officium.office.acts.outbox import noted
from officium.office.clock import now
from officium.office.models import AuditContent, AuditEntry, Employer, Operator
from officium.proof import (
    BEGINNING,
    Head,
    audit_lines,
    content_bytes,
    content_digest,
    sealed,
    verify,
)
from officium.proof import AuditEntry as Sealed

# Any number that no other part of the program locks.
_LOCK = 0x0FF1C


def record(
    actor: Actor,
    action: str,
    employer: Employer | None,
    object_kind: str,
    object_key: str,
    *,
    before: Any = None,
    after: Any = None,
    reason: str = "",
    valid_on: date | None = None,
) -> AuditEntry:
    """Add the entry that seals the one before it.

    `before`, `after` and `reason` stand beside the entry, under a salted digest, so that they can be
    erased when their retention ends. Keys name, they do not describe: no personal text. Who asked to be
    told of it is told after the transaction.
    """
    with transaction.atomic():
        _alone()
        last = AuditEntry.objects.order_by("-number").first()
        content = {"before": before, "after": after, "reason": reason}
        salt = secrets.token_bytes(16)
        entry = sealed(
            Head(last.number, last.digest) if last else BEGINNING,
            # A clock that was set back never makes the trail run backwards.
            recorded=max(now(), last.recorded) if last else now(),
            valid_on=valid_on,
            actor=actor.key,
            acting_for=employer.enterprise_number if employer else None,
            action=action,
            object_kind=object_kind,
            object_key=object_key,
            content_digest=content_digest(content, salt),
        )
        AuditContent.objects.create(
            digest=entry.content_digest, body=content_bytes(content, salt).decode()
        )
        row = AuditEntry.objects.create(
            number=entry.number,
            recorded=entry.recorded,
            valid_on=entry.valid_on,
            actor=entry.actor,
            acting_for=entry.acting_for or "",
            action=entry.action,
            object_kind=entry.object_kind,
            object_key=entry.object_key,
            content_digest=entry.content_digest,
            previous=entry.previous,
            digest=entry.digest,
        )
        noted(row, employer)
        return row


def _alone() -> None:
    """One writer of the chain at a time; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def trail(employer: Employer | None = None) -> Iterator[Sealed]:
    """The entries as they were sealed, in order; of one employer where given."""
    rows = AuditEntry.objects.order_by("number")
    if employer is not None:
        rows = rows.filter(acting_for=employer.enterprise_number)
    for row in rows.iterator(chunk_size=2000):
        yield Sealed(
            number=row.number,
            recorded=row.recorded,
            valid_on=row.valid_on,
            actor=row.actor,
            acting_for=row.acting_for or None,
            action=row.action,
            object_kind=row.object_kind,
            object_key=row.object_key,
            content_digest=row.content_digest,
            previous=row.previous,
            digest=row.digest,
        )


def examined(language: str = "en") -> list[Finding]:
    """What is wrong with the trail in the database, contents included; nothing when nothing is."""
    last = AuditEntry.objects.order_by("number").last()
    head = Head(last.number, last.digest) if last else BEGINNING
    return verify(trail(), head, contents=Contents(), language=language)


class Contents(Mapping[str, bytes]):
    """What the entries name by digest, each read when it is asked for."""

    def __getitem__(self, digest: str) -> bytes:
        row = AuditContent.objects.filter(digest=digest).first()
        if row is None:
            raise KeyError(digest)
        return row.body.encode()

    def __iter__(self) -> Iterator[str]:
        return iter(AuditContent.objects.values_list("digest", flat=True).iterator())

    def __len__(self) -> int:
        return AuditContent.objects.count()


def exported(folder: Path) -> None:
    """The trail as files that anybody verifies: `audit.jsonl`, and each content by its digest."""
    last = AuditEntry.objects.order_by("number").last()
    head = Head(last.number, last.digest) if last else BEGINNING
    (folder / "contents").mkdir(parents=True)
    for row in AuditContent.objects.iterator(chunk_size=1000):
        (folder / "contents" / f"{row.digest}.json").write_text(row.body, "utf-8")
    with (folder / "audit.jsonl").open("wb") as file:
        file.writelines(audit_lines(Operator.objects.get().name, trail(), head))
