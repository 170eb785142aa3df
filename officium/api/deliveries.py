"""The data of a month: the file to fill in, what is missing, what came and its receipt."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from officium.api.content import content_of
from officium.api.description import file_of
from officium.api.door import actor, employer
from officium.api.lists import page
from officium.api.shapes import REFUSED, DeliveryIn, Page, PathMonth, PathNumber, delivery_out
from officium.intake import TemplateKind, template
from officium.law import Month
from officium.office.acts import deliveries
from officium.office.acts.pay_dates import pay_dates
from officium.office.acts.records import records_of
from officium.office.rights import Right
from officium.office.tongue import language

router = Router(tags=["data of a month"])


@router.get("/employers/{number}/deliveries", response={200: Page, **REFUSED}, summary="Receipts")
def listed(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """The receipts of what the employer delivered."""
    return page(request, employer(request, number).deliveries.all(), cursor, delivery_out)


@router.post(
    "/employers/{number}/deliveries/{month}", response={201: dict, **REFUSED}, summary="Deliver"
)
def deliver(request: HttpRequest, number: str, month: PathMonth, given: DeliveryIn) -> Status:
    """Deliver the data of a month; the answer is the receipt, with what is wrong by cell."""
    row = employer(request, number, Right.DELIVER_DATA)
    content = content_of(given.content, "content")
    made = deliveries.deliver(actor(request), row, Month.parse(month), "api", given.name, content)
    return Status(201, delivery_out(made))


@router.get(
    "/employers/{number}/receipts/{receipt}", response={200: dict, **REFUSED}, summary="A receipt"
)
def receipt(request: HttpRequest, number: str, receipt: PathNumber) -> Any:
    """Number, moment, digest, and what was found in the delivery."""
    return delivery_out(get_object_or_404(employer(request, number).deliveries, pk=receipt))


@router.get(
    "/employers/{number}/receipts/{receipt}/file",
    response={200: Any, **REFUSED},
    openapi_extra=file_of("application/octet-stream"),
    summary="The delivery as it came",
)
def came(request: HttpRequest, number: str, receipt: PathNumber) -> HttpResponse:
    """Its bytes."""
    row = employer(request, number, Right.READ_PEOPLE)
    held = get_object_or_404(row.deliveries.select_related("content"), pk=receipt)
    return HttpResponse(held.content.content, content_type="application/octet-stream")


@router.get(
    "/employers/{number}/months/{month}/data", response={200: dict, **REFUSED}, summary="Missing"
)
def missing(request: HttpRequest, number: str, month: PathMonth) -> Any:
    """What of the data of a month is missing, contract by contract, and by when it is due."""
    row = employer(request, number)
    of = Month.parse(month)
    return {
        "due": pay_dates(row, of).data,
        "missing": [
            {
                "staff_number": one.staff_number,
                "contract": one.contract,
                "days": [day.isoformat() for day in one.days],
            }
            for one in deliveries.missing(row, of)
        ],
    }


@router.get(
    "/employers/{number}/months/{month}/template",
    response={200: Any, **REFUSED},
    openapi_extra=file_of("application/octet-stream"),
    summary="The file to fill in",
)
def to_fill_in(
    request: HttpRequest, number: str, month: PathMonth, kind: TemplateKind = "xlsx"
) -> HttpResponse:
    """Filled in by the schedule, in the language of `Accept-Language`; as CSV or as a workbook."""
    row = employer(request, number, Right.READ_PEOPLE)
    records = records_of(row)
    content = template(records, records.employers[0], Month.parse(month), kind, language())
    return HttpResponse(content, content_type="application/octet-stream")
