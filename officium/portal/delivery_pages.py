"""What an employer delivers for a month: what is missing, by when; a file or a form; and its receipt."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from officium.findings import BadInput, Severity
from officium.intake import LARGEST, form_table, forms, in_service, template, words
from officium.law import Month
from officium.office.acts import deliveries
from officium.office.acts.pay_dates import pay_dates
from officium.office.acts.records import records_of
from officium.office.clock import today
from officium.office.models import Delivery, Employer
from officium.office.refusals import Forbidden
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal.door import actor, found, guarded
from officium.portal.downloads import download
from officium.portal.lists import filters, paged
from officium.portal.month_view import row_of
from officium.portal.problems import told
from officium.portal.tabs import tabs
from officium.portal.words import word

KINDS = ("xlsx", "csv")
# Of a finding that stands at many places, so many are named.
_PLACES = 12
_TONES = {"error": ("stop", "blocked"), "fatal": ("stop", "blocked"), "warning": ("wait", "late")}


def _month(text: str) -> Month:
    """The month of the address, or 404."""
    try:
        return Month.parse(text)
    except ValueError as error:
        raise Http404 from error


@guarded(Right.READ_EMPLOYER)
@require_GET
def employer_deliveries(request: HttpRequest, employer: Employer) -> HttpResponse:
    """The months for which data are expected now, and every delivery that came."""
    this = Month.of(today())
    before = Month.of(this.first - timedelta(days=1))
    rows = employer.deliveries.select_related("by").defer("findings")
    page = paged(request, rows)
    return render(
        request,
        "portal/employer_deliveries.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "months": [
                (str(month), row_of(employer, month), pay_dates(employer, month))
                for month in (this, before)
            ],
            "page": page,
            "query": filters(request),
        },
    )


@guarded(Right.READ_EMPLOYER)
@require_http_methods(["GET", "POST"])
def delivery_month(request: HttpRequest, employer: Employer, month: str) -> HttpResponse:
    """What is missing of a month, and taking a file for it."""
    of = _month(month)
    mistake = None
    if request.method == "POST":
        try:
            made = deliveries.deliver(actor(request), employer, of, *_file(request))
        except Forbidden:
            raise
        except BadInput as refusal:
            message, remedy = told(refusal)
            mistake = {"message": message, "remedy": remedy, "where": refusal.where}
        else:
            return redirect("delivery", number=employer.enterprise_number, delivery=made.pk)
    records = records_of(employer)
    people = in_service(records, records.employers[0], of)
    lacks = {(one.staff_number, one.contract): one for one in deliveries.missing(employer, of)}
    return render(
        request,
        "portal/delivery_month.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "month": month,
            "row": row_of(employer, of),
            "dates": pay_dates(employer, of),
            "today": today(),
            "people": [(one, lacks.get(one.key)) for one in people],
            "complete": len(people) - len(lacks),
            "lacking": len(lacks),
            "deliveries": employer.deliveries.filter(month=month).select_related("by"),
            "may_deliver": request.rights.allows(Right.DELIVER_DATA, employer),
            "kinds": KINDS,
            "mistake": mistake,
        },
        status=422 if mistake else 200,
    )


def _file(request: HttpRequest) -> tuple[str, str, bytes]:
    """Channel, name and content of the file that was sent. Raises BadInput."""
    file = request.FILES.get("file")
    if file is None:
        raise BadInput(word("delivery.no_file"), code="no_file")
    if file.size > LARGEST:
        raise BadInput(word("delivery.too_large"), code="large_file", where=file.name)
    channel = "xlsx" if file.name.lower().endswith((".xlsx", ".xlsm")) else "csv"
    return channel, file.name, file.read()


@guarded(Right.READ_PEOPLE)
@require_GET
def template_file(request: HttpRequest, employer: Employer, month: str, kind: str) -> HttpResponse:
    """What the employer fills in for the month, as the records have it now."""
    if kind not in KINDS:
        raise Http404
    records = records_of(employer)
    content = template(records, records.employers[0], _month(month), kind, language())
    return download(content, f"{employer.name}-{month}.{kind}")


@guarded(Right.DELIVER_DATA)
@require_http_methods(["GET", "POST"])
def form_page(
    request: HttpRequest, employer: Employer, month: str, staff_number: str, contract: int
) -> HttpResponse:
    """The days of one person; what was typed is delivered like any file, and receipted."""
    of = _month(month)
    records = records_of(employer)
    form = forms(records, records.employers[0], of, language()).get((staff_number, contract))
    if form is None:
        raise Http404
    typed = {one.day: one.text for one in form.days}
    wrong: dict[str, list[str]] = {}
    mistake = None
    if request.method == "POST":
        typed = {
            one.day: request.POST.get(f"day-{one.day.isoformat()}", "")[:80] for one in form.days
        }
        name = f"form-{staff_number}-{contract}-{month}.csv"
        content = form_table(form, typed)
        try:
            made = deliveries.deliver(actor(request), employer, of, "form", name, content)
        except Forbidden:
            raise
        except BadInput as refusal:
            message, remedy = told(refusal)
            mistake = {"message": message, "remedy": remedy, "where": refusal.where}
        else:
            if made.accepted:
                return redirect("delivery", number=employer.enterprise_number, delivery=made.pk)
            wrong, mistake = _by_day(made, form), {"message": word("delivery.form_wrong")}
    return render(
        request,
        "portal/delivery_form.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "month": month,
            "form": form,
            "days": [(one, typed[one.day], wrong.get(one.day.isoformat())) for one in form.days],
            "other": wrong.get("", []),
            "words": words(language()),
            "mistake": mistake,
        },
        status=422 if mistake else 200,
    )


def _by_day(made: Delivery, form: Any) -> dict[str, list[str]]:
    """What is wrong, by the day whose line it stands on; what is of no day under an empty name."""
    days = {at: one.day.isoformat() for at, one in enumerate(form.days, start=2)}
    wrong: dict[str, list[str]] = {}
    for one in made.findings:
        if Severity(one["severity"]).blocks:
            wrong.setdefault(days.get(one["line"], ""), []).append(one["message"])
    return wrong


@guarded(Right.READ_EMPLOYER)
def receipt_page(request: HttpRequest, employer: Employer, delivery: int) -> HttpResponse:
    """The receipt: number, digest, moment; what is wrong by cell; what is still missing."""
    held = found(employer.deliveries.select_related("by"), pk=delivery)
    of = Month.parse(held.month)
    return render(
        request,
        "portal/delivery.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "delivery": held,
            "findings": _findings(held.findings),
            "lacks": deliveries.missing(employer, of) if held.accepted else (),
        },
    )


def _findings(told_ones: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The findings of a delivery as `parts/finding.html` shows them: what says the same, once.

    Its places are the cells of a sheet, or the columns and lines of a table.
    """
    places: dict[tuple[str, str], list[str]] = {}
    for one in told_ones:
        line = word("month.line", number=one["line"]) if one["line"] else ""
        place = ", ".join(filter(None, (one["path"], line)))
        places.setdefault((one["severity"], one["message"]), []).append(place)
    shown = []
    for (severity, message), at in places.items():
        tone, shape = _TONES.get(severity, ("info", "note"))
        named = [*filter(None, at[:_PLACES])]
        if len(at) > _PLACES:
            named.append(word("delivery.more_places", count=len(at) - _PLACES))
        where = " · ".join(named)
        shown.append({"tone": tone, "shape": shape, "title": message, "place": where})
    return shown


@guarded(Right.READ_PEOPLE)
def delivery_file(request: HttpRequest, employer: Employer, delivery: int) -> HttpResponse:
    """The delivery as it came in, byte for byte."""
    held = found(employer.deliveries.select_related("content"), pk=delivery)
    return download(held.content.content, held.name)
