"""Words over the rows below, and the one that spreads an amount over them.

Columns of a grain are sorted by parent. A column face receives, after the parameter, the offsets of
the groups (`starts`, one longer than the groups); a whole face receives the values of one group.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from officium.engine.face import Face, enter
from officium.engine.term import Term
from officium.engine.words.asking import desk_of

FEW = 4
"""Groups for each child from which on it is faster to add child by child."""


def _most(bounds: Any, most: int) -> tuple[int, int]:
    return min(0, bounds[0][0]) * most, max(0, bounds[0][1]) * most


def _total_column(np: Any, out: Any, args: Any, _: Any, starts: Any) -> None:
    if len(args[0]) * FEW < len(out):
        # Most groups are empty: only the few children are looked at.
        out.fill(0)
        rows = np.arange(len(args[0]))
        np.add.at(out, np.searchsorted(starts, rows, side="right") - 1, args[0])
        return
    # Differences of running sums: right on empty groups, and modulo 2**64 in between.
    running = np.zeros(len(args[0]) + 1, np.int64)
    np.cumsum(args[0], out=running[1:])
    np.subtract(running[starts[1:]], running[starts[:-1]], out=out)


def _any_column(np: Any, out: Any, args: Any, _: Any, starts: Any) -> None:
    counts = np.empty(len(out), np.int64)
    _total_column(np, counts, args, _, starts)
    np.greater(counts, 0, out=out)


def _highest_column(np: Any, out: Any, args: Any, _: Any, starts: Any) -> None:
    values, none = args
    np.copyto(out, none)
    filled = starts[:-1] < starts[1:]
    if filled.any():
        out[filled] = np.maximum.reduceat(values, starts[:-1][filled])


def shares(total: int, weights: Sequence[int]) -> list[int]:
    """`total` in whole parts by weight: largest remainder, the first line where remainders are equal.

    A negative total is divided by magnitude; without any weight the parts are equal.
    """
    if not weights:
        return []
    used = weights if sum(weights) else [1] * len(weights)
    size, whole = abs(total), sum(used)
    parts = [size * weight // whole for weight in used]
    order = sorted(range(len(used)), key=lambda n: (-(size * used[n] % whole), n))
    for n in order[: size - sum(parts)]:
        parts[n] += 1
    return [-part for part in parts] if total < 0 else parts


def _allocate_column(np: Any, out: Any, args: Any, _: Any, starts: Any) -> None:
    totals, weights = args
    counts = np.diff(starts)
    group = np.repeat(np.arange(len(counts)), counts)
    sums = np.add.reduceat(np.append(weights, 0), starts[:-1]) * (counts > 0)
    used = np.where(np.take(sums, group) == 0, 1, weights)
    whole = np.where(sums == 0, counts, sums)
    size = np.abs(totals)
    product = np.take(size, group) * used
    np.floor_divide(product, np.take(whole, group), out=out)
    rest = product - out * np.take(whole, group)
    given = np.add.reduceat(np.append(out, 0), starts[:-1]) * (counts > 0)
    order = np.lexsort((np.arange(len(group)), -rest, group))
    rank = np.empty(len(group), np.int64)
    rank[order] = np.arange(len(group)) - np.take(starts[:-1], group)
    out += rank < np.take(size - given, group)
    np.negative(out, out=out, where=np.take(totals, group) < 0)


enter(
    Face(
        "total",
        bounds=_most,
        column=_total_column,
        whole=lambda args, _: sum(args[0]),
        wording={
            "nl": "som van {0}",
            "fr": "somme de {0}",
            "de": "Summe von {0}",
            "en": "sum of {0}",
        },
        groups=True,
    )
)
enter(
    Face(
        "count",
        bounds=_most,
        column=_total_column,
        whole=lambda args, _: sum(args[0]),
        wording={
            "nl": "aantal met {0}",
            "fr": "nombre avec {0}",
            "de": "Anzahl mit {0}",
            "en": "number with {0}",
        },
        groups=True,
    )
)
enter(
    Face(
        "any",
        bounds=lambda b, _: (0, 1),
        column=_any_column,
        whole=lambda args, _: int(any(args[0])),
        wording={
            "nl": "minstens één met {0}",
            "fr": "au moins un avec {0}",
            "de": "mindestens eines mit {0}",
            "en": "at least one with {0}",
        },
        groups=True,
    )
)
enter(
    Face(
        "highest",
        bounds=lambda b, _: (min(b[0][0], b[1][0]), max(b[0][1], b[1][1])),
        column=_highest_column,
        whole=lambda args, _: max(args[0], default=args[1]),
        wording={
            "nl": "het hoogste van {0}",
            "fr": "le plus élevé de {0}",
            "de": "der höchste Wert von {0}",
            "en": "the highest of {0}",
        },
        groups=True,
    )
)
enter(
    Face(
        "allocate",
        bounds=lambda b, _: (min(0, b[0][0]), max(0, b[0][1])),
        column=_allocate_column,
        whole=lambda args, _: args[0],
        wording={
            "nl": "deel van {0} naar gewicht {1}",
            "fr": "part de {0} selon le poids {1}",
            "de": "Anteil an {0} nach Gewicht {1}",
            "en": "share of {0} by weight {1}",
        },
        groups=True,
    )
)


def _below(desk: Any, what: str, x: Any, nature: str) -> Term:
    term: Term = desk.lift(x)
    if term.nature != nature:
        desk.refuse(f"{what} asks a {nature}, not a {term.nature}", "units")
    if (
        term.grain is None
        or term.grain == desk.grain
        or not desk.grains.above(desk.grain, term.grain)
    ):
        desk.refuse(f"{what} asks rows below {desk.grain}, not of {term.grain}", "grain")
    return term


def _here(desk: Any, what: str, term: Term) -> Term:
    """The term on the rows of the rule; what lies below is no single value here."""
    if term.grain is not None and not desk.grains.above(term.grain, desk.grain):
        desk.refuse(f"{what} is of {term.grain}, which is not above {desk.grain}", "grain")
    spread: Term = desk.spread(term, desk.grain)
    return spread


def _group(op: str, x: Term, *more: Term, **shape: Any) -> Term:
    desk = x.desk
    most = desk.grains.most(desk.grain, x.grain or "")
    return desk.node(op, (x, *more), most, grain=desk.grain, **shape)


def total_of(x: Any) -> Term:
    """The sum over the rows below; a filter is a `where` inside."""
    term = _below(desk_of(x), "total_of", x, "number")
    return _group("total", term, unit=term.unit, decimals=term.decimals)


def count_of(condition: Any) -> Term:
    """On how many of the rows below the condition holds."""
    return _group("count", _below(desk_of(condition), "count_of", condition, "flag"))


def any_of(condition: Any) -> Term:
    """Whether the condition holds on one of the rows below."""
    return _group("any", _below(desk_of(condition), "any_of", condition, "flag"), nature="flag")


def highest_of(x: Any, *, if_none: Any = 0) -> Term:
    """The highest over the rows below; `if_none` where there is no row."""
    desk = desk_of(x)
    term = _below(desk, "highest_of", x, "number")
    none = desk.lift(if_none)
    if none.unit != term.unit and not none.low == none.high == 0:
        desk.refuse("highest_of: if_none has another unit than what is compared", "units")
    if none.decimals > term.decimals:
        desk.refuse(f"highest_of: if_none has more than {term.decimals} decimals", "exact")
    none = _here(desk, "if_none", desk.at_decimals(none, term.decimals))
    return _group("highest", term, none, unit=term.unit, decimals=term.decimals)


def allocate(total: Any, weights: Any) -> Term:
    """An amount of the rows above, spread over these rows by weight; the parts add up to the cent."""
    desk = desk_of(total, weights)
    total, weights = desk.lift(total), desk.lift(weights)
    if total.nature != "number" or weights.nature != "number":
        desk.refuse("allocate asks an amount and weights", "units")
    if (
        total.grain is None
        or total.grain == desk.grain
        or not desk.grains.above(total.grain, desk.grain)
    ):
        desk.refuse(f"allocate spreads an amount of a row above, not of {total.grain}", "grain")
    if weights.low < 0:
        desk.refuse("a weight may not be below zero", "range")
    weights = _here(desk, "a weight", weights)
    if weights.grain is None:
        weights = desk.node(
            "spread",
            (weights,),
            (None, desk.grain),
            unit=weights.unit,
            decimals=weights.decimals,
            grain=desk.grain,
            bounds=(weights.low, weights.high),
        )
    most = desk.grains.most(total.grain, desk.grain)
    widest = max(abs(total.low), abs(total.high)) * max(1, weights.high)
    desk.fits("allocate", widest, weights.high * most)
    return desk.node(
        "allocate",
        (total, weights),
        most,
        unit=total.unit,
        decimals=total.decimals,
        grain=desk.grain,
    )
