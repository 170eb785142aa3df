"""Facts of people, realistic and drawn to every border, the same for the same seed.

`people(seed)` yields (facts, month worked, day of payment) without end, `exceptional_people(seed)`
(facts, day of payment), `worker_lines(seed)` (facts, quarter). Borders are found from the oracle's
own figures: each threshold and a cent beside it, products that end on an exact half, caps that
just bind, the ends of the brackets of the tax.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from . import figures_exceptional as once
from . import figures_quarter as quarterly
from . import figures_social as social
from . import figures_tax as tax
from .arithmetic import CENT, ZERO, cents
from .months import (
    THREE_ZONES_FROM,
    TWO_PARTS_FROM,
    bonus_before_cap,
    month,
    special_contribution_table,
)
from .taxes import counted, scale_of

Facts = dict[str, Any]

MONTHS = [date(year, number, 1) for year in range(2022, 2027) for number in range(1, 13)]
MONTHS_OF_CHANGE = sorted(
    {
        day
        for tables in (social.SINGLE_BONUS, social.THREE_ZONE_BONUS, social.TWO_PART_BONUS)
        for day in tables["white_collar"].days
    }
)
BESIDE = [-CENT, ZERO, CENT]
TWELVE = Decimal(12)
HOLIDAY_KINDS = ["holiday", "other", "notice"]


def people(seed: int) -> Iterator[tuple[Facts, date, date]]:
    """Worker-months of one contract each, of all years mixed."""
    rng = Random(seed)
    while True:
        on = _month(rng)
        paid = _payment(rng, on)
        facts: Facts = {"worker_status": rng.choice(["white_collar", "blue_collar"])}
        facts |= _family(rng)
        facts |= _performance(rng, on)
        rng.choice(_PAYS)(rng, facts, on, paid)
        yield facts, on, paid


# --------------------------------------------------------------------------- time and family


def _month(rng: Random) -> date:
    day = rng.choice(MONTHS_OF_CHANGE if rng.random() < 0.2 else MONTHS)
    if rng.random() < 0.2:
        day = (day - timedelta(days=1)).replace(day=1)
    return max(day, MONTHS[0])


def _payment(rng: Random, on: date) -> date:
    """Mostly the last day of the month; else in the next one, never beyond what is known."""
    last = on.replace(day=monthrange(on.year, on.month)[1])
    paid = last if rng.random() < 0.7 else last + timedelta(days=rng.choice([1, 2, 5, 15]))
    return min(paid, date(2026, 12, 31))


def _family(rng: Random) -> Facts:
    kind = rng.choice(["single", "single", "none", "none", "small_income", "small_pension", "full"])
    facts: Facts = {}
    if kind != "single":
        facts |= {"is_couple": True, "spouse_income": kind}
    if rng.random() < 0.5:
        facts["dependent_children"] = rng.choice([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12])
        if facts["dependent_children"] and rng.random() < 0.2:
            facts["disabled_dependent_children"] = rng.randint(1, facts["dependent_children"])
        if kind == "single":
            facts["is_single_parent"] = rng.random() < 0.5
    if kind == "single" and rng.random() < 0.3:
        facts["is_isolated"] = True
    if rng.random() < 0.1:
        facts["is_disabled"] = True
    for who, likely in (("other_dependents", 0.1), ("dependents_in_need_of_care", 0.05)):
        if rng.random() < likely:
            facts[who] = rng.randint(1, 3)
            facts[f"disabled_{who}"] = rng.randint(0, facts[who])
    if rng.random() < 0.05:
        facts["elderly_dependents"] = rng.randint(1, 2)
    if kind != "single" and rng.random() < 0.1:
        facts["has_disabled_spouse"] = True
    if rng.random() < 0.3:
        facts["tax_scale"] = rng.choice(["1", "2", "3"])
    return facts


def _performance(rng: Random, on: date) -> Facts:
    """A complete month, an incomplete one with half days, or the hours of a part-time contract."""
    draw = rng.random()
    weekdays = sum(
        on.replace(day=day + 1).weekday() < 5 for day in range(monthrange(on.year, on.month)[1])
    )
    possible = Decimal(weekdays)
    if draw < 0.4:
        return {"bonus_days_paid": possible, "bonus_days_possible": possible}
    if draw < 0.7:
        paid = Decimal(rng.randint(0, 2 * weekdays)) / 2
        return {"bonus_days_paid": paid, "bonus_days_possible": possible}
    full = possible * rng.choice([Decimal("7.6"), Decimal("7.6"), Decimal("8"), Decimal("7.2")])
    share = rng.choice([Decimal("0.5"), Decimal("0.8"), Decimal("0.6"), Decimal("0.25"), None])
    hours = full * share if share else full * rng.randint(0, 100) / 100
    return {
        "is_part_time": True,
        "bonus_hours_paid": cents(hours),
        "bonus_hours_full_time": full,
    }


# --------------------------------------------------------------------------------------- pay


def _realistic(rng: Random, facts: Facts, on: date, paid: date) -> None:
    least, most = rng.choice([(1200, 2800), (1800, 4500), (2200, 9000)])
    facts["gross_pay"] = _amount(rng, least, most)
    if rng.random() < 0.2:
        facts["taxable_benefits"] = _amount(rng, 0, 600)


def _rare(rng: Random, facts: Facts, on: date, paid: date) -> None:
    """Nothing, a cent, a correction below zero, or very much."""
    facts["gross_pay"] = rng.choice(
        [
            ZERO,
            CENT,
            Decimal("0.04"),
            Decimal("14.99"),
            Decimal("15.00"),
            _amount(rng, 1, 700),
            -_amount(rng, 0, 4000),
            -CENT,
            -Decimal("50.00"),
            _amount(rng, 9000, 60000),
        ]
    )


def _at_bonus_border(rng: Random, facts: Facts, on: date, paid: date) -> None:
    """The reference wage at a limit of the bonus, or where a product ends on a half."""
    status = facts["worker_status"]
    if on < THREE_ZONES_FROM:
        s1, s2, _, slope = social.SINGLE_BONUS[status].on(on)
        limits, slopes = [s1, s2], [(s1, slope)]
    elif on < TWO_PARTS_FROM:
        s1, s1bis, s2, _, low, _, slope = social.THREE_ZONE_BONUS[status].on(on)
        limits, slopes = [s1, s1bis, s2], [(s1, low), (s1, slope)]
    else:
        s1, s1bis, s2, _, slope_a, _, slope_b = social.TWO_PART_BONUS[status].on(on)
        limits, slopes = [s1, s1bis, s2], [(s1, slope_b), (s1bis, slope_a)]
    if rng.random() < 0.5:
        wage = rng.choice(limits) + rng.choice(BESIDE)
    else:
        start, slope = rng.choice(slopes)
        wage = start + _half_step(slope) * rng.choice([1, 3, 5]) + rng.choice(BESIDE)
    paid_part, possible = _parts(facts)
    gross = wage if paid_part == possible or not possible else wage * paid_part / possible
    facts["gross_pay"] = cents(gross)


def _at_daily_half(rng: Random, facts: Facts, on: date, paid: date) -> None:
    """A daily or hourly wage that ends on an exact half cent."""
    part, _ = _parts(facts)
    wage = _amount(rng, 80, 140) if "bonus_days_paid" in facts else _amount(rng, 12, 20)
    facts["gross_pay"] = cents(part * (wage + CENT / 2))


def _at_cap(rng: Random, facts: Facts, on: date, paid: date) -> None:
    """A contribution that the bonus, or its part A alone, just uses up."""
    a, b = bonus_before_cap(facts | {"gross_pay": Decimal("1500.00")}, on)
    factor = social.BLUE_COLLAR_FACTOR if facts["worker_status"] == "blue_collar" else Decimal(1)
    gross = rng.choice([a, a + b]) / (social.WORKER_RATE * factor)
    facts["gross_pay"] = cents(gross) + rng.choice([-4, -2, -1, 0, 1, 2, 4]) * CENT


def _at_special_border(rng: Random, facts: Facts, on: date, paid: date) -> None:
    """A base at a threshold of the special contribution, or a wage where a ceiling binds."""
    table = special_contribution_table(facts, on)
    base = rng.choice([above for above, *_ in table])
    _, fixed, rate, _, most = table[-1]
    if rate and most < 1000 and rng.random() < 0.3:
        base = table[-1][0] + (most - fixed) / rate
    if facts["worker_status"] == "blue_collar":
        base /= social.BLUE_COLLAR_FACTOR
    facts["gross_pay"] = cents(base) + rng.choice(BESIDE)


def _at_contribution_half(rng: Random, facts: Facts, on: date, paid: date) -> None:
    """A contribution that ends on an exact half cent: 13.07 % of 50, 150, 250, ..."""
    if facts["worker_status"] == "white_collar":
        facts["gross_pay"] = Decimal(50 + 100 * rng.randint(0, 80))
    else:
        facts["gross_pay"] = Decimal(1250 + 2500 * rng.randint(0, 4))
    facts["gross_pay"] += rng.choice(BESIDE)


def _at_tax_border(rng: Random, facts: Facts, on: date, paid: date) -> None:
    """Taxable pay, steered by benefits in kind, at an end of the tax's brackets and ceilings."""
    target = cents(rng.choice(_taxable_borders(facts, paid.year))) + rng.choice(BESIDE)
    if paid.year == 2022 and rng.random() < 0.5:
        target = Decimal(15 * rng.randint(0, 400)) + rng.choice(BESIDE)
    facts["gross_pay"] = _amount(rng, 0, max(int(target), 1))
    taxable = month(facts | {"withholding_tax_on_scale": ZERO}, on, paid)["taxable_pay"]
    facts["taxable_benefits"] = max(target - taxable, ZERO)


