"""An end without notice: serious cause within its days, and medical force majeure after its months."""

from officium.engine import months_after, rule

ACT = "Act 3-07-1978"


@rule(since="2022-01-01", source=f"{ACT} art. 35 par. 3")
def is_serious_cause_in_time(working_days_until_dismissal, working_days_of_serious_cause):
    """The contract is ended within the working days after the day on which the fact was known."""
    return working_days_until_dismissal <= working_days_of_serious_cause


@rule(since="2022-01-01", source=f"{ACT} art. 35 par. 4")
def is_reason_told_in_time(working_days_until_reason, working_days_of_serious_cause):
    """The cause is notified within the working days after the day on which the contract was ended."""
    return working_days_until_reason <= working_days_of_serious_cause


@rule(since="2022-01-01", source=f"{ACT} art. 34 par. 1")
def medical_force_majeure_from(incapacity_since, months_before_medical_force_majeure):
    """The first day on which its procedure can be begun, where incapacity was not interrupted."""
    return months_after(incapacity_since, months_before_medical_force_majeure)
