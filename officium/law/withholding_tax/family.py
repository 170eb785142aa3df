"""Reductions for family burdens: a fixed amount of tax less in a year, never more than the tax."""

from officium.engine import higher_of, rule, slice_of, where


@rule(since="2022-01-01", source="ITC 92 art. 132; RD/ITC 92, Annex III n. 38")
def children_counted(dependent_children, disabled_dependent_children):
    """The dependent children, of whom a disabled child counts for two."""
    children = higher_of(dependent_children, disabled_dependent_children)
    return disabled_dependent_children + children


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 38")
def children_reduction(children_counted, child_reductions):
    """The reduction for the dependent children."""
    row = slice_of(children_counted, child_reductions)
    return row.amount + (children_counted - row.at_least) * row.further


@rule(
    since="2022-01-01",
    until="2023-12-31",
    source="RD/ITC 92, Annex III n. 35-44",
    when="is_isolated",
    otherwise=0,
)
def isolated_reduction(isolated_amount):
    """The reduction of an isolated person, until the tax withheld met the final tax."""
    return isolated_amount


@isolated_reduction.since("2024-01-01", source="RD/ITC 92, Annex III n. 35-44")
def isolated_reduction_ended():
    """None: the tax withheld has met the final tax."""
    return 0


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 35-44")
def single_parent_reduction(is_single_parent, children_counted, single_parent_amount):
    """The reduction of a widow or widower, or an unmarried parent, with dependent children."""
    return where(is_single_parent & (children_counted > 0), single_parent_amount, 0)


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 35-44",
    when="is_disabled",
    otherwise=0,
)
def disability_reduction(disability_amount):
    """The reduction of a disabled worker."""
    return disability_amount


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 35-44")
def disabled_spouse_reduction(is_on_scale_2, has_disabled_spouse, disabled_spouse_amount):
    """The reduction for a disabled spouse without income."""
    return where(is_on_scale_2 & has_disabled_spouse, disabled_spouse_amount, 0)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 35-44")
def has_dependents_in_need_of_care(dependents_in_need_of_care):
    """Whether an aged parent, grandparent or sibling in need of care depends on the worker."""
    return dependents_in_need_of_care > 0


@rule(
    since="2022-01-01",
    source="ITC 92 art. 132; RD/ITC 92, Annex III n. 35-44",
    when="has_dependents_in_need_of_care",
    otherwise=0,
)
def care_reduction(dependents_in_need_of_care, disabled_dependents_in_need_of_care, care_amount):
    """The reduction for each aged dependant in need of care; doubled if disabled."""
    return (dependents_in_need_of_care + disabled_dependents_in_need_of_care) * care_amount


@rule(
    since="2022-01-01",
    until="2024-12-31",
    source="RD/ITC 92, Annex III n. 35-44 (transitional measure)",
)
def elderly_reduction(elderly_dependents, elderly_amount):
    """The reduction for dependants of 65 who were dependent before the care rule came."""
    return elderly_dependents * elderly_amount


@elderly_reduction.since("2025-01-01", source="RD/ITC 92, Annex III n. 35-44")
def elderly_reduction_ended():
    """None: the transitional measure has ended."""
    return 0


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 35-44")
def other_dependents_reduction(other_dependents, disabled_other_dependents, other_dependent_amount):
    """The reduction for each other dependant; doubled if disabled."""
    return (other_dependents + disabled_other_dependents) * other_dependent_amount


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 33 and 35-44")
def spouse_reduction(
    is_on_scale_1, spouse_income, small_income_spouse_amount, small_pension_spouse_amount
):
    """The reduction in scale 1 for a spouse whose own income or pension is small."""
    by_income = where(spouse_income.is_("small_income"), small_income_spouse_amount, 0)
    by_pension = where(spouse_income.is_("small_pension"), small_pension_spouse_amount, 0)
    return where(is_on_scale_1, by_income + by_pension, 0)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 35-44")
def passing_reductions(isolated_reduction, elderly_reduction):
    """The reductions that the law keeps for some years only."""
    return isolated_reduction + elderly_reduction


@passing_reductions.since("2024-01-01", source="RD/ITC 92, Annex III n. 35-44")
def passing_reductions_without_isolated(elderly_reduction):
    """The transitional measure alone: the tax withheld has met the final tax."""
    return elderly_reduction


@passing_reductions.since("2025-01-01", source="RD/ITC 92, Annex III n. 35-44")
def passing_reductions_ended():
    """None: the transitional measure has ended."""
    return 0


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 35-44")
def family_reductions(
    tax_scale,
    children_reduction,
    single_parent_reduction,
    disability_reduction,
    disabled_spouse_reduction,
    spouse_reduction,
    care_reduction,
    other_dependents_reduction,
    passing_reductions,
):
    """All reductions of the year for the family; none for non-residents in scale 3."""
    household = single_parent_reduction + disability_reduction + passing_reductions
    spouse = disabled_spouse_reduction + spouse_reduction
    dependents = children_reduction + care_reduction + other_dependents_reduction
    return where(tax_scale.is_("3"), 0, household + spouse + dependents)
