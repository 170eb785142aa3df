"""What each indemnity is worth: weeks, days or months of pay."""

from officium.engine import (
    at_least_zero,
    days_between,
    higher_of,
    lower_of,
    months_between,
    quotient,
    rounded,
    rule,
    slice_of,
    where,
)
from officium.law.indemnities.kinds import (
    CLIENTS,
    FIXED_TERM,
    FOR_A_PERIOD,
    FOR_A_RECORDED_PERIOD,
    INDEMNITIES,
    NON_COMPETITION,
    NOTICE,
    NOTICE_WITH_OUTPLACEMENT,
    OF_DAYS,
    OF_YEARLY_PAY,
    UNREASONABLE,
)
from officium.law.pay.kinds import all_but

ART_39 = "Act 03-07-1978 art. 39 par. 1: a month's pay times three over thirteen is that of a week"
ART_40 = "Act 03-07-1978 art. 40 par. 1 and 4"
ART_101 = "Act 03-07-1978 art. 101"
NON_COMPETE = "Act 03-07-1978 art. 65 par. 2 and 86"


@rule(since="2022-01-01", source="Act 03-07-1978 art. 39")
def is_indemnity(item_kind):
    """Whether the line is paid because the contract ends."""
    return item_kind.is_(*INDEMNITIES)


@rule(since="2022-01-01", source="Act 03-07-1978 art. 39 par. 1")
def has_recorded_yearly_pay(item_kind, item_base):
    """Whether the line itself records the pay of a year on which it rests."""
    return item_kind.is_(*OF_YEARLY_PAY) & (item_base > 0)


@rule(since="2022-01-01", source="Act 03-07-1978 art. 39 par. 1", when="is_indemnity", otherwise=0)
def indemnity_yearly_pay(has_recorded_yearly_pay, item_base, yearly_pay):
    """The pay of a year as the line records it, else that of the contract."""
    return where(has_recorded_yearly_pay, item_base, yearly_pay)


@rule(since="2022-01-01", source=ART_39, scope={"item_kind": NOTICE})
def days_covered(item_units, item_days, days_of_a_week):
    """The weeks and further days of notice, or those that are left of it."""
    return item_units * days_of_a_week + item_days


@rule(
    since="2022-01-01",
    source=f"{ART_39}; act 05-09-2001 art. 11/5 par. 1",
    fact="days_covered",
    scope={"item_kind": NOTICE_WITH_OUTPLACEMENT},
)
def days_covered_beside_outplacement(item_units, item_days, days_of_a_week, outplacement_weeks):
    """The same less the weeks for which outplacement stands."""
    return at_least_zero((item_units - outplacement_weeks) * days_of_a_week + item_days)


@rule(since="2022-01-01", source=ART_40, when="is_indemnity", otherwise=0)
def days_of_period(item_day, item_until):
    """Days from the first one that an indemnity covers to the last, both included."""
    return at_least_zero(days_between(item_day, item_until) + 1)


@rule(since="2022-01-01", source=ART_40, fact="days_covered", scope={"item_kind": FIXED_TERM})
def days_covered_until_term(
    days_of_period, calendar_day, item_units, days_of_a_week, fixed_term_notices
):
    """Until the agreed term, at most twice the notice of a contract without one."""
    most = item_units * fixed_term_notices * days_of_a_week
    return lower_of(days_of_period * calendar_day, most)


@rule(
    since="2022-01-01",
    source="NSSO DmfA glossary, zones 00044 and 00045 (period covered by an indemnity)",
    fact="days_covered",
    scope={"item_kind": FOR_A_RECORDED_PERIOD},
)
def days_of_recorded_period(days_of_period, calendar_day):
    """The period that the line records."""
    return days_of_period * calendar_day


@rule(
    since="2022-01-01",
    source="NSSO DmfA glossary, zones 00044 and 00045 (period covered by an indemnity)",
    fact="days_covered",
    scope={"item_kind": all_but(FOR_A_PERIOD)},
)
def no_days_covered():
    """It covers no period after the end."""
    return 0


@rule(
    since="2022-01-01",
    source=ART_39,
    fact="item_amount",
    scope={"item_kind": OF_DAYS},
)
def indemnity_of_days(indemnity_yearly_pay, days_covered, days_of_a_week):
    """The pay of the days covered: a week is one of the year's 52."""
    return quotient(indemnity_yearly_pay * days_covered, days_of_a_week * 52, places=2)


@rule(
    since="2022-01-01",
    source="CLA 109 art. 9 (three to seventeen weeks of pay)",
    fact="item_amount",
    scope={"item_kind": UNREASONABLE},
)
def unreasonable_dismissal_indemnity(
    indemnity_yearly_pay, item_units, unreasonable_least_weeks, unreasonable_most_weeks
):
    """The weeks that were granted, within the limits."""
    weeks = lower_of(higher_of(item_units, unreasonable_least_weeks), unreasonable_most_weeks)
    return quotient(indemnity_yearly_pay * weeks, 52, places=2)


@rule(since="2022-01-01", source=ART_101)
def has_right_to_clients_indemnity(contract_end_reason, service_months, clients_first_months):
    """After a year, where the employer ends it without, or the representative for, serious cause."""
    by_reason = contract_end_reason.is_(
        "dismissal", "closure", "rcc", "resignation_for_serious_cause"
    )
    return by_reason & (service_months >= clients_first_months)


@rule(since="2022-01-01", source=ART_101, when="has_right_to_clients_indemnity", otherwise=0)
def clients_months(contract_begins, contract_ends, clients_months_by_service):
    """Three months of pay, and one more from the first day of each further five years."""
    served = at_least_zero(months_between(contract_begins, contract_ends))
    return slice_of(served, clients_months_by_service).months


@rule(since="2022-01-01", source=ART_101, fact="item_amount", scope={"item_kind": CLIENTS})
def clients_indemnity(indemnity_yearly_pay, item_months, clients_months):
    """Months of pay of a representative who brought clients: those of the law, or those recorded."""
    is_recorded = (item_months > 0) | (item_months < 0)
    months = where(is_recorded, item_months, clients_months)
    return quotient(indemnity_yearly_pay * months, 12, places=2)


@rule(
    since="2022-01-01",
    source=NON_COMPETE,
    fact="item_amount",
    scope={"item_kind": NON_COMPETITION},
)
def non_competition_indemnity(
    item_base,
    normal_monthly_pay,
    average_variable_pay,
    item_months,
    item_share,
    non_competition_share,
):
    """Of the pay of the months in which the clause holds the agreed share, half of it at least."""
    month = where(item_base > 0, item_base, normal_monthly_pay + average_variable_pay)
    return rounded(month * item_months * higher_of(item_share, non_competition_share))
