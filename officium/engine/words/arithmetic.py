"""Plus, minus, times, comparisons, conditions; the lower and the higher of two."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from officium.engine.face import Bounds, ColumnFace, Face, WholeFace, enter, same
from officium.engine.term import Term
from officium.engine.words.asking import desk_of


def _corners(bounds: list[Bounds], _: Any) -> Bounds:
    (a, b), (c, d) = bounds
    products = (a * c, a * d, b * c, b * d)
    return min(products), max(products)


def _flag(*_: Any) -> Bounds:
    return (0, 1)


def _asked(compare: Callable[[int, int], bool], first: int) -> WholeFace:
    return lambda args, _: int(compare(args[first], args[first + 1]))


def _asked_columns(ufunc: str, first: int) -> ColumnFace:
    return lambda np, out, args, _: getattr(np, ufunc)(args[first], args[first + 1], out=out)


enter(
    Face(
        "align",
        bounds=lambda b, k: (b[0][0] * 10**k, b[0][1] * 10**k),
        column=lambda np, out, args, k: np.multiply(args[0], 10**k, out=out),
        whole=lambda args, k: args[0] * 10**k,
        wording=same("{0}"),
    )
)
enter(
    Face(
        "add",
        bounds=lambda b, _: (b[0][0] + b[1][0], b[0][1] + b[1][1]),
        column=lambda np, out, args, _: np.add(*args, out=out),
        whole=lambda args, _: args[0] + args[1],
        wording=same("{0} + {1}"),
        binds=4,
    )
)
enter(
    Face(
        "subtract",
        bounds=lambda b, _: (b[0][0] - b[1][1], b[0][1] - b[1][0]),
        column=lambda np, out, args, _: np.subtract(*args, out=out),
        whole=lambda args, _: args[0] - args[1],
        wording=same("{0} − {1}"),
        binds=4,
    )
)
enter(
    Face(
        "multiply",
        bounds=_corners,
        column=lambda np, out, args, _: np.multiply(*args, out=out),
        whole=lambda args, _: args[0] * args[1],
        wording=same("{0} × {1}"),
        binds=6,
    )
)
for _op, _sign, _compare, _ufunc in (
    ("less", "<", operator.lt, "less"),
    ("at_most", "≤", operator.le, "less_equal"),
    ("greater", ">", operator.gt, "greater"),
    ("at_least", "≥", operator.ge, "greater_equal"),
):
    enter(
        Face(
            _op,
            bounds=_flag,
            column=_asked_columns(_ufunc, 0),
            whole=_asked(_compare, 0),
            wording=same(f"{{0}} {_sign} {{1}}"),
            binds=3,
        )
    )
    # Two exact fractions: the last two arguments are the cross products, which nobody is shown.
    enter(
        Face(
            f"share_{_op}",
            bounds=_flag,
            column=_asked_columns(_ufunc, 4),
            whole=_asked(_compare, 4),
            wording=same(f"{{0}} / {{1}} {_sign} {{2}} / {{3}}"),
            binds=3,
        )
    )
enter(
    Face(
        "both",
        bounds=_flag,
        column=lambda np, out, args, _: np.logical_and(*args, out=out),
        whole=lambda args, _: args[0] & args[1],
        wording={"nl": "{0} en {1}", "fr": "{0} et {1}", "de": "{0} und {1}", "en": "{0} and {1}"},
        binds=2,
    )
)
enter(
    Face(
        "either",
        bounds=_flag,
        column=lambda np, out, args, _: np.logical_or(*args, out=out),
        whole=lambda args, _: args[0] | args[1],
        wording={"nl": "{0} of {1}", "fr": "{0} ou {1}", "de": "{0} oder {1}", "en": "{0} or {1}"},
        binds=1,
    )
)
enter(
    Face(
        "not_so",
        bounds=_flag,
        column=lambda np, out, args, _: np.logical_not(*args, out=out),
        whole=lambda args, _: 1 - args[0],
        wording={"nl": "niet {0}", "fr": "pas {0}", "de": "nicht {0}", "en": "not {0}"},
        binds=7,
    )
)
enter(
    Face(
        "lower",
        bounds=lambda b, _: (min(b[0][0], b[1][0]), min(b[0][1], b[1][1])),
        column=lambda np, out, args, _: np.minimum(*args, out=out),
        whole=lambda args, _: min(args),
        wording={
            "nl": "het laagste van {0} en {1}",
            "fr": "le moins élevé de {0} et {1}",
            "de": "der niedrigere Wert von {0} und {1}",
            "en": "the lower of {0} and {1}",
        },
        binds=0,
    )
)
enter(
    Face(
        "higher",
        bounds=lambda b, _: (max(b[0][0], b[1][0]), max(b[0][1], b[1][1])),
        column=lambda np, out, args, _: np.maximum(*args, out=out),
        whole=lambda args, _: max(args),
        wording={
            "nl": "het hoogste van {0} en {1}",
            "fr": "le plus élevé de {0} et {1}",
            "de": "der höhere Wert von {0} und {1}",
            "en": "the higher of {0} and {1}",
        },
        binds=0,
    )
)


def lower_of(a: Any, b: Any) -> Term:
    """The lower of two amounts of one unit."""
    desk = desk_of(a, b)
    args, unit, decimals, grain = desk.numbers("lower_of", a, b)
    return desk.node("lower", args, unit=unit, decimals=decimals, grain=grain)


def higher_of(a: Any, b: Any) -> Term:
    """The higher of two amounts of one unit."""
    desk = desk_of(a, b)
    args, unit, decimals, grain = desk.numbers("higher_of", a, b)
    return desk.node("higher", args, unit=unit, decimals=decimals, grain=grain)


def at_least_zero(a: Any) -> Term:
    """The amount, or nothing where it is below nothing."""
    return higher_of(a, 0)
