"""Lines of pay by the sources: what each is worth, what is due on it, and the month they make.

A person has contracts, a contract has lines; all are dicts with the names of the product's facts.
`month_of_lines` gives the sums of the person's month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from . import figures_lines as figures
from . import figures_social as social
from .arithmetic import CENT, ZERO, cents, quotient, shared
from .figures import year_of
from .line_amounts import (
    SHARE_OF_WAGE,
    amount_of,
    monthly_wage,
    received_and_withheld,
    surcharged_wage,
    worth_of,
)
from .months import CONTRACT_FACTS, contract_month, contribution_base, special_contribution
from .taxes import exceptional, fiscal_bonus, tax_on_scale

Facts = Mapping[str, Any]

TWELVE = Decimal(12)

IN_KIND = ("pay_in_kind", *figures.IN_KIND)
PLAIN = ("premium", "fixed_premium", "commission", "arrears", "recovery", "piece_pay", "daily_pay")
# Normal pay of any month, beside the basic pay.
NORMAL = ("fixed_premium", "commission", "piece_pay", "daily_pay", *IN_KIND)
OF_EARLIER_MONTHS = ("arrears", "recovery")
YEAR_END = ("year_end_premium", "year_end_premium_by_months")
OTHER_EXCEPTIONAL = (*YEAR_END, "yearly_bonus")
# Single holiday pay under remuneration code 7: it does not count for the employment bonus.
SINGLE_ON_LEAVING = ("departure_holiday_pay_current", "departure_holiday_pay_previous")
OUTSIDE_BONUS = (*SINGLE_ON_LEAVING, "holiday_settlement")
SINGLE_APART = (*OUTSIDE_BONUS, "holiday_days_not_taken")
WITHOUT_CONTRIBUTION = (
    "departure_holiday_supplement_current",
    "departure_holiday_supplement_previous",
)
DOUBLE_ON_LEAVING = ("departure_holiday_bonus_current", "departure_holiday_bonus_previous")
DOUBLE_IN_SERVICE = (
    "double_holiday_pay",
    "double_holiday_arrears",
    "double_holiday_variable_pay",
    "double_holiday_days_not_taken",
    "double_holiday_settlement",
)
DOUBLE = (*DOUBLE_IN_SERVICE, *DOUBLE_ON_LEAVING, *WITHOUT_CONTRIBUTION)
HOLIDAY_PAY = (*SINGLE_APART, *DOUBLE)
LIABLE = (
    *PLAIN,
    *IN_KIND,
    *figures.OVERTIME,
    *SHARE_OF_WAGE,
    "hourly_premium",
    "holiday_variable_pay",
    *OTHER_EXCEPTIONAL,
    *SINGLE_APART,
)
GIFTS = ("gift", "honour_gift", "marriage_gift", "retirement_gift")
WITHIN_THE_FIFTH = (
    "advance",
    "fine",
    "damages",
    "overpaid_wage",
    "benefit_share",
    "other_deduction",
)
WITHOUT_LIMIT = ("part_payment", "damages_by_fraud")


@dataclass
class Line:
    """The treatment of one line, in euro."""

    kind: str
    liable: Decimal = ZERO
    beside: Decimal = ZERO
    own_contribution: Decimal = ZERO
    own_tax: Decimal = ZERO
    taxed_beside: Decimal = ZERO
    in_kind: Decimal = ZERO
    exempt: Decimal = ZERO
    deduction: Decimal = ZERO
    # None: taxed with the month. Else by the table of exceptional pay, and on how much of it.
    table: str | None = None
    taxed_apart: Decimal = ZERO
    ordinary_contribution: Decimal = ZERO
    exceptional_tax: Decimal = ZERO
    surcharged_hours: Decimal = ZERO
    surcharged_wage: Decimal = ZERO

    @property
    def net(self) -> Decimal:
        """What is left of exceptional pay, or of pay with contributions of its own."""
        return (
            self.liable
            - self.ordinary_contribution
            + self.beside
            - self.own_contribution
            - self.exceptional_tax
            - self.own_tax
        )


def worker_contribution(pay: Decimal, status: str) -> Decimal:
    """The ordinary contribution on a pay by itself."""
    return cents(contribution_base(pay, status) * social.WORKER_RATE)


def down(amount: Decimal) -> Decimal:
    """A limit to the cent, never above what the law gives."""
    return amount.quantize(CENT, ROUND_FLOOR)


# --------------------------------------------------------------------------------- each line


def line_of(facts: Facts, contract: Facts) -> Line:
    """What the law makes of a line, but for what depends on the person's year."""
    kind, amount = facts["item_kind"], amount_of(facts, contract)
    line = Line(kind)
    if kind in figures.OVERTIME:
        line.surcharged_hours = facts["item_hours"]
        line.surcharged_wage = surcharged_wage(facts, contract)
    if kind in LIABLE:
        line.liable = amount
        line.in_kind = amount if kind in IN_KIND else ZERO
        line.table = "other" if kind in OTHER_EXCEPTIONAL else None
        line.table = "holiday" if kind in HOLIDAY_PAY else line.table
    elif kind in DOUBLE:
        line.beside, line.table = amount, "holiday"
        line.own_contribution = cents(_withheld_on(facts, amount) * social.WORKER_RATE)
    elif kind == "results_bonus":
        line.beside = amount
    elif kind == "warrants":
        line.beside = line.in_kind = amount
        line.table = "other"
    elif kind == "profit_premium":
        line.beside, line.own_contribution = amount, cents(amount * figures.PROFIT_CONTRIBUTION)
        line.own_tax = cents((amount - line.own_contribution) * figures.PROFIT_TAX)
    elif kind in GIFTS:
        _gift(line, facts, contract)
    elif kind in figures.SENIORITY:
        years, months = figures.SENIORITY[kind]
        wage = facts.get("item_base", ZERO) or monthly_wage(contract)
        limit = wage * months if contract["service_years"] >= years else ZERO
        line.liable, line.table = max(amount - limit, ZERO), "other"
        line.exempt = amount - line.liable
    elif kind == "expense":
        line.exempt = amount
    elif kind == "taxable_benefit":
        line.taxed_beside = amount
    elif kind == "fine":
        line.deduction = min(amount, down(facts["item_base"] * figures.FIFTH))
    else:
        assert kind in WITHIN_THE_FIFTH or kind in WITHOUT_LIMIT, kind
        line.deduction = amount
    if line.table is not None:
        line.ordinary_contribution = worker_contribution(line.liable, contract["worker_status"])
        line.taxed_apart = (
            line.liable - line.ordinary_contribution + line.beside - line.own_contribution
        )
    return line


