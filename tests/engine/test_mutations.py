"""The comparison kills: each deliberate error in the engine makes a walk differ from the oracle."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from officium.engine import Family, Figure, LawError, Row, Rule
from officium.engine.batch import Layout
from officium.engine.columns import Program
from officium.engine.face import FACES
from officium.engine.words import choice, days, groups, rounding

from .comparing import differences_alone, differences_in_columns, judged
from .test_three_walks import random_rows, seeded_rows
from .toyland.people import whole_book

Patch = pytest.MonkeyPatch


@cache
def evidence() -> tuple[list[Row], list[dict[str, list[int]]]]:
    rows = [*seeded_rows()[0], *random_rows()[:120]]
    return rows, judged(rows)


def _column(op: str, column: Callable[..., None]) -> Callable[[Patch], None]:
    return lambda patch: patch.setitem(FACES, op, replace(FACES[op], column=column))


def _whole(op: str, whole: Callable[[Any, Any], int]) -> Callable[[Patch], None]:
    return lambda patch: patch.setitem(FACES, op, replace(FACES[op], whole=whole))


def _way(of: Any, name: str, wrong: str, right: str) -> Callable[[Patch], None]:
    """A division that takes one way of rounding for another."""
    true = getattr(of, name)

    def mistaken(n: int, d: int, how: str) -> Any:
        return true(n, d, wrong if how == right else how)

    def mistaken_columns(np: Any, out: Any, n: Any, d: Any, how: str, met: int) -> None:
        true(np, out, n, d, wrong if how == right else how, met)

    return lambda patch: patch.setattr(
        of, name, mistaken_columns if name == "divide_columns" else mistaken
    )


def _half_up(n: int, d: int, how: str) -> int:
    return (2 * n + d) // (2 * d) if how == "half_away" else _divide(n, d, how)


def _half_up_columns(np: Any, out: Any, n: Any, d: Any, how: str, met: int) -> None:
    if how == "half_away":
        out[...] = (2 * n + d) // (2 * d)
    else:
        _divide_columns(np, out, n, d, how, met)


def _half_to_even(n: int, d: int, how: str) -> int:
    return round(Fraction(n, d)) if how == "half_away" else _divide(n, d, how)


def _last_first(total: int, weights: Any) -> list[int]:
    return _shares(total, list(weights)[::-1])[::-1]


def _allocate_last_first(np: Any, out: Any, args: Any, p: Any, starts: Any) -> None:
    for n, (a, b) in enumerate(pairwise(starts)):
        out[a:b] = _last_first(int(args[0][n]), [int(w) for w in args[1][a:b]])


def _naive_total(np: Any, out: Any, args: Any, p: Any, starts: Any) -> None:
    padded = np.append(args[0].astype(np.int64), 0)
    out[...] = np.add.reduceat(padded, starts[:-1]) if len(out) else 0


def _naive_highest(np: Any, out: Any, args: Any, p: Any, starts: Any) -> None:
    padded = np.append(args[0], -(10**9))
    out[...] = np.maximum.reduceat(padded, starts[:-1]) if len(out) else 0


def _swapped_walk(family: Family, term: Any, row: int) -> int:
    if term.op == "where":
        return family.value(term.args[2 if family.value(term.args[0], row) else 1], row)
    return _walk(family, term, row)


def _under_the_first(family: Family, term: Any, row: int) -> int:
    return family.value(term.args[0], 0) if term.op == "spread" else _walk(family, term, row)


def _next_parents(layout: Layout, upper: str, lower: str) -> Any:
    found = _parents(layout, upper, lower)
    return (found + 1) % max(1, layout.count(upper))


def _freed_at_first_reading(patch: Patch) -> None:
    seen: set[int] = set()
    of_item: dict[int, list[Any]] = {}

    def first_readings(program: Program, item: Any) -> list[Any]:
        if id(item) not in of_item:
            of_item[id(item)] = [t for t in _readers(program, item) if t.number not in seen]
            seen.update(term.number for term in of_item[id(item)])
        return of_item[id(item)]

    patch.setattr(Program, "_readers", first_readings)


def _stale_text(rule: Rule, day: date) -> Any:
    return _text_on(rule, day - timedelta(days=28))


def _oldest_figure(figure: Figure, day: Any, known: Any) -> Any:
    return figure.entries[0]


_divide, _divide_columns = rounding.divide, rounding.divide_columns
_shares, _walk, _parents = groups.shares, Family._walk, Layout.parents
_readers, _text_on = Program._readers, Rule.on

MUTATIONS: dict[str, Callable[[Patch], None]] = {
    "halves go up, alone": lambda p: p.setattr(rounding, "divide", _half_up),
    "halves go up, in columns": lambda p: p.setattr(rounding, "divide_columns", _half_up_columns),
    "halves go to even": lambda p: p.setattr(rounding, "divide", _half_to_even),
    "toward zero is floor, alone": _way(rounding, "divide", "down", "toward_zero"),
    "toward zero is floor, in columns": _way(rounding, "divide_columns", "down", "toward_zero"),
    "away from zero is half away": _way(rounding, "divide", "half_away", "away_from_zero"),
    "away from zero is up, in columns": _way(rounding, "divide_columns", "up", "away_from_zero"),
    "up is away from zero, alone": _way(rounding, "divide", "away_from_zero", "up"),
    "down is toward zero, in columns": _way(rounding, "divide_columns", "toward_zero", "down"),
    "a slice begins too late, alone": lambda p: p.setattr(
        choice, "_place", lambda x, q: (bisect_right if q[1] else bisect_left)(q[0], x) - 1
    ),
    "a slice begins too late, in columns": _column(
        "slice",
        lambda np, out, args, q: np.copyto(
            out,
            np.array(q[2])[
                np.maximum(
                    np.searchsorted(np.array(q[0]), args[0], side="right" if q[1] else "left") - 1,
                    0,
                )
            ],
        ),
    ),
    "< is <=, alone": _whole("less", lambda args, _: int(args[0] <= args[1])),
    "< is <=, in columns": _column(
        "less", lambda np, out, args, _: np.less_equal(args[0], args[1], out=out)
    ),
    ">= is >, alone": _whole("at_least", lambda args, _: int(args[0] > args[1])),
    "> is >=, in columns": _column(
        "greater", lambda np, out, args, _: np.greater_equal(args[0], args[1], out=out)
    ),
    "a fraction on the border fails": _whole(
        "share_at_least", lambda args, _: int(args[4] > args[5])
    ),
    "a fraction is compared crosswise wrong": _column(
        "share_at_least", lambda np, out, args, _: np.less_equal(args[4], args[5], out=out)
    ),
    "equal remainders go to the last, alone": lambda p: p.setattr(
        "officium.engine.family.shares", _last_first
    ),
    "equal remainders go to the last, in columns": _column("allocate", _allocate_last_first),
    "an empty group has its neighbour's total": _column("total", _naive_total),
    "an empty group has its neighbour's highest": _column("highest", _naive_highest),
    "the highest ignores if_none": _whole("highest", lambda args, _: max(args[0], default=0)),
    "the quotient ignores if_none": _whole(
        "quotient", lambda args, p: _divide(args[0], args[1], p[0]) if args[1] else 0
    ),
    "any is all": _whole("any", lambda args, _: int(all(args[0]))),
    "count counts every row": _column(
        "count", lambda np, out, args, _, starts: np.copyto(out, np.diff(starts))
    ),
    "29 February the other way, alone": _whole(
        "years", lambda args, february: days._years(args[0], args[1], not february)
    ),
    "29 February the other way, in columns": _column(
        "years", lambda np, out, args, february: days._years_column(np, out, args, not february)
    ),
    "the birthday itself is not yet celebrated": _whole(
        "years", lambda args, february: days._years(args[0], args[1] - 1, february)
    ),
    "a month is complete a day early": _whole(
        "months", lambda args, _: days._months(args[0], args[1] + 1)
    ),
    "days count both ends": _column(
        "days", lambda np, out, args, _: np.copyto(out, args[1] - args[0] + 1)
    ),
    "the branches of where are swapped, alone": lambda p: p.setattr(Family, "_walk", _swapped_walk),
    "the branches of where are swapped, in columns": _column(
        "where", lambda np, out, args, _: np.copyto(out, np.where(args[0], args[2], args[1]))
    ),
    "pick takes the last": _column("pick", lambda np, out, args, _: np.copyto(out, args[-1])),
    "a code is any of the list": _whole("is_in", lambda args, p: int(args[0] <= p[0][0])),
    "and is or": _whole("both", lambda args, _: args[0] | args[1]),
    "or is and": _column("either", lambda np, out, args, _: np.logical_and(*args, out=out)),
    "the lower is the higher": _whole("lower", lambda args, _: max(args)),
    "amounts are not aligned": _whole("align", lambda args, _: args[0]),
    "minus is plus": _column("subtract", lambda np, out, args, _: np.add(*args, out=out)),
    "every row hangs under the first, alone": lambda p: p.setattr(
        Family, "_walk", _under_the_first
    ),
    "a row hangs under the next, in columns": lambda p: p.setattr(Layout, "parents", _next_parents),
    "a buffer is freed too early": _freed_at_first_reading,
    "a new text is heard of a month late": lambda p: p.setattr(Rule, "on", _stale_text),
    "the oldest figure holds on every day": lambda p: p.setattr(Figure, "on", _oldest_figure),
    "a day's way is taken on its eve": _whole("day_in", lambda args, q: int(args[0] + 31 in q)),
}


def test_without_a_mutation_nothing_differs() -> None:
    rows, expected = evidence()
    assert differences_in_columns(whole_book(), rows, expected, 50) == []
    assert differences_alone(whole_book(), rows, expected) == []


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_deliberate_error_is_found(name: str, monkeypatch: Patch) -> None:
    rows, expected = evidence()
    MUTATIONS[name](monkeypatch)
    try:
        book = whole_book()
        found = differences_in_columns(book, rows, expected, 50)
        found = found or differences_alone(book, rows, expected)
    except (ArithmeticError, LookupError, ValueError) as error:
        pytest.fail(f"the error was no wrong cent but a crash: {error}")
    except LawError as refusal:
        assert refusal.code in ("silence", "conflict", "range"), refusal
    else:
        assert found
