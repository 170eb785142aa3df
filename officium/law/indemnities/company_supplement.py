"""Unemployment with company supplement (RCC, SWT): the supplement, and what is withheld from it.

The employer's special contributions, by age and day of notice, and the declaration are not built.
"""

from officium.engine import at_least_zero, lower_of, pick, rounded, rule, where

SUPPLEMENT = "CLA 17 art. 5 and 6, as told by Besox, Partena and Securex"
WITHHELD = (
    "Act 27-12-2006 art. 126 (withholding on company supplements), as told by Securex and Elegis"
)
INSURED = ("white_collar", "blue_collar")


@rule(since="2022-01-01", source=SUPPLEMENT)
def supplement_reference_gross_pay(supplement_gross_pay, supplement_pay_ceiling):
    """The gross pay of the reference month, up to the ceiling."""
    return lower_of(supplement_gross_pay, supplement_pay_ceiling)


@rule(since="2022-01-01", source=SUPPLEMENT, scope={"worker_status": INSURED})
def supplement_reference_net_pay(
    supplement_reference_gross_pay,
    supplement_reference_tax,
    worker_status,
    base_factor,
    employee_rate,
):
    """The same less the worker's contribution and the withholding tax."""
    base = rounded(supplement_reference_gross_pay * pick(worker_status, base_factor))
    return supplement_reference_gross_pay - rounded(base * employee_rate) - supplement_reference_tax


@rule(since="2022-01-01", source=SUPPLEMENT)
def company_supplement(supplement_reference_net_pay, unemployment_benefit, supplement_share):
    """Half of what the benefit leaves of it, at least."""
    gap = at_least_zero(supplement_reference_net_pay - unemployment_benefit)
    return rounded(gap * supplement_share)


@rule(since="2022-01-01", source=WITHHELD)
def supplement_withheld(
    company_supplement,
    unemployment_benefit,
    has_family_charge,
    supplement_withholding_rate,
    supplement_floor_alone,
    supplement_floor_with_family,
):
    """A part of supplement and benefit together, which may not fall below a floor by it."""
    together = company_supplement + unemployment_benefit
    floor = where(has_family_charge, supplement_floor_with_family, supplement_floor_alone)
    withheld = rounded(together * supplement_withholding_rate)
    return lower_of(withheld, at_least_zero(together - floor))
