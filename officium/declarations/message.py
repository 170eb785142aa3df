"""Which message a file is: its kind by its root element, its version by what it says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from officium.declarations.element import Table, table
from officium.declarations.node import Node
from officium.declarations.reader import parse
from officium.declarations.wording import sentence
from officium.declarations.writer import SCHEMA_LOCATION
from officium.findings import BadInput


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of message: its name here, its root, and the folder of its table where we hold one.

    `root` and `namespace` are patterns. `schema` is the name of its schema file up to the version;
    empty where the file names it itself.
    """

    name: str
    root: str
    namespace: str = ""
    folder: str = ""
    schema: str = ""

    def fits(self, node: Node) -> bool:
        """Whether a root element is of this kind."""
        return bool(
            re.fullmatch(self.root, node.local_name)
            and re.fullmatch(self.namespace, node.namespace)
        )

    @property
    def table(self) -> Table | None:
        """The element table; None where the message is only read."""
        return table(self.folder) if self.folder else None


@dataclass(frozen=True, slots=True)
class Document:
    """A message that was read: its kind, its version (None where it says none), its tree."""

    kind: Kind
    version: str | None
    root: Node


_PAIN = r"urn:iso:std:iso:20022:tech:xsd:pain\."
_UBL = r"urn:oasis:names:specification:ubl:schema:xsd:"
_NSSO = r"(https?://.*)?"

KINDS = (
    Kind("dmfa_original", "DmfAOriginal", folder="dmfa"),
    Kind("dmfa_update", "DmfAUpdate", folder="dmfa/update"),
    Kind("dmfa_identifiers", "DmfAPID", folder="dmfa/identifiers"),
    Kind("dmfa_update_notification", "DmfAUpdateNotification"),
    Kind("dmfa_consultation", "DmfAConsultation(Request|Answer)"),
    Kind("dimona", "Dimona", folder="dimona"),
    Kind("identity_changes", "IDFLUX", folder="dimona/identity_changes"),
    Kind(
        "personnel_file_request",
        "PersonnelFileConsultationRequest",
        folder="dimona/personnel_file_request",
    ),
    Kind(
        "personnel_file_answer",
        "PersonnelFileConsultationAnswer",
        folder="dimona/personnel_file_answer",
    ),
    Kind("acknowledgement", "ACRF", folder="channel/acknowledgement"),
    Kind("notification", "NOTIFICATION"),
    Kind("social_risk", "(ZIMA|WECH|AADD|AOAT)[0-9]{3}", _NSSO),
    Kind("flexi_wage", "FLXWAGE", _NSSO),
    Kind("withholding_tax", "Declaration274", schema="finprof"),
    Kind("tax_sheets", "Verzendingen", schema="Belcotax"),
    Kind("credit_transfers", "Document", _PAIN + r"001\.[0-9.]+"),
    Kind("direct_debits", "Document", _PAIN + r"008\.[0-9.]+"),
    Kind("invoice", "Invoice", _UBL + "Invoice-2", schema="UBL-Invoice"),
    Kind("credit_note", "CreditNote", _UBL + "CreditNote-2", schema="UBL-CreditNote"),
)


def recognise(root: Node, where: str = "", language: str = "en") -> Document:
    """The document of a root element. Raises `BadInput` where no kind fits."""
    for kind in KINDS:
        if kind.fits(root):
            return Document(kind, _version(root), root)
    known = ", ".join(dict.fromkeys(kind.name for kind in KINDS))
    message = sentence("unknown_message", language, name=root.local_name[:60], known=known)
    raise BadInput(message, code="unknown_message", where=where)


def read(source: bytes | Path, language: str = "en") -> Document:
    """A message from a file or from its bytes. Raises `BadInput` where it cannot be read."""
    where = "" if isinstance(source, bytes) else str(source)
    return recognise(parse(source, language), where, language)


def schema_name(document: Document) -> str:
    """The file name of the schema that a message belongs to, without `.xsd`."""
    location = dict(document.root.attributes).get(SCHEMA_LOCATION, "")
    named = re.fullmatch(r"(?:.*[/\\])?([A-Za-z0-9_.-]+)\.xsd", location.strip())
    if named:
        return named[1]
    if document.kind.schema:
        return document.kind.schema
    if document.root.namespace.startswith("urn:iso"):
        return document.root.namespace.rpartition(":")[2]
    return document.root.local_name


def _version(root: Node) -> str | None:
    """`20231` from the schema's name, `001.001.03` from a bank namespace, else None."""
    location = dict(root.attributes).get(SCHEMA_LOCATION, "")
    found = re.search(r"_([0-9]{5})\.xsd$", location.strip()) or re.search(
        r":pain\.([0-9.]+)$", root.namespace
    )
    return found[1] if found else None
