"""Holiday pay of white-collar workers who leave, or come from another employer."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "departure_holiday_pay_current": PayKind(
        "holiday pay on leaving, for the current year", remuneration=7
    ),
    "departure_holiday_pay_previous": PayKind(
        "holiday pay on leaving, for the year before", remuneration=7
    ),
    "departure_holiday_bonus_previous": PayKind("holiday pay on leaving, double part"),
    "holiday_pay_taken_over": PayKind(
        "single holiday pay that the former employer paid: a negative amount"
    ),
    "double_holiday_pay_taken_over": PayKind(
        "double holiday pay that the former employer paid: a negative amount"
    ),
}
