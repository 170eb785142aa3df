"""Mandates: who acts for an employer, from when, and what comes next."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from officium.law import Quarter
from officium.office.acts import mandates
from officium.office.acts.actor import Actor
from officium.office.clock import today
from officium.office.models import Employer
from officium.office.models import Mandate as Row
from officium.office.refusals import Refused
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal.door import found, guarded
from officium.portal.life_line import life_line
from officium.portal.tabs import tabs
from officium.portal.words import word
from officium.representation import Act, Group, Happening, Mandate, State, duties_of

_PAGE = 50
# What a click may record; signatures come from a verified document.
_BY_OFFICE = (Happening.NOTIFIED, Happening.RENOUNCED, Happening.END_NOTIFIED)


def _shown(row: Row, held: Mandate) -> dict[str, Any]:
    day = today()
    return {
        "row": row,
        "held": held,
        "state": str(held.state(day)),
        "group": held.group.name_in(language()),
        "tasks": [act.name_in(language()) for act in sorted(held.tasks)],
        "last_day": held.last_day(day),
        "events": [
            {
                "name": event.what.name_in(language()),
                "event": event,
                "is_employer": event.by == held.employer,
            }
            for event in held.events
        ],
    }


@guarded(Right.READ_EMPLOYER)
def mandates_page(request: HttpRequest) -> HttpResponse:
    """All mandates that the person may see, by state."""
    rows = Row.objects.filter(employer__in=request.rights.employers()).select_related("employer")
    wanted = request.GET.get("state", "")
    shown = [_shown(row, Mandate.from_json(row.document)) for row in rows]
    counts = [
        {"state": str(state), "count": sum(one["state"] == state for one in shown)}
        for state in State
    ]
    if wanted:
        shown = [one for one in shown if one["state"] == wanted]
    page = Paginator(shown, _PAGE).get_page(request.GET.get("page"))
    page.left = page.paginator.count - page.end_index()
    return render(
        request,
        "portal/mandates.html",
        {
            "page": page,
            "counts": [one for one in counts if one["count"]],
            "wanted": wanted,
            "query": f"state={wanted}&" if wanted else "",
        },
    )


@guarded(Right.READ_EMPLOYER)
def employer_mandates(request: HttpRequest, employer: Employer) -> HttpResponse:
    """The mandates of an employer as a line of quarters, and whether the operator may act."""
    rows = Row.objects.filter(employer=employer)
    shown = [_shown(row, Mandate.from_json(row.document)) for row in rows]
    asking = AskForm(request.GET if "act" in request.GET else None)
    answer = None
    if asking.is_bound and asking.is_valid():
        given = asking.cleaned_data
        means = "bank_transfer" if given["act"] == Act.COLLECT_CONTRIBUTIONS else None
        answer = mandates.answer(employer, given["act"], given["on"], means)
    return render(
        request,
        "portal/employer_mandates.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "shown": shown,
            "line": life_line([one["held"] for one in shown], today()),
            "asking": asking,
            "answer": answer
            and {
                "allowed": answer.allowed,
                "text": answer.text(language()),
                "remedy": answer.remedy(language()),
                "article": answer.article,
                "standing": answer.standing,
            },
            "may_draft": request.rights.allows(Right.CHANGE_MANDATE, employer),
        },
    )


@guarded(Right.CHANGE_MANDATE)
@require_http_methods(["GET", "POST"])
def new_mandate(request: HttpRequest, employer: Employer) -> HttpResponse:
    """A draft of a mandate to the operator."""
    form = DraftForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            row = mandates.drafted(
                Actor.person(request.user, request.rights),
                employer,
                group=Group(given["group"]),
                tasks=[Act(one) for one in given["tasks"]],
                first_day=Quarter.parse(given["begins"]).first,
            )
        except Refused as refusal:
            form.add_error(None, f"{refusal.message} {refusal.remedy}")
        else:
            return redirect("employer_mandate", number=employer.enterprise_number, key=row.key)
    return render(
        request,
        "portal/new_mandate.html",
        {"employer": employer, "tabs": tabs(request, employer), "form": form},
        status=422 if form.errors else 200,
    )


@guarded(Right.READ_EMPLOYER)
def employer_mandate(request: HttpRequest, employer: Employer, key: str) -> HttpResponse:
    """One mandate: its life, its documents, and what can happen next."""
    row = found(Row.objects.filter(employer=employer), key=key)
    held = Mandate.from_json(row.document)
    return render(
        request,
        "portal/employer_mandate.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            **_shown(row, held),
            "duties": list(duties_of(held, today())) if held.state(today()).is_over else [],
            "documents": row.documents.all(),
            "form": _event_form(request, employer),
        },
    )


@guarded(Right.READ_EMPLOYER)
def mandate_event(request: HttpRequest, employer: Employer, key: str) -> HttpResponse:
    """Record what happened; the act asks for the right of whoever did it."""
    row = found(Row.objects.filter(employer=employer), key=key)
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = _event_form(request, employer, request.POST)
    if not form.is_valid():
        for mistakes in form.errors.values():
            for mistake in mistakes:
                messages.error(request, mistake)
        return redirect("employer_mandate", number=employer.enterprise_number, key=key)
    given = form.cleaned_data
    what = Happening(given["what"])
    mandates.happened(
        Actor.person(request.user, request.rights),
        employer,
        row,
        given["version"],
        what,
        given["day"],
        by_employer=what == Happening.REVOKED,
        last_day=given["last_day"],
    )
    messages.success(request, word("mandate.recorded", what=what.name_in(language())))
    return redirect("employer_mandate", number=employer.enterprise_number, key=key)


class AskForm(forms.Form):
    """May the operator do this on that day?"""

    act = forms.ChoiceField()
    on = forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))

    def __init__(self, *given: Any, **how: Any) -> None:
        super().__init__(*given, **how)
        self.fields["act"].label = word("mandate.act")
        self.fields["act"].choices = [(str(act), act.name_in(language())) for act in Act]
        self.fields["on"].label = word("mandate.on")
        self.fields["on"].initial = today()


class DraftForm(forms.Form):
    """Group, tasks and first quarter of a new mandate."""

    group = forms.ChoiceField()
    tasks = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)
    begins = forms.ChoiceField()

    def __init__(self, *given: Any, **how: Any) -> None:
        super().__init__(*given, **how)
        this = Quarter(today().year, (today().month + 2) // 3)
        self.fields["group"].label = word("mandate.group")
        self.fields["group"].choices = [(str(group), group.name_in(language())) for group in Group]
        self.fields["tasks"].label = word("mandate.tasks")
        self.fields["tasks"].choices = [
            (str(act), act.name_in(language())) for act in Act if act is not Act.CONSULT
        ]
        self.fields["begins"].label = word("mandate.begins")
        self.fields["begins"].choices = [
            (str(this.before(-ahead)), str(this.before(-ahead))) for ahead in range(1, 6)
        ]


class EventForm(forms.Form):
    """What happened to a mandate, and when."""

    what = forms.ChoiceField()
    day = forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    last_day = forms.DateField(
        required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, choices: list[Happening], *given: Any, **how: Any) -> None:
        super().__init__(*given, **how)
        self.fields["what"].label = word("mandate.what")
        self.fields["what"].choices = [(str(one), one.name_in(language())) for one in choices]
        self.fields["day"].label = word("mandate.day")
        self.fields["day"].initial = today()
        self.fields["last_day"].label = word("mandate.last_day")
        self.fields["last_day"].help_text = word("mandate.last_day_hint")


def _event_form(request: HttpRequest, employer: Employer, posted: Any = None) -> EventForm | None:
    """The events that this person may record; None where there is none."""
    choices: list[Happening] = []
    if request.rights.allows(Right.CHANGE_MANDATE, employer):
        choices += _BY_OFFICE
    if request.rights.allows(Right.SIGN_FOR_EMPLOYER, employer):
        choices.append(Happening.REVOKED)
    return EventForm(choices, posted) if choices or posted else None
