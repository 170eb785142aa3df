"""Meal vouchers: one for each day of work, paid by the employer and, for a small part, the worker.

Within the limits they are no pay. Vouchers outside them are pay as a whole: that is told, and not
computed, for such vouchers are put right and not paid.
"""

from officium.engine import any_of, rounded, rule, total_of, where

VOUCHERS = ("meal_voucher_share",)
SOURCE = "RD 28-11-1969 art. 19bis par. 2"


@rule(since="2022-01-01", source=SOURCE + ", 6°", fact="item_amount", scope={"item_kind": VOUCHERS})
def share_in_meal_vouchers(item_units, item_price):
    """The worker's share: the number of vouchers times the share in each."""
    return rounded(item_units * item_price)


@rule(since="2022-01-01", source=SOURCE + ", 2°")
def meal_vouchers(item_kind, item_units):
    """How many vouchers the worker gets for the month."""
    return total_of(where(item_kind.is_(*VOUCHERS), item_units, 0))


@rule(since="2022-01-01", source=SOURCE + ", 7°")
def meal_voucher_employer_part(item_kind, item_units, item_base):
    """Their amount less the worker's share, as the payslip has to say."""
    return total_of(where(item_kind.is_(*VOUCHERS), rounded(item_units * item_base), 0))


@rule(since="2022-01-01", source=SOURCE + ", 5° and 6°")
def meal_vouchers_are_pay(
    item_kind, item_base, item_price, meal_voucher_employer_maximum, meal_voucher_worker_minimum
):
    """The employer pays too much of a voucher, or the worker too little: then all of them are pay."""
    too_much = item_base > meal_voucher_employer_maximum
    too_little = item_price < meal_voucher_worker_minimum
    return any_of(item_kind.is_(*VOUCHERS) & (too_much | too_little))


@rule(since="2022-01-01", source=SOURCE + ", 2°")
def meal_vouchers_differ_from_days(item_kind, meal_vouchers, meal_voucher_days):
    """There are more or fewer than days of work; the count is closed a month after the quarter."""
    differ = (meal_vouchers < meal_voucher_days) | (meal_vouchers > meal_voucher_days)
    return any_of(item_kind.is_(*VOUCHERS)) & differ
