"""What a public holiday is worth where hours do not say it, and who owes it after the end."""

from officium.engine import (
    at_least_zero,
    days_between,
    months_between,
    quotient,
    rounded,
    rule,
    where,
)

RD = "RD 18-04-1974"


@rule(since="2022-01-01", source=f"{RD} art. 14")
def holidays_covered_after_end(
    contract_begins,
    contract_ends,
    contract_end_reason,
    short_service_after_end,
    short_cover_after_end,
    long_cover_after_end,
):
    """None for who resigned without serious cause or was dismissed for one, or served under 15 days."""
    has_right = ~contract_end_reason.is_("resignation", "dismissal_for_serious_cause")
    served_more_than_a_month = months_between(contract_begins, contract_ends) >= 1
    served = days_between(contract_begins, contract_ends) + 1
    by_service = where(served >= short_service_after_end, short_cover_after_end, 0)
    return where(has_right, where(served_more_than_a_month, long_cover_after_end, by_service), 0)


@rule(since="2022-01-01", source=f"{RD} art. 14")
def is_holiday_after_end_due(contract_ends, item_day, holidays_covered_after_end):
    """A public holiday within the days that are covered, the last one included."""
    after = days_between(contract_ends, item_day)
    return (after > 0) & (after <= holidays_covered_after_end)


@rule(
    since="2022-01-01",
    source=f"{RD} art. 2, 3 and 14",
    fact="item_amount",
    scope={"item_kind": "public_holiday_after_end"},
)
def public_holiday_after_end(is_holiday_after_end_due, normal_hourly_wage, item_hours):
    """The hours that would have been worked on it, at the normal wage; nothing where it is not due."""
    return where(is_holiday_after_end_due, rounded(normal_hourly_wage * item_hours), 0)


@rule(
    since="2022-01-01",
    source=f"{RD} art. 8",
    fact="item_amount",
    scope={"item_kind": "public_holiday_variable_pay"},
)
def public_holiday_on_commission(
    item_base,
    item_months,
    item_days,
    days_per_week,
    five_day_week,
    days_of_a_month,
    increase_of_five_day_week,
):
    """Variable pay of the complete months, per month, by 25; a fifth more but in a six-day week."""
    more = item_base * increase_of_five_day_week
    raised = where(days_per_week > five_day_week, item_base, more)
    return quotient(
        raised * item_days, days_of_a_month * at_least_zero(item_months), places=2, if_none=0
    )


@rule(
    since="2022-01-01",
    source=f"{RD} art. 4 par. 2 and art. 5",
    fact="item_amount",
    scope={"item_kind": "public_holiday_average_pay"},
)
def public_holiday_on_average(item_base, item_days, one_public_holiday):
    """What was earned in the four weeks before, over the days worked in them."""
    return quotient(item_base * one_public_holiday, at_least_zero(item_days), places=2, if_none=0)
