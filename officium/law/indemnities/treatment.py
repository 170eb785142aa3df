"""How contributions and tax treat what is paid at the end."""

from officium.engine import pick, rounded, rule, where
from officium.law.indemnities.kinds import COMPENSATED, INDEMNITIES, WITH_CONTRIBUTIONS
from officium.law.pay.kinds import all_but

BONUS = (
    "RD 17-01-2000 art. 1: the reference wage is that of the month. No text on indemnities was read; "
    "they are no pay of the month"
)
INSURED = ("white_collar", "blue_collar", "student", "flexi_job", "director")
SERVED = (
    "RD/ITC 92, Annex III n. 58 and 62: the taxable pay that served to compute the indemnity; where a "
    "line records that pay it is taken whole, less the ordinary contribution"
)


@rule(
    since="2022-01-01",
    source=BONUS,
    fact="item_outside_bonus",
    scope={"item_kind": WITH_CONTRIBUTIONS},
)
def indemnity_outside_the_bonus(item_liable_pay):
    """An indemnity does not count for the employment bonus."""
    return item_liable_pay


@rule(
    since="2022-01-01",
    source=SERVED,
    fact="annual_reference_pay",
    scope={"item_kind": INDEMNITIES, "worker_status": INSURED},
    when="is_exceptional",
    otherwise=0,
)
def taxable_pay_that_served(
    has_recorded_yearly_pay,
    item_base,
    yearly_taxable_pay,
    worker_status,
    base_factor,
    employee_rate,
):
    """The taxable pay of the year on which the indemnity rests: it chooses the rate."""
    contribution = rounded(rounded(item_base * pick(worker_status, base_factor)) * employee_rate)
    return where(has_recorded_yearly_pay, item_base - contribution, yearly_taxable_pay)


@rule(
    since="2022-01-01",
    source="Act 29-06-1981 art. 38 par. 3quindecies; RD 28-11-1969 art. 19 par. 2, 2°, a and d",
    scope={"item_kind": COMPENSATED},
)
def item_compensated(item_liable_pay, item_share):
    """The part that rests on service from 2014 on: all of it, or the share that the line records."""
    return where(item_share > 0, rounded(item_liable_pay * item_share), item_liable_pay)


@rule(
    since="2022-01-01",
    source="Act 29-06-1981 art. 38 par. 3quindecies; RD 28-11-1969 art. 19 par. 2, 2°",
    fact="item_compensated",
    scope={"item_kind": all_but(COMPENSATED)},
)
def item_without_compensation():
    """No such indemnity."""
    return 0
