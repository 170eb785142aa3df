"""Webhooks: a program is told of what happens, instead of asking again and again."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from officium.api.door import actor, employer, office
from officium.api.lists import page
from officium.api.shapes import REFUSED, Page, PathNumber, WebhookIn, moment_out
from officium.office.acts import webhooks
from officium.office.models import Webhook, WebhookDelivery
from officium.office.rights import Right

router = Router(tags=["webhooks"])


@router.get("/webhooks", response={200: Page, **REFUSED}, summary="Your webhooks")
def listed(request: HttpRequest, cursor: str = "") -> dict[str, Any]:
    """Where your programs are told what; also those that have ended."""
    office(request, Right.READ_EMPLOYER)
    rows = Webhook.objects.filter(user=request.token.user).select_related("employer")
    return page(request, rows, cursor, _told)


@router.post("/webhooks", response={201: dict, **REFUSED}, summary="Be told")
def subscribed(request: HttpRequest, given: WebhookIn) -> Status:
    """The answer holds the `secret` of the signatures, this once."""
    office(request, Right.READ_EMPLOYER)
    of = employer(request, given.employer) if given.employer else None
    row, secret = webhooks.subscribe(actor(request), given.address, given.events, of)
    return Status(201, {**_told(row), "secret": secret})


@router.delete("/webhooks/{webhook}", response={200: dict, **REFUSED}, summary="Be told no more")
def ended(request: HttpRequest, webhook: PathNumber) -> Any:
    """It ends; what it was told stays in its list."""
    row = _row(request, webhook)
    webhooks.end(actor(request), row)
    row.refresh_from_db()
    return _told(row)


@router.get(
    "/webhooks/{webhook}/deliveries", response={200: Page, **REFUSED}, summary="What it was told"
)
def told(request: HttpRequest, webhook: PathNumber, cursor: str = "") -> dict[str, Any]:
    """Each telling: how often it was tried, what was answered, whether it was taken."""
    return page(request, _row(request, webhook).deliveries.all(), cursor, _delivery)


@router.post(
    "/webhooks/{webhook}/deliveries/{delivery}/resend",
    response={200: dict, **REFUSED},
    summary="Tell it again",
)
def resent(request: HttpRequest, webhook: PathNumber, delivery: PathNumber) -> Any:
    """From the start, also what was taken or given up."""
    row = get_object_or_404(_row(request, webhook).deliveries, pk=delivery)
    return _delivery(webhooks.resend(actor(request), row))


def _row(request: HttpRequest, webhook: int) -> Webhook:
    office(request, Right.READ_EMPLOYER)
    row: Webhook = get_object_or_404(Webhook, user=request.token.user, pk=webhook)
    return row


def _told(row: Webhook) -> dict[str, Any]:
    return {
        "id": row.pk,
        "address": row.address,
        "events": row.events,
        "employer": row.employer.enterprise_number if row.employer else None,
        "made": moment_out(row.made),
        "ended": moment_out(row.ended),
    }


def _delivery(row: WebhookDelivery) -> dict[str, Any]:
    return {
        "id": row.pk,
        "event": row.event,
        "body": row.body,
        "made": moment_out(row.made),
        "tries": row.tries,
        "last_status": row.last_status or None,
        "next_try": moment_out(row.next_try),
        "taken": moment_out(row.taken),
        "given_up": moment_out(row.given_up),
    }
