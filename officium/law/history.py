"""The dated values of a figure, as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from officium.engine import Entry, Figure, Quantity, Table, unit_text
from officium.language import plain


def history(figure: Figure, on: date | None) -> list[dict[str, Any]]:
    """The dated values of a figure, oldest first; on a day, the one in force or none."""
    told = []
    for entry, until in lasting(figure):
        if on is None or (entry.start <= on and (until is None or on <= until)):
            told.append(
                {
                    "from": entry.start.isoformat(),
                    "until": until.isoformat() if until else None,
                    "value": value(entry),
                    "standing": entry.standing if entry.value is not None else "unknown",
                    "source": entry.source,
                    "published": entry.published.isoformat() if entry.published else None,
                    "note": entry.note or entry.unknown,
                }
            )
    return told


def lasting(figure: Figure) -> Iterator[tuple[Entry, date | None]]:
    """Each entry with the last day on which it holds: its own, or the day before a later entry."""
    for entry in figure.entries:
        later = [other.start for other in figure.entries if other.start > entry.start]
        ends = [min(later) - timedelta(days=1)] if later else []
        if entry.until:
            ends.append(entry.until)
        yield entry, min(ends, default=None)


def value(entry: Entry) -> Any:
    """A figure's value as text, a table as `{code: text}`, a scale as rows; None where unknown."""
    held = entry.value
    if held is None:
        return None
    if isinstance(held, Quantity):
        return quantity_text(held)
    if isinstance(held, Table):
        return {code: quantity_text(quantity) for code, quantity in held.values.items()}
    return [dict(zip(held.columns, map(quantity_text, row), strict=True)) for row in held.rows]


def quantity_text(quantity: Quantity) -> str:
    """`2013.64 EUR`, `0.2579`, `2014-01-01`."""
    if quantity.day:
        return date.fromordinal(quantity.value).isoformat()
    unit = f" {unit_text(quantity.unit)}" if quantity.unit else ""
    return plain(quantity.value, quantity.decimals) + unit
