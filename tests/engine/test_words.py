"""Each word alone, in columns and in whole numbers, against fractions on both sides of every border."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from officium.engine import (
    Family,
    LawBook,
    LawError,
    Row,
    Sheet,
    age_on,
    allocate,
    any_of,
    at_least_zero,
    count_of,
    day_after,
    days_between,
    higher_of,
    highest_of,
    lower_of,
    monday_after,
    months_after,
    months_between,
    pick,
    quotient,
    ratio,
    rounded,
    rule,
    slice_of,
    total_of,
    where,
    years_between,
)

from .small import bind, both, one
from .toyland.oracle import full_months, full_years, spread, to_places

WAYS = ("half_away", "toward_zero", "away_from_zero", "up", "down")
FACTS = {
    "a": "number room",
    "b": "number room",
    "d": "count room 0..1000",
    "e": "count room 1..1000",
    "cents": "cents room",
    "rate": "rate room",
    "yes": "flag room",
    "no": "flag room",
    "status": "code room white,blue,green",
    "first": "date room",
    "last": "date room",
    "thing": "number thing -1000000..1000000",
    "of_thing": "flag thing",
    "total": "number room -1000000..1000000",
    "weight": "count thing 0..1000",
}
_ROWS = (
    '[{{ {0} = "-9999999999999", v = "1" }}, {{ {0} = "-3", v = "2" }}, {{ {0} = "5", v = "3" }}]'
)
FIGURES = (
    one(_ROWS.format("above"), "strict")
    + one(_ROWS.format("at_least"), "lenient")
    + one("2014-01-01", "turn")
    + one('{ white = "1", blue = "-2", green = "3" }', "table")
)
whole = st.integers(-(10**12), 10**12)
halves = st.builds(
    lambda n, step: 100 * n + 50 + step, st.integers(-(10**9), 10**9), st.sampled_from((-1, 0, 1))
)
near = st.integers(-30, 30)
rows_of = st.lists(
    st.tuples(st.one_of(whole, halves, near), st.one_of(whole, near)), min_size=1, max_size=8
)
many = settings(max_examples=40, deadline=None, database=None, derandomize=True)


@cache
def book(name: str, kind: str = "number room -1000000000000000..1000000000000000") -> LawBook:
    """A book whose result is the formula of that name."""
    formula = FORMULAS[name]
    formula.__name__, formula.__doc__ = "result", "A word."
    law = rule(since="2024-01-01", source="s")(formula)
    return bind({**FACTS, "result": kind}, law, figures=FIGURES)


def _rounded(how: str) -> Callable[..., Any]:
    return lambda a: rounded(a * "0.0001", how=how)


def _whole(how: str) -> Callable[..., Any]:
    return lambda a: rounded(a * "0.01", 0, how=how)


def _mirrored(how: str) -> Callable[..., Any]:
    return lambda a: rounded(-a * "0.01", 0, how=how)


def _quotient(how: str) -> Callable[..., Any]:
    return lambda a, b, d: quotient(a, d, places=0, if_none=b, how=how)


def _share(how: str) -> Callable[..., Any]:
    return lambda a, d, e: rounded(a * ratio(d, e), how=how)


HUNDREDTHS = "factor room -100000000000000..100000000000000"
FORMULAS: dict[str, Callable[..., Any]] = {
    **{f"rounded {how}": _rounded(how) for how in WAYS},
    **{f"whole {how}": _whole(how) for how in WAYS},
    **{f"mirrored {how}": _mirrored(how) for how in WAYS},
    **{f"quotient {how}": _quotient(how) for how in WAYS},
    **{f"share {how}": _share(how) for how in WAYS},
    "small share": lambda a: rounded(a * ratio(11, 12), 0),
    "hundredths": lambda d, e: quotient(d, e, places=2),
    "sum": lambda a, b: a + b - 3,
    "difference": lambda a, b: 7 - (a - b),
    "product": lambda e, d: (e - 500) * (d - 500) * -3,
    "aligned": lambda a, b: a * "0.25" + b - "0.1",
    "<": lambda a, b: where(a < b, 1, 0),
    "<=": lambda a, b: where(a <= b, 1, 0),
    ">": lambda a, b: where(a > b, 1, 0),
    ">=": lambda a, b: where(a >= b, 1, 0),
    "mixed <": lambda a, b: where(a * "0.01" < b, 1, 0),
    "share <": lambda d, e: where(ratio(d, e) < ratio(2, 3), 1, 0),
    "share <=": lambda d, e: where(ratio(d, e) <= ratio(2, 3), 1, 0),
    "share >": lambda d, e: where(ratio(2, 3) < ratio(d, e), 1, 0),
    "share >=": lambda d, e: where(ratio(d, e) >= "0.5", 1, 0),
    "and": lambda yes, no: where(yes & no, 1, 0),
    "or": lambda yes, no: where(yes | no, 1, 0),
    "not": lambda yes, no: where(~yes, 1, 0),
    "where flags": lambda yes, no, a: where(where(yes, no, ~no), a, 5),
    "lower": lambda a, b: lower_of(a, b),
    "higher": lambda a, b: higher_of(a, b),
    "at least zero": lambda a: at_least_zero(a),
    "where": lambda yes, a, b: where(yes, a, b),
    "table": lambda status, table: pick(status, table),
    "pick": lambda status, a, b: pick(status, {"white": a, "blue": "-4", "green": b}),
    "is": lambda status: where(status.is_("white", "green"), 1, 0),
    "strict slice": lambda a, strict: slice_of(a, strict).v,
    "lenient slice": lambda a, lenient: slice_of(a, lenient).v,
    "total": lambda thing: total_of(thing),
    "filtered": lambda thing, of_thing: total_of(where(of_thing, thing, 0)),
    "count": lambda of_thing: count_of(of_thing),
    "any": lambda of_thing: where(any_of(of_thing), 1, 0),
    "highest": lambda thing, a: highest_of(thing, if_none=a),
    "days": lambda first, last: days_between(first, last),
    "months": lambda first, last: months_between(first, last),
    "so many days after": lambda first, d: day_after(first, d - 500),
    "so many months after": lambda first, d: months_after(first, d - 500),
    "Monday after": lambda first: monday_after(first),
    "before a day of the law": lambda first, turn: where(first < turn, 1, 0),
    "from a day of the law": lambda turn, d: day_after(turn, d),
    "days to an amount": lambda d, e: day_after(d, e),
    "a part of a day": lambda first: months_after(first, "0.5"),
    "amount for a day": lambda d: monday_after(d),
    "years, 28 February": lambda first, last: years_between(first, last, birthday="28 February"),
    "age, 1 March": lambda first, last: age_on(last, first, birthday="1 March"),
}


def told(name: str, rows: list[dict[str, Any]], kind: str | None = None) -> list[int]:
    """The result on each row, one family each, equal in columns and alone."""
    made = book(name, kind) if kind else book(name)
    return both(made, [Row(row) for row in rows])


def rounds(x: Fraction, places: int, how: str) -> int:
    return int(to_places(x, places, how) * 10**places)


@pytest.mark.parametrize("how", WAYS)
@many
@given(rows_of)
def test_rounded(how: str, pairs: list[tuple[int, int]]) -> None:
    rows = [{"a": a} for a, _ in pairs]
    amounts = [a for a, _ in pairs]
    assert told(f"rounded {how}", rows, HUNDREDTHS) == [
        rounds(Fraction(a, 10_000), 2, how) for a in amounts
    ]
    ends = [rounds(Fraction(a, 100), 0, how) for a in amounts]
    assert told(f"whole {how}", rows) == ends
    mirror = {"up": "down", "down": "up"}.get(how, how)
    assert told(f"mirrored {how}", rows) == [-rounds(Fraction(a, 100), 0, mirror) for a in amounts]
    if how == mirror:
        assert told(f"mirrored {how}", rows) == [-end for end in ends]


@pytest.mark.parametrize("how", WAYS)
@many
@given(rows_of, st.sampled_from((0, 1, 2, 3, 7, 8, 999, 1000)))
def test_quotient_and_an_amount_times_a_fraction(
    how: str, pairs: list[tuple[int, int]], d: int
) -> None:
    rows = [{"a": a, "b": b, "d": d, "e": max(1, d)} for a, b in pairs]
    assert told(f"quotient {how}", rows) == [
        rounds(Fraction(a, d), 0, how) if d else b for a, b in pairs
    ]
    thirds = [row | {"d": 1} for row in rows]
    assert told(f"share {how}", thirds, HUNDREDTHS) == [
        rounds(Fraction(a, max(1, d)), 2, how) for a, _ in pairs
    ]


@many
@given(rows_of, st.booleans(), st.booleans(), st.sampled_from(("white", "blue", "green")))
def test_signs_choices_and_comparisons(
    pairs: list[tuple[int, int]], yes: bool, no: bool, status: str
) -> None:
    rows = [{"a": a, "b": b, "yes": yes, "no": no, "status": status} for a, b in pairs]
    expected: dict[str, Callable[[int, int], int]] = {
        "sum": lambda a, b: a + b - 3,
        "difference": lambda a, b: 7 - a + b,
        "<": lambda a, b: a < b,
        "<=": lambda a, b: a <= b,
        ">": lambda a, b: a > b,
        ">=": lambda a, b: a >= b,
        "mixed <": lambda a, b: Fraction(a, 100) < b,
        "and": lambda a, b: yes and no,
        "or": lambda a, b: yes or no,
        "not": lambda a, b: not yes,
        "where flags": lambda a, b: a if (no if yes else not no) else 5,
        "lower": lambda a, b: min(a, b),
        "higher": lambda a, b: max(a, b),
        "at least zero": lambda a, b: max(a, 0),
        "where": lambda a, b: a if yes else b,
        "table": lambda a, b: {"white": 1, "blue": -2, "green": 3}[status],
        "pick": lambda a, b: {"white": a, "blue": -4, "green": b}[status],
        "is": lambda a, b: status != "blue",
        "strict slice": lambda a, b: 1 + (a > -3) + (a > 5),
        "lenient slice": lambda a, b: 1 + (a >= -3) + (a >= 5),
        "small share": lambda a, b: rounds(Fraction(11 * a, 12), 0, "half_away"),
    }
    assert told("aligned", rows, HUNDREDTHS) == [25 * a + 100 * b - 10 for a, b in pairs]
    for name, of in expected.items():
        assert told(name, rows) == [int(of(a, b)) for a, b in pairs], name


def test_every_step_over_a_border() -> None:
    rows = [{"a": a, "b": b} for a in range(-7, 9) for b in (-3, 0, 5)]
    for name, of in {
        "<": lambda a, b: a < b,
        "<=": lambda a, b: a <= b,
        ">": lambda a, b: a > b,
        ">=": lambda a, b: a >= b,
        "strict slice": lambda a, b: 1 + (a > -3) + (a > 5),
        "lenient slice": lambda a, b: 1 + (a >= -3) + (a >= 5),
        "lower": min,
        "higher": max,
    }.items():
        assert told(name, rows) == [int(of(row["a"], row["b"])) for row in rows], name


def test_fractions_are_compared_exactly() -> None:
    rows = [
        {"d": d, "e": e} for e in (1, 2, 3, 299, 300, 301, 999, 1000) for d in range(0, 1001, 7)
    ]
    rows += [{"d": 2 * n + step, "e": 3 * n} for n in (1, 100, 333) for step in (-1, 0, 1)]
    for name, of in {
        "share <": lambda x: x < Fraction(2, 3),
        "share <=": lambda x: x <= Fraction(2, 3),
        "share >": lambda x: x > Fraction(2, 3),
        "share >=": lambda x: x >= Fraction(1, 2),
    }.items():
        assert told(name, rows) == [int(of(Fraction(r["d"], r["e"]))) for r in rows], name
    assert told("hundredths", rows, HUNDREDTHS) == [
        rounds(Fraction(r["d"], r["e"]), 2, "half_away") for r in rows
    ]
    assert told("product", rows) == [-3 * (r["e"] - 500) * (r["d"] - 500) for r in rows]


def test_days_months_and_years_round_every_leap_day() -> None:
    """1900 was no leap year, 2000 and 2024 were; both counted on and counted back."""
    starts = [date(year, 2, 25) for year in (1896, 1900, 2000, 2023, 2024)] + [date(2024, 12, 28)]
    window = [start + timedelta(days=n) for start in starts for n in range(8)]
    rows = [{"first": first, "last": last} for first in window for last in window]
    pairs = [(row["first"], row["last"]) for row in rows]
    assert told("days", rows) == [(last - first).days for first, last in pairs]
    assert told("months", rows) == [full_months(*pair) for pair in pairs]
    assert told("years, 28 February", rows) == [full_years(*pair, True) for pair in pairs]
    assert told("age, 1 March", rows) == [full_years(*pair, False) for pair in pairs]


def months_later(day: date, months: int) -> date:
    """The same number of a later month, else the last day that the month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(number, day.day))
        except ValueError:
            continue
    raise AssertionError


