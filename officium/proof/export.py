"""The audit trail as a file, `audit.jsonl`: a line that opens it, a line for each row, one that closes.

Every line is canonical JSON. The last one bears the head of the chain, and the digest of all bytes
before it, so that a change anywhere is seen even outside the chain.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from officium.findings import BadInput, Finding

from .canonical import canonical, parsed
from .chain import Chain
from .entry import BEGINNING, AuditEntry, Head, Row, head_of, row_of
from .fields import DIGEST, fields, text
from .wording import bounded, remark

FORMAT = "officium-audit"
VERSION = 1
LONGEST_LINE = 8192


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What an export holds, and what is wrong with it.

    `head` is what the file itself claims, none where it has no end: compare it with one that was kept
    elsewhere. `entries` counts the rows shown, `withheld` those of which only the digest is there.
    """

    office: str
    follows: Head
    head: Head | None
    entries: int
    withheld: int
    findings: tuple[Finding, ...]


def audit_lines(
    office: str, rows: Iterable[Row], head: Head, follows: Head = BEGINNING
) -> Iterator[bytes]:
    """The lines of an export, in bytes with their ends; `head` is where the chain ends.

    An excerpt begins after `follows`. Nothing is verified here. Raises `BadInput` for what has no
    canonical writing.
    """
    hashed = hashlib.sha256()
    opening = {
        "format": FORMAT,
        "version": VERSION,
        "office": text(office, "office"),
        "follows": follows.as_json(),
    }
    for document in _each(opening, rows):
        line = canonical(document) + b"\n"
        hashed.update(line)
        yield line
    yield canonical({"head": head.as_json(), "sha256": hashed.hexdigest()}) + b"\n"


def audit_rows(file: BinaryIO) -> Iterator[Row]:
    """The rows of an export, one by one; `BadInput` at the first line that cannot be read.

    Nothing of the chain is verified: give the rows to `verify`, or the file to `examine_audit`.
    """
    _opening(file.readline(LONGEST_LINE + 1))
    for number, line in _lines(file):
        if _is_closing(line):
            return
        try:
            yield row_of(parsed(_whole(line)))
        except BadInput as refusal:
            raise BadInput(refusal.message, code=refusal.code, where=f"line {number}") from refusal


def examine_audit(
    file: BinaryIO, contents: Mapping[str, bytes] | None = None, language: str = "en"
) -> AuditReport:
    """Verify an export, line by line, whatever bytes it holds.

    `contents` as for `verify`. Raises `BadInput` when the first line does not open an audit trail.
    """
    first = file.readline(LONGEST_LINE + 1)
    office, follows = _opening(first)
    examination = _Examination(Chain(follows, contents, language), first, language)
    findings = bounded(examination.findings(file, follows), language)
    return AuditReport(
        office,
        follows,
        examination.head,
        examination.entries,
        examination.withheld,
        tuple(findings),
    )


class _Examination:
    """One walk over the lines of a file."""

    def __init__(self, chain: Chain, first: bytes, language: str) -> None:
        self._chain = chain
        self._language = language
        self._hashed = hashlib.sha256(first)
        self.head: Head | None = None
        self.entries = 0
        self.withheld = 0

    def findings(self, file: BinaryIO, follows: Head) -> Iterator[Finding]:
        if follows != BEGINNING:
            yield self._remark("excerpt", 1, number=follows.number)
        number = 1
        for number, line in _lines(file):
            if self.head is not None:
                yield self._remark("line_after_end", number)
            elif _is_closing(line):
                yield from self._close(number, line)
            else:
                yield from self._take(number, line)
        if self.head is None:
            yield self._remark("no_end", number)

    def _take(self, number: int, line: bytes) -> Iterator[Finding]:
        self._hashed.update(line)
        try:
            row = row_of(parsed(_whole(line)))
        except BadInput as refusal:
            yield self._remark("line_unreadable", number, why=refusal)
            return
        if isinstance(row, AuditEntry):
            self.entries += 1
        else:
            self.withheld += 1
        yield from self._chain.take(row)

    def _close(self, number: int, line: bytes) -> Iterator[Finding]:
        try:
            said = fields(parsed(_whole(line)), {"head", "sha256"}, "last line")
            head = head_of(said["head"], "head")
            digest = text(said["sha256"], "sha256", DIGEST)
        except BadInput as refusal:
            yield self._remark("line_unreadable", number, why=refusal)
            return
        self.head = head
        yield from self._chain.close(head)
        if digest != self._hashed.hexdigest():
            yield self._remark("file_differs", number)

    def _remark(self, rule: str, line: int, **gaps: object) -> Finding:
        return remark(rule, self._language, f"line {line}", gaps, line)


def _each(opening: object, rows: Iterable[Row]) -> Iterator[object]:
    yield opening
    for row in rows:
        yield row.as_json()


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines after the first, with their numbers; one that is too long comes in pieces."""
    number = 1
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        yield number, line


def _whole(line: bytes) -> bytes:
    if not line.endswith(b"\n"):
        raise BadInput("is too long, or does not end", code="line")
    return line[:-1]


def _is_closing(line: bytes) -> bool:
    return line.startswith(b'{"head":')


def _opening(line: bytes) -> tuple[str, Head]:
    try:
        said = parsed(_whole(line))
        if not isinstance(said, dict) or said.get("format") != FORMAT:
            raise BadInput("the first line names another format", code="not_audit")
        if said.get("version") != VERSION or isinstance(said["version"], bool):
            raise BadInput(f"only version {VERSION} is known", code="audit_version")
        said = fields(said, {"format", "version", "office", "follows"}, "first line")
        return text(said["office"], "office"), head_of(said["follows"], "follows")
    except BadInput as refusal:
        raise BadInput(
            f"is no audit trail of version {VERSION}: {refusal.message}",
            code="not_audit",
            where="line 1",
        ) from refusal
