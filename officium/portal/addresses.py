"""Addresses of pages that another part of the office may bring."""

from __future__ import annotations

from django.http import QueryDict
from django.urls import NoReverseMatch, reverse


def address(route: str, **gaps: object) -> str:
    """The address of a page; empty where this office has no such page."""
    try:
        return reverse(route, kwargs=gaps)
    except NoReverseMatch:
        return ""


def listed(route: str, **by: object) -> str:
    """The address of a list with these filters; empty where this office has no such list."""
    place = address(route)
    if not place or not by:
        return place
    query = QueryDict(mutable=True)
    query.update({name: str(value) for name, value in by.items()})
    return f"{place}?{query.urlencode()}"
