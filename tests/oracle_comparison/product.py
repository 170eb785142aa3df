"""The oracle's people as the product's rows, and the product's answers as the oracle's decimals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import numpy as np

from officium.engine import Family, Given, LawBook, Row, Sheet
from officium.engine.columns import Batch, Program
from officium.law import belgium

Facts = Mapping[str, Any]


@cache
def book(want: tuple[str, ...], given: tuple[str, ...], on: Any, paid: Any) -> LawBook:
    """The law on a day, or on several; provisional, since the oracle looks ahead too."""
    return LawBook(belgium(), want=want, given=given, on=on, paid=paid, provisional=True)


def complete(bound: LawBook, facts: Facts) -> dict[str, Given]:
    """The facts that the oracle gives, and the documented default of each other one that is needed."""
    known = belgium().facts
    full = {name: _given(name, value) for name, value in facts.items() if name in known}
    for leaf in bound.leaves:
        _default(full, leaf.fact.name)
    return full


def single(bound: LawBook, facts: Facts) -> Row:
    """One row of every grain, all of them with the same facts."""
    full = complete(bound, facts)
    parents = {name: bound.country.grains.grains[name].parent for name in bound.grains()}

    def nested(grain: str) -> Row:
        below = [name for name, parent in parents.items() if parent == grain]
        return Row(full, {name: (nested(name),) for name in below})

    return nested(bound.root)


def _given(name: str, value: object) -> Given:
    if isinstance(value, bool | str | date):
        return value
    assert isinstance(value, int | Decimal)
    return whole(name, value)


def whole(name: str, value: int | Decimal) -> int:
    """An amount as the whole number that stands for it in the fact's column."""
    scaled = Decimal(value).scaleb(belgium().facts[name].decimals)
    assert scaled == int(scaled), f"{name} = {value} has more decimals than its kind"
    return int(scaled)


def _default(full: dict[str, Given], name: str) -> Given:
    if name not in full:
        default = belgium().facts[name].default
        assert default is not None, f"{name} is neither given nor has it a default"
        full[name] = _default(full, default) if default in belgium().facts else default
    return full[name]


# ------------------------------------------------------------------------------------ the walks


def in_columns(bound: LawBook, rows: Sequence[Row], block: int = 32_768) -> dict[str, list[int]]:
    """Each wanted fact of each row, as a whole number; summed over the rows below the root."""
    batch = Batch.of(bound, rows)
    results = Program(bound).run(batch, block=block)
    answer = {}
    for key in bound.want:
        column, grain = results[key], key[1]
        while grain != bound.root:
            running = np.concatenate(([0], np.cumsum(column)))
            starts = batch.offsets[grain]
            column = running[starts[1:]] - running[starts[:-1]]
            grain = bound.country.grains.grains[grain].parent or bound.root
        answer[key[0]] = column.tolist()
    return answer


def alone(bound: LawBook, nested: Row) -> tuple[Family, dict[str, int]]:
    """The same of one row, in whole numbers without columns."""
    family = Family(bound, Sheet(bound, nested))
    return family, {
        key[0]: sum(family.at((key, n)) for n in range(family.rows(key))) for key in bound.want
    }


def decimals(name: str, value: int) -> Decimal:
    """A whole number as the oracle writes it."""
    return Decimal(value).scaleb(-belgium().facts[name].decimals)
