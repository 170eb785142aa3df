"""The pay of a year on which an indemnity rests: the current pay, and the benefits of the contract."""

from officium.engine import pick, quotient, rounded, rule, where

ART_39 = "Act 03-07-1978 art. 39 par. 1"
REDUCED = "Act 03-07-1978 art. 39 par. 2; act 22-01-1985 art. 105 par. 3"
HOLIDAYS = (
    f"{ART_39}; RD 30-03-1967 art. 38 and 39. Double holiday pay is a benefit of the contract where the "
    "employer owes it; a manual worker has it from a fund"
)
ALL = ("white_collar", "blue_collar", "student", "flexi_job", "director")


@rule(since="2022-01-01", source=REDUCED)
def is_reduction_left_out(pay_reduction):
    """Adapted work agreed on with the employer, and parental leave: the pay without it counts."""
    return pay_reduction.is_("adapted_work", "parental_leave")


@is_reduction_left_out.since("2022-11-10", source="Act 03-07-1978 art. 39 par. 2 and 2/1")
def is_reduction_by_career_interruption_left_out_too(pay_reduction):
    """And any reduction of career interruption, time credit included, that is not for an unlimited time."""
    return pay_reduction.is_("adapted_work", "parental_leave", "career_interruption")


@rule(since="2022-01-01", source=f"{ART_39}, 2 and 2/1")
def current_monthly_pay(normal_monthly_pay, monthly_pay_before_reduction, is_reduction_left_out):
    """The fixed pay of a month: as it is, or as it would be without the reduction."""
    return where(is_reduction_left_out, monthly_pay_before_reduction, normal_monthly_pay)


@rule(since="2022-01-01", source=f"{ART_39}, third sentence")
def average_variable_pay(variable_pay_before_end, variable_pay_months):
    """Variable pay of a month: the average of the twelve months before, or of those in service."""
    return quotient(variable_pay_before_end, variable_pay_months, places=2, if_none=0)


@rule(since="2022-01-01", source=f"{ART_39}: a month of pay is thirteen thirds of that of a week")
def yearly_fixed_pay(
    current_monthly_pay,
    is_reduction_left_out,
    is_paid_by_hour,
    is_paid_by_day,
    hourly_wage,
    daily_wage,
    weekly_hours,
    days_per_week,
):
    """Twelve months; of who is paid by the hour or day 52 weeks, without the rounding of a month."""
    by_month = current_monthly_pay * 12
    by_hour = where(is_paid_by_hour, rounded(hourly_wage * weekly_hours * 52), by_month)
    by_unit = where(is_paid_by_day, rounded(daily_wage * days_per_week * 52), by_hour)
    return where(is_reduction_left_out, by_month, by_unit)


@rule(since="2022-01-01", source=ART_39)
def yearly_current_pay(yearly_fixed_pay, average_variable_pay):
    """The fixed pay, and twelve months of the variable."""
    return yearly_fixed_pay + average_variable_pay * 12


@rule(since="2022-01-01", source=HOLIDAYS, when="has_holiday_pay_from_employer", otherwise=0)
def yearly_double_holiday_pay(current_monthly_pay, average_variable_pay, double_holiday_rate):
    """Once a year, on the pay of a month."""
    return rounded((current_monthly_pay + average_variable_pay) * double_holiday_rate)


@rule(since="2022-01-01", source=ART_39)
def yearly_taxed_pay(
    yearly_current_pay, yearly_double_holiday_pay, yearly_premium, yearly_taxed_benefits
):
    """What of it is taxed as pay."""
    return yearly_current_pay + yearly_double_holiday_pay + yearly_premium + yearly_taxed_benefits


@rule(since="2022-01-01", source=ART_39)
def yearly_pay(yearly_taxed_pay, yearly_untaxed_benefits):
    """With all benefits acquired under the contract."""
    return yearly_taxed_pay + yearly_untaxed_benefits


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 58 and 62: the taxable pay that served to compute the indemnity",
    scope={"worker_status": ALL},
)
def yearly_taxable_pay(
    yearly_taxed_pay, yearly_taxed_benefits, worker_status, base_factor, employee_rate
):
    """The taxed pay less the worker's ordinary contribution, which benefits do not bear."""
    liable = yearly_taxed_pay - yearly_taxed_benefits
    base = rounded(liable * pick(worker_status, base_factor))
    return yearly_taxed_pay - rounded(base * employee_rate)