def _withheld_on(facts: Facts, amount: Decimal) -> Decimal:
    """Double holiday pay: no contribution on 7 of its 92 %; on leaving, on what is above 6.80 %."""
    kind = facts["item_kind"]
    if kind in WITHOUT_CONTRIBUTION:
        return ZERO
    if kind in DOUBLE_ON_LEAVING:
        return amount
    if kind == "double_holiday_settlement":
        due = cents(facts["item_base"] * figures.DOUBLE_ON_LEAVING_WITHHELD)
        return max(due - received_and_withheld(facts), ZERO)
    return cents(amount * (figures.DOUBLE_PAY - figures.DOUBLE_EXEMPT) / figures.DOUBLE_PAY)


def _gift(line: Line, facts: Facts, contract: Facts) -> None:
    """Free up to a limit; above it, all of it is pay, or of a gift on a marriage what exceeds.

    A retirement gift is worth a limit for each complete year, and may not be too small either.
    """
    amount, earlier = facts["recorded_amount"], facts.get("item_base", ZERO)
    total, line.table = amount + earlier, "other"
    if line.kind == "marriage_gift":
        line.liable = max(total - figures.MARRIAGE_GIFT, ZERO)
    else:
        limit, least = figures.HONOUR_GIFT, ZERO
        if line.kind == "retirement_gift":
            years = contract["service_months"] // 12
            limit = min(figures.RETIREMENT_GIFT * years, figures.RETIREMENT_GIFT_MOST)
            least = figures.RETIREMENT_GIFT_LEAST
        if line.kind == "gift":
            children = facts.get("item_units", ZERO)
            limit = figures.FESTIVE_GIFT + children * figures.FESTIVE_GIFT_PER_CHILD
        line.liable = total if total > limit or ZERO < total < least else ZERO
    # Of what becomes pay, what was given earlier in the year is not paid out again.
    line.in_kind = max(line.liable - max(amount, ZERO), ZERO)
    line.exempt = amount - (line.liable - line.in_kind)


