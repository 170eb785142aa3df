"""What a payslip says of the attachments of its pay: each creditor, and what nobody could take."""

from __future__ import annotations

from typing import Any

from officium.language import LANGUAGES, plain
from officium.payroll.attachments import Attached
from officium.payroll.month import PaidMonth


def creditor_label(paid: PaidMonth, one: Attached) -> dict[str, str]:
    """What the line of a creditor is called: the kind of attachment, and who is paid."""
    kinds = paid.family.book.country.facts["attachment_kind"].labels[one.record.kind]
    return {language: f"{kinds[language]} ({one.record.creditor})" for language in LANGUAGES}


def attachments_told(paid: PaidMonth) -> dict[str, Any] | None:
    """The attachments of the month, with the parts of the pay where the limits of the law hold."""
    if not paid.of.attached:
        return None
    limited = bool(paid.cents("is_pay_attached"))
    return {
        "pay": plain(paid.cents("attachable_pay"), 2),
        "seizable": plain(paid.cents("seizable_part"), 2) if limited else None,
        "protected": plain(paid.cents("protected_part"), 2) if limited else None,
        "children": paid.cents("attached_children"),
        "creditors": [_creditor(paid, row, one) for row, one in enumerate(paid.of.attached)],
    }


def _creditor(paid: PaidMonth, row: int, one: Attached) -> dict[str, Any]:
    cents = paid.cents("attachment_amount", row)
    left = one.left(cents)
    return {
        "number": one.record.number,
        "creditor": one.record.creditor,
        "kind": one.record.kind,
        "rank": one.rank,
        "amount": plain(cents, 2),
        "left": None if left is None else plain(left, 2),
        "is_held": one.record.is_held,
    }
