"""Holiday pay of a white-collar worker who leaves: a part of the pay of the service years."""

from officium.engine import any_of, at_least_zero, pick, quotient, rounded, rule, total_of, where
from officium.law.indemnities.kinds import WITH_CONTRIBUTIONS
from officium.law.pay.kinds import HOLIDAYS_TAKEN_OVER, OF_EARLIER_MONTHS, SINGLE_ON_LEAVING

INSURED = ("white_collar", "blue_collar", "student", "flexi_job", "director")

RIGHT = "RD 30-03-1967 art. 46 par. 1; act 29-06-1981 art. 23bis par. 1"
WITHHELD = "Act 29-06-1981 art. 23bis par. 5 and art. 39"
DAYS = (
    "No text says how days that were already taken count; the single part is taken by the days that "
    "are left of the days of the year"
)
PART = (
    "No text says what remains of double pay that was paid in part; it is taken by the part of it "
    "that was not paid yet"
)
OUTSIDE_BONUS = "RD 17-01-2000 art. 1; NSSO instructions, employment bonus"

NOT_EARNED = (
    *SINGLE_ON_LEAVING,
    *HOLIDAYS_TAKEN_OVER,
    "holiday_settlement",
    *WITH_CONTRIBUTIONS,
)
DOUBLE = ("departure_holiday_bonus_current", "departure_holiday_bonus_previous")


@rule(
    since="2022-01-01",
    source=RIGHT + ", 3°",
    fact="item_amount",
    scope={"item_kind": "departure_holiday_pay_current"},
)
def single_pay_on_leaving_of_this_year(item_base, single_departure_rate):
    """Single pay for the holidays of next year: a part of what was earned this year."""
    return rounded(item_base * single_departure_rate)


@rule(
    since="2022-01-01",
    source=f"{RIGHT}, 3°. {DAYS}",
    fact="item_amount",
    scope={"item_kind": "departure_holiday_pay_previous"},
)
def single_pay_on_leaving_of_last_year(
    item_base, item_days, item_units, single_departure_rate, holiday_day
):
    """Single pay for the days of this year that are left: a part of what was earned last year."""
    return quotient(
        item_base * single_departure_rate * item_days,
        at_least_zero(item_units) * holiday_day,
        places=2,
        if_none=0,
    )


@rule(
    since="2022-01-01",
    source=f"{RIGHT}, 4°; {WITHHELD}",
    fact="item_amount",
    scope={"item_kind": "departure_holiday_bonus_current"},
)
def double_pay_on_leaving_of_this_year(item_base, double_departure_rate_withheld):
    """Double pay for next year, as far as a contribution is withheld from it."""
    return rounded(item_base * double_departure_rate_withheld)


@rule(
    since="2022-01-01",
    source=f"{RIGHT}, 4°; {WITHHELD}. {PART}",
    fact="item_amount",
    scope={"item_kind": "departure_holiday_bonus_previous"},
)
def double_pay_on_leaving_of_last_year(item_base, item_share, double_departure_rate_withheld):
    """Double pay for this year that was not paid yet, as far as a contribution is withheld from it."""
    return rounded(item_base * double_departure_rate_withheld * item_share)


@rule(
    since="2022-01-01",
    source=f"{RIGHT}, 4°; {WITHHELD}",
    fact="item_amount",
    scope={"item_kind": "departure_holiday_supplement_current"},
)
def supplement_on_leaving_of_this_year(
    item_base, double_departure_rate, double_departure_rate_withheld
):
    """Double pay for next year from the third day of the fourth week: nothing is withheld."""
    return rounded(item_base * (double_departure_rate - double_departure_rate_withheld))


@rule(
    since="2022-01-01",
    source=f"{RIGHT}, 4°; {WITHHELD}. {PART}",
    fact="item_amount",
    scope={"item_kind": "departure_holiday_supplement_previous"},
)
def supplement_on_leaving_of_last_year(
    item_base, item_share, double_departure_rate, double_departure_rate_withheld
):
    """The same for this year, as far as it was not paid yet."""
    rate = double_departure_rate - double_departure_rate_withheld
    return rounded(item_base * rate * item_share)


@rule(
    since="2022-01-01",
    source=OUTSIDE_BONUS,
    fact="item_outside_bonus",
    scope={"item_kind": SINGLE_ON_LEAVING},
)
def single_pay_on_leaving_outside_the_bonus(item_amount):
    """Single holiday pay on leaving does not count for the employment bonus."""
    return item_amount


@rule(
    since="2022-01-01",
    source=WITHHELD,
    fact="item_double_holiday_base",
    scope={"item_kind": DOUBLE},
)
def double_pay_on_leaving_withheld(item_amount):
    """All of this part is withheld from."""
    return item_amount


@rule(
    since="2022-01-01",
    source=WITHHELD,
    fact="item_worker_contribution",
    scope={"item_kind": DOUBLE},
)
def contribution_on_double_pay_on_leaving(
    item_double_holiday_base, double_holiday_contribution_rate
):
    """The worker's special contribution, as on double holiday pay in service."""
    return rounded(item_double_holiday_base * double_holiday_contribution_rate)


@rule(
    since="2022-01-01",
    source="RD 17-01-2000 art. 2: the limit of the contributions due, without single pay on leaving",
    scope={"worker_status": INSURED},
)
def contribution_outside_bonus(
    item_kind,
    item_ordinary_contribution,
    item_liable_pay,
    worker_status,
    base_factor,
    employee_rate,
):
    """The contribution on single holiday pay on leaving and on pay of earlier months."""
    base = rounded(item_liable_pay * pick(worker_status, base_factor))
    earlier = where(item_kind.is_(*OF_EARLIER_MONTHS), rounded(base * employee_rate), 0)
    leaving = where(item_kind.is_(*SINGLE_ON_LEAVING), item_ordinary_contribution, 0)
    return total_of(earlier + leaving)


@rule(
    since="2022-01-01",
    source="RD 30-03-1967 art. 46 par. 1; art. 41, 17°, and 42 (days taken over)",
)
def pay_for_holidays(gross_pay, item_kind, item_liable_pay, is_paid_by_fund):
    """Pay of the month on which a white-collar worker's holiday pay on leaving is computed."""
    not_earned = total_of(where(item_kind.is_(*NOT_EARNED), item_liable_pay, 0))
    return where(is_paid_by_fund, 0, gross_pay - not_earned)


@rule(since="2022-01-01", source="RD 30-03-1967 art. 46 par. 1")
def pay_for_holidays_of_year(pay_for_holidays_before, pay_for_holidays):
    """The same of the calendar year so far; days that are assimilated add a fictitious pay to it."""
    return pay_for_holidays_before + total_of(pay_for_holidays)


@rule(since="2022-01-01", source="RD 30-03-1967 art. 46 par. 1")
def pay_for_holidays_open(pay_for_holidays_of_year, item_kind):
    """What of it no holiday pay on leaving was paid for: next month's opening."""
    is_paid = any_of(item_kind.is_("departure_holiday_pay_current"))
    return where(is_paid, 0, pay_for_holidays_of_year)
