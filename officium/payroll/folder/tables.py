"""The tables of a folder: a heading with the names of the columns, then a record a line."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from itertools import pairwise
from typing import Any, TypeVar

from pydantic import ValidationError

from officium.findings import Finding
from officium.payroll.absence_kinds import DETAILS
from officium.payroll.folder.files import FolderFile, mistake
from officium.payroll.folder.messages import MOST_MISTAKES_OF_A_FILE, mistakes_of, nearest
from officium.payroll.pay_kinds import QUANTITIES
from officium.payroll.records import FROM_A_FILE, Absence, Origin, PayItem, TimeEntry

TIME_COLUMNS = ["staff_number", "contract", "day", "code", "hours"]
# A pay table bears the columns that its kinds need, in this order; the first three always.
PAY_COLUMNS = ["staff_number", "contract", "kind", "amount", *QUANTITIES, "description"]
PAY_ALWAYS = PAY_COLUMNS[:3]
# The same of a table of absences; the first five always.
ABSENCE_COLUMNS = ["staff_number", "contract", "kind", "first", "last", *DETAILS]
ABSENCE_ALWAYS = ABSENCE_COLUMNS[:5]
DAYS = ("day", "until", "first", "last", "event", "paid_from", "paid_until", "expected")
WHOLE = ("contract", "days_counted")

E = TypeVar("E", TimeEntry, PayItem, Absence)


def time_of(
    file: FolderFile, mistakes: list[Finding], unsure: set[tuple[str, str]]
) -> list[TimeEntry]:
    """The time of a month; the file and staff number of each line that was not read go to `unsure`."""
    entries = _rows(file, TimeEntry, TIME_COLUMNS, TIME_COLUMNS, {}, mistakes, unsure)
    month = file.name[5:12]
    for entry in entries:
        if f"{entry.day:%Y-%m}" != month:
            message = f"{entry.day} is outside {month}, the month of the file"
            mistakes.append(mistake(file.name, message, entry.origin.line))
    return entries


def pay_of(file: FolderFile, mistakes: list[Finding]) -> list[PayItem]:
    """The pay of a month."""
    given = {"month": file.name[4:11]}
    return _rows(file, PayItem, PAY_COLUMNS, PAY_ALWAYS, given, mistakes, set())


def absences_of(file: FolderFile, mistakes: list[Finding]) -> list[Absence]:
    """The absences that began in a year."""
    rows = _rows(file, Absence, ABSENCE_COLUMNS, ABSENCE_ALWAYS, {}, mistakes, set())
    year = file.name[9:13]
    for row in rows:
        if f"{row.first:%Y}" != year:
            message = f"first {row.first} is outside {year}, the year of the file"
            mistakes.append(mistake(file.name, message, row.origin.line))
    return rows


def _rows(
    file: FolderFile,
    model: type[E],
    columns: list[str],
    always: list[str],
    given: dict[str, str],
    mistakes: list[Finding],
    unsure: set[tuple[str, str]],
) -> list[E]:
    rows: list[E] = []
    stop = len(mistakes) + MOST_MISTAKES_OF_A_FILE
    reader = csv.reader(io.StringIO(file.text, newline=""), strict=True)
    try:
        heading = next(reader, [])
        if heading != [name for name in columns if name in heading or name in always]:
            mistakes.append(mistake(file.name, _heading_mistake(heading, columns, always), 1))
            return []
        for cells in reader:
            before = len(mistakes)
            if cells and before < stop:
                rows += _row(file, model, heading, given, cells, reader.line_num, mistakes)
            if cells and (before >= stop or len(mistakes) > before):
                unsure.add((file.name, cells[0]))
    except csv.Error as error:
        mistakes.append(mistake(file.name, f"is no CSV: {error}", reader.line_num))
        unsure |= {(file.name, row.staff_number) for row in rows}
    return rows


def _row(
    file: FolderFile,
    model: type[E],
    columns: list[str],
    given: dict[str, str],
    cells: list[str],
    line: int,
    mistakes: list[Finding],
) -> list[E]:
    """The one record of a line, or none and the mistakes."""
    if len(cells) != len(columns):
        message = f"has {len(cells)} columns; {len(columns)} are expected"
        mistakes.append(mistake(file.name, message, line))
        return []
    content: dict[str, Any] = {**given, "origin": Origin(file.name, line)}
    content |= {
        column: _cell(column, cell)
        for column, cell in zip(columns, cells, strict=True)
        if cell or model.model_fields[column].is_required()
    }
    try:
        return [model.model_validate(content, context=FROM_A_FILE)]
    except ValidationError as error:
        mistakes += (mistake(file.name, says, line) for _, says in mistakes_of(error, model))
        return []


def _heading_mistake(heading: list[str], columns: list[str], always: list[str]) -> str:
    expected = f"the first line should be {','.join(columns)}"
    if always != columns:
        expected += f", of which only {','.join(always)} are always needed"
    unknown = [name for name in heading if name not in columns]
    if len(heading) == 1 and ";" in heading[0]:
        return f"columns are separated by commas, not semicolons; {expected}"
    if unknown:
        return f"unknown column {unknown[0][:40]!r}; {nearest(unknown[0], columns)}; {expected}"
    for name in columns:
        if heading.count(name) > 1:
            return f"column {name} stands twice; {expected}"
    for before, after in pairwise(heading):
        if columns.index(after) < columns.index(before):
            return f"column {after} must stand before {before}; {expected}"
    return expected


def _cell(column: str, text: str) -> Any:
    """The value of a cell; what does not read as its kind stays text, and is refused as such."""
    if column in WHOLE and re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return int(text)
    if column in DAYS and re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
