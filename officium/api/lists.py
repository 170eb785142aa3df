"""Lists by cursor: a page is found again whatever was added meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from officium.findings import BadInput

PER_PAGE = 100


def page(
    rows: QuerySet[Any], cursor: str, shown: Callable[[Any], dict[str, Any]]
) -> dict[str, Any]:
    """The rows after the cursor, in the order of their numbers. Raises BadInput for no cursor of ours."""
    if cursor and (not cursor.isascii() or not cursor.isdigit() or len(cursor) > 18):
        raise BadInput("is no cursor of this list", code="cursor", where="cursor")
    found = list(rows.filter(pk__gt=int(cursor or 0)).order_by("pk")[: PER_PAGE + 1])
    more = len(found) > PER_PAGE
    found = found[:PER_PAGE]
    return {
        "items": [shown(one) for one in found],
        "next": str(found[-1].pk) if more else None,
    }
