"""Pay for leave that the basic pay does not pay."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "training_pay": PayKind(
        "paid educational leave with the pay limited by law: made from the time code "
        "capped_training, and not recorded",
        ("hours",),
    ),
}
