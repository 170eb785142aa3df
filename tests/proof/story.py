"""A small office that we know: what it recorded for two employers, and the pack of one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from officium.findings import Finding
from officium.proof import (
    BEGINNING,
    CONTENT,
    ERASURE,
    AuditEntry,
    Event,
    EvidencePack,
    Head,
    Kind,
    PackFile,
    Party,
    Step,
    Timeline,
    Trail,
    content_bytes,
    content_digest,
    excerpt,
    sealed,
)

OFFICE = "Voorbeeld Loonkantoor"
BAKERY, GARAGE = "0123456749", "0987654394"
START = datetime(2025, 1, 31, 8, 0, tzinfo=UTC)


@dataclass
class Office:
    """An office that records: entries, and beside them their contents by digest."""

    entries: list[AuditEntry] = field(default_factory=list)
    contents: dict[str, bytes] = field(default_factory=dict)

    @property
    def head(self) -> Head:
        return self.entries[-1].head if self.entries else BEGINNING

    def record(
        self, action: str, content: object, employer: str = BAKERY, key: str = "", kind: str = ""
    ) -> AuditEntry:
        """One act; salt and moment follow from its number, so that the story is always the same."""
        number = len(self.entries) + 1
        salt = number.to_bytes(16, "big")
        entry = sealed(
            self.head,
            recorded=START + timedelta(hours=number),
            valid_on=date(2025, 1, 31),
            actor="user:12",
            acting_for=employer,
            action=action,
            object_kind=kind or action.partition(".")[0],
            object_key=key or str(number),
            content_digest=content_digest(content, salt),
        )
        self.entries.append(entry)
        self.contents[entry.content_digest] = content_bytes(content, salt)
        return entry

    def erase(self, entry: AuditEntry) -> AuditEntry:
        """The content goes by the terms of retention, and an entry says so."""
        del self.contents[entry.content_digest]
        return self.record(ERASURE, {"term": "ten years"}, key=entry.content_digest, kind=CONTENT)


def office() -> Office:
    """Six acts: four for the bakery, two for the garage."""
    found = Office()
    found.record("mandate.signed", {"before": None, "after": {"from": "2025Q1"}})
    found.record(
        "month.supplied", {"before": None, "after": {"worker": "An Peeters", "hours": 160}}
    )
    found.record("month.supplied", {"before": None, "after": {"worker": "Luc Maes"}}, GARAGE)
    found.record("month.approved", {"before": "open", "after": "approved"})
    found.record("declaration.sent", {"before": None, "after": {"ticket": "1ZX"}}, GARAGE)
    found.record("declaration.sent", {"before": None, "after": {"ticket": "1ZY"}})
    return found


def bakery_pack() -> EvidencePack:
    """The bakery's first quarter: its time sheet came five days late, and so did the declaration."""
    kept = office()
    rows = tuple(excerpt(kept.entries, BAKERY))
    own = {row.content_digest for row in rows if isinstance(row, AuditEntry)}
    return EvidencePack(
        OFFICE,
        BAKERY,
        date(2025, 1, 1),
        date(2025, 3, 31),
        datetime(2025, 6, 2, 9, 0, tzinfo=UTC),
        (
            PackFile(
                "supplied/2025-01/time.csv",
                b"worker,day,hours\nW001,2025-01-02,8\n",
                Kind.SUPPLIED,
                date(2025, 1, 31),
                START + timedelta(hours=2),
                "bakery",
            ),
            PackFile(
                "declared/dmfa-2025Q1.xml",
                b"<DmfAOriginal/>",
                Kind.DECLARED,
                date(2025, 5, 5),
                START + timedelta(days=94),
                OFFICE,
            ),
        ),
        Timeline(
            (
                Event(
                    date(2025, 4, 10),
                    datetime(2025, 4, 10, 9, 30, tzinfo=UTC),
                    Party.EMPLOYER,
                    "data_supplied",
                    "2025-03",
                    "supplied/2025-01/time.csv",
                ),
                Event(
                    date(2025, 5, 5),
                    datetime(2025, 5, 5, 16, 0, tzinfo=UTC),
                    Party.MANDATARY,
                    "declaration_sent",
                    "DmfA 2025Q1",
                    "declared/dmfa-2025Q1.xml",
                ),
            ),
            (
                Step(
                    "data",
                    "data_supplied",
                    "2025-03",
                    Party.EMPLOYER,
                    date(2025, 4, 5),
                    date(2025, 4, 10),
                ),
                Step(
                    "dmfa",
                    "declaration_sent",
                    "DmfA 2025Q1",
                    Party.MANDATARY,
                    date(2025, 4, 30),
                    date(2025, 5, 5),
                    "data",
                ),
            ),
        ),
        Trail(rows, kept.head, {one: kept.contents[one] for one in own}),
    )


def changed(entry: AuditEntry, **fields: object) -> AuditEntry:
    """A row that somebody edited in the database, its digest left as it was."""
    return replace(entry, **fields)  # type: ignore[arg-type]


def rules(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """What was found, and where."""
    return [(finding.rule, finding.path) for finding in findings]
