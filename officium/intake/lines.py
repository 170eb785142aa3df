"""The lines of a delivered sheet by the names of their columns, whatever the language of its heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from officium.findings import Finding
from officium.intake.cell import Cell
from officium.intake.grid import Grid, Row, letters
from officium.intake.wording import every, table, told
from officium.law import Month
from officium.payroll import ABSENCE_COLUMNS, PAY_COLUMNS

PART, STAFF, CONTRACT, NAME, DAY, TIME = "part", "staff_number", "contract", "name", "day", "time"
CODE, HOURS = "code", "hours"
PARTS = ("time", "pay", "absences")
WHO = (STAFF, NAME, CONTRACT)
# A line of each part needs these columns in its heading.
NEEDED = {
    "time": (STAFF,),
    "pay": (STAFF, "kind"),
    "absences": (STAFF, "kind", "first", "last"),
}
COLUMNS_OF = {
    "time": (PART, *WHO, DAY, TIME, CODE, HOURS),
    "pay": (PART, *WHO, *PAY_COLUMNS[2:]),
    "absences": (PART, *WHO, *ABSENCE_COLUMNS[2:]),
}
_ROWS_ABOVE = 20


@dataclass(frozen=True)
class Line:
    """A line: its cells by the name of the column, each with its place; `place` is that of the line."""

    fields: Mapping[str, Cell]
    place: Cell

    def cell(self, name: str) -> Cell:
        """The cell of a column; an empty one at the place of the line where the column is not there."""
        return self.fields.get(name, self.place)


@dataclass(frozen=True)
class Heading:
    """The row that names the columns."""

    row: int
    columns: Mapping[int, str]


@cache
def _names() -> Mapping[str, str]:
    """The folded words of a heading, and the column that each names."""
    found: dict[str, str] = {}
    for name in table()["column"]:
        found |= dict.fromkeys((name, *every("column", name)), name)
    return found


def column_named(text: str, month: Month) -> str | None:
    """The column that a heading names: by any of its names, or by a day of the month."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= len(month.days):
        return month.days[int(text) - 1].isoformat()
    return _names().get(text.casefold())


def heading_of(grid: Grid, month: Month) -> Heading | None:
    """The first row that names the column of staff numbers; None: no row does."""
    for row in grid.rows[:_ROWS_ABOVE]:
        columns = {
            at: name
            for at, cell in row.cells.items()
            if (name := column_named(cell.text, month)) is not None
        }
        if STAFF in columns.values():
            return Heading(row.number, columns)
    return None


def heading_remarks(
    grid: Grid, heading: Heading, parts: Iterable[str], language: str
) -> Iterator[Finding]:
    """Columns that nobody knows, that stand twice, or that are missing."""
    row = next(row for row in grid.rows if row.number == heading.row)
    names = list(heading.columns.values())
    for at, cell in row.cells.items():
        placed = _placed(grid, row, at, cell.text)
        if at not in heading.columns:
            yield told("unknown_column", language, placed, text=cell.text[:40])
        elif names.index(heading.columns[at]) < list(heading.columns).index(at):
            yield told("column_twice", language, placed, text=cell.text[:40])
    first = _placed(grid, row, 1, "")
    for name in dict.fromkeys(name for part in parts for name in NEEDED[part]):
        if name not in names:
            word = table()["column"][name][language]
            yield told("column_missing", language, first, column=word)


def lines_of(grid: Grid, heading: Heading) -> Iterator[Line]:
    """The lines below the heading that hold anything."""
    for row in grid.rows:
        if row.number > heading.row and row.cells:
            fields = {name: _placed(grid, row, at, name) for at, name in heading.columns.items()}
            beyond = [at for at in row.cells if at not in heading.columns]
            if any(fields.values()) or beyond:
                yield Line(fields, replace(_placed(grid, row, 1, ""), text=""))


def _placed(grid: Grid, row: Row, column: int, name: str) -> Cell:
    """A cell with its place: of a sheet its letters and number, of a line the name of its column."""
    cell = row.cell(column)
    if grid.name:
        return replace(cell, path=f"{grid.name}!{letters(column)}{row.number}")
    return replace(cell, path=name, line=row.number)
