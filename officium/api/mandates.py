"""Mandates: who may act for whom, since when, and what happened to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from officium.api.door import actor, employer, employers
from officium.api.lists import page
from officium.api.shapes import REFUSED, HappenedIn, MandateIn, Page
from officium.law import Quarter
from officium.office.acts import mandates
from officium.office.clock import today
from officium.office.models import Mandate as Row
from officium.office.rights import Right
from officium.office.tongue import language
from officium.representation import Act, Happening, Mandate, Means

router = Router(tags=["mandates"])


@router.get("/mandates", response={200: Page, **REFUSED}, summary="Of all employers")
def everywhere(request: HttpRequest, cursor: str = "") -> dict[str, Any]:
    """Mandates that you may see, with the state of today."""
    return page(request, Row.objects.filter(employer__in=employers(request)), cursor, _told)


@router.get("/employers/{number}/mandates", response={200: Page, **REFUSED}, summary="Its mandates")
def listed(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """Mandates in every state."""
    return page(request, employer(request, number).mandates.all(), cursor, _told)


@router.get(
    "/employers/{number}/mandates/may", response={200: dict, **REFUSED}, summary="May the operator?"
)
def may(request: HttpRequest, number: str, act: Act, on: date, means: Means | None = None) -> Any:
    """May it do this for the employer on that day? Yes, or no with article and remedy."""
    row = employer(request, number)
    if act is Act.COLLECT_CONTRIBUTIONS:
        means = means or Means.BANK_TRANSFER
    return mandates.answer(row, act, on, means).as_json(language())


@router.get(
    "/employers/{number}/mandates/{key}", response={200: dict, **REFUSED}, summary="One mandate"
)
def one(request: HttpRequest, number: str, key: str) -> Any:
    """Its document, with all that happened to it."""
    return _told(get_object_or_404(employer(request, number).mandates, key=key))


@router.post("/employers/{number}/mandates", response={201: dict, **REFUSED}, summary="Draft one")
def drafted(request: HttpRequest, number: str, given: MandateIn) -> Status:
    """A draft of a mandate to the operator."""
    made = mandates.drafted(
        actor(request),
        employer(request, number, Right.CHANGE_MANDATE),
        group=given.group,
        tasks=given.tasks,
        first_day=Quarter.parse(given.begins).first,
    )
    return Status(201, _told(made))


@router.post(
    "/employers/{number}/mandates/{key}/events",
    response={200: dict, **REFUSED},
    summary="What happened",
)
def happened(request: HttpRequest, number: str, key: str, given: HappenedIn) -> Any:
    """The next event. `revoked` is the employer's own, the others are the office's."""
    what = Happening(given.what)
    is_theirs = what == Happening.REVOKED
    right = Right.SIGN_FOR_EMPLOYER if is_theirs else Right.CHANGE_MANDATE
    own = employer(request, number, right)
    row = mandates.happened(
        actor(request),
        own,
        get_object_or_404(own.mandates, key=key),
        given.version,
        what,
        given.day,
        by_employer=is_theirs,
        last_day=given.last_day,
    )
    return _told(row)


def _told(row: Row) -> dict[str, Any]:
    state = Mandate.from_json(row.document).state(today())
    return {"key": row.key, "state": str(state), "version": row.version, "document": row.document}