def test_the_day_that_comes_so_long_after_another() -> None:
    """Ends of months, leap days and both directions; every day of the week."""
    starts = [date(year, 2, 24) for year in (1896, 1900, 2000, 2023, 2024)] + [date(2024, 12, 25)]
    days = [start + timedelta(days=n) for start in starts for n in range(9)]
    steps = (-483, -24, -13, -12, -1, 0, 1, 2, 12, 13, 48, 490)
    rows = [{"first": day, "d": step + 500} for day in days for step in steps]
    pairs = [(day, step) for day in days for step in steps]
    assert told("so many days after", rows, "date room") == [
        (day + timedelta(days=step)).toordinal() for day, step in pairs
    ]
    assert told("so many months after", rows, "date room") == [
        months_later(*pair).toordinal() for pair in pairs
    ]
    mondays = [
        next(d for d in (day + timedelta(days=n) for n in range(1, 8)) if d.isoweekday() == 1)
        for day in days
    ]
    assert told("Monday after", [{"first": day} for day in days], "date room") == [
        monday.toordinal() for monday in mondays
    ]


def test_a_figure_may_be_a_day() -> None:
    rows = [{"first": day} for day in ("2013-12-31", "2014-01-01", "2014-01-02")]
    assert told("before a day of the law", rows) == [1, 0, 0]
    assert told("from a day of the law", [{"d": 31}], "date room") == [date(2014, 2, 1).toordinal()]


