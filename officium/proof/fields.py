"""How the parts of a written document are read: each has one form, and anything else is refused."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any

from officium.findings import BadInput

DIGEST = r"[0-9a-f]{64}"
LONGEST_TEXT = 500


def fields(document: object, names: Collection[str], what: str) -> dict[str, Any]:
    """An object with exactly these keys."""
    if not isinstance(document, dict) or document.keys() != set(names):
        raise BadInput(
            f"{what} is an object of {', '.join(sorted(names))}", code="form", where=what
        )
    return document


def items(value: object, what: str) -> list[Any]:
    """A list."""
    if not isinstance(value, list):
        raise BadInput(f"{what} is a list", code="form", where=what)
    return value


def text(value: object, what: str, pattern: str | None = None) -> str:
    """A text of one line that is not empty, of a pattern where there is one."""
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_TEXT or not value.isprintable():
        raise BadInput(f"{what} is a line of text", code="form", where=what)
    if pattern is not None and not re.fullmatch(pattern, value, re.ASCII):
        raise BadInput(f"{what} has another form: {pattern}", code="form", where=what)
    return value


def whole(value: object, what: str) -> int:
    """A whole number, nought or more."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadInput(f"{what} is a whole number", code="form", where=what)
    return value


def day(value: object, what: str) -> date:
    """A day as `2025-01-31`."""
    try:
        read = date.fromisoformat(text(value, what))
    except ValueError as error:
        raise BadInput(f"{what} is a day like 2025-01-31", code="form", where=what) from error
    if read.isoformat() != value:
        raise BadInput(f"{what} is a day like 2025-01-31", code="form", where=what)
    return read


def moment(value: object, what: str) -> datetime:
    """A moment as `moment_text` writes it."""
    said = f"{what} is a moment like 2025-01-31T08:00:00.000000Z"
    try:
        read = datetime.fromisoformat(text(value, what))
    except ValueError as error:
        raise BadInput(said, code="form", where=what) from error
    if read.tzinfo is None or moment_text(read) != value:
        raise BadInput(said, code="form", where=what)
    return read


def moment_text(value: datetime) -> str:
    """A moment in universal time with microseconds: `2025-01-31T08:00:00.000000Z`.

    Raises `BadInput` without a time zone.
    """
    if value.tzinfo is None:
        raise BadInput("a moment needs a time zone", code="no_time_zone")
    try:
        universal = value.astimezone(UTC)
    except OverflowError as error:
        raise BadInput("a moment lies outside the calendar", code="form") from error
    return universal.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
