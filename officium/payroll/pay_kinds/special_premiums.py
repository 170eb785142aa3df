"""Premiums with contributions or taxes of their own."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "results_bonus": PayKind("non-recurring result-linked advantage (CLA 90)"),
    "profit_premium": PayKind("profit premium"),
    "purchasing_power_premium": PayKind("purchasing power premium of 2023", item="12"),
    "warrants": PayKind("warrants", item="9"),
}
