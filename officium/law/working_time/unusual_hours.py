"""Premiums for hours at night, in shifts, on Sundays and on public holidays.

What they are is agreed in the sector or the enterprise, so the share of the wage or the amount of an
hour is recorded.
"""

from officium.engine import quotient, rounded, rule

AGREED = "Agreement of the sector or enterprise; CLA no. 46 and 49 (night work)"
PREMIUMS = ("night_premium", "shift_premium", "sunday_premium", "public_holiday_premium")


@rule(since="2022-01-01", source=AGREED, fact="item_amount", scope={"item_kind": PREMIUMS})
def premium_as_a_share_of_the_wage(item_hours, normal_hourly_wage, item_share):
    """The hours at the agreed share of the normal wage."""
    return rounded(item_hours * normal_hourly_wage * item_share)


@rule(
    since="2022-01-01", source=AGREED, fact="item_amount", scope={"item_kind": ("hourly_premium",)}
)
def premium_as_an_amount_of_an_hour(item_hours, item_price, one_hour):
    """The hours at the agreed amount of an hour."""
    return quotient(item_price * item_hours, one_hour, places=2)
