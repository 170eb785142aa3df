"""Net pay: what reaches the worker's account."""

from officium.engine import rule, total_of


@rule(since="2022-01-01", source="Act of 12-04-1965 on the protection of wages, art. 23")
def pay_after_contributions(
    gross_pay, employee_contribution, pay_beside_gross, contributions_beside_gross
):
    """All pay of the contract less the worker's contributions."""
    beside = pay_beside_gross - contributions_beside_gross
    return gross_pay - employee_contribution + beside


@rule(since="2022-01-01", source="RD 27-09-1966 art. 1, item 11")
def tax_withheld(withholding_tax, exceptional_tax, own_tax):
    """All tax withheld from what is paid."""
    return withholding_tax + exceptional_tax + own_tax


@rule(since="2022-01-01", source="RD 27-09-1966 art. 1, item 13")
def net_granted(pay_after_contributions, exempt_pay, taxable_benefits, tax_withheld):
    """Pay after contributions and tax, benefits and exempt amounts included: what was granted."""
    return total_of(pay_after_contributions + exempt_pay) + taxable_benefits - tax_withheld


@rule(since="2022-01-01", source="Act of 12-04-1965 on the protection of wages, art. 23")
def net_pay(
    pay_after_contributions,
    exempt_pay,
    pay_in_kind,
    deductions,
    tax_withheld,
    special_contribution,
):
    """What is paid: benefits in kind are taxed, and not paid out."""
    cash = total_of(pay_after_contributions + exempt_pay - pay_in_kind - deductions)
    return cash - tax_withheld - special_contribution
