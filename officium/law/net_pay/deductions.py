"""Deductions from the net wage: which are limited to a fifth, and what is left for later months.

Tax, social security and supplementary social security come off first, without limit. What the law
allows beside them (fines, damages, advances, wage paid in excess under floating hours, a share in
benefits) may take a fifth of the wage that then remains: the rest is a claim on later months.
"""

from officium.engine import at_least_zero, lower_of, rounded, rule, total_of, where

LIMIT = "Act of 12-04-1965 art. 23, par. 3 and 4"
PAYSLIP = "RD 27-09-1966 art. 2, item 14"

# Inside the fifth. What art. 23 does not name is no less protected: it is never above the fifth.
LIMITED = (
    "advance",
    "fine",
    "damages",
    "overpaid_wage",
    "benefit_share",
    "other_deduction",
)


@rule(
    since="2022-01-01",
    source="Act of 08-04-1965 art. 18",
    scope={"item_kind": ("fine",)},
    fact="item_deduction",
)
def fine_of_a_day(item_amount, item_base, fine_share):
    """A fine, up to a fifth of the pay of its day: what is above that is not owed."""
    return lower_of(item_amount, rounded(item_base * fine_share, how="down"))


@rule(since="2022-01-01", source=LIMIT)
def limited_deductions(item_kind, item_deduction):
    """Advances, fines, damages and the like of the month: together limited to a fifth of the wage."""
    return total_of(where(item_kind.is_(*LIMITED), item_deduction, 0))


@rule(since="2022-01-01", source="Act of 12-04-1965 art. 9 and 23; RD 28-11-1969 art. 19bis")
def free_deductions(deductions, limited_deductions):
    """What has no limit: pay that was paid before, the price of meal vouchers, damages by fraud."""
    return total_of(deductions) - limited_deductions


@rule(since="2022-01-01", source="RD 27-09-1966 art. 2, items 8 to 14")
def net_before_deductions(
    pay_after_contributions, exempt_pay, pay_in_kind, tax_withheld, special_contribution
):
    """Everything in cash, less contributions, tax and the special contribution."""
    cash = total_of(pay_after_contributions + exempt_pay - pay_in_kind)
    return cash - tax_withheld - special_contribution


@rule(since="2022-01-01", source="Act of 12-04-1965 art. 2, par. 3")
def cash_that_is_no_wage(
    item_kind,
    is_taxed_as_holiday_pay,
    item_liable_pay,
    item_ordinary_contribution,
    item_pay_beside,
    item_worker_contribution,
    exceptional_withholding_tax,
    item_own_tax,
    item_replacement_income,
    item_replacement_tax,
):
    """Holiday pay, profit premiums and complements to benefits after their contributions and tax."""
    liable = item_liable_pay - item_ordinary_contribution
    beside = item_pay_beside - item_worker_contribution
    net = liable + beside - exceptional_withholding_tax - item_own_tax
    complement = item_replacement_income - item_replacement_tax
    other = where(is_taxed_as_holiday_pay | item_kind.is_("profit_premium"), net, 0)
    return total_of(other + complement)


@rule(since="2022-01-01", source=LIMIT)
def deduction_limit(net_before_deductions, exempt_pay, cash_that_is_no_wage, deduction_share):
    """A fifth of the wage in cash after tax and social security; refunded costs are no wage."""
    wage = net_before_deductions - total_of(exempt_pay) - cash_that_is_no_wage
    return rounded(at_least_zero(wage) * deduction_share, how="down")


@rule(since="2022-01-01", source=PAYSLIP)
def claims(limited_deductions, earlier_claims):
    """The limited deductions of the month, and what earlier months left."""
    return limited_deductions + earlier_claims


@rule(since="2022-01-01", source=LIMIT)
def claims_settled(claims, deduction_limit, net_before_deductions, free_deductions):
    """The claims as far as the fifth goes, and never more than there is left to pay."""
    payable = at_least_zero(net_before_deductions - free_deductions)
    return lower_of(claims, lower_of(deduction_limit, payable))


@rule(since="2022-01-01", source=LIMIT)
def claims_left(claims, claims_settled, net_before_attachments):
    """What may not be taken yet, and a month that ended below zero: kept for later months."""
    return claims - claims_settled + at_least_zero(-net_before_attachments)
