"""Lines of pay that are so many units at so much: pieces, and days at a wage for a day."""

from officium.engine import rounded, rule


@rule(
    since="2022-01-01",
    source="Act 12-04-1965 art. 2; RD 27-09-1966 art. 2, item 7",
    fact="item_amount",
    scope={"item_kind": ("piece_pay", "daily_pay")},
)
def pay_by_units(item_units, item_price):
    """Units times the price of one."""
    return rounded(item_units * item_price)
