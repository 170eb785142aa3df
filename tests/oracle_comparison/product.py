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
Amounts = Mapping[str, Decimal]

MONTH = (
    "employee_contribution_due",
    "employment_bonus_a",
    "employment_bonus_b",
    "employment_bonus",
    "employee_contribution",
    "special_contribution",
    "taxable_pay",
    "withholding_tax_on_scale",
    "fiscal_employment_bonus",
    "withholding_tax",
    "net_pay",
)


@cache
def book(want: tuple[str, ...], given: tuple[str, ...], on: Any, paid: Any) -> LawBook:
    """The law on a day, or on several; provisional, since the oracle looks ahead too."""
    return LawBook(belgium(), want=want, given=given, on=on, paid=paid, provisional=True)


# What the oracle gives of exceptional pay: all of it, by itself.
EXCEPTIONAL = ("annual_reference_pay", "exceptional_taxable_pay")


def month_book(on: Any, paid: Any) -> LawBook:
    """The law of a month from gross to net."""
    return book(MONTH, ("gross_pay", "taxable_benefits"), on, paid)


# ------------------------------------------------------------------------------------- the rows


def complete(bound: LawBook, facts: Facts) -> dict[str, Given]:
    """The facts that the oracle gives, and the documented default of each other one that is needed."""
    known = belgium().facts
    # Left out by the oracle, who has no lines of pay: each is taxed as its kind says.
    full: dict[str, Given] = {"exceptional_kind": "by_kind"}
    full |= {name: _given(name, value) for name, value in facts.items() if name in known}
    for leaf in bound.leaves:
        _take_default(full, leaf.fact.name)
    return full


def single(bound: LawBook, facts: Facts) -> Row:
    """One row of every grain, all of them with the same facts."""
    full = complete(bound, facts)

    def nested(grain: str) -> Row:
        return Row(full, {name: (nested(name),) for name in _below(bound, grain)})

    return nested(bound.root)


def _below(bound: LawBook, grain: str) -> list[str]:
    grains = bound.country.grains.grains
    return [name for name in bound.grains() if grains[name].parent == grain]


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


def _take_default(full: dict[str, Given], name: str) -> Given:
    if name not in full:
        default = belgium().facts[name].default
        assert default is not None, f"{name} is neither given nor has it a default"
        full[name] = (
            _take_default(full, default)
            if default in belgium().facts
            else _default_value(name, default)
        )
    return full[name]


@cache
def _default_value(name: str, default: str) -> Given:
    fact = belgium().facts[name]
    return fact.whole(default, name) if fact.kind.nature == "number" else default


# ------------------------------------------------------------------------------------ the walks


def in_columns(bound: LawBook, rows: Sequence[Row]) -> list[Amounts]:
    """The wanted facts of each row, computed all together; summed over the rows below the root."""
    batch = Batch.of(bound, rows)
    results = Program(bound).run(batch)
    columns = []
    for key in bound.want:
        column, grain = results[key], key[1]
        while grain != bound.root:
            running = np.concatenate(([0], np.cumsum(column)))
            starts = batch.offsets[grain]
            column = running[starts[1:]] - running[starts[:-1]]
            grain = bound.country.grains.grains[grain].parent or bound.root
        columns.append([amount(key[0], value) for value in column.tolist()])
    names = [name for name, _ in bound.want]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def alone(bound: LawBook, row: Row) -> tuple[Family, Amounts]:
    """The same of one row, in whole numbers and without columns."""
    family = Family(bound, Sheet(bound, row))
    return family, {
        key[0]: amount(key[0], sum(family.at((key, n)) for n in range(family.rows(key))))
        for key in bound.want
    }


def amount(name: str, value: int) -> Decimal:
    """A whole number as the oracle writes it."""
    return Decimal(value).scaleb(-belgium().facts[name].decimals)


def differences(
    asked: Sequence[Any], ours: Sequence[Amounts], theirs: Sequence[Amounts]
) -> list[str]:
    """What product and oracle say otherwise of one question, the first dozen of them in words."""
    found = []
    for question, mine, other in zip(asked, ours, theirs, strict=True):
        odd = [
            f"{name} {mine[name]}, not {other[name]}" for name in mine if mine[name] != other[name]
        ]
        if odd:
            found.append(f"{question}: {'; '.join(odd)}")
    return [*found[:12], f"and {len(found) - 12} more"] if len(found) > 12 else found
