"""Payslips: one's own and those of an employer, and each one explained to the last cent."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET

from officium.documents import fact_html, payslip_html
from officium.language import cents_of
from officium.office.acts.payslips import explained
from officium.office.models import Employer, Payslip
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal.addresses import address
from officium.portal.door import guarded
from officium.portal.downloads import download
from officium.portal.lists import filters, paged
from officium.portal.tabs import tabs
from officium.portal.words import word

# The totals that are withheld, by the item of the decree of 27 September 1966.
_WITHHELD = (("8", "c3", "social"), ("11", "c2", "tax"))


@guarded(Right.READ_PAYSLIP)
@require_GET
def payslips_page(request: HttpRequest) -> HttpResponse:
    """The published payslips that the person may read; filter `year`."""
    return _listed(request, "portal/payslips.html")


@guarded(Right.READ_EMPLOYER)
@require_GET
def employer_payslips_page(request: HttpRequest, employer: Employer) -> HttpResponse:
    """The published payslips of an employer; filter `year`."""
    return _listed(request, "portal/employer_payslips.html", employer)


def _listed(request: HttpRequest, template: str, employer: Employer | None = None) -> HttpResponse:
    rows = request.rights.payslips().filter(published__isnull=False)
    if employer is not None:
        rows = rows.filter(employer=employer)
    months = rows.order_by("-month").values_list("month", flat=True).distinct()
    years = list(dict.fromkeys(month[:4] for month in months))
    year = request.GET.get("year", "")
    if year in years:
        rows = rows.filter(month__startswith=f"{year}-")
    rows = rows.select_related("worker", "employer").order_by(
        "-month", "worker__surname", "worker__first_name", "pk"
    )
    page = paged(request, rows)
    return render(
        request,
        template,
        {
            "employer": employer,
            "tabs": tabs(request, employer) if employer else (),
            "page": page,
            "rows": [(one, address("payslip", payslip=one.pk)) for one in page],
            "query": filters(request),
            "years": years,
            "year": year if year in years else "",
            "is_own": not request.rights.somewhere(Right.READ_EMPLOYER),
        },
    )


@guarded(Right.READ_PAYSLIP)
@require_GET
def payslip_page(request: HttpRequest, payslip: Payslip) -> HttpResponse:
    """A payslip: the net first, then every line in the order of the decree; each opens."""
    held = explained(payslip, language())
    shown = payslip_html(held.document, language(), _fact_address(payslip))
    return _shown(
        request,
        "portal/payslip.html",
        payslip,
        held.document,
        body=_safe(shown),
        is_as_made=held.is_as_made,
        bar=_bar(payslip, held.document),
    )


@guarded(Right.READ_PAYSLIP)
@require_GET
def fact_page(request: HttpRequest, payslip: Payslip, fact: str) -> HttpResponse:
    """One figure of a payslip, open, and what it rests on."""
    held = explained(payslip, language())
    shown = fact_html(held.document, fact, language(), _fact_address(payslip))
    if shown is None:
        raise Http404
    told = held.document["explanation"]["facts"][fact]
    return _shown(
        request,
        "portal/payslip_fact.html",
        payslip,
        held.document,
        body=_safe(shown),
        is_as_made=held.is_as_made,
        told=told,
        users=_users(held.document, fact),
    )


@guarded(Right.READ_PAYSLIP)
@require_GET
def payslip_paper(request: HttpRequest, payslip: Payslip) -> HttpResponse:
    """The payslip as a PDF, in the worker's own language."""
    return download(payslip.paper.content, f"{_name(payslip)}.pdf")


@guarded(Right.READ_PAYSLIP)
@require_GET
def payslip_document(request: HttpRequest, payslip: Payslip) -> HttpResponse:
    """The payslip as JSON, with its explanation and the question that it answered."""
    return download(payslip.document.content, f"{_name(payslip)}.json")


def _name(payslip: Payslip) -> str:
    return f"{payslip.month}-{payslip.worker.staff_number}"


def _safe(shown: str) -> SafeString:
    """What the room of documents rendered, every text of it escaped there."""
    return mark_safe(shown)


def _fact_address(payslip: Payslip) -> Any:
    return lambda key: reverse("payslip_fact", kwargs={"payslip": payslip.pk, "fact": key})


def _users(document: dict[str, Any], fact: str) -> list[tuple[str, str]]:
    """Which other figures use this one: key and name."""
    facts = document["explanation"]["facts"]
    return [(key, told["name"]) for key, told in facts.items() if fact in told.get("uses", ())]


def _shown(
    request: HttpRequest, template: str, payslip: Payslip, document: dict[str, Any], **more: Any
) -> HttpResponse:
    is_worker = not request.rights.somewhere(Right.READ_EMPLOYER)
    month = {"number": payslip.employer.enterprise_number, "month": payslip.month}
    return render(
        request,
        template,
        {
            "payslip": payslip,
            "document": document,
            "is_own": is_worker,
            "month_url": "" if is_worker else address("employer_month", **month),
            "state": "" if payslip.published else "computed",
            **more,
        },
    )


def _bar(payslip: Payslip, document: dict[str, Any]) -> list[dict[str, Any]]:
    """What the gross becomes: net, tax, social security, the rest; none where a part is below nothing."""
    strong = {
        item: sum(
            cents_of(line["amount"])
            for line in document["lines"]
            if line["strong"] and line["item"] == item
        )
        for item, *_ in _WITHHELD
    }
    parts = [
        ("c1", "net", payslip.net),
        *((tone, name, strong[item]) for item, tone, name in _WITHHELD),
    ]
    rest = payslip.gross - sum(cents for *_, cents in parts)
    parts += [("c4", "rest", rest)] if rest else []
    if payslip.gross <= 0 or any(cents < 0 for *_, cents in parts):
        return []
    bar, start = [], 0
    for tone, name, cents in parts:
        told = word(f"payslip.bar_{name}")
        bar.append({"tone": tone, "name": told, "cents": cents, "start": start})
        start += cents
    return bar
