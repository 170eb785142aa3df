"""Tax relief for overtime: less tax withheld from the worker, and less of it paid over.

Where the year's maximum of hours is reached inside a month, the base counts in the proportion of the
hours that are within it.
"""

from officium.engine import (
    at_least_zero,
    higher_of,
    lower_of,
    quotient,
    rounded,
    rule,
    total_of,
    where,
)

WORKER = "ITC 92 art. 154bis; RD/ITC 92, Annex III n. 45.2"
EMPLOYER = "ITC 92 art. 275/1"


@rule(since="2022-01-01", source=WORKER, when="has_overtime", otherwise=0)
def relieved_base_at_20(item_kind, overtime_base, overtime_hours_relieved, overtime_hours_of_month):
    """The normal wage of the hours with a supplement of 20 %, as far as they are relieved."""
    whole = total_of(where(item_kind.is_("overtime_20"), overtime_base, 0))
    part = quotient(
        whole * at_least_zero(higher_of(overtime_hours_relieved, -overtime_hours_relieved)),
        at_least_zero(higher_of(overtime_hours_of_month, -overtime_hours_of_month)),
        places=2,
        if_none=0,
    )
    has_hours = (overtime_hours_of_month > 0) | (overtime_hours_of_month < 0)
    return where(has_hours, part, whole)


@rule(since="2022-01-01", source=WORKER, when="has_overtime", otherwise=0)
def relieved_base_at_50_or_100(
    item_kind, overtime_base, overtime_hours_relieved, overtime_hours_of_month
):
    """The same of the hours with a surcharge of 50 or 100 %."""
    whole = total_of(where(item_kind.is_("overtime_20"), 0, overtime_base))
    part = quotient(
        whole * at_least_zero(higher_of(overtime_hours_relieved, -overtime_hours_relieved)),
        at_least_zero(higher_of(overtime_hours_of_month, -overtime_hours_of_month)),
        places=2,
        if_none=0,
    )
    has_hours = (overtime_hours_of_month > 0) | (overtime_hours_of_month < 0)
    return where(has_hours, part, whole)


@rule(since="2022-01-01", source=WORKER, when="has_overtime", otherwise=0)
def overtime_relief(
    relieved_base_at_20,
    relieved_base_at_50_or_100,
    overtime_relief_rate_at_20,
    overtime_relief_rate_at_50_or_100,
):
    """A share of that wage, less where only a supplement was due."""
    at_20 = relieved_base_at_20 * overtime_relief_rate_at_20
    return rounded(at_20 + relieved_base_at_50_or_100 * overtime_relief_rate_at_50_or_100)


@rule(since="2022-01-01", source=WORKER, when="has_overtime", otherwise=0)
def overtime_relief_credited(
    overtime_relief, withholding_tax_on_scale, fiscal_employment_bonus_credited
):
    """As much of it as there is tax after the fiscal employment bonus; nothing is paid out."""
    return lower_of(overtime_relief, withholding_tax_on_scale - fiscal_employment_bonus_credited)


@rule(since="2022-01-01", source=EMPLOYER, when="has_overtime", otherwise=0)
def overtime_payment_exemption(
    relieved_base_at_20,
    relieved_base_at_50_or_100,
    overtime_exemption_rate_at_20,
    overtime_exemption_rate_at_50_or_100,
    withholding_tax,
):
    """What the employer withholds and need not pay over; no more than was withheld."""
    at_20 = relieved_base_at_20 * overtime_exemption_rate_at_20
    exemption = rounded(at_20 + relieved_base_at_50_or_100 * overtime_exemption_rate_at_50_or_100)
    return lower_of(exemption, withholding_tax)
