"""Employers and their people; how an employer moves in and out."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from officium.api.content import content_of
from officium.api.description import file_of
from officium.api.door import actor, employer, employers, office
from officium.api.lists import page
from officium.api.shapes import REFUSED, ArchiveIn, EmployerOut, FolderIn, Page, WorkerOut
from officium.office.acts import duties, records, workers
from officium.office.acts.archive import packed, unpacked
from officium.office.acts.search import employers_found, workers_found
from officium.office.models import Employer, Worker
from officium.office.rights import Right

router = Router(tags=["employers"])
_LONGEST = 100


@router.get("/employers", response={200: Page, **REFUSED}, summary="Employers that you may see")
def listed(request: HttpRequest, q: str = "", cursor: str = "") -> dict[str, Any]:
    """`q`: a part of the name, or the beginning of an enterprise or NSSO number or of an INSS."""
    rows = employers(request)
    if q.strip():
        rows = employers_found(rows, q.strip()[:_LONGEST])
    return page(request, rows, cursor, lambda row: EmployerOut.of(row).dict())


@router.post("/employers", response={201: EmployerOut, **REFUSED}, summary="Admit an employer")
def admitted(request: HttpRequest, given: FolderIn) -> Status:
    """With its folder of records; nothing is kept where anything in it is wrong."""
    return _admit(request, given.files)


@router.post("/archives", response={201: EmployerOut, **REFUSED}, summary="Admit from a ZIP file")
def unpack(request: HttpRequest, given: ArchiveIn) -> Status:
    """The same, with the folder in a ZIP file."""
    office(request, Right.ADMIT_EMPLOYER)
    return _admit(request, unpacked(content_of(given.content, "content")))


def _admit(request: HttpRequest, texts: dict[str, str]) -> Status:
    office(request, Right.ADMIT_EMPLOYER)
    row = records.admit(actor(request), texts)
    duties.reckon(row)
    return Status(201, EmployerOut.of(row))


@router.get("/employers/{number}", response={200: EmployerOut, **REFUSED}, summary="One employer")
def one(request: HttpRequest, number: str) -> EmployerOut:
    """By its enterprise number."""
    return EmployerOut.of(employer(request, number))


@router.get("/employers/{number}/folder", response={200: FolderIn, **REFUSED}, summary="Its folder")
def folder(request: HttpRequest, number: str) -> dict[str, Any]:
    """All records and mandates, as the employer takes them along; leaves a trace."""
    row = employer(request, number, Right.EXPORT_EMPLOYER)
    return {"files": records.exported(actor(request), row)}


@router.get(
    "/employers/{number}/archive",
    response={200: Any, **REFUSED},
    openapi_extra=file_of("application/zip"),
    summary="Its folder as a ZIP file",
)
def archive(request: HttpRequest, number: str) -> HttpResponse:
    """The same as a ZIP file; leaves a trace."""
    row = employer(request, number, Right.EXPORT_EMPLOYER)
    content = packed(records.exported(actor(request), row))
    return HttpResponse(content, content_type="application/zip")


@router.get("/employers/{number}/people", response={200: Page, **REFUSED}, summary="Its people")
def people(request: HttpRequest, number: str, numbers: bool = False, cursor: str = "") -> Any:
    """`numbers=true` shows the INSS of each; that leaves a trace."""
    row = employer(request, number, Right.READ_PEOPLE)
    return page(request, row.workers.all(), cursor, lambda one: _worker(request, one, numbers))


@router.get(
    "/employers/{number}/people/{staff_number}",
    response={200: WorkerOut, **REFUSED},
    summary="One of its people",
)
def person(request: HttpRequest, number: str, staff_number: str, numbers: bool = False) -> Any:
    """Contracts and address stand in the record `people/{staff_number}.toml`."""
    row = employer(request, number, Right.READ_PEOPLE)
    return _worker(request, get_object_or_404(row.workers, staff_number=staff_number), numbers)


@router.get("/people", response={200: Page, **REFUSED}, summary="People that you may see")
def found(request: HttpRequest, q: str, cursor: str = "") -> dict[str, Any]:
    """Across employers. `q`: a part of the name, or the beginning of an INSS."""
    office(request, Right.READ_PEOPLE)
    theirs: Any = request.rights.employers(Right.READ_PEOPLE)
    rows = workers_found(theirs, q.strip()[:_LONGEST]) if q.strip() else Worker.objects.none()
    return page(request, rows, cursor, lambda one: {**_worker(request, one), **_of(one.employer)})


def _of(row: Employer) -> dict[str, str]:
    return {"employer": row.enterprise_number}


def _worker(request: HttpRequest, row: Worker, numbers: bool = False) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in WorkerOut.model_fields if name != "inss"}
    told["inss"] = workers.show_number(actor(request), row) if numbers else None
    return told
