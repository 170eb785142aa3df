"""A month of an employer is run: computed, looked at, approved, opened again; its documents."""

from __future__ import annotations

import csv
import io
from typing import Any

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from officium.findings import BadInput
from officium.intake import guarded as guarded_text
from officium.language import plain
from officium.law import Month
from officium.office.acts import months
from officium.office.acts.preview import preview
from officium.office.models import Employer, PayMonth, Run, RunFile
from officium.office.refusals import Conflict, Forbidden, told
from officium.office.rights import Right
from officium.portal.door import actor, found, guarded
from officium.portal.downloads import download, opened
from officium.portal.month_view import is_stale, row_of, sees_preview, shown
from officium.portal.words import word

# What a run refuses until somebody asks for it knowingly: figures or periods that nobody reviewed.
PROVISIONAL = ("provisional", "not_reviewed")
# A computation that died leaves its word no longer than this, in seconds.
_LONGEST = 600


def _month(text: str) -> Month:
    """The month of the address, or 404."""
    try:
        return Month.parse(text)
    except ValueError as error:
        raise Http404 from error


@guarded(Right.READ_EMPLOYER)
@require_GET
def month_page(request: HttpRequest, employer: Employer, month: str) -> HttpResponse:
    """The month as it stands; `rows`: `all` or `changed` of the preview."""
    return _page(request, employer, _month(month))


def _page(
    request: HttpRequest, employer: Employer, month: Month, status: int = 200, **more: Any
) -> HttpResponse:
    row = row_of(employer, month)
    return render(request, "portal/month.html", {**shown(request, row), **more}, status=status)


def _refused(
    request: HttpRequest, employer: Employer, month: Month, refusal: BadInput, **more: Any
) -> HttpResponse:
    """The month with what stood in the way, above everything else."""
    message, remedy = told(refusal)
    refused = {
        "message": message,
        "remedy": remedy,
        "where": refusal.where,
        "article": getattr(refusal, "article", ""),
    }
    status = 409 if isinstance(refusal, Conflict) else 422
    return _page(request, employer, month, status, refused=refused, **more)


@guarded(Right.COMPUTE_MONTH)
@require_POST
def compute_page(request: HttpRequest, employer: Employer, month: str) -> HttpResponse:
    """Compute the month; what the law book does not hold as reviewed only when asked for so."""
    of = _month(month)
    place = _progress_key(employer, of)
    try:
        months.compute(
            actor(request),
            employer,
            of,
            provisional="provisional" in request.POST,
            progress=lambda step: cache.set(place, step, _LONGEST),
        )
    except Forbidden:
        raise
    except BadInput as refusal:
        is_unreviewed = refusal.code in PROVISIONAL
        return _refused(request, employer, of, refusal, ask_provisional=is_unreviewed)
    finally:
        cache.delete(place)
    messages.success(request, word("month.was_computed"))
    return _to_month(request, employer, of)


@guarded(Right.COMPUTE_MONTH)
@require_GET
def progress_page(request: HttpRequest, employer: Employer, month: str) -> HttpResponse:
    """How far a computation is, as a part of the page that asks again while it goes on."""
    step = cache.get(_progress_key(employer, _month(month)))
    name = step.partition(" ")[0] if step else ""
    of = step.partition(" ")[2] if name == "payslips" else ""
    names = ("payslips", "dmfa", "report")
    return render(
        request,
        "portal/parts/progress.html",
        {
            "employer": employer,
            "month": month,
            "step": word(f"month.doing_{name}") if name in names else "",
            "of": of,
            "is_going": bool(step),
        },
    )


def _progress_key(employer: Employer, month: Month) -> str:
    return f"computing-{employer.pk}-{month}"


def _to_month(request: HttpRequest, employer: Employer, month: Month) -> HttpResponse:
    """To the page of the month, also where htmx asks."""
    url = reverse("employer_month", args=[employer.enterprise_number, str(month)])
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


@guarded(Right.APPROVE_MONTH)
@require_http_methods(["GET", "POST"])
def approve_page(request: HttpRequest, employer: Employer, month: str) -> HttpResponse:
    """What approving brings into being, then the approval itself."""
    of = _month(month)
    row = row_of(employer, of)
    if request.method == "POST":
        try:
            months.approve(actor(request), employer, of, _number(request, "version"))
        except Conflict as conflict:
            return _conflict(request, employer, of, conflict)
        except Forbidden:
            raise
        except BadInput as refusal:
            return _refused(request, employer, of, refusal)
        messages.success(request, word("month.was_approved"))
        return redirect("employer_month", number=employer.enterprise_number, month=month)
    if row.run is None or row.state != PayMonth.State.COMPUTED or is_stale(row):
        return redirect("employer_month", number=employer.enterprise_number, month=month)
    return render(request, "portal/month_approve.html", {**shown(request, row), **_made(row)})


