"""What will be hard later, told one by one on toyland, each in columns, alone and by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import numpy as np
import pytest

from officium.engine import Family, LawBook, LawError, Row, Sheet, explain
from officium.engine.columns import Batch, Program

from .comparing import alone, batches, differences_alone, differences_in_columns, judged
from .toyland import toyland
from .toyland.people import (
    PAID,
    WORKED,
    contract,
    household,
    item,
    month,
    occupation,
    random_household,
    whole_book,
)

JANUARY, FEBRUARY, MARCH = WORKED


def told(row: Row, *facts: str) -> list[list[int]]:
    """The facts of one household, equal in columns, alone and to the oracle."""
    book = whole_book()
    found, (expected,) = alone(book, row), judged([row])
    assert differences_in_columns(book, [row], [expected]) == []
    assert found == {name: expected.get(name, []) for name in found}
    return [found[name] for name in facts]


def test_two_contracts_in_one_month_are_taxed_as_one() -> None:
    """160 h x 12.50 twice: 4 000.00; the tax is one for the month."""
    gross, pay, tax = told(
        household(month(contract(), contract(guild="bakers"))), "gross_pay", "month_pay", "tax"
    )
    assert gross == [200_000, 200_000]
    assert pay == [400_000]
    assert len(tax) == 1


def test_five_pay_items_stand_on_one_payslip() -> None:
    """2 000.00 + 50.00 - 20.00 + 7.00 + 3.00 + 0.01; taxed without the expense and the untaxed."""
    items = (
        *(item(5_000), item(-2_000, "premium"), item(700, "expense")),
        *(item(300, "premium", False), item(1)),
    )
    gross, taxed, highest, count, expense = told(
        household(month(contract(*items))),
        *("gross_pay", "taxed_items", "highest_item", "premium_count", "has_expense"),
    )
    assert (gross, taxed, highest, count, expense) == ([204_001], [3_001], [5_000], [2], [1])


def test_a_quarter_is_one_book_over_three_days_or_three_month_books() -> None:
    """The months' results, given to a quarter book, lead to the same quarter."""
    days = (date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31))
    months = [
        month(contract(item(12_345 * n), worked_on=day, guild="weavers"), worked_on=day)
        for n, day in enumerate(days)
    ]
    whole = household(*months, occupations=(occupation(100, 200), occupation(300, 400)))
    (due, spread) = told(whole, "quarter_due", "occupation_due")
    rows = []
    for one, day in zip(months, days, strict=True):
        book = LawBook(toyland(), want=["gross_pay", "is_full_month"], on=day)
        (paid,) = one.children["contract"]
        family = Family(book, Sheet(book, paid))
        rows.append(
            Row(
                {},
                {
                    "contract": (
                        Row({n: _given(family, n) for n in ("gross_pay", "is_full_month")}),
                    )
                },
            )
        )
    book = LawBook(
        toyland(),
        want=["quarter_due", "occupation_due"],
        on=days[2],
        given=["gross_pay", "is_full_month"],
    )
    quarter = Row({}, {"month": tuple(rows), "occupation": whole.children["occupation"]})
    assert alone(book, quarter) == {"quarter_due": due, "occupation_due": spread}
    assert batches(book, [quarter] * 3, 2)["quarter_due"] == due * 3
    assert {bound.fact.name for bound in book.leaves} == {
        *("gross_pay", "is_full_month", "occupation_hours")
    }


def _given(family: Family, name: str) -> Any:
    value = family.fact(name)
    return bool(value) if name.startswith("is_") else value


@pytest.mark.parametrize(
    ("due", "hours", "parts"),
    [
        (10_000, (100, 100, 100), [3_334, 3_333, 3_333]),
        (-10_000, (100, 100, 100), [-3_334, -3_333, -3_333]),
        (10_001, (0, 0), [5_001, 5_000]),
        (-1, (0, 0, 0), [-1, 0, 0]),
        (100, (1, 2, 0), [33, 67, 0]),
        (200, (1, 2, 0), [67, 133, 0]),
        (2, (100, 100, 100, 100), [1, 1, 0, 0]),
        (0, (5, 7), [0, 0]),
        (7, (), []),
    ],
)
def test_an_amount_is_spread_over_lines_to_the_cent(
    due: int, hours: tuple[int, ...], parts: list[int]
) -> None:
    book = LawBook(toyland(), want=["occupation_due"], on=JANUARY, given=["quarter_due"])
    rows = tuple(Row({"occupation_hours": one}) for one in hours)
    quarter = Row({"quarter_due": due}, {"occupation": rows})
    assert alone(book, quarter) == {"occupation_due": parts}
    assert batches(book, [quarter, quarter], 1) == {"occupation_due": parts * 2}
    assert sum(parts) == (due if hours else 0)


