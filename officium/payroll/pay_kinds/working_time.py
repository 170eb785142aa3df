"""Overtime, additional hours, and hours at unusual times."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "overtime_50": PayKind("overtime with a surcharge of 50 %"),
    "overtime_100": PayKind("overtime with a surcharge of 100 %"),
    "overtime_20": PayKind("overtime with a surcharge of 20 %"),
    "voluntary_overtime": PayKind("voluntary overtime"),
    "relaunch_overtime": PayKind("relaunch hours, free of contributions and tax", item="12"),
    "additional_hours": PayKind("additional hours of a part-time worker without surcharge"),
    "additional_hours_50": PayKind(
        "additional hours of a part-time worker with a surcharge of 50 %"
    ),
    "night_premium": PayKind("premium for night work"),
    "shift_premium": PayKind("premium for work in shifts"),
    "sunday_premium": PayKind("premium for work on Sundays"),
    "public_holiday_premium": PayKind("premium for work on public holidays"),
}
