"""The Treasury: tax on what is paid, by the day of payment."""

from __future__ import annotations

from officium.engine import (
    age_on,
    at_least_zero,
    lower_of,
    ratio,
    rounded,
    rule,
    slice_of,
    total_of,
    where,
)


@rule(since="2024-01-01", source="Treasury Act art. 1")
def taxable_pay(time_pay, taxed_items, contribution, levy):
    """Time pay and taxed items, less contributions and the levy."""
    return total_of(time_pay + taxed_items - contribution) - levy


@rule(since="2024-01-01", source="Treasury Act art. 2")
def tax_by_scale(taxable_pay, tax_scale):
    """The tax by scale; the cents below ten fall away."""
    pay = at_least_zero(taxable_pay)
    s = slice_of(pay, tax_scale)
    return rounded(s.base + (pay - s.at_least) * s.rate, 1, how="toward_zero")


@tax_by_scale.since("2025-03-01", source="Treasury Act art. 2, as amended")
def tax_by_scale_less_a_twelfth(taxable_pay, tax_scale):
    """The tax by scale to the cent, less a twelfth."""
    pay = at_least_zero(taxable_pay)
    s = slice_of(pay, tax_scale)
    return rounded((s.base + (pay - s.at_least) * s.rate) * ratio(11, 12))


@rule(since="2024-01-01", source="Treasury Act art. 3")
def age(paid_on, born_on):
    """The age on the day of payment; 29 February comes on 1 March."""
    return age_on(paid_on, born_on, birthday="1 March")


@rule(since="2024-01-01", source="Treasury Act art. 4")
def is_of_age(paid_on, born_on, full_age):
    """Whether the person is of age; 29 February comes on 28 February."""
    return age_on(paid_on, born_on, birthday="28 February") >= full_age


@rule(since="2024-01-01", source="Treasury Act art. 3")
def tax_relief(children, child_relief, age, old_age, old_age_relief, tax_by_scale):
    """For children and for old age, at most the tax."""
    old = where(age >= old_age, old_age_relief, 0)
    return lower_of(children * child_relief + old, tax_by_scale)


@rule(since="2024-01-01", source="Treasury Act art. 2 to 4")
def tax(tax_by_scale, tax_relief, is_of_age):
    """The tax by scale less the relief, of those who are of age."""
    return where(is_of_age, tax_by_scale - tax_relief, 0)


@rule(since="2024-01-01", source="Treasury Act art. 5")
def net_pay(gross_pay, bonus, grant, feast_gift, road_gift, contribution, levy, tax):
    """What the person receives."""
    return total_of(gross_pay + bonus + grant + feast_gift + road_gift) - (
        total_of(contribution) + levy + tax
    )