def test_an_expression_is_rounded_once_at_its_end() -> None:
    """(20 - (2 100.10 - 2 000) x 0.025) x 0.50 = 8.74875: 8.75; rounded on the way it were 8.74."""
    book = LawBook(
        toyland(), want=["bonus"], on=FEBRUARY, given=["reference_wage", "fraction_paid"]
    )
    row = Row({"reference_wage": "2 100.10", "fraction_paid": "0.50"})
    assert alone(book, row) == {"bonus": [875]} == batches(book, [row], 1)


def test_a_ratio_stands_at_two_decimals_and_a_fraction_is_compared_exactly() -> None:
    """5 / 8 = 0.63; 20 of 30 days is two thirds, 0.67 of them or 20.66 of 31 is not asked."""
    book = LawBook(toyland(), want=["fraction_paid", "is_full_month"], on=JANUARY)
    for paid, possible, calendar, fraction, full in (
        ("5", "8", "30", 63, 0),
        ("20", "20", "30", 100, 1),
        ("19.99", "20", "30", 100, 0),
        ("20.66", "30", "31", 69, 0),
        ("20.67", "0", "31", 100, 1),
        ("25", "20", "31", 100, 1),
    ):
        row = Row({"days_paid": paid, "days_possible": possible, "calendar_days": calendar})
        expected = {"fraction_paid": [fraction], "is_full_month": [full]}
        assert alone(book, row) == expected == batches(book, [row], 1)


@pytest.mark.parametrize(
    ("born", "paid", "age", "of_age"),
    [
        (date(1960, 2, 29), date(2025, 2, 28), 64, True),
        (date(1960, 2, 29), date(2025, 3, 1), 65, True),
        (date(2008, 2, 29), date(2025, 2, 28), 16, True),
        (date(2008, 3, 1), date(2025, 2, 28), 16, False),
        (date(2008, 2, 29), date(2025, 2, 27), 16, False),
        (date(2007, 2, 28), date(2024, 2, 28), 17, True),
        (date(2007, 2, 28), date(2024, 2, 27), 16, False),
        (date(2008, 2, 29), date(2024, 2, 28), 15, False),
        (date(2008, 2, 29), date(2024, 2, 29), 16, False),
        (date(1900, 2, 28), date(2025, 12, 31), 125, True),
    ],
)
def test_who_is_born_on_a_leap_day_comes_of_age_as_the_article_says(
    born: date, paid: date, age: int, of_age: bool
) -> None:
    book = LawBook(toyland(), want=["age", "is_of_age"], on=JANUARY, paid=paid)
    row = Row({"born_on": born}, {"month": (Row({"paid_on": paid}),)})
    assert alone(book, row) == {"age": [age], "is_of_age": [of_age]} == batches(book, [row], 1)


# --- the yearly ceiling, carried ---------------------------------------------------------------
Carry = Callable[[dict[str, int], Sequence[str], Sequence[int]], dict[str, int]]


def _by_person(state: dict[str, int], who: Sequence[str], used: Sequence[int]) -> dict[str, int]:
    return {**state, **dict(zip(who, used, strict=True))}


def _last_month_only(
    state: dict[str, int], who: Sequence[str], used: Sequence[int]
) -> dict[str, int]:
    return dict.fromkeys(state, 0) | dict(zip(who, used, strict=True))


