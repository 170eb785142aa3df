"""Withholding tax on the scale: a month's pay is taxed as a twelfth of a year's."""

from officium.engine import (
    at_least_zero,
    lower_of,
    quotient,
    rounded,
    rule,
    slice_of,
    total_of,
    where,
)


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III (students under the solidarity contribution); "
    "ITC 92 art. 38 par. 1, 29° (flexi-jobs)",
    scope={"worker_status": ("white_collar", "blue_collar", "student", "flexi_job")},
)
def is_taxed_at_source(worker_status):
    """Nothing is withheld from a student within the quota of hours, nor from flexi-pay."""
    return worker_status.is_("white_collar", "blue_collar")


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 13-26",
    when="is_taxed_at_source",
    otherwise=0,
)
def pay_subject_to_withholding(
    gross_pay,
    employee_contribution,
    exceptional_liable_pay,
    exceptional_ordinary_contribution,
    taxed_pay_beside,
):
    """The pay less the worker's contributions, without the exceptional pay, which is taxed apart."""
    apart = exceptional_liable_pay - exceptional_ordinary_contribution
    return gross_pay - employee_contribution - apart + taxed_pay_beside


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 13-26")
def taxable_pay(pay_subject_to_withholding, taxable_benefits):
    """The month's pay from this employer that is taxed at source, with benefits in kind."""
    return total_of(pay_subject_to_withholding) + taxable_benefits


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 13-26 (tables by steps of 15 euro)")
def annual_taxable_pay(taxable_pay, taxable_pay_step):
    """Twelve times the taxable pay of the month, brought down to the step of the tables."""
    steps = quotient(at_least_zero(taxable_pay), taxable_pay_step, places=0, how="down")
    return steps * taxable_pay_step * 12


@annual_taxable_pay.since("2023-01-01", source="RD/ITC 92, Annex III; key formula")
def annual_taxable_pay_to_the_cent(taxable_pay):
    """Twelve times the taxable pay of the month."""
    return at_least_zero(taxable_pay * 12)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 28")
def lump_sum_expenses(annual_taxable_pay, lump_sum_expenses_rate, lump_sum_expenses_ceiling):
    """The professional expenses of an employee: a share of the pay, up to a ceiling."""
    return lower_of(rounded(annual_taxable_pay * lump_sum_expenses_rate), lump_sum_expenses_ceiling)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 27-30")
def annual_net_taxable_pay(annual_taxable_pay, lump_sum_expenses):
    """What remains of the year's taxable pay after lump-sum expenses."""
    return annual_taxable_pay - lump_sum_expenses


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 32")
def is_on_scale_2(tax_scale, is_couple, spouse_income):
    """Whether the income is taxed for two: the tax scale as recorded, else by the family."""
    one_income = is_couple & spouse_income.is_("none")
    return tax_scale.is_("2") | (tax_scale.is_("by_family") & one_income)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 32")
def is_on_scale_1(tax_scale, is_on_scale_2):
    """Whether the resident is taxed alone, or beside a spouse with an income of his own."""
    return ~(tax_scale.is_("3") | is_on_scale_2)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 34")
def marital_quotient(
    annual_net_taxable_pay, is_on_scale_2, marital_quotient_rate, marital_quotient_ceiling
):
    """The share of the income attributed to the spouse without income, up to a ceiling."""
    share = rounded(annual_net_taxable_pay * marital_quotient_rate)
    return where(is_on_scale_2, lower_of(share, marital_quotient_ceiling), 0)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 34")
def income_after_quotient(annual_net_taxable_pay, marital_quotient):
    """The income that is not attributed to the spouse."""
    return annual_net_taxable_pay - marital_quotient


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 31")
def tax_on_own_income(income_after_quotient, tax_brackets):
    """The base scale on the income that is not attributed to the spouse."""
    bracket = slice_of(income_after_quotient, tax_brackets)
    return rounded(bracket.base + (income_after_quotient - bracket.at_least) * bracket.rate)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 31 and 34")
def tax_on_marital_quotient(marital_quotient, tax_brackets):
    """The base scale on the income attributed to the spouse."""
    bracket = slice_of(marital_quotient, tax_brackets)
    return rounded(bracket.base + (marital_quotient - bracket.at_least) * bracket.rate)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 32")
def tax_on_exempt_amounts(is_on_scale_1, is_on_scale_2, exempt_amount_tax):
    """The tax on the exempt amount: of one, of both spouses in scale 2, of nobody in scale 3."""
    return where(is_on_scale_1, exempt_amount_tax, where(is_on_scale_2, exempt_amount_tax * 2, 0))


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 31-34")
def annual_base_tax(tax_on_own_income, tax_on_marital_quotient, tax_on_exempt_amounts):
    """The tax of the year before reductions for the family, never below zero."""
    return at_least_zero(tax_on_own_income + tax_on_marital_quotient - tax_on_exempt_amounts)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 35-44")
def annual_tax(annual_base_tax, family_reductions):
    """The tax of the year after reductions for the family, never below zero."""
    return at_least_zero(annual_base_tax - family_reductions)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III (tables: what is below a cent is dropped)")
def withholding_tax_on_scale(annual_tax):
    """A twelfth of the year's tax, before what is taken off month by month."""
    return quotient(annual_tax, 12, places=2, how="toward_zero")


@withholding_tax_on_scale.since("2023-01-01", source="RD/ITC 92, Annex III; key formula")
def withholding_tax_on_scale_to_the_nearest_cent(annual_tax):
    """A twelfth of the year's tax to the nearest cent, before what is taken off month by month."""
    return quotient(annual_tax, 12, places=2)
