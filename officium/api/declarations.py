"""Declarations: ready, sent, answered."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router

from officium.api.content import content_of
from officium.api.description import file_of
from officium.api.door import actor, employer, employers
from officium.api.lists import page
from officium.api.shapes import REFUSED, AnsweredIn, Page, PathNumber, SentIn, declaration_out
from officium.office.acts import declarations
from officium.office.models import Declaration
from officium.office.rights import Right

router = Router(tags=["declarations"])
_ROWS = Declaration.objects.select_related("employer")


@router.get("/declarations", response={200: Page, **REFUSED}, summary="Of all employers")
def everywhere(
    request: HttpRequest, state: str = "", kind: str = "", cursor: str = ""
) -> dict[str, Any]:
    """Declarations that you may see; `state` and `kind` narrow it."""
    rows = _ROWS.filter(employer__in=employers(request))
    if state:
        rows = rows.filter(state=state)
    if kind:
        rows = rows.filter(kind=kind)
    return page(request, rows, cursor, declaration_out)


@router.get(
    "/employers/{number}/declarations", response={200: Page, **REFUSED}, summary="Its declarations"
)
def listed(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """Declarations and what became of them."""
    return page(request, _ROWS.filter(employer=employer(request, number)), cursor, declaration_out)


@router.get(
    "/employers/{number}/declarations/{declaration}",
    response={200: dict, **REFUSED},
    summary="One declaration",
)
def one(request: HttpRequest, number: str, declaration: PathNumber) -> Any:
    """Where it stands, and under which mandate."""
    return declaration_out(_row(request, number, declaration))


@router.get(
    "/employers/{number}/declarations/{declaration}/content",
    response={200: Any, **REFUSED},
    openapi_extra=file_of("application/xml"),
    summary="The message",
)
def content(request: HttpRequest, number: str, declaration: PathNumber) -> HttpResponse:
    """The message itself."""
    row = _row(request, number, declaration)
    return HttpResponse(row.content.content, content_type="application/xml")


@router.post(
    "/employers/{number}/declarations/{declaration}/sent",
    response={200: dict, **REFUSED},
    summary="It was sent",
)
def sent(request: HttpRequest, number: str, declaration: PathNumber, given: SentIn) -> Any:
    """On a day, under a reference of the authority; a mandate must cover that day."""
    row = _row(request, number, declaration, Right.DECLARE)
    return declaration_out(
        declarations.sent(actor(request), row, given.version, given.day, given.reference)
    )


@router.post(
    "/employers/{number}/declarations/{declaration}/answered",
    response={200: dict, **REFUSED},
    summary="It was answered",
)
def answered(request: HttpRequest, number: str, declaration: PathNumber, given: AnsweredIn) -> Any:
    """The authority answered; its answer is kept as received."""
    made = declarations.answered(
        actor(request),
        _row(request, number, declaration, Right.DECLARE),
        given.version,
        given.day,
        accepted=given.accepted,
        answer=content_of(given.answer, "answer"),
        note=given.note,
    )
    return declaration_out(made)


def _row(
    request: HttpRequest, number: str, declaration: int, right: Right = Right.READ_EMPLOYER
) -> Declaration:
    own = employer(request, number, right)
    row: Declaration = get_object_or_404(_ROWS, employer=own, pk=declaration)
    return row