def _levies(
    plan: Sequence[dict[str, int]], opening: dict[str, int], carry: Carry
) -> dict[str, list[int]]:
    """Month by month through columns: each person's levy, the state carried by `carry`."""
    book = LawBook(toyland(), want=["levy", "cap_used"], on=JANUARY, given=["month_pay"])
    program, state = Program(book), dict(opening)
    levies: dict[str, list[int]] = {name: [] for one in plan for name in one}
    for at_work in plan:
        who = list(at_work)
        rows = [
            Row({"month_pay": at_work[name], "cap_used_before": state[name], "region": "north"})
            for name in who
        ]
        found = program.run(Batch.of(book, rows))
        for n, row in enumerate(rows):
            family = Family(book, Sheet(book, row))
            assert [family.fact(name) for name in ("levy", "cap_used")] == [
                found[name, "month"][n] for name in ("levy", "cap_used")
            ]
        for name, levy in zip(who, found["levy", "month"], strict=True):
            levies[name].append(int(levy))
        state = carry(state, who, [int(used) for used in found["cap_used", "month"]])
    return levies


YEAR = [
    {"Ann": 250_000, "Bob": 250_000},
    {"Ann": 250_000},  # Bob is away, Cas has not yet come
    {"Ann": 250_000, "Bob": 250_000, "Cas": 590_000},
    {"Ann": 250_000, "Bob": -100_000, "Cas": 250_000},
    {"Bob": 300_000, "Cas": 100_000},
]
OPENING = {"Ann": 0, "Bob": 0, "Cas": 100_000}
"""Cas used 1 000.00 elsewhere before he came."""


def test_a_yearly_ceiling_is_carried_by_the_person_over_absence_joining_and_refund() -> None:
    assert _levies(YEAR, OPENING, _by_person) == {
        # 2 500.00 x 2.125 % = 53.125; up to 6 000.00: 1 000.00 is left in the third month
        "Ann": [5_313, 5_313, 2_125, 0],
        # 2 500.00, absent, 2 500.00, back 1 000.00, so 2 000.00 of 3 000.00 is left
        "Bob": [5_313, 5_313, -2_125, 4_250],
        "Cas": [10_625, 0, 0],
    }


def test_last_months_state_instead_of_the_persons_last_state_is_found() -> None:
    assert _levies(YEAR, OPENING, _last_month_only) != _levies(YEAR, OPENING, _by_person)


def test_a_carried_fact_without_state_or_opening_balance_is_refused() -> None:
    book = LawBook(toyland(), want=["levy"], on=JANUARY, given=["month_pay"])
    with pytest.raises(LawError, match=r"cap_used_before is needed by .*levy_base") as refusal:
        Sheet(book, Row({"month_pay": 100}), "Cas, January")
    assert refusal.value.code == "missing_fact"
    assert str(refusal.value).startswith("Cas, January: ")


# --- ways ----------------------------------------------------------------------------------------
def test_one_family_holds_three_providers_and_two_days() -> None:
    """1 000.10 x 13.07 % = 130.71307; x 12.5 % = 125.0125: half away, down, up."""
    first = [
        contract(guild=g, worked_hours=0, status="master") for g in ("smiths", "bakers", "weavers")
    ]
    paid = tuple(replace(one, children={"item": (item(100_010),)}) for one in first)
    later = tuple(replace(one, facts={**one.facts, "worked_on": MARCH}) for one in paid)
    (contributions,) = told(household(month(*paid), month(*later)), "contribution")
    assert contributions == [13_071, 13_071, 13_072, 12_501, 12_501, 12_502]


def test_a_rule_for_few_concerns_only_them() -> None:
    """1 % of the households have a grant; the others have nought and are told why."""
    rows = [household(month(contract()), is_disabled=n % 100 == 7) for n in range(300)]
    book = whole_book()
    assert differences_in_columns(book, rows, judged(rows), 64) == []
    grants = batches(book, rows, 50)["grant"]
    assert [n for n, grant in enumerate(grants) if grant] == [7, 107, 207]
    told_of = explain(Family(book, Sheet(book, rows[0])), ["grant"], "en")["facts"]["grant"]
    assert (told_of["value"], told_of["formula"]) == ("0.00", "not concerned")
    assert told_of["because"] == ["Disabled: no"]


