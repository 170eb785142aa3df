"""What a line of pay is worth, from its quantities and the wage of its contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from . import figures_lines as figures
from .arithmetic import ONE, ZERO, cents, quotient

Facts = Mapping[str, Any]
Worth = Callable[[Facts, Facts], Decimal]

TWELVE = Decimal(12)
FOUR_WEEKS = Decimal(4)
SHARE_OF_WAGE = ("night_premium", "shift_premium", "sunday_premium", "public_holiday_premium")
# What every month brings beside the basic pay.
STEADY = ("fixed_premium", "pay_in_kind", *figures.IN_KIND)


def monthly_wage(contract: Facts) -> Decimal:
    """The pay of a normal month: thirteen weeks are three months."""
    if contract.get("is_paid_by_hour", False):
        return quotient(contract["hourly_wage"] * contract["weekly_hours"] * 13, Decimal(3))
    return Decimal(contract["monthly_pay"])


def hourly_wage(contract: Facts) -> Decimal:
    """The pay of an hour, at four decimals."""
    if contract.get("is_paid_by_hour", False):
        return Decimal(contract["hourly_wage"])
    return quotient(contract["monthly_pay"] * 3, contract["weekly_hours"] * 13, 4)


def worth_of(contract: Facts, kinds: tuple[str, ...]) -> Decimal:
    """The contract's lines of these kinds together."""
    own = (line for line in contract["lines"] if line["item_kind"] in kinds)
    return sum((amount_of(line, contract) for line in own), ZERO)


def month_of_holidays(contract: Facts) -> Decimal:
    """The gross pay of the month in which the holidays are taken."""
    return monthly_wage(contract) + worth_of(contract, STEADY)


def surcharged_wage(line: Facts, contract: Facts) -> Decimal:
    """The normal wage of hours with a surcharge by law."""
    return cents(line["item_hours"] * hourly_wage(contract))


def amount_of(line: Facts, contract: Facts) -> Decimal:
    """The amount of the line: recorded, unless quantities give it."""
    worth = _WORTH.get(line["item_kind"])
    return worth(line, contract) if worth else Decimal(line.get("recorded_amount", ZERO))


def received_and_withheld(line: Facts) -> Decimal:
    """Of the double pay received, 85 of 92 parts bore a contribution."""
    part = (figures.DOUBLE_PAY - figures.DOUBLE_EXEMPT) / figures.DOUBLE_PAY
    return cents(line["recorded_amount"] * part)


def _overtime(line: Facts, contract: Facts) -> Decimal:
    surcharge, with_pay = figures.OVERTIME[line["item_kind"]]
    times = surcharge + (ONE if with_pay else ZERO)
    return cents(line["item_hours"] * hourly_wage(contract) * times)


def _share_of_wage(line: Facts, contract: Facts) -> Decimal:
    return cents(line["item_hours"] * hourly_wage(contract) * line["item_share"])


def _by_units(line: Facts, contract: Facts) -> Decimal:
    return cents(line["item_units"] * line["item_price"])


def _in_kind(line: Facts, contract: Facts) -> Decimal:
    quantity, value = figures.IN_KIND[line["item_kind"]]
    return cents(line[quantity] * value)


def _double(line: Facts, contract: Facts) -> Decimal:
    months = line["item_months"] * min(line["item_share"], ONE)
    return cents(month_of_holidays(contract) * figures.DOUBLE_PAY * months / TWELVE)


def _double_variable(line: Facts, contract: Facts) -> Decimal:
    """By the monthly average of the variable pay."""
    if not line["item_units"]:
        return ZERO
    parts = line["item_units"] * TWELVE
    return cents(line["item_base"] * figures.DOUBLE_PAY * line["item_months"] / parts)


def _double_days(line: Facts, contract: Facts) -> Decimal:
    days = contract["days_per_week"] * FOUR_WEEKS
    return cents(month_of_holidays(contract) * figures.DOUBLE_PAY * line["item_days"] / days)


def _variable(line: Facts, contract: Facts) -> Decimal:
    """A month has twenty-five days in a week of six."""
    if not line["item_units"]:
        return ZERO
    parts = line["item_units"] * figures.DAYS_OF_A_MONTH * contract["days_per_week"]
    return cents(line["item_base"] * 6 * line["item_days"] / parts)


def _days_not_taken(line: Facts, contract: Facts) -> Decimal:
    hours = line["item_days"] * contract["weekly_hours"]
    return cents(hourly_wage(contract) * hours / contract["days_per_week"])


def _settlement(line: Facts, contract: Facts) -> Decimal:
    due = cents(line["item_base"] * figures.SINGLE_ON_LEAVING)
    return max(due - line["recorded_amount"], ZERO)


def _by_months(line: Facts, contract: Facts) -> Decimal:
    """A month's pay for a year; in joint committee 200 after six months of service."""
    by_sector = contract["year_end_premium_rule"] == "joint_committee_200"
    if by_sector and contract["service_months"] < figures.YEAR_END_SERVICE:
        return ZERO
    year = line.get("item_base", ZERO) or monthly_wage(contract)
    return cents(year * line["item_months"] / TWELVE)


def _on_leaving(rate: Decimal, left: Callable[[Facts], tuple[Decimal, Decimal]]) -> Worth:
    """A rate of the year's pay; of the year before, the part that was not taken or paid yet."""

    def worth(line: Facts, contract: Facts) -> Decimal:
        part, whole = left(line)
        return cents(line["item_base"] * rate * part / whole) if whole else ZERO

    return worth


def _all(line: Facts) -> tuple[Decimal, Decimal]:
    return ONE, ONE


def _share(line: Facts) -> tuple[Decimal, Decimal]:
    return line["item_share"], ONE


def _days(line: Facts) -> tuple[Decimal, Decimal]:
    return line["item_days"], line["item_units"]


_EXEMPT_RATE = figures.DOUBLE_ON_LEAVING - figures.DOUBLE_ON_LEAVING_WITHHELD
_WORTH: dict[str, Worth] = {
    **dict.fromkeys(figures.OVERTIME, _overtime),
    **dict.fromkeys(SHARE_OF_WAGE, _share_of_wage),
    **dict.fromkeys(figures.IN_KIND, _in_kind),
    "hourly_premium": lambda line, _: cents(line["item_hours"] * line["item_price"]),
    "piece_pay": _by_units,
    "daily_pay": _by_units,
    "double_holiday_pay": _double,
    "double_holiday_variable_pay": _double_variable,
    "double_holiday_days_not_taken": _double_days,
    "double_holiday_settlement": _settlement,
    "holiday_variable_pay": _variable,
    "holiday_days_not_taken": _days_not_taken,
    "holiday_settlement": _settlement,
    "year_end_premium_by_months": _by_months,
    "departure_holiday_pay_current": _on_leaving(figures.SINGLE_ON_LEAVING, _all),
    "departure_holiday_pay_previous": _on_leaving(figures.SINGLE_ON_LEAVING, _days),
    "departure_holiday_bonus_current": _on_leaving(figures.DOUBLE_ON_LEAVING_WITHHELD, _all),
    "departure_holiday_bonus_previous": _on_leaving(figures.DOUBLE_ON_LEAVING_WITHHELD, _share),
    "departure_holiday_supplement_current": _on_leaving(_EXEMPT_RATE, _all),
    "departure_holiday_supplement_previous": _on_leaving(_EXEMPT_RATE, _share),
}
