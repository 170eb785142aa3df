"""Holidays of manual workers: what the fund pays them, and what the employer owes for it."""

from officium.engine import quotient, rounded, rule, slice_of, total_of

RIGHT = "RD 30-03-1967 art. 14"
SINGLE = "RD 28-11-1969 art. 19 par. 1, second sentence"
DAYS = "RD 30-03-1967 art. 35 par. 1"
KEPT = "RD 30-03-1967 art. 15; holiday laws 28-06-1971 art. 19 par. 1"
YEARLY = "Act 29-06-1981 art. 38 par. 3, 8°"


@rule(since="2022-01-01", source="Holiday laws 28-06-1971 art. 12 and 13")
def is_paid_by_fund(worker_status):
    """Whether a fund pays the holidays earned under this contract, and not the employer."""
    return worker_status.is_("blue_collar")


@rule(since="2022-01-01", source=SINGLE, when="is_paid_by_fund", otherwise=0)
def fund_single_pay(manual_pay_of_year, fund_single_rate):
    """Single holiday pay as the law fixes it for the contributions, prepaid each quarter."""
    return rounded(manual_pay_of_year * fund_single_rate)


@rule(since="2022-01-01", source=RIGHT, when="is_paid_by_fund", otherwise=0)
def fund_holiday_pay(manual_pay_of_year, fund_single_pay, manual_fictitious_pay, fund_rate):
    """Single and double together: on the pay at 108 %, and on the fictitious pay of assimilated days."""
    return rounded((manual_pay_of_year + fund_single_pay + manual_fictitious_pay) * fund_rate)


@rule(since="2022-01-01", source=KEPT, when="is_paid_by_fund", otherwise=0)
def fund_solidarity_contribution(fund_holiday_pay, fund_solidarity_rate):
    """What the fund keeps of it, before contributions and tax."""
    return rounded(fund_holiday_pay * fund_solidarity_rate)


@rule(since="2022-01-01", source=KEPT)
def fund_holiday_pay_after_solidarity(fund_holiday_pay, fund_solidarity_contribution):
    """The gross amount that the next employer takes into account."""
    return fund_holiday_pay - fund_solidarity_contribution


@rule(since="2022-01-01", source=DAYS, when="is_paid_by_fund", otherwise=0)
def standard_manual_days(
    manual_days, manual_days_per_week, manual_weekly_hours, manual_full_time_hours
):
    """Days worked and assimilated, in the standard of five days a week at full time."""
    return quotient(
        manual_days * 5 * manual_weekly_hours,
        manual_days_per_week * manual_full_time_hours,
        places=2,
    )


@rule(since="2022-01-01", source=DAYS)
def fund_holiday_days(standard_manual_days, fund_holiday_days_scale):
    """Days of holidays next year, in a week of five days; the sum of the year is rounded once."""
    worked = rounded(total_of(standard_manual_days), places=0)
    return slice_of(worked, fund_holiday_days_scale).days


@rule(since="2022-01-01", source=f"{SINGLE}; {YEARLY}")
def yearly_holiday_base(manual_pay_of_last_year, fund_single_rate):
    """The pay that was declared last year for manual workers, at 108 %."""
    return manual_pay_of_last_year + rounded(manual_pay_of_last_year * fund_single_rate)


@rule(since="2022-01-01", source=YEARLY)
def yearly_holiday_contribution(yearly_holiday_base, yearly_holiday_rate):
    """The part of the holiday contribution that is paid once a year: the debit note of March."""
    return rounded(yearly_holiday_base * yearly_holiday_rate)
