"""Notices of creditors for the stories of attachment."""

from __future__ import annotations

from datetime import date
from typing import Any

from officium.payroll.records import Attachment

EMPLOYER = "0765432146"
DAY = date(2025, 3, 31)
IBAN = "BE71096123456769"


def notice(number: int = 1, kind: str = "seizure", **how: Any) -> Attachment:
    """A notice of 10 January 2025 of 1 500.00, unless it is told otherwise."""
    told: dict[str, Any] = {
        "number": number,
        "employer": EMPLOYER,
        "kind": kind,
        "creditor": f"Creditor {number}",
        "iban": IBAN,
        "message": f"File {number}",
        "notified": date(2025, 1, 10),
    }
    if kind != "debt_settlement" and "monthly" not in how:
        told["amount"] = 150_000
    told |= how
    if kind == "assignment":
        told.setdefault("executable", told["notified"])
    return Attachment(**told)