def _results_bonuses(found: list[tuple[Line, str]], person: Facts, day: date) -> None:
    """Up to the year's ceiling beside the pay; above it ordinary pay, taxed above the tax limit."""
    if not found:
        return
    ceiling, limit = year_of("ceiling of result-linked advantages", figures.RESULTS_BONUS, day)
    amounts = [line.beside for line, _ in found]
    before = person.get("results_bonus_before", ZERO)
    within = min(before + sum(amounts, ZERO), ceiling) - min(before, ceiling)
    above = shared(sum(amounts, ZERO) - within, amounts)
    for (line, status), liable in zip(found, above, strict=True):
        line.liable = liable
        line.beside -= liable
        line.own_contribution = cents(line.beside * figures.RESULTS_BONUS_CONTRIBUTION)
        line.ordinary_contribution = worker_contribution(liable, status)
        line.table = "other" if liable else None
    if any(above):
        net_before = person.get("results_bonus_after_contributions_before", ZERO)
        net = net_before + sum((line.net for line, _ in found), ZERO)
        taxed = max(net - limit, ZERO) - max(net_before - limit, ZERO)
        for (line, _), part in zip(found, shared(taxed, above), strict=True):
            line.taxed_apart = part


# --------------------------------------------------------------------------------- the month


def month_of_lines(
    person: Facts, contracts: Iterable[Facts], on: date, paid: date
) -> dict[str, Decimal]:
    """The month of a person; a contract carries its lines under `lines`."""
    parts = [dict(contract) for contract in contracts]
    owned = [[line_of(facts, part) for facts in part["lines"]] for part in parts]
    of_status = [
        (line, part["worker_status"])
        for part, own in zip(parts, owned, strict=True)
        for line in own
    ]
    results = [pair for pair in of_status if pair[0].kind == "results_bonus"]
    _results_bonuses(results, person, on)
    lines = [line for own in owned for line in own]

    def all_of(name: str) -> Decimal:
        return sum((getattr(line, name) for line in lines), ZERO)

    sums = _contracts(parts, owned, on)
    benefits = all_of("taxed_beside")
    _tax_apart(lines, person, annual_reference(parts), paid)
    apart = [line for line in lines if line.table is not None]
    liable_apart = sum((line.liable - line.ordinary_contribution for line in apart), ZERO)
    taxable = sums["gross_pay"] - sums["employee_contribution"] - liable_apart + benefits
    on_scale = tax_on_scale({**person, "taxable_pay": taxable}, paid)
    fiscal = fiscal_bonus(sums["employment_bonus_a"], sums["employment_bonus_b"], paid)
    tax = max(on_scale - fiscal, ZERO)
    tax -= min(_overtime_relief(lines, person), tax)
    special = special_contribution(sums["contribution_base"], person, on)
    exceptional_tax, own_tax = all_of("exceptional_tax"), all_of("own_tax")
    cash = (
        sums["gross_pay"]
        - sums["employee_contribution"]
        + all_of("beside")
        - all_of("own_contribution")
        - all_of("in_kind")
        + all_of("exempt")
        - (tax + exceptional_tax + own_tax)
        - special
    )
    return {
        **{name: sums[name] for name in CONTRACT_FACTS},
        "total_gross": sums["gross_pay"] + all_of("beside"),
        "contributions_beside_gross": all_of("own_contribution"),
        "taxable_pay": taxable,
        "withholding_tax": tax,
        "exceptional_tax": exceptional_tax,
        "own_tax": own_tax,
        "special_contribution": special,
        **_deducted(lines, cash, person.get("earlier_claims", ZERO)),
    }


