"""Declarations, mandates, collections, obligations, evidence, the audit trail."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Router, Status

from officium.api.door import actor, employer, office
from officium.api.employers import REFUSED
from officium.api.lists import page
from officium.api.pay import content_of
from officium.api.shapes import (
    AnsweredIn,
    CollectionIn,
    MarkIn,
    Page,
    PeriodIn,
    SentIn,
    declaration_out,
    due_out,
)
from officium.findings import BadInput
from officium.language import cents_of, plain
from officium.law import Quarter
from officium.office.acts import collection, declarations, duties, evidence, mandates
from officium.office.models import AuditEntry, Collection
from officium.office.rights import Right
from officium.office.tongue import language
from officium.representation import Act

router = Router(tags=["duties"])
Number = Path(..., ge=1, lt=2**63)


@router.get("/employers/{number}/declarations", response={200: Page, **REFUSED})
def listed(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """Declarations and what became of them."""
    return page(employer(request, number).declarations.all(), cursor, declaration_out)


@router.get(
    "/employers/{number}/declarations/{declaration}/content", response={200: Any, **REFUSED}
)
def content(request: HttpRequest, number: str, declaration: int = Number) -> HttpResponse:
    """The message itself."""
    row = get_object_or_404(employer(request, number).declarations, pk=declaration)
    return HttpResponse(row.content.content, content_type="application/xml")


@router.post("/employers/{number}/declarations/{declaration}/sent", response={200: dict, **REFUSED})
def sent(request: HttpRequest, number: str, given: SentIn, declaration: int = Number) -> Any:
    """It was sent; a mandate must cover that day."""
    own = employer(request, number, Right.DECLARE)
    row = get_object_or_404(own.declarations, pk=declaration)
    return declaration_out(
        declarations.sent(actor(request), row, given.version, given.day, given.reference)
    )


@router.post(
    "/employers/{number}/declarations/{declaration}/answered", response={200: dict, **REFUSED}
)
def answered(
    request: HttpRequest, number: str, given: AnsweredIn, declaration: int = Number
) -> Any:
    """The authority answered; its answer is kept as received."""
    own = employer(request, number, Right.DECLARE)
    row = get_object_or_404(own.declarations, pk=declaration)
    made = declarations.answered(
        actor(request),
        row,
        given.version,
        given.day,
        accepted=given.accepted,
        answer=content_of(given.answer, "answer"),
        note=given.note,
    )
    return declaration_out(made)


@router.get("/employers/{number}/mandates", response={200: dict, **REFUSED})
def held(request: HttpRequest, number: str) -> Any:
    """All mandates of the employer, as documents."""
    return {"mandates": [row.document for row in employer(request, number).mandates.all()]}


@router.get("/employers/{number}/mandates/may", response={200: dict, **REFUSED})
def may(request: HttpRequest, number: str, act: str, on: date, means: str = "") -> Any:
    """May the operator do this for the employer on that day? Yes, or no with article and remedy."""
    row = employer(request, number)
    if act not in set(Act):
        raise BadInput(f"{act[:40]!r} is no act", code="act", where="act")
    if act == Act.COLLECT_CONTRIBUTIONS and not means:
        means = "bank_transfer"
    return mandates.answer(row, act, on, _means(means)).as_json(language())


def _means(text: str) -> str | None:
    from officium.representation import Means

    if text and text not in set(Means):
        raise BadInput(f"{text[:40]!r} is no means of payment", code="means", where="means")
    return text or None


@router.get("/employers/{number}/collections", response={200: Page, **REFUSED})
def collected(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """Contributions received from the employer."""
    row = employer(request, number, Right.READ_MONEY)
    return page(row.collections.all(), cursor, _collection_out)


@router.post("/employers/{number}/collections", response={201: dict, **REFUSED})
def collect(request: HttpRequest, number: str, given: CollectionIn) -> Status:
    """Record contributions received: only a certified secretariat, only by bank transfer."""
    row = employer(request, number, Right.COLLECT)
    made = collection.collect(
        actor(request),
        row,
        cents_of(given.amount),
        received=given.received,
        quarter=Quarter.parse(given.quarter),
        means=_means(given.means) or "",
        reference=given.reference,
    )
    return Status(201, _collection_out(made))


def _collection_out(row: Collection) -> dict[str, Any]:
    return {
        "amount": plain(row.cents, 2),
        "received": row.received,
        "quarter": row.quarter,
        "means": row.means,
        "reference": row.reference,
        "mandate": row.mandate,
    }


@router.get("/employers/{number}/duties", response={200: Page, **REFUSED})
def due(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """The calendar of obligations, a year back and a year ahead."""
    return page(employer(request, number).dues.all(), cursor, due_out)


@router.post("/employers/{number}/duties/marks", response={201: dict, **REFUSED})
def mark(request: HttpRequest, number: str, given: MarkIn) -> Status:
    """Record what was done about an obligation, with its proof."""
    row = employer(request, number, Right.MARK_DUTY)
    made = duties.mark(
        actor(request),
        row,
        given.key,
        _state(given.state),
        given.day,
        note=given.note,
        proof=content_of(given.proof, "proof"),
        proof_name=given.proof_name,
    )
    return Status(201, {"key": made.key, "state": made.state, "day": made.day})


def _state(text: str) -> str:
    from officium.obligations import StateName

    if text not in set(StateName):
        raise BadInput(f"{text[:40]!r} is no state", code="state", where="state")
    return text


@router.post("/employers/{number}/evidence", response={200: Any, **REFUSED})
def pack(request: HttpRequest, number: str, given: PeriodIn) -> HttpResponse:
    """The signed evidence pack of a period, a ZIP file."""
    row = employer(request, number, Right.READ_EVIDENCE)
    found = evidence.pack(actor(request), row, given.first, given.last)
    return HttpResponse(found, content_type="application/zip")


@router.get("/audit", response={200: Page, **REFUSED})
def trail(request: HttpRequest, cursor: str = "") -> dict[str, Any]:
    """The audit trail, entry by entry."""
    office(request, Right.READ_AUDIT)
    return page(AuditEntry.objects.all(), cursor, _entry_out)


def _entry_out(row: AuditEntry) -> dict[str, Any]:
    names = ("number", "valid_on", "actor", "acting_for", "action", "object_kind", "object_key")
    told = {name: getattr(row, name) for name in names}
    return {**told, "recorded": row.recorded.isoformat(), "digest": row.digest}
