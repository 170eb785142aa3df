"""The law of Toyland worked in fractions, from its text alone: the witness against the machine.

Nothing here is shared with the engine but the shape of a row. Figures are written a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from officium.engine import Row

Results = dict[str, list[int]]
"""Whole numbers of each fact, row by row in the order of the records."""

MARCH = date(2025, 3, 1)
FEBRUARY = date(2025, 2, 1)


def to_places(x: Fraction, places: int, how: str = "half_away") -> Fraction:
    """x at so many decimals, as the law says how."""
    scaled = x * 10**places
    below = scaled.numerator // scaled.denominator
    rest = scaled - below
    if how == "half_away":
        up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and x > 0)
    elif how == "toward_zero":
        up = rest > 0 and x < 0
    elif how == "away_from_zero":
        up = rest > 0 and x > 0
    else:
        up = rest > 0 and how == "up"
    return Fraction(below + up, 10**places)


def anniversary(of: date, year: int, february: bool) -> date:
    """The day of a year on which a birthday falls."""
    try:
        return of.replace(year=year)
    except ValueError:
        return date(year, 2, 28) if february else date(year, 3, 1)


def full_years(first: date, last: date, february: bool) -> int:
    """Birthdays celebrated; counted on, or back where the last day is before the first."""
    years = last.year - first.year
    return years if anniversary(first, last.year, february) <= last else years - 1


def full_months(first: date, last: date) -> int:
    """Months completed: each ends when the day of the same number is reached."""
    months, at = 0, first
    if last >= first:
        while True:
            year, month = divmod(at.year * 12 + at.month, 12)
            at = date(year, month + 1, 1)
            if (at.year, at.month, first.day) > (last.year, last.month, last.day):
                return months
            months += 1
    while (at.year, at.month, first.day) > (last.year, last.month, last.day):
        year, month = divmod(at.year * 12 + at.month - 2, 12)
        at = date(year, month + 1, 1)
        months -= 1
    return months


def spread(total: int, weights: Sequence[int]) -> list[int]:
    """Whole parts by weight: one at a time to whoever was left with the largest remainder."""
    if not weights:
        return []
    if not any(weights):
        weights = [1] * len(weights)
    exact = [Fraction(abs(total) * weight, sum(weights)) for weight in weights]
    parts = [share.numerator // share.denominator for share in exact]
    owed = [share - part for share, part in zip(exact, parts, strict=True)]
    while sum(parts) < abs(total):
        first = owed.index(max(owed))
        parts[first] += 1
        owed[first] = Fraction(-1)
    return [part if total >= 0 else -part for part in parts]


def cents_of(item: Any) -> Fraction:
    """What an item pays."""
    return Fraction(item["item_pay"], 100)


class Judge:
    """One household judged: every fact on every row."""

    def __init__(self, quarter: Row, known: date | None = None) -> None:
        self.results: Results = {}
        self._known = known
        self._quarter = quarter
        dues: list[tuple[Fraction, bool]] = []
        for month in quarter.children.get("month", ()):
            dues.extend(self._month(month))
        self._close(dues)

    def _say(self, decimals: int, **facts: Fraction | int | bool) -> None:
        for name, value in facts.items():
            whole = Fraction(value) * 10**decimals
            assert whole.denominator == 1, f"{name} is {value}"
            self.results.setdefault(name, []).append(int(whole))

    # --- Wages Act, Guild Act articles 1 to 5 ------------------------------------------------
    def _contract(self, row: Row, region: Any) -> dict[str, Any]:
        f: Any = row.facts
        items: list[Any] = [item.facts for item in row.children.get("item", ())]
        day = f["worked_on"]

        def cents(which: Callable[[Any], bool]) -> Fraction:
            return sum((cents_of(i) for i in items if which(i)), Fraction(0))

        hours, wage = Fraction(f["worked_hours"], 100), Fraction(f["hourly_wage"], 10_000)
        time_pay = to_places(hours * wage, 2)
        gross = time_pay + cents(lambda i: True)
        taxed = cents(lambda i: i["is_taxed"] and i["item_sort"] != "expense")
        paid, possible = Fraction(f["days_paid"], 100), Fraction(f["days_possible"], 100)
        day_wage = to_places(gross / paid, 2) if paid else Fraction(0)
        reference = to_places(day_wage * possible, 2)
        fraction = min(Fraction(1), to_places(paid / possible, 2)) if possible else Fraction(1)
        full = paid / Fraction(f["calendar_days"], 100) >= Fraction(2, 3)
        count = sum(i["item_sort"] == "premium" for i in items)
        premiums = cents(lambda i: i["item_sort"] == "premium")
        if day >= MARCH:
            premiums = max(premiums, Fraction(12 * count))
        rate = Fraction(125, 1000) if day >= MARCH else Fraction(1307, 10_000)
        if f["guild"] == "smiths":
            factor = {"master": 100, "journeyman": 108, "apprentice": 50}[f["status"]]
            contribution = to_places(gross * rate * Fraction(factor, 100), 2)
        else:
            contribution = to_places(
                gross * rate, 2, {"bakers": "down", "weavers": "up"}[f["guild"]]
            )
        if day < FEBRUARY:
            less = max(Fraction(0), reference - Fraction("2013.64")) * Fraction("0.2579")
            bonus = max(Fraction(0), to_places(Fraction("262.16") - less, 2))
        else:
            if reference > 2000:
                exact = 20 - (reference - 2000) * Fraction("0.025")
            elif reference > 1000:
                exact = 100 - (reference - 1000) * Fraction("0.076")
            else:
                exact = Fraction(100)
            bonus = to_places(max(Fraction(0), exact) * fraction, 2)
        disabled = self._quarter.facts["is_disabled"]
        grant = to_places(gross * Fraction("0.015"), 2, "away_from_zero") if disabled else 0
        gift = {
            "master": Fraction("25.50"),
            "journeyman": to_places(gross / 100, 2, "toward_zero"),
            "apprentice": Fraction(0),
        }[f["status"]]
        road = to_places(
            hours * Fraction("0.15") if region == "north" else time_pay * Fraction("0.025"), 2
        )
        self._say(0, service_months=full_months(f["started_on"], day))
        self._say(0, service_days=(day - f["started_on"]) // timedelta(days=1))
        self._say(0, is_full_month=full, premium_count=count)
        craft = f["status"] != "apprentice" and wage > 0 and not self._quarter.facts["is_disabled"]
        self._say(0, is_craftsman=craft)
        self._say(
            0, has_expense=any(i["item_sort"] == "expense" and i["item_pay"] > 0 for i in items)
        )
        self._say(2, highest_item=max((cents_of(i) for i in items), default=time_pay))
        self._say(2, time_pay=time_pay, gross_pay=gross, taxed_items=taxed, day_wage=day_wage)
        self._say(2, reference_wage=reference, fraction_paid=fraction, premium_pay=premiums)
        self._say(2, contribution=contribution, bonus=bonus, grant=grant, feast_gift=gift)
        self._say(2, road_gift=road)
        return {
            "gross": gross,
            "full": full,
            "contribution": contribution,
            "taxable": time_pay + taxed - contribution,
            "extra": bonus + grant + gift + road,
        }

    # --- Guild Act article 6, Treasury Act ------------------------------------------------------
    def _month(self, row: Row) -> list[tuple[Fraction, bool]]:
        f: Any = row.facts
        contracts = [
            self._contract(child, f["region"]) for child in row.children.get("contract", ())
        ]
        pay = sum((c["gross"] for c in contracts), Fraction(0))
        used = Fraction(f["cap_used_before"], 100)
        base = min(pay, max(Fraction(0), 6000 - used))
        raised = self._known is None or self._known >= date(2025, 3, 10)
        rate = Fraction("0.025") if raised and f["worked_on"] >= FEBRUARY else Fraction("0.02125")
        levy = to_places(base * rate, 2)
        weights = [int(100 * max(Fraction(0), c["gross"])) for c in contracts]
        for part in spread(int(levy * 100), weights):
            self._say(2, levy_part=Fraction(part, 100))
        taxable = sum((c["taxable"] for c in contracts), Fraction(0)) - levy
        taxed = max(Fraction(0), taxable)
        by_scale = Fraction(0)
        if taxed >= 1900:
            by_scale = Fraction("267.50") + (taxed - 1900) * Fraction("0.428")
        elif taxed >= 900:
            by_scale = 5 + (taxed - 900) * Fraction("0.2675")
        if f["paid_on"] >= MARCH:
            by_scale = to_places(by_scale * 11 / 12, 2)
        else:
            by_scale = to_places(by_scale, 1, "toward_zero")
        born: Any = self._quarter.facts["born_on"]
        age = full_years(born, f["paid_on"], february=False)
        of_age = full_years(born, f["paid_on"], february=True) >= 17
        old = Fraction("93.33") if age >= 65 else 0
        relief = min(by_scale, 40 * f["children"] + old)
        tax = by_scale - relief if of_age else Fraction(0)
        net = pay + sum(c["extra"] - c["contribution"] for c in contracts) - levy - tax
        self._say(2, month_pay=pay, levy_base=base, cap_used=used + base, levy=levy)
        self._say(2, taxable_pay=taxable, tax_by_scale=by_scale, tax_relief=relief, tax=tax)
        self._say(2, net_pay=net)
        self._say(0, age=age, is_of_age=of_age)
        return [(c["gross"], c["full"]) for c in contracts]

    # --- Quarter Act ---------------------------------------------------------------------------
    def _close(self, dues: list[tuple[Fraction, bool]]) -> None:
        f: Any = self._quarter.facts
        all_pay = sum((gross for gross, _ in dues), Fraction(0))
        highest = max((gross for gross, _ in dues), default=Fraction(0))
        due = to_places((all_pay - highest) * Fraction("0.0167"), 2)
        due -= 10 * sum(full for _, full in dues)
        loyalty = full_years(f["entered_on"], f["worked_on"], february=True)
        late = due < 0 or loyalty < 1
        self._say(2, quarter_due=due, late_fee=0 if late else to_places(due / 3, 2, "up"))
        self._say(0, loyalty=loyalty)
        rows: list[Any] = [o.facts for o in self._quarter.children.get("occupation", ())]
        parts = spread(int(due * 100), [o["occupation_hours"] for o in rows])
        for o, part in zip(rows, parts, strict=True):
            share = Fraction(o["occupation_hours"], o["full_hours"])
            self._say(2, occupation_due=Fraction(part, 100), performance=to_places(share, 2))
            self._say(2, reduction=to_places(400 * share, 2))
