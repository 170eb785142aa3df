"""Special social security contribution: withheld by the month, settled in the income tax.

The month's pay decides here, by the monthly table. The law lets the quarter's pay choose the band and
trues the three months up in the last one; the texts held do not say how, so that is not built.
"""

from officium.engine import (
    at_least_zero,
    higher_of,
    lower_of,
    rounded,
    rule,
    slice_of,
    total_of,
    where,
)

SOURCE = "Act 30-03-1994 art. 106 to 109, as amended by the Act of 28-03-2022"


@rule(since="2022-01-01", source=SOURCE)
def special_contribution_base(worker_status, monthly_contribution_base):
    """The person's pay of the month at this employer, all contracts together; manual work at 108 %."""
    insured = worker_status.is_("white_collar", "blue_collar")
    return total_of(where(insured, monthly_contribution_base, 0))


@rule(since="2022-01-01", source=SOURCE)
def special_contribution_of_single_person(special_contribution_base, special_single_scale):
    """The amount for who is taxed alone."""
    row = slice_of(at_least_zero(special_contribution_base), special_single_scale)
    part = row.base + (special_contribution_base - row.above) * row.slope
    return rounded(lower_of(higher_of(part, row.least), row.most))


@rule(since="2022-01-01", source=SOURCE)
def special_contribution_with_one_income(special_contribution_base, special_one_income_scale):
    """The amount for a couple taxed together whose other partner has no professional income."""
    row = slice_of(at_least_zero(special_contribution_base), special_one_income_scale)
    part = row.base + (special_contribution_base - row.above) * row.slope
    return rounded(lower_of(higher_of(part, row.least), row.most))


@rule(since="2022-01-01", source=SOURCE)
def special_contribution_with_two_incomes(special_contribution_base, special_two_incomes_scale):
    """The amount for a couple taxed together in which both have a professional income."""
    row = slice_of(at_least_zero(special_contribution_base), special_two_incomes_scale)
    part = row.base + (special_contribution_base - row.above) * row.slope
    return rounded(lower_of(higher_of(part, row.least), row.most))


@rule(since="2022-01-01", source=SOURCE + "; NSSO intermediate instructions, April 2022")
def special_contribution(
    is_couple,
    spouse_income,
    special_contribution_of_single_person,
    special_contribution_with_one_income,
    special_contribution_with_two_incomes,
):
    """By household; a partner's small income, below the limit of the withholding tax, does not count."""
    return where(
        is_couple,
        where(
            spouse_income.is_("full"),
            special_contribution_with_two_incomes,
            special_contribution_with_one_income,
        ),
        special_contribution_of_single_person,
    )
