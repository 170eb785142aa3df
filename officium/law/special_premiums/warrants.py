"""Warrants: options on shares that are taxed when they are granted, and on which nobody contributes.

The value is recorded: of listed warrants their last closing price before the offer, of others a share
of the value of the shares (act 26-03-1999 art. 43). They are granted on the sixtieth day after the
offer, when it was accepted by then. An exercise price below the value of the shares, and an advantage
that is certain, are ordinary pay: those are recorded as such.
"""

from officium.engine import rule

GRANT = "Act 26-03-1999 art. 42 and 43; RD 28-11-1969 art. 19 par. 2, 18°"
TAXED = f"{GRANT}; RD/ITC 92, Annex III n. 53 as practised: the text names no warrants"


@rule(since="2022-01-01", source=GRANT, fact="item_pay_beside", scope={"item_kind": "warrants"})
def warrants_beside(item_amount):
    """Pay on which no contribution at all is due."""
    return item_amount


@rule(since="2022-01-01", source=GRANT, fact="item_in_kind", scope={"item_kind": "warrants"})
def warrants_in_kind(item_amount):
    """The worker receives the warrants, and no money: the tax comes off other pay."""
    return item_amount


@rule(
    since="2022-01-01",
    source=TAXED,
    fact="is_taxed_as_other_exceptional_pay",
    scope={"item_kind": "warrants"},
)
def are_warrants_taxed_apart(item_amount):
    """As other exceptional pay, whatever the amount."""
    return (item_amount > 0) | (item_amount < 0)
