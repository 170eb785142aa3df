"""The sheets of a workbook: which is which, and what none of them should have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from officium.findings import Finding, Severity
from officium.intake.cell import Cell
from officium.intake.grid import Grid
from officium.intake.lines import PARTS
from officium.intake.wording import every, told
from officium.law import Month
from officium.payroll import Employer

_OURS = ("codes", "instructions")
_ROWS_ABOVE = 10


def sheets_by_part(grids: Iterable[Grid]) -> Mapping[str, Grid]:
    """The sheet of each part by any of its names; of two, the first."""
    found: dict[str, Grid] = {}
    for grid in grids:
        for part in PARTS:
            if grid.name.strip().casefold() in every("sheet", part):
                found.setdefault(part, grid)
    return found


def sheet_remarks(
    grids: Iterable[Grid], employer: Employer, month: Month, language: str
) -> Iterator[Finding]:
    """Sheets that are not read or not seen, merged cells, and the month and employer of the sheet."""
    grids = tuple(grids)
    parts = sheets_by_part(grids)
    ours = frozenset(name for sheet in _OURS for name in every("sheet", sheet))
    for grid in grids:
        place = Cell(path=f"{grid.name}!A1")
        if grid not in parts.values():
            if grid.rows and grid.name.strip().casefold() not in ours:
                rule = "hidden_unknown_sheet" if grid.is_hidden else "unknown_sheet"
                yield told(rule, language, place, Severity.WARNING, sheet=grid.name[:40])
            continue
        if grid.is_hidden:
            yield told("hidden_sheet", language, place, sheet=grid.name)
        for hidden in grid.hidden[:1]:
            at = Cell(path=f"{grid.name}!{hidden}")
            yield told("hidden_cells", language, at, Severity.WARNING, place=hidden)
        for merged in grid.merged:
            at = Cell(path=f"{grid.name}!{merged.partition(':')[0]}")
            yield told("merged_cells", language, at, cells=merged)
    if "time" in parts:
        yield from _for_whom(parts["time"], employer, month, language)


def _for_whom(grid: Grid, employer: Employer, month: Month, language: str) -> Iterator[Finding]:
    """The month and the enterprise number above the heading."""
    above = [cell for row in grid.rows[:_ROWS_ABOVE] for cell in row.cells.values()]
    months = [cell for cell in above if re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", cell.text)]
    numbers = [cell for cell in above if re.fullmatch(r"[01]\d{9}", cell.text)]
    if not months:
        yield told("no_month", language, Cell(path=f"{grid.name}!B2"), month=month)
    for cell in months[:1]:
        if cell.text != str(month):
            yield told("wrong_month", language, cell, text=cell.text, month=month)
    for cell in numbers[:1]:
        if cell.text != employer.enterprise_number:
            gaps = {"number": cell.text, "name": employer.name, "own": employer.enterprise_number}
            yield told("other_employer", language, cell, **gaps)
