"""The records of an employer, file by file, with all their versions."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Header, Router

from officium.api.door import actor, employer
from officium.api.lists import page
from officium.api.shapes import REFUSED, EmployerOut, Page, RecordIn, RecordOut, moment_out
from officium.office.acts import duties, records
from officium.office.acts.reading import hidden, is_private, show_text
from officium.office.models import RecordFile, RecordText
from officium.office.rights import Right

router = Router(tags=["records"])
# As ETags are written: the version of the records in quotes.
_ETAG = r'^"\d{1,9}"$'


@router.get("/employers/{number}/records", response={200: Page, **REFUSED}, summary="Its files")
def listed(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """The files of the folder, with the version and the digest of each."""
    row = employer(request, number, Right.READ_PEOPLE)
    rows = RecordFile.objects.filter(employer=row, current__text__isnull=False)
    rows = rows.select_related("current").defer("current__text")
    return page(request, rows, cursor, lambda file: _version(file.current))


@router.get(
    "/employers/{number}/records/{path:path}",
    response={200: RecordOut, **REFUSED},
    summary="One file",
)
def record(
    request: HttpRequest, response: HttpResponse, number: str, path: str, numbers: bool = False
) -> dict[str, Any]:
    """The INSS and accounts in it are hidden; `numbers=true` shows them, and leaves a trace."""
    row = employer(request, number, Right.READ_PEOPLE)
    files = RecordFile.objects.select_related("current")
    file = get_object_or_404(files, employer=row, path=path, current__text__isnull=False)
    text = file.current.text
    hides = is_private(path) and not numbers
    shown = hidden(text) if hides else show_text(actor(request), row, path, text)
    response["ETag"] = f'"{row.version}"'
    return {"path": path, "text": shown, "is_hidden": hides, "version": row.version}


@router.put(
    "/employers/{number}/records/{path:path}",
    response={200: EmployerOut, **REFUSED},
    summary="Change one file",
)
def changed(
    request: HttpRequest,
    response: HttpResponse,
    number: str,
    path: str,
    given: RecordIn,
    if_match: str = Header(..., alias="If-Match", pattern=_ETAG),
) -> EmployerOut:
    """On the version that was read (`If-Match`: its ETag); 409 with both texts where somebody was first."""
    row = employer(request, number, Right.CHANGE_RECORDS)
    version = int(if_match.strip('"'))
    row = records.change(actor(request), row, {path: given.text}, version)
    duties.reckon(row)
    response["ETag"] = f'"{row.version}"'
    return EmployerOut.of(row)


@router.get(
    "/employers/{number}/record-versions/{path:path}",
    response={200: Page, **REFUSED},
    summary="Versions of one file",
)
def versions(request: HttpRequest, number: str, path: str, cursor: str = "") -> dict[str, Any]:
    """From the first on, each with its text: INSS and accounts of people stay hidden."""
    row = employer(request, number, Right.READ_PEOPLE)
    rows = RecordText.objects.filter(employer=row, path=path)

    def shown(one: RecordText) -> dict[str, Any]:
        text = hidden(one.text) if one.text and is_private(path) else one.text
        return {**_version(one), "text": text}

    return page(request, rows, cursor, shown)


def _version(row: RecordText) -> dict[str, Any]:
    return {
        "path": row.path,
        "version": row.version,
        "digest": row.digest,
        "recorded": moment_out(row.recorded),
        "by": f"user:{row.by_id}" if row.by_id else None,
    }