def _made(row: PayMonth) -> dict[str, Any]:
    """What comes into being with the approval of a run, counted."""
    paths = list(row.run.files.values_list("path", flat=True)) if row.run else []
    return {
        "declarations": [one for one in paths if one.startswith("declarations/")],
        "payments": [one for one in paths if one.startswith(f"payments/{row.month}")],
        "papers": [one for one in paths if one.startswith("leavers/") and one.endswith(".pdf")],
    }


def _number(request: HttpRequest, name: str) -> int:
    given = request.POST.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


def _conflict(
    request: HttpRequest, employer: Employer, month: Month, conflict: Conflict
) -> HttpResponse:
    """Both: what this person saw, and what holds now."""
    seen = (
        Run.objects.select_related("by")
        .filter(employer=employer, pk=_number(request, "run"))
        .first()
    )
    row = row_of(employer, month)
    mine = preview(PayMonth(employer=employer, month=str(month), run=seen))
    return _refused(
        request,
        employer,
        month,
        conflict,
        both=[
            (word("month.you_saw"), seen, mine, ""),
            (word("month.holds_now"), row.run, preview(row), row.state),
        ],
    )


@guarded(Right.APPROVE_MONTH)
@require_POST
def reopen_page(request: HttpRequest, employer: Employer, month: str) -> HttpResponse:
    """Open an approved month again, with a reason."""
    of = _month(month)
    reason = request.POST.get("reason", "").strip()[:500]
    try:
        months.reopen(actor(request), employer, of, _number(request, "version"), reason)
    except Forbidden:
        raise
    except Conflict as conflict:
        return _conflict(request, employer, of, conflict)
    except BadInput as refusal:
        return _refused(request, employer, of, refusal, reason=reason)
    messages.success(request, word("month.was_reopened"))
    return redirect("employer_month", number=employer.enterprise_number, month=month)


@guarded(Right.COMPUTE_MONTH)
@require_POST
def choose_page(request: HttpRequest, employer: Employer, month: str) -> HttpResponse:
    """What a person decided on a finding: `seen`, or `asked` back to the employer."""
    of = _month(month)
    row = found(PayMonth.objects.filter(employer=employer), month=str(of))
    given = request.POST
    note = given.get("note", "").strip()[:500]
    months.choose(actor(request), row, given.get("finding", ""), given.get("choice", ""), note)
    messages.success(request, word("month.choice_kept"))
    return redirect("employer_month", number=employer.enterprise_number, month=month)


@guarded(Right.READ_EMPLOYER)
@require_GET
def preview_table(request: HttpRequest, employer: Employer, month: str) -> HttpResponse:
    """The preview as CSV: every payslip, amounts with two decimals."""
    row = row_of(employer, _month(month))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(
        ("staff_number", "name", "days", "gross", "withheld", "net", "net_before", "difference")
    )
    for one in preview(row).lines if sees_preview(request, row) else ():
        slip = one.payslip
        amounts = (slip.gross, slip.withheld, slip.net, one.before, one.difference)
        writer.writerow(
            (
                slip.worker.staff_number,
                guarded_text(str(slip.worker)),
                slip.days,
                *("" if cents is None else plain(cents, 2) for cents in amounts),
            )
        )
    return download(text.getvalue().encode("utf-8-sig"), f"{employer.name}-{month}.csv")


@guarded(Right.READ_EMPLOYER)
def document_page(request: HttpRequest, employer: Employer, file: int) -> HttpResponse:
    """A document of a run: the report opens by itself, shut off from the office; the rest is a file."""
    rows = RunFile.objects.filter(run__employer=employer).select_related("blob")
    if not request.rights.is_office:
        approved = PayMonth.objects.filter(employer=employer, state=PayMonth.State.APPROVED)
        rows = rows.filter(run__in=approved.values("run"))
    held = found(rows, pk=file)
    if held.path == "report.html":
        return opened(request, held.blob.content)
    return download(held.blob.content, held.path.rsplit("/", 1)[-1])
