"""What stands for or against guaranteed pay on a day: service, the engagement, refusal, partial work."""

from officium.engine import days_between, months_between, rule

ACT = "Act 03-07-1978"
BLUE = f"{ACT} art. 52 par. 1"
WHITE = f"{ACT} art. 70 and 71"
ACCIDENT = f"{ACT} art. 54, 70, 72 and 74"


@rule(since="2017-01-09", source=f"{BLUE}; {ACCIDENT}")
def is_accident_at_work(absence_kind):
    """An accident at work or on the way to it, or an occupational disease."""
    return absence_kind.is_("work_accident", "occupational_disease")


@rule(since="2017-01-09", source=f"{ACT} art. 52, 54, 70 and 71")
def is_incapacity(absence_kind, is_accident_at_work):
    """An illness or an accident of any sort."""
    return absence_kind.is_("sickness") | is_accident_at_work


@rule(since="2017-01-09", source=WHITE)
def has_guaranteed_month(
    worker_status,
    is_engaged_for_a_term,
    engagement_first_day,
    day_after_engagement,
    months_of_guaranteed_engagement,
):
    """A white-collar worker, unless engaged for a term or a work of less than three months."""
    months = months_between(engagement_first_day, day_after_engagement)
    is_short = is_engaged_for_a_term & (months < months_of_guaranteed_engagement)
    return worker_status.is_("white_collar") & ~is_short


@rule(since="2017-01-09", source=f"{BLUE}; art. 71")
def has_service_for_guaranteed_pay(
    has_guaranteed_month, is_accident_at_work, contract_begins, absence_day, months_of_service
):
    """One month without interruption, complete on the day; none is asked for a month's pay or an accident."""
    served = months_between(contract_begins, absence_day) >= months_of_service
    return has_guaranteed_month | is_accident_at_work | served


@rule(since="2017-01-09", source=f"{ACT} art. 52 par. 5 and 73/1")
def is_neutralised(is_in_partial_work, is_accident_at_work):
    """An illness during work that the advising physician allowed: nothing from the employer."""
    return is_in_partial_work & ~is_accident_at_work


@is_neutralised.since(
    "2022-11-28", source=f"{ACT} art. 52 par. 5 and 73/1, as amended by the act of 30-10-2022"
)
def is_neutralised_for_some_weeks(
    is_in_partial_work,
    is_accident_at_work,
    partial_work_first_day,
    absence_day,
    days_of_neutralisation,
):
    """The same for twenty weeks from the start of that work; the days after them are paid again."""
    days = days_between(partial_work_first_day, absence_day)
    return is_in_partial_work & ~is_accident_at_work & (days < days_of_neutralisation)


@is_neutralised.since(
    "2026-01-01", source="Act 19-12-2025, in force on 01-01-2026 (Sportwerk; Group S: not read)"
)
def is_neutralised_throughout(is_in_partial_work, is_accident_at_work):
    """The same, however long that work lasts."""
    return is_in_partial_work & ~is_accident_at_work


@rule(since="2017-01-09", source=f"{ACT} art. 31 par. 3/1 and 4, art. 52 par. 3, art. 73 par. 2")
def is_guaranteed_pay_refused(absence_day, pay_refused_before, pay_refused_after):
    """Before the notice, the certificate or the control; after a control that found no incapacity."""
    return (absence_day < pay_refused_before) | (absence_day > pay_refused_after)


@rule(since="2017-01-09", source=f"{ACT} art. 52, 54, 56, 70 and 71")
def is_open_to_guaranteed_pay(
    is_incapacity,
    has_service_for_guaranteed_pay,
    is_neutralised,
    is_guaranteed_pay_refused,
    is_day_without_pay_anyway,
    is_day_of_work_begun,
):
    """A day that would have been paid, of which nothing is paid as work, where no condition is missing."""
    is_none = is_day_without_pay_anyway | is_day_of_work_begun
    stands_against = is_neutralised | is_guaranteed_pay_refused | is_none
    return is_incapacity & has_service_for_guaranteed_pay & ~stands_against


@rule(since="2017-01-09", source=f"{ACT} art. 27 par. 1")
def is_day_of_work_begun(
    absence_kind, has_begun_work, absence_first_day, absence_day, is_day_without_pay_anyway
):
    """The day on which the illness began after the work had begun: the rest of it is paid."""
    is_first = days_between(absence_first_day, absence_day) < 1
    return absence_kind.is_("sickness") & has_begun_work & is_first & ~is_day_without_pay_anyway
