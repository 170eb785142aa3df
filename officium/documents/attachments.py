"""What a payslip on paper says of the attachments of its pay."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from officium.documents import wording
from officium.documents.labels import Labels


def attachments_said(payslip: Mapping[str, Any], say: Labels) -> list[str]:
    """What creditors could take of the pay, and what is left of each claim."""
    found = payslip.get("attachments")
    if not found:
        return []
    told = []
    if found["seizable"] is not None:
        parts = {
            part: wording.amount(found[part], say.language)
            for part in ("pay", "seizable", "protected")
        }
        told.append(say("payslip.attached", **parts))
        maintenance = sum(
            Decimal(one["amount"]) for one in found["creditors"] if one["rank"] == "maintenance"
        )
        if maintenance > Decimal(found["seizable"]):
            amount = wording.amount(f"{maintenance:.2f}", say.language)
            told.append(say("payslip.attached_maintenance", amount=amount))
    left = [
        say(
            "payslip.attached_left" if wording.cents(one["left"]) else "payslip.attached_paid",
            creditor=one["creditor"],
            amount=wording.amount(one["left"], say.language),
        )
        for one in found["creditors"]
        if one["left"] is not None
    ]
    return told + left
