"""What is taken off at the end."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

# Taken off up to a fifth of the wage, the rest in later months; and taken off as a whole.
LIMITED = (
    "advance",
    "fine",
    "damages",
    "overpaid_wage",
    "benefit_share",
    "other_deduction",
)
FREE = ("part_payment", "meal_voucher_share", "damages_by_fraud")
# Money that the worker had before the wages were paid.
PAID_BEFORE = ("advance", "part_payment")

KINDS: dict[str, PayKind] = {
    "advance": PayKind(
        "money advanced by the employer in the month, taken back within the limit of a fifth; "
        "`day`: a payment file is made for that day, else it was paid already",
        may=("day",),
        item="14",
    ),
    "part_payment": PayKind(
        "a part of the pay of the month that is paid before the rest, without limit; "
        "`day`: a payment file is made for that day, else it was paid already",
        may=("day",),
        item="14",
    ),
    "meal_voucher_share": PayKind(
        "meal vouchers: `units` how many (left out: one for each day of work), `price` the worker's "
        "share in each, `base` the employer's part of each",
        ("price", "base"),
        may=("units",),
        item="14",
    ),
    "benefit_share": PayKind("personal share in a benefit", item="14"),
    "damages": PayKind(
        "damages agreed after the facts or fixed by a judge, for fraud, gross or habitual fault",
        item="14",
    ),
    "damages_by_fraud": PayKind(
        "damages where the worker acted by fraud, or resigned before they were settled: no limit",
        item="14",
    ),
    "fine": PayKind(
        "fines of the work rules for one day: `base` is the gross pay of that day",
        ("amount", "base"),
        item="14",
    ),
    "overpaid_wage": PayKind("wage paid in excess under floating hours, not made up", item="14"),
    "other_deduction": PayKind("another deduction, to be handed on", item="14"),
}
