"""Lines of pay beside the basic pay: what each is worth, and how the law treats it."""

from officium.engine import pick, rounded, rule
from officium.law.indemnities.kinds import INDEMNITIES
from officium.law.pay.kinds import (
    BESIDE,
    CHEQUES,
    DEDUCTED,
    DEDUCTED_AS_RECORDED,
    DOUBLE_HOLIDAY_PAY,
    DOUBLE_IN_SERVICE,
    DOUBLE_OF_OTHER_EMPLOYERS,
    EXCEPTIONAL_HOLIDAYS,
    EXCEPTIONAL_PREMIUMS,
    EXEMPT,
    IN_KIND,
    LIABLE,
    OF_EARLIER_MONTHS,
    OUTSIDE_BONUS,
    PROFIT_PREMIUM,
    RECORDED,
    RELAUNCH,
    RESULTS_BONUS,
    TAXED,
    WARRANTS,
    WITH_OWN_CONTRIBUTION,
    all_but,
)
from officium.law.premiums.kinds import WITHIN_LIMITS

GROSS = "Act 29-06-1981 art. 14 and 23; RD 28-11-1969 art. 19"
PAYSLIP = "RD 27-09-1966 art. 2"
ALLOWANCE = "RD/ITC 92, Annex III n. 53"
INSURED = ("white_collar", "blue_collar", "student", "flexi_job", "director")


@rule(since="2022-01-01", source="Act 12-04-1965 art. 2", scope={"item_kind": RECORDED})
def item_amount(recorded_amount):
    """What the line is worth, as it was recorded."""
    return recorded_amount


@rule(since="2022-01-01", source=GROSS, scope={"item_kind": LIABLE})
def item_liable_pay(item_amount):
    """Pay on which ordinary contributions are due."""
    return item_amount


@rule(
    since="2022-01-01",
    source=GROSS,
    fact="item_liable_pay",
    scope={"item_kind": all_but(LIABLE, RESULTS_BONUS, CHEQUES, WITHIN_LIMITS, RELAUNCH)},
)
def item_without_ordinary_contributions():
    """No pay on which ordinary contributions are due."""
    return 0


@rule(since="2022-01-01", source=GROSS, scope={"item_kind": BESIDE})
def item_pay_beside(item_amount):
    """Pay with contributions of its own, or none."""
    return item_amount


@rule(
    since="2022-01-01",
    source=GROSS,
    fact="item_pay_beside",
    scope={"item_kind": all_but(BESIDE, RESULTS_BONUS, WARRANTS)},
)
def item_not_beside():
    """No such pay."""
    return 0


@rule(since="2022-01-01", source=GROSS, scope={"item_kind": all_but(WITH_OWN_CONTRIBUTION)})
def item_worker_contribution():
    """No contribution of its own."""
    return 0


@rule(
    since="2022-01-01",
    source=GROSS,
    scope={"item_kind": all_but(DOUBLE_IN_SERVICE, DOUBLE_OF_OTHER_EMPLOYERS)},
)
def item_double_holiday_base():
    """No double holiday pay."""
    return 0


@rule(since="2022-01-01", source="ITC 92 art. 31 and 36", scope={"item_kind": TAXED})
def item_taxed_beside(item_amount):
    """Taxed with the month although no contribution is due."""
    return item_amount


@rule(
    since="2022-01-01",
    source="ITC 92 art. 31 and 36",
    fact="item_taxed_beside",
    scope={"item_kind": all_but(TAXED)},
)
def item_not_taxed_beside():
    """Not taxed apart from the contributions."""
    return 0


@rule(since="2022-01-01", source=PAYSLIP + ", item 7, b", scope={"item_kind": IN_KIND})
def item_in_kind(item_amount):
    """Pay in goods or services: it is pay, and is not paid out."""
    return item_amount


@rule(
    since="2022-01-01",
    source=PAYSLIP + ", item 7, b",
    fact="item_in_kind",
    scope={"item_kind": all_but(IN_KIND, WARRANTS, WITHIN_LIMITS)},
)
def item_in_cash():
    """Nothing of it is in kind."""
    return 0


@rule(since="2022-01-01", source=PAYSLIP + ", item 12", scope={"item_kind": EXEMPT})
def item_exempt(item_amount):
    """Free of contributions and tax."""
    return item_amount


@rule(
    since="2022-01-01",
    source=PAYSLIP + ", item 12",
    fact="item_exempt",
    scope={"item_kind": all_but(EXEMPT, WITHIN_LIMITS, RELAUNCH)},
)
def item_not_exempt():
    """Nothing of it is free of both."""
    return 0


