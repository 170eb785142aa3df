"""A folder of plain text into records; every mistake is found before one is reported."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from officium.findings import BadInput, Finding
from officium.payroll.folder.files import FolderFile, files_of, mistake
from officium.payroll.folder.lines import Place, line_at, lines_of, parsed
from officium.payroll.folder.messages import mistakes_of, nearest
from officium.payroll.records import (
    FROM_A_FILE,
    Employer,
    OpeningBalance,
    Origin,
    PayItem,
    Record,
    Records,
    TimeEntry,
    Worker,
    mistakes_between,
)

TIME_COLUMNS = ["staff_number", "contract", "day", "code", "hours"]
PAY_COLUMNS = ["staff_number", "contract", "kind", "amount", "description"]
MOST_MISTAKES_OF_A_FILE = 50
_SHOWN = 30

R = TypeVar("R", bound=Record)


class Opening(Record):
    """The file of opening balances."""

    balances: tuple[OpeningBalance, ...] = Field(
        min_length=1, description="carried facts, one table each"
    )


def read_folder(folder: Path) -> Records:
    """The records of a folder, in order.

    Raises BadInput: its message holds every mistake of the folder, one line each, the first one
    first; its `where` is the file and line of the first.
    """
    mistakes: list[Finding] = []
    employers: list[Employer] = []
    workers: list[Worker] = []
    time: list[TimeEntry] = []
    pay: list[PayItem] = []
    opening: list[OpeningBalance] = []
    people_complete = True
    for file in files_of(folder, mistakes):
        before = len(mistakes)
        if file.kind == "employer":
            employers += _document(file, Employer, mistakes)
        elif file.kind == "person":
            workers += _document(file, Worker, mistakes)
        elif file.kind == "time":
            time += _time(file, mistakes)
        elif file.kind == "pay":
            pay += _rows(file, PayItem, PAY_COLUMNS, {"month": file.name[4:11]}, mistakes)
        else:
            for document in _document(file, Opening, mistakes):
                opening += document.balances
        people_complete = people_complete and not (file.kind == "person" and mistakes[before:])
    people_complete = people_complete and not any("people/" in found.path for found in mistakes)
    employer_unread = any(found.path.startswith("employer") for found in mistakes)
    if not employers and not employer_unread:
        mistakes.append(mistake("employer.toml", "is missing: a folder describes an employer"))
    records = Records(tuple(employers), tuple(workers), tuple(time), tuple(pay), tuple(opening))
    if not employer_unread:
        mistakes += mistakes_between(records, people_complete=people_complete)
    if mistakes:
        raise refusal(mistakes)
    return records.in_order()


def refusal(mistakes: list[Finding]) -> BadInput:
    """One refusal that lists the mistakes, the first one leading."""
    first, *others = mistakes
    listed = [f"{_where(found)}: {found.message}" for found in others[:_SHOWN]]
    if len(others) > _SHOWN:
        listed.append(f"and {len(others) - _SHOWN} more")
    message = "\n".join([first.message, *listed])
    return BadInput(message, code="bad_folder", where=_where(first))


def _where(found: Finding) -> str:
    return found.path if found.line is None else f"{found.path}:{found.line}"


def _document(file: FolderFile, model: type[R], mistakes: list[Finding]) -> list[R]:
    """The one record of a TOML file, or none and the mistakes."""
    try:
        content = parsed(file.text)
    except ValueError as error:
        line = re.search(r"line (\d+)", str(error))
        mistakes.append(mistake(file.name, str(error), int(line[1]) if line else 1))
        return []
    lines = lines_of(file.text)
    placed = _placed(content, file.name, lines, (), mistakes)
    return _record(file, model, placed, lines, mistakes)


def _placed(
    value: Any, name: str, lines: dict[Place, int], place: Place, mistakes: list[Finding]
) -> Any:
    """The content with tuples for lists, and in each table the place where it was read."""
    if isinstance(value, list):
        return tuple(
            _placed(inner, name, lines, (*place, at), mistakes) for at, inner in enumerate(value)
        )
    if isinstance(value, dict):
        if "origin" in value:
            line = line_at(lines, (*place, "origin"))
            mistakes.append(mistake(name, "unknown field origin: the file and line tell it", line))
        inner = {
            key: _placed(part, name, lines, (*place, key), mistakes) for key, part in value.items()
        }
        return {**inner, "origin": Origin(name, line_at(lines, place))}
    return value


def _record(
    file: FolderFile,
    model: type[R],
    content: dict[str, Any],
    lines: dict[Place, int],
    mistakes: list[Finding],
) -> list[R]:
    try:
        return [model.model_validate(content, context=FROM_A_FILE)]
    except ValidationError as error:
        for place, sentence in mistakes_of(error, model)[:MOST_MISTAKES_OF_A_FILE]:
            mistakes.append(mistake(file.name, sentence, line_at(lines, place)))
        return []


def _time(file: FolderFile, mistakes: list[Finding]) -> list[TimeEntry]:
    entries = _rows(file, TimeEntry, TIME_COLUMNS, {}, mistakes)
    month = file.name[5:12]
    for entry in entries:
        if f"{entry.day:%Y-%m}" != month:
            mistakes.append(
                mistake(
                    file.name,
                    f"{entry.day} is outside {month}, the month of the file",
                    entry.origin.line,
                )
            )
    return entries


def _rows(
    file: FolderFile,
    model: type[R],
    columns: list[str],
    given: dict[str, str],
    mistakes: list[Finding],
) -> list[R]:
    """The records of a CSV file: a heading with the names of the columns, then a record a line."""
    rows: list[R] = []
    stop = len(mistakes) + MOST_MISTAKES_OF_A_FILE
    reader = csv.reader(io.StringIO(file.text, newline=""), strict=True)
    try:
        heading = next(reader, [])
        if heading != columns:
            mistakes.append(mistake(file.name, _heading_mistake(heading, columns), 1))
            return []
        for cells in reader:
            line = reader.line_num
            if not cells:
                continue
            if len(cells) != len(columns):
                mistakes.append(
                    mistake(
                        file.name, f"has {len(cells)} columns; {len(columns)} are expected", line
                    )
                )
            else:
                content: dict[str, Any] = {**given, "origin": Origin(file.name, line)}
                content |= zip(columns, map(_cell, columns, cells), strict=True)
                rows += _record(file, model, content, {(): line}, mistakes)
            if len(mistakes) >= stop:
                break
    except csv.Error as error:
        mistakes.append(mistake(file.name, f"is no CSV: {error}", reader.line_num))
    return rows


def _heading_mistake(heading: list[str], columns: list[str]) -> str:
    expected = f"the first line should be {','.join(columns)}"
    unknown = [name for name in heading if name not in columns]
    if len(heading) == 1 and ";" in heading[0]:
        return f"columns are separated by commas, not semicolons; {expected}"
    if unknown:
        return f"unknown column {unknown[0][:40]!r}; {nearest(unknown[0], columns)}; {expected}"
    return expected


def _cell(column: str, text: str) -> Any:
    """The value of a cell; what does not read as its kind stays text, and is refused as such."""
    if column == "contract" and re.fullmatch(r"\d{1,2}", text, re.ASCII):
        return int(text)
    if column == "day" and re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
