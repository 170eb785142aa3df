"""What is taken off at the end, and the gross-up of an agreed net."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "advance": PayKind("advance on the pay, already paid", item="14"),
    "meal_voucher_share": PayKind("worker's share in meal vouchers", item="14"),
    "benefit_share": PayKind("personal share in a benefit", item="14"),
    "damages": PayKind("damages owed by the worker", item="14"),
    "fine": PayKind("fine of the work rules", item="14"),
    "overpaid_wage": PayKind("wage paid by mistake, taken off", item="14"),
    "earlier_negative_net": PayKind("negative net pay of an earlier month", item="14"),
    "other_deduction": PayKind("another deduction", item="14"),
    "net_agreement_gross": PayKind("gross-up of an agreed net"),
}
