"""Holiday pay of white-collar workers who leave, or come from another employer."""

from __future__ import annotations

from officium.payroll.pay_kinds.kind import PayKind

_THIS_YEAR = "`base`, the gross pay of this year here, fictitious pay of assimilated days included"
_LAST_YEAR = "`base`, the gross pay of last year here, fictitious pay of assimilated days included"
_NOT_YET_PAID = "`share`, the part of this year's double pay that was not paid yet, 1.0000 for all"

KINDS: dict[str, PayKind] = {
    "departure_holiday_pay_current": PayKind(
        f"on leaving, single holiday pay for next year: {_THIS_YEAR}",
        needs=("base",),
        remuneration=7,
    ),
    "departure_holiday_bonus_current": PayKind(
        f"on leaving, double holiday pay for next year: {_THIS_YEAR}", needs=("base",)
    ),
    "departure_holiday_supplement_current": PayKind(
        f"on leaving, the part of it without contribution: {_THIS_YEAR}", needs=("base",)
    ),
    "departure_holiday_pay_previous": PayKind(
        f"on leaving, single holiday pay for this year: {_LAST_YEAR}; `days` of holidays that were "
        "not taken; `units`, the days of the whole year",
        needs=("days", "units", "base"),
        remuneration=7,
    ),
    "departure_holiday_bonus_previous": PayKind(
        f"on leaving, double holiday pay for this year: {_LAST_YEAR}; {_NOT_YET_PAID}",
        needs=("share", "base"),
    ),
    "departure_holiday_supplement_previous": PayKind(
        f"on leaving, the part of it without contribution: {_LAST_YEAR}; {_NOT_YET_PAID}",
        needs=("share", "base"),
    ),
    "holiday_pay_taken_over": PayKind(
        "`days` of holidays taken that were earned at a former employer, who paid them on leaving, or "
        "as a manual worker, paid by a fund; "
        "`price`, the gross wage of a day here: since 2024 a fixed part of it is taken off",
        needs=("days", "price"),
        paid_before=12,
    ),
    "holiday_pay_settled": PayKind(
        "in December or on leaving, what was taken off too much or too little in the year: `base`, the "
        "single pay on the certificate of the former employer; `days` of it that were taken here; "
        "`price`, the gross wage of a day here",
        needs=("days", "price", "base"),
        remuneration=14,
        paid_before=12,
    ),
    "holiday_pay_taken_over_by_day": PayKind(
        "instead of the fixed part, what the former employer paid for the `days` taken: `base`, the "
        "single pay on the certificate; `units`, the days that it paid; `price`, the gross wage of a "
        "day here",
        needs=("days", "units", "price", "base"),
        paid_before=12,
    ),
    "double_holiday_pay_taken_over": PayKind(
        "double holiday pay with contribution that a former employer paid, taken off: `base`, its "
        "amount on the certificate; `months` of service there last year",
        needs=("months", "base"),
    ),
    "double_holiday_supplement_taken_over": PayKind(
        "the same of the part without contribution: `base` and `months` as before",
        needs=("months", "base"),
    ),
}
