"""Structural reduction of the employer's contributions: computed for each occupation."""

from officium.engine import (
    allocate,
    at_least_zero,
    lower_of,
    pick,
    quotient,
    rounded,
    rule,
    total_of,
    where,
)

BUILT = ("white_collar", "blue_collar", "student", "flexi_job", "director")
DECREE = "RD 16-05-2003 art. 2"


@rule(since="2022-01-01", source=DECREE + ", 2°")
def full_quarter_days(days_per_week):
    """The days of a quarter of thirteen weeks."""
    return days_per_week * 13


@rule(since="2022-01-01", source=DECREE + ", 2°")
def full_quarter_hours(full_time_hours):
    """The hours of a full-time worker in a quarter of thirteen weeks."""
    return full_time_hours * 13


@rule(since="2022-01-01", source=DECREE + ", 2°, a")
def quarter_days_paid(full_quarter_days, quarter_days_unpaid):
    """J: the days paid, where they are not counted one by one: a full quarter less those not paid."""
    return full_quarter_days - quarter_days_unpaid


@rule(since="2022-01-01", source=DECREE + ", 2°, b")
def performance_days(quarter_days_paid, quarter_days_assimilated):
    """X: the days paid, and those that somebody else pays."""
    return quarter_days_paid + quarter_days_assimilated


@rule(since="2022-01-01", source=DECREE + ", 2°, d")
def performance_hours(quarter_hours_paid, quarter_hours_assimilated):
    """Z: the same in hours."""
    return quarter_hours_paid + quarter_hours_assimilated


@rule(since="2022-01-01", source=DECREE + ", 2°, g")
def performance_fraction(
    performance_days, performance_hours, full_quarter_days, full_quarter_hours
):
    """Mu: the part of a full quarter, in hours where the occupation is declared in hours."""
    return where(
        performance_hours > 0,
        quotient(performance_hours, full_quarter_hours, places=2),
        quotient(performance_days, full_quarter_days, places=2),
    )


@rule(since="2022-01-01", source=DECREE + ", 2°, h")
def total_performance_fraction(performance_fraction):
    """Mu (glob): all occupations of the worker with this employer in the quarter."""
    return total_of(performance_fraction)


@rule(since="2022-01-01", source=DECREE + ", 3°, a")
def pay_up_to_ceiling(quarter_pay):
    """The pay of the occupation at 100 %."""
    return quarter_pay


@pay_up_to_ceiling.since("2025-07-01", source="RD 16-05-2003 art. 3, 1° (RD 06-10-2025 art. 3)")
def pay_without_the_part_above_the_ceiling(quarter_pay, pay_above_ceiling):
    """The pay of the occupation, less its part of what lies above the wage ceiling."""
    return quarter_pay - allocate(pay_above_ceiling, at_least_zero(quarter_pay))


@rule(since="2022-01-01", source=DECREE + ", 3°, a")
def reduction_pay(
    pay_up_to_ceiling,
    has_third_party_year_end_premium,
    third_party_year_end_premium_factor,
    is_agency_work,
    agency_work_factor,
):
    """W: raised in one quarter of the year where a third party pays the year-end premium."""
    return where(
        is_agency_work,
        rounded(pay_up_to_ceiling * agency_work_factor),
        where(
            has_third_party_year_end_premium,
            rounded(pay_up_to_ceiling * third_party_year_end_premium_factor),
            pay_up_to_ceiling,
        ),
    )


@rule(since="2022-01-01", source=DECREE + ", 3°, c")
def reference_pay_factor(
    quarter_days_paid, quarter_hours_paid, full_quarter_days, full_quarter_hours
):
    """What raises the pay to that of a full quarter, at two decimals."""
    return where(
        quarter_hours_paid > 0,
        quotient(full_quarter_hours, quarter_hours_paid, places=2, if_none=0),
        quotient(full_quarter_days, quarter_days_paid, places=2, if_none=0),
    )


@rule(since="2022-01-01", source=DECREE + ", 3°, c")
def reference_quarter_wage(reduction_pay, reference_pay_factor):
    """S: the wage of the same worker for a full quarter, full time; pay below zero counts as none."""
    return rounded(at_least_zero(reduction_pay) * reference_pay_factor)


@rule(since="2022-01-01", source=DECREE + ", 3°, d; art. 3, 1°")
def low_wage_part(reference_quarter_wage, structural_category, low_wage_limit, low_wage_slope):
    """The more, the further the wage lies below the limit S0."""
    below = at_least_zero(pick(structural_category, low_wage_limit) - reference_quarter_wage)
    return rounded(below * pick(structural_category, low_wage_slope))