_PAYS: list[Callable[[Random, Facts, date, date], None]] = [
    _realistic,
    _realistic,
    _realistic,
    _rare,
    _at_bonus_border,
    _at_bonus_border,
    _at_daily_half,
    _at_cap,
    _at_special_border,
    _at_contribution_half,
    _at_tax_border,
    _at_tax_border,
]


def _taxable_borders(facts: Facts, year: int) -> list[Decimal]:
    """Monthly taxable pay at which a bracket, the expenses or the quotient reach their end."""
    maximum = tax.EXPENSES_MAXIMUM[year]
    first_rate = tax.BRACKETS[year][0][1]
    ends = [above for above, _, _ in tax.BRACKETS[year]]
    ends.append(tax.TAX_ON_EXEMPT_AMOUNT[year] / first_rate)
    if scale_of(facts) == "2":
        rate, most = tax.QUOTIENT_RATE[year], tax.QUOTIENT_MAXIMUM[year]
        full_from = most / rate
        ends = [end / (1 - rate) if end < full_from - most else end + most for end in ends]
        ends.append(full_from)
    turn = maximum / tax.EXPENSES_RATE[year]
    share_left = 1 - tax.EXPENSES_RATE[year]
    yearly = [end / share_left if end < turn - maximum else end + maximum for end in ends]
    return [amount / TWELVE for amount in [*yearly, turn]]


