"""Premiums with contributions or taxes of their own."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    # Above the ceiling it is a premium that is paid once.
    "results_bonus": PayKind(
        "non-recurring result-linked advantage (CLA 90), before contributions",
        remuneration=2,
        every_months=0,
    ),
    "profit_premium": PayKind("profit premium, before contribution and tax"),
    "purchasing_power_premium": PayKind(
        "purchasing power premium of June to December 2023, in cheques", item="12"
    ),
    "warrants": PayKind("warrants: their value on the day they are granted", item="7b"),
}
