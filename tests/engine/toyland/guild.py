"""The Guild Fund: contributions, bonus, grant, gifts and the levy with its yearly ceiling."""

from __future__ import annotations

from officium.engine import (
    allocate,
    at_least_zero,
    lower_of,
    pick,
    rounded,
    rule,
    slice_of,
    total_of,
)


@rule(since="2024-01-01", source="Guild Act art. 1", fact="contribution", scope={"guild": "smiths"})
def contribution_of_smiths(gross_pay, contribution_rate, status, status_factor):
    """Gross pay times the rate times the factor of the status."""
    return rounded(gross_pay * contribution_rate * pick(status, status_factor))


@rule(
    since="2024-01-01", source="Guild Act art. 1", fact="contribution", scope={"guild": ["bakers"]}
)
def contribution_of_bakers(gross_pay, contribution_rate):
    """Gross pay times the rate, rounded down."""
    return rounded(gross_pay * contribution_rate, how="down")


@rule(
    since="2024-01-01", source="Guild Act art. 1", fact="contribution", scope={"guild": "weavers"}
)
def contribution_of_weavers(gross_pay, contribution_rate):
    """Gross pay times the rate, rounded up."""
    return rounded(gross_pay * contribution_rate, how="up")


@rule(since="2024-01-01", source="Guild Act art. 2")
def bonus(reference_wage, bonus_ceiling, bonus_threshold, bonus_slope):
    """The ceiling less a share of the reference wage above the threshold."""
    above = at_least_zero(reference_wage - bonus_threshold)
    return at_least_zero(rounded(bonus_ceiling - above * bonus_slope))


@bonus.since("2025-02-01", source="Guild Act art. 2, as amended")
def bonus_in_slices(reference_wage, bonus_scale, fraction_paid):
    """By slices of the reference wage, times the fraction paid, rounded once at the end."""
    s = slice_of(reference_wage, bonus_scale)
    full = at_least_zero(s.base - (reference_wage - s.start) * s.slope)
    return rounded(full * fraction_paid)


@rule(since="2024-01-01", source="Guild Act art. 3", when="is_disabled", otherwise=0)
def grant(gross_pay, grant_rate):
    """A share of gross pay for the disabled."""
    return rounded(gross_pay * grant_rate, how="away_from_zero")


@rule(since="2024-01-01", source="Guild Act art. 4")
def feast_gift(status, master_gift, gross_pay, gift_rate):
    """By status: an amount, a share of gross pay, or nothing."""
    share = rounded(gross_pay * gift_rate, how="toward_zero")
    return pick(status, {"master": master_gift, "journeyman": share, "apprentice": 0})


@rule(since="2024-01-01", source="Guild Act art. 5", fact="road_gift", scope={"region": "north"})
def road_gift_of_the_north(worked_hours, road_allowance):
    """So much for each hour worked."""
    return rounded(worked_hours * road_allowance)


@rule(since="2024-01-01", source="Guild Act art. 5", fact="road_gift", scope={"region": "south"})
def road_gift_of_the_south(time_pay, road_rate):
    """A share of time pay."""
    return rounded(time_pay * road_rate)


@rule(since="2024-01-01", source="Guild Act art. 6")
def month_pay(gross_pay):
    """The gross pay of all contracts of the month."""
    return total_of(gross_pay)


@rule(since="2024-01-01", source="Guild Act art. 6")
def levy_base(month_pay, yearly_ceiling, cap_used_before):
    """The month's pay as far as the ceiling is not used up."""
    return lower_of(month_pay, at_least_zero(yearly_ceiling - cap_used_before))


@rule(since="2024-01-01", source="Guild Act art. 6")
def cap_used(cap_used_before, levy_base):
    """What is used up after this month."""
    return cap_used_before + levy_base


@rule(since="2024-01-01", source="Guild Act art. 6")
def levy(levy_base, levy_rate):
    """The rate of the base."""
    return rounded(levy_base * levy_rate)


@rule(since="2024-01-01", source="Guild Act art. 6")
def levy_part(levy, gross_pay):
    """The levy in proportion to gross pay above nought."""
    return allocate(levy, at_least_zero(gross_pay))
