"""Double holiday pay of white-collar workers, and the worker's contribution on it."""

from officium.engine import at_least_zero, lower_of, quotient, rounded, rule, total_of, where

RD = "RD 30-03-1967"
ACT = "Act 29-06-1981 art. 39; NSSO DmfA instructions 2022/3, deduction from double holiday pay"
BY_RATE = (
    "double_holiday_pay",
    "double_holiday_variable_pay",
    "double_holiday_days_not_taken",
    "double_holiday_arrears",
)


@rule(since="2022-01-01", source=f"{RD} art. 38, 2°, and 38bis")
def holiday_month_pay(normal_monthly_pay, item_kind, recorded_amount, item_value_by_law):
    """The gross pay of a complete month: the basic pay, fixed premiums and pay in kind."""
    recorded = where(item_kind.is_("fixed_premium", "pay_in_kind"), recorded_amount, 0)
    return normal_monthly_pay + total_of(recorded + item_value_by_law)


@rule(
    since="2022-01-01",
    source=(
        f"{RD} art. 38, 2°. Where less was worked in the service year than now: in that proportion "
        "(acts of 28-06-1971 art. 2; practice, Securex)"
    ),
    fact="item_amount",
    scope={"item_kind": "double_holiday_pay"},
)
def double_holiday_pay(
    holiday_month_pay, item_months, item_share, double_holiday_rate, months_of_a_year
):
    """A twelfth of 92 % of the month's gross pay for each month of service."""
    full = holiday_month_pay * double_holiday_rate * item_months
    return quotient(full * lower_of(item_share, 1), months_of_a_year, places=2)


@rule(
    since="2022-01-01",
    source=f"{RD} art. 39, third paragraph",
    fact="item_amount",
    scope={"item_kind": "double_holiday_variable_pay"},
)
def double_holiday_variable_pay(
    item_base, item_units, item_months, double_holiday_rate, months_of_a_year
):
    """The same on the monthly average of the variable pay of the twelve months before."""
    return quotient(
        item_base * double_holiday_rate * item_months,
        at_least_zero(item_units) * months_of_a_year,
        places=2,
        if_none=0,
    )


@rule(
    since="2022-01-01",
    source=f"{RD} art. 67, second paragraph, 2°, and 67bis",
    fact="item_amount",
    scope={"item_kind": "double_holiday_days_not_taken"},
)
def double_holiday_days_not_taken(
    holiday_month_pay, item_days, days_per_week, double_holiday_rate, holiday_weeks
):
    """92 % of December's pay over the days of four weeks, for each day not taken."""
    return quotient(
        holiday_month_pay * double_holiday_rate * item_days, days_per_week * holiday_weeks, places=2
    )


@rule(
    since="2022-01-01",
    source=f"{RD} art. 46 par. 3, third paragraph",
    fact="item_amount",
    scope={"item_kind": "double_holiday_settlement"},
)
def double_holiday_settlement(item_base, recorded_amount, holiday_settlement_rate):
    """After a reduction of hours: 7.67 % of the service year's pay, less what was received."""
    return at_least_zero(rounded(item_base * holiday_settlement_rate) - recorded_amount)


@rule(
    since="2022-01-01",
    source=f"{RD} art. 38, 2°",
    fact="item_amount",
    scope={"item_kind": "double_holiday_arrears"},
)
def double_holiday_arrears(recorded_amount):
    """Double holiday pay that was paid too little before, or is taken back."""
    return recorded_amount


@rule(since="2022-01-01", source=ACT, scope={"item_kind": BY_RATE})
def item_double_holiday_base(item_amount, double_holiday_rate, double_holiday_exempt_rate):
    """The part under contribution: not the pay from the third day of the fourth week on."""
    liable = double_holiday_rate - double_holiday_exempt_rate
    return quotient(item_amount * liable, double_holiday_rate, places=2)


@rule(
    since="2022-01-01",
    source=ACT,
    fact="item_double_holiday_base",
    scope={"item_kind": "double_holiday_settlement"},
)
def double_holiday_base_of_settlement(
    item_base,
    recorded_amount,
    double_departure_rate_withheld,
    double_holiday_rate,
    double_holiday_exempt_rate,
):
    """6.80 % of the service year's pay, less the part under contribution of what was received."""
    liable = double_holiday_rate - double_holiday_exempt_rate
    before = quotient(recorded_amount * liable, double_holiday_rate, places=2)
    return at_least_zero(rounded(item_base * double_departure_rate_withheld) - before)


@rule(
    since="2022-01-01",
    source=ACT,
    fact="item_worker_contribution",
    scope={
        "item_kind": (
            *BY_RATE,
            "double_holiday_settlement",
            "supplementary_holiday_pay",
            "supplementary_holiday_set_off",
        )
    },
)
def contribution_on_double_holiday_pay(item_double_holiday_base, double_holiday_contribution_rate):
    """The worker's special contribution; the employer owes none."""
    return rounded(item_double_holiday_base * double_holiday_contribution_rate)


@rule(
    since="2022-01-01",
    source="NSSO DmfA instructions, deduction from holiday pay: worker code 870 of the employer",
)
def double_holiday_contribution(double_holiday_base, double_holiday_contribution_rate):
    """On the double holiday pay of the quarter, all workers together, as on the declaration."""
    return rounded(double_holiday_base * double_holiday_contribution_rate)
