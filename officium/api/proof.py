"""Evidence packs and the audit trail."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router

from officium.api.description import file_of
from officium.api.door import actor, employer, office
from officium.api.lists import page
from officium.api.shapes import REFUSED, Page, PeriodIn
from officium.office.acts import audit, evidence
from officium.office.models import AuditEntry
from officium.office.rights import Right
from officium.office.tongue import language

router = Router(tags=["proof"])


@router.post(
    "/employers/{number}/evidence",
    response={200: Any, **REFUSED},
    openapi_extra=file_of("application/zip"),
    summary="Evidence pack",
)
def pack(request: HttpRequest, number: str, given: PeriodIn) -> HttpResponse:
    """The signed evidence pack of a period, a ZIP file."""
    row = employer(request, number, Right.READ_EVIDENCE)
    found = evidence.pack(actor(request), row, given.first, given.last)
    return HttpResponse(found, content_type="application/zip")


@router.get("/audit", response={200: Page, **REFUSED}, summary="Audit trail")
def trail(
    request: HttpRequest, action: str = "", employer: str = "", actor: str = "", cursor: str = ""
) -> dict[str, Any]:
    """Entry by entry, from the first; `action` (its beginning), `employer` and `actor` narrow it."""
    office(request, Right.READ_AUDIT)
    rows = AuditEntry.objects.filter(action__startswith=action)
    if employer:
        rows = rows.filter(acting_for=employer)
    if actor:
        rows = rows.filter(actor=actor)
    return page(request, rows, cursor, _told)


@router.get("/audit/examination", response={200: dict, **REFUSED}, summary="Is it whole?")
def examined(request: HttpRequest) -> Any:
    """What is wrong with the trail in the database: an empty list where nothing is."""
    office(request, Right.READ_AUDIT)
    return {"findings": [one.as_json() for one in audit.examined(language())]}


def _told(row: AuditEntry) -> dict[str, Any]:
    names = ("number", "valid_on", "actor", "acting_for", "action", "object_kind", "object_key")
    told = {name: getattr(row, name) for name in names}
    return {
        **told,
        "recorded": row.recorded.isoformat(),
        "content_digest": row.content_digest,
        "previous": row.previous,
        "digest": row.digest,
    }
