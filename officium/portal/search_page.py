"""Search: employers and workers, by a part of a name or the beginning of a number."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from officium.office.acts.search import employers_found, workers_found
from officium.office.rights import Right
from officium.portal.door import guarded

MOST = 20


@guarded(Right.READ_EMPLOYER)
@require_GET
def search_page(request: HttpRequest) -> HttpResponse:
    """What `q` finds among what the person may see; the one hit there is opens at once."""
    sought = request.GET.get("q", "").strip()[:100]
    employers, workers = [], []
    if sought:
        employers = list(employers_found(request.rights.employers(), sought)[: MOST + 1])
        seen = request.rights.employers(Right.READ_PEOPLE)
        workers = list(workers_found(seen, sought)[: MOST + 1])
    # An INSS finds the worker, and with them their employer.
    if len(workers) == 1 and employers in ([], [workers[0].employer]):
        (worker,) = workers
        return redirect(
            "person", number=worker.employer.enterprise_number, staff_number=worker.staff_number
        )
    if len(employers) == 1 and not workers:
        return redirect("employer", number=employers[0].enterprise_number)
    return render(
        request,
        "portal/search.html",
        {
            "searched": sought,
            "employers": employers[:MOST],
            "workers": workers[:MOST],
            "more_employers": len(employers) > MOST,
            "more_workers": len(workers) > MOST,
        },
    )
