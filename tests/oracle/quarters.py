"""A worker's quarter by the sources: contributions, structural reduction, what is owed.

The facts are those of one worker line with one occupation. Beside the names of the contract:

- `structural_category` `1`, `2`, `3` or `3_without_moderation` (absent: `1`);
- `contribution_base`: the declared base, at 108 % for a blue-collar worker;
- `quarter_pay` W at 100 %; `base_wage`, what of it lies under the wage ceiling's codes (absent: W);
- full time: `days_for_mu` X, `days_for_reference` J, `days_per_week` D; part time (`is_part_time`):
  `hours_for_mu` Z, `hours_for_reference` H, `full_time_hours_per_week` U,
  `contract_hours_per_week`; `mu_glob` where the worker has other occupations;
- `year_end_premium_by_third_party`; `joint_committee`, for the fund of committee 200;
- given lines: `employment_bonus`, `special_contribution` and `company_car_contribution`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from . import figures_quarter as figures
from . import figures_social as social
from .arithmetic import ZERO, cents, quotient
from .figures import FIRST_DAY, LAST_DAY, Unknown

Facts = Mapping[str, Any]

WEEKS = Decimal(13)
PROTECTED_FROM, RISING_FROM, WHOLE_FROM = Decimal("0.275"), Decimal("0.55"), Decimal("0.80")
LOW_BETA, BETA_SLOPE = Decimal("1.18"), Decimal("0.28")
FOURTH_QUARTER_FACTOR = Decimal("1.25")
HALF = Decimal("0.5")


def quarter(facts: Facts, quarter: str) -> dict[str, Decimal]:
    """What the law makes of one worker line in a quarter such as `2025Q1`.

    Raises `Unknown` for a figure without source.
    """
    year, number = int(quarter[:4]), int(quarter[5:])
    day = date(year, 3 * number - 2, 1)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise Unknown("contributions", day)
    if facts["worker_status"] not in ("white_collar", "blue_collar"):
        raise Unknown(f"contributions of a {facts['worker_status']}", day)
    answer = _ordinary(facts, day)
    specials = _specials(facts, day)
    answer["structural_reduction"] = min(
        structural_reduction(facts, day), max(reducible_contributions(facts, day), ZERO)
    )
    given = ("special_contribution", "company_car_contribution")
    answer["net_owed"] = (
        answer["ordinary_contribution"]
        + sum(specials.values())
        + sum(facts.get(line, ZERO) for line in given)
        - answer["structural_reduction"]
        - facts.get("employment_bonus", ZERO)
    )
    return answer | specials


def above_ceiling(facts: Facts, day: date) -> Decimal:
    """The base wage at 100 % above the ceiling of the quarter."""
    if day < figures.WAGE_CEILING.days[0]:
        return ZERO
    (ceiling,) = figures.WAGE_CEILING.on(day)
    wage: Decimal = facts.get("base_wage", facts["quarter_pay"])
    return max(wage - ceiling, ZERO)


def _ordinary(facts: Facts, day: date) -> dict[str, Decimal]:
    base, blue = facts["contribution_base"], facts["worker_status"] == "blue_collar"
    rate = figures.EMPLOYER_RATE[facts.get("structural_category", "1")]
    exempt = above_ceiling(facts, day)
    capped_base = base - (cents(exempt * social.BLUE_COLLAR_FACTOR) if blue else exempt)
    holiday_rate = figures.BLUE_COLLAR_HOLIDAY_RATE if blue else ZERO
    employer = capped_base * rate + base * holiday_rate
    return {
        "ordinary_contribution": cents(employer + base * social.WORKER_RATE),
        "employer_contribution": cents(employer),
    }


def _specials(facts: Facts, day: date) -> dict[str, Decimal]:
    """The lines beside the ordinary one, each rounded alone."""
    base, workers = facts["contribution_base"], facts["average_headcount"]
    large = workers >= figures.CLOSURE_FUND_LARGE_FROM_WORKERS
    bare = facts.get("structural_category") == "3_without_moderation"
    basic = figures.CLOSURE_FUND_BASIC[facts["is_commercial"], large].on(day)[bare]
    special = figures.CLOSURE_FUND_SPECIAL.on(day)[bare]
    from_ten = workers >= figures.CONTRIBUTION_1_60_FROM_WORKERS
    rates = {
        "closure_fund_basic_contribution": basic,
        "closure_fund_special_contribution": special,
        "temporary_unemployment_contribution": figures.TEMPORARY_UNEMPLOYMENT,
        "industrial_accidents_contribution": figures.INDUSTRIAL_ACCIDENTS,
        "asbestos_contribution": figures.ASBESTOS if day.month < 7 else ZERO,
        "contribution_1_60": figures.CONTRIBUTION_1_60 if from_ten else ZERO,
        "sector_fund_contribution": (
            figures.JC_200_FUND if facts.get("joint_committee") == "200" else ZERO
        ),
    }
    return {name: cents(base * rate) for name, rate in rates.items()}


def reducible_contributions(facts: Facts, day: date) -> Decimal:
    """What the reduction may not exceed, on the pay of the occupation under the wage ceiling."""
    pay = facts["quarter_pay"] - above_ceiling(facts, day)
    if facts["worker_status"] == "blue_collar":
        pay *= social.BLUE_COLLAR_FACTOR
    return cents(pay * figures.REDUCIBLE_RATE[facts.get("structural_category", "1")])


def structural_reduction(facts: Facts, day: date) -> Decimal:
    """The reduction of the occupation, before it is limited to the contributions due."""
    done, reference, full = _performance(facts)
    if reference <= 0 or done <= 0:
        return ZERO
    category = facts.get("structural_category", "1")
    f, alpha, s0, gamma, s2, delta, s1 = figures.STRUCTURAL_REDUCTION[category].on(day)
    pay = facts["quarter_pay"] - above_ceiling(facts, day)
    if day.month == 10 and facts.get("year_end_premium_by_third_party", False):
        pay = cents(pay * FOURTH_QUARTER_FACTOR)
    wage = cents(pay * quotient(WEEKS * full, reference))
    whole: Decimal = (
        f + _product(alpha, s0 - wage) + _product(gamma, s2 - wage) + _product(delta, pay - s1)
    )
    mu = quotient(done, WEEKS * full)
    mu_glob = facts.get("mu_glob", mu)
    if mu_glob >= WHOLE_FROM:
        reduction = quotient(whole * mu, mu_glob)
    else:
        reduction = cents(whole * mu * _low_beta(mu_glob, facts))
    return min(reduction, whole)


def _performance(facts: Facts) -> tuple[Decimal, Decimal, Decimal]:
    """What counts for mu, what counts for the reference wage, and the full week."""
    if facts.get("is_part_time", False):
        return (
            facts["hours_for_mu"],
            facts["hours_for_reference"],
            facts["full_time_hours_per_week"],
        )
    return facts["days_for_mu"], facts["days_for_reference"], facts["days_per_week"]


def _product(slope: Decimal, difference: Decimal) -> Decimal:
    return cents(slope * max(difference, ZERO))


def _low_beta(mu_glob: Decimal, facts: Facts) -> Decimal:
    """Beta under 80 % of a full quarter."""
    if mu_glob >= RISING_FROM:
        return LOW_BETA + (mu_glob - RISING_FROM) * BETA_SLOPE
    return LOW_BETA if mu_glob >= PROTECTED_FROM or _protected(facts) else ZERO


def _protected(facts: Facts) -> bool:
    """Category 3, full time, and part time from one half keep their reduction under 27.5 %."""
    if facts.get("structural_category", "1").startswith("3"):
        return True
    if not facts.get("is_part_time", False):
        return True
    contract = facts.get("contract_hours_per_week", ZERO)
    return bool(contract >= HALF * facts["full_time_hours_per_week"])
