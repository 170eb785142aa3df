"""The data of a month: what is missing and by when, the file to fill in, what came and its receipt."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from officium.intake import in_service, template
from officium.law import Month
from officium.office.acts import deliveries
from officium.office.acts.duties import delivery_day
from officium.office.acts.records import records_of
from officium.office.clock import today
from officium.office.models import Delivery, Employer, PayMonth
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal.door import actor, found, guarded
from officium.portal.downloads import download
from officium.portal.lists import filters, paged
from officium.portal.tabs import tabs
from officium.portal.words import word

KINDS = ("xlsx", "csv")
_MOST = 10 * 2**20


def _month(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError as error:
        raise Http404 from error


@guarded(Right.READ_EMPLOYER)
@require_GET
def employer_deliveries_page(request: HttpRequest, employer: Employer) -> HttpResponse:
    """All that the employer delivered, latest first; and the way to the running month."""
    page = paged(request, employer.deliveries.select_related("by"))
    return render(
        request,
        "portal/employer_deliveries.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "page": page,
            "query": filters(request),
            "month": str(Month.of(today())),
        },
    )


@guarded(Right.READ_EMPLOYER)
@require_http_methods(["GET", "POST"])
def employer_data_page(request: HttpRequest, employer: Employer, month: str) -> HttpResponse:
    """What is missing of a month, the file to fill in, and the form to deliver it."""
    of = _month(month)
    may = request.rights.allows(Right.DELIVER_DATA, employer)
    form = FileForm(request.POST or None, request.FILES or None) if may else None
    if request.method == "POST" and form is not None and form.is_valid():
        file = form.cleaned_data["file"]
        channel = "xlsx" if file.name.lower().endswith(".xlsx") else "csv"
        made = deliveries.deliver(actor(request), employer, of, channel, file.name, file.read())
        return redirect("delivery", number=employer.enterprise_number, delivery=made.pk)
    records = records_of(employer)
    lacks = deliveries.missing(employer, of)
    row = PayMonth.objects.filter(employer=employer, month=month).first()
    people = in_service(records, records.employers[0], of)
    return render(
        request,
        "portal/employer_data.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "month": month,
            "state": row.state if row else PayMonth.State.WAITING,
            "by": delivery_day(employer, of),
            "missing": [
                {"one": one, "days": ", ".join(str(day.day) for day in one.days)} for one in lacks
            ],
            "complete": len(people) - len(lacks),
            "expected": len(people),
            "kinds": KINDS,
            "form": form,
            "came": employer.deliveries.filter(month=month).select_related("by"),
        },
        status=422 if form is not None and form.errors else 200,
    )


@guarded(Right.READ_PEOPLE)
@require_GET
def template_page(request: HttpRequest, employer: Employer, month: str, kind: str) -> HttpResponse:
    """The file to fill in, filled in by the schedule, in the language of the page."""
    if kind not in KINDS:
        raise Http404
    records = records_of(employer)
    content = template(records, records.employers[0], _month(month), kind, language())
    return download(content, f"{employer.name}-{month}.{kind}")


@guarded(Right.READ_EMPLOYER)
def delivery_page(request: HttpRequest, employer: Employer, delivery: int) -> HttpResponse:
    """The receipt of a delivery: number, moment, digest, and what was found in it, by cell."""
    row = found(employer.deliveries.select_related("by"), pk=delivery)
    return render(
        request,
        "portal/delivery.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "row": row,
            "findings": [_told(one) for one in row.findings],
        },
    )


def _told(one: dict[str, Any]) -> dict[str, Any]:
    blocks = one["severity"] in ("fatal", "error")
    return {
        "title": one["message"],
        "place": one["path"] or "",
        "tone": "stop" if blocks else "wait",
        "shape": "blocked" if blocks else "late",
    }


@guarded(Right.READ_PEOPLE)
def delivered_file(request: HttpRequest, employer: Employer, delivery: int) -> HttpResponse:
    """The delivery as it came."""
    row: Delivery = found(employer.deliveries.select_related("content"), pk=delivery)
    return download(row.content.content, row.name)


class FileForm(forms.Form):
    """A workbook or a table."""

    file = forms.FileField()

    def __init__(self, *given: Any, **how: Any) -> None:
        super().__init__(*given, **how)
        self.fields["file"].label = word("delivery.file")
        self.fields["file"].help_text = word("delivery.file_hint")
        self.fields["file"].widget.attrs["accept"] = ".xlsx,.csv"

    def clean_file(self) -> Any:
        """Not larger than a month needs."""
        file = self.cleaned_data["file"]
        if file.size > _MOST:
            raise forms.ValidationError(word("delivery.too_large"))
        return file
