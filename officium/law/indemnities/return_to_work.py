"""Medical force majeure: no indemnity by itself, and since 2024 a contribution to the Return-to-work Fund."""

from officium.engine import rule

SOURCE = "Act 05-09-2001 art. 10 par. 1, 2°"


@rule(since="2022-01-01", source=SOURCE)
def is_medical_force_majeure(contract_end_reason):
    """The contract ended because the worker can never again do the agreed work."""
    return contract_end_reason.is_("medical_force_majeure")


@rule(since="2022-01-01", source=SOURCE, when="is_medical_force_majeure", otherwise=0)
def return_to_work_contribution(return_to_work_amount):
    """Owed by the employer who invokes it, within 45 days of the end."""
    return return_to_work_amount
