"""The employers: the list with its filters, and one more that moves in."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from officium.findings import BadInput
from officium.law import Month
from officium.office.acts.archive import unpacked
from officium.office.acts.records import admit
from officium.office.acts.search import employers_found
from officium.office.clock import today
from officium.office.models import PayMonth
from officium.office.refusals import told
from officium.office.rights import Right
from officium.portal.door import actor, guarded
from officium.portal.lists import filters, paged
from officium.portal.states import name_of

STATES = tuple(PayMonth.State.values)
LARGEST = 16 * 2**20


def month_of(text: str) -> Month:
    """The month of the address, or this one."""
    try:
        return Month.parse(text)
    except ValueError:
        return Month.of(today())


@guarded(Right.READ_EMPLOYER)
@require_GET
def employers_page(request: HttpRequest) -> HttpResponse:
    """Filters: `q` (name or number), `state` of the month `month`, `left` (also who moved out)."""
    sought, state = request.GET.get("q", "").strip()[:100], request.GET.get("state", "")
    month = month_of(request.GET.get("month", ""))
    rows = request.rights.employers()
    if not request.GET.get("left"):
        rows = rows.filter(left__isnull=True)
    if sought:
        rows = employers_found(rows, sought)
    if state in STATES:
        in_state = PayMonth.objects.filter(month=str(month))
        if state == PayMonth.State.WAITING:
            begun = in_state.exclude(state=state).values("employer")
            rows = rows.filter(~Q(pk__in=begun))
        else:
            rows = rows.filter(pk__in=in_state.filter(state=state).values("employer"))
    page = paged(request, rows)
    states = dict(
        PayMonth.objects.filter(employer__in=list(page), month=str(month)).values_list(
            "employer", "state"
        )
    )
    return render(
        request,
        "portal/employers.html",
        {
            "page": page,
            "rows": [(one, states.get(one.pk, PayMonth.State.WAITING)) for one in page],
            "query": filters(request),
            "sought": sought,
            "state": state,
            "states": [(one, name_of(one, "month")) for one in STATES],
            "month": str(month),
            "with_left": bool(request.GET.get("left")),
            "may_admit": request.rights.allows(Right.ADMIT_EMPLOYER),
        },
    )


@guarded(Right.ADMIT_EMPLOYER)
@require_http_methods(["GET", "POST"])
def new_employer_page(request: HttpRequest) -> HttpResponse:
    """An employer moves in with its folder of records as a ZIP file."""
    mistake = None
    if request.method == "POST":
        try:
            employer = admit(actor(request), _texts(request))
        except BadInput as refusal:
            message, remedy = told(refusal)
            mistake = {"message": message, "remedy": remedy, "where": refusal.where}
        else:
            return redirect("employer", number=employer.enterprise_number)
    return render(
        request,
        "portal/new_employer.html",
        {"mistake": mistake},
        status=422 if mistake else 200,
    )


def _texts(request: HttpRequest) -> dict[str, str]:
    """The folder of the form. Raises BadInput."""
    file = request.FILES.get("folder")
    if file is None:
        raise BadInput("a ZIP file is expected", code="no_file", where="folder")
    if file.size > LARGEST:
        raise BadInput("is larger than 16 MB", code="too_large", where=file.name)
    return unpacked(file.read())
