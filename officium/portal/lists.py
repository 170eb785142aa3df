"""Long lists: filters stand in the address, a page of rows says what is left."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PER_PAGE = 50


def paged(request: HttpRequest, rows: Any) -> Page:
    """The page of the rows that the address asks for; `left` counts the rows after it."""
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    page.left = page.paginator.count - page.end_index()
    return page


def filters(request: HttpRequest) -> str:
    """The address's filters without the page, to put before `page=2`."""
    kept = request.GET.copy()
    kept.pop("page", None)
    return f"{kept.urlencode()}&" if kept else ""
