"""Records into a folder of plain text: what is written reads back as the same records."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from officium.payroll.folder.tables import (
    ABSENCE_ALWAYS,
    ABSENCE_COLUMNS,
    PAY_ALWAYS,
    PAY_COLUMNS,
    TIME_COLUMNS,
)
from officium.payroll.records import Absence, PayItem, Record, Records, TimeEntry


def folder_texts(records: Records) -> dict[str, str]:
    """The text of each file of the folder, by its name from the folder's root."""
    ordered = records.in_order()
    texts: dict[str, str] = {}
    for employer in ordered.employers:
        one = len(ordered.employers) == 1
        name = "employer.toml" if one else f"employers/{employer.enterprise_number}.toml"
        texts[name] = _toml(_plain(employer))
    for worker in ordered.workers:
        texts[f"people/{worker.staff_number}.toml"] = _toml(_plain(worker))
    for month in sorted({f"{entry.day:%Y-%m}" for entry in ordered.time}):
        inside = [entry for entry in ordered.time if f"{entry.day:%Y-%m}" == month]
        texts[f"time/{month}.csv"] = _csv(TIME_COLUMNS, inside)
    for month in sorted({item.month for item in ordered.pay}):
        items = [item for item in ordered.pay if item.month == month]
        texts[f"pay/{month}.csv"] = _csv(_used(PAY_COLUMNS, PAY_ALWAYS, items), items)
    for year in sorted({one.first.year for one in ordered.absences}):
        begun = [one for one in ordered.absences if one.first.year == year]
        texts[f"absences/{year}.csv"] = _csv(_used(ABSENCE_COLUMNS, ABSENCE_ALWAYS, begun), begun)
    if ordered.opening:
        texts["opening.toml"] = _toml({"balances": [_plain(entry) for entry in ordered.opening]})
    if ordered.mandates:
        texts["mandates.toml"] = _toml({"mandates": [_plain(one) for one in ordered.mandates]})
    return texts


def write_folder(records: Records, folder: Path) -> None:
    """Write the records into a folder that is empty or not yet there; FileExistsError otherwise."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    for name, text in folder_texts(records).items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())


def _plain(record: Record) -> dict[str, Any]:
    """The record as a document: amounts as text, days as days, what has no value left out."""
    document: dict[str, Any] = {}
    texts = record.model_dump(mode="json")
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name == "origin" or value is None or value == ():
            continue
        if isinstance(value, Record):
            document[name] = _plain(value)
        elif isinstance(value, tuple):
            document[name] = [
                _plain(entry) if isinstance(entry, Record) else text
                for entry, text in zip(value, texts[name], strict=True)
            ]
        else:
            document[name] = value if isinstance(value, date) else texts[name]
    return document


def _toml(document: dict[str, Any], place: str = "") -> str:
    """The document as TOML: its own values first, then its tables."""
    lines = [
        f"{name} = {_value(value)}" for name, value in document.items() if not _is_table(value)
    ]
    text = "".join(f"{line}\n" for line in lines)
    for name, value in document.items():
        path = f"{place}{name}"
        if isinstance(value, dict):
            text += f"\n[{path}]\n{_toml(value, f'{path}.')}"
        elif _is_table(value):
            for entry in value:
                text += f"\n[[{path}]]\n{_toml(entry, f'{path}.')}"
    return text


def _is_table(value: object) -> bool:
    """Whether a value is a table or tables; a list of texts stands on its line."""
    return isinstance(value, dict) or (isinstance(value, list) and isinstance(value[0], dict))


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _used(
    columns: list[str], always: list[str], rows: Sequence[PayItem] | Sequence[Absence]
) -> list[str]:
    """The columns that some row fills, and those of every table."""
    return [
        name
        for name in columns
        if name in always or any(getattr(row, name) is not None for row in rows)
    ]


def _csv(columns: list[str], rows: Iterable[TimeEntry | PayItem | Absence]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        values = row.model_dump(mode="json")
        writer.writerow([values[column] for column in columns])
    return text.getvalue()
