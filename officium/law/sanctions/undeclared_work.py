"""Work without Dimona: a solidarity contribution for each worker who was not declared.

The base contributions on the minimum income are given where they are known: the rates that count as
"base contributions" were read in no text. Left out, the indexed minimum is due, which is a lower limit.
"""

from officium.engine import at_least_zero, higher_of, lower_of, ratio, rounded, rule

SOURCE = "L 27-06-1969 art. 22quater"


@rule(since="2022-01-01", source=f"{SOURCE}, second and third subparagraph")
def solidarity_contribution_full(
    base_contributions_on_minimum_income, solidarity_multiple, solidarity_minimum
):
    """A multiple of the base contributions on the minimum monthly income; not below the minimum."""
    return higher_of(base_contributions_on_minimum_income * solidarity_multiple, solidarity_minimum)


@rule(since="2022-01-01", source=f"{SOURCE}, fourth subparagraph")
def solidarity_contribution_for_work(
    solidarity_contribution_full, proven_hours, full_time_hours_of_quarter
):
    """In proportion, where the employer proves that full-time work was materially impossible."""
    share = ratio(lower_of(proven_hours, full_time_hours_of_quarter), full_time_hours_of_quarter)
    return rounded(solidarity_contribution_full * share)


@rule(since="2022-01-01", source=f"{SOURCE}, fifth subparagraph")
def solidarity_contribution(solidarity_contribution_for_work, contributions_on_declared_work):
    """Less the contributions on what was declared for the worker; never below nothing."""
    return at_least_zero(solidarity_contribution_for_work - contributions_on_declared_work)


@rule(since="2022-01-01", source=f"{SOURCE}, first subparagraph")
def solidarity_contributions(solidarity_contribution, undeclared_workers):
    """One for each worker who was not declared, all alike."""
    return solidarity_contribution * undeclared_workers
