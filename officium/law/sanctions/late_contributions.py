"""Contributions paid late: a surcharge once, and interest for as long as it lasts.

The legal text says "a year" and no more. A full year counts as one; of the year that then runs, each
day is a part of its 365 or 366 days. The day of payment counts, the last day on which payment was due
does not. The whole is rounded once, to the cent.
"""

from officium.engine import (
    days_between,
    months_after,
    ratio,
    rounded,
    rule,
    years_between,
)

LATE = "L 27-06-1969 art. 28 par. 1; RD 28-11-1969 art. 54 par. 1"
PASSED_ON = "RD 28-11-1969 art. 54 par. 4"


@rule(since="2022-01-01", source=LATE)
def are_contributions_late(contributions_due_on, contributions_paid_on):
    """Paid after the last day of the term."""
    return contributions_due_on < contributions_paid_on


@rule(since="2022-01-01", source=LATE, when="are_contributions_late", otherwise=0)
def contribution_surcharge(unpaid_contributions, surcharge_rate):
    """A part of what was not paid in time, however short the delay."""
    return rounded(unpaid_contributions * surcharge_rate)


@rule(since="2022-01-01", source=LATE, when="are_contributions_late", otherwise=0)
def late_full_years(contributions_due_on, contributions_paid_on):
    """Full years of delay."""
    return years_between(contributions_due_on, contributions_paid_on, birthday="28 February")


@rule(since="2022-01-01", source=LATE, when="are_contributions_late", otherwise=0)
def late_days_of_running_year(
    contributions_due_on, contributions_paid_on, late_full_years, interest_year_months
):
    """Days of delay after the last full year; the day of payment counts."""
    since = months_after(contributions_due_on, late_full_years * interest_year_months)
    return days_between(since, contributions_paid_on)


@rule(since="2022-01-01", source=LATE)
def days_of_running_year(contributions_due_on, late_full_years, interest_year_months):
    """The days of the year of delay that runs: 366 where 29 February lies in it."""
    since = months_after(contributions_due_on, late_full_years * interest_year_months)
    until = months_after(contributions_due_on, (late_full_years + 1) * interest_year_months)
    return days_between(since, until)


@rule(since="2022-01-01", source=LATE, when="are_contributions_late", otherwise=0)
def late_interest(
    unpaid_contributions,
    late_interest_rate,
    late_full_years,
    late_days_of_running_year,
    days_of_running_year,
):
    """A rate a year on what was not paid in time, until the day of payment."""
    days = late_full_years * days_of_running_year + late_days_of_running_year
    return rounded(unpaid_contributions * late_interest_rate * ratio(days, days_of_running_year))


@rule(since="2022-01-01", source=LATE)
def late_payment_cost(contribution_surcharge, late_interest):
    """Surcharge and interest together."""
    return contribution_surcharge + late_interest


@rule(since="2022-01-01", source=PASSED_ON)
def is_passed_on_late(is_received_in_time, transfer_due_on, passed_on_on):
    """A certified social secretariat had the money in time, and passed it on after its own term."""
    return is_received_in_time & (transfer_due_on < passed_on_on)


@rule(since="2022-01-01", source=PASSED_ON, when="is_passed_on_late", otherwise=0)
def transfer_full_years(transfer_due_on, passed_on_on):
    """Full years of delay of the transfer."""
    return years_between(transfer_due_on, passed_on_on, birthday="28 February")


@rule(since="2022-01-01", source=PASSED_ON)
def days_of_running_transfer_year(transfer_due_on, transfer_full_years, interest_year_months):
    """The days of the year of delay of the transfer that runs."""
    since = months_after(transfer_due_on, transfer_full_years * interest_year_months)
    until = months_after(transfer_due_on, (transfer_full_years + 1) * interest_year_months)
    return days_between(since, until)


@rule(since="2022-01-01", source=PASSED_ON, when="is_passed_on_late", otherwise=0)
def transfer_days_of_running_year(
    transfer_due_on, passed_on_on, transfer_full_years, interest_year_months
):
    """Days of delay of the transfer after the last full year."""
    since = months_after(transfer_due_on, transfer_full_years * interest_year_months)
    return days_between(since, passed_on_on)


@rule(since="2022-01-01", source=PASSED_ON, when="is_passed_on_late", otherwise=0)
def transfer_interest(
    contributions_received,
    transfer_interest_rate,
    transfer_full_years,
    transfer_days_of_running_year,
    days_of_running_transfer_year,
):
    """Owed by the certified social secretariat itself, on what it kept too long."""
    days = transfer_full_years * days_of_running_transfer_year + transfer_days_of_running_year
    share = ratio(days, days_of_running_transfer_year)
    return rounded(contributions_received * transfer_interest_rate * share)
