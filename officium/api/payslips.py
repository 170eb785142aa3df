"""Payslips: of one's employers, or one's own."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router

from officium.api.description import file_of
from officium.api.door import office
from officium.api.lists import page
from officium.api.shapes import REFUSED, Page, PathNumber, payslip_out
from officium.office.acts.payslips import explained
from officium.office.models import Payslip
from officium.office.rights import Right

router = Router(tags=["payslips"])
Language = Literal["nl", "fr", "de", "en"]


@router.get("/payslips", response={200: Page, **REFUSED}, summary="Payslips that you may read")
def listed(
    request: HttpRequest, employer: str = "", month: str = "", cursor: str = ""
) -> dict[str, Any]:
    """Of your employers, or your own; `employer` (its enterprise number) and `month` narrow it."""
    office(request, Right.READ_PAYSLIP)
    rows = request.rights.payslips().select_related("worker", "employer")
    if employer:
        rows = rows.filter(employer__enterprise_number=employer)
    if month:
        rows = rows.filter(month=month)
    return page(request, rows, cursor, payslip_out)


@router.get("/payslips/{payslip}", response={200: dict, **REFUSED}, summary="One payslip")
def one(
    request: HttpRequest,
    response: HttpResponse,
    payslip: PathNumber,
    language: Language | None = None,
) -> Any:
    """Whole, each line explained: in its worker's language, or in the one that is asked for.

    Where the law book with which it was made is gone, its own stays: `Content-Language` tells which.
    """
    row = _row(request, payslip)
    theirs = row.worker.language
    told = explained(row, language or theirs)
    response["Content-Language"] = theirs if told.is_as_made else language or theirs
    return told.document


@router.get(
    "/payslips/{payslip}/paper",
    response={200: Any, **REFUSED},
    openapi_extra=file_of("application/pdf"),
    summary="One payslip on paper",
)
def paper(request: HttpRequest, payslip: PathNumber) -> HttpResponse:
    """As PDF."""
    return HttpResponse(_row(request, payslip).paper.content, content_type="application/pdf")


def _row(request: HttpRequest, payslip: int) -> Payslip:
    office(request, Right.READ_PAYSLIP)
    row: Payslip = get_object_or_404(request.rights.payslips(), pk=payslip)
    return row
