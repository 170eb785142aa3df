"""Holiday pay of white-collar workers in service."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "holiday_variable_pay": PayKind("single holiday pay on variable pay"),
    "double_holiday_pay": PayKind("double holiday pay"),
    "double_holiday_variable_pay": PayKind("double holiday pay on variable pay"),
    "supplementary_holiday_pay": PayKind("pay for supplementary (European) holidays"),
    "holiday_days_not_taken": PayKind("holidays of the year that could not be taken"),
}
