"""The payment file that the employer's bank takes: SEPA credit transfers, ISO 20022 pain.001."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lxml import etree
from sepaxml import SepaTransfer

from officium.findings import BadInput

from .transfer import Transfer, iban, identified, named


@dataclass(frozen=True, slots=True)
class Debtor:
    """Who pays, from which account."""

    name: str
    iban: str


@dataclass(frozen=True, slots=True)
class PaymentFile:
    """The file's bytes, how many transfers it holds and their total in cents."""

    xml: bytes
    count: int
    cents: int


def payment_file(
    transfers: Sequence[Transfer],
    debtor: Debtor,
    *,
    on: date,
    message: str,
    created: datetime,
    salary: bool,
    schema: str = "pain.001.001.03",
) -> PaymentFile:
    """One batch of transfers to be executed on a day; the same arguments give the same bytes.

    `message` identifies the file at the bank (at most 35 accepted letters), `created` is its moment.
    `salary` marks the batch so that banks show wages to those who may see them. `schema` is the
    version of the message, `pain.001.001.03` or `pain.001.001.09`. Raises `BadInput` when there is
    nothing to pay, two transfers bear one identifier, or the debtor's name or IBAN is refused.
    """
    where = f"payment file {message}"
    identifiers = [transfer.identifier for transfer in transfers]
    if not transfers:
        raise BadInput("there is nothing to pay", code="nothing_to_pay", where=where)
    if len(set(identifiers)) < len(identifiers):
        raise BadInput("two transfers bear one identifier", code="paid_twice", where=where)
    batch = SepaTransfer(
        {
            "name": named(debtor.name, where),
            "IBAN": iban(debtor.iban, where),
            "currency": "EUR",
            "batch": True,
        },
        schema=schema,
        clean=False,
    )
    for transfer in transfers:
        batch.add_payment(
            {
                "name": transfer.name,
                "IBAN": transfer.iban,
                "amount": transfer.cents,
                "execution_date": on,
                "description": transfer.message,
                "endtoend_id": transfer.identifier,
            }
        )
    document = _Document(batch.export(validate=False), schema)
    document.settle(identified(message, where), created)
    document.refer(transfers)
    if salary:
        document.mark_salary()
    return PaymentFile(
        document.written(), len(transfers), sum(transfer.cents for transfer in transfers)
    )


class _Document:
    """What sepaxml wrote, made repeatable and completed where it has no word for it."""

    def __init__(self, xml: bytes, schema: str) -> None:
        self.root = etree.fromstring(xml)
        self.space = f"{{urn:iso:std:iso:20022:tech:xsd:{schema}}}"

    def all(self, name: str) -> list[etree._Element]:
        return list(self.root.iter(self.space + name))

    def add(self, parent: etree._Element, path: str, text: str) -> None:
        """Nest new elements under a parent, the last one with the text."""
        for name in path.split("/"):
            parent = etree.SubElement(parent, self.space + name)
        parent.text = text

    def settle(self, message: str, created: datetime) -> None:
        """sepaxml draws identifiers by lot and reads the clock: here both are given."""
        for element in (*self.all("MsgId"), *self.all("PmtInfId")):
            element.text = message
        for element in self.all("CreDtTm"):
            element.text = created.isoformat(timespec="seconds")
        # The account alone identifies the debtor's bank; an empty place is filled by this word.
        for agent in self.all("DbtrAgt"):
            self.add(agent[0], "Othr/Id", "NOTPROVIDED")

    def refer(self, transfers: Sequence[Transfer]) -> None:
        """A structured communication has its own place, and the banks of Belgium as its issuer."""
        for place, transfer in zip(self.all("RmtInf"), transfers, strict=True):
            if transfer.reference:
                place.clear()
                self.add(place, "Strd/CdtrRefInf/Tp/CdOrPrtry/Cd", "SCOR")
                kind = next(place.iter(self.space + "Tp"))
                self.add(kind, "Issr", "BBA")
                self.add(next(place.iter(self.space + "CdtrRefInf")), "Ref", transfer.reference)

    def mark_salary(self) -> None:
        for kind in self.all("PmtTpInf"):
            self.add(kind, "CtgyPurp/Cd", "SALA")

    def written(self) -> bytes:
        etree.indent(self.root)
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8") + b"\n"
