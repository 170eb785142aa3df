"""Employment bonus: on a low wage, less of the employee contribution is due."""

from officium.engine import (
    at_least_zero,
    higher_of,
    lower_of,
    quotient,
    rounded,
    rule,
    slice_of,
    total_of,
    where,
)

INSURED = ("white_collar", "blue_collar")
OTHERS = ("student", "flexi_job", "director")
AT_FULL_PAY = ("white_collar", *OTHERS)
SOURCE = "Act 20-12-1999 art. 2; RD 17-01-2000 art. 1; NSSO instructions, employment bonus"


@rule(since="2022-01-01", source=SOURCE)
def bonus_pay(gross_pay, pay_outside_bonus):
    """The pay that counts, always at 100 %."""
    return gross_pay - pay_outside_bonus


@rule(since="2022-01-01", source=SOURCE)
def bonus_wage_of_the_month(
    bonus_pay, bonus_days_paid, bonus_days_possible, bonus_hours_paid, bonus_hours_full_time
):
    """The wage of a complete full-time month: the hourly or daily wage in whole cents, times all."""
    hourly_wage = quotient(bonus_pay, bonus_hours_paid, places=2, if_none=0)
    daily_wage = quotient(bonus_pay, bonus_days_paid, places=2, if_none=0)
    return where(
        bonus_hours_full_time > 0,
        rounded(hourly_wage * bonus_hours_full_time),
        where(
            bonus_days_paid >= bonus_days_possible,
            bonus_pay,
            rounded(daily_wage * bonus_days_possible),
        ),
    )


@rule(since="2022-01-01", source="RD 17-01-2000 art. 1 par. 1, 2°; NSSO instructions 2025/2")
def bonus_reference_wage(bonus_wage_of_the_month, year_end_premiums):
    """The wage of the month; what a year-end premium exceeds it by is added to it."""
    return higher_of(bonus_wage_of_the_month, year_end_premiums)


@rule(since="2022-01-01", source=SOURCE)
def bonus_fraction(bonus_days_paid, bonus_days_possible, bonus_hours_paid, bonus_hours_full_time):
    """The part of a complete full-time month that was paid, at two decimals, never above the whole."""
    return where(
        bonus_hours_full_time > 0,
        lower_of(quotient(bonus_hours_paid, bonus_hours_full_time, places=2, if_none=0), 1),
        lower_of(quotient(bonus_days_paid, bonus_days_possible, places=2, if_none=1), 1),
    )


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": AT_FULL_PAY})
def employment_bonus_a_full_month(bonus_reference_wage, bonus_a_scale):
    """Part A for a complete month (before 1 April 2024 the whole bonus): it falls as the wage rises."""
    row = slice_of(at_least_zero(bonus_reference_wage), bonus_a_scale)
    return rounded(at_least_zero(row.base - (bonus_reference_wage - row.start) * row.slope))


@rule(
    since="2022-01-01",
    source=SOURCE,
    fact="employment_bonus_a_full_month",
    scope={"worker_status": "blue_collar"},
)
def employment_bonus_a_full_month_of_manual_workers(
    bonus_reference_wage, bonus_a_scale_blue_collar
):
    """The same for manual workers, whose contribution is due on 108 % and whose bonus is so too."""
    row = slice_of(at_least_zero(bonus_reference_wage), bonus_a_scale_blue_collar)
    return rounded(at_least_zero(row.base - (bonus_reference_wage - row.start) * row.slope))


@rule(
    since="2022-01-01",
    until="2024-03-31",
    source=SOURCE,
    fact="employment_bonus_b_full_month",
)
def no_employment_bonus_b_full_month():
    """Before 1 April 2024 the bonus was not in two parts."""
    return 0


@rule(since="2024-04-01", source=SOURCE, scope={"worker_status": AT_FULL_PAY})
def employment_bonus_b_full_month(bonus_reference_wage, bonus_b_scale):
    """Part B for a complete month, for the lowest wages."""
    row = slice_of(at_least_zero(bonus_reference_wage), bonus_b_scale)
    return rounded(at_least_zero(row.base - (bonus_reference_wage - row.start) * row.slope))


