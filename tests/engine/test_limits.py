"""Nothing passes 64 bits: for each word that widens, the widest range that is admitted, and one more.

What is admitted is also worked out at its very ends, in columns and in whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.engine import (
    LawError,
    Row,
    allocate,
    higher_of,
    highest_of,
    lower_of,
    quotient,
    ratio,
    rounded,
    rule,
    total_of,
    where,
)
from officium.engine import division as of_division
from officium.engine.division import WAYS, divide, divide_columns, widest

from .small import bind, both
from .toyland.oracle import to_places

LIMIT = 2**63 - 1
THOUSAND = 1000

Formula = Callable[..., Any]
# Each word: the greatest `a` that is admitted, its formula, and the result where a is at that end.
WIDENING: dict[str, tuple[int, Formula, Callable[[int], int]]] = {
    "a fact": (LIMIT, lambda a: a, lambda a: a),
    "+": (LIMIT - THOUSAND, lambda a, d: a + d, lambda a: a + THOUSAND),
    "−": (LIMIT - THOUSAND, lambda a, d: -a - d, lambda a: -a - THOUSAND),
    "×": (LIMIT // THOUSAND, lambda a, d: a * d, lambda a: a * THOUSAND),
    "×, below zero": (LIMIT // THOUSAND, lambda a, d: a * -1 * d, lambda a: -a * THOUSAND),
    "more decimals": (
        (LIMIT - 1) // 10,
        lambda a: where(a + "0.1" < 0, a, 0),
        lambda a: 0,
    ),
    "rounded": ((LIMIT - 200) // 2, lambda a: rounded(a * "0.01", 0), lambda a: _half(a, 100)),
    "rounded up": (
        (LIMIT - 200) // 2,
        lambda a: rounded(a * "0.01", 0, how="up"),
        lambda a: -(-a // 100),
    ),
    "quotient": (
        (LIMIT - 2 * THOUSAND) // 2,
        lambda a, e: quotient(a, e, places=0),
        lambda a: _half(a, THOUSAND),
    ),
    "quotient at two decimals": (
        (LIMIT - 2 * THOUSAND) // 200,
        lambda a, e: where(quotient(a, e, places=2) > 0, 1, 0),
        lambda a: 1,
    ),
    "amount × fraction": (
        (LIMIT - 2 * THOUSAND) // (2 * THOUSAND),
        lambda a, d, e: rounded(a * ratio(d, e), 0),
        lambda a: a,
    ),
    "fraction compared": (
        LIMIT // THOUSAND,
        lambda a, e, d: where(ratio(a, 3) > ratio(1, e), 1, 0),
        lambda a: 1,
    ),
    "total": (LIMIT // 10, lambda each: total_of(each), lambda a: 10 * a),
    "allocate": (LIMIT // THOUSAND, None, lambda a: a),
    "where": (LIMIT, lambda a, least: where(a > 0, a, least), lambda a: a),
    "where not": (LIMIT, lambda a, least: where(a < 0, a, least), lambda a: -LIMIT),
    "lower": (LIMIT, lambda a, least: lower_of(a, least), lambda a: -LIMIT),
    "higher": (LIMIT, lambda a, least: higher_of(a, least), lambda a: a),
    "highest": (LIMIT, lambda each: highest_of(each), lambda a: a),
}


def _half(a: int, d: int) -> int:
    return int(to_places(Fraction(a, d), 0))


def _bind(name: str, high: int) -> Any:
    formula = WIDENING[name][1] or (lambda a, d: allocate(a, d))
    spread = name == "allocate"
    facts = {
        "a": f"number {'house' if spread else 'room'} 0..{high}",
        "each": f"number thing 0..{high}",
        "d": "count room 0..1000",
        "e": "count room 1..1000",
        "least": f"number room -{LIMIT}..{LIMIT}",
        "result": f"number room -{LIMIT}..{LIMIT}",
    }
    formula.__name__, formula.__doc__ = "result", "At the limit."
    return bind(facts, rule(since="2024-01-01", source="s")(formula))


@pytest.mark.parametrize("name", WIDENING)
def test_the_widest_range_is_admitted_and_exact(name: str) -> None:
    high, _, of = WIDENING[name]
    book = _bind(name, high)
    room = {"a": high, "d": THOUSAND, "e": THOUSAND, "least": -LIMIT}
    if name == "allocate":
        rows = [Row({"a": high}, {"room": (Row(room),)})] * 3
    else:
        rows = [Row(room, {"thing": tuple(Row({"each": high}) for _ in range(10))})] * 3
    if name == "fraction compared":
        assert both(book, rows) == [1, 1, 1]
    elif name == "amount × fraction":
        assert both(book, rows) == [high] * 3
    else:
        assert both(book, rows) == [of(high)] * 3


@pytest.mark.parametrize("name", [name for name in WIDENING if WIDENING[name][0] != LIMIT])
def test_one_more_is_refused(name: str) -> None:
    with pytest.raises(LawError, match="more than 64 bits hold") as refusal:
        _bind(name, WIDENING[name][0] + 1)
    assert refusal.value.code == "overflow"
    assert ".result (line " in refusal.value.where or ".<lambda>" in refusal.value.where


def test_a_fact_or_a_number_beyond_64_bits_is_refused() -> None:
    for facts, formula in (
        ({"a": f"number room 0..{LIMIT + 1}"}, lambda a: a),
        ({"a": "number room"}, lambda a: a + 2**63),
    ):
        formula.__name__, formula.__doc__ = "result", "Too great."
        law = rule(since="2024-01-01", source="s")(formula)
        with pytest.raises(LawError, match="64 bits"):
            bind({**facts, "result": "number room"}, law)


# --- division ----------------------------------------------------------------------------------
def in_columns(n: Any, d: Any, how: str) -> list[int]:
    """The quotient of columns (or of one number by a column, or the reverse)."""
    size = np.size(n) if np.ndim(n) else np.size(d)
    out = np.empty(size, np.int64)
    most = max(abs(int(x)) for x in np.ravel(n))
    divide_columns(np, out, n, d, how, widest(most, int(np.max(d))))
    return out.tolist()


@pytest.mark.parametrize("how", WAYS)
@settings(max_examples=100, deadline=None, database=None, derandomize=True)
@given(st.integers(-(2**61), 2**61), st.integers(1, 10**9))
def test_division_ends_as_the_law_says(how: str, n: int, d: int) -> None:
    expected = int(to_places(Fraction(n, d), 0, how))
    assert divide(n, d, how) == expected
    assert in_columns(np.array([n, -n]), np.array([d, d]), how)[0] == expected
    assert in_columns(np.array([n]), d, how) == [expected]
    assert in_columns(n, np.array([d]), how) == [expected]
    if how not in ("up", "down"):
        assert divide(-n, d, how) == -expected


def around(top: int, d: int) -> list[int]:
    """Numbers up to `top` that stand on, and one beside, each whole and half quotient near it."""
    last = top // d
    near = [last * d, (last - 1) * d, last * d - d // 2, last * d - (d + 1) // 2]
    found = {n + step for n in near for step in (-1, 0, 1)}
    return sorted(n for n in found if 0 <= n <= top)


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize("d", [1, 2, 3, 7, 999, 1000, 2**20 + 1, 2**30 - 1])
def test_division_through_floats_is_exact_up_to_its_limit_and_beyond(how: str, d: int) -> None:
    """2|n| + 2d below 2**53 goes through float64; the limit itself and more does not."""
    for top in (2**52 - d - 1, 2**52 - d, 2**52 - d + 1, 2**53, 2**60):
        for n in around(top, d):
            expected = int(to_places(Fraction(n, d), 0, how))
            mirror = int(to_places(Fraction(-n, d), 0, how))
            assert in_columns(np.array([n, -n]), np.array([d, d]), how) == [expected, mirror]


def test_floats_beyond_their_limit_would_lose_a_unit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the limit the same division is wrong, so the limit is needed and tested."""
    n = np.array([around(2**60, 7)], np.int64).ravel()
    d = np.full(len(n), 7, np.int64)
    right = [divide(int(one), 7, "toward_zero") for one in n]
    assert in_columns(n, d, "toward_zero") == right
    monkeypatch.setattr(of_division, "_EXACT_IN_FLOAT", 2**70)
    assert in_columns(n, d, "toward_zero") != right
