"""`officium verify`: is an evidence pack or an audit trail what was recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from officium.cli.findings_text import finding_lines, status
from officium.cli.options import json_option, language_option, print_json
from officium.cli.wording import say
from officium.findings import BadInput, Finding
from officium.language import visible
from officium.proof import (
    Attestation,
    AuditReport,
    PackReport,
    Verifier,
    examine_audit,
    read_pack,
)

_ARCHIVE = b"PK\x03\x04"
_NAME = re.compile(r"[0-9a-f]{64}", re.ASCII)
_LARGEST = 16 * 2**20


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--certificate",
    type=click.Path(path_type=Path),
    help="Certificate (PEM) that the signature of a pack must belong to.",
)
@language_option
@json_option
def verify(file: Path, certificate: Path | None, language: str, as_json: bool) -> int:
    """Verify FILE: an evidence pack (ZIP), or an audit trail (audit.jsonl) with its folder contents.

    Needs neither the office nor a network. Exit status 1 when something was changed or is missing.
    """
    try:
        found = _verified(file, certificate, language)
    except BadInput as refusal:
        where = ": ".join(part for part in (str(file), refusal.where) if part)
        raise BadInput(refusal.message, code=refusal.code, where=where) from refusal
    if as_json:
        print_json(found.as_json)
    else:
        for line in (*found.lines, *finding_lines(found.findings, language)):
            click.echo(line)
    return status(found.findings)


class _Found:
    """What was verified, as lines for a person and as JSON, and the findings."""

    def __init__(
        self, lines: list[str], document: Mapping[str, Any], findings: tuple[Finding, ...]
    ) -> None:
        self.lines = [visible(line) for line in lines]
        self.findings = findings
        self.as_json = {**document, "findings": [finding.as_json() for finding in findings]}


def _verified(file: Path, certificate: Path | None, language: str) -> _Found:
    try:
        with file.open("rb") as stream:
            if stream.read(len(_ARCHIVE)) == _ARCHIVE:
                return _pack(read_pack(file, _verifier(certificate), language), file, language)
            stream.seek(0)
            folder = file.parent / "contents"
            contents = _Folder(folder) if folder.is_dir() else None
            report = examine_audit(stream, contents, language)
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", code="file") from error
    return _trail(report, contents is not None, language)


def _pack(report: PackReport, file: Path, language: str) -> _Found:
    manifest, signature = report.manifest, report.signature
    told = {
        "employer": manifest.employer,
        "first": manifest.first.isoformat(),
        "last": manifest.last.isoformat(),
        "office": manifest.office,
        "made": manifest.made.date().isoformat(),
    }
    lines = [
        f"{file}: {say('verify.pack', language, **told)}",
        say("verify.files", language, count=len(manifest.files)),
    ]
    if report.audit:
        lines += _trail_lines(report.audit, True, language)
    if signature and signature.valid:
        lines.append(say("verify.signed", language, signer=signature.signer))
    document = {
        "kind": "evidence_pack",
        "office": manifest.office,
        "employer": manifest.employer,
        "from": manifest.first.isoformat(),
        "to": manifest.last.isoformat(),
        "made": manifest.made.isoformat(),
        "files": len(manifest.files),
        "audit": _trail_json(report.audit, True) if report.audit else None,
        "signature": _signature_json(signature),
    }
    return _Found(lines, document, report.findings)


def _trail(report: AuditReport, has_contents: bool, language: str) -> _Found:
    document = {"kind": "audit_trail", **_trail_json(report, has_contents)}
    return _Found(_trail_lines(report, has_contents, language), document, report.findings)


def _trail_lines(report: AuditReport, has_contents: bool, language: str) -> list[str]:
    counts = {"entries": report.entries, "withheld": report.withheld}
    lines = [say("verify.audit", language, office=report.office, **counts)]
    if report.head:
        lines.append(say("verify.head", language, **report.head.as_json()))
    words = "verify.contents" if has_contents else "verify.no_contents"
    return [*lines, say(words, language)]


def _trail_json(report: AuditReport, has_contents: bool) -> dict[str, Any]:
    return {
        "office": report.office,
        "follows": report.follows.as_json(),
        "head": report.head.as_json() if report.head else None,
        "entries": report.entries,
        "withheld": report.withheld,
        "contents_verified": has_contents,
    }


def _signature_json(signature: Attestation | None) -> dict[str, Any] | None:
    if signature is None:
        return None
    moment = signature.signed_at.isoformat() if signature.signed_at else None
    return {"valid": signature.valid, "signer": signature.signer, "signed_at": moment}


def _verifier(certificate: Path | None) -> Verifier | None:
    """The verifier of signatures for a trusted certificate, where one is given."""
    if certificate is None:
        return None
    try:
        trusted = [certificate.read_bytes()]
    except OSError as error:
        raise BadInput(
            f"cannot be read: {error.strerror}", code="file", where=str(certificate)
        ) from error
    # Only who asks for the signature loads what it needs.
    from officium.signatures import verify_detached

    def attested(content: bytes, signature: bytes) -> Attestation:
        found = verify_detached(content, signature, trusted)
        return Attestation(found.valid, found.signer_name, found.signed_at, tuple(found.findings))

    return attested


class _Folder(Mapping[str, bytes]):
    """The contents that lie beside an audit trail, each read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, digest: str) -> bytes:
        try:
            with (self._folder / f"{digest}.json").open("rb") as file:
                return file.read(_LARGEST)
        except FileNotFoundError as error:
            raise KeyError(digest) from error

    def __iter__(self) -> Iterator[str]:
        return (path.stem for path in self._folder.glob("*.json") if _NAME.fullmatch(path.stem))

    def __len__(self) -> int:
        return sum(1 for _ in self)
