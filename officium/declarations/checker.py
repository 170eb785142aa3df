"""What is wrong in a message: the table, the check digits, the rules of its kind, the schema."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from officium.declarations.bank_rules import check_rules as check_bank
from officium.declarations.dimona.rules import check_rules as check_dimona
from officium.declarations.dmfa.rules import check_rules as check_dmfa
from officium.declarations.identifiers import check_identifiers
from officium.declarations.message import Document, recognise
from officium.declarations.node import Node
from officium.declarations.reader import NotWellFormed, load, parse
from officium.declarations.remarks import Enough, Remarks
from officium.declarations.schema import check_schema
from officium.declarations.structure import check_structure
from officium.findings import BadInput, Finding, Severity

_RULES = {
    "dmfa_original": check_dmfa,
    "dimona": check_dimona,
    "credit_transfers": check_bank,
    "direct_debits": check_bank,
}


@dataclass(frozen=True, slots=True)
class Examination:
    """The findings on a file, and what it was found to be (None where its XML is broken)."""

    document: Document | None
    findings: list[Finding]

    def as_json(self) -> dict[str, object]:
        """The document that `officium check --json` prints."""
        return {
            "kind": self.document.kind.name if self.document else None,
            "version": self.document.version if self.document else None,
            "findings": [finding.as_json() for finding in self.findings],
        }


def examine(source: bytes | Path, schemas: Path | None = None, language: str = "en") -> Examination:
    """All findings on a file or its bytes, by line, with what it is.

    XML that is broken is a fatal finding. What cannot be read at all, or is no message that we
    know, raises `BadInput`.
    """
    where = "" if isinstance(source, bytes) else str(source)
    try:
        data = load(source, language)
        root = parse(data, language)
    except NotWellFormed as problem:
        broken = Finding(Severity.FATAL, problem.code, problem.message, "", problem.line)
        return Examination(None, [broken])
    except BadInput as problem:
        raise BadInput(problem.message, code=problem.code, where=where) from None
    document = recognise(root, where, language)
    remarks = Remarks(language)
    with suppress(Enough):
        _examine(data, document, schemas, remarks)
    findings = sorted(remarks.found, key=lambda finding: finding.line or 0)
    return Examination(document, findings)


def check(source: bytes | Path, schemas: Path | None = None, language: str = "en") -> list[Finding]:
    """The findings alone: see `examine`."""
    return examine(source, schemas, language).findings


def _examine(data: bytes, document: Document, schemas: Path | None, remarks: Remarks) -> None:
    root, table = document.root, document.kind.table
    if table is None:
        _say_no_table(root, remarks)
    else:
        check_structure(root, table, remarks)
    check_identifiers(root, table, remarks)
    rules = _RULES.get(document.kind.name)
    if rules is not None:
        rules(root, remarks)
    if schemas is not None:
        check_schema(data, document, schemas, remarks)


def _say_no_table(root: Node, remarks: Remarks) -> None:
    remarks.add("no_table", root.local_name, root, severity=Severity.INFO)
