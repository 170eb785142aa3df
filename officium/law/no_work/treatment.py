"""Supplements to social security benefits are no wage: no contributions, a tax at a rate of their own."""

from officium.engine import rounded, rule, total_of
from officium.law.no_work.kinds import TO_BENEFITS
from officium.law.pay.kinds import all_but

COMPLEMENT = "Act 12-04-1965 art. 2, third paragraph, 1°, c; Act 29-06-1981 art. 14"
TAX = "ITC 92 art. 31, 4°; RD/ITC 92, Annex III n. 79"


@rule(since="2022-01-01", source=COMPLEMENT, scope={"item_kind": TO_BENEFITS})
def item_replacement_income(item_amount):
    """A complement to a benefit of social security: no wage."""
    return item_amount


@rule(
    since="2022-01-01",
    source=COMPLEMENT,
    fact="item_replacement_income",
    scope={"item_kind": all_but(TO_BENEFITS)},
)
def item_is_no_replacement_income():
    """No complement to a benefit."""
    return 0


@rule(since="2022-01-01", source=TAX, scope={"item_kind": TO_BENEFITS})
def item_replacement_tax(item_replacement_income, replacement_income_rate):
    """The tax withheld from the line, at one rate whatever the month's pay."""
    return rounded(item_replacement_income * replacement_income_rate)


@rule(
    since="2022-01-01",
    source=TAX,
    fact="item_replacement_tax",
    scope={"item_kind": all_but(TO_BENEFITS)},
)
def item_without_replacement_tax():
    """Nothing of it is taxed at that rate."""
    return 0


@rule(since="2022-01-01", source=COMPLEMENT)
def replacement_income(item_replacement_income):
    """The complements to benefits of the month together."""
    return total_of(item_replacement_income)


@rule(since="2022-01-01", source=TAX)
def replacement_income_tax(item_replacement_tax):
    """The tax on them, line by line."""
    return total_of(item_replacement_tax)
