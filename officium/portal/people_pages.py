"""The people of an employer: the list, and one person with contracts, terms and address."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_http_methods

from officium.language import number
from officium.office.acts.records import records_of
from officium.office.acts.search import digits_of, sought
from officium.office.acts.workers import show_number
from officium.office.clock import today
from officium.office.models import Employer, Worker
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal.addresses import address
from officium.portal.door import actor, guarded
from officium.portal.lists import filters, paged
from officium.portal.numbers import hidden_inss, inss, short_account
from officium.portal.states import name_of
from officium.portal.tabs import tabs
from officium.portal.words import word

STATES = ("in_service", "to_come", "left")
PAYSLIPS = 12


def state_of(worker: Worker, day: date) -> str:
    """Whether the worker is in service, yet to begin, or gone."""
    if worker.begins > day:
        return "to_come"
    return "left" if worker.ends and worker.ends < day else "in_service"


def _in_state(rows: QuerySet[Worker], state: str, day: date) -> QuerySet[Worker]:
    open_ended = Q(ends__isnull=True) | Q(ends__gte=day)
    asked = {
        "in_service": Q(begins__lte=day) & open_ended,
        "to_come": Q(begins__gt=day),
        "left": Q(ends__lt=day),
    }
    return rows.filter(asked[state]) if state in asked else rows


@guarded(Right.READ_PEOPLE)
@require_GET
def people_page(request: HttpRequest, employer: Employer) -> HttpResponse:
    """Filters: `q` (a part of the name, a staff number, the beginning of an INSS) and `state`."""
    day, text = today(), request.GET.get("q", "").strip()[:100]
    state = request.GET.get("state", "")
    rows = _in_state(employer.workers.all(), state, day)
    if text:
        named = Q(sought__contains=sought(text)) | Q(staff_number__iexact=text)
        digits = digits_of(text)
        rows = rows.filter(named | Q(inss__startswith=digits) if digits else named)
    page = paged(request, rows)
    return render(
        request,
        "portal/people.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "page": page,
            "rows": [(one, state_of(one, day)) for one in page],
            "query": filters(request),
            "text": text,
            "state": state,
            "states": [(one, name_of(one)) for one in STATES],
        },
    )


@guarded(Right.READ_PEOPLE)
@require_http_methods(["GET", "POST"])
def person_page(request: HttpRequest, employer: Employer, staff_number: str) -> HttpResponse:
    """One person; a POST shows the INSS, and the audit trail keeps who asked."""
    row = get_object_or_404(employer.workers, staff_number=staff_number)
    row.employer = employer
    shown = inss(show_number(actor(request), row)) if request.method == "POST" else ""
    if shown and request.headers.get("HX-Request"):
        return HttpResponse(shown)
    day = today()
    record = next(
        (one for one in records_of(employer).workers if one.staff_number == staff_number), None
    )
    return render(
        request,
        "portal/person.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "row": row,
            "state": state_of(row, day),
            "record": record,
            "number": shown,
            "hidden": hidden_inss(),
            "account": short_account(record.iban) if record and record.iban else "",
            "contracts": [_contract(one, day) for one in record.contracts] if record else [],
            "payslips": _payslips(request, row),
        },
    )


def _contract(contract: Any, day: date) -> dict[str, Any]:
    """A contract with its terms, the latest first; those that hold on the day are marked."""
    holding = contract.terms_on(min(max(day, contract.begins), contract.ends or date.max))
    return {
        "contract": contract,
        "status": word(f"person.{contract.status}"),
        "end_reason": word(f"person.end_{contract.end_reason}") if contract.end_reason else "",
        "terms": [
            {"terms": one, "holds": one is holding, "hours": _hours(one), "pay": _pay(one)}
            for one in reversed(contract.terms)
        ],
    }


def _hours(terms: Any) -> str:
    own = number(terms.hours_per_week, 2, language())
    full = number(terms.full_time_hours, 2, language())
    return word("person.hours", hours=own, full=full)


def _pay(terms: Any) -> tuple[str, str]:
    """The basic pay and its unit."""
    for name, decimals in (
        ("monthly_pay", 2),
        ("daily_wage", 2),
        ("hourly_wage", 4),
        ("agreed_net", 2),
    ):
        value = getattr(terms, name)
        if value is not None:
            return number(value, decimals, language()), word(f"person.{name}")
    return "·", word("person.by_piece")


def _payslips(request: HttpRequest, worker: Worker) -> list[tuple[Any, str]]:
    rows = request.rights.payslips().filter(worker=worker, published__isnull=False)
    return [(one, address("payslip", payslip=one.pk)) for one in rows.order_by("-month")[:PAYSLIPS]]
