"""What the employer pays beside the unemployment benefit: two supplements for each day."""

from officium.engine import higher_of, quotient, rounded, rule, where
from officium.law.no_work.kinds import ADDITIONAL, MANUAL_SUPPLEMENT, WHITE_COLLAR_SUPPLEMENT

ACT = "Act 03-07-1978"


@rule(
    since="2022-01-01",
    source=f"{ACT} art. 51 par. 8",
    fact="item_amount",
    scope={"item_kind": MANUAL_SUPPLEMENT},
)
def supplement_of_manual_workers(
    item_days, item_price, least_unemployment_supplement, one_unemployment_day
):
    """For each day the least of the law, or what an agreement gives where that is more."""
    of_a_day = higher_of(item_price, least_unemployment_supplement)
    return quotient(item_days * of_a_day, one_unemployment_day, places=2)


@rule(
    since="2022-01-01",
    source=f"{ACT} art. 77/4 par. 7",
    fact="item_amount",
    scope={"item_kind": WHITE_COLLAR_SUPPLEMENT},
)
def supplement_of_white_collar_workers(
    item_days, item_price, least_suspension_supplement, one_unemployment_day
):
    """For each day the least of the law, or what an agreement gives where that is more."""
    of_a_day = higher_of(item_price, least_suspension_supplement)
    return quotient(item_days * of_a_day, one_unemployment_day, places=2)


@rule(
    since="2022-01-01",
    source=f"{ACT} art. 29",
    fact="item_amount",
    scope={"item_kind": ADDITIONAL},
)
def additional_supplement_to_the_benefit(
    item_days,
    item_units,
    one_unemployment_day,
    normal_monthly_pay,
    wage_limit_of_additional_supplement,
    additional_supplement_of_a_day,
):
    """All days up to the wage limit; above it those from the twenty-seventh of the year on."""
    beyond_first = item_units * one_unemployment_day
    is_within = normal_monthly_pay <= wage_limit_of_additional_supplement
    days = where(is_within, item_days, beyond_first)
    return rounded(days * additional_supplement_of_a_day)
