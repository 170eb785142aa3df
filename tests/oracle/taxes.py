"""Withholding tax by the key formula, and the tables of exceptional pay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from . import figures_exceptional as once
from . import figures_social as social
from . import figures_tax as tax
from .arithmetic import ZERO, cents, cents_truncated, quotient, whole_multiple
from .figures import Unknown, year_of

Facts = Mapping[str, Any]

TWELVE = Decimal(12)
FIFTEEN = Decimal(15)
BONUS_IN_PARTS_FROM = date(2024, 4, 1)


def scale_of(facts: Facts) -> str:
    """The scale given, else the second for a couple whose spouse has no income, else the first."""
    if "tax_scale" in facts:
        return str(facts["tax_scale"])
    alone_earning = facts.get("is_couple", False) and facts.get("spouse_income", "none") == "none"
    return "2" if alone_earning else "1"


def tax_on_scale(facts: Facts, paid: date) -> Decimal:
    """The tax of a month on its taxable pay, after the family, before the monthly reductions."""
    year = paid.year
    if year not in tax.BRACKETS:
        raise Unknown("withholding tax scale", paid)
    pay = facts["taxable_pay"]
    if year <= 2022:
        pay = whole_multiple(pay, FIFTEEN)
    if pay <= 0:
        return ZERO
    yearly = pay * TWELVE
    expenses = min(cents(yearly * tax.EXPENSES_RATE[year]), tax.EXPENSES_MAXIMUM[year])
    income, scale = yearly - expenses, scale_of(facts)
    exempt = tax.TAX_ON_EXEMPT_AMOUNT[year]
    if scale == "1":
        base = tax_by_brackets(income, year) - exempt
    elif scale == "2":
        share = min(cents(income * tax.QUOTIENT_RATE[year]), tax.QUOTIENT_MAXIMUM[year])
        base = tax_by_brackets(share, year) + tax_by_brackets(income - share, year) - 2 * exempt
    else:
        base = tax_by_brackets(income, year)
    reduction = ZERO if scale == "3" else family_reduction(facts, scale, paid)
    yearly_tax = max(max(base, ZERO) - reduction, ZERO)
    return cents_truncated(yearly_tax / TWELVE) if year <= 2022 else quotient(yearly_tax, TWELVE)


def tax_by_brackets(income: Decimal, year: int) -> Decimal:
    """The base scale on a yearly income."""
    for above, rate, fixed in reversed(tax.BRACKETS[year]):
        if income > above:
            return cents(fixed + rate * (income - above))
    return ZERO


def family_reduction(facts: Facts, scale: str, paid: date) -> Decimal:
    """All reductions of the year for the family, before they are limited to the tax."""
    year = paid.year
    children = counted(facts, "dependent_children")
    total: Decimal = children_reduction(children, year)
    if facts.get("is_isolated", False):
        total += tax.ISOLATED[year]
    if facts.get("is_single_parent", False) and children:
        total += tax.SINGLE_PARENT[year]
    if facts.get("is_disabled", False):
        total += tax.DISABLED[year]
    if facts.get("has_disabled_spouse", False) and scale == "2":
        total += tax.DISABLED_SPOUSE[year]
    total += counted(facts, "other_dependents") * tax.OTHER_DEPENDANT[year]
    total += facts.get("elderly_dependents", 0) * tax.TRANSITIONAL_65[year]
    in_need_of_care = counted(facts, "dependents_in_need_of_care")
    if in_need_of_care:
        amount = year_of("reduction for a dependant in need of care", tax.IN_NEED_OF_CARE, paid)
        total += in_need_of_care * amount
    spouse_income = facts.get("spouse_income", "none")
    if scale == "1" and spouse_income == "small_income":
        total += tax.SPOUSE_SMALL_INCOME[year]
    if scale == "1" and spouse_income == "small_pension":
        total += tax.SPOUSE_SMALL_PENSION[year]
    return total


def counted(facts: Facts, who: str) -> int:
    """The dependants of one kind, of whom each disabled one counts for two."""
    return int(facts.get(who, 0) + facts.get(f"disabled_{who}", 0))


def children_reduction(children: int, year: int) -> Decimal:
    """The amount of the table, and a fixed one for each child above eight."""
    if children <= 0:
        return ZERO
    table = tax.CHILDREN[year]
    return table[min(children, 8) - 1] + max(children - 8, 0) * tax.CHILD_ABOVE_EIGHT[year]


def fiscal_bonus(a: Decimal, b: Decimal, paid: date) -> Decimal:
    """The reduction of the month for the employment bonus, before it is limited to the tax."""
    if not 2022 <= paid.year <= 2026:
        raise Unknown("fiscal employment bonus", paid)
    if paid < BONUS_IN_PARTS_FROM:
        return cents((a + b) * social.FISCAL_BONUS_SINGLE)
    return cents(a * social.FISCAL_BONUS_A) + cents(b * social.FISCAL_BONUS_B)


def exceptional(facts: Facts, paid: date) -> dict[str, Decimal]:
    """The tax on a holiday allowance, another exceptional payment, or a notice indemnity.

    What the children exempt fills the year up to its limit once: of several lines in one month,
    together `exceptional_taxable_total`, each bears its part; what is taken back loses its own.
    """
    pay, reference = facts["exceptional_taxable_pay"], facts["annual_reference_pay"]
    total = facts.get("exceptional_taxable_total", pay)
    kind = facts["exceptional_kind"]
    children = 0 if facts.get("tax_scale") == "3" else counted(facts, "dependent_children")
    if kind == "notice":
        rows = year_of("rates of notice indemnities", once.NOTICE, paid)
        rate = next(rate for up_to, rate in rows if up_to is None or reference <= up_to)
    else:
        rows = year_of("rates of exceptional pay", once.EXCEPTIONAL, paid)
        row = next(row for row in rows if row[0] is None or reference <= row[0])
        rate = row[1] if kind == "holiday" else row[2]
    reduction = exempt = ZERO
    if children:
        limits = year_of("children and exceptional pay", once.CHILDREN_EXEMPT_UP_TO, paid)
        limit = limits[min(children, len(limits)) - 1]
        filled = min(abs(total), max(limit - reference, ZERO))
        exempt = cents(filled * pay / abs(total)) if total else ZERO
        cuts = year_of("children and exceptional pay", once.CHILDREN_REDUCTION, paid)
        share, up_to = cuts[min(children, len(cuts)) - 1]
        if kind != "notice" and reference <= up_to:
            reduction = share
    return {"exceptional_withholding_tax": cents((pay - exempt) * rate * (1 - reduction))}
