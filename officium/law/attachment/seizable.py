"""What of a month's pay creditors may take: by bands, less an amount for each dependent child.

All that is paid in a calendar month is one income, whatever the period for which it is paid. The bands
are those of the day of payment. What creditors may not take stays the worker's own.
"""

from officium.engine import any_of, at_least_zero, lower_of, pick, rounded, rule, total_of, where
from officium.law.attachment.kinds import REFUNDED_COSTS

BANDS = "Judicial Code art. 1409 par. 1 and 1bis"
INCOME = "Judicial Code art. 1409 par. 1 and 1411"
FORM = "Judicial Code art. 1409ter par. 2; Act of 12-04-1965 art. 31bis par. 2"
CHILDREN = "Judicial Code art. 1409 par. 1, fourth subparagraph"


@rule(since="2022-01-01", source="Judicial Code art. 1409")
def is_pay_attached(rank_by_law, rank_claims):
    """Somebody asks pay to whom it is protected; not where a mediator gets all of it."""
    limited = rank_by_law.is_("assignment", "privileged", "ordinary")
    return any_of(limited & (rank_claims > 0)) & ~any_of(rank_by_law.is_("debt_settlement"))


@rule(since="2022-01-01", source=INCOME)
def refunded_costs(item_kind, item_exempt):
    """Costs of the employer that the worker had advanced: nothing is paid for the work."""
    return total_of(where(item_kind.is_(*REFUNDED_COSTS), item_exempt, 0))


@rule(since="2022-01-01", source=INCOME)
def attachable_pay(net_before_deductions, refunded_costs):
    """Pay of the month in cash after social security and tax, holiday pay and premiums included."""
    return at_least_zero(net_before_deductions - refunded_costs)


@rule(since="2022-01-01", source=INCOME)
def attachable_income(attachable_pay, other_income):
    """The pay and the replacement income that the worker has beside it are counted together."""
    return attachable_pay + other_income


@rule(since="2022-01-01", source=BANDS, when="is_pay_attached", otherwise=0)
def income_in_first_band(attachable_income, seizure_threshold_1, seizure_threshold_2):
    """The income between the first and the second threshold."""
    above = at_least_zero(attachable_income - seizure_threshold_1)
    return lower_of(above, seizure_threshold_2 - seizure_threshold_1)


@rule(since="2022-01-01", source=BANDS, when="is_pay_attached", otherwise=0)
def income_in_second_band(attachable_income, seizure_threshold_2, seizure_threshold_3):
    """The income between the second and the third threshold."""
    above = at_least_zero(attachable_income - seizure_threshold_2)
    return lower_of(above, seizure_threshold_3 - seizure_threshold_2)


@rule(since="2022-01-01", source=BANDS, when="is_pay_attached", otherwise=0)
def income_in_third_band(attachable_income, seizure_threshold_3, seizure_threshold_4):
    """The income between the third and the fourth threshold."""
    above = at_least_zero(attachable_income - seizure_threshold_3)
    return lower_of(above, seizure_threshold_4 - seizure_threshold_3)


@rule(since="2022-01-01", source=BANDS, when="is_pay_attached", otherwise=0)
def income_above_bands(attachable_income, seizure_threshold_4):
    """The income above the last threshold: all of it may be taken."""
    return at_least_zero(attachable_income - seizure_threshold_4)


@rule(since="2022-01-01", source=BANDS)
def seizable_by_bands(
    kind_of_income,
    income_in_first_band,
    income_in_second_band,
    income_in_third_band,
    income_above_bands,
    seizable_share_first,
    seizable_share_second,
    seizable_share_third,
):
    """A share of each band, together rounded down: the law says not more than."""
    first = income_in_first_band * seizable_share_first
    second = income_in_second_band * pick(kind_of_income, seizable_share_second)
    third = income_in_third_band * seizable_share_third
    return rounded(first + second + third + income_above_bands, how="down")


@rule(since="2022-01-01", source=FORM)
def form_has_effect(is_form_of_earlier_month, form_working_days, working_days_for_a_form):
    """From the month after its receipt, if ten working days lie before the usual day of payment."""
    return is_form_of_earlier_month & (form_working_days >= working_days_for_a_form)


@rule(since="2022-01-01", source=FORM)
def attached_children(form_has_effect, form_children_change):
    """The dependent children of the last form that has effect."""
    return total_of(where(form_has_effect, form_children_change, 0))


@rule(since="2022-01-01", source=CHILDREN, when="is_pay_attached", otherwise=0)
def reduction_for_children(attached_children, child_reduction):
    """An amount for each dependent child, by which less may be taken."""
    return attached_children * child_reduction


@rule(since="2022-01-01", source=CHILDREN + "; art. 1411")
def seizable_part(
    attachable_pay, seizable_by_bands, reduction_for_children, taken_from_other_income
):
    """By the bands, less that for children and what is taken from other income; never above the pay."""
    left = at_least_zero(seizable_by_bands - reduction_for_children)
    return lower_of(attachable_pay, at_least_zero(left - taken_from_other_income))


@rule(since="2022-01-01", source=BANDS, when="is_pay_attached", otherwise=0)
def protected_part(attachable_pay, seizable_part):
    """What no creditor takes, but for maintenance."""
    return attachable_pay - seizable_part
