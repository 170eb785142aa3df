"""Households of Toyland: drawn at random, with the corners that randomness would miss."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from officium.engine import LawBook, Row

from . import toyland

WORKED = (date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31))
PAID = (date(2025, 2, 28), date(2025, 3, 1))
CONTRACT = (
    *("time_pay", "gross_pay", "taxed_items", "day_wage", "reference_wage", "fraction_paid"),
    *("is_full_month", "highest_item", "premium_count", "has_expense", "service_months"),
    *("service_days", "premium_pay", "contribution", "bonus", "grant", "feast_gift", "road_gift"),
    "levy_part",
    "is_craftsman",
)
MONTH = (
    *("month_pay", "levy_base", "cap_used", "levy", "taxable_pay", "tax_by_scale", "age"),
    *("is_of_age", "tax_relief", "tax", "net_pay"),
)
QUARTER = ("quarter_due", "occupation_due", "performance", "reduction", "loyalty", "late_fee")
ALL = (*CONTRACT, *MONTH, *QUARTER)


def whole_book() -> LawBook:
    """All facts, over the three days of the quarter and both sides of the tax change."""
    return LawBook(toyland(), want=ALL, on=WORKED, paid=PAID)


def item(pay: int, sort: str = "wage", taxed: bool = True) -> Row:
    """A pay item, in cents."""
    return Row({"item_pay": pay, "item_sort": sort, "is_taxed": taxed})


def contract(*items: Row, **other: Any) -> Row:
    """A contract of a smith on 31 January, changed where said."""
    facts: dict[str, Any] = {
        "worked_on": WORKED[0],
        "guild": "smiths",
        "status": "journeyman",
        "worked_hours": 16_000,
        "hourly_wage": 125_000,
        "days_paid": 2_000,
        "days_possible": 2_200,
        "calendar_days": 3_100,
        "started_on": date(2020, 5, 31),
    }
    return Row(facts | other, {"item": items})


def month(*contracts: Row, **other: Any) -> Row:
    """A month in the north paid in February, changed where said."""
    facts: dict[str, Any] = {
        "worked_on": WORKED[0],
        "paid_on": PAID[0],
        "children": 0,
        "cap_used_before": 0,
        "region": "north",
    }
    return Row(facts | other, {"contract": contracts})


def occupation(hours: int, full: int) -> Row:
    """An occupation, in hundredths of hours."""
    return Row({"occupation_hours": hours, "full_hours": full})


def household(*months: Row, occupations: tuple[Row, ...] = (), **other: Any) -> Row:
    """A quarter of a person born in 1980, changed where said."""
    facts: dict[str, Any] = {
        "worked_on": WORKED[2],
        "born_on": date(1980, 6, 15),
        "entered_on": date(2019, 2, 1),
        "is_disabled": False,
    }
    return Row(facts | other, {"month": months, "occupation": occupations})


def _day(rng: Random, first: date, last: date) -> date:
    if rng.random() < 0.15:
        leap = rng.choice([year for year in range(first.year, last.year) if year % 4 == 0])
        return date(leap, 2, 29)
    return first + timedelta(days=rng.randrange((last - first).days))


def _random_item(rng: Random) -> Row:
    pay = rng.choice((5_000 * rng.randint(-6, 30), rng.randint(-90_000, 250_000), 0))
    return item(pay, rng.choice(("wage", "premium", "expense")), rng.random() < 0.7)


def _random_contract(rng: Random) -> Row:
    days = rng.choice((0, 50 * rng.randint(0, 62), rng.randint(1, 3_100)))
    return contract(
        *(_random_item(rng) for _ in range(rng.choice((0, 0, 1, 2, 5)))),
        worked_on=rng.choice(WORKED),
        guild=rng.choice(("smiths", "bakers", "weavers")),
        status=rng.choice(("master", "journeyman", "apprentice")),
        worked_hours=rng.choice((0, 25 * rng.randint(0, 800), rng.randint(0, 20_000))),
        hourly_wage=rng.choice((0, rng.randint(0, 300_000), 10_000 * rng.randint(8, 25))),
        days_paid=days,
        days_possible=rng.choice((0, 2_200, 2_100, max(1, days), rng.randint(1, 3_100))),
        calendar_days=rng.choice((2_800, 2_900, 3_000, 3_100)),
        started_on=_day(rng, date(2019, 1, 1), date(2026, 1, 1)),
    )


def _random_month(rng: Random) -> Row:
    return month(
        *(_random_contract(rng) for _ in range(rng.choice((0, 1, 1, 2, 4)))),
        worked_on=rng.choice(WORKED),
        paid_on=rng.choice(PAID),
        children=rng.choice((0, 0, 1, 3, 15)),
        region=rng.choice(("north", "south")),
        cap_used_before=rng.choice((0, 0, 600_000, 599_999, rng.randint(0, 700_000))),
    )


def random_household(rng: Random) -> Row:
    """Any household: no month, no contract, no item, two guilds, two days, refunds, no hours."""
    idle = rng.random() < 0.2
    shares = tuple(
        occupation(
            0 if idle else rng.choice((0, 10_000, 10_000, rng.randint(0, 60_000))),
            rng.choice((49_400, 100, rng.randint(100, 60_000))),
        )
        for _ in range(rng.choice((0, 1, 2, 3, 5)))
    )
    return household(
        *(_random_month(rng) for _ in range(rng.choice((0, 1, 2, 3)))),
        occupations=shares,
        worked_on=rng.choice(WORKED),
        born_on=_day(rng, date(1955, 1, 1), date(2010, 1, 1)),
        entered_on=_day(rng, date(2016, 1, 1), date(2026, 1, 1)),
        is_disabled=rng.random() < 0.2,
    )


def plain_households() -> list[Row]:
    """A quiet household for every way and slice of the law: the ground on which borders are sought.

    One day paid of one possible and a wage of one coin an hour: a cent moved is a cent moved.
    """
    found = []
    guilds = ("smiths", "bakers", "weavers")
    statuses = ("master", "journeyman", "apprentice")
    for n, day in enumerate(WORKED):
        for m, pay in enumerate((50_000, 150_000, 260_000)):
            first = contract(
                *(item(pay), item(3_000, "premium"), item(500, "expense")),
                worked_on=day,
                guild=guilds[m],
                status=statuses[(n + m) % 3],
                worked_hours=1_000,
                hourly_wage=10_000,
                days_paid=100,
                days_possible=100,
            )
            second = contract(
                *(item(700, "premium"), item(-200)),
                worked_on=day,
                guild=guilds[n],
                status=statuses[n],
                worked_hours=2_000,
                hourly_wage=10_000,
            )
            found.append(
                household(
                    month(
                        *(first, second),
                        worked_on=day,
                        paid_on=PAID[(n + m) % 2],
                        children=m,
                        region=("north", "south")[(n + m) % 2],
                    ),
                    occupations=(occupation(10_000, 49_400), occupation(20_000, 2_000)),
                    worked_on=day,
                    is_disabled=m != 1,
                )
            )
    # And one of which a part is paid: quotients with a half, two thirds of the calendar.
    part = contract(
        *(item(50_000), item(-100)),
        days_paid=200,
        days_possible=800,
        calendar_days=3_000,
        hourly_wage=10_000,
    )
    halved = replace(part, facts={**part.facts, "days_possible": 150})
    refund = replace(halved, children={"item": (item(-300_000),)})
    return [*found, *(household(month(one)) for one in (part, halved, refund))]
