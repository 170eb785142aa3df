"""Paid educational leave: the pay that the employer may limit, and what the region gives back of it."""

from officium.engine import lower_of, quotient, rounded, rule, where
from officium.law.leave.kinds import TRAINING_PAY

CEILING = (
    "RD 23-07-1985 on paid educational leave, amended each school year; act 05-11-2023 (indexation)"
)
CLAIM = "RD 23-07-1985 art. 16bis, as each region amended it"


@rule(since="2022-01-01", source=CEILING)
def is_training_pay(item_kind):
    """Hours of educational leave with limited pay."""
    return item_kind.is_(*TRAINING_PAY)


@rule(since="2022-01-01", source=CEILING, when="is_training_pay", otherwise=0)
def training_monthly_ceiling(training_pay_ceiling, weekly_hours, full_time_weekly_hours):
    """The monthly pay that is due at most; of a part-time worker in proportion to the hours."""
    return quotient(training_pay_ceiling * weekly_hours, full_time_weekly_hours, places=2)


@rule(since="2022-01-01", source=CEILING, when="is_training_pay", otherwise=0)
def training_hourly_ceiling(training_pay_ceiling, full_time_weekly_hours):
    """The same by the hour: three months' pay over thirteen full-time weeks."""
    return quotient(training_pay_ceiling * 3, full_time_weekly_hours * 13, places=4)


@rule(
    since="2022-01-01",
    source=CEILING,
    fact="item_amount",
    scope={"item_kind": TRAINING_PAY},
)
def training_pay(
    is_paid_by_hour,
    is_paid_by_day,
    monthly_pay,
    normal_hourly_wage,
    holiday_schedule_hours,
    item_hours,
    training_monthly_ceiling,
    training_hourly_ceiling,
):
    """The normal pay of the hours as far as it is due: by the month, their part of the month's pay."""
    limited = lower_of(monthly_pay, training_monthly_ceiling)
    by_month = quotient(limited * item_hours, holiday_schedule_hours, places=2, if_none=0)
    by_hour = rounded(lower_of(normal_hourly_wage, training_hourly_ceiling) * item_hours)
    return where(is_paid_by_hour | is_paid_by_day, by_hour, by_month)


@rule(
    since="2022-01-01",
    source=CLAIM,
    fact="training_reimbursement",
    scope={"training_region": "flanders"},
)
def training_reimbursement_of_flanders(training_hours, training_rate_flanders):
    """A flat amount for each approved hour."""
    return rounded(training_hours * training_rate_flanders)


@rule(
    since="2022-01-01",
    source=CLAIM,
    fact="training_reimbursement",
    scope={"training_region": "wallonia"},
)
def training_reimbursement_of_wallonia(training_hours, training_rate_wallonia):
    """A flat amount for each approved hour."""
    return rounded(training_hours * training_rate_wallonia)


@rule(
    since="2022-01-01",
    source=CLAIM,
    fact="training_reimbursement",
    scope={"training_region": "brussels"},
)
def training_reimbursement_of_brussels(training_hours, training_rate_brussels):
    """A flat amount for each approved hour."""
    return rounded(training_hours * training_rate_brussels)
