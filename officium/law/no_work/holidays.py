"""Public holidays in partial unemployment: always paid, some of them less the contributions."""

from officium.engine import lower_of, quotient, rounded, rule, where
from officium.law.no_work.kinds import HOLIDAY

RD = "RD 18-04-1974"


@rule(since="2022-01-01", source=f"{RD} art. 13 par. 2")
def reduced_holidays_allowed(
    partial_unemployment_days_before,
    days_per_week,
    five_day_week,
    days_for_a_reduced_holiday,
    days_for_a_reduced_holiday_in_six,
    reduced_holidays_of_a_year,
):
    """One from the 26th day of the year on, two from the 51st; from the 31st, the 61st in six days."""
    in_five = quotient(
        partial_unemployment_days_before, days_for_a_reduced_holiday, places=0, how="down"
    )
    in_six = quotient(
        partial_unemployment_days_before, days_for_a_reduced_holiday_in_six, places=0, how="down"
    )
    reached = where(days_per_week > five_day_week, in_six, in_five)
    return lower_of(reached, reduced_holidays_of_a_year)


@rule(since="2022-01-01", source=f"{RD} art. 13 par. 2")
def is_reduced_public_holiday(
    is_paid_public_holiday,
    is_partial_unemployment_day,
    reduced_holidays_before,
    reduced_holidays_allowed,
):
    """A public holiday on a day of partial unemployment of which the contributions are taken off."""
    is_left = reduced_holidays_before < reduced_holidays_allowed
    return is_paid_public_holiday & is_partial_unemployment_day & is_left


@rule(
    since="2022-01-01",
    source=f"{RD} art. 3 and 13 par. 2; Act 29-06-1981 art. 38 par. 2",
    fact="item_amount",
    scope={"item_kind": HOLIDAY},
)
def pay_of_a_reduced_public_holiday(
    item_hours, normal_hourly_wage, fund_single_rate, employee_contribution_rate
):
    """The pay of the hours less the contributions that a manual worker would owe on it, at 108 %."""
    pay = rounded(item_hours * normal_hourly_wage)
    base = pay + rounded(pay * fund_single_rate)
    return pay - rounded(base * employee_contribution_rate)
