"""Contributions received from employers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Status

from officium.api.door import actor, employer
from officium.api.lists import page
from officium.api.shapes import REFUSED, CollectionIn, Page
from officium.language import cents_of, plain
from officium.law import Quarter
from officium.office.acts import collection
from officium.office.models import Collection
from officium.office.rights import Right

router = Router(tags=["money"])


@router.get("/employers/{number}/collections", response={200: Page, **REFUSED}, summary="Received")
def listed(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """Contributions received from the employer."""
    row = employer(request, number, Right.READ_MONEY)
    return page(request, row.collections.all(), cursor, _told)


@router.post(
    "/employers/{number}/collections", response={201: dict, **REFUSED}, summary="Record one"
)
def collect(request: HttpRequest, number: str, given: CollectionIn) -> Status:
    """Only a certified secretariat receives contributions, and only by bank transfer."""
    made = collection.collect(
        actor(request),
        employer(request, number, Right.COLLECT),
        cents_of(given.amount),
        received=given.received,
        quarter=Quarter.parse(given.quarter),
        means=given.means,
        reference=given.reference,
    )
    return Status(201, _told(made))


def _told(row: Collection) -> dict[str, Any]:
    return {
        "amount": plain(row.cents, 2),
        "received": row.received,
        "quarter": row.quarter,
        "means": row.means,
        "reference": row.reference,
        "mandate": row.mandate,
    }
