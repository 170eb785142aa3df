"""What a worker's month costs the employer: the pay granted and a part of the quarter's charges.

The charges are due by quarter. Their spreading over the months is no rule of the law but an exact
definition: by the gross pay of each month, so that the months add up to the quarter, to the cent.
"""

from officium.engine import allocate, at_least_zero, rule, total_of

SOURCE = "Act 27-06-1969 art. 23 (the employer owes its own contribution and the one it withheld)"


@rule(since="2022-01-01", source=SOURCE)
def employer_charges(net_owed, withheld_for_nsso):
    """Of what is owed to the NSSO for the person's quarter, all that was not withheld from pay."""
    return net_owed - total_of(withheld_for_nsso)


@rule(since="2022-01-01", source=SOURCE)
def employer_charges_of_month(employer_charges, liable_pay_of_month):
    """The quarter's charges spread by the gross pay of its months; equal parts where none had pay."""
    return allocate(employer_charges, at_least_zero(liable_pay_of_month))


@rule(since="2022-01-01", source=SOURCE)
def employer_cost(pay_granted, employer_charges_of_month):
    """All pay of the month, benefits at their value in law, and its part of the charges."""
    return pay_granted + employer_charges_of_month
