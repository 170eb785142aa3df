"""The evidence pack: what an employer and its office did in a period, in one signed archive."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from officium.findings import BadInput

from .archive import bounded, is_safe
from .canonical import canonical, parsed, sha256
from .entry import BEGINNING, ENTERPRISE, AuditEntry, Head, Row, Withheld, head_of
from .export import audit_lines
from .fields import DIGEST, day, fields, items, moment, moment_text, text, whole
from .timeline import Timeline, timeline_bytes

FORMAT = "officium-evidence"
VERSION = 1
MANIFEST, SIGNATURE = "manifest.json", "manifest.json.p7s"
TIMELINE, AUDIT, CONTENTS = "timeline.json", "audit.jsonl", "contents/"
_FIXED = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16

# Makes a detached signature (CMS, DER) of the bytes of the manifest.
Signer = Callable[[bytes], bytes]


class Kind(StrEnum):
    """What a file of the pack proves."""

    SUPPLIED = "supplied"
    COMPUTED = "computed"
    DECLARED = "declared"
    ANSWERED = "answered"
    PAID = "paid"
    MANDATE = "mandate"
    AUDIT = "audit"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file as it was kept: its path in the pack, its kind, both clocks, and by whom it came."""

    path: str
    content: bytes
    kind: Kind
    valid_on: date | None
    recorded: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Trail:
    """The audit rows of a pack, after `follows` up to `head`, and the contents of those shown."""

    rows: tuple[Row, ...]
    head: Head
    contents: Mapping[str, bytes]
    follows: Head = BEGINNING


@dataclass(frozen=True, slots=True)
class EvidencePack:
    """What goes into a pack: an employer (ten digits), the first and last day, the moment it is made."""

    office: str
    employer: str
    first: date
    last: date
    made: datetime
    files: tuple[PackFile, ...]
    timeline: Timeline
    trail: Trail


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the manifest names it: size in bytes, SHA-256, and what a `PackFile` says of it."""

    path: str
    sha256: str
    size: int
    kind: Kind
    valid_on: date | None
    recorded: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack says it holds; its bytes are what is signed."""

    office: str
    employer: str
    first: date
    last: date
    made: datetime
    head: Head
    files: tuple[Listed, ...]


def excerpt(rows: Iterable[Row], employer: str) -> Iterator[Row]:
    """The rows that an employer may see: its own entries, and of all others only their place."""
    for row in rows:
        if isinstance(row, AuditEntry) and row.acting_for != employer:
            yield Withheld(row.number, row.body)
        else:
            yield row


def write_pack(pack: EvidencePack, signer: Signer) -> bytes:
    """The pack as one ZIP archive: manifest, its signature, and the files in the order of their paths.

    The same pack gives the same bytes, but for the signature (and as far as the compression library is
    the same). Raises `BadInput` for a path that is unsafe, taken or there twice, for a period that
    ends before it begins, for an event that refers to no file, for an entry of another employer, and
    for more than a reader opens.
    """
    _checked(pack)
    files = {one.path: one for one in (*pack.files, *_own(pack))}
    bounded({path: len(file.content) for path, file in files.items()})
    manifest = canonical(_manifest(pack, [files[path] for path in sorted(files)]))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as zipped:
        _add(zipped, MANIFEST, manifest)
        _add(zipped, SIGNATURE, signer(manifest))
        for path in sorted(files):
            _add(zipped, path, files[path].content)
    return written.getvalue()


def read_manifest(raw: bytes) -> Manifest:
    """The manifest that `write_pack` wrote; `BadInput` for anything else."""
    names = ("format", "version", "office", "employer", "from", "to", "made", "audit_head", "files")
    said = fields(parsed(raw), names, "manifest")
    if said["format"] != FORMAT or said["version"] != VERSION:
        raise BadInput(f"is no manifest of version {VERSION}", code="form", where=MANIFEST)
    return Manifest(
        text(said["office"], "office"),
        text(said["employer"], "employer", ENTERPRISE),
        day(said["from"], "from"),
        day(said["to"], "to"),
        moment(said["made"], "made"),
        head_of(said["audit_head"], "audit_head"),
        tuple(map(_listed, items(said["files"], "files"))),
    )


def _own(pack: EvidencePack) -> Iterator[PackFile]:
    """The files that the pack makes itself."""
    audit = b"".join(audit_lines(pack.office, pack.trail.rows, pack.trail.head, pack.trail.follows))
    made = (None, pack.made, pack.office)
    yield PackFile(TIMELINE, timeline_bytes(pack.timeline), Kind.TIMELINE, *made)
    yield PackFile(AUDIT, audit, Kind.AUDIT, *made)
    for digest, content in pack.trail.contents.items():
        yield PackFile(f"{CONTENTS}{digest}.json", content, Kind.AUDIT, *made)


def _checked(pack: EvidencePack) -> None:
    text(pack.employer, "employer", ENTERPRISE)
    if pack.last < pack.first:
        raise BadInput("the period ends before it begins", code="period")
    taken = {MANIFEST, SIGNATURE, TIMELINE, AUDIT}
    for file in pack.files:
        path = file.path.casefold()
        if not is_safe(file.path) or path.startswith(CONTENTS) or path in taken:
            raise BadInput("is no free path in a pack", code="path", where=file.path)
        taken.add(path)
    there = {file.path for file in pack.files}
    for event in pack.timeline.events:
        if event.file is not None and event.file not in there:
            raise BadInput("an event refers to a file that is not there", where=event.file)
    for row in pack.trail.rows:
        if is_of_another(row, pack.employer):
            raise BadInput(f"entry {row.number} is of another employer", code="other_employer")


def is_of_another(row: Row, employer: str) -> bool:
    """Whether a row shows what was done for another employer than this one."""
    return isinstance(row, AuditEntry) and row.acting_for not in (None, employer)


def _manifest(pack: EvidencePack, files: list[PackFile]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "office": pack.office,
        "employer": pack.employer,
        "from": pack.first.isoformat(),
        "to": pack.last.isoformat(),
        "made": moment_text(pack.made),
        "audit_head": pack.trail.head.as_json(),
        "files": [
            {
                "path": file.path,
                "sha256": sha256(file.content),
                "size": len(file.content),
                "kind": file.kind,
                "valid_on": file.valid_on.isoformat() if file.valid_on else None,
                "recorded": moment_text(file.recorded),
                "by": text(file.by, "by"),
            }
            for file in files
        ],
    }


def _listed(document: object) -> Listed:
    said = fields(document, Listed.__dataclass_fields__.keys(), "file")
    kinds = [str(kind) for kind in Kind]
    if said["kind"] not in kinds:
        raise BadInput(f"kind is one of {', '.join(kinds)}", code="form", where="kind")
    return Listed(
        text(said["path"], "path"),
        text(said["sha256"], "sha256", DIGEST),
        whole(said["size"], "size"),
        Kind(said["kind"]),
        None if said["valid_on"] is None else day(said["valid_on"], "valid_on"),
        moment(said["recorded"], "recorded"),
        text(said["by"], "by"),
    )


def _add(zipped: zipfile.ZipFile, path: str, content: bytes) -> None:
    info = zipfile.ZipInfo(path, _FIXED)
    info.create_system = 3
    info.external_attr = _PLAIN_FILE
    zipped.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
