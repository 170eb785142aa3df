"""Today: what holds work up, then counts per state."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from officium.portal.door import own


@own
def today_page(request: HttpRequest) -> HttpResponse:
    """The page that a person meets first; what it shows depends on their roles."""
    return render(request, "portal/today.html", {})
