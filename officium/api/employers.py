"""Employers, people, records."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Status

from officium.api.door import actor, employer, office
from officium.api.lists import page
from officium.api.shapes import EmployerOut, FolderIn, Page, Problem, RecordIn, WorkerOut
from officium.office.acts import duties, records, workers
from officium.office.acts.search import employers_found
from officium.office.models import Worker
from officium.office.rights import Right

router = Router(tags=["employers"])
REFUSED = {
    400: Problem,
    401: Problem,
    403: Problem,
    404: Problem,
    409: Problem,
    422: Problem,
    429: Problem,
}


@router.get("/employers", response={200: Page, **REFUSED}, summary="Employers that you may see")
def listed(request: HttpRequest, q: str = "", cursor: str = "") -> dict[str, Any]:
    """`q`: a part of the name, or the beginning of an enterprise or NSSO number."""
    office(request, Right.READ_EMPLOYER)
    rows = request.rights.employers()
    if q.strip():
        rows = employers_found(rows, q.strip()[:100])
    return page(rows, cursor, lambda row: EmployerOut.of(row).dict())


@router.post("/employers", response={201: EmployerOut, **REFUSED}, summary="Admit an employer")
def admitted(request: HttpRequest, given: FolderIn) -> Status:
    """With its folder of records; nothing is kept where anything in it is wrong."""
    office(request, Right.ADMIT_EMPLOYER)
    row = records.admit(actor(request), given.files)
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


@router.get("/employers/{number}/people", response={200: Page, **REFUSED}, summary="Its people")
def people(request: HttpRequest, number: str, numbers: bool = False, cursor: str = "") -> Any:
    """`numbers=true` shows the INSS of each; that leaves a trace."""
    row = employer(request, number, Right.READ_PEOPLE)

    def shown(worker: Worker) -> dict[str, Any]:
        told = {name: getattr(worker, name) for name in WorkerOut.model_fields if name != "inss"}
        if numbers:
            told["inss"] = workers.show_number(actor(request), worker)
        return told

    return page(row.workers.all(), cursor, shown)


@router.get("/employers/{number}/records/{path:path}", response={200: RecordIn, **REFUSED})
def record(request: HttpRequest, number: str, path: str) -> dict[str, Any]:
    """One file of the folder, and the version of the records to change it on."""
    row = employer(request, number, Right.CHANGE_RECORDS)
    texts = records.texts_of(row)
    return {"text": texts.get(path), "version": row.version}


@router.put("/employers/{number}/records/{path:path}", response={200: EmployerOut, **REFUSED})
def changed(request: HttpRequest, number: str, path: str, given: RecordIn) -> EmployerOut:
    """A new text of the file (null removes it); 409 with both texts where somebody was first."""
    row = employer(request, number, Right.CHANGE_RECORDS)
    row = records.change(actor(request), row, {path: given.text}, given.version)
    duties.reckon(row)
    return EmployerOut.of(row)
