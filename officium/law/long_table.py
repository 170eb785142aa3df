"""A figure with many codes and many dates, as a CSV file beside its shelf: one line for each value."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import Any

from officium.engine import LawError

COLUMNS = ["from", "key", "value", "source", "standing", "note"]


def long_table(path: Path) -> list[dict[str, Any]]:
    """The entries of the figure, in the shape in which TOML writes them.

    Lines of one day with one source, standing and note make one entry. Raises LawError code writing
    where a column is missing, a day is none, or a code stands there twice for a day.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        rows = list(reader)
    if reader.fieldnames != COLUMNS:
        raise _wrong(path, 1, f"the columns are {', '.join(COLUMNS)}")
    entries: dict[tuple[str, ...], dict[str, Any]] = {}
    seen: set[tuple[str, str]] = set()
    for line, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise _wrong(path, line, f"{len(COLUMNS)} values are expected")
        if (row["from"], row["key"]) in seen:
            raise _wrong(path, line, f"{row['key']} has two values from {row['from']}")
        seen.add((row["from"], row["key"]))
        shared = (row["from"], row["source"], row["standing"], row["note"])
        entry = entries.setdefault(shared, _entry(path, line, row))
        entry["value"][row["key"]] = row["value"]
    return list(entries.values())


def _entry(path: Path, line: int, row: dict[str, str]) -> dict[str, Any]:
    try:
        start = date.fromisoformat(row["from"])
    except ValueError:
        raise _wrong(path, line, f"{row['from']!r} is not a day like 2025-01-31") from None
    entry: dict[str, Any] = {"from": start, "value": {}, "source": row["source"]}
    entry |= {"standing": row["standing"]} | ({"note": row["note"]} if row["note"] else {})
    return entry


def _wrong(path: Path, line: int, message: str) -> LawError:
    return LawError(message, code="writing", where=f"{path.name}:{line}")
