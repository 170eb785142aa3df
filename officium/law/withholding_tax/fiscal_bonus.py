"""Fiscal employment bonus: a share of the employment bonus is taken off the month's tax.

The yearly maximum of art. 289ter/1 ITC 92 belongs to the final tax, not to the withholding.
"""

from officium.engine import lower_of, rounded, rule, total_of


@rule(since="2022-01-01", source="ITC 92 art. 289ter/1; RD/ITC 92, Annex III n. 46")
def fiscal_employment_bonus(employment_bonus_a, fiscal_bonus_rate_a):
    """A share of the employment bonus granted in the month."""
    return rounded(total_of(employment_bonus_a) * fiscal_bonus_rate_a)


@fiscal_employment_bonus.since(
    "2024-04-01", source="ITC 92 art. 289ter/1; RD/ITC 92, Annex III n. 46.2"
)
def fiscal_employment_bonus_in_two_parts(
    employment_bonus_a, employment_bonus_b, fiscal_bonus_rate_a, fiscal_bonus_rate_b
):
    """A share of each part of the employment bonus granted in the month, each to the cent."""
    low_wages = rounded(total_of(employment_bonus_a) * fiscal_bonus_rate_a)
    very_low_wages = rounded(total_of(employment_bonus_b) * fiscal_bonus_rate_b)
    return low_wages + very_low_wages


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 45-46")
def fiscal_employment_bonus_credited(withholding_tax_on_scale, fiscal_employment_bonus):
    """As much of it as there is tax: nothing is paid out with the wage."""
    return lower_of(withholding_tax_on_scale, fiscal_employment_bonus)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 45-46")
def withholding_tax(
    withholding_tax_on_scale, fiscal_employment_bonus_credited, overtime_relief_credited
):
    """The tax withheld from the month's pay."""
    return withholding_tax_on_scale - fiscal_employment_bonus_credited - overtime_relief_credited
