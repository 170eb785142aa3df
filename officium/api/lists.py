"""Lists by cursor: a page is found again whatever was added meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from officium.findings import BadInput

PER_PAGE = 100


def page(
    request: HttpRequest,
    rows: QuerySet[Any],
    cursor: str,
    shown: Callable[[Any], dict[str, Any]],
) -> dict[str, Any]:
    """The rows after the cursor, in the order of their numbers, and the address of the next page.

    Raises BadInput for no cursor of ours.
    """
    if cursor and (not cursor.isascii() or not cursor.isdigit() or len(cursor) > 18):
        raise BadInput("is no cursor of this list", code="cursor", where="cursor")
    found = list(rows.filter(pk__gt=int(cursor or 0)).order_by("pk")[: PER_PAGE + 1])
    more = len(found) > PER_PAGE
    found = found[:PER_PAGE]
    following = None
    if more:
        query = request.GET.copy()
        query["cursor"] = str(found[-1].pk)
        following = f"{request.path}?{query.urlencode()}"
    return {"items": [shown(one) for one in found], "next": following}
