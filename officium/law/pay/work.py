"""Pay for the work of a month: monthly or hourly pay, public holidays, and the lines beside it."""

from officium.engine import quotient, rounded, rule, where

INCOMPLETE_MONTH = (
    "No general rule of law prescribes the pay of an incomplete month. It is taken by the hours of "
    "the schedule, in proportion to the real month; an agreement of the sector or "
    "enterprise may say otherwise"
)


@rule(since="2022-01-01", source=f"Act 12-04-1965 art. 2 and 3bis. {INCOMPLETE_MONTH}")
def pay_for_work(
    is_paid_by_hour, monthly_pay, hourly_wage, paid_hours, public_holiday_hours, schedule_hours
):
    """Hours paid times the hourly wage; or the monthly pay for the paid part of the month."""
    return where(
        is_paid_by_hour,
        rounded(hourly_wage * (paid_hours - public_holiday_hours)),
        quotient(monthly_pay * paid_hours, schedule_hours, places=2, if_none=0),
    )


@rule(
    since="2022-01-01",
    source="Act 04-01-1974 art. 14; RD 18-04-1974 art. 2",
    when="is_paid_by_hour",
    otherwise=0,
)
def public_holiday_pay(hourly_wage, public_holiday_hours):
    """The hours lost to public holidays, at the normal wage; monthly pay contains them already."""
    return rounded(hourly_wage * public_holiday_hours)


@rule(since="2022-01-01", source="Act 12-04-1965 art. 2; RD 27-09-1966 art. 1, item 7")
def gross_pay(pay_for_work, public_holiday_pay, premiums):
    """All pay of the month on which ordinary contributions are due."""
    return pay_for_work + public_holiday_pay + premiums
