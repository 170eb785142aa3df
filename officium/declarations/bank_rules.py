"""Payment files (pain.001, pain.008): accounts, counts and control sums. Source: ISO 20022."""

from __future__ import annotations

import re

from schwifty import IBAN
from stdnum.be import ogm_vcs

from officium.declarations.node import Node, place_of
from officium.declarations.remarks import Remarks
from officium.language import number

_AMOUNT = re.compile(r"([0-9]{1,15})(?:\.([0-9]{1,2}))?")
_TRANSACTIONS = ("CdtTrfTxInf", "DrctDbtTxInf")


def check_rules(root: Node, remarks: Remarks) -> None:
    """Every account, reference and amount; then what the headers say against what is there."""
    _check(root, root.local_name, remarks)


def _check(node: Node, place: str, remarks: Remarks) -> tuple[int, int]:
    """The number of transactions below a node and their cents, after checking both."""
    if node.local_name in _TRANSACTIONS:
        _check_values(node, place, remarks)
        return 1, sum(_cents(below, place, remarks) for below in _named(node, "InstdAmt"))
    count = total = 0
    numbers: dict[str, int] = {}
    for child in node.children:
        numbers[child.name] = numbers.get(child.name, 0) + 1
        here = place_of(place, Node(child.local_name), numbers[child.name])
        more, cents = _check(child, here, remarks)
        count, total = count + more, total + cents
    if node.local_name == "IBAN":
        _check_account(node, place, remarks)
    if count:
        _check_header(node, place, remarks, count, total)
    return count, total


def _check_header(node: Node, place: str, remarks: Remarks, count: int, total: int) -> None:
    """NbOfTxs and CtrlSum of the group header or of a payment block."""
    heads = [child for child in node.children if child.local_name == "GrpHdr"] or [node]
    for head in heads:
        for field in head.children:
            said = field.value.strip()
            if field.local_name == "NbOfTxs" and said != str(count):
                remarks.add(
                    "transaction_count",
                    f"{place}/NbOfTxs",
                    field,
                    name="NbOfTxs",
                    declared=said,
                    computed=count,
                )
            if field.local_name == "CtrlSum" and _read(said) != total:
                remarks.add(
                    "control_sum",
                    f"{place}/CtrlSum",
                    field,
                    name="CtrlSum",
                    declared=said,
                    computed=number(total, 2, remarks.language),
                )


def _check_values(transaction: Node, place: str, remarks: Remarks) -> None:
    for account in _named(transaction, "IBAN"):
        _check_account(account, place, remarks)
    for reference in _named(transaction, "CdtrRefInf"):
        issuer = [node.value.strip() for node in _named(reference, "Issr")]
        for node in _named(reference, "Ref"):
            if "BBA" in issuer and not ogm_vcs.is_valid(node.value.strip()):
                remarks.add("structured_reference", place, node, value=node.value.strip()[:40])


def _check_account(node: Node, place: str, remarks: Remarks) -> None:
    if not IBAN(node.value.strip(), allow_invalid=True).is_valid:
        remarks.add("iban", place, node, value=node.value.strip()[:40])


def _cents(node: Node, place: str, remarks: Remarks) -> int:
    cents = _read(node.value.strip())
    currency = dict(node.attributes).get("Ccy")
    if not cents or currency != "EUR":
        remarks.add(
            "bad_amount", place, node, value=f"{node.value.strip()[:40]} {currency or ''}".strip()
        )
    return cents or 0


def _read(text: str) -> int | None:
    found = _AMOUNT.fullmatch(text)
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else None


def _named(node: Node, name: str) -> list[Node]:
    return [below for below in node.within() if below.local_name == name]
