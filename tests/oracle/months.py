"""A worker-month by the sources: contribution, employment bonus, tax, special contribution, net.

`month` takes one contract and the person's facts in one dict, with the names of the product's
contract. A fact that could also be established may be given; then nothing above it is needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from . import figures_social as social
from .arithmetic import ONE, ZERO, cents, quotient
from .figures import FIRST_DAY, LAST_DAY, Unknown
from .taxes import fiscal_bonus, tax_on_scale

Facts = Mapping[str, Any]

THREE_ZONES_FROM = date(2023, 7, 1)
TWO_PARTS_FROM = date(2024, 4, 1)
THREE_FAMILY_TABLES_FROM = date(2022, 4, 1)

CONTRACT_FACTS = (
    "employee_contribution_due",
    "employment_bonus_a",
    "employment_bonus_b",
    "employment_bonus",
    "employee_contribution",
)


def month(facts: Facts, on: date, paid: date) -> dict[str, Decimal]:
    """What the law makes of one contract of one person in one month.

    `on` is a day of the month worked, `paid` the day of payment. Established are the names of the
    contract, as far as the given facts reach. Raises `Unknown` for a figure without source.
    """
    known = dict(facts)
    if "gross_pay" in known:
        _contract(known, on)
        _establish(
            known,
            "special_contribution",
            lambda: special_contribution(
                contribution_base(known["gross_pay"], known["worker_status"]), known, on
            ),
        )
        _establish(
            known,
            "taxable_pay",
            lambda: (
                known["gross_pay"]
                - known["employee_contribution"]
                + known.get("taxable_benefits", ZERO)
            ),
        )
    if "employment_bonus_a" in known:
        _establish(
            known,
            "fiscal_employment_bonus",
            lambda: fiscal_bonus(
                known["employment_bonus_a"], known.get("employment_bonus_b", ZERO), paid
            ),
        )
    if "taxable_pay" in known:
        _establish(known, "withholding_tax_on_scale", lambda: tax_on_scale(known, paid))
    if "withholding_tax_on_scale" in known:
        _establish(
            known,
            "withholding_tax",
            lambda: max(
                known["withholding_tax_on_scale"] - known.get("fiscal_employment_bonus", ZERO), ZERO
            ),
        )
    if "gross_pay" in known:
        _establish(
            known,
            "net_pay",
            lambda: (
                known["gross_pay"]
                - known["employee_contribution"]
                - known["withholding_tax"]
                - known["special_contribution"]
            ),
        )
    return {name: known[name] for name in known if name not in facts}


def _establish(known: dict[str, Any], name: str, formula: Callable[[], Decimal]) -> None:
    """Add a fact, unless it was given: then nothing above it is computed either."""
    if name not in known:
        known[name] = formula()


def month_many(rows: Iterable[tuple[Facts, date, date]]) -> list[dict[str, Decimal] | Unknown]:
    """The months of many (facts, on, paid), in their order; `Unknown` stands where one stops."""
    answers: list[dict[str, Decimal] | Unknown] = []
    for facts, on, paid in rows:
        try:
            answers.append(month(facts, on, paid))
        except Unknown as unknown:
            answers.append(unknown)
    return answers


def contract_month(facts: Facts, on: date) -> dict[str, Decimal]:
    """The contribution and the bonus of one contract by itself.

    Pay that does not count for the bonus is given as `pay_outside_bonus`, what of it are year-end
    premiums, and the contribution that the bonus may not lower.
    """
    known = dict(facts)
    _contract(known, on)
    return {name: known[name] for name in CONTRACT_FACTS}


def worker_month(
    person: Facts, contracts: Iterable[Facts], on: date, paid: date
) -> dict[str, Decimal]:
    """Several contracts of one person with one employer in one month.

    Contribution and bonus belong to each contract; tax and special contribution to their sum.
    The answer holds the sums, under the same names as that of `month`.
    """
    parts = [dict(contract) for contract in contracts]
    for part in parts:
        _contract(part, on)
    sums = {name: sum((part[name] for part in parts), ZERO) for name in CONTRACT_FACTS}
    bases = (contribution_base(part["gross_pay"], part["worker_status"]) for part in parts)
    gross = sum((part["gross_pay"] for part in parts), ZERO)
    sums["special_contribution"] = special_contribution(sum(bases, ZERO), person, on)
    sums["taxable_pay"] = (
        gross - sums["employee_contribution"] + person.get("taxable_benefits", ZERO)
    )
    sums |= month({**person, **sums}, on, paid)
    sums["net_pay"] = (
        gross
        - sums["employee_contribution"]
        - sums["withholding_tax"]
        - sums["special_contribution"]
    )
    return sums


def _contract(known: dict[str, Any], on: date) -> None:
    """Add the worker's contribution and the bonus that lowers it."""
    gross, status = known["gross_pay"], known["worker_status"]
    if status not in ("white_collar", "blue_collar"):
        raise Unknown(f"employee contribution of a {status}", on)
    if not FIRST_DAY <= on <= LAST_DAY:
        raise Unknown("employee contribution", on)
    _establish(
        known,
        "employee_contribution_due",
        lambda: cents(contribution_base(gross, status) * social.WORKER_RATE),
    )
    if "employment_bonus" not in known:
        a, b = _bonus_granted(known, on)
        known.setdefault("employment_bonus_a", a)
        known.setdefault("employment_bonus_b", b)
        known["employment_bonus"] = known["employment_bonus_a"] + known["employment_bonus_b"]
    _establish(
        known,
        "employee_contribution",
        lambda: known["employee_contribution_due"] - known["employment_bonus"],
    )


