"""When a non-competition clause exists by law, and when it has effect."""

from officium.engine import months_between, rule

LIMITS = "Act 03-07-1978 art. 65 par. 2, 86 par. 1 and 104"
EFFECT = "Act 03-07-1978 art. 65 par. 2, 86 par. 1 and 104: what ends the contract frees the worker"


@rule(since="2022-01-01", source=LIMITS)
def is_clause_inexistent(yearly_pay, non_competition_pay):
    """By law there is none where the pay of a year does not pass the lower amount."""
    return yearly_pay <= non_competition_pay


@rule(since="2022-01-01", source=LIMITS)
def is_clause_for_named_functions(
    yearly_pay, is_commercial_representative, non_competition_pay, non_competition_free_pay
):
    """Up to the higher amount it holds for the functions that a collective agreement names only.

    Not of commercial representatives, whose clause holds above the lower amount (art. 104).
    """
    is_between = (yearly_pay > non_competition_pay) & (yearly_pay <= non_competition_free_pay)
    return is_between & ~is_commercial_representative


@rule(since="2022-01-01", source=EFFECT)
def has_clause_effect(
    is_clause_inexistent, contract_begins, contract_ends, contract_end_reason, clause_first_months
):
    """Not in the first six months, nor where the employer dismisses without serious cause.

    Nor where the worker leaves for a serious cause of the employer.
    """
    is_freed = contract_end_reason.is_(
        "dismissal", "closure", "rcc", "resignation_for_serious_cause"
    )
    served = months_between(contract_begins, contract_ends) >= clause_first_months
    return served & ~is_freed & ~is_clause_inexistent
