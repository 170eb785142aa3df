"""Pay for the work of a month: by the month, day or hour, public holidays, and the lines beside it.

Where terms change inside a month, each part of it is paid by its own terms; the facts of the contract
are then those of its last part.
"""

from officium.engine import quotient, rounded, rule, total_of, where

HOLIDAYS = "Act 04-01-1974 art. 14; RD 18-04-1974 art. 2"
INCOMPLETE_MONTH = (
    "No general rule of law prescribes the pay of an incomplete month. It is taken by the hours of "
    "the schedule, in proportion to the real month; an agreement of the sector or "
    "enterprise may say otherwise"
)


@rule(since="2022-01-01", source=f"Act 12-04-1965 art. 2 and 3bis. {INCOMPLETE_MONTH}")
def pay_for_work(
    is_paid_by_hour,
    is_paid_by_day,
    monthly_pay,
    hourly_wage,
    daily_wage,
    paid_hours,
    public_holiday_hours,
    paid_days,
    public_holiday_days,
    schedule_hours,
):
    """Hours or days paid times their wage; or the monthly pay for the paid part of the month."""
    by_day = rounded(daily_wage * (paid_days - public_holiday_days))
    by_month = quotient(monthly_pay * paid_hours, schedule_hours, places=2, if_none=0)
    return where(
        is_paid_by_hour,
        rounded(hourly_wage * (paid_hours - public_holiday_hours)),
        where(is_paid_by_day, by_day, by_month),
    )


@rule(since="2022-01-01", source=HOLIDAYS)
def public_holiday_pay(
    is_paid_by_hour,
    is_paid_by_day,
    hourly_wage,
    daily_wage,
    public_holiday_hours,
    public_holiday_days,
):
    """Hours or days lost to public holidays, at the normal wage; monthly pay contains them already."""
    return where(
        is_paid_by_hour,
        rounded(hourly_wage * public_holiday_hours),
        where(is_paid_by_day, rounded(daily_wage * public_holiday_days), 0),
    )


@rule(since="2022-01-01", source=f"Act 12-04-1965 art. 2 and 3bis. {INCOMPLETE_MONTH}")
def earlier_pay(
    earlier_is_paid_by_hour,
    earlier_is_paid_by_day,
    earlier_monthly_pay,
    earlier_hourly_wage,
    earlier_daily_wage,
    earlier_paid_hours,
    earlier_public_holiday_hours,
    earlier_paid_days,
    earlier_public_holiday_days,
    earlier_schedule_hours,
):
    """The same for the part of the month before the terms changed, by the schedule of that time."""
    by_day = rounded(earlier_daily_wage * (earlier_paid_days - earlier_public_holiday_days))
    by_month = quotient(
        earlier_monthly_pay * earlier_paid_hours, earlier_schedule_hours, places=2, if_none=0
    )
    return where(
        earlier_is_paid_by_hour,
        rounded(earlier_hourly_wage * (earlier_paid_hours - earlier_public_holiday_hours)),
        where(earlier_is_paid_by_day, by_day, by_month),
    )


@rule(since="2022-01-01", source=HOLIDAYS)
def earlier_public_holiday_pay(
    earlier_is_paid_by_hour,
    earlier_is_paid_by_day,
    earlier_hourly_wage,
    earlier_daily_wage,
    earlier_public_holiday_hours,
    earlier_public_holiday_days,
):
    """The same for the public holidays before the terms changed."""
    by_day = rounded(earlier_daily_wage * earlier_public_holiday_days)
    return where(
        earlier_is_paid_by_hour,
        rounded(earlier_hourly_wage * earlier_public_holiday_hours),
        where(earlier_is_paid_by_day, by_day, 0),
    )


@rule(since="2022-01-01", source="Act 12-04-1965 art. 2")
def pay_under_earlier_terms(earlier_pay, earlier_public_holiday_pay):
    """What the parts of the month before the last change of terms are worth together."""
    return total_of(earlier_pay + earlier_public_holiday_pay)


@rule(since="2022-01-01", source="Act 12-04-1965 art. 2; RD 27-09-1966 art. 2, item 7")
def gross_pay(pay_for_work, pay_under_earlier_terms, public_holiday_pay, premiums):
    """All pay of the month on which ordinary contributions are due."""
    return pay_for_work + pay_under_earlier_terms + public_holiday_pay + premiums
