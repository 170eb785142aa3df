"""Proof: what was done cannot be changed unseen, and a stranger can verify it without the office.

The audit trail is a chain of entries without personal text; contents live beside it and can be
erased. An evidence pack gives an employer and a period in one archive, with its timeline.
"""

from .canonical import canonical, content_bytes, content_digest, parsed
from .chain import verify
from .delays import Delay, Share, days_by_party, delays
from .entry import (
    BEGINNING,
    CONTENT,
    ERASURE,
    AuditEntry,
    Head,
    Row,
    Withheld,
    sealed,
)
from .export import AuditReport, audit_lines, audit_rows, examine_audit
from .pack import (
    EvidencePack,
    Kind,
    Listed,
    Manifest,
    PackFile,
    Signer,
    Trail,
    excerpt,
    read_manifest,
    write_pack,
)
from .pack_report import Attestation, PackReport, Verifier, read_pack
from .timeline import (
    Event,
    Party,
    Step,
    Timeline,
    happenings,
    read_timeline,
    timeline_bytes,
)
from .timeline_text import (
    DelayRow,
    Ground,
    TimelineRow,
    delay_rows,
    recourse,
    timeline_rows,
    total_rows,
)

__all__ = [
    "BEGINNING",
    "CONTENT",
    "ERASURE",
    "Attestation",
    "AuditEntry",
    "AuditReport",
    "Delay",
    "DelayRow",
    "Event",
    "EvidencePack",
    "Ground",
    "Head",
    "Kind",
    "Listed",
    "Manifest",
    "PackFile",
    "PackReport",
    "Party",
    "Row",
    "Share",
    "Signer",
    "Step",
    "Timeline",
    "TimelineRow",
    "Trail",
    "Verifier",
    "Withheld",
    "audit_lines",
    "audit_rows",
    "canonical",
    "content_bytes",
    "content_digest",
    "days_by_party",
    "delay_rows",
    "delays",
    "examine_audit",
    "excerpt",
    "happenings",
    "parsed",
    "read_manifest",
    "read_pack",
    "read_timeline",
    "recourse",
    "sealed",
    "timeline_bytes",
    "timeline_rows",
    "total_rows",
    "verify",
    "write_pack",
]