def test_two_workers_paid_on_both_sides_of_a_tax_change_stand_in_one_batch() -> None:
    """On 2 259.28: 421.27184 to ten cents is 421.20; from 1 March 11/12 of it: 386.17."""
    book = LawBook(toyland(), want=["tax_by_scale"], on=JANUARY, paid=PAID, given=["taxable_pay"])
    rows = [Row({"taxable_pay": "2 259.28", "paid_on": day}) for day in (*PAID, PAID[0])]
    assert batches(book, rows, 2) == {"tax_by_scale": [42_120, 38_617, 42_120]}
    assert [alone(book, row)["tax_by_scale"] for row in rows] == [[42_120], [38_617], [42_120]]


def test_nothing_at_all_is_a_household_too() -> None:
    rows = [household(), household(month()), household(month(contract(worked_hours=0)), month())]
    book = whole_book()
    for block in (1, 2, 100):
        assert differences_in_columns(book, rows, judged(rows), block) == []
    assert differences_alone(book, rows, judged(rows)) == []
    assert batches(book, [], 10)["net_pay"] == []
    with pytest.raises(LawError, match="there is no row of gross_pay to explain"):
        explain(Family(book, Sheet(book, rows[0])), ["gross_pay"], "nl")


def test_a_levy_over_contracts_without_pay_falls_in_equal_parts() -> None:
    refund = contract(item(-50_001), worked_hours=0)
    (levy, parts) = told(household(month(refund, refund)), "levy", "levy_part")
    assert levy == [-2_125]
    assert parts == [-1_063, -1_062]


# --- what was known --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("known", "levy"),
    [(date(2025, 3, 9), 2_125), (date(2025, 3, 10), 2_500), (None, 2_500)],
)
def test_a_figure_published_late_holds_only_for_who_knows_it(known: date | None, levy: int) -> None:
    book = LawBook(toyland(), want=["levy"], on=FEBRUARY, known=known, given=["levy_base"])
    assert alone(book, Row({"levy_base": "1 000.00"})) == {"levy": [levy]}


def test_households_are_judged_as_they_were_before_the_late_publication() -> None:
    rows, known = [random_household(Random(n)) for n in range(60)], date(2025, 3, 1)
    book = LawBook(
        toyland(), want=["levy", "net_pay", "loyalty"], on=WORKED, paid=PAID, known=known
    )
    assert LawBook(
        toyland(), want=["levy", "net_pay", "loyalty"], on=WORKED, paid=PAID
    ).fingerprint != (book.fingerprint)
    assert differences_in_columns(book, rows, judged(rows, known)) == []


# --- the machine's own care -----------------------------------------------------------------------
def test_results_are_written_into_the_arrays_of_an_earlier_run() -> None:
    book = whole_book()
    program = Program(book)
    many, few = ([random_household(Random(n)) for n in range(size)] for size in (40, 15))
    kept = program.run(Batch.of(book, many))
    arrays = dict(kept)
    again = program.run(Batch.of(book, few), results=kept, block=9)
    fresh = program.run(Batch.of(book, few))
    for key, column in fresh.items():
        assert again[key].tolist() == column.tolist()
        assert not len(column) or np.shares_memory(again[key], arrays[key])


def test_the_standing_is_that_of_what_was_taken() -> None:
    """The slices of February are recalled, the gift of a master is secondary; others do not care."""
    book = whole_book()

    def standing(**facts: Any) -> str:
        row = household(month(contract(**facts)))
        return Family(book, Sheet(book, row)).standing((("net_pay", "month"), 0))

    assert standing() == "official"
    assert standing(status="master") == "secondary"
    assert standing(status="master", worked_on=FEBRUARY) == "recalled"


def test_one_fact_at_two_grains_has_two_keys() -> None:
    book = whole_book()
    row = household(month(contract(worked_on=FEBRUARY), worked_on=JANUARY), worked_on=MARCH)
    facts = explain(Family(book, Sheet(book, row)), ["net_pay", "late_fee"], "en")["facts"]
    days = {key: one["value"] for key, one in facts.items() if one["fact"] == "worked_on"}
    assert days == {
        "worked_on": "2025-02-28",
        "worked_on@month": "2025-01-31",
        "worked_on@quarter": "2025-03-31",
    }
