"""People with lines of pay: random months, drawn to halves, limits and a cent beside them.

`people_with_lines(seed)` yields (person, contracts, month worked, day of payment) without end, of
the years whose tables of exceptional pay are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from . import figures_exceptional as once
from . import figures_lines as figures
from .arithmetic import CENT, ZERO, cents
from .figures import Unknown
from .line_amounts import SHARE_OF_WAGE
from .lines import (
    GIFTS,
    HOLIDAY_PAY,
    IN_KIND,
    OTHER_EXCEPTIONAL,
    PLAIN,
    SINGLE_ON_LEAVING,
    WITHIN_THE_FIFTH,
    WITHOUT_LIMIT,
    annual_reference,
    month_of_lines,
)
from .people import BESIDE, people
from .taxes import counted

Facts = dict[str, Any]

YEARS = (2022, 2024, 2025)
OF_A_CONTRACT = {
    "worker_status",
    "gross_pay",
    "is_part_time",
    "bonus_days_paid",
    "bonus_days_possible",
    "bonus_hours_paid",
    "bonus_hours_full_time",
}
DEDUCTIONS = ["fine", *WITHIN_THE_FIFTH, *WITHOUT_LIMIT]
WHITE_COLLAR = [*HOLIDAY_PAY, "holiday_variable_pay"]
SEVERAL_APART = [
    "results_bonus",
    "results_bonus",
    "year_end_premium",
    "yearly_bonus",
    "double_holiday_arrears",
    *SINGLE_ON_LEAVING,
]
EXCEPTIONAL = {
    *OTHER_EXCEPTIONAL,
    *HOLIDAY_PAY,
    *GIFTS,
    *figures.SENIORITY,
    "results_bonus",
    "warrants",
}


def people_with_lines(seed: int) -> Iterator[tuple[Facts, list[Facts], date, date]]:
    """Persons with one or two contracts, and up to six lines on each."""
    rng = Random(seed)
    for facts, on, paid in people(seed):
        if on.year not in YEARS or paid.year == 2023:
            continue
        person = {name: facts[name] for name in facts if name not in OF_A_CONTRACT}
        person.pop("taxable_benefits", None)
        contracts = [_contract(rng, facts, paid)]
        if rng.random() < 0.3:
            status = rng.choice(["white_collar", "blue_collar"])
            contracts.append(_contract(rng, facts | {"worker_status": status}, paid))
        _earlier(rng, person, on)
        _lines(rng, person, contracts, on)
        if rng.random() < 0.2:
            _at_the_fifth(rng, person, contracts, on, paid)
        if annual_reference(contracts) >= 0:
            yield person, contracts, on, paid


def _contract(rng: Random, facts: Facts, paid: date) -> Facts:
    contract = {name: facts[name] for name in facts if name in OF_A_CONTRACT - {"gross_pay"}}
    if facts["worker_status"] != contract["worker_status"] or rng.random() < 0.1:
        contract["pay_for_work"] = _amount(rng, 0, 3000)
    else:
        contract["pay_for_work"] = facts["gross_pay"]
    contract["weekly_hours"] = Decimal(rng.choice(["38.00", "38.00", "36.00", "40.00", "19.00"]))
    contract["is_paid_by_hour"] = rng.random() < 0.3
    contract["hourly_wage"] = Decimal(rng.randint(0, 300_000)) / 10_000
    contract["monthly_pay"] = rng.choice(_monthly_pays(rng, contract, facts, paid))
    contract["days_per_week"] = Decimal(rng.choice([5, 5, 6]))
    contract["service_months"] = rng.choice([0, 5, 6, 35, 36, 143, 144, 360])
    contract["service_years"] = rng.choice([0, 24, 25, 34, 35, 40])
    contract["year_end_premium_rule"] = rng.choice(["by_agreement", "joint_committee_200"])
    contract["lines"] = []
    return contract


def _monthly_pays(rng: Random, contract: Facts, person: Facts, paid: date) -> list[Decimal]:
    """The pay of the month itself, any, or one whose year lies at a bound of exceptional pay."""
    bounds = [row[0] for row in once.EXCEPTIONAL[paid.year] or [] if row[0] is not None]
    bounds += [up_to for _, up_to in once.CHILDREN_REDUCTION[paid.year] or []]
    bound = rng.choice(bounds)
    children = counted(person, "dependent_children")
    limits = once.CHILDREN_EXEMPT_UP_TO[paid.year]
    if limits and children and rng.random() < 0.6:
        gap = rng.choice([ZERO, _amount(rng, 0, 300), _amount(rng, 0, 3000)])
        bound = limits[min(children, len(limits)) - 1] - gap
    left = Decimal("0.8693") if contract["worker_status"] == "white_collar" else Decimal("0.858844")
    at_bound = cents(bound / 12 / left) + rng.choice(BESIDE)
    month = contract["pay_for_work"]
    return [month if ZERO <= month < 100_000 else ZERO, _amount(rng, 0, 6000), at_bound, at_bound]


def _earlier(rng: Random, person: Facts, on: date) -> None:
    """What earlier months of the year left."""
    if rng.random() < 0.4:
        person["earlier_claims"] = rng.choice([ZERO, CENT, _amount(rng, 0, 900)])
    if rng.random() < 0.4:
        before = Decimal(rng.choice(["179.50", "180.00", "175.25", "190.00", "0.00", "60.00"]))
        person["overtime_hours_of_year_before"] = before
    if rng.random() < 0.4:
        ceiling, limit = figures.RESULTS_BONUS[on.year]
        before = rng.choice([ceiling, ceiling + 500, ceiling - 1000, _amount(rng, 0, 5000)])
        person["results_bonus_before"] = max(before + rng.choice(BESIDE), ZERO)
        net = rng.choice([cents(before * Decimal("0.8693")), limit, limit - 100])
        person["results_bonus_after_contributions_before"] = max(net + rng.choice(BESIDE), ZERO)


def _lines(rng: Random, person: Facts, contracts: list[Facts], on: date) -> None:
    """Any lines; gifts of an occasion once a person.

    At most one line of exceptional pay in most of the months.
    """
    several = rng.random() < 0.6
    seen: set[str] = set()
    for contract in contracts:
        if several and rng.random() < 0.2:
            both = rng.sample(SEVERAL_APART, 2)
            own = [kind for kind in both if kind in _kinds(contract)]
            contract["lines"] += [_line(rng, kind, person, on) for kind in own]
        for _ in range(rng.choice([0, 1, 1, 2, 2, 3, 4, 6])):
            kind = rng.choice(_kinds(contract))
            taken = kind in GIFTS and kind in seen
            if taken or (not several and kind in EXCEPTIONAL and seen & EXCEPTIONAL):
                continue
            seen.add(kind)
            contract["lines"].append(_line(rng, kind, person, on))


def _kinds(contract: Facts) -> list[str]:
    group = [
        [*PLAIN, *IN_KIND],
        [*figures.OVERTIME, *SHARE_OF_WAGE, "hourly_premium"],
        [*OTHER_EXCEPTIONAL, *GIFTS, *figures.SENIORITY, "results_bonus", "warrants"],
        ["profit_premium", "expense", "taxable_benefit"],
        DEDUCTIONS,
    ]
    if contract["worker_status"] == "white_collar":
        group += [WHITE_COLLAR]
    return [kind for kinds in group for kind in kinds]


def _line(rng: Random, kind: str, person: Facts, on: date) -> Facts:
    line: Facts = {"item_kind": kind}
    if kind in figures.IN_KIND or kind in ("piece_pay", "daily_pay"):
        line["item_units"] = Decimal(rng.randint(-300, 3000)) / 100
        line["item_days"] = Decimal(rng.randint(-2, 31))
        line["item_months"] = Decimal(rng.randint(-100, 300)) / 100
        line["item_price"] = Decimal(rng.randint(0, 1_000_000)) / 10_000
    elif kind in figures.OVERTIME or kind in SHARE_OF_WAGE or kind == "hourly_premium":
        line["item_hours"] = Decimal(rng.randint(-40, 160)) / 4
        line["item_share"] = Decimal(rng.randint(0, 10_000)) / 10_000
        line["item_price"] = Decimal(rng.randint(0, 50_000)) / 10_000
    elif kind == "year_end_premium_by_months":
        line["item_months"] = Decimal(rng.choice(["12", "6", "0", "11.99", "0.5", "-1"]))
        line["item_base"] = rng.choice([ZERO, ZERO, _amount(rng, 0, 4000)])
    elif kind in WHITE_COLLAR:
        right = Decimal(rng.choice([0, 5, 12, 20, 24]))
        line |= {
            "item_base": rng.choice([_fifties(rng), _amount(rng, 0, 45_000)]),
            "item_months": Decimal(rng.choice(["12", "12", "0", "1", "11.99", "6.5", "-1"])),
            "item_share": Decimal(rng.choice(["1", "1", "0.5", "0.3333", "0", "1.2"])),
            "item_units": right,
            "item_days": Decimal(rng.randint(0, int(right))),
        }
        if kind == "double_holiday_arrears":
            line["recorded_amount"] = _fifties(rng)
        if kind.endswith("_settlement"):
            received = line["item_base"] * figures.SINGLE_ON_LEAVING
            line["recorded_amount"] = cents(received * rng.choice([0, 1, 1])) + rng.choice(BESIDE)
    else:
        line["recorded_amount"] = _AMOUNTS.get(kind, _plain)(rng, person, on)
        if kind == "gift":
            line["item_units"] = Decimal(rng.randint(0, 3))
            line["item_base"] = rng.choice([ZERO, ZERO, Decimal("25.00"), Decimal("40.00")])
        if kind in figures.SENIORITY:
            line["item_base"] = rng.choice([ZERO, ZERO, Decimal("1000.00")])
        if kind == "fine":
            line["item_base"] = rng.choice([Decimal("138.46"), _amount(rng, 0, 200)])
            line["recorded_amount"] = cents(line["item_base"] / 5) + rng.choice(BESIDE)
    return line


def _plain(rng: Random, person: Facts, on: date) -> Decimal:
    return rng.choice([_fifties(rng), _fifties(rng), _amount(rng, -300, 2000), ZERO, CENT, -CENT])


def _fifties(rng: Random) -> Decimal:
    """13.07 % of 50, 150, 250 ends on a half cent; of 1 250 at 108 % too."""
    return Decimal(50 * rng.choice([1, 3, 5, 7, 25, 50, 75, -1, -3, 60])) + rng.choice(BESIDE)


def _gift_amount(rng: Random, person: Facts, on: date) -> Decimal:
    limits = [40, 80, 120, 15, 20, 160, -40]
    return Decimal(rng.choice(limits)) + rng.choice(BESIDE)


def _marriage_amount(rng: Random, person: Facts, on: date) -> Decimal:
    return Decimal(rng.choice([245, 245, 300, 0, -245])) + rng.choice(BESIDE)


def _retirement_amount(rng: Random, person: Facts, on: date) -> Decimal:
    return Decimal(rng.choice([120, 440, 480, 1000, -120])) + rng.choice(BESIDE)


def _results_amount(rng: Random, person: Facts, on: date) -> Decimal:
    """Up to the ceiling, beyond it, all of it taken back; or just as much as the limit leaves."""
    ceiling, _ = figures.RESULTS_BONUS[on.year]
    before = person.get("results_bonus_before", ZERO)
    amounts = [ceiling - before, -before, _amount(rng, 0, 6000), _fifties(rng), ceiling]
    return Decimal(rng.choice(amounts)) + rng.choice(BESIDE)


_AMOUNTS: dict[str, Callable[[Random, Facts, date], Decimal]] = {
    "gift": _gift_amount,
    "honour_gift": _gift_amount,
    "retirement_gift": _retirement_amount,
    "marriage_gift": _marriage_amount,
    "results_bonus": _results_amount,
}


def _at_the_fifth(rng: Random, person: Facts, contracts: list[Facts], on: date, paid: date) -> None:
    """An advance that just reaches, or just passes, what may be taken off."""
    try:
        month = month_of_lines(person, contracts, on, paid)
    except Unknown:
        return
    claims = month["claims_settled"] + month["claims_left"] - max(-month["net_pay"], ZERO)
    amount = month["deduction_limit"] - claims + rng.choice(BESIDE)
    contracts[0]["lines"].append({"item_kind": "advance", "recorded_amount": amount})


def _amount(rng: Random, least: int, most: int) -> Decimal:
    return Decimal(rng.randint(100 * least, 100 * most)) / 100