def _bonus_granted(facts: Facts, on: date) -> tuple[Decimal, Decimal]:
    """Both parts, within the contribution due and within what is left of the year's cap."""
    a, b = bonus_before_cap(facts, on)
    untouched = facts.get("contribution_outside_bonus", ZERO)
    a, b = _capped(a, b, max(facts["employee_contribution_due"] - untouched, ZERO))
    before = facts.get("employment_bonus_granted_before", ZERO)
    if before:
        if on.year not in social.YEARLY_BONUS_CAP:
            raise Unknown("yearly cap of the employment bonus", on)
        a, b = _capped(a, b, max(social.YEARLY_BONUS_CAP[on.year] - before, ZERO))
    return a, b


def contribution_base(gross: Decimal, status: str) -> Decimal:
    """Gross pay at 100 %, or at 108 % for a blue-collar worker: an amount, so to the cent."""
    return cents(gross * social.BLUE_COLLAR_FACTOR) if status == "blue_collar" else gross


def _capped(a: Decimal, b: Decimal, limit: Decimal) -> tuple[Decimal, Decimal]:
    """Both parts within the limit: part B gives way first."""
    a = min(a, limit)
    return a, min(b, limit - a)


def bonus_reference_wage(facts: Facts) -> Decimal:
    """The wage of a complete full-time month at 100 %, or a year-end premium that exceeds it."""
    gross: Decimal = facts["gross_pay"] - facts.get("pay_outside_bonus", ZERO)
    paid, possible, part_time = _performance(facts)
    if paid == possible and not part_time:
        wage = gross
    else:
        wage = cents(quotient(gross, paid) * possible) if paid else ZERO
    return max(wage, facts["year_end_premiums"]) if "year_end_premiums" in facts else wage


def _performance(facts: Facts) -> tuple[Decimal, Decimal, bool]:
    """Paid, possible, and whether these are the hours of a part-time contract."""
    if facts.get("is_part_time", False):
        return facts["bonus_hours_paid"], facts["bonus_hours_full_time"], True
    possible = facts.get("bonus_days_possible", ONE)
    return facts.get("bonus_days_paid", possible), possible, False


def bonus_before_cap(facts: Facts, on: date) -> tuple[Decimal, Decimal]:
    """Parts A and B for the part of the month that was paid; the single bonus is all A."""
    paid, possible, _ = _performance(facts)
    if not paid or not possible:
        return ZERO, ZERO
    fraction = min(quotient(paid, possible), ONE)
    a, b = _bonus_of_full_month(bonus_reference_wage(facts), facts["worker_status"], on)
    return cents(a * fraction), cents(b * fraction)


def _bonus_of_full_month(wage: Decimal, status: str, on: date) -> tuple[Decimal, Decimal]:
    if on < THREE_ZONES_FROM:
        s1, s2, maximum, slope = social.SINGLE_BONUS[status].on(on)
        return _falling(maximum, slope, wage, s1, s2), ZERO
    if on < TWO_PARTS_FROM:
        row = social.THREE_ZONE_BONUS[status].on(on)
        s1, s1bis, s2, maximum, low_slope, base, slope = row
        if wage <= s1bis:
            return _falling(maximum, low_slope, wage, s1, s1bis), ZERO
        return _falling(base, slope, wage, s1, s2), ZERO
    s1, s1bis, s2, maximum_a, slope_a, maximum_b, slope_b = social.TWO_PART_BONUS[status].on(on)
    return (
        _falling(maximum_a, slope_a, wage, s1bis, s2),
        _falling(maximum_b, slope_b, wage, s1, s1bis),
    )


def _falling(
    maximum: Decimal, slope: Decimal, wage: Decimal, start: Decimal, end: Decimal
) -> Decimal:
    """The maximum up to `start`, then less by the slope, nothing above `end`; to the cent."""
    if wage <= start:
        return maximum
    if wage > end:
        return ZERO
    return max(cents(maximum - slope * (wage - start)), ZERO)


def special_contribution_table(
    facts: Facts, on: date
) -> list[tuple[Decimal, Decimal, Decimal, Decimal, Decimal]]:
    """The table of the month for the person's household."""
    couple = facts.get("is_couple", False)
    one_income = couple and facts.get("spouse_income", "none") != "full"
    if on < THREE_FAMILY_TABLES_FROM:
        if couple and not one_income:
            return social.TWO_INCOMES_UNTIL_2022_03
        return social.SINGLE_UNTIL_2022_03
    if one_income:
        return social.ONE_INCOME
    return social.TWO_INCOMES if couple else social.SINGLE


def special_contribution(base: Decimal, facts: Facts, on: date) -> Decimal:
    """The monthly withholding on all of the month's base."""
    for above, fixed, rate, least, most in reversed(special_contribution_table(facts, on)):
        if base > above:
            return max(min(cents(fixed + rate * (base - above)), most), least)
    return ZERO
