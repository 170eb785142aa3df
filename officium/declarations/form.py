"""The head of a form: what every message to the NSSO says of itself before its content."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from officium.declarations.element import Table, Written
from officium.declarations.node import Node
from officium.declarations.writer import SCHEMA_LOCATION


@dataclass(frozen=True, slots=True)
class FormHead:
    """When the form was made and the sender's own reference (at most 20 characters).

    `version` is the edition of the schema (YYYYQ). Time comes from the caller: the same head and
    content give the same bytes.
    """

    created: datetime
    version: str
    reference: str | None = None


def edition(held: tuple[str, ...], quarter: str) -> str:
    """The newest of the schemas held (YYYYQ, ascending) that is not of after a quarter; else the first.

    The NSSO publishes an edition a quarter, and a declaration names that of its own quarter. An edition
    that nobody here has read is never named.
    """
    return max((one for one in held if one <= quarter), default=held[0])


def message(table: Table, identification: str, head: FormHead, content: Node) -> Node:
    """A message of one form: its root, head and content."""
    created = head.created
    values: dict[str, Written | Node | list[Node] | None] = {
        "Identification": identification,
        "FormCreationDate": created.date(),
        "FormCreationHour": f"{created:%H:%M:%S}.{created.microsecond // 1000:03}",
        "AttestationStatus": 0,
        "TypeForm": "SU",
        "Reference": _reference(table, head.reference),
        content.name: content,
    }
    form = table.build("Form", values)
    location = (SCHEMA_LOCATION, f"{table.root}_{head.version}.xsd")
    return Node(table.root, children=(form,), attributes=(location,))


def _reference(table: Table, reference: str | None) -> Node | None:
    if reference is None:
        return None
    values: dict[str, Written | Node | list[Node] | None] = {
        "ReferenceType": 1,
        "ReferenceOrigin": 1,
        "ReferenceNbr": reference,
    }
    return table.build("Reference", values)
