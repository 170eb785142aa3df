"""A sheet as it was delivered: its cells by row and column, whatever file it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from officium.intake.cell import Cell

# Some thousand workers with a cell for each day: nobody types more into one file.
MOST_CELLS = 400_000
MOST_ROWS = 100_000
MOST_COLUMNS = 200


@dataclass(frozen=True)
class Row:
    """A row with its number from 1 on, and its cells by column from 1 on; empty ones are left out."""

    number: int
    cells: Mapping[int, Cell]

    def cell(self, column: int) -> Cell:
        """The cell of a column; an empty one where nothing stands."""
        return self.cells.get(column, Cell())


@dataclass(frozen=True)
class Grid:
    """A sheet; `merged` are its merged ranges, `hidden` what of it is not seen, as `Q` or `7`."""

    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False
    merged: tuple[str, ...] = ()
    hidden: tuple[str, ...] = field(default=())


def letters(column: int) -> str:
    """The letters of a column: 1 is `A`, 27 is `AA`."""
    found = ""
    while column:
        column, at = divmod(column - 1, 26)
        found = chr(65 + at) + found
    return found


def column_number(letters_of: str) -> int:
    """The number of a column by its letters."""
    found = 0
    for letter in letters_of:
        found = found * 26 + ord(letter) - 64
    return found