def test_beyond_the_last_year_a_day_is_refused_as_out_of_range() -> None:
    made = book("so many months after", "date room")
    with pytest.raises(LawError, match="outside its range"):
        Family(made, Sheet(made, Row({"first": date(9999, 6, 30), "d": 507}))).at((made.want[0], 0))


@pytest.mark.parametrize("name", ["days to an amount", "a part of a day", "amount for a day"])
def test_a_later_day_asks_a_day_and_a_whole_number(name: str) -> None:
    with pytest.raises(LawError, match="asks a"):
        book(name, "date room")


things = st.lists(
    st.lists(st.tuples(st.integers(-1000, 1000), st.booleans()), max_size=5), min_size=1, max_size=6
)


@many
@given(things)
@example([[]])
@example([[], [(5, True)], [], [], [(-7, False), (-9, True)], []])
def test_words_over_the_rows_below(rooms: list[list[tuple[int, bool]]]) -> None:
    rows = [
        Row({"a": -77}, {"thing": tuple(Row({"thing": n, "of_thing": is_so}) for n, is_so in room)})
        for room in rooms
    ]
    for name, of in {
        "total": lambda room: sum(n for n, _ in room),
        "filtered": lambda room: sum(n for n, is_so in room if is_so),
        "count": lambda room: sum(is_so for _, is_so in room),
        "any": lambda room: any(is_so for _, is_so in room),
        "highest": lambda room: max((n for n, _ in room), default=-77),
    }.items():
        assert both(book(name), rows) == [int(of(room)) for room in rooms], name


@cache
def allocation() -> LawBook:
    def result(total, weight):
        """A part of the total."""
        return allocate(total, weight)

    kinds = {**FACTS, "result": "number thing"}
    return bind(kinds, rule(since="2024-01-01", source="s")(result))


@many
@given(
    st.lists(
        st.tuples(
            st.one_of(st.integers(-(10**6), 10**6), near),
            st.lists(st.one_of(st.integers(0, 1000), st.just(0), st.just(1)), max_size=10),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_allocate_spreads_to_the_last_unit(families: list[tuple[int, list[int]]]) -> None:
    rows = [
        Row({"total": total}, {"thing": tuple(Row({"weight": w}) for w in weights)})
        for total, weights in families
    ]
    expected = [part for total, weights in families for part in spread(total, weights)]
    assert both(allocation(), rows) == expected
