"""Lines of pay beside the basic pay: what each is worth, and how the law treats it.

Each kind stands in one list; a shelf that treats a kind by rules of its own takes it out of the list
of the general rule and gives the fact for it.
"""

from officium.engine import pick, rounded, rule
from officium.law.premiums.kinds import BY_MONTHS, WITHIN_LIMITS, YEAR_END_PREMIUMS

GROSS = "Act 29-06-1981 art. 14 and 23; RD 28-11-1969 art. 19"
PAYSLIP = "RD 27-09-1966 art. 1"
ALLOWANCE = "RD/ITC 92, Annex III n. 53"
INSURED = ("white_collar", "blue_collar", "student", "flexi_job", "director")

# Pay under ordinary contributions.
FROM_UNITS = ("piece_pay", "daily_pay")
PUBLIC_HOLIDAYS = (
    "public_holiday_variable_pay",
    "public_holiday_average_pay",
    "public_holiday_after_end",
)
WORK = (
    "premium",
    "fixed_premium",
    "commission",
    *FROM_UNITS,
    *PUBLIC_HOLIDAYS,
    "arrears",
    "recovery",
    "net_agreement_gross",
)
# Pay in kind: shelf pay/in_kind gives what law values, and `pay_in_kind` is what a record says.
VALUED_BY_LAW = (
    "meal_breakfast",
    "meal_main",
    "meal_supper",
    "lodging",
    "benefit_computer",
    "benefit_phone",
    "benefit_internet",
    "benefit_phone_plan",
)
LIABLE_IN_KIND = ("pay_in_kind", *VALUED_BY_LAW)
WORKING_TIME = (
    "overtime_50",
    "overtime_100",
    "overtime_20",
    "overtime_50_rest",
    "overtime_100_rest",
    "voluntary_overtime",
    "voluntary_overtime_100",
    "additional_hours",
    "additional_hours_50",
    "night_premium",
    "shift_premium",
    "sunday_premium",
    "public_holiday_premium",
    "hourly_premium",
)
HOLIDAYS = ("holiday_variable_pay",)
HOLIDAYS_TAKEN_OVER = (
    "holiday_pay_taken_over",
    "holiday_pay_taken_over_by_day",
    "holiday_pay_settled",
)
SINGLE_ON_LEAVING = (
    "departure_holiday_pay_current",
    "departure_holiday_pay_previous",
)
EXCEPTIONAL_HOLIDAYS = (
    "holiday_days_not_taken",
    "holiday_settlement",
    *SINGLE_ON_LEAVING,
)
EXCEPTIONAL_PREMIUMS = (*YEAR_END_PREMIUMS, "yearly_bonus")
LIABLE = (
    *WORK,
    *LIABLE_IN_KIND,
    *WORKING_TIME,
    *HOLIDAYS,
    *HOLIDAYS_TAKEN_OVER,
    *EXCEPTIONAL_HOLIDAYS,
    *EXCEPTIONAL_PREMIUMS,
)

# Pay without ordinary contributions.
DOUBLE_IN_SERVICE = (
    "double_holiday_pay",
    "double_holiday_variable_pay",
    "double_holiday_days_not_taken",
    "double_holiday_settlement",
    "double_holiday_arrears",
    "supplementary_holiday_pay",
    "supplementary_holiday_set_off",
)
DOUBLE_OF_OTHER_EMPLOYERS = (
    "departure_holiday_bonus_current",
    "departure_holiday_bonus_previous",
    "double_holiday_pay_taken_over",
)
SUPPLEMENTS = (
    "departure_holiday_supplement_current",
    "departure_holiday_supplement_previous",
    "double_holiday_supplement_taken_over",
)
DOUBLE_HOLIDAY_PAY = (
    *DOUBLE_IN_SERVICE,
    *DOUBLE_OF_OTHER_EMPLOYERS,
    *SUPPLEMENTS,
)
BESIDE = (
    *DOUBLE_HOLIDAY_PAY,
    "profit_premium",
)

# Taxed with the month, and not liable.
TAXED = ("taxable_benefit",)

# Free of both.
EXEMPT = (
    "expense",
    "purchasing_power_premium",
)

# Free of both up to a maximum of hours, liable beyond it: shelf working_time/relaunch.
RELAUNCH = ("relaunch_overtime",)

