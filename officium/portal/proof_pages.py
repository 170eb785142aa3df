"""Evidence packs and the audit trail."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from officium.office.acts import audit, evidence
from officium.office.clock import today
from officium.office.keys import office_root
from officium.office.models import AuditEntry, Employer
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal.door import actor, guarded, own
from officium.portal.lists import filters, paged
from officium.portal.tabs import tabs
from officium.portal.words import word
from officium.proof import recourse


@guarded(Right.READ_EVIDENCE)
@require_http_methods(["GET", "POST"])
def employer_evidence(request: HttpRequest, employer: Employer) -> HttpResponse:
    """What a pack holds, and the button that makes it."""
    form = PeriodForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        content = evidence.pack(actor(request), employer, given["first"], given["last"])
        answer = HttpResponse(content, content_type="application/zip")
        name = f"evidence-{employer.enterprise_number}-{given['first']}-{given['last']}.zip"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer
    made = AuditEntry.objects.filter(
        acting_for=employer.enterprise_number, action="evidence.made"
    ).order_by("-number")[:20]
    return render(
        request,
        "portal/employer_evidence.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "form": form,
            "made": made,
            "recourse": recourse(language()),
        },
        status=422 if form.errors else 200,
    )


@own
@require_GET
def root_certificate(request: HttpRequest) -> HttpResponse:
    """The certificate with which anybody verifies what this office signed."""
    answer = HttpResponse(office_root(), content_type="application/x-pem-file")
    answer["Content-Disposition"] = 'attachment; filename="office-root.pem"'
    return answer


@guarded(Right.READ_AUDIT)
@require_GET
def audit_page(request: HttpRequest) -> HttpResponse:
    """The audit trail, latest first; filters `action` (its beginning), `employer`, `actor`."""
    rows = AuditEntry.objects.order_by("-number")
    action, number = request.GET.get("action", ""), request.GET.get("employer", "")
    who = request.GET.get("actor", "")
    if action:
        rows = rows.filter(action__startswith=action)
    if number:
        rows = rows.filter(acting_for=number)
    if who:
        rows = rows.filter(actor=who)
    return render(
        request,
        "portal/audit.html",
        {
            "page": paged(request, rows),
            "query": filters(request),
            "action": action,
            "number": number,
            "who": who,
            "findings": audit.examined(language()) if "verify" in request.GET else None,
        },
    )


class PeriodForm(forms.Form):
    """From a day to a day."""

    first = forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    last = forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))

    def __init__(self, *given: Any, **how: Any) -> None:
        super().__init__(*given, **how)
        self.fields["first"].label = word("proof.first")
        self.fields["last"].label = word("proof.last")
        self.fields["first"].initial = today().replace(month=1, day=1)
        self.fields["last"].initial = today()

    def clean(self) -> dict[str, Any]:
        """In their order."""
        given = super().clean() or {}
        if given.get("first") and given.get("last") and given["last"] < given["first"]:
            self.add_error("last", word("proof.order"))
        return given
