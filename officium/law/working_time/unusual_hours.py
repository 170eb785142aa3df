"""Premiums for hours at night, in shifts, on Sundays and on public holidays.

What they are is agreed in the sector or the enterprise, so the share of the wage or the amount of an
hour is recorded.
"""

from officium.engine import quotient, rounded, rule, where

AGREED = "Agreement of the sector or enterprise; CLA no. 46 and 49 (night work)"
PREMIUMS = ("night_premium", "shift_premium", "sunday_premium", "public_holiday_premium")


@rule(since="2022-01-01", source=AGREED, fact="item_amount", scope={"item_kind": PREMIUMS})
def premium_for_unusual_hours(item_hours, normal_hourly_wage, item_share, item_price, one_hour):
    """The hours at the agreed share of the normal wage, or at the agreed amount of an hour."""
    by_share = rounded(item_hours * normal_hourly_wage * item_share)
    by_amount = quotient(item_price * item_hours, one_hour, places=2)
    return where(item_price > 0, by_amount, by_share)
