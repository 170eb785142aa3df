"""No work: without pay, on strike, in temporary unemployment."""

from __future__ import annotations

from officium.payroll.absence_kinds.kind import PAID_HOLIDAY, AbsenceKind

KINDS: dict[str, AbsenceKind] = {
    "unpaid_leave": AbsenceKind("absence without pay, agreed with the employer", "unpaid_leave"),
    "strike": AbsenceKind("strike or lock-out", "strike", (PAID_HOLIDAY,)),
}
