"""Notice of a contract without term: when it begins, and its weeks by seniority and party."""

from officium.engine import (
    at_least_zero,
    lower_of,
    monday_after,
    months_between,
    pick,
    quotient,
    rule,
    slice_of,
    where,
)

ACT = "Act 3-07-1978"
TWO_PARTS = "Act 26-12-2013 art. 67"
FOR_ALL = {"worker_status": ("white_collar", "blue_collar")}


@rule(since="2022-01-01", source=f"{ACT} art. 37 par. 1")
def working_days_until_notified(notice_way, working_days_of_a_letter):
    """A letter takes effect some working days after it was sent; anything else at once."""
    return where(notice_way.is_("registered_letter"), working_days_of_a_letter, 0)


@rule(since="2022-01-01", source=f"{ACT} art. 37/1")
def notice_begins(notice_notified_on):
    """The Monday after the week in which it was notified."""
    return monday_after(notice_notified_on)


@rule(since="2022-01-01", source=f"{TWO_PARTS}, text before act 20-03-2023")
def is_notice_in_two_parts(in_service_since, single_status_from, notice_given_by):
    """Service that began before the single status: dismissal and resignation alike."""
    began_before = in_service_since < single_status_from
    return began_before & notice_given_by.is_("employer", "worker")


@is_notice_in_two_parts.since("2023-10-28", source=f"{TWO_PARTS}, as changed by act 20-03-2023")
def is_dismissal_in_two_parts(in_service_since, single_status_from, notice_given_by):
    """Dismissal only: who resigns counts all service at once."""
    return (in_service_since < single_status_from) & notice_given_by.is_("employer")


@rule(since="2022-01-01", source=f"{ACT} art. 37/4; act 26-12-2013 art. 69")
def notice_seniority_from(in_service_since, single_status_from, is_notice_in_two_parts):
    """The day from which seniority counts for the weeks."""
    return where(is_notice_in_two_parts, single_status_from, in_service_since)


@rule(since="2022-01-01", source=f"{ACT} art. 37/4")
def notice_seniority_months(
    notice_seniority_from,
    notice_begins,
    is_notice_in_two_parts,
    notice_given_by,
    agency_months,
    most_agency_months,
):
    """Full months when the notice begins; for a dismissal with agency work before, a year at most."""
    served = at_least_zero(months_between(notice_seniority_from, notice_begins))
    counts_agency = notice_given_by.is_("employer") & ~is_notice_in_two_parts
    return served + where(counts_agency, lower_of(agency_months, most_agency_months), 0)


@rule(since="2022-01-01", source=f"{ACT} art. 37/2", scope=FOR_ALL)
def notice_weeks_by_seniority(
    notice_given_by,
    notice_seniority_months,
    notice_by_employer,
    notice_by_worker,
    notice_with_new_job,
):
    """By the months of seniority; for a dismissal more with each year that was begun after five."""
    by_employer = slice_of(notice_seniority_months, notice_by_employer)
    years = quotient(notice_seniority_months, 12, places=0, if_none=0, how="down")
    dismissed = by_employer.weeks + by_employer.more * (years - by_employer.years)
    return pick(
        notice_given_by,
        {
            "employer": dismissed,
            "worker": slice_of(notice_seniority_months, notice_by_worker).weeks,
            "worker_with_new_job": slice_of(notice_seniority_months, notice_with_new_job).weeks,
        },
    )


@rule(since="2022-01-01", source=f"{ACT} art. 37/2", scope=FOR_ALL)
def notice_weeks(notice_weeks_by_seniority):
    """No ceiling for any contract."""
    return notice_weeks_by_seniority


@notice_weeks.since("2026-06-01", source=f"{ACT} art. 37/2, as changed by the acts of 2026")
def notice_weeks_of_new_contracts(
    notice_weeks_by_seniority,
    notice_seniority_months,
    notice_given_by,
    in_service_since,
    short_notice_from,
    short_notice_months,
    short_notice_weeks,
    notice_ceiling_from,
    notice_ceiling_weeks,
):
    """For service that began in 2026: one week in the first six months, and a ceiling for a dismissal."""
    is_short = (in_service_since >= short_notice_from) & (
        notice_seniority_months < short_notice_months
    )
    has_ceiling = (in_service_since >= notice_ceiling_from) & notice_given_by.is_("employer")
    lowered = where(
        has_ceiling,
        lower_of(notice_weeks_by_seniority, notice_ceiling_weeks),
        notice_weeks_by_seniority,
    )
    return where(is_short & notice_given_by.is_("employer", "worker"), short_notice_weeks, lowered)
