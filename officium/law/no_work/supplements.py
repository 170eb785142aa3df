"""What the employer pays beside the unemployment benefit: two supplements for each day."""

from officium.engine import higher_of, pick, rounded, rule, where
from officium.law.no_work.kinds import ADDITIONAL, SUPPLEMENT

ACT = "Act 03-07-1978"
PAID = ("white_collar", "blue_collar")


@rule(
    since="2022-01-01",
    source=f"{ACT} art. 51 par. 8 and 77/4 par. 7",
    fact="item_amount",
    scope={"item_kind": SUPPLEMENT, "worker_status": PAID},
)
def supplement_to_the_benefit(
    item_days, item_units, item_price, worker_status, least_unemployment_supplement
):
    """The least of the law for each day, or what an agreement gives where that is more."""
    by_law = rounded(item_days * pick(worker_status, least_unemployment_supplement))
    return higher_of(by_law, rounded(item_units * item_price))


@rule(
    since="2022-01-01",
    source=f"{ACT} art. 29",
    fact="item_amount",
    scope={"item_kind": ADDITIONAL, "worker_status": PAID},
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
