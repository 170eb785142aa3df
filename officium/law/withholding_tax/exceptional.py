"""Withholding tax on exceptional pay: one rate, chosen by the normal pay of a year."""

from officium.engine import at_least_zero, lower_of, rounded, rule, slice_of, where


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 53",
    fact="exceptional_rate",
    scope={"exceptional_kind": ["holiday", "other"]},
)
def exceptional_allowance_rate(annual_reference_pay, exceptional_kind, exceptional_rates):
    """The rate on holiday pay, and on year-end premiums and other allowances."""
    row = slice_of(annual_reference_pay, exceptional_rates)
    return where(exceptional_kind.is_("holiday"), row.holiday, row.other)


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 58 and 62",
    fact="exceptional_rate",
    scope={"exceptional_kind": "notice"},
)
def arrears_rate(annual_reference_pay, arrears_rates):
    """The rate on a notice indemnity, by the pay that served to compute it."""
    return slice_of(annual_reference_pay, arrears_rates).rate


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 54 and 117-118")
def exceptional_exempt_pay(
    exceptional_taxable_pay,
    annual_reference_pay,
    tax_scale,
    children_counted,
    exceptional_exemption,
):
    """With dependent children: the part that fills a modest year's pay up to the limit."""
    limit = slice_of(children_counted, exceptional_exemption).limit
    gap = at_least_zero(limit - annual_reference_pay)
    return where(tax_scale.is_("3"), 0, lower_of(at_least_zero(exceptional_taxable_pay), gap))


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 55, 62 and 117")
def exceptional_children_rate(
    annual_reference_pay,
    exceptional_kind,
    tax_scale,
    children_counted,
    exceptional_children_reduction,
):
    """With dependent children: the part of the tax that falls away; not on a notice indemnity."""
    row = slice_of(children_counted, exceptional_children_reduction)
    excluded = exceptional_kind.is_("notice") | tax_scale.is_("3")
    return where(excluded | (annual_reference_pay > row.limit), 0, row.rate)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 53-55, 58 and 62")
def exceptional_withholding_tax(
    exceptional_taxable_pay, exceptional_exempt_pay, exceptional_rate, exceptional_children_rate
):
    """The rate on what is not exempt, less the reduction for children, rounded once."""
    taxed = exceptional_taxable_pay - exceptional_exempt_pay
    return rounded(taxed * exceptional_rate * (1 - exceptional_children_rate))
