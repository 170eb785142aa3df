"""Overtime, additional hours, and hours at unusual times."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

HOURS = ("hours",)
SHARE_OF_HOURS = ("hours", "share")

KINDS: dict[str, PayKind] = {
    "overtime_50": PayKind("overtime paid at once, with a surcharge of 50 %", HOURS),
    "overtime_100": PayKind("overtime paid at once, with a surcharge of 100 %", HOURS),
    "overtime_20": PayKind(
        "extra hours in construction paid at once, with a supplement of 20 %", HOURS
    ),
    "overtime_50_rest": PayKind(
        "the surcharge of 50 % on overtime for which rest is taken later", HOURS
    ),
    "overtime_100_rest": PayKind(
        "the surcharge of 100 % on overtime for which rest is taken later", HOURS
    ),
    "voluntary_overtime": PayKind("voluntary overtime, with a surcharge of 50 %", HOURS),
    "voluntary_overtime_100": PayKind("voluntary overtime, with a surcharge of 100 %", HOURS),
    "relaunch_overtime": PayKind(
        "relaunch hours, free of contributions and tax up to the year's maximum", HOURS, item="12"
    ),
    "additional_hours": PayKind(
        "additional hours of a part-time worker; beyond the month's credit with a surcharge of 50 %",
        HOURS,
    ),
    "additional_hours_50": PayKind(
        "additional hours of a part-time worker, all with a surcharge of 50 %", HOURS
    ),
    "night_premium": PayKind("premium for night work, a share of the wage", SHARE_OF_HOURS),
    "shift_premium": PayKind("premium for work in shifts, a share of the wage", SHARE_OF_HOURS),
    "sunday_premium": PayKind("premium for work on Sundays, a share of the wage", SHARE_OF_HOURS),
    "public_holiday_premium": PayKind(
        "premium for work on public holidays, a share of the wage", SHARE_OF_HOURS
    ),
    "hourly_premium": PayKind("a premium of an amount for each hour", ("hours", "price")),
}
