"""Words that choose: by a condition, by a code, by the slice in which an amount falls."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from officium.engine.face import Bounds, Face, enter, same
from officium.engine.kinds import Quantity
from officium.engine.parameter import Entry, Scale, Table
from officium.engine.refusal import Unasked
from officium.engine.term import Term
from officium.engine.words.asking import desk_of

if TYPE_CHECKING:
    from officium.engine.desk import Desk


def _union(bounds: list[Bounds]) -> Bounds:
    return min(b[0] for b in bounds), max(b[1] for b in bounds)


def _where_column(np: Any, out: Any, args: Any, _: Any) -> None:
    # (a - b) * c + b: exact also where a - b passes 64 bits, since the sum comes back modulo 2**64.
    condition, a, b = args
    if np.ndim(out) and out.dtype == bool:
        np.copyto(out, np.where(condition, a, b))
        return
    np.subtract(a, b, out=out)
    np.multiply(out, condition, out=out)
    np.add(out, b, out=out)


def _pick_column(np: Any, out: Any, args: Any, groups: Any) -> None:
    np.copyto(out, args[-1])
    for codes, value in zip(groups[:-1], args[1:-1], strict=True):
        for code in codes:
            np.copyto(out, value, where=np.equal(args[0], code))


def _place(x: int, param: Any) -> int:
    bounds, strict = param[0], param[1]
    return (bisect_left if strict else bisect_right)(bounds, x) - 1


def _slice_column(np: Any, out: Any, args: Any, param: Any) -> None:
    # Counting the bounds passed is several times faster than a search, as long as they are few.
    bounds, strict, values = param[:3]
    passed = np.greater if strict else np.greater_equal
    row = np.zeros(len(out), np.int8 if len(bounds) < 128 else np.int64)
    for bound in bounds[1:]:
        row += passed(args[0], bound)
    np.take(np.array(values), row, out=out, mode="clip")


def _is_in_column(np: Any, out: Any, args: Any, param: Any) -> None:
    first, *others = param[0]
    np.equal(args[0], first, out=out)
    for code in others:
        np.logical_or(out, np.equal(args[0], code), out=out)


enter(
    Face(
        "is_in",
        bounds=lambda b, _: (0, 1),
        column=_is_in_column,
        whole=lambda args, p: int(args[0] in p[0]),
        wording=same("{0} = {p}"),
        binds=3,
    )
)
enter(
    Face(
        "where",
        bounds=lambda b, _: _union(list(b[1:])),
        column=_where_column,
        whole=lambda args, _: args[1] if args[0] else args[2],
        wording=same("{0}"),
    )
)
enter(
    Face(
        "pick",
        bounds=lambda b, _: _union(list(b[1:])),
        column=_pick_column,
        whole=lambda args, groups: next(
            value for codes, value in zip(groups, args[1:], strict=True) if args[0] in codes
        ),
        wording=same("{0}"),
    )
)
enter(
    Face(
        "slice",
        bounds=lambda b, p: (min(p[2]), max(p[2])),
        column=_slice_column,
        whole=lambda args, p: p[2][_place(args[0], p)],
        wording=same("{0}"),
    )
)


def where(condition: Any, a: Any, b: Any) -> Term:
    """`a` where the condition holds, `b` where it does not."""
    desk = desk_of(condition, a, b)
    condition = desk.lift(condition)
    if condition.nature != "flag":
        desk.refuse("where asks a condition first", "units")
    (a, b), unit, decimals, _ = desk.alike("where", a, b)
    args, grain = desk.level(condition, a, b)
    return desk.node(
        "where", args, nature=a.nature, unit=unit, decimals=decimals, grain=grain, codes=a.codes
    )


class TableFigure(Unasked):
    """A table figure as a rule receives it: `pick(code, table)`."""

    def __init__(self, desk: Desk, entry: Entry, table: Table) -> None:
        self.desk = desk
        self.terms = {code: desk.figure(entry, code, q) for code, q in table.values.items()}


def pick(code: Any, table: Any) -> Term:
    """The value that a table, or a mapping of codes to terms, holds for a code.

    Every code of the code's list must be covered, but for those that the rule's scope leaves out.
    """
    desk = desk_of(code)
    terms: Mapping[str, Any] = table.terms if isinstance(table, TableFigure) else table
    allowed = desk.scope.get(code.param[0], code.codes) if code.op == "fact" else code.codes
    missing = [name for name in allowed if name not in terms]
    odd = [name for name in terms if name not in code.codes]
    if code.nature != "code" or missing or odd:
        desk.refuse(
            f"pick does not cover {', '.join(missing)}"
            if missing
            else f"pick: {odd} is no code here",
            "silence",
        )
    chosen = [desk.lift(terms[name]) for name in allowed]
    level, unit, decimals, _ = desk.alike("pick", *chosen)
    merged: dict[int, list[int]] = {}
    for name, term in zip(allowed, level, strict=True):
        merged.setdefault(term.number, []).append(code.codes.index(name))
    values = {term.number: term for term in level}
    args, grain = desk.level(code, *(values[number] for number in merged))
    return desk.node(
        "pick",
        args,
        tuple(tuple(codes) for codes in merged.values()),
        nature=level[0].nature,
        unit=unit,
        decimals=decimals,
        grain=grain,
        codes=level[0].codes,
    )


class ScaleFigure(Unasked):
    """A scale figure as a rule receives it: `slice_of(x, scale)`."""

    def __init__(self, desk: Desk, entry: Entry, scale: Scale) -> None:
        self.desk, self.entry, self.scale = desk, entry, scale


class Slice(Unasked):
    """The row of a scale in which an amount falls; each column is an attribute."""

    def __init__(self, x: Term, figure: ScaleFigure) -> None:
        self._x, self._figure, self.desk = x, figure, x.desk

    def __getattr__(self, column: str) -> Term:
        x, entry, scale, desk = self._x, self._figure.entry, self._figure.scale, self.desk
        if column not in scale.columns:
            desk.refuse(
                f"the scale {entry.figure} has no column {column}, but {', '.join(scale.columns)}",
                "writing",
            )
        keys = [row[0] for row in scale.rows]
        decimals = max(x.decimals, *(key.decimals for key in keys))
        x = desk.at_decimals(x, decimals)
        bounds = tuple(key.at(decimals, desk.where) for key in keys)
        unit = next((key.unit for key in keys if key.value), x.unit)
        if unit != x.unit:
            desk.refuse(f"the scale {entry.figure} is in another unit", "units")
        if x.low < bounds[0] + scale.strict:
            desk.refuse(f"the amount may lie below the first row of {entry.figure}", "range")
        cells: list[Quantity] = [row[scale.columns.index(column)] for row in scale.rows]
        places = max(cell.decimals for cell in cells)
        values = tuple(cell.at(places, desk.where) for cell in cells)
        return desk.node(
            "slice",
            (x,),
            (bounds, scale.strict, values, entry.figure, entry.start.isoformat(), column),
            unit=next((cell.unit for cell in cells if cell.value), cells[0].unit),
            decimals=places,
            grain=x.grain,
            entry=entry,
        )


def slice_of(x: Any, scale: Any) -> Slice:
    """The row of a scale in which the amount falls: `s.base`, `s.slope`, `s.above`."""
    desk = desk_of(x)
    if not isinstance(scale, ScaleFigure):
        desk.refuse("slice_of asks a scale, a figure with rows", "writing")
    return Slice(desk.lift(x), scale)
