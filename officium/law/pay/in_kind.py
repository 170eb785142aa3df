"""Pay in kind whose value the law fixes: meals, a room, computers, phones and their lines."""

from officium.engine import quotient, rounded, rule
from officium.law.pay.kinds import VALUED_BY_LAW, all_but

SOURCE = "RD 28-11-1969 art. 20 par. 2"


@rule(
    since="2022-01-01",
    source=SOURCE,
    fact="item_value_by_law",
    scope={"item_kind": "meal_breakfast"},
)
def breakfasts(item_units, value_of_breakfast):
    """The first meals of the day."""
    return rounded(item_units * value_of_breakfast)


@rule(since="2022-01-01", source=SOURCE, fact="item_value_by_law", scope={"item_kind": "meal_main"})
def main_meals(item_units, value_of_main_meal):
    """The second, main meals of the day."""
    return rounded(item_units * value_of_main_meal)


@rule(
    since="2022-01-01", source=SOURCE, fact="item_value_by_law", scope={"item_kind": "meal_supper"}
)
def suppers(item_units, value_of_supper):
    """The third meals of the day."""
    return rounded(item_units * value_of_supper)


@rule(since="2022-01-01", source=SOURCE, fact="item_value_by_law", scope={"item_kind": "lodging"})
def lodging(item_days, value_of_lodging):
    """Days in a room; a house or several rooms have no fixed value."""
    return rounded(item_days * value_of_lodging)


@rule(
    since="2022-01-01",
    source=SOURCE,
    fact="item_value_by_law",
    scope={"item_kind": "benefit_computer"},
)
def use_of_computer(item_months, yearly_value_of_computer):
    """A twelfth of the year's value for each month and device."""
    return quotient(item_months * yearly_value_of_computer, 12, places=2)


@rule(
    since="2022-01-01",
    source=SOURCE,
    fact="item_value_by_law",
    scope={"item_kind": "benefit_phone"},
)
def use_of_phone(item_months, yearly_value_of_phone):
    """A twelfth of the year's value for each month and device, a tablet as much as a phone."""
    return quotient(item_months * yearly_value_of_phone, 12, places=2)


@rule(
    since="2022-01-01",
    source=SOURCE,
    fact="item_value_by_law",
    scope={"item_kind": "benefit_internet"},
)
def use_of_internet(item_months, yearly_value_of_internet):
    """A twelfth of the year's value for each month."""
    return quotient(item_months * yearly_value_of_internet, 12, places=2)


@rule(
    since="2022-01-01",
    source=SOURCE,
    fact="item_value_by_law",
    scope={"item_kind": "benefit_phone_plan"},
)
def use_of_phone_plan(item_months, yearly_value_of_phone_plan):
    """A twelfth of the year's value for each month and subscription."""
    return quotient(item_months * yearly_value_of_phone_plan, 12, places=2)


@rule(
    since="2022-01-01",
    source=SOURCE,
    fact="item_value_by_law",
    scope={"item_kind": all_but(VALUED_BY_LAW)},
)
def no_value_by_law():
    """Anything else is worth what was agreed."""
    return 0


@rule(since="2022-01-01", source=SOURCE, fact="item_amount", scope={"item_kind": VALUED_BY_LAW})
def amount_of_pay_in_kind(item_value_by_law):
    """Worth what the law says."""
    return item_value_by_law