def _parts(facts: Facts) -> tuple[Decimal, Decimal]:
    if facts.get("is_part_time"):
        return facts["bonus_hours_paid"], facts["bonus_hours_full_time"]
    return facts["bonus_days_paid"], facts["bonus_days_possible"]


def _amount(rng: Random, least: int, most: int) -> Decimal:
    return Decimal(rng.randint(100 * least, 100 * most)) / 100


def _half_step(slope: Decimal) -> Decimal:
    """The smallest amount of which the slope takes a whole number of cents and a half."""
    ten_thousandths = int(slope * 10_000)
    step = next(n for n in range(1, 10_001) if n * ten_thousandths % 10_000 == 5_000)
    return Decimal(step) / 100


# ------------------------------------------------------------------- exceptional pay, quarters


def exceptional_people(seed: int) -> Iterator[tuple[Facts, date]]:
    """Exceptional payments: each bound of each table and a cent beside it, up to 14 children."""
    rng = Random(seed)
    while True:
        paid = _payment(rng, _month(rng))
        facts: Facts = {
            "exceptional_kind": rng.choice(HOLIDAY_KINDS),
            "exceptional_taxable_pay": rng.choice([ZERO, CENT, _amount(rng, 0, 9000)]),
            "annual_reference_pay": _amount(rng, 0, 120_000),
        }
        if rng.random() < 0.6:
            facts["dependent_children"] = rng.randint(0, 14)
            if rng.random() < 0.2:
                facts["disabled_dependent_children"] = rng.randint(0, facts["dependent_children"])
        bounds = _exceptional_bounds(facts, paid.year)
        if bounds and rng.random() < 0.6:
            facts["annual_reference_pay"] = rng.choice(bounds) + rng.choice(BESIDE)
        limits = once.CHILDREN_EXEMPT_UP_TO.get(paid.year)
        children = counted(facts, "dependent_children")
        if limits and children and rng.random() < 0.3:
            # The pay just reaches, or just passes, what the children exempt.
            pay = _amount(rng, 1, 5000)
            limit = limits[min(children, len(limits)) - 1]
            facts["annual_reference_pay"] = limit - pay
            facts["exceptional_taxable_pay"] = pay + rng.choice(BESIDE)
        yield facts, paid


