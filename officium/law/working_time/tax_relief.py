"""Tax relief for overtime: less tax withheld from the worker, and less of it paid over."""

from officium.engine import at_least_zero, lower_of, quotient, rounded, rule, total_of, where

WORKER = "ITC 92 art. 154bis; RD/ITC 92, Annex III n. 45.2"
EMPLOYER = "ITC 92 art. 275/1"


@rule(since="2022-01-01", source=WORKER, when="has_overtime", otherwise=0)
def overtime_base_at_20(item_kind, overtime_base):
    """The normal wage of the hours with a supplement of 20 %."""
    return total_of(where(item_kind.is_("overtime_20"), overtime_base, 0))


@rule(since="2022-01-01", source=WORKER, when="has_overtime", otherwise=0)
def overtime_base_at_50_or_100(item_kind, overtime_base):
    """The normal wage of the hours with a surcharge of 50 or 100 %."""
    return total_of(where(item_kind.is_("overtime_20"), 0, overtime_base))


@rule(since="2022-01-01", source=WORKER, when="has_overtime", otherwise=0)
def overtime_relief(
    overtime_base_at_20,
    overtime_base_at_50_or_100,
    overtime_hours_of_month,
    overtime_hours_relieved_in_month,
    overtime_relief_rate_at_20,
    overtime_relief_rate_at_50_or_100,
):
    """A share of the normal wage of the hours, for the part of them that the maximum leaves."""
    whole = (
        overtime_base_at_20 * overtime_relief_rate_at_20
        + overtime_base_at_50_or_100 * overtime_relief_rate_at_50_or_100
    )
    part = quotient(
        whole * overtime_hours_relieved_in_month,
        at_least_zero(overtime_hours_of_month),
        places=2,
        if_none=0,
    )
    return where(overtime_hours_of_month > 0, part, rounded(whole))


@rule(since="2022-01-01", source=WORKER, when="has_overtime", otherwise=0)
def overtime_relief_credited(
    overtime_relief, withholding_tax_on_scale, fiscal_employment_bonus_credited
):
    """As much of it as there is tax after the fiscal employment bonus; nothing is paid out."""
    return lower_of(overtime_relief, withholding_tax_on_scale - fiscal_employment_bonus_credited)


@rule(since="2022-01-01", source=EMPLOYER, when="has_overtime", otherwise=0)
def overtime_payment_exemption(
    overtime_base_at_20,
    overtime_base_at_50_or_100,
    overtime_hours_of_month,
    overtime_hours_relieved_in_month,
    overtime_exemption_rate_at_20,
    overtime_exemption_rate_at_50_or_100,
    withholding_tax,
):
    """What the employer withholds and need not pay over; no more than was withheld."""
    whole = (
        overtime_base_at_20 * overtime_exemption_rate_at_20
        + overtime_base_at_50_or_100 * overtime_exemption_rate_at_50_or_100
    )
    part = quotient(
        whole * overtime_hours_relieved_in_month,
        at_least_zero(overtime_hours_of_month),
        places=2,
        if_none=0,
    )
    exemption = where(overtime_hours_of_month > 0, part, rounded(whole))
    return lower_of(exemption, withholding_tax)