@rule(since="2022-04-01", source="RD 16-05-2003 art. 2, 3°, e and art. 3, 1° (RD 01-05-2022)")
def very_low_wage_part(
    reference_quarter_wage, structural_category, very_low_wage_limit, very_low_wage_slope
):
    """The more, the further the wage lies below the limit S2."""
    below = at_least_zero(pick(structural_category, very_low_wage_limit) - reference_quarter_wage)
    return rounded(below * pick(structural_category, very_low_wage_slope))


@rule(since="2022-01-01", source=DECREE + ", 3°, b; art. 3, 1°")
def high_wage_part(reduction_pay, structural_category, high_wage_limit, high_wage_slope):
    """The more, the further the pay lies above the limit S1; category 2 only."""
    above = at_least_zero(reduction_pay - pick(structural_category, high_wage_limit))
    return rounded(above * pick(structural_category, high_wage_slope))


@rule(since="2022-01-01", source="RD 16-05-2003 art. 3, 1°")
def structural_reduction_full_quarter(
    structural_category, structural_fixed_amount, low_wage_part, high_wage_part
):
    """R: the reduction for a full quarter."""
    fixed = pick(structural_category, structural_fixed_amount)
    return fixed + low_wage_part + high_wage_part


@structural_reduction_full_quarter.since(
    "2022-04-01", source="RD 16-05-2003 art. 3, 1° (RD 01-05-2022)"
)
def structural_reduction_with_very_low_wages(
    structural_category,
    structural_fixed_amount,
    low_wage_part,
    very_low_wage_part,
    high_wage_part,
):
    """R: the reduction for a full quarter, with the part for very low wages."""
    fixed = pick(structural_category, structural_fixed_amount)
    return fixed + low_wage_part + very_low_wage_part + high_wage_part


@rule(since="2022-01-01", source=DECREE + ", 2°, i")
def is_kept_below_minimum_performance(
    structural_category, contract_hours, full_time_hours, half_time_share, is_hotel_and_catering
):
    """Whether a small fraction of the quarter still counts: full time, half time or more, category 3."""
    return (
        structural_category.is_("3", "3_without_moderation")
        | (contract_hours >= full_time_hours * half_time_share)
        | is_hotel_and_catering
    )


@rule(since="2022-01-01", source=DECREE + ", 2°, i")
def structural_multiplier(
    total_performance_fraction,
    is_kept_below_minimum_performance,
    beta_lowest_fraction,
    beta_middle_fraction,
    beta_fixed,
    beta_slope,
):
    """Beta below 0.80 of a full quarter, never rounded; above it the law divides by mu (glob)."""
    middle = beta_fixed + (total_performance_fraction - beta_middle_fraction) * beta_slope
    kept = (total_performance_fraction >= beta_lowest_fraction) | is_kept_below_minimum_performance
    return where(
        total_performance_fraction >= beta_middle_fraction, middle, where(kept, beta_fixed, 0)
    )


@rule(since="2022-01-01", source="RD 16-05-2003 art. 3, 2°; art. 2, 2°, i")
def structural_reduction_by_performance(
    structural_reduction_full_quarter,
    reference_pay_factor,
    performance_fraction,
    total_performance_fraction,
    structural_multiplier,
    beta_full_fraction,
):
    """R x mu x beta, rounded once; from 0.80 of a full quarter beta is one over mu (glob).

    Without a paid day or hour there is no reference wage, and no reduction.
    """
    done = structural_reduction_full_quarter * performance_fraction
    reduction = where(
        total_performance_fraction >= beta_full_fraction,
        quotient(done, total_performance_fraction, places=2, if_none=0),
        rounded(done * structural_multiplier),
    )
    return where(reference_pay_factor > 0, reduction, 0)


@rule(since="2022-01-01", source="RD 16-05-2003 art. 2, 4°, h")
def structural_reduction_before_cap(
    structural_reduction_full_quarter, structural_reduction_by_performance
):
    """Ps: never more than R."""
    return lower_of(structural_reduction_full_quarter, structural_reduction_by_performance)


@rule(
    since="2022-01-01", source="Programme act 24-12-2002 art. 326", scope={"worker_status": BUILT}
)
def reducible_contributions(
    pay_up_to_ceiling,
    worker_status,
    structural_category,
    base_factor,
    employer_base_rate,
    moderation_on_contribution_rate,
):
    """The base contribution of the occupation, and the wage moderation on that contribution alone."""
    base = pick(structural_category, employer_base_rate)
    rate = base + base * pick(structural_category, moderation_on_contribution_rate)
    return rounded(pay_up_to_ceiling * pick(worker_status, base_factor) * rate)


@rule(
    since="2022-01-01",
    source="Programme act 24-12-2002 art. 326 and 329 (workers insured in all schemes)",
    when="is_fully_insured",
    otherwise=0,
)
def structural_reduction(structural_reduction_before_cap, reducible_contributions):
    """What is deducted: never more than the contributions that it reduces."""
    return lower_of(structural_reduction_before_cap, at_least_zero(reducible_contributions))
