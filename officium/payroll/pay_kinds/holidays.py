"""Holiday pay of white-collar workers in service."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "holiday_variable_pay": PayKind(
        "single holiday pay on variable pay: `days` of holidays; `base`, the variable pay of the "
        "twelve months before, and `units`, the months in service among them",
        needs=("days", "units", "base"),
    ),
    "double_holiday_pay": PayKind(
        "double holiday pay, in the month of the main holidays: `months` of service in the year "
        "before; `share`, the hours a week of then over those of now, at most 1.0000",
        needs=("months", "share"),
    ),
    "double_holiday_variable_pay": PayKind(
        "double holiday pay on variable pay: `months` of service in the year before; `base`, the "
        "variable pay of the twelve months before, and `units`, the months in service among them",
        needs=("units", "months", "base"),
    ),
    "double_holiday_arrears": PayKind(
        "double holiday pay that was paid too little, or is taken back: a negative amount"
    ),
    "holiday_days_not_taken": PayKind(
        "in December: single holiday pay for `days` that could not be taken",
        needs=("days",),
    ),
    "double_holiday_days_not_taken": PayKind(
        "in December: double holiday pay for `days` that could not be taken, where it was not paid "
        "with the main holidays",
        needs=("days",),
    ),
    "holiday_settlement": PayKind(
        "in December after a reduction of hours, single part: `base`, the gross pay of the service "
        "year; `amount`, the single holiday pay received",
        needs=("amount", "base"),
        remuneration=7,
    ),
    "double_holiday_settlement": PayKind(
        "in December after a reduction of hours, double part: `base`, the gross pay of the service "
        "year; `amount`, the double holiday pay received",
        needs=("amount", "base"),
    ),
    "supplementary_holiday_pay": PayKind(
        "pay for `hours` of supplementary (European) holidays, an advance on the double holiday pay "
        "of the next year",
        needs=("hours",),
    ),
    "supplementary_holiday_set_off": PayKind(
        "with the double holiday pay: the supplementary holiday pay of the year before, taken off"
    ),
}
