"""Non-recurring result-linked advantages (CLA 90): apart up to a yearly ceiling, ordinary pay above it.

Ceiling and limit hold for a calendar year, a worker and an employer; what the months before paid is
carried. The limit of the tax counts what is left after contributions, and has never been lower than
the ceiling after its contribution: tax is due only where the ceiling is passed.
"""

from officium.engine import (
    allocate,
    any_of,
    at_least_zero,
    lower_of,
    rounded,
    rule,
    total_of,
    where,
)

CEILING = "Act 29-06-1981 art. 38 par. 3novies"
TAX = "ITC 92 art. 38 par. 1, 24°; FPS Employment, result-linked advantages"
ALLOWANCE = "RD/ITC 92, Annex III n. 53"
BONUS = "results_bonus"


@rule(since="2022-01-01", source=CEILING)
def has_results_bonus(item_kind):
    """Whether the month has such an advantage."""
    return any_of(item_kind.is_("results_bonus"))


@rule(since="2022-01-01", source=CEILING, when="has_results_bonus", otherwise=0)
def results_bonus_of_month(item_kind, item_amount):
    """The advantages of the month, before contributions, of all contracts at this employer."""
    return total_of(where(item_kind.is_("results_bonus"), item_amount, 0))


@rule(since="2022-01-01", source=CEILING)
def results_bonus_of_year(results_bonus_before, results_bonus_of_month):
    """The advantages of the calendar year up to this month."""
    return results_bonus_before + results_bonus_of_month


@rule(since="2022-01-01", source=CEILING, when="has_results_bonus", otherwise=0)
def results_bonus_within_ceiling(
    results_bonus_before, results_bonus_of_year, results_bonus_ceiling
):
    """What the month adds to the part of the year up to the ceiling, or takes back from it."""
    until_now = lower_of(results_bonus_of_year, results_bonus_ceiling)
    return until_now - lower_of(results_bonus_before, results_bonus_ceiling)


@rule(since="2022-01-01", source=CEILING, when="has_results_bonus", otherwise=0)
def results_bonus_above_ceiling(results_bonus_of_month, results_bonus_within_ceiling):
    """The rest of the month's advantages: ordinary pay."""
    return results_bonus_of_month - results_bonus_within_ceiling


@rule(since="2022-01-01", source=CEILING, fact="item_liable_pay", scope={"item_kind": BONUS})
def results_bonus_liable_pay(item_kind, item_amount, results_bonus_above_ceiling):
    """The part above the ceiling, shared over the month's lines by their amounts."""
    share = where(results_bonus_above_ceiling >= 0, item_amount, -item_amount)
    weight = where(item_kind.is_("results_bonus"), at_least_zero(share), 0)
    return allocate(results_bonus_above_ceiling, weight)


@rule(since="2022-01-01", source=CEILING, fact="item_pay_beside", scope={"item_kind": BONUS})
def results_bonus_beside(item_amount, item_liable_pay):
    """The part up to the ceiling: no ordinary contributions."""
    return item_amount - item_liable_pay


@rule(
    since="2022-01-01", source=CEILING, fact="item_worker_contribution", scope={"item_kind": BONUS}
)
def results_bonus_worker_contribution(item_pay_beside, results_bonus_worker_rate):
    """The worker's solidarity contribution, at 100 % for manual workers too."""
    return rounded(item_pay_beside * results_bonus_worker_rate)


@rule(
    since="2022-01-01",
    source=ALLOWANCE,
    fact="is_taxed_as_other_exceptional_pay",
    scope={"item_kind": BONUS},
)
def is_results_bonus_taxed_apart(item_liable_pay):
    """What passes the ceiling is taxed as other exceptional pay."""
    return (item_liable_pay > 0) | (item_liable_pay < 0)


@rule(since="2022-01-01", source=TAX, when="has_results_bonus", otherwise=0)
def results_bonus_after_contributions(
    item_kind, item_amount, item_worker_contribution, item_ordinary_contribution
):
    """The month's advantages less the worker's contributions on both parts."""
    contributions = item_worker_contribution + item_ordinary_contribution
    return total_of(where(item_kind.is_("results_bonus"), item_amount - contributions, 0))


@rule(since="2022-01-01", source=TAX)
def results_bonus_after_contributions_of_year(
    results_bonus_after_contributions_before, results_bonus_after_contributions
):
    """The same for the calendar year up to this month."""
    return results_bonus_after_contributions_before + results_bonus_after_contributions


@rule(since="2022-01-01", source=TAX)
def is_results_bonus_ceiling_passed(results_bonus_above_ceiling):
    """Whether a part of the month's advantages is ordinary pay, or is taken back from it."""
    return (results_bonus_above_ceiling > 0) | (results_bonus_above_ceiling < 0)


@rule(since="2022-01-01", source=TAX, when="is_results_bonus_ceiling_passed", otherwise=0)
def results_bonus_taxed(
    results_bonus_after_contributions_before,
    results_bonus_after_contributions_of_year,
    results_bonus_tax_limit,
):
    """What the month adds to the part of the year that passes the limit of the exemption."""
    until_now = at_least_zero(results_bonus_after_contributions_of_year - results_bonus_tax_limit)
    before = at_least_zero(results_bonus_after_contributions_before - results_bonus_tax_limit)
    return until_now - before


@rule(
    since="2022-01-01",
    source=TAX,
    fact="exceptional_taxable_pay",
    scope={"item_kind": BONUS},
    when="is_exceptional",
    otherwise=0,
)
def results_bonus_taxable_pay(item_kind, item_liable_pay, results_bonus_taxed):
    """It, shared over the lines that pass the ceiling."""
    share = where(results_bonus_taxed >= 0, item_liable_pay, -item_liable_pay)
    weight = where(item_kind.is_("results_bonus"), at_least_zero(share), 0)
    return allocate(results_bonus_taxed, weight)


@rule(since="2022-01-01", source=CEILING)
def results_bonus_contribution(
    results_bonus_paid, results_bonus_employer_rate, results_bonus_worker_rate
):
    """Employer and worker together on the advantages of the quarter up to the ceiling (code 888)."""
    return rounded(results_bonus_paid * (results_bonus_employer_rate + results_bonus_worker_rate))


@rule(since="2022-01-01", source=CEILING)
def results_bonus_employer_contribution(results_bonus_paid, results_bonus_employer_rate):
    """The employer's part of it, rounded by itself."""
    return rounded(results_bonus_paid * results_bonus_employer_rate)
