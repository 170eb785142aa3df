"""Gifts: free of contributions and tax within limits; above them pay, as a whole or for the excess."""

from officium.engine import at_least_zero, lower_of, quotient, rounded, rule, where
from officium.law.premiums.kinds import (
    FESTIVE,
    GIFTS,
    HONOUR,
    MARRIAGE,
    RETIREMENT,
)

DECREE = "RD 28-11-1969 art. 19 par. 2, 14°"
SOURCE = DECREE + "; NSSO instructions, gifts; ITC 92 art. 38 par. 1, 11°"


@rule(since="2022-01-01", source=DECREE)
def is_gift(item_kind):
    """A gift that may be free of contributions and tax."""
    return item_kind.is_(*GIFTS)


@rule(since="2022-01-01", source=DECREE + ", c", when="is_gift", otherwise=0)
def retirement_gift_limit(service_months, retirement_gift_per_year, retirement_gift_maximum):
    """So much for each complete year of service, and no more than the maximum."""
    years = quotient(service_months, 12, places=0, how="down")
    return lower_of(retirement_gift_per_year * years, retirement_gift_maximum)


@rule(since="2022-01-01", source=DECREE + ", a to d", when="is_gift", otherwise=0)
def gift_limit(
    item_kind,
    item_units,
    festive_gift_limit,
    festive_gift_limit_per_child,
    honour_gift_limit,
    marriage_gift_limit,
    retirement_gift_limit,
):
    """The most that is free: by occasion; at the year's feasts with so much for each child."""
    festive = rounded(festive_gift_limit + festive_gift_limit_per_child * item_units)
    other = where(item_kind.is_(MARRIAGE), marriage_gift_limit, retirement_gift_limit)
    return where(
        item_kind.is_(FESTIVE), festive, where(item_kind.is_(HONOUR), honour_gift_limit, other)
    )


@rule(since="2022-01-01", source=DECREE, when="is_gift", otherwise=0)
def gift_with_earlier_ones(item_amount, item_base):
    """The gift, and those that were already given this year on the same occasions."""
    return item_amount + item_base


@rule(since="2022-01-01", source=SOURCE, when="is_gift", otherwise=0)
def gift_above_limit(item_kind, gift_with_earlier_ones, gift_limit, retirement_gift_minimum):
    """The whole gift is pay once a limit is passed, or where a retirement gift is too small.

    Of a gift on a marriage or legal cohabitation, only what lies above the limit.
    """
    too_small = (
        item_kind.is_(RETIREMENT)
        & (gift_with_earlier_ones > 0)
        & (gift_with_earlier_ones < retirement_gift_minimum)
    )
    whole = where((gift_with_earlier_ones > gift_limit) | too_small, gift_with_earlier_ones, 0)
    excess = at_least_zero(gift_with_earlier_ones - gift_limit)
    return where(item_kind.is_(MARRIAGE), excess, whole)


@rule(
    since="2022-01-01",
    source=SOURCE,
    fact="item_liable_pay",
    scope={"item_kind": GIFTS},
)
def gift_that_is_pay(gift_above_limit):
    """What is not free of contributions and tax."""
    return gift_above_limit


@rule(since="2022-01-01", source=SOURCE, fact="item_in_kind", scope={"item_kind": GIFTS})
def earlier_gifts_that_became_pay(item_liable_pay, item_amount):
    """Gifts of earlier months that are pay after all: they were given then, and not paid out now."""
    return at_least_zero(item_liable_pay - at_least_zero(item_amount))


@rule(since="2022-01-01", source=SOURCE, fact="item_exempt", scope={"item_kind": GIFTS})
def gift_within_the_limit(item_amount, item_liable_pay, item_in_kind):
    """What is left of it free of contributions and tax."""
    return item_amount + item_in_kind - item_liable_pay
