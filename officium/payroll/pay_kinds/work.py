"""Pay for work beside the basic pay."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "premium": PayKind("a premium for the work of the month"),
    "fixed_premium": PayKind(
        "a premium of every month whatever the days worked", remuneration=2, every_months=1
    ),
    "commission": PayKind("commission on sales"),
    "piece_pay": PayKind("pay by the piece"),
    "daily_pay": PayKind("pay by the day"),
    "public_holiday_variable_pay": PayKind("pay for public holidays on variable pay"),
    "public_holiday_after_end": PayKind(
        "a public holiday after the end of the contract, paid by the former employer"
    ),
    "arrears": PayKind("pay of an earlier month, paid now"),
    "recovery": PayKind("pay of an earlier month, taken back now: a negative amount"),
    "pay_in_kind": PayKind("pay in goods or services on which contributions are due", item="7b"),
    "taxable_benefit": PayKind(
        "a benefit in kind, taxed, on which the worker owes no contribution", item="9"
    ),
}
