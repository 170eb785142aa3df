"""The last day of a notice: its parts, what limits it, and what makes it stand still."""

from officium.engine import (
    at_least_zero,
    day_after,
    days_between,
    lower_of,
    months_after,
    pick,
    quotient,
    rule,
    where,
)

ACT = "Act 3-07-1978"
ORDER = "No text says in which order the parts run: months, then days, then weeks"
IN_TERM = (
    "The text lets the contract be ended in that time, and does not say that notice has run then; "
    "it has to, by Workpocket, fixed-term contracts"
)


@rule(since="2022-01-01", source=f"{ACT} art. 37/2; act 26-12-2013 art. 67. {ORDER}")
def notice_parts_end(
    notice_begins,
    notice_months_before_2014,
    notice_days_before_2014,
    resignation_days_before_2014,
    notice_weeks,
):
    """The months, the days and the weeks, one after the other; the last day is the eve of it."""
    days = notice_days_before_2014 + resignation_days_before_2014 + notice_weeks * 7
    return day_after(months_after(notice_begins, notice_months_before_2014), days - 1)


@rule(since="2022-01-01", source=f"{ACT} art. 37/6 and 37/11")
def notice_end_by_law(
    notice_begins,
    notice_parts_end,
    notice_given_by,
    notice_purpose,
    longest_notice_at_pension_age,
    least_notice_before_rcc,
):
    """No more than the weeks for a pension; as few as those allowed for an RCC where recognised."""
    weeks = pick(
        notice_purpose,
        {
            "ordinary": 0,
            "pension": longest_notice_at_pension_age,
            "rcc_recognised": least_notice_before_rcc,
        },
    )
    limited = day_after(notice_begins, weeks * 7 - 1)
    may_limit = notice_given_by.is_("employer") & notice_purpose.is_("pension", "rcc_recognised")
    return where(may_limit & (limited < notice_parts_end), limited, notice_parts_end)


@rule(since="2022-01-01", source=f"{ACT} art. 6: only to the worker's advantage")
def notice_end_unbroken(notice_begins, notice_end_by_law, notice_given_by, agreed_notice_weeks):
    """A longer notice by the employer may be agreed."""
    agreed = day_after(notice_begins, agreed_notice_weeks * 7 - 1)
    is_longer = notice_given_by.is_("employer") & (agreed > notice_end_by_law)
    return where(is_longer, agreed, notice_end_by_law)


@rule(since="2022-01-01", source=f"{ACT} art. 37/7 par. 2, 38 par. 1 and 2, 38bis")
def does_notice_stand_still(notice_given_by, suspension_cause, stops_notice_of_employer):
    """Notice by the employer does not run in these suspensions; that by the worker always does."""
    return notice_given_by.is_("employer") & (pick(suspension_cause, stops_notice_of_employer) >= 1)


@rule(since="2022-01-01", source=f"{ACT} art. 37/7 par. 1")
def may_leave_without_notice(
    suspension_cause, suspension_began_on, leaves_on, months_of_bad_weather
):
    """A worker, during temporary unemployment; for bad weather when it has lasted more than a month."""
    lasted = leaves_on > months_after(suspension_began_on, months_of_bad_weather)
    in_bad_weather = suspension_cause.is_("bad_weather") & lasted
    return suspension_cause.is_("economic_unemployment") | in_bad_weather


@rule(since="2022-01-01", source=f"{ACT} art. 37/7 par. 2, 38 par. 1 and 2, 38bis")
def notice_last_day(notice_end_unbroken, notice_given_by, notice_days_not_run):
    """Later by the days on which it stood still."""
    stood_still = where(notice_given_by.is_("employer"), notice_days_not_run, 0)
    return day_after(notice_end_unbroken, stood_still)


@rule(since="2022-01-01", source=f"{ACT} art. 41 par. 2")
def full_search_day_from(notice_begins, notice_last_day, weeks_with_full_search_day):
    """From this day a whole day a week to look for work; before it half a day."""
    first = day_after(notice_last_day, -7 * weeks_with_full_search_day + 1)
    return where(first > notice_begins, first, notice_begins)


@rule(since="2022-01-01", source=f"{ACT} art. 40 par. 2")
def last_day_of_notice_in_term(contract_begins, term_ends, months_of_notice_in_term):
    """The last whole day of the first half of the term, within six months."""
    days = days_between(contract_begins, term_ends) + 1
    half = quotient(days, 2, places=0, if_none=0, how="down")
    half_ends = day_after(contract_begins, half - 1)
    months_end = day_after(months_after(contract_begins, months_of_notice_in_term), -1)
    return where(half_ends < months_end, half_ends, months_end)


@rule(since="2022-01-01", source=f"{ACT} art. 40 par. 2. {IN_TERM}")
def may_give_notice_in_term(notice_last_day, last_day_of_notice_in_term):
    """The notice has run within it."""
    return notice_last_day <= last_day_of_notice_in_term


@rule(since="2022-01-01", source=f"{ACT} art. 40 par. 1 and par. 2, 4th sentence")
def days_owed_of_term(
    contract_ends,
    term_ends,
    last_day_of_notice_in_term,
    notice_begins,
    notice_end_by_law,
    most_notices_of_term,
):
    """Of a term broken without notice: the notice, while it could be given.

    Later the days left of the term, at most twice the notice that would be due without term.
    """
    left = at_least_zero(days_between(contract_ends, term_ends))
    notice = at_least_zero(days_between(notice_begins, notice_end_by_law) + 1)
    could_be_given = contract_ends <= last_day_of_notice_in_term
    return where(could_be_given, notice, lower_of(left, notice * most_notices_of_term))


@rule(since="2022-01-01", source=f"{ACT} art. 39 par. 1 and 37/8")
def days_owed_of_notice(
    contract_ends, notice_begins, notice_last_day, guaranteed_pay_days_in_notice
):
    """The days of the notice that the end of the contract cuts off: all, where it had not begun.

    Less those of guaranteed pay, where the employer ends it in an incapacity that arose after the notice.
    """
    served_until = where(contract_ends < notice_begins, day_after(notice_begins, -1), contract_ends)
    return at_least_zero(
        days_between(served_until, notice_last_day) - guaranteed_pay_days_in_notice
    )
