"""The months: of all employers, of one; each leads to the page where it is run."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from officium.law import Month
from officium.office.acts.search import employers_found
from officium.office.clock import today
from officium.office.models import Employer, PayMonth
from officium.office.rights import Right
from officium.portal import counts
from officium.portal.addresses import address
from officium.portal.door import guarded
from officium.portal.employers_page import STATES, month_of
from officium.portal.lists import filters, paged
from officium.portal.states import name_of
from officium.portal.tabs import tabs

# How many months from now back stand in the list of an employer, begun or not.
RECENT = 12


@guarded(Right.READ_EMPLOYER)
@require_GET
def months_page(request: HttpRequest) -> HttpResponse:
    """Filters: `month` (this one by default), `state`, `q` (name or number of the employer)."""
    month = month_of(request.GET.get("month", ""))
    state, sought = request.GET.get("state", ""), request.GET.get("q", "").strip()[:100]
    employers = request.rights.employers().filter(left__isnull=True)
    every = employers.count()
    begun = PayMonth.objects.filter(month=str(month))
    rows = employers_found(employers, sought) if sought else employers
    if state == PayMonth.State.WAITING:
        rows = rows.filter(~Q(pk__in=begun.exclude(state=state).values("employer")))
    elif state in STATES:
        rows = rows.filter(pk__in=begun.filter(state=state).values("employer"))
    page = paged(request, rows)
    held = {
        one.employer_id: one
        for one in begun.filter(employer__in=list(page)).select_related("run", "approved_by")
    }
    return render(
        request,
        "portal/months.html",
        {
            "month": str(month),
            "before": str(Month.of(month.first - timedelta(days=1))),
            "after": str(month.next),
            "counts": counts.months(request.rights, month, every),
            "page": page,
            "rows": [(one, *_told(one, held.get(one.pk), month)) for one in page],
            "query": filters(request),
            "state": state,
            "sought": sought,
            "states": [(one, name_of(one, "month")) for one in STATES],
        },
    )


def _told(employer: Employer, row: PayMonth | None, month: Month) -> tuple[Any, ...]:
    """The row of the month, its state, and its address."""
    given = {"number": employer.enterprise_number, "month": month}
    state = row.state if row else PayMonth.State.WAITING
    return row, state, address("employer_month", **given)


@guarded(Right.READ_EMPLOYER)
@require_GET
def employer_months_page(request: HttpRequest, employer: Employer) -> HttpResponse:
    """The months of an employer: those that began, and the last ones that did not."""
    held = {one.month: one for one in employer.months.select_related("run", "approved_by").defer()}
    month = Month.of(today())
    names = {str(month), *held}
    for _ in range(RECENT - 1):
        month = Month.of(month.first - timedelta(days=1))
        if month.last < employer.admitted and str(month) not in held:
            break
        names.add(str(month))
    page = paged(request, sorted(names, reverse=True))
    return render(
        request,
        "portal/employer_months.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "page": page,
            "rows": [(one, *_told(employer, held.get(one), Month.parse(one))) for one in page],
            "query": filters(request),
        },
    )
