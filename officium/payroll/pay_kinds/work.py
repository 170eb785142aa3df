"""Pay for work beside the basic pay."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

KINDS: dict[str, PayKind] = {
    "premium": PayKind("a premium for the work of the month"),
    "fixed_premium": PayKind(
        "a premium of every month whatever the days worked", remuneration=2, every_months=1
    ),
    "commission": PayKind("commission on sales"),
    "piece_pay": PayKind("pay by the piece: pieces and the price of one", ("units", "price")),
    "daily_pay": PayKind("pay by the day: days and the pay of one", ("units", "price")),
    "public_holiday_variable_pay": PayKind(
        "public holidays of the month on commissions: the variable pay of the complete months of the "
        "year before (in the first year: of the months before), these months, and the holidays",
        ("base", "months", "days"),
    ),
    "public_holiday_average_pay": PayKind(
        "one public holiday on piece pay, or of a part-timer with variable hours: what was earned in "
        "the four weeks before, and the days worked in them",
        ("base", "days"),
    ),
    "public_holiday_after_end": PayKind(
        "a public holiday after the end of the contract, paid by the former employer with the last "
        "month: the day, and the hours that would have been worked on it; to be left out once the "
        "worker has begun elsewhere",
        ("hours", "day"),
    ),
    "arrears": PayKind(
        "pay of an earlier month of the quarter, paid now: the amount and a day of that month",
        ("amount", "day"),
    ),
    "recovery": PayKind(
        "pay of an earlier month of the quarter, taken back now: a negative amount and a day of that "
        "month",
        ("amount", "day"),
    ),
    "pay_in_kind": PayKind(
        "pay in goods or services on which contributions are due, at its current value", item="7b"
    ),
    "meal_breakfast": PayKind("breakfasts in kind, by number", ("units",), item="7b"),
    "meal_main": PayKind("main meals in kind, by number", ("units",), item="7b"),
    "meal_supper": PayKind("suppers in kind, by number", ("units",), item="7b"),
    "lodging": PayKind(
        "a room in kind, by days; a house or several rooms are pay_in_kind", ("days",), item="7b"
    ),
    "benefit_computer": PayKind(
        "free private use of computers: months, one for each computer", ("months",), item="7b"
    ),
    "benefit_phone": PayKind(
        "free private use of mobile phones and tablets: months, one for each device",
        ("months",),
        item="7b",
    ),
    "benefit_internet": PayKind(
        "free private use of the internet, however many connections: months",
        ("months",),
        item="7b",
    ),
    "benefit_phone_plan": PayKind(
        "free private use of phone subscriptions: months, one for each", ("months",), item="7b"
    ),
    "taxable_benefit": PayKind(
        "a benefit in kind, taxed, on which the worker owes no contribution", item="9"
    ),
}