def _contracts(
    parts: list[dict[str, Any]], owned: list[list[Line]], on: date
) -> dict[str, Decimal]:
    """Gross pay, contribution and bonus of each contract, added up."""
    for part, own in zip(parts, owned, strict=True):
        part["gross_pay"] = part["pay_for_work"] + sum((line.liable for line in own), ZERO)
        premiums = _liable(own, YEAR_END)
        earlier = _liable(own, OF_EARLIER_MONTHS)
        part["pay_outside_bonus"] = premiums + earlier + _liable(own, OUTSIDE_BONUS)
        part["year_end_premiums"] = premiums
        untouched = (*SINGLE_ON_LEAVING, *OF_EARLIER_MONTHS)
        part["contribution_outside_bonus"] = sum(
            (
                worker_contribution(line.liable, part["worker_status"])
                for line in own
                if line.kind in untouched
            ),
            ZERO,
        )
        part["contribution_base"] = contribution_base(part["gross_pay"], part["worker_status"])
        part.update(contract_month(part, on))
    names = (*CONTRACT_FACTS, "gross_pay", "contribution_base")
    return {name: sum((part[name] for part in parts), ZERO) for name in names}


def annual_reference(contracts: Iterable[Facts]) -> Decimal:
    """Twelve normal months of all contracts, with the lines that are normal pay of any month."""
    month = ZERO
    for part in contracts:
        normal = monthly_wage(part) + worth_of(part, NORMAL)
        month += normal - worker_contribution(normal, part["worker_status"])
        month += worth_of(part, ("taxable_benefit",))
    return TWELVE * month


def _liable(lines: list[Line], kinds: tuple[str, ...]) -> Decimal:
    return sum((line.liable for line in lines if line.kind in kinds), ZERO)


def _tax_apart(lines: list[Line], person: Facts, reference: Decimal, paid: date) -> None:
    apart = [line for line in lines if line.table is not None]
    total = sum((line.taxed_apart for line in apart), ZERO)
    for line in apart:
        question = {
            **person,
            "exceptional_taxable_pay": line.taxed_apart,
            "exceptional_taxable_total": total,
            "annual_reference_pay": reference,
            "exceptional_kind": line.table,
        }
        line.exceptional_tax = exceptional(question, paid)["exceptional_withholding_tax"]


def _overtime_relief(lines: list[Line], person: Facts) -> Decimal:
    """The relief on the wage of the hours with a surcharge, in the part within the year's maximum."""
    hours = sum((line.surcharged_hours for line in lines), ZERO)
    before, most = person.get("overtime_hours_of_year_before", ZERO), figures.RELIEVED_HOURS
    relieved = min(before + hours, most) - min(before, most)
    relief = ZERO
    for rate, kinds in figures.RELIEF:
        wage = sum((line.surcharged_wage for line in lines if line.kind in kinds), ZERO)
        relief += rate * (quotient(wage * relieved, hours) if hours else wage)
    return cents(relief)


def _deducted(lines: list[Line], cash: Decimal, earlier: Decimal) -> dict[str, Decimal]:
    """The last part of the payslip: a fifth of the wage in cash for advances, fines, damages."""
    no_wage = sum(
        (line.net for line in lines if line.kind in (*HOLIDAY_PAY, "profit_premium")), ZERO
    )
    exempt = sum((line.exempt for line in lines), ZERO)
    fifth = down(max(cash - exempt - no_wage, ZERO) * figures.FIFTH)
    free = sum((line.deduction for line in lines if line.kind in WITHOUT_LIMIT), ZERO)
    claims = earlier + sum(
        (line.deduction for line in lines if line.kind in WITHIN_THE_FIFTH), ZERO
    )
    settled = min(claims, fifth, max(cash - free, ZERO))
    net = cash - free - settled
    return {
        "deduction_limit": fifth,
        "claims_settled": settled,
        "net_pay": net,
        "net_payable": max(net, ZERO),
        "claims_left": claims - settled + max(-net, ZERO),
    }
