"""The three walks of a book beside the oracle: every cell that differs is named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from officium.engine import Family, LawBook, Row, Sheet
from officium.engine.columns import Batch, Program

from .toyland.oracle import Judge


def judged(rows: Sequence[Row], known: date | None = None) -> list[dict[str, list[int]]]:
    """What the oracle says of each household."""
    return [Judge(row, known).results for row in rows]


def alone(book: LawBook, row: Row) -> dict[str, list[int]]:
    """Every wanted fact of one household, walked in whole numbers."""
    family = Family(book, Sheet(book, row))
    return {key[0]: [family.at((key, n)) for n in range(family.rows(key))] for key in book.want}


def batches(book: LawBook, rows: Sequence[Row], block: int) -> dict[str, list[int]]:
    """Every wanted fact of all households, walked in columns."""
    found = Program(book).run(Batch.of(book, rows), block=block)
    return {key[0]: [int(value) for value in found[key]] for key in book.want}


def differences_alone(
    book: LawBook, rows: Sequence[Row], expected: Sequence[dict[str, list[int]]]
) -> list[str]:
    """Where whole numbers and oracle differ."""
    found = []
    for n, (row, told) in enumerate(zip(rows, expected, strict=True)):
        for name, values in alone(book, row).items():
            if values != told.get(name, []):
                found.append(f"household {n}: {name} {values}, expected {told.get(name, [])}")
    return found


def differences_in_columns(
    book: LawBook,
    rows: Sequence[Row],
    expected: Sequence[dict[str, list[int]]],
    block: int = 32_768,
) -> list[str]:
    """Where columns and oracle differ."""
    found = []
    for name, values in batches(book, rows, block).items():
        told = [value for one in expected for value in one.get(name, [])]
        if values != told:
            at = next((n for n, (a, b) in enumerate(zip(values, told, strict=False)) if a != b), -1)
            found.append(f"{name} differs first on row {at}: {values[at]}, expected {told[at]}")
    return found
