"""Advances on the contributions of a quarter, and what is left to pay with the declaration."""

from officium.engine import rounded, rule, total_of

SOURCE = "RD 28-11-1969 art. 34; NSSO instructions, provisions"


@rule(since="2022-01-01", source=SOURCE)
def owes_advances(penultimate_quarter_contributions, advance_threshold):
    """Who owed the threshold or more for the quarter before last pays in advance."""
    return penultimate_quarter_contributions >= advance_threshold


@rule(since="2022-01-01", source=SOURCE, when="owes_advances", otherwise=0)
def first_advance(same_quarter_contributions, first_advance_rate):
    """Due on the fifth of the second month: a part of the same quarter of last year."""
    return rounded(same_quarter_contributions * first_advance_rate)


@rule(since="2022-01-01", source=SOURCE, when="owes_advances", otherwise=0)
def second_advance(same_quarter_contributions, second_advance_rate):
    """Due on the fifth of the third month."""
    return rounded(same_quarter_contributions * second_advance_rate)


@rule(since="2022-01-01", source=SOURCE, when="owes_advances", otherwise=0)
def third_advance(same_quarter_contributions, third_advance_rate):
    """Due on the fifth of the month after the quarter."""
    return rounded(same_quarter_contributions * third_advance_rate)


@rule(since="2022-01-01", source=SOURCE)
def advances(first_advance, second_advance, third_advance):
    """The three together."""
    return first_advance + second_advance + third_advance


@rule(since="2022-01-01", source=SOURCE)
def employer_net_owed(net_owed, double_holiday_contribution, profit_premium_contribution):
    """The net amount of the declaration: all workers of the employer, and the lines of no person."""
    return total_of(net_owed) + double_holiday_contribution + profit_premium_contribution


@rule(since="2022-01-01", source=SOURCE)
def nsso_balance(employer_net_owed, advances):
    """What is left to pay by the end of the month after the quarter; below zero: a credit."""
    return employer_net_owed - advances
