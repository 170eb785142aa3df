"""A cell of a delivered table: what was typed, as what, and where; numbers and days read exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

# What a spreadsheet shows of a number: the sixteenth digit is the machine's, not the clerk's.
_SHOWN = Context(prec=15)
_MOST_DIGITS = 12
_SPACES = "\u00a0\u202f\u2009 "
_PLAIN = re.compile(rf"(-?)(\d{{1,{_MOST_DIGITS}}})(?:[.,](\d+))?", re.ASCII)
_GROUPED = re.compile(
    rf"(-?)(\d{{1,3}}(?:([.,'{_SPACES}])\d{{3}})(?:\3\d{{3}})*)(?:([.,])(\d+))?", re.ASCII
)


class Wrong(Exception):
    """What is wrong with a cell: a rule by name, and what fills the gaps of its sentence."""

    def __init__(self, rule: str, **gaps: Any) -> None:
        super().__init__(rule)
        self.rule = rule
        self.gaps = gaps


class Kind(StrEnum):
    """As what a cell holds its text."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    FORMULA = "formula"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, trimmed, and its place: `time!F9`, or the column of a line.

    A day is written `2025-02-03` whatever the format of its cell; of a formula the text is the formula.
    """

    text: str = ""
    kind: Kind = Kind.TEXT
    path: str = ""
    line: int | None = None

    def __bool__(self) -> bool:
        return bool(self.text)


def value_of(cell: Cell) -> str:
    """The text of a cell that holds a value; raises Wrong for a formula, an error, true or false."""
    if cell.kind is Kind.FORMULA:
        raise Wrong("formula")
    if cell.kind is Kind.OTHER:
        raise Wrong("no_value", text=cell.text[:40])
    return cell.text


def exact(cell: Cell, decimals: int) -> int:
    """A number as a whole number of 10**-decimals, with a point or a comma.

    Raises Wrong: no number, too many decimals, or two ways to read it (`1.234` as an amount).
    """
    text = value_of(cell)
    if cell.kind is Kind.DAY:
        raise Wrong("day_for_number", text=text)
    if cell.kind is Kind.NUMBER:
        return _whole(_plain(_shown(text)), text, decimals)
    return scaled(text, decimals)


def scaled(text: str, decimals: int) -> int:
    """The same of a text."""
    written = text.strip(_SPACES).replace("\u2212", "-")
    return _whole(_grouped(written, decimals) or _plain(written), text, decimals)


def _whole(parts: tuple[str, str, str], text: str, decimals: int) -> int:
    sign, whole, fraction = parts
    fraction = fraction.rstrip("0")
    if len(fraction) > decimals:
        raise Wrong("too_many_decimals", text=text[:40], decimals=decimals)
    return int(f"{sign}{whole}{fraction.ljust(decimals, '0')}")


def _grouped(text: str, decimals: int) -> tuple[str, str, str] | None:
    """Sign, whole part and decimals of a number with marks between its thousands."""
    grouped = _GROUPED.fullmatch(text)
    if grouped is None:
        return None
    sign, whole, group, mark, fraction = grouped.groups()
    is_clear = group not in ".," or (mark is not None and mark != group)
    if is_clear and len(whole) <= _MOST_DIGITS:
        return sign, re.sub(r"\D", "", whole), fraction or ""
    if group in ".," and mark is None and decimals < 3:
        raise Wrong("ambiguous_number", text=text[:40])
    return None


def _plain(text: str) -> tuple[str, str, str]:
    plain = _PLAIN.fullmatch(text)
    if plain is None:
        raise Wrong("no_number", text=text[:40])
    return plain[1], plain[2], plain[3] or ""


def _shown(text: str) -> str:
    try:
        number = _SHOWN.create_decimal(Decimal(text))
    except InvalidOperation:
        raise Wrong("no_number", text=text[:40]) from None
    if not number.is_finite() or number.adjusted() > _MOST_DIGITS or number.adjusted() < -15:
        if number.is_finite() and not number:
            return "0"
        raise Wrong("no_number", text=text[:40])
    return format(number, "f")


def day_in(cell: Cell) -> date:
    """A day: a cell with a date, or text such as `2025-02-03`; raises Wrong for anything else."""
    text = value_of(cell)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Wrong("no_day", text=text) from None
    if match := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text, re.ASCII):
        meant = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
        raise Wrong("day_as_text", text=text, meant=meant)
    raise Wrong("no_day", text=text[:40])
