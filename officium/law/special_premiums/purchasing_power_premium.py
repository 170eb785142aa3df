"""The purchasing power premium of 2023: cheques, free of tax, on which the employer alone contributes.

It is given from June to December 2023; cheques that were put at the worker's disposal up to March 2024
belong to the month of 2023 in which the right to them arose.
"""

from officium.engine import any_of, at_least_zero, rounded, rule, total_of, where

CHEQUES = "RD 28-11-1969 art. 19quinquies par. 5; act 24-05-2023 art. 6"
CONTRIBUTION = "Act 29-06-1981 art. 38 par. 3unvicies; act 24-05-2023 art. 2"
PREMIUM = "purchasing_power_premium"


@rule(
    since="2023-06-01",
    until="2023-12-31",
    source=CHEQUES,
    fact="item_amount",
    scope={"item_kind": PREMIUM},
)
def purchasing_power_premium_amount(recorded_amount):
    """The cheques, in euro; before June and after December 2023 there are none."""
    return recorded_amount


@rule(since="2022-01-01", source=CHEQUES)
def has_purchasing_power_premium(item_kind):
    """Whether the month has such cheques."""
    return any_of(item_kind.is_("purchasing_power_premium"))


@rule(since="2022-01-01", source=CHEQUES, when="has_purchasing_power_premium", otherwise=0)
def purchasing_power_premium_of_month(item_kind, item_amount):
    """The cheques of the month, of all contracts at this employer."""
    return total_of(where(item_kind.is_("purchasing_power_premium"), item_amount, 0))


@rule(since="2022-01-01", source=CHEQUES)
def purchasing_power_premium_of_year(
    purchasing_power_premium_before, purchasing_power_premium_of_month
):
    """The cheques of the year up to this month."""
    return purchasing_power_premium_before + purchasing_power_premium_of_month


@rule(since="2022-01-01", source=CHEQUES, when="has_purchasing_power_premium", otherwise=0)
def purchasing_power_premium_above_limit(purchasing_power_premium_of_year, purchasing_power_limit):
    """By how much the cheques of the year pass the limit."""
    return at_least_zero(purchasing_power_premium_of_year - purchasing_power_limit)


@rule(since="2022-01-01", source=CHEQUES)
def is_purchasing_power_limit_passed(purchasing_power_premium_above_limit):
    """Whether the cheques are no longer free of ordinary contributions."""
    return purchasing_power_premium_above_limit > 0


@rule(
    since="2023-06-01",
    until="2023-12-31",
    source=CHEQUES,
    fact="item_liable_pay",
    scope={"item_kind": PREMIUM},
    when="is_purchasing_power_limit_passed",
    otherwise=0,
)
def purchasing_power_liable_pay(item_amount, purchasing_power_share_of_pay):
    """Within the limit no pay; above it, the share that the law does not state."""
    return rounded(item_amount * purchasing_power_share_of_pay)


@rule(since="2022-01-01", until="2023-03-31", source=CONTRIBUTION)
def purchasing_power_contribution():
    """There was no such premium before the second quarter of 2023."""
    return 0


@purchasing_power_contribution.since("2023-04-01", until="2023-12-31", source=CONTRIBUTION)
def purchasing_power_employer_contribution(
    purchasing_power_premium_paid, purchasing_power_contribution_rate
):
    """The employer's special contribution on the cheques of the quarter."""
    return rounded(purchasing_power_premium_paid * purchasing_power_contribution_rate)


@purchasing_power_contribution.since("2024-01-01", source=CONTRIBUTION)
def purchasing_power_contribution_of_the_past():
    """No such premium arises after 2023."""
    return 0
