"""What the lines of pay come to: the sums of a contract and of a person, and the normal pay of a month."""

from officium.engine import any_of, at_least_zero, pick, quotient, rounded, rule, total_of, where
from officium.law.indemnities.kinds import INDEMNITIES
from officium.law.pay.kinds import NORMAL, TAXED_IN_CASH, all_but

GROSS = "Act 29-06-1981 art. 14 and 23; RD 28-11-1969 art. 19"
PAYSLIP = "RD 27-09-1966 art. 2"
ALLOWANCE = "RD/ITC 92, Annex III n. 53"
INSURED = ("white_collar", "blue_collar", "student", "flexi_job", "director")


@rule(since="2022-01-01", source=GROSS)
def premiums(item_liable_pay):
    """The lines of pay of the month together, as far as ordinary contributions are due on them."""
    return total_of(item_liable_pay)


@rule(since="2022-01-01", source=GROSS)
def pay_beside_gross(item_pay_beside):
    """The lines on which no ordinary contributions are due, together."""
    return total_of(item_pay_beside)


@rule(since="2022-01-01", source="ITC 92 art. 31; RD 28-11-1969 art. 19 par. 2")
def taxed_pay_beside(item_kind, item_pay_beside):
    """What of them is paid in cash and taxed with the month, like pay with contributions."""
    return total_of(where(item_kind.is_(*TAXED_IN_CASH), item_pay_beside, 0))


@rule(since="2022-01-01", source=PAYSLIP + ", item 7, c")
def total_gross(gross_pay, pay_beside_gross):
    """All pay of the month in cash and in kind."""
    return gross_pay + pay_beside_gross


@rule(since="2022-01-01", source=PAYSLIP + ", item 8")
def contributions_beside_gross(item_worker_contribution):
    """The worker's contributions on pay beside, together."""
    return total_of(item_worker_contribution)


@rule(since="2022-01-01", source=ALLOWANCE)
def exceptional_liable_pay(is_exceptional, item_liable_pay):
    """Pay of the month that is taxed apart."""
    return total_of(where(is_exceptional, item_liable_pay, 0))


@rule(since="2022-01-01", source=ALLOWANCE)
def exceptional_ordinary_contribution(item_ordinary_contribution):
    """The contributions on it, together."""
    return total_of(item_ordinary_contribution)


@rule(since="2022-01-01", source=PAYSLIP + ", item 7, b")
def pay_in_kind(item_in_kind):
    """Everything of the month's pay that was not in cash."""
    return total_of(item_in_kind)


@rule(since="2022-01-01", source=PAYSLIP + ", item 9")
def taxable_benefits(item_taxed_beside):
    """What is taxed with the month although no contribution is due on it."""
    return total_of(item_taxed_beside)


@rule(since="2022-01-01", source=PAYSLIP + ", item 12")
def exempt_pay(item_exempt):
    """What is free of contributions and tax."""
    return total_of(item_exempt)


@rule(since="2022-01-01", source=PAYSLIP + ", item 14")
def deductions(item_deduction):
    """What is taken off at the end."""
    return total_of(item_deduction)


@rule(since="2022-01-01", source="RD 17-01-2000 art. 1")
def pay_outside_bonus(item_outside_bonus):
    """What does not count for the employment bonus."""
    return total_of(item_outside_bonus)


@rule(since="2022-01-01", source="Act 12-04-1965 art. 2; act 03-07-1978 art. 39 par. 1")
def normal_hourly_wage(
    is_paid_by_hour,
    is_paid_by_day,
    hourly_wage,
    daily_wage,
    monthly_pay,
    days_per_week,
    weekly_hours,
):
    """The hourly wage; else the pay of a week over its hours, a month's of three over thirteen weeks."""
    by_day = quotient(daily_wage * days_per_week, weekly_hours, places=4)
    by_month = quotient(monthly_pay * 3, weekly_hours * 13, places=4)
    return where(is_paid_by_hour, hourly_wage, where(is_paid_by_day, by_day, by_month))


@rule(since="2022-01-01", source="Act 12-04-1965 art. 2; act 03-07-1978 art. 39 par. 1")
def normal_monthly_pay(
    is_paid_by_hour,
    is_paid_by_day,
    hourly_wage,
    daily_wage,
    monthly_pay,
    days_per_week,
    weekly_hours,
):
    """The monthly pay; of who is paid by the hour or day, a third of thirteen weeks."""
    by_hour = quotient(hourly_wage * weekly_hours * 13, 3, places=2)
    by_day = quotient(daily_wage * days_per_week * 13, 3, places=2)
    return where(is_paid_by_hour, by_hour, where(is_paid_by_day, by_day, monthly_pay))


@rule(since="2022-01-01", source=ALLOWANCE)
def has_exceptional_pay(is_exceptional):
    """Whether some pay of the month is taxed apart: only then the normal pay of a year is needed."""
    return any_of(is_exceptional)


@rule(
    since="2022-01-01",
    source=ALLOWANCE,
    when="has_exceptional_pay",
    otherwise=0,
    scope={"worker_status": INSURED},
)
def normal_monthly_pay_taxed(
    normal_monthly_pay, normal_lines_of_pay, worker_status, base_factor, employee_rate
):
    """The normal pay of a month less the ordinary contribution on it, without employment bonus."""
    normal = normal_monthly_pay + normal_lines_of_pay
    base = rounded(normal * pick(worker_status, base_factor))
    return normal - rounded(base * employee_rate)


@rule(since="2022-01-01", source=ALLOWANCE)
def normal_lines_of_pay(item_kind, item_liable_pay):
    """Lines that are normal pay of any month: fixed premiums, commissions, pieces, benefits in kind."""
    return total_of(where(item_kind.is_(*NORMAL), item_liable_pay, 0))


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 53")
def normal_monthly_taxable_pay(
    normal_monthly_pay_taxed, runs_to_the_end_of_the_month, taxable_benefits
):
    """What is normally taxed in a month: the contracts at this employer that run beside each other."""
    beside = where(runs_to_the_end_of_the_month, normal_monthly_pay_taxed, 0)
    return total_of(beside) + taxable_benefits


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 53",
    scope={"item_kind": all_but(INDEMNITIES)},
    when="is_exceptional",
    otherwise=0,
)
def annual_reference_pay(normal_monthly_taxable_pay):
    """The normal pay of a year that decides the rate: twelve normal months."""
    return at_least_zero(normal_monthly_taxable_pay * 12)


@rule(since="2022-01-01", source=ALLOWANCE)
def exceptional_taxable_total(exceptional_taxable_pay):
    """All exceptional pay of the month that is taxed apart."""
    return total_of(exceptional_taxable_pay)


@rule(since="2022-01-01", source=ALLOWANCE)
def exceptional_tax(exceptional_withholding_tax):
    """The tax on it, line by line."""
    return total_of(exceptional_withholding_tax)


@rule(since="2022-01-01", source=PAYSLIP + ", item 11")
def own_tax(item_own_tax):
    """The taxes at rates of their own."""
    return total_of(item_own_tax)
