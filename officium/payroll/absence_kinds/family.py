"""Birth, care and career."""

from __future__ import annotations

from officium.payroll.absence_kinds.kind import PAID_HOLIDAY, AbsenceKind

KINDS: dict[str, AbsenceKind] = {
    "maternity": AbsenceKind("maternity leave", "maternity", (PAID_HOLIDAY,)),
}
