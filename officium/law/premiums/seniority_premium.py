"""Seniority premium: twice in a career at one employer, free of contributions and tax up to a limit."""

from officium.engine import at_least_zero, rounded, rule, where
from officium.law.premiums.kinds import FIRST_SENIORITY, SENIORITY

SOURCE = "NSSO instructions, length of service; ITC 92 art. 38 par. 1, 11°, circular of 23-05-2011"


@rule(since="2022-01-01", source=SOURCE)
def is_seniority_premium(item_kind):
    """The first or the second premium for long service."""
    return item_kind.is_(*SENIORITY)


@rule(since="2022-01-01", source=SOURCE, when="is_seniority_premium", otherwise=0)
def seniority_premium_limit(
    item_kind,
    item_base,
    normal_monthly_pay,
    service_years,
    first_seniority_years,
    first_seniority_months,
    second_seniority_years,
    second_seniority_months,
):
    """One month's gross pay from the calendar year of 25 years of service, two from that of 35.

    The average monthly pay in the enterprise is taken instead where the employer chose it.
    """
    month = where(item_base > 0, item_base, normal_monthly_pay)
    first = where(service_years >= first_seniority_years, month * first_seniority_months, 0)
    second = where(service_years >= second_seniority_years, month * second_seniority_months, 0)
    return rounded(where(item_kind.is_(FIRST_SENIORITY), first, second))


@rule(
    since="2022-01-01",
    source=SOURCE,
    fact="item_liable_pay",
    scope={"item_kind": SENIORITY},
)
def seniority_premium_above_limit(item_amount, seniority_premium_limit):
    """Only what lies above the limit is pay."""
    return at_least_zero(item_amount - seniority_premium_limit)


@rule(since="2022-01-01", source=SOURCE, fact="item_in_kind", scope={"item_kind": SENIORITY})
def seniority_premium_in_cash():
    """All of it is paid out."""
    return 0


@rule(since="2022-01-01", source=SOURCE, fact="item_exempt", scope={"item_kind": SENIORITY})
def seniority_premium_within_limit(item_amount, item_liable_pay):
    """What is left of it free of contributions and tax."""
    return item_amount - item_liable_pay
