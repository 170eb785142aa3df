"""What the second week, the supplements after it and the advance on an accident come to.

The days at 100 % need no line: their hours are paid by the basic pay. What is here bears no
contributions and is taxed with the month.
"""

from officium.engine import at_least_zero, pick, quotient, rounded, rule, where
from officium.law.guaranteed_pay.kinds import BY_AGREEMENT, SECOND_WEEK, SUPPLEMENT
from officium.law.pay.kinds import all_but

ACT = "Act 03-07-1978 art. 52 par. 1, 56 and 71"
AGREEMENTS = "CLA 12bis and CLA 13bis of 26-02-1979"
INSURED = "Act 03-07-1978 art. 52 par. 1; RD 03-07-1996 art. 212"


@rule(since="2022-01-01", source=f"{ACT}; Act 12-04-1965 art. 2", scope={"item_kind": BY_AGREEMENT})
def item_normal_pay(
    is_paid_by_hour,
    is_paid_by_day,
    hourly_wage,
    daily_wage,
    monthly_pay,
    normal_hourly_wage,
    illness_schedule_hours,
    item_hours,
    item_days,
):
    """What the hours would have been paid: by the hour, the day, or their part of the month's pay."""
    of_month = quotient(monthly_pay * item_hours, illness_schedule_hours, places=2, if_none=0)
    by_wage = rounded(normal_hourly_wage * item_hours)
    by_month = where(illness_schedule_hours > 0, of_month, by_wage)
    by_day = where(is_paid_by_day, rounded(daily_wage * item_days), by_month)
    return where(is_paid_by_hour, rounded(hourly_wage * item_hours), by_day)


@rule(
    since="2022-01-01",
    source=ACT,
    fact="item_normal_pay",
    scope={"item_kind": all_but(BY_AGREEMENT)},
)
def no_guaranteed_pay():
    """Any other line rests on no normal pay of days of illness."""
    return 0


@rule(
    since="2022-01-01",
    source=f"{ACT}; {AGREEMENTS}",
    fact="item_amount",
    scope={"item_kind": SECOND_WEEK},
)
def pay_of_the_second_week(item_normal_pay, supplement_agreement, share_above_ceiling):
    """60 % by law up to the ceiling, the rest by agreement: one share of the whole normal pay."""
    return rounded(item_normal_pay * pick(supplement_agreement, share_above_ceiling))


@rule(since="2022-01-01", source=INSURED)
def may_pass_insured_ceiling(
    item_kind,
    item_normal_pay,
    item_days,
    days_per_week,
    days_of_insured_week,
    least_insured_ceiling,
):
    """Whether a supplement's pay is above what the ceiling is at least, for as many days of six a week."""
    insured = least_insured_ceiling * item_days * days_of_insured_week
    least = quotient(insured, days_per_week, places=2, if_none=0)
    return item_kind.is_(*SUPPLEMENT) & (item_normal_pay > least)


@rule(since="2022-01-01", source=INSURED, when="may_pass_insured_ceiling", otherwise=0)
def item_pay_above_insured_ceiling(
    item_normal_pay, item_days, days_per_week, days_of_insured_week, insured_daily_ceiling
):
    """The part of the normal pay above the ceiling of the sickness insurance."""
    insured = insured_daily_ceiling * item_days * days_of_insured_week
    return at_least_zero(item_normal_pay - quotient(insured, days_per_week, places=2, if_none=0))


@rule(since="2022-01-01", source=AGREEMENTS, fact="item_amount", scope={"item_kind": SUPPLEMENT})
def supplement_after_the_second_week(
    item_normal_pay,
    item_pay_above_insured_ceiling,
    supplement_agreement,
    share_below_ceiling,
    share_above_ceiling,
):
    """A share of the part that the sickness insurance covers at 60 %, a higher one of the rest."""
    below = item_normal_pay - item_pay_above_insured_ceiling
    above = item_pay_above_insured_ceiling * pick(supplement_agreement, share_above_ceiling)
    return rounded(below * pick(supplement_agreement, share_below_ceiling) + above)
