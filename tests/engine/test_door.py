"""What the door refuses of given facts, and what stops a row on its way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from officium.engine import (
    Family,
    LawError,
    Row,
    Sheet,
    rule,
    total_of,
    where,
)
from officium.engine.columns import Batch, Program

from .small import bind, both, one
from .test_refusals import FACTS


def a_rule(name: str, formula: Callable[..., Any], **how: Any) -> Any:
    formula.__name__, formula.__doc__ = name, "A rule."
    return rule(**{"since": "2024-01-01", "source": "s", **how})(formula)


ROOM = {"pay": "1.00", "status": "white", "is_old": False, "born": date(2000, 2, 29)}


def _at_the_door(row: Row, *rules: Any, **how: Any) -> LawError:
    book = bind(FACTS, *rules, **how)
    with pytest.raises(LawError) as refusal:
        Sheet(book, row, "Ann")
    with pytest.raises(LawError) as in_batch:
        Batch.of(book, [row])
    assert in_batch.value.message == refusal.value.message
    assert refusal.value.where.startswith("Ann")
    return refusal.value


@pytest.mark.parametrize(
    ("name", "value", "code", "says"),
    [
        (
            "pay",
            "1 000 000.01",
            "range",
            "pay: 1 000 000.01 lies outside -1000000.00 to 1000000.00",
        ),
        ("pay", "-1 000 000.01", "range", "lies outside"),
        ("pay", "1.001", "range", "has more than 2 decimals"),
        ("pay", "1 hours", "units", "'1 hours' is not in EUR"),
        ("pay", "much", "writing", "'much' is not a number"),
        ("pay", True, "range", "True is not a cents"),
        ("status", "red", "range", "'red' is not one of white, blue, green"),
        ("status", 1, "range", "1 is not a code"),
        ("is_old", "maybe", "range", "'maybe' is not a flag"),
        ("born", "29/02/2000", "range", "is not a date like 2025-01-31"),
    ],
)
def test_the_door_refuses_what_is_not_of_the_kind(name, value, code, says) -> None:
    first = a_rule(
        "result",
        lambda pay, status, is_old, born: where(
            is_old & status.is_("white") & (born <= born), pay, 0
        ),
    )
    refusal = _at_the_door(Row({**ROOM, name: value}), first)
    assert refusal.code == code
    assert says in refusal.message


def test_the_range_includes_its_ends() -> None:
    book = bind(FACTS, a_rule("result", lambda pay: pay))
    for pay in (-100_000_000, 100_000_000):
        assert Family(book, Sheet(book, Row({"pay": pay}))).fact("result") == pay


def test_an_absent_fact_is_named_with_who_needs_it_and_what_is_near() -> None:
    refusal = _at_the_door(Row({"payy": 1}), a_rule("result", lambda pay: pay))
    assert refusal.code == "missing_fact"
    assert refusal.message == (
        "pay is needed by engine.test_door.result "
        f"({refusal.message.split('(')[1].split(')')[0]}), and not given for row 0 of room; "
        "did you mean payy?"
    )


def test_too_many_children_are_refused_at_both_doors() -> None:
    book = bind(FACTS, a_rule("result", lambda thing_pay: total_of(thing_pay)))
    rows = [Row({}, {"thing": tuple(Row({"thing_pay": 1}) for _ in range(n))}) for n in (10, 11)]
    assert Family(book, Sheet(book, rows[0])).fact("result") == 10
    with pytest.raises(LawError, match="11 rows of thing, at most 10 are allowed"):
        Sheet(book, rows[1])
    batch = Batch.of(book, rows[:1])
    wide = Batch(1, {"thing": batch.offsets["thing"] + [0, 1]}, batch.columns)
    with pytest.raises(LawError, match="more than 10 rows of thing under one row"):
        Program(book).run(wide)


def test_rows_in_the_wrong_place_are_refused() -> None:
    book = bind(FACTS, a_rule("house_pay", lambda pay: total_of(pay)), want="house_pay")
    for grain, says in (("thing", "do not stand under house"), ("rom", "did you mean room?")):
        with pytest.raises(LawError, match=says):
            Sheet(book, Row({}, {grain: (Row({"pay": 1}),)}))


SCOPED = {"white": ("white",), "blue": ("blue", "white")}


@pytest.mark.parametrize(
    ("status", "code", "says"),
    [("green", "silence", "no text"), ("white", "conflict", "more than one text")],
)
def test_a_row_with_no_way_or_two_ways_is_refused(status: str, code: str, says: str) -> None:
    rules = [a_rule("result", lambda pay: pay, scope={"status": SCOPED[key]}) for key in SCOPED]
    book = bind(FACTS, *rules)
    rows = [Row({"pay": 1, "status": "blue"}), Row({"pay": 1, "status": status})]
    with pytest.raises(LawError, match=f"{says} of the law establishes result on row 0") as one:
        Family(book, Sheet(book, rows[1]))
    with pytest.raises(LawError, match=f"{says} of the law establishes result on row 1") as many:
        Program(book).run(Batch.of(book, rows))
    assert one.value.code == many.value.code == code


def test_a_result_outside_its_range_is_refused_on_its_row() -> None:
    book = bind(FACTS, a_rule("above_zero", lambda pay: pay), want="above_zero")
    for pay in (99, 10_001):
        with pytest.raises(LawError, match=r"above_zero .*outside") as refusal:
            Family(book, Sheet(book, Row({"pay": pay}), "Ann"))
        assert refusal.value.code == "range"
        with pytest.raises(
            LawError, match=r"above_zero is .* on row 1 of room, outside 1.00 to 100"
        ):
            Program(book).run(Batch.of(book, [Row({"pay": 100}), Row({"pay": pay})]), block=1)


def test_a_missing_figure_stops_only_the_rows_that_need_it() -> None:
    rules = [
        a_rule("result", lambda pay: pay, scope={"status": "white"}),
        a_rule("result", lambda late: late, scope={"status": "blue"}),
    ]
    book = bind(FACTS, *rules, figures=one('"1 EUR"', "late", "2025-07-01"))
    white, blue = (Row({"pay": 5, "status": status}) for status in ("white", "blue"))
    assert both(book, [white, white]) == [5, 5]
    for walk in (
        lambda: Family(book, Sheet(book, blue)),
        lambda: Program(book).run(Batch.of(book, [white, blue])),
    ):
        with pytest.raises(LawError, match="the figure late has no value on 2025-06-30") as refusal:
            walk()
        assert refusal.value.code == "missing_figure"


def test_a_figure_missing_on_one_day_of_the_quarter_stops_the_rows_of_that_day() -> None:
    facts = {**FACTS, "worked_on": "date room"}
    days = (date(2025, 6, 30), date(2025, 7, 1))
    figures = one('"1 EUR"', "late", "2025-07-01")
    book = bind(facts, a_rule("result", lambda late: late), figures=figures, on=days)
    assert both(book, [Row({"worked_on": days[1]})]) == [100]
    with pytest.raises(LawError, match="the figure late has no value on 2025-06-30"):
        Family(book, Sheet(book, Row({"worked_on": days[0]})))


def test_a_day_outside_the_book_is_refused_on_its_row() -> None:
    facts = {**FACTS, "worked_on": "date room"}
    figures = one('"1 EUR"', "late") + one('"2 EUR"', "late", "2025-07-01")
    days = (date(2025, 6, 30), date(2025, 7, 1))
    book = bind(facts, a_rule("result", lambda late: late), figures=figures, on=days)
    with pytest.raises(LawError, match="no text of the law establishes result on row 0") as refusal:
        Family(book, Sheet(book, Row({"worked_on": date(2025, 7, 2)})))
    assert refusal.value.code == "silence"