def _exceptional_bounds(facts: Facts, year: int) -> list[Decimal]:
    table = once.NOTICE if facts["exceptional_kind"] == "notice" else once.EXCEPTIONAL
    bounds = [row[0] for row in table.get(year) or [] if row[0] is not None]
    if facts.get("dependent_children"):
        bounds += once.CHILDREN_EXEMPT_UP_TO.get(year) or []
        bounds += [up_to for _, up_to in once.CHILDREN_REDUCTION.get(year) or []]
    return bounds


def worker_lines(seed: int) -> Iterator[tuple[Facts, str]]:
    """Worker lines of a quarter with one occupation; names as in `quarters`."""
    rng = Random(seed)
    while True:
        year, number = rng.randint(2022, 2026), rng.randint(1, 4)
        facts: Facts = {
            "worker_status": rng.choice(["white_collar", "blue_collar"]),
            "structural_category": rng.choice(["1", "1", "1", "2", "3", "3_without_moderation"]),
            "average_headcount": rng.choice([Decimal(n) for n in (0, 5, 9, 10, 15, 19, 20, 400)]),
            "is_commercial": rng.random() < 0.9,
        }
        facts |= _quarter_performance(rng)
        if number == 4 and rng.random() < 0.3:
            facts["year_end_premium_by_third_party"] = True
        pay = _quarter_pay(rng, facts, date(year, 3 * number - 2, 1))
        facts["quarter_pay"] = pay
        blue = facts["worker_status"] == "blue_collar"
        facts["contribution_base"] = cents(pay * social.BLUE_COLLAR_FACTOR) if blue else pay
        yield facts, f"{year}Q{number}"


def _quarter_performance(rng: Random) -> Facts:
    if rng.random() < 0.6:
        any_days = Decimal(rng.randint(0, 130)) / 2
        days = rng.choice([Decimal(65), Decimal(65), Decimal(64), Decimal(66), any_days])
        more = rng.choice([ZERO, ZERO, Decimal(5)])
        return {"days_for_mu": days + more, "days_for_reference": days, "days_per_week": Decimal(5)}
    week = Decimal(rng.choice([38, 38, 40, 36]))
    # Shares at and beside the limits of beta: 27.5 %, 55 % and 80 % of a full quarter.
    share = rng.choice(
        [
            Decimal(rng.choice(["0.27", "0.275", "0.28", "0.54", "0.545", "0.55", "0.79", "0.80"])),
            Decimal(rng.randint(1, 100)) / 100,
        ]
    )
    hours = cents(13 * week * share)
    contract = rng.choice([week / 2, week / 2 - CENT, cents(week * share)])
    return {
        "is_part_time": True,
        "hours_for_mu": hours,
        "hours_for_reference": hours,
        "full_time_hours_per_week": week,
        "contract_hours_per_week": contract,
    }


def _quarter_pay(rng: Random, facts: Facts, day: date) -> Decimal:
    """Any pay, or one at a limit of the structural reduction or at the wage ceiling."""
    draw = rng.random()
    if draw < 0.1 and day >= quarterly.WAGE_CEILING.days[0]:
        (ceiling,) = quarterly.WAGE_CEILING.on(day)
        return Decimal(ceiling + rng.choice([-CENT, ZERO, CENT, _amount(rng, 0, 40_000)]))
    if draw < 0.5:
        row = quarterly.STRUCTURAL_REDUCTION[facts["structural_category"]].on(day)
        return Decimal(rng.choice([row[2], row[4], row[6]]) + rng.choice(BESIDE)).max(ZERO)
    return rng.choice([_amount(rng, 0, 9000), _amount(rng, 6000, 16_000), ZERO])