# Taken off at the end.
DEDUCTED = (
    "advance",
    "meal_voucher_share",
    "benefit_share",
    "damages",
    "fine",
    "overpaid_wage",
    "earlier_negative_net",
    "other_deduction",
)

# Of the shelves of special premiums, which say for each what part is liable, taxed or in kind.
RESULTS_BONUS = ("results_bonus",)
PROFIT_PREMIUM = ("profit_premium",)
CHEQUES = ("purchasing_power_premium",)
WARRANTS = ("warrants",)
ALL = (
    *LIABLE,
    *BESIDE,
    *RESULTS_BONUS,
    *WARRANTS,
    *TAXED,
    *WITHIN_LIMITS,
    *EXEMPT,
    *RELAUNCH,
    *DEDUCTED,
)


def _all_but(*groups):
    return tuple(kind for kind in ALL if not any(kind in group for group in groups))


# What a shelf computes from quantities; all other kinds are recorded in euro.
COMPUTED = (
    *WORKING_TIME,
    *RELAUNCH,
    *FROM_UNITS,
    *PUBLIC_HOLIDAYS,
    *VALUED_BY_LAW,
    *HOLIDAYS,
    *HOLIDAYS_TAKEN_OVER,
    *EXCEPTIONAL_HOLIDAYS,
    *DOUBLE_HOLIDAY_PAY,
    BY_MONTHS,
    *CHEQUES,
)
RECORDED = _all_but(COMPUTED)

# With a contribution of the worker's own.
WITH_OWN_CONTRIBUTION = (
    *DOUBLE_IN_SERVICE,
    *DOUBLE_OF_OTHER_EMPLOYERS,
    *RESULTS_BONUS,
    *PROFIT_PREMIUM,
)

# Not, or not as such, counted for the employment bonus.
OUTSIDE_BONUS = (*SINGLE_ON_LEAVING, *HOLIDAYS_TAKEN_OVER, *YEAR_END_PREMIUMS)

# Not paid in cash.
IN_KIND = (*LIABLE_IN_KIND, *CHEQUES)


@rule(since="2022-01-01", source="Act 12-04-1965 art. 2", scope={"item_kind": RECORDED})
def item_amount(recorded_amount):
    """What the line is worth, as it was recorded."""
    return recorded_amount


@rule(since="2022-01-01", source=GROSS, scope={"item_kind": LIABLE})
def item_liable_pay(item_amount):
    """Pay on which ordinary contributions are due."""
    return item_amount


@rule(
    since="2022-01-01",
    source=GROSS,
    fact="item_liable_pay",
    scope={"item_kind": _all_but(LIABLE, RESULTS_BONUS, CHEQUES, WITHIN_LIMITS, RELAUNCH)},
)
def item_without_ordinary_contributions():
    """No pay on which ordinary contributions are due."""
    return 0


@rule(since="2022-01-01", source=GROSS, scope={"item_kind": BESIDE})
def item_pay_beside(item_amount):
    """Pay with contributions of its own, or none."""
    return item_amount


@rule(
    since="2022-01-01",
    source=GROSS,
    fact="item_pay_beside",
    scope={"item_kind": _all_but(BESIDE, RESULTS_BONUS, WARRANTS)},
)
def item_not_beside():
    """No such pay."""
    return 0


@rule(since="2022-01-01", source=GROSS, scope={"item_kind": _all_but(WITH_OWN_CONTRIBUTION)})
def item_worker_contribution():
    """No contribution of its own."""
    return 0


@rule(
    since="2022-01-01",
    source=GROSS,
    scope={"item_kind": _all_but(DOUBLE_IN_SERVICE, DOUBLE_OF_OTHER_EMPLOYERS)},
)
def item_double_holiday_base():
    """No double holiday pay."""
    return 0


@rule(since="2022-01-01", source="ITC 92 art. 31 and 36", scope={"item_kind": TAXED})
def item_taxed_beside(item_amount):
    """Taxed with the month although no contribution is due."""
    return item_amount


@rule(
    since="2022-01-01",
    source="ITC 92 art. 31 and 36",
    fact="item_taxed_beside",
    scope={"item_kind": _all_but(TAXED)},
)
def item_not_taxed_beside():
    """Not taxed apart from the contributions."""
    return 0


@rule(since="2022-01-01", source=PAYSLIP + ", item 7, b", scope={"item_kind": IN_KIND})
def item_in_kind(item_amount):
    """Pay in goods or services: it is pay, and is not paid out."""
    return item_amount


