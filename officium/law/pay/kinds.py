"""The kinds of pay by how the law treats them.

Each kind stands in one list; a shelf that treats a kind by rules of its own takes it out of the scope of
the general rule, and gives the fact for it.
"""

from officium.law.guaranteed_pay import kinds as guaranteed_pay
from officium.law.guaranteed_pay.kinds import BY_AGREEMENT, COMMISSIONS
from officium.law.indemnities.kinds import (
    COMPUTED_AT_THE_END,
    WITH_CONTRIBUTIONS,
    WITHOUT_CONTRIBUTIONS,
)
from officium.law.leave.kinds import TRAINING_PAY
from officium.law.no_work import kinds as no_work
from officium.law.no_work.kinds import TO_BENEFITS
from officium.law.premiums.kinds import BY_MONTHS, WITHIN_LIMITS, YEAR_END_PREMIUMS

# Pay under ordinary contributions.
FROM_UNITS = ("piece_pay", "daily_pay")
PUBLIC_HOLIDAYS = (
    "public_holiday_variable_pay",
    "public_holiday_average_pay",
    "public_holiday_after_end",
)
OF_EARLIER_MONTHS = ("arrears", "recovery")
WORK = (
    "premium",
    "fixed_premium",
    "commission",
    *FROM_UNITS,
    *PUBLIC_HOLIDAYS,
    *OF_EARLIER_MONTHS,
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
    *WITH_CONTRIBUTIONS,
    *COMMISSIONS,
    *TRAINING_PAY,
)

# Pay without ordinary contributions.
# Paid in cash and taxed with the month.
TAXED_IN_CASH = (*guaranteed_pay.TAXED_IN_CASH, *no_work.TAXED_IN_CASH)
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
    *WITHOUT_CONTRIBUTIONS,
    *TAXED_IN_CASH,
    *TO_BENEFITS,
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
    "part_payment",
    "meal_voucher_share",
    "benefit_share",
    "damages",
    "damages_by_fraud",
    "fine",
    "overpaid_wage",
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


# Deductions with a limit of their own.
FINES = ("fine",)


def all_but(*groups):
    """Every kind but those of some groups."""
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
    "meal_voucher_share",
    *COMPUTED_AT_THE_END,
    *BY_AGREEMENT,
    *TRAINING_PAY,
    *TO_BENEFITS,
    no_work.HOLIDAY,
)
RECORDED = all_but(COMPUTED)
DEDUCTED_AS_RECORDED = tuple(kind for kind in DEDUCTED if kind not in FINES)

# With a contribution of the worker's own.
WITH_OWN_CONTRIBUTION = (
    *DOUBLE_IN_SERVICE,
    *DOUBLE_OF_OTHER_EMPLOYERS,
    *RESULTS_BONUS,
    *PROFIT_PREMIUM,
)

# Not, or not as such, counted for the employment bonus.
OUTSIDE_BONUS = (
    *SINGLE_ON_LEAVING,
    *HOLIDAYS_TAKEN_OVER,
    *YEAR_END_PREMIUMS,
    "holiday_settlement",
    *OF_EARLIER_MONTHS,
    *WITH_CONTRIBUTIONS,
)

# Not paid in cash.
IN_KIND = (*LIABLE_IN_KIND, *CHEQUES)

# Pay of any month, on which the normal pay of a year rests beside the basic pay.
NORMAL = (
    "fixed_premium",
    "commission",
    *FROM_UNITS,
    *LIABLE_IN_KIND,
)
