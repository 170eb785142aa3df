"""The words that round; nothing else does."""

from __future__ import annotations

from typing import Any

from officium.engine.division import WAYS, divide, divide_columns, widest
from officium.engine.errors import LawError
from officium.engine.face import Bounds, Face, enter, same
from officium.engine.kinds import times
from officium.engine.share import Product, Share, WrittenShare
from officium.engine.term import Term
from officium.engine.words.asking import desk_of


def _quotient_bounds(b: list[Bounds], how: str) -> Bounds:
    ends = [divide(n, d, how) for n in b[0] for d in (max(1, b[1][0]), max(1, b[1][1]))]
    return min(*ends, b[2][0]), max(*ends, b[2][1])


def _quotient_column(np: Any, out: Any, args: Any, how: str, met: int) -> None:
    n, d, none = args
    absent = np.equal(d, 0)
    divide_columns(np, out, n, np.where(absent, 1, d), how, met)
    np.copyto(out, none, where=absent)


def _met(b: list[Bounds]) -> int:
    return widest(max(abs(b[0][0]), abs(b[0][1])), b[1][1])


enter(
    Face(
        "rounded",
        bounds=lambda b, p: (divide(b[0][0], p[0], p[1]), divide(b[0][1], p[0], p[1])),
        column=lambda np, out, args, p: divide_columns(np, out, args[0], p[0], p[1], p[2]),
        whole=lambda args, p: divide(args[0], p[0], p[1]),
        wording=same("{0}"),
    )
)
enter(
    Face(
        "quotient",
        bounds=lambda b, p: _quotient_bounds(list(b), p[0]),
        column=lambda np, out, args, p: _quotient_column(np, out, args, p[0], p[1]),
        whole=lambda args, p: divide(args[0], args[1], p[0]) if args[1] else args[2],
        wording=same("{0} / {1}"),
        binds=5,
    )
)
enter(
    Face(
        "rounded_share",
        bounds=lambda b, p: _quotient_bounds([b[3], b[2], (0, 0)], p[0]),
        column=lambda np, out, args, p: divide_columns(np, out, args[3], args[2], p[0], p[1]),
        whole=lambda args, p: divide(args[3], args[2], p[0]),
        wording=same("{0} × {1} / {2}"),
        binds=5,
    )
)


def _way(desk: Any, how: str) -> None:
    if how not in WAYS:
        desk.refuse(f"how={how!r} is not one of {', '.join(WAYS)}", "writing")


def rounded(x: Any, places: int = 2, *, how: str = "half_away") -> Term:
    """The amount at so many decimals; half goes away from zero unless the law says `how`."""
    desk = desk_of(x)
    _way(desk, how)
    if isinstance(x, Product):
        amount, n, d = x.amount, x.share.n, x.share.d
        top = desk.multiply(amount, n)
        top = desk.at_decimals(top, max(top.decimals, places + d.decimals))
        under = desk.at_decimals(d, top.decimals - places)
        args, grain = desk.level(amount, n, under, top)
        met = _met([(args[3].low, args[3].high), (args[2].low, args[2].high)])
        desk.fits("rounded", met)
        return desk.node(
            "rounded_share",
            args,
            (how, met),
            unit=times(times(amount.unit, n.unit), d.unit, -1),
            decimals=places,
            grain=grain,
        )
    x = desk.lift(x)
    if x.decimals <= places:
        return desk.at_decimals(x, places)
    divisor = 10 ** (x.decimals - places)
    met = _met([(x.low, x.high), (divisor, divisor)])
    desk.fits("rounded", met)
    return desk.node(
        "rounded", (x,), (divisor, how, met), unit=x.unit, decimals=places, grain=x.grain
    )


def quotient(
    n: Any, d: Any, *, places: int = 2, if_none: Any = None, how: str = "half_away"
) -> Term:
    """n / d at so many decimals; `if_none` is the value where there is nothing to divide by."""
    desk = desk_of(n, d)
    _way(desk, how)
    n, d = desk.lift(n), desk.lift(d)
    if d.low < 0 or (d.low == 0 and if_none is None):
        desk.refuse(
            "the divisor may be zero or less: say if_none=..., or narrow its range", "range"
        )
    unit = times(n.unit, d.unit, -1)
    n = desk.at_decimals(n, max(n.decimals, places + d.decimals))
    d = desk.at_decimals(d, n.decimals - places)
    none = desk.lift(0 if if_none is None else if_none)
    if none.decimals > places:
        desk.refuse(f"if_none has more than {places} decimals", "exact")
    none = desk.at_decimals(none, places)
    if none.unit != unit and not none.low == none.high == 0:
        desk.refuse("if_none has another unit than the quotient", "units")
    args, grain = desk.level(n, d, none)
    met = _met([(n.low, n.high), (d.low, d.high)])
    desk.fits("quotient", met)
    return desk.node("quotient", args, (how, met), unit=unit, decimals=places, grain=grain)


def ratio(n: Any, d: Any) -> Share | WrittenShare:
    """The exact fraction n / d, to be compared, or multiplied into an amount that is rounded."""
    if type(n) is int and type(d) is int:
        if d <= 0:
            raise LawError("the divisor of a ratio is above zero", code="range")
        return WrittenShare(n, d)
    desk = desk_of(n, d)
    n, d = desk.lift(n), desk.lift(d)
    if d.low <= 0:
        desk.refuse("the divisor of a ratio may be zero or less: narrow its range", "range")
    return Share(n, d)
