"""What the employer owes the NSSO for a worker's quarter."""

from officium.engine import rule, total_of

SOURCE = "NSSO DmfA glossary, zone 00015 (net amount: contributions less deductions)"


@rule(since="2022-01-01", source=SOURCE)
def contributions_due(
    ordinary_contribution,
    contribution_1_60,
    closure_fund_basic_contribution,
    closure_fund_special_contribution,
    temporary_unemployment_contribution,
    industrial_accident_special_contribution,
    asbestos_contribution,
    sector_fund_contribution,
    results_bonus_contribution,
    purchasing_power_contribution,
    compensation_contribution,
):
    """All contribution lines of a worker line."""
    return (
        ordinary_contribution
        + contribution_1_60
        + closure_fund_basic_contribution
        + closure_fund_special_contribution
        + temporary_unemployment_contribution
        + industrial_accident_special_contribution
        + asbestos_contribution
        + sector_fund_contribution
        + results_bonus_contribution
        + purchasing_power_contribution
        + compensation_contribution
    )


@rule(since="2022-01-01", source=SOURCE)
def net_owed(
    contributions_due,
    quarter_special_contribution,
    company_car_contribution,
    structural_reduction,
    quarter_employment_bonus,
):
    """Contributions of the person less the structural reduction and the employment bonus."""
    due = total_of(contributions_due) + quarter_special_contribution + company_car_contribution
    return due - total_of(structural_reduction) - quarter_employment_bonus
