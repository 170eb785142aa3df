"""The records of an employer as files: the list, one file with its versions, changing it, moving out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from officium.findings import BadInput
from officium.office.acts.archive import packed
from officium.office.acts.reading import hidden, is_private, show_text
from officium.office.acts.records import change, exported
from officium.office.models import Employer, RecordFile, RecordText
from officium.office.refusals import Conflict, Forbidden, told
from officium.office.rights import Right
from officium.portal.difference import difference
from officium.portal.door import actor, guarded
from officium.portal.lists import filters, paged
from officium.portal.tabs import tabs
from officium.portal.words import word


@guarded(Right.READ_PEOPLE)
@require_GET
def records_page(request: HttpRequest, employer: Employer) -> HttpResponse:
    """The files of the folder; filter `q`: a part of the path."""
    text = request.GET.get("q", "").strip()[:100]
    rows = RecordFile.objects.filter(employer=employer, current__text__isnull=False)
    rows = rows.select_related("current__by").defer("current__text")
    page = paged(request, rows.filter(path__icontains=text) if text else rows)
    return _shown(
        request, "portal/records.html", employer, page=page, text=text, query=filters(request)
    )


@guarded(Right.READ_PEOPLE)
@require_http_methods(["GET", "POST"])
def record_page(request: HttpRequest, employer: Employer, path: str) -> HttpResponse:
    """One file as it is today, and its versions; a POST shows the numbers of people in it."""
    file = _file(employer, path)
    text, is_hidden = file.current.text, is_private(path)
    if request.method == "POST":
        text, is_hidden = show_text(actor(request), employer, path, text), False
    versions = RecordText.objects.filter(employer=employer, path=path).order_by("-version")
    return _shown(
        request,
        "portal/record.html",
        employer,
        file=file,
        text=hidden(text) if is_hidden else text,
        is_hidden=is_hidden,
        versions=paged(request, versions.select_related("by").defer("text")),
        query="",
    )


@guarded(Right.READ_PEOPLE)
@require_GET
def version_page(request: HttpRequest, employer: Employer, path: str, version: int) -> HttpResponse:
    """One version of a file, as the difference with the one before."""
    rows = RecordText.objects.filter(employer=employer, path=path).select_related("by")
    row = get_object_or_404(rows, version=version)
    before = rows.filter(version__lt=version).order_by("-version").first()
    old, new = ((one.text if one and one.text else "") for one in (before, row))
    if is_private(path):
        old, new = hidden(old), hidden(new)
    return _shown(
        request,
        "portal/record_version.html",
        employer,
        row=row,
        before=before,
        difference=difference(old, new),
        is_hidden=is_private(path),
    )


@guarded(Right.CHANGE_RECORDS)
@require_http_methods(["GET", "POST"])
def change_record_page(request: HttpRequest, employer: Employer, path: str) -> HttpResponse:
    """Change a file as text, on the version of the records at which it was opened."""
    file = _file(employer, path)
    if request.method == "GET":
        text = show_text(actor(request), employer, path, file.current.text)
        return _form(request, employer, path, text, employer.version)
    return _stored(request, employer, path, file.current.text)


@guarded(Right.CHANGE_RECORDS)
@require_http_methods(["GET", "POST"])
def new_record_page(request: HttpRequest, employer: Employer) -> HttpResponse:
    """A file that was not there yet."""
    if request.method == "GET":
        return _form(request, employer, "", "", employer.version, is_new=True)
    return _stored(request, employer, request.POST.get("path", "").strip(), "", is_new=True)


@guarded(Right.EXPORT_EMPLOYER)
@require_POST
def export_page(request: HttpRequest, employer: Employer) -> HttpResponse:
    """The whole folder as one ZIP file."""
    answer = HttpResponse(
        packed(exported(actor(request), employer)), content_type="application/zip"
    )
    name = f"{employer.enterprise_number}.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _stored(
    request: HttpRequest, employer: Employer, path: str, now: str, *, is_new: bool = False
) -> HttpResponse:
    """Store what was typed, or show the form again with it and with what stands in the way."""
    # Browsers send ends of line as two signs.
    text = request.POST.get("text", "").replace("\r\n", "\n")
    version = int(given) if (given := request.POST.get("version", "")).isdigit() else 0
    if is_new and (not path or RecordFile.objects.filter(employer=employer, path=path).exists()):
        taken = word("records.path_taken") if path else word("records.path_missing")
        mistake = {"message": taken}
        return _form(request, employer, path, text, version, mistake=mistake, is_new=True)
    try:
        change(actor(request), employer, {path: text}, version)
    except Forbidden:
        raise
    except Conflict as conflict:
        # What was typed stays; the next attempt is on what holds now.
        return _form(
            request,
            employer,
            path,
            text,
            conflict.version,
            status=409,
            conflict=True,
            difference=difference(now, text),
            is_new=is_new,
        )
    except BadInput as refusal:
        message, remedy = told(refusal)
        mistake = {"message": message, "where": refusal.where, "remedy": remedy}
        return _form(request, employer, path, text, version, mistake=mistake, is_new=is_new)
    messages.success(request, word("records.stored", path=path))
    return redirect("employer_record", number=employer.enterprise_number, path=path)


def _form(
    request: HttpRequest,
    employer: Employer,
    path: str,
    text: str,
    version: int,
    *,
    status: int = 0,
    **shown: Any,
) -> HttpResponse:
    return _shown(
        request,
        "portal/change_record.html",
        employer,
        status=status or (422 if shown.get("mistake") else 200),
        path=path,
        text=text,
        version=version,
        **shown,
    )


def _shown(
    request: HttpRequest, template: str, employer: Employer, *, status: int = 200, **shown: Any
) -> HttpResponse:
    around = {"employer": employer, "tabs": tabs(request, employer)}
    return render(request, template, {**around, **shown}, status=status)


def _file(employer: Employer, path: str) -> RecordFile:
    """The file that holds today, or 404."""
    rows = RecordFile.objects.select_related("current__by")
    file = rows.filter(employer=employer, path=path, current__text__isnull=False).first()
    if file is None:
        raise Http404
    return file
