"""The first part of a notice where service began before 2014: by the law of 31 December 2013."""

from officium.engine import (
    at_least_zero,
    day_after,
    higher_of,
    months_between,
    quotient,
    rule,
    slice_of,
    where,
    years_between,
)

FIRST_PART = "Act 26-12-2013 art. 68"
ACQUIRED = "31 December 2013 itself is counted in the seniority acquired on it"


@rule(since="2022-01-01", source=FIRST_PART)
def has_dismissal_part_before_2014(is_notice_in_two_parts, notice_given_by):
    """A dismissal of who served before 2014."""
    return is_notice_in_two_parts & notice_given_by.is_("employer")


@rule(since="2022-01-01", source=FIRST_PART)
def has_resignation_part_before_2014(is_notice_in_two_parts, notice_given_by):
    """A resignation of who served before 2014, while it was in two parts."""
    return is_notice_in_two_parts & notice_given_by.is_("worker")


@rule(
    since="2022-01-01",
    source=f"{FIRST_PART}; act 3-07-1978 art. 82 (text of 31-12-2013). {ACQUIRED}",
    fact="notice_months_before_2014",
    scope={"worker_status": "white_collar"},
    when="has_dismissal_part_before_2014",
    otherwise=0,
)
def white_collar_months_before_2014(
    in_service_since,
    single_status_from,
    yearly_pay_of_2013,
    agreed_notice_months_of_2013,
    higher_pay_of_2013,
    higher_paid_months_a_year,
    higher_paid_least_months,
    lower_paid_period_years,
    lower_paid_months_a_period,
):
    """Above the limit a month for each year begun; else three months for each five years begun.

    Above the limit a clause that was valid on 31 December 2013 comes before it: by the text since
    28 October 2023, before that day by case law that was not read.
    """
    last_day = day_after(single_status_from, -1)
    years = years_between(in_service_since, last_day, birthday="1 March")
    periods = quotient(years, lower_paid_period_years, places=0, if_none=0, how="down")
    by_law = higher_of((years + 1) * higher_paid_months_a_year, higher_paid_least_months)
    higher_paid = where(agreed_notice_months_of_2013 > 0, agreed_notice_months_of_2013, by_law)
    lower_paid = (periods + 1) * lower_paid_months_a_period
    return where(yearly_pay_of_2013 > higher_pay_of_2013, higher_paid, lower_paid)


@rule(
    since="2022-01-01",
    source=FIRST_PART,
    fact="notice_months_before_2014",
    scope={"worker_status": "blue_collar"},
)
def manual_months_before_2014():
    """The notice of manual workers was in days."""
    return 0


@rule(
    since="2022-01-01",
    source=f"{FIRST_PART}; act 3-07-1978 art. 59, 61 and 65/2 (text of 31-12-2013); CLA 75. {ACQUIRED}",
    fact="notice_days_before_2014",
    scope={"worker_status": "blue_collar"},
    when="has_dismissal_part_before_2014",
    otherwise=0,
)
def manual_days_before_2014(
    in_service_since,
    single_status_from,
    sector_notice_days_of_2013,
    longer_manual_notice_from,
    manual_notice_before_2012,
    manual_notice_from_2012,
):
    """By the seniority acquired when the single status began; the days of a sector come before it."""
    months = at_least_zero(months_between(in_service_since, single_status_from))
    general = where(
        in_service_since < longer_manual_notice_from,
        slice_of(months, manual_notice_before_2012).days,
        slice_of(months, manual_notice_from_2012).days,
    )
    return where(sector_notice_days_of_2013 > 0, sector_notice_days_of_2013, general)


@rule(
    since="2022-01-01",
    source=FIRST_PART,
    fact="notice_days_before_2014",
    scope={"worker_status": "white_collar"},
)
def white_collar_days_before_2014():
    """The notice of white-collar workers was in months."""
    return 0


@rule(
    since="2022-01-01",
    source="Act 26-12-2013 art. 67-69, text before act 20-03-2023",
    when="has_resignation_part_before_2014",
    otherwise=0,
)
def resignation_days_before_2014(resignation_part_of_2013):
    """Of who resigned before 28 October 2023, with the maxima of that text."""
    return resignation_part_of_2013


@rule(
    since="2022-01-01",
    source="Decree-law 28-12-1944 art. 7 par. 1sexies; act 26-12-2013 art. 97",
    scope={"worker_status": ("white_collar", "blue_collar")},
)
def is_dismissal_compensated(has_dismissal_part_before_2014, worker_status):
    """The NEO compensates a manual worker for the shorter first part; since 2017 whatever the seniority."""
    return has_dismissal_part_before_2014 & worker_status.is_("blue_collar")
