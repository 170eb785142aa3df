"""Net pay: what reaches the worker's account."""

from officium.engine import rule, total_of


@rule(since="2022-01-01", source="Act of 12-04-1965 on the protection of wages, art. 23")
def net_pay(
    gross_pay, employee_contribution, withholding_tax, special_contribution, exceptional_net_pay
):
    """The pay in cash, less contributions and tax; benefits in kind are taxed, and not paid out."""
    cash = total_of(gross_pay - employee_contribution)
    return cash - withholding_tax - special_contribution + exceptional_net_pay


@rule(since="2022-01-01", source="RD 27-09-1966 art. 1, item 13")
def net_granted(taxable_pay, withholding_tax):
    """The taxable pay less the tax on it, before what is taken off at the end of the payslip."""
    return taxable_pay - withholding_tax
