"""The profit premium: a solidarity contribution and a tax of the worker, nothing of the employer."""

from officium.engine import rounded, rule

SOLIDARITY = "Act 29-06-1981 art. 38 par. 3septies; act 22-05-2001 art. 2, 7/1°"
TAX = "Code of taxes assimilated to income taxes art. 112, 113 and 117; act 22-05-2001 art. 23"


@rule(
    since="2022-01-01",
    source=SOLIDARITY,
    fact="item_worker_contribution",
    scope={"item_kind": "profit_premium"},
)
def profit_premium_worker_contribution(item_pay_beside, profit_premium_contribution_rate):
    """The worker's solidarity contribution on what is paid in cash, at 100 %."""
    return rounded(item_pay_beside * profit_premium_contribution_rate)


@rule(since="2022-01-01", source=TAX, fact="item_own_tax", scope={"item_kind": "profit_premium"})
def profit_premium_tax(item_pay_beside, item_worker_contribution, profit_premium_tax_rate):
    """The tax on what is left after the contribution; it is no withholding tax on wages."""
    return rounded((item_pay_beside - item_worker_contribution) * profit_premium_tax_rate)


@rule(since="2022-01-01", source=SOLIDARITY)
def profit_premium_contribution(employer_profit_premiums, profit_premium_contribution_rate):
    """The contribution on it, declared for all workers together (code 861)."""
    return rounded(employer_profit_premiums * profit_premium_contribution_rate)
