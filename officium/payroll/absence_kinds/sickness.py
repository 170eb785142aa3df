"""Illness and accidents."""

from __future__ import annotations

from officium.payroll.absence_kinds.kind import PAID_HOLIDAY, AbsenceKind

KINDS: dict[str, AbsenceKind] = {
    "sickness": AbsenceKind(
        "incapacity for work by illness or a private accident",
        "sickness_unpaid",
        (PAID_HOLIDAY,),
        over_holidays=True,
    ),
}
