"""Withholding tax on exceptional pay: one rate, chosen by the normal pay of a year."""

from officium.engine import at_least_zero, lower_of, quotient, rounded, rule, slice_of, where


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 53",
    when="is_allowance",
    otherwise=0,
)
def allowance_rate(annual_reference_pay, is_taxed_as_holiday_pay, exceptional_rates):
    """The rate on holiday pay, or on year-end premiums and other allowances."""
    row = slice_of(annual_reference_pay, exceptional_rates)
    return where(is_taxed_as_holiday_pay, row.holiday, row.other)


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 58 and 62",
    when="is_taxed_as_notice",
    otherwise=0,
)
def notice_rate(annual_reference_pay, arrears_rates):
    """The rate on a notice indemnity, by the pay that served to compute it."""
    return slice_of(annual_reference_pay, arrears_rates).rate


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 53, 58 and 62")
def exceptional_rate(allowance_rate, notice_rate):
    """The rate of the table that holds."""
    return allowance_rate + notice_rate


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 54 and 117-118",
    when="is_exceptional",
    otherwise=0,
)
def exceptional_exempt_pay(
    exceptional_taxable_pay,
    exceptional_taxable_total,
    annual_reference_pay,
    tax_scale,
    children_counted,
    exceptional_exemption,
):
    """With dependent children: the part that fills a modest year's pay up to the limit.

    The gap is one for all exceptional pay of the month, each line bears its part; what is taken back
    gives back no tax on what had filled the gap.
    """
    limit = slice_of(children_counted, exceptional_exemption).limit
    gap = at_least_zero(limit - annual_reference_pay)
    paid = at_least_zero(exceptional_taxable_total)
    taken_back = at_least_zero(-exceptional_taxable_total)
    of_paid = quotient(lower_of(paid, gap) * exceptional_taxable_pay, paid, places=2, if_none=0)
    of_taken_back = quotient(
        lower_of(taken_back, gap) * exceptional_taxable_pay, taken_back, places=2, if_none=0
    )
    part = of_paid + of_taken_back
    return where(tax_scale.is_("3"), 0, part)


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 55, 62 and 117",
    when="is_allowance",
    otherwise=0,
)
def exceptional_children_rate(
    annual_reference_pay, tax_scale, children_counted, exceptional_children_reduction
):
    """With dependent children: the part of the tax that falls away; not on a notice indemnity."""
    row = slice_of(children_counted, exceptional_children_reduction)
    excluded = tax_scale.is_("3") | (annual_reference_pay > row.limit)
    return where(excluded, 0, row.rate)


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 53-55, 58 and 62",
    when="is_exceptional",
    otherwise=0,
)
def exceptional_withholding_tax(
    exceptional_taxable_pay, exceptional_exempt_pay, exceptional_rate, exceptional_children_rate
):
    """The rate on what is not exempt, less the reduction for children, rounded once."""
    taxed = exceptional_taxable_pay - exceptional_exempt_pay
    return rounded(taxed * exceptional_rate * (1 - exceptional_children_rate))
