"""Guaranteed pay after the days at 100 %, and what of it a record has to tell."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "guaranteed_second_week": PayKind(
        "guaranteed pay of the second week: made from the absences of the month", ("hours", "days")
    ),
    "guaranteed_supplement": PayKind(
        "supplement of CLA 12bis or 13bis after the second week: made from the absences of the month",
        ("hours", "days"),
    ),
    "accident_advance": PayKind(
        "what the employer advances on the benefit of the insurer (accident at work, occupational "
        "disease), days 8 to 30 of who has no guaranteed month; taxed, no contributions",
    ),
    "guaranteed_commission": PayKind(
        "commissions in the days of illness that are paid at 100 %: by the monthly average of the "
        "twelve months before",
    ),
}
