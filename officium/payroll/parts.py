"""The parts of a contract's month as facts: the last one is the contract's, earlier ones are rows."""

from __future__ import annotations

from officium.engine import Row
from officium.payroll.timesheet import Part


def facts_of_part(part: Part) -> dict[str, int | bool]:
    """The terms of a part of a month, and the hours and days in it."""
    terms = part.terms
    return {
        "is_paid_by_hour": terms.hourly_wage is not None,
        "is_paid_by_day": terms.daily_wage is not None,
        "monthly_pay": terms.monthly_pay or 0,
        "hourly_wage": terms.hourly_wage or 0,
        "daily_wage": terms.daily_wage or 0,
        "schedule_hours": part.schedule_hours,
        "paid_hours": part.paid_hours,
        "paid_days": part.paid_days,
        "public_holiday_hours": part.public_holiday_hours,
        "public_holiday_days": part.public_holiday_days,
    }


def earlier_row(part: Part) -> Row:
    """A part of the month before its last change of terms."""
    return Row({f"earlier_{name}": value for name, value in facts_of_part(part).items()}, {})
