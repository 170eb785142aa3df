"""A row of facts as JSON: what a document carries so that its question can be asked again."""

from __future__ import annotations

from datetime import date
from typing import Any

from officium.engine import Row


def nested(row: Row) -> dict[str, Any]:
    """The facts of a row and of its children, days as text."""
    return {
        "facts": {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in row.facts.items()
        },
        "children": {
            grain: [nested(child) for child in rows] for grain, rows in row.children.items()
        },
    }