@rule(
    since="2022-01-01",
    source=PAYSLIP + ", item 7, b",
    fact="item_in_kind",
    scope={"item_kind": _all_but(IN_KIND, WARRANTS, WITHIN_LIMITS)},
)
def item_in_cash():
    """Nothing of it is in kind."""
    return 0


@rule(since="2022-01-01", source=PAYSLIP + ", item 12", scope={"item_kind": EXEMPT})
def item_exempt(item_amount):
    """Free of contributions and tax."""
    return item_amount


@rule(
    since="2022-01-01",
    source=PAYSLIP + ", item 12",
    fact="item_exempt",
    scope={"item_kind": _all_but(EXEMPT, WITHIN_LIMITS, RELAUNCH)},
)
def item_not_exempt():
    """Nothing of it is free of both."""
    return 0


@rule(since="2022-01-01", source=PAYSLIP + ", item 14", scope={"item_kind": DEDUCTED})
def item_deduction(item_amount):
    """Taken off the net amount."""
    return item_amount


@rule(
    since="2022-01-01",
    source=PAYSLIP + ", item 14",
    fact="item_deduction",
    scope={"item_kind": _all_but(DEDUCTED)},
)
def item_not_deducted():
    """No deduction."""
    return 0


@rule(
    since="2022-01-01", source=PAYSLIP + ", item 11", scope={"item_kind": _all_but(PROFIT_PREMIUM)}
)
def item_own_tax():
    """Taxed with the month or as exceptional pay, or not at all: no rate of its own."""
    return 0


@rule(
    since="2022-01-01", source="RD 17-01-2000 art. 1", scope={"item_kind": _all_but(OUTSIDE_BONUS)}
)
def item_outside_bonus():
    """All of it counts for the employment bonus, as far as it is liable."""
    return 0


@rule(since="2022-01-01", source=ALLOWANCE)
def is_taxed_as_holiday_pay(exceptional_kind, item_kind):
    """Double holiday pay, and holiday pay on leaving."""
    by_kind = item_kind.is_(*EXCEPTIONAL_HOLIDAYS, *DOUBLE_HOLIDAY_PAY)
    return exceptional_kind.is_("holiday") | (exceptional_kind.is_("by_kind") & by_kind)


@rule(since="2022-01-01", source=ALLOWANCE, scope={"item_kind": _all_but(RESULTS_BONUS, WARRANTS)})
def is_taxed_as_other_exceptional_pay(exceptional_kind, item_kind):
    """Year-end premiums, bonuses and the like, paid once or now and then."""
    by_kind = item_kind.is_(*EXCEPTIONAL_PREMIUMS, *WITHIN_LIMITS)
    return exceptional_kind.is_("other") | (exceptional_kind.is_("by_kind") & by_kind)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 58 and 62")
def is_taxed_as_notice(exceptional_kind):
    """Notice indemnities and arrears of earlier years."""
    return exceptional_kind.is_("notice")


@rule(since="2022-01-01", source=ALLOWANCE)
def is_allowance(is_taxed_as_holiday_pay, is_taxed_as_other_exceptional_pay):
    """Taxed by the table of exceptional allowances."""
    return is_taxed_as_holiday_pay | is_taxed_as_other_exceptional_pay


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 53-62")
def is_exceptional(is_allowance, is_taxed_as_notice):
    """Taxed apart from the month, at a rate by the normal pay of a year."""
    return is_allowance | is_taxed_as_notice


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 53; Act 29-06-1981 art. 38 par. 2",
    when="is_exceptional",
    otherwise=0,
    scope={"worker_status": INSURED},
)
def item_ordinary_contribution(item_liable_pay, worker_status, base_factor, employee_rate):
    """The worker's contribution on exceptional pay: it comes off that pay, and not off the month."""
    return rounded(rounded(item_liable_pay * pick(worker_status, base_factor)) * employee_rate)


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 53-62",
    when="is_exceptional",
    otherwise=0,
    scope={"item_kind": _all_but(RESULTS_BONUS)},
)
def exceptional_taxable_pay(
    item_liable_pay, item_ordinary_contribution, item_pay_beside, item_worker_contribution
):
    """The exceptional pay less the contributions on it."""
    liable = item_liable_pay - item_ordinary_contribution
    return liable + item_pay_beside - item_worker_contribution
