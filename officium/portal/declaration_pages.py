"""Declarations: what is ready, sent, answered; each under a mandate, each with its answer as proof."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from officium.declarations import check
from officium.findings import Finding
from officium.office.acts import declarations as acts
from officium.office.clock import today
from officium.office.models import AuditEntry, Declaration, Employer
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal.door import actor, found, guarded
from officium.portal.lists import filters, paged
from officium.portal.tabs import tabs
from officium.portal.words import word

KINDS = ("dmfa", "dimona")


def _asked(request: HttpRequest, rows: QuerySet[Declaration]) -> QuerySet[Declaration]:
    """Filters `kind` (the beginning of a kind), `state` and `q` (a period)."""
    kind, state = request.GET.get("kind", ""), request.GET.get("state", "")
    if kind in KINDS:
        rows = rows.filter(kind__startswith=kind)
    if state == "late":
        return rows.filter(state__in=("ready", "refused"), due__lt=today())
    return rows.filter(state=state) if state in Declaration.State.values else rows


def _listed(request: HttpRequest, rows: QuerySet[Declaration]) -> dict[str, Any]:
    kind = request.GET.get("kind", "")
    counted = rows.filter(kind__startswith=kind) if kind in KINDS else rows
    counts = dict(counted.order_by().values_list("state").annotate(n=Count("pk")))
    page = paged(request, _asked(request, rows).select_related("employer"))
    return {
        "page": page,
        "query": filters(request),
        "states": [
            {"state": str(state), "count": counts.get(str(state), 0)} for state in Declaration.State
        ],
        "wanted": request.GET.get("state", ""),
        "kind": kind,
        "kinds": KINDS,
    }


@guarded(Right.READ_EMPLOYER)
@require_GET
def declarations_page(request: HttpRequest) -> HttpResponse:
    """Declarations of all employers that the person sees."""
    rows = Declaration.objects.filter(employer__in=request.rights.employers())
    return render(request, "portal/declarations.html", _listed(request, rows))


@guarded(Right.READ_EMPLOYER)
@require_GET
def employer_declarations(request: HttpRequest, employer: Employer) -> HttpResponse:
    """Declarations of one employer."""
    told = _listed(request, employer.declarations.all())
    return render(
        request,
        "portal/employer_declarations.html",
        {**told, "employer": employer, "tabs": tabs(request, employer)},
    )


@guarded(Right.READ_EMPLOYER)
def declaration_page(request: HttpRequest, employer: Employer, declaration: int) -> HttpResponse:
    """One declaration: its check, its history, and what comes next."""
    row = found(
        employer.declarations.select_related("content", "answer", "sent_by"), pk=declaration
    )
    may = request.rights.allows(Right.DECLARE, employer)
    form = _form(row, request) if may else None
    if request.method == "POST":
        if form is None:
            return HttpResponseNotAllowed(["GET"])
        if form.is_valid():
            form.act(request, row)
            messages.success(request, word("declaration.recorded"))
            return redirect(
                "employer_declaration", number=employer.enterprise_number, declaration=row.pk
            )
    history = AuditEntry.objects.filter(object_kind="declaration", object_key=str(row.pk))
    return render(
        request,
        "portal/employer_declaration.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "row": row,
            "findings": _findings(row),
            "history": history,
            "form": form,
        },
        status=422 if form is not None and form.errors else 200,
    )


@guarded(Right.READ_EMPLOYER)
def declaration_file(request: HttpRequest, employer: Employer, declaration: int) -> HttpResponse:
    """The message itself, as a file."""
    row = found(employer.declarations.select_related("content"), pk=declaration)
    answer = HttpResponse(row.content.content, content_type="application/octet-stream")
    name = row.path.rsplit("/", 1)[-1]
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _findings(row: Declaration) -> Sequence[Finding]:
    return check(row.content.content, language=language())


def _form(row: Declaration, request: HttpRequest) -> SentForm | AnswerForm | None:
    given = (request.POST or None, request.FILES or None)
    if row.state in (Declaration.State.READY, Declaration.State.REFUSED):
        return SentForm(*given, initial={"version": row.version, "day": today()})
    if row.state == Declaration.State.SENT:
        return AnswerForm(*given, initial={"version": row.version, "day": today()})
    return None


class _Dated(forms.Form):
    day = forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *given: Any, **how: Any) -> None:
        super().__init__(*given, **how)
        for name in self.fields:
            if name != "version":
                self.fields[name].label = word(f"declaration.{name}")


class SentForm(_Dated):
    """It was sent, under this reference."""

    reference = forms.CharField(max_length=100)
    title = "declaration.sent_title"

    def act(self, request: HttpRequest, row: Declaration) -> None:
        """Record it; the mandate of that day is asked."""
        given = self.cleaned_data
        acts.sent(actor(request), row, given["version"], given["day"], given["reference"])


class AnswerForm(_Dated):
    """The authority's answer, as received."""

    accepted = forms.ChoiceField()
    answer = forms.FileField(required=False)
    note = forms.CharField(required=False, max_length=500)
    title = "declaration.answer_title"

    def __init__(self, *given: Any, **how: Any) -> None:
        super().__init__(*given, **how)
        self.fields["accepted"].choices = [
            ("yes", word("declaration.yes")),
            ("no", word("declaration.no")),
        ]

    def act(self, request: HttpRequest, row: Declaration) -> None:
        """Record it with its file."""
        given = self.cleaned_data
        acts.answered(
            actor(request),
            row,
            given["version"],
            given["day"],
            accepted=given["accepted"] == "yes",
            answer=given["answer"].read() if given["answer"] else b"",
            note=given["note"],
        )
