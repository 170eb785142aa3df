"""Months: computed, looked at, decided on, approved, opened again; what a run made."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from officium.api.description import file_of
from officium.api.door import actor, employer, employers
from officium.api.lists import page
from officium.api.shapes import (
    REFUSED,
    ChoiceIn,
    ComputeIn,
    Page,
    PathMonth,
    ReopenIn,
    VersionIn,
    month_out,
    payslip_out,
)
from officium.language import plain
from officium.law import Month
from officium.office.acts import months
from officium.office.acts.preview import preview
from officium.office.models import Employer, PayMonth, RunFile
from officium.office.rights import Right

router = Router(tags=["months"])
_ROWS = PayMonth.objects.select_related("employer", "run")


@router.get("/months", response={200: Page, **REFUSED}, summary="Months of all employers")
def everywhere(
    request: HttpRequest, month: str = "", state: str = "", cursor: str = ""
) -> dict[str, Any]:
    """Where months stand that have begun; `month` and `state` narrow it."""
    rows = _ROWS.filter(employer__in=employers(request))
    if month:
        rows = rows.filter(month=month)
    if state:
        rows = rows.filter(state=state)
    return page(request, rows, cursor, month_out)


@router.get("/employers/{number}/months", response={200: Page, **REFUSED}, summary="Its months")
def listed(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """Where each month stands."""
    return page(request, _ROWS.filter(employer=employer(request, number)), cursor, month_out)


@router.get(
    "/employers/{number}/months/{month}", response={200: dict, **REFUSED}, summary="One month"
)
def one(request: HttpRequest, number: str, month: PathMonth) -> Any:
    """With totals, findings and the preview of each payslip; before the approval for the office alone."""
    return _told(request, _row(employer(request, number), month))


@router.post(
    "/employers/{number}/months/{month}/compute", response={200: dict, **REFUSED}, summary="Compute"
)
def computed(request: HttpRequest, number: str, month: PathMonth, given: ComputeIn) -> Any:
    """Compute a preview; findings say what blocks, and how to solve it."""
    row = employer(request, number, Right.COMPUTE_MONTH)
    made = months.compute(actor(request), row, Month.parse(month), provisional=given.provisional)
    return _told(request, made)


@router.post(
    "/employers/{number}/months/{month}/choices", response={201: dict, **REFUSED}, summary="Decide"
)
def choose(request: HttpRequest, number: str, month: PathMonth, given: ChoiceIn) -> Status:
    """A decision on a finding, by the `key` that it bears in the month."""
    row = _row(employer(request, number, Right.COMPUTE_MONTH), month)
    made = months.choose(actor(request), row, given.finding, given.choice, given.note)
    return Status(201, {"finding": made.finding, "choice": made.choice, "note": made.note})


@router.post(
    "/employers/{number}/months/{month}/approve", response={200: dict, **REFUSED}, summary="Approve"
)
def approved(request: HttpRequest, number: str, month: PathMonth, given: VersionIn) -> Any:
    """Approve what was computed, on the version that was looked at."""
    row = employer(request, number, Right.APPROVE_MONTH)
    return month_out(months.approve(actor(request), row, Month.parse(month), given.version))


@router.post(
    "/employers/{number}/months/{month}/reopen", response={200: dict, **REFUSED}, summary="Reopen"
)
def reopened(request: HttpRequest, number: str, month: PathMonth, given: ReopenIn) -> Any:
    """Open an approved month again, before anything of it was sent."""
    row = employer(request, number, Right.APPROVE_MONTH)
    made = months.reopen(actor(request), row, Month.parse(month), given.version, given.reason)
    return month_out(made)


@router.get(
    "/employers/{number}/months/{month}/files", response={200: dict, **REFUSED}, summary="Documents"
)
def files(request: HttpRequest, number: str, month: PathMonth) -> Any:
    """The documents of the month's run: path and digest."""
    held = _files(request, _row(employer(request, number), month))
    return {"files": {one.path: one.blob_id for one in held}}


@router.get(
    "/employers/{number}/months/{month}/files/{path:path}",
    response={200: Any, **REFUSED},
    openapi_extra=file_of("application/octet-stream"),
    summary="One document",
)
def file(request: HttpRequest, number: str, month: PathMonth, path: str) -> HttpResponse:
    """Its bytes, as the run made them."""
    held = _files(request, _row(employer(request, number), month)).select_related("blob")
    found = get_object_or_404(held, path=path)
    return HttpResponse(found.blob.content, content_type="application/octet-stream")


def _row(own: Employer, month: str) -> PayMonth:
    row: PayMonth = get_object_or_404(_ROWS, employer=own, month=month)
    return row


def _is_shown(request: HttpRequest, row: PayMonth) -> bool:
    """What is not approved is of the office alone."""
    return bool(request.rights.is_office) or row.state == PayMonth.State.APPROVED


def _files(request: HttpRequest, row: PayMonth) -> Any:
    shown = row.run is not None and _is_shown(request, row)
    return RunFile.objects.filter(run=row.run) if shown else RunFile.objects.none()


def _told(request: HttpRequest, row: PayMonth) -> dict[str, Any]:
    told = month_out(row)
    if row.run is None or not _is_shown(request, row):
        return told
    lines = [
        {
            **payslip_out(line.payslip),
            "net_before": None if line.before is None else plain(line.before, 2),
        }
        for line in preview(row).lines
    ]
    return {
        **told,
        "is_current": row.run.records_version == row.employer.version,
        "totals": row.run.totals,
        "findings": [{**one, "key": months.finding_key(one)} for one in row.run.findings],
        "choices": list(row.choices.values("finding", "choice", "note")),
        "payslips": lines,
    }
