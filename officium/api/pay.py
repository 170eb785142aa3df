"""Deliveries, months, payslips."""

from __future__ import annotations

import base64
import binascii
import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Path, Router, Status

from officium.api.door import actor, employer, office
from officium.api.employers import REFUSED
from officium.api.lists import page
from officium.api.shapes import (
    MONTH,
    ComputeIn,
    DeliveryIn,
    Page,
    ReopenIn,
    VersionIn,
    delivery_out,
    month_out,
    payslip_out,
)
from officium.findings import BadInput
from officium.law import Month
from officium.office.acts import deliveries, months
from officium.office.models import RunFile
from officium.office.rights import Right

router = Router(tags=["pay"])
Asked = Path(..., pattern=MONTH)
_MOST = 10 * 2**20


def content_of(text: str, where: str) -> bytes:
    """The bytes of a Base64 text. Raises BadInput."""
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadInput("is no Base64", code="base64", where=where) from error
    if len(found) > _MOST:
        raise BadInput("is larger than 10 MiB", code="size", where=where)
    return found


@router.get("/employers/{number}/deliveries", response={200: Page, **REFUSED})
def delivered(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """The receipts of what the employer delivered."""
    return page(employer(request, number).deliveries.all(), cursor, delivery_out)


@router.post("/employers/{number}/deliveries/{month}", response={201: dict, **REFUSED})
def deliver(request: HttpRequest, number: str, given: DeliveryIn, month: str = Asked) -> Status:
    """Deliver the data of a month; the answer is the receipt, with what is wrong by cell."""
    row = employer(request, number, Right.DELIVER_DATA)
    content = content_of(given.content, "content")
    made = deliveries.deliver(actor(request), row, Month.parse(month), "api", given.name, content)
    return Status(201, delivery_out(made))


@router.get("/employers/{number}/months", response={200: Page, **REFUSED})
def listed(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """Where each month stands."""
    return page(employer(request, number).months.all(), cursor, month_out)


@router.post("/employers/{number}/months/{month}/compute", response={200: dict, **REFUSED})
def computed(request: HttpRequest, number: str, given: ComputeIn, month: str = Asked) -> Any:
    """Compute a preview; findings say what blocks, and how to solve it."""
    row = employer(request, number, Right.COMPUTE_MONTH)
    made = months.compute(actor(request), row, Month.parse(month), provisional=given.provisional)
    return {**month_out(made), "findings": made.run.findings, "totals": made.run.totals}


@router.post("/employers/{number}/months/{month}/approve", response={200: dict, **REFUSED})
def approved(request: HttpRequest, number: str, given: VersionIn, month: str = Asked) -> Any:
    """Approve what was computed, on the version that was looked at."""
    row = employer(request, number, Right.APPROVE_MONTH)
    return month_out(months.approve(actor(request), row, Month.parse(month), given.version))


@router.post("/employers/{number}/months/{month}/reopen", response={200: dict, **REFUSED})
def reopened(request: HttpRequest, number: str, given: ReopenIn, month: str = Asked) -> Any:
    """Open an approved month again, before anything of it was sent."""
    row = employer(request, number, Right.APPROVE_MONTH)
    made = months.reopen(actor(request), row, Month.parse(month), given.version, given.reason)
    return month_out(made)


@router.get("/employers/{number}/months/{month}/files", response={200: dict, **REFUSED})
def files(request: HttpRequest, number: str, month: str = Asked) -> Any:
    """The documents of the month's run: path and digest."""
    row = get_object_or_404(employer(request, number).months, month=month)
    held = RunFile.objects.filter(run=row.run) if row.run else RunFile.objects.none()
    return {"files": {one.path: one.blob_id for one in held}}


@router.get("/payslips", response={200: Page, **REFUSED}, summary="Payslips that you may read")
def payslips(request: HttpRequest, month: str = "", cursor: str = "") -> dict[str, Any]:
    """Of your employers, or your own; `month` narrows it."""
    office(request, Right.READ_PAYSLIP)
    rows = request.rights.payslips().select_related("worker")
    if month:
        rows = rows.filter(month=month[:7])
    return page(rows, cursor, payslip_out)


@router.get("/payslips/{payslip}", response={200: dict, **REFUSED})
def payslip(request: HttpRequest, payslip: int = Path(..., ge=1, lt=2**63)) -> Any:
    """One payslip whole, with the explanation of each line."""
    row = get_object_or_404(request.rights.payslips(), pk=payslip)
    return json.loads(row.document.content)


@router.get("/payslips/{payslip}/paper", response={200: Any, **REFUSED})
def paper(request: HttpRequest, payslip: int = Path(..., ge=1, lt=2**63)) -> HttpResponse:
    """One payslip as PDF."""
    row = get_object_or_404(request.rights.payslips(), pk=payslip)
    return HttpResponse(row.paper.content, content_type="application/pdf")
