"""Reading an evidence pack from anybody: is it what was signed, and does its chain hold."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from officium.findings import BadInput, Finding

from .archive import Archive, opened
from .entry import AuditEntry
from .export import AuditReport, audit_rows, examine_audit
from .pack import (
    AUDIT,
    CONTENTS,
    MANIFEST,
    SIGNATURE,
    TIMELINE,
    Listed,
    Manifest,
    is_of_another,
    read_manifest,
)
from .timeline import Timeline, read_timeline
from .wording import bounded, remark

_LARGEST_MANIFEST = 64 * 2**20
_LARGEST_TIMELINE = 16 * 2**20
_LARGEST_CONTENT = 16 * 2**20
_LARGEST_SIGNATURE = 2**20


@dataclass(frozen=True, slots=True)
class Attestation:
    """What a verifier says of a signature: whether it holds, who signed, when it says so."""

    valid: bool
    signer: str
    signed_at: datetime | None
    findings: tuple[Finding, ...] = ()


# Verifies a detached signature: the bytes that were signed, and the signature.
Verifier = Callable[[bytes, bytes], Attestation]


@dataclass(frozen=True, slots=True)
class PackReport:
    """What a pack says it holds, what was found of it, and what is wrong.

    `audit` and `timeline` are none where they cannot be read, `signature` where it was not checked.
    """

    manifest: Manifest
    audit: AuditReport | None
    timeline: Timeline | None
    signature: Attestation | None
    findings: tuple[Finding, ...]


def read_pack(
    source: bytes | Path, verifier: Verifier | None = None, language: str = "en"
) -> PackReport:
    """Verify a pack: files against manifest, audit chain with its contents, timeline, signature.

    Without a `verifier` the signature is not checked, and a finding says so. Raises `BadInput` for
    what is no archive that may be opened, or has no manifest that can be read.
    """
    with opened(source) as archive:
        return _Reading(archive, language).report(verifier)


class _Contents(Mapping[str, bytes]):
    """The contents that the pack holds, by digest; each is read when it is asked for."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._paths = {
            path.removeprefix(CONTENTS).removesuffix(".json"): path
            for path in archive.sizes
            if path.startswith(CONTENTS)
        }

    def __getitem__(self, digest: str) -> bytes:
        try:
            return self._archive.read(self._paths[digest], _LARGEST_CONTENT)
        except BadInput as refusal:
            raise KeyError(digest) from refusal

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class _Reading:
    """One reading of an archive: what was found, and what is wrong."""

    def __init__(self, archive: Archive, language: str) -> None:
        self._archive = archive
        self._language = language
        self._signed = self._needed(MANIFEST, _LARGEST_MANIFEST)
        self.manifest = read_manifest(self._signed)
        self._files = {file.path: file for file in self.manifest.files}
        self._whole: set[str] = set()
        self._audit: AuditReport | None = None
        self._timeline: Timeline | None = None
        self._signature: Attestation | None = None

    def report(self, verifier: Verifier | None) -> PackReport:
        """All of it, in the order in which a person would look."""
        findings = bounded(self._findings(verifier), self._language)
        return PackReport(
            self.manifest, self._audit, self._timeline, self._signature, tuple(findings)
        )

    def _needed(self, path: str, most: int) -> bytes:
        if path not in self._archive.sizes:
            raise BadInput(f"is no evidence pack: {path} is missing", code="not_pack", where=path)
        return self._archive.read(path, most)

    def _findings(self, verifier: Verifier | None) -> Iterator[Finding]:
        yield from self._signatures(verifier)
        yield from self._against_manifest()
        yield from self._of_the_timeline()
        yield from self._of_the_audit()

    def _signatures(self, verifier: Verifier | None) -> Iterator[Finding]:
        if SIGNATURE not in self._archive.sizes:
            yield self._remark("signature_missing", SIGNATURE)
        elif verifier is None:
            yield self._remark("signature_not_checked", SIGNATURE)
        else:
            try:
                signature = self._archive.read(SIGNATURE, _LARGEST_SIGNATURE)
            except BadInput as refusal:
                yield self._unreadable(SIGNATURE, refusal)
                return
            self._signature = verifier(self._signed, signature)
            yield from self._signature.findings
            if not self._signature.valid:
                yield self._remark("signature_wrong", SIGNATURE)

    def _against_manifest(self) -> Iterator[Finding]:
        """Every file is named once and is what it is named; the ones that are get opened further."""
        own = {MANIFEST, SIGNATURE}
        for path in sorted(self._archive.sizes.keys() - self._files.keys() - own):
            yield self._remark("file_stray", path)
        if len(self._files) < len(self.manifest.files) or own & self._files.keys():
            yield self._remark("file_twice", MANIFEST)
        for needed in (TIMELINE, AUDIT):
            if needed not in self._files:
                yield self._remark("file_missing", needed)
        for path, file in self._files.items():
            if path not in self._archive.sizes:
                yield self._remark("file_missing", path)
                continue
            try:
                changed = self._is_changed(file)
            except BadInput as refusal:
                yield self._unreadable(path, refusal)
                continue
            if changed:
                yield self._remark("file_changed", path)
            else:
                self._whole.add(path)

    def _is_changed(self, file: Listed) -> bool:
        if self._archive.sizes[file.path] != file.size:
            return True
        hashed, size = hashlib.sha256(), 0
        for chunk in self._archive.chunks(file.path):
            hashed.update(chunk)
            size += len(chunk)
        return size != file.size or hashed.hexdigest() != file.sha256

    def _of_the_timeline(self) -> Iterator[Finding]:
        if TIMELINE not in self._whole:
            return
        try:
            self._timeline = read_timeline(self._archive.read(TIMELINE, _LARGEST_TIMELINE))
        except BadInput as refusal:
            yield self._unreadable(TIMELINE, refusal)
            return
        for file in sorted({event.file for event in self._timeline.events if event.file}):
            if file not in self._files:
                yield self._remark("reference_lost", TIMELINE, file=file)

    def _of_the_audit(self) -> Iterator[Finding]:
        if AUDIT not in self._whole:
            return
        contents = _Contents(self._archive)
        try:
            with self._archive.file(AUDIT) as file:
                self._audit = examine_audit(cast(BinaryIO, file), contents, self._language)
        except BadInput as refusal:
            yield self._unreadable(AUDIT, refusal)
            return
        yield from self._audit.findings
        if self._audit.office != self.manifest.office:
            yield self._remark("other_office", AUDIT, office=self._audit.office)
        if self._audit.head is not None and self._audit.head != self.manifest.head:
            yield self._remark("other_head", AUDIT, number=self._audit.head.number)
        if not any(finding.severity.blocks for finding in self._audit.findings):
            yield from self._shown(contents)

    def _shown(self, contents: _Contents) -> Iterator[Finding]:
        """What is shown is of this employer, and every content that lies here is named by an entry."""
        stray = set(contents)
        with self._archive.file(AUDIT) as file:
            for row in audit_rows(cast(BinaryIO, file)):
                if is_of_another(row, self.manifest.employer):
                    yield self._remark("other_employer", AUDIT, number=row.number)
                if isinstance(row, AuditEntry):
                    stray.discard(row.content_digest)
        for digest in sorted(stray):
            yield self._remark("content_stray", f"{CONTENTS}{digest}.json")

    def _unreadable(self, path: str, refusal: BadInput) -> Finding:
        return self._remark("file_unreadable", path, why=refusal.message)

    def _remark(self, rule: str, path: str, **gaps: object) -> Finding:
        return remark(rule, self._language, path, gaps)