@rule(
    since="2024-04-01",
    source=SOURCE,
    fact="employment_bonus_b_full_month",
    scope={"worker_status": "blue_collar"},
)
def employment_bonus_b_full_month_of_manual_workers(
    bonus_reference_wage, bonus_b_scale_blue_collar
):
    """The same for manual workers."""
    row = slice_of(at_least_zero(bonus_reference_wage), bonus_b_scale_blue_collar)
    return rounded(at_least_zero(row.base - (bonus_reference_wage - row.start) * row.slope))


@rule(since="2022-01-01", source=SOURCE)
def employment_bonus_a_before_cap(employment_bonus_a_full_month, bonus_fraction):
    """Part A for the part of the month that was paid."""
    return rounded(employment_bonus_a_full_month * bonus_fraction)


@rule(since="2022-01-01", source=SOURCE)
def employment_bonus_b_before_cap(employment_bonus_b_full_month, bonus_fraction):
    """Part B for the part of the month that was paid."""
    return rounded(employment_bonus_b_full_month * bonus_fraction)


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": AT_FULL_PAY})
def employment_bonus_ceiling(
    employee_contribution_due,
    contribution_outside_bonus,
    bonus_year_ceiling,
    employment_bonus_granted_before,
):
    """No more than the contribution that is due, nor than what the year's maximum leaves."""
    left = at_least_zero(bonus_year_ceiling - employment_bonus_granted_before)
    return lower_of(at_least_zero(employee_contribution_due - contribution_outside_bonus), left)


@rule(
    since="2022-01-01",
    source=SOURCE,
    fact="employment_bonus_ceiling",
    scope={"worker_status": "blue_collar"},
)
def employment_bonus_ceiling_of_manual_workers(
    employee_contribution_due,
    contribution_outside_bonus,
    bonus_year_ceiling_blue_collar,
    employment_bonus_granted_before,
):
    """The same for manual workers."""
    left = at_least_zero(bonus_year_ceiling_blue_collar - employment_bonus_granted_before)
    return lower_of(at_least_zero(employee_contribution_due - contribution_outside_bonus), left)


@rule(since="2022-01-01", source=SOURCE, scope={"worker_status": INSURED})
def employment_bonus_a(employment_bonus_a_before_cap, employment_bonus_ceiling):
    """Part A as granted: where the ceiling bites, part A is the last to be cut."""
    return lower_of(employment_bonus_a_before_cap, employment_bonus_ceiling)


@rule(since="2022-01-01", source=SOURCE, fact="employment_bonus_a", scope={"worker_status": OTHERS})
def no_employment_bonus_a():
    """Who does not owe the ordinary contribution has no bonus on it."""
    return 0


@rule(
    since="2022-01-01",
    until="2024-03-31",
    source=SOURCE,
    scope={"worker_status": INSURED},
)
def employment_bonus_b():
    """Before 1 April 2024 the bonus was one amount, shown as part A."""
    return 0


@employment_bonus_b.since("2024-04-01", source=SOURCE)
def employment_bonus_b_for_the_lowest_wages(
    employment_bonus_b_before_cap, employment_bonus_ceiling, employment_bonus_a
):
    """Part B as granted: it is the first to be cut, so it has what part A leaves of the ceiling."""
    return lower_of(employment_bonus_b_before_cap, employment_bonus_ceiling - employment_bonus_a)


@rule(since="2022-01-01", source=SOURCE, fact="employment_bonus_b", scope={"worker_status": OTHERS})
def no_employment_bonus_b():
    """Who does not owe the ordinary contribution has no bonus on it."""
    return 0


@rule(since="2022-01-01", source=SOURCE)
def employment_bonus(employment_bonus_a, employment_bonus_b):
    """Both parts together."""
    return employment_bonus_a + employment_bonus_b


@rule(since="2022-01-01", source=SOURCE)
def employee_contribution(employee_contribution_due, employment_bonus):
    """What is withheld from the pay: the contribution due, less the bonus."""
    return employee_contribution_due - employment_bonus


@rule(since="2022-01-01", source=SOURCE)
def employment_bonus_granted(employment_bonus_granted_before, employment_bonus):
    """The bonus of the calendar year so far, this month included: next month's opening."""
    return employment_bonus_granted_before + total_of(employment_bonus)