@rule(since="2022-01-01", source=PAYSLIP + ", item 14", scope={"item_kind": DEDUCTED_AS_RECORDED})
def item_deduction(item_amount):
    """Taken off the net amount."""
    return item_amount


@rule(
    since="2022-01-01",
    source=PAYSLIP + ", item 14",
    fact="item_deduction",
    scope={"item_kind": all_but(DEDUCTED)},
)
def item_not_deducted():
    """No deduction."""
    return 0


@rule(
    since="2022-01-01", source=PAYSLIP + ", item 11", scope={"item_kind": all_but(PROFIT_PREMIUM)}
)
def item_own_tax():
    """Taxed with the month or as exceptional pay, or not at all: no rate of its own."""
    return 0


@rule(
    since="2022-01-01", source="RD 17-01-2000 art. 1", scope={"item_kind": all_but(OUTSIDE_BONUS)}
)
def item_outside_bonus():
    """All of it counts for the employment bonus, as far as it is liable."""
    return 0


@rule(
    since="2022-01-01",
    source="RD 17-01-2000 art. 1: the reference wage is that of the month",
    fact="item_outside_bonus",
    scope={"item_kind": OF_EARLIER_MONTHS},
)
def pay_of_an_earlier_month_outside_the_bonus(item_liable_pay):
    """Pay of an earlier month does not count for the employment bonus of this one."""
    return item_liable_pay


@rule(since="2022-01-01", source=ALLOWANCE)
def is_taxed_as_holiday_pay(exceptional_kind, item_kind):
    """Double holiday pay, and holiday pay on leaving."""
    by_kind = item_kind.is_(*EXCEPTIONAL_HOLIDAYS, *DOUBLE_HOLIDAY_PAY)
    return exceptional_kind.is_("holiday") | (exceptional_kind.is_("by_kind") & by_kind)


@rule(since="2022-01-01", source=ALLOWANCE, scope={"item_kind": all_but(RESULTS_BONUS, WARRANTS)})
def is_taxed_as_other_exceptional_pay(exceptional_kind, item_kind, item_liable_pay):
    """Year-end premiums, bonuses and the like, paid once or now and then."""
    is_pay = (item_liable_pay > 0) | (item_liable_pay < 0)
    by_kind = item_kind.is_(*EXCEPTIONAL_PREMIUMS) | (item_kind.is_(*WITHIN_LIMITS) & is_pay)
    return exceptional_kind.is_("other") | (exceptional_kind.is_("by_kind") & by_kind)


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 58 and 62")
def is_taxed_as_notice(exceptional_kind, item_kind):
    """Indemnities at the end of a contract, and arrears of earlier years."""
    by_kind = exceptional_kind.is_("by_kind") & item_kind.is_(*INDEMNITIES)
    return exceptional_kind.is_("notice") | by_kind


@rule(since="2022-01-01", source=ALLOWANCE)
def is_allowance(is_taxed_as_holiday_pay, is_taxed_as_other_exceptional_pay):
    """Taxed by the table of exceptional allowances."""
    return is_taxed_as_holiday_pay | is_taxed_as_other_exceptional_pay


@rule(since="2022-01-01", source="RD/ITC 92, Annex III n. 53-62")
def is_exceptional(is_allowance, is_taxed_as_notice):
    """Taxed apart from the month, at a rate by the normal pay of a year."""
    return is_allowance | is_taxed_as_notice


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 53; Act 29-06-1981 art. 38 par. 2",
    when="is_exceptional",
    otherwise=0,
    scope={"worker_status": INSURED},
)
def item_ordinary_contribution(item_liable_pay, worker_status, base_factor, employee_rate):
    """The worker's contribution on exceptional pay: it comes off that pay, and not off the month."""
    return rounded(rounded(item_liable_pay * pick(worker_status, base_factor)) * employee_rate)


@rule(
    since="2022-01-01",
    source="RD/ITC 92, Annex III n. 53-62",
    when="is_exceptional",
    otherwise=0,
    scope={"item_kind": all_but(RESULTS_BONUS)},
)
def exceptional_taxable_pay(
    item_liable_pay, item_ordinary_contribution, item_pay_beside, item_worker_contribution
):
    """The exceptional pay less the contributions on it."""
    liable = item_liable_pay - item_ordinary_contribution
    return liable + item_pay_beside - item_worker_contribution
