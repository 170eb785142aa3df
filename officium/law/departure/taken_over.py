"""Holiday pay that the former employer paid in advance: what the next employer takes off for it."""

from officium.engine import at_least_zero, lower_of, quotient, rounded, rule, total_of, where
from officium.law.pay.kinds import HOLIDAYS_TAKEN_OVER

ADVANCE = "RD 30-03-1967 art. 48 par. 2 and art. 49 (RD 28-09-2023)"
SETTLED = "RD 30-03-1967 art. 48, fourth and fifth sentence, and art. 49 (RD 28-09-2023)"
BY_DAY = "RD 30-03-1967 art. 48 and 49; NSSO instructions 2021/1 (by the days that are taken)"
DOUBLE = "RD 30-03-1967 art. 48 and 49: never more than this employer would have paid himself"
BONUS = (
    "RD 06-03-2024 (MB 18-03-2024), as Acerta reports it: what the settlement pays (remuneration code "
    "14) is not in the reference wage. What is taken off in the year was paid by the former employer "
    "and counts like the pay that it stands for, as in the structural reduction (code 12); no text was "
    "read that says so of the bonus"
)
DOUBLE_KIND = "double_holiday_pay_taken_over"
SUPPLEMENT_KIND = "double_holiday_supplement_taken_over"


@rule(
    since="2022-01-01",
    source="RD 30-03-1967 art. 48, before RD 28-09-2023: no fixed part was taken off",
)
def item_holiday_deduction():
    """What is taken off in advance for days of holidays that a former employer paid."""
    return 0


@item_holiday_deduction.since("2024-01-01", source=ADVANCE)
def item_holiday_deduction_of_a_fixed_part(
    item_kind, item_days, item_price, taken_over_share, holiday_day
):
    """A fixed part of the day's gross wage for each day; December settles what it should have been."""
    fixed = quotient(item_days * item_price * taken_over_share, holiday_day, places=2)
    return where(item_kind.is_("holiday_pay_taken_over"), fixed, 0)


@rule(since="2022-01-01", source=SETTLED)
def holiday_pay_deducted(holiday_pay_deducted_before, item_holiday_deduction):
    """What was taken off in the calendar year so far, this month included: next month's opening."""
    return holiday_pay_deducted_before + total_of(item_holiday_deduction)


@rule(
    since="2024-01-01",
    source=ADVANCE,
    fact="item_amount",
    scope={"item_kind": "holiday_pay_taken_over"},
)
def holiday_pay_taken_over(item_holiday_deduction):
    """Taken off the pay of the month in which the days are taken."""
    return -item_holiday_deduction


@rule(
    since="2024-01-01",
    source=SETTLED,
    fact="item_amount",
    scope={"item_kind": "holiday_pay_settled"},
)
def holiday_pay_settled(item_base, item_days, item_price, holiday_pay_deducted, holiday_day):
    """In December or on leaving: what was taken off, less what may be taken off in all.

    That is what the former employer paid, and no more than this employer pays for the same days.
    """
    own = quotient(item_days * item_price, holiday_day, places=2)
    return holiday_pay_deducted - lower_of(item_base, own)


@rule(
    since="2022-01-01",
    source=BY_DAY,
    fact="item_amount",
    scope={"item_kind": "holiday_pay_taken_over_by_day"},
)
def holiday_pay_taken_over_by_day(item_base, item_days, item_units, item_price, holiday_day):
    """Day by day what the former employer paid for it, and no more than this employer's own wage."""
    paid = quotient(
        item_base * item_days, at_least_zero(item_units) * holiday_day, places=2, if_none=0
    )
    own = quotient(item_days * item_price, holiday_day, places=2)
    return -lower_of(paid, own)


@rule(since="2022-01-01", source=DOUBLE, fact="item_amount", scope={"item_kind": DOUBLE_KIND})
def double_holiday_pay_taken_over(item_base, item_months, normal_monthly_pay, double_rate_withheld):
    """What the former employer paid of the part from which a contribution is withheld."""
    own = quotient(normal_monthly_pay * double_rate_withheld * item_months, 12, places=2)
    return -lower_of(item_base, own)


@rule(since="2022-01-01", source=DOUBLE, fact="item_amount", scope={"item_kind": SUPPLEMENT_KIND})
def double_holiday_supplement_taken_over(
    item_base, item_months, normal_monthly_pay, double_rate_free
):
    """What the former employer paid from the third day of the fourth week."""
    own = quotient(normal_monthly_pay * double_rate_free * item_months, 12, places=2)
    return -lower_of(item_base, own)


@rule(
    since="2022-01-01",
    source=BONUS,
    fact="item_outside_bonus",
    scope={"item_kind": HOLIDAYS_TAKEN_OVER},
)
def holiday_pay_taken_over_in_the_bonus(item_amount):
    """What is taken off here is added again, so that the bonus is that of the whole pay."""
    return item_amount


@rule(
    since="2022-01-01",
    source="Act 29-06-1981 art. 39",
    fact="item_double_holiday_base",
    scope={"item_kind": DOUBLE_KIND},
)
def double_holiday_pay_taken_over_withheld(item_amount):
    """Less is withheld, as the former employer withheld it."""
    return item_amount


@rule(
    since="2022-01-01",
    source="Act 29-06-1981 art. 39",
    fact="item_worker_contribution",
    scope={"item_kind": DOUBLE_KIND},
)
def contribution_on_double_holiday_pay_taken_over(
    item_double_holiday_base, double_holiday_contribution_rate
):
    """The contribution that the former employer withheld comes off the one on the double pay."""
    return rounded(item_double_holiday_base * double_holiday_contribution_rate)
