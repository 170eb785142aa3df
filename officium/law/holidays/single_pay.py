"""Single holiday pay beside the month's pay: on variable pay, and for days that were not taken."""

from officium.engine import at_least_zero, quotient, rounded, rule

RD = "RD 30-03-1967"


@rule(
    since="2022-01-01",
    source=f"{RD} art. 39, first and second paragraph",
    fact="item_amount",
    scope={"item_kind": "holiday_variable_pay"},
)
def holiday_variable_pay(
    item_base, item_units, item_days, days_per_week, variable_pay_days_a_month, six_day_week
):
    """For each day of holidays, the daily average of the variable pay of the twelve months before.

    A month counts 25 days in a six-day week, and in another week in proportion.
    """
    return quotient(
        item_base * item_days * six_day_week,
        at_least_zero(item_units) * variable_pay_days_a_month * days_per_week,
        places=2,
        if_none=0,
    )


@rule(
    since="2022-01-01",
    source=f"{RD} art. 67, second paragraph, 1°, and 67bis",
    fact="item_amount",
    scope={"item_kind": "holiday_days_not_taken"},
)
def holiday_days_not_taken(normal_hourly_wage, weekly_hours, days_per_week, item_days):
    """The normal pay of the days not taken, by the pay of December."""
    return quotient(normal_hourly_wage * weekly_hours * item_days, days_per_week, places=2)


@rule(
    since="2022-01-01",
    source=f"{RD} art. 46 par. 3, second paragraph",
    fact="item_amount",
    scope={"item_kind": "holiday_settlement"},
)
def holiday_settlement(item_base, recorded_amount, holiday_settlement_rate):
    """After a reduction of hours: 7.67 % of the service year's pay, less what was received."""
    return at_least_zero(rounded(item_base * holiday_settlement_rate) - recorded_amount)


@rule(
    since="2022-01-01",
    source="RD 17-01-2000 art. 1; NSSO instructions, employment bonus: not remuneration code 7",
    fact="item_outside_bonus",
    scope={"item_kind": "holiday_settlement"},
)
def holiday_settlement_outside_the_bonus(item_amount):
    """Single holiday pay beside the pay of the month does not count for the employment bonus."""
    return item_amount
