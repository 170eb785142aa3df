"""Net pay: what reaches the worker's account."""

from officium.engine import at_least_zero, rule, total_of


@rule(since="2022-01-01", source="Act of 12-04-1965 on the protection of wages, art. 23")
def pay_after_contributions(
    gross_pay, employee_contribution, pay_beside_gross, contributions_beside_gross
):
    """All pay of the contract less the worker's contributions."""
    beside = pay_beside_gross - contributions_beside_gross
    return gross_pay - employee_contribution + beside


@rule(since="2022-01-01", source="RD 27-09-1966 art. 2, item 11")
def tax_withheld(withholding_tax, exceptional_tax, own_tax, replacement_income_tax):
    """All tax withheld from what is paid."""
    return withholding_tax + exceptional_tax + own_tax + replacement_income_tax


@rule(since="2022-01-01", source="RD 27-09-1966 art. 2, item 13")
def net_granted(pay_after_contributions, exempt_pay, taxable_benefits, tax_withheld):
    """Pay after contributions and tax, benefits and exempt amounts included: what was granted."""
    return total_of(pay_after_contributions + exempt_pay) + taxable_benefits - tax_withheld


@rule(since="2022-01-01", source="Act of 12-04-1965 on the protection of wages, art. 23")
def net_before_attachments(net_before_deductions, free_deductions, claims_settled):
    """What remains in cash after the employer's own deductions."""
    return net_before_deductions - free_deductions - claims_settled


@rule(since="2022-01-01", source="RD 27-09-1966 art. 2, item 14")
def net_pay(net_before_attachments, attachments_total):
    """What remains in cash after all deductions; below zero it is owed by the worker."""
    return net_before_attachments - attachments_total


@rule(since="2022-01-01", source="RD 27-09-1966 art. 2, item 15")
def net_payable(net_pay):
    """What is paid: nothing where the month ends below zero."""
    return at_least_zero(net_pay)
