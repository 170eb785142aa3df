"""Special contribution of the employer on indemnities of well-paid workers, for the closure fund.

The royal decree that says which codes of pay and of time count was not found: the pay of code 1 of the
quarter is taken, and the days or hours that count as work.
"""

from officium.engine import at_least_zero, pick, quotient, rounded, rule, slice_of, where

SOURCE = "Act 29-06-1981 art. 38 par. 3quindecies"
BUILT = ("white_collar", "blue_collar", "student", "flexi_job", "director")


@rule(since="2022-01-01", source=SOURCE)
def is_compensation_due(severance_compensated):
    """Whether an indemnity of the quarter rests on service from 2014 on, or is taken back."""
    return (severance_compensated > 0) | (severance_compensated < 0)


@rule(
    since="2022-01-01",
    source=SOURCE,
    when="is_compensation_due",
    otherwise=0,
    scope={"worker_status": BUILT},
)
def yearly_salary_of_quarter(
    base_wage,
    worker_status,
    base_factor,
    severance_days,
    severance_hours,
    severance_full_time_hours,
    days_of_a_year_of_work,
    days_of_a_week_of_work,
):
    """The quarter's pay a day, or an hour, for a year; of manual workers at 108 %."""
    pay = rounded(base_wage * pick(worker_status, base_factor))
    full_time = quotient(pay * days_of_a_year_of_work, severance_days, places=2, if_none=0)
    part_time = quotient(
        pay * severance_full_time_hours * days_of_a_year_of_work,
        severance_hours * days_of_a_week_of_work,
        places=2,
        if_none=0,
    )
    return where(severance_hours > 0, part_time, full_time)


@rule(since="2022-01-01", source=SOURCE, when="is_compensation_due", otherwise=0)
def compensation_rate(yearly_salary_of_quarter, compensation_rates):
    """The rate by the salary of a year."""
    return slice_of(at_least_zero(yearly_salary_of_quarter), compensation_rates).rate


@rule(since="2022-01-01", source=SOURCE)
def compensation_contribution(severance_compensated, compensation_rate):
    """Due on the part of the indemnity that rests on service from 2014 on (code 812)."""
    return rounded(severance_compensated * compensation_rate)
