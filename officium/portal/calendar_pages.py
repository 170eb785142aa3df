"""The calendar of obligations: of the office by day, of one employer with law, cost, proof; its feed."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET
from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from officium.findings import BadInput
from officium.language import number
from officium.obligations import Due, duties, duty_told, notes, say, say_of_cost
from officium.office.acts import duties as acts
from officium.office.clock import today
from officium.office.models import DutyDue, DutyMark, Employer
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal.door import actor, found, guarded, public
from officium.portal.dues import due_name
from officium.portal.lists import filters, paged
from officium.portal.tabs import tabs
from officium.portal.words import word

STATES = ("late", "waiting_for_data", "ready", "sent", "refused", "accepted", "done", "not_due")
_SHOWN_BEFORE, _SHOWN_AFTER = timedelta(days=60), timedelta(days=120)


def _in_state(rows: QuerySet[DutyDue], state: str, day: date) -> QuerySet[DutyDue]:
    """`late` is asked with the day; what is late stands under no other state."""
    late = Q(is_open=True, day__lt=day)
    if state == "late":
        return rows.filter(late)
    return rows.filter(state=state).exclude(late) if state in STATES else rows


def _row(due: DutyDue, day: date) -> dict[str, Any]:
    is_late = due.is_open and due.day is not None and due.day < day
    return {
        "row": due,
        "name": due_name(due.duty),
        "state": "late" if is_late else due.state,
        "late_days": (day - due.day).days if is_late else 0,
        "by_employer": due.performer == "employer",
    }


@guarded(Right.READ_EMPLOYER)
@require_GET
def calendar_page(request: HttpRequest) -> HttpResponse:
    """What is due for all employers that the person sees; filters `duty`, `state`, `day`."""
    day = today()
    rows = DutyDue.objects.filter(employer__in=request.rights.employers(), day__isnull=False)
    counts = rows.aggregate(
        **{f"n_{state}": Count("pk", _state_filter(state, day)) for state in STATES}
    )
    name, state = request.GET.get("duty", ""), request.GET.get("state", "")
    on = parse_date(request.GET.get("day", "")) if request.GET.get("day") else None
    known = {one.id for one in duties()}
    if name in known:
        rows = rows.filter(duty=name)
    if on:
        rows = rows.filter(day=on)
    elif not state:
        rows = rows.filter(Q(is_open=True) | Q(day__gte=day)).filter(day__lte=day + _SHOWN_AFTER)
    rows = _in_state(rows, state, day).select_related("employer").order_by("day", "duty", "pk")
    page = paged(request, rows)
    return render(
        request,
        "portal/calendar.html",
        {
            "page": page,
            "rows": [_row(one, day) for one in page.object_list],
            "query": filters(request),
            "states": [
                {"state": one, "count": counts[f"n_{one}"]} for one in STATES if counts[f"n_{one}"]
            ],
            "wanted": state,
            "wanted_duty": name,
            "duties": sorted(
                ({"id": one.id, "name": one.names[language()]} for one in duties()),
                key=lambda one: one["name"].casefold(),
            ),
        },
    )


def _state_filter(state: str, day: date) -> Q:
    late = Q(is_open=True, day__lt=day)
    return late if state == "late" else Q(state=state) & ~late


@guarded(Right.READ_EMPLOYER)
@require_GET
def employer_calendar(request: HttpRequest, employer: Employer) -> HttpResponse:
    """The calendar of an employer: two months back and four ahead, and what holds at all times."""
    day = today()
    rows = DutyDue.objects.filter(employer=employer).order_by("day", "duty", "pk")
    inside = rows.filter(
        Q(day__range=(day - _SHOWN_BEFORE, day + _SHOWN_AFTER)) | Q(is_open=True, day__lt=day)
    )
    state = request.GET.get("state", "")
    page = paged(request, _in_state(inside, state, day))
    return render(
        request,
        "portal/employer_calendar.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "page": page,
            "rows": [_row(one, day) for one in page.object_list],
            "query": filters(request),
            "always": [_row(one, day) for one in rows.filter(day__isnull=True)],
            "feed": request.build_absolute_uri(f"/calendar/{employer.calendar_token}.ics"),
            "states": [
                {"state": one, "count": _in_state(inside, one, day).count()} for one in STATES
            ],
            "wanted": state,
        },
    )


@guarded(Right.READ_EMPLOYER)
def employer_due(request: HttpRequest, employer: Employer, due: int) -> HttpResponse:
    """One due obligation: law, days, state, proofs, what lateness costs; and a form to record it."""
    row = found(DutyDue.objects.filter(employer=employer), pk=due)
    may_mark = request.rights.allows(Right.MARK_DUTY, employer)
    form = MarkForm(request.POST or None, request.FILES or None) if may_mark else None
    if request.method == "POST":
        if form is None:
            return HttpResponseNotAllowed(["GET"])
        if form.is_valid() and _marked(request, employer, row, form):
            return redirect("employer_calendar", number=employer.enterprise_number)
    day = today()
    whole = acts.due_of(employer, row)
    return render(
        request,
        "portal/employer_due.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            **_row(row, day),
            "told": duty_told(whole.duty, language()) if whole else None,
            "notes": list(notes(whole, language())) if whole else [],
            "marks": DutyMark.objects.filter(employer=employer, key=row.key).select_related("by"),
            "cost": _cost(employer, whole) if whole else [],
            "form": form,
        },
        status=422 if form is not None and form.errors else 200,
    )


def _marked(request: HttpRequest, employer: Employer, row: DutyDue, form: MarkForm) -> bool:
    given = form.cleaned_data
    proof = given["proof"]
    try:
        acts.mark(
            actor(request),
            employer,
            row.key,
            given["state"],
            given["day"],
            note=given["note"],
            proof=proof.read() if proof else b"",
            proof_name=proof.name if proof else "",
        )
    except BadInput as refusal:
        form.add_error(None, refusal.message)
        return False
    messages.success(request, word("calendar.marked"))
    return True


def _cost(employer: Employer, due: Due) -> list[dict[str, Any]]:
    lines = []
    for line in acts.cost_of(employer, due):
        amount = ""
        if line.high is not None:
            low = number(line.low or 0, 2, language())
            high = number(line.high, 2, language())
            kind = "exact" if line.low == line.high else "left" if line.waivers else "between"
            amount = say_of_cost("text", kind, language(), low=low, high=high)
        lines.append(
            {
                "kind": say_of_cost("kind", line.kind, language()),
                "amount": amount,
                "text": line.text(language()) if line.key else "",
                "basis": line.basis,
                "owed": say_of_cost("debtor", line.owed_by, language()),
                "waivers": [
                    {
                        "basis": way.basis,
                        "percent": way.percent,
                        "is_open": say_of_cost(
                            "text", "open" if way.is_open else "closed", language()
                        ),
                    }
                    for way in line.waivers
                ],
            }
        )
    return lines


@public
@require_GET
def feed(request: HttpRequest, feed_token: str) -> HttpResponse:
    """The calendar of one employer for calendar programs, behind its secret address.

    No worker is named in it. Unchanged since the last time (ETag): 304.
    """
    employer = Employer.objects.filter(calendar_token=feed_token).first()
    if employer is None:
        raise Http404
    day = today()
    calendar = Calendar()
    calendar.add("prodid", "-//Officium//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", employer.name)
    rows = DutyDue.objects.filter(
        employer=employer, day__range=(day - _SHOWN_BEFORE, day + timedelta(days=400))
    ).order_by("day", "key")
    for row in rows:
        digest = hashlib.sha256(f"{employer.pk}:{row.key}".encode()).hexdigest()[:32]
        entry = Entry()
        entry.add("uid", f"{digest}@officium")
        entry.add("dtstamp", datetime.combine(row.day, time(6)))
        entry.add("dtstart", row.day)
        entry.add("summary", f"{due_name(row.duty)} {row.period}".strip())
        entry.add("description", say("state", row.state, language()))
        entry.add("transp", "TRANSPARENT")
        if row.is_open:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", due_name(row.duty))
            alarm.add("trigger", timedelta(days=-3))
            entry.add_component(alarm)
        calendar.add_component(entry)
    content = calendar.to_ical()
    etag = f'"{hashlib.sha256(content).hexdigest()}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponse(status=304)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = etag
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


class MarkForm(forms.Form):
    """What was done about an obligation, with its proof."""

    state = forms.ChoiceField()
    day = forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    proof = forms.FileField(required=False)
    note = forms.CharField(required=False, max_length=500)

    def __init__(self, *given: Any, **how: Any) -> None:
        super().__init__(*given, **how)
        recorded = ("done", "sent", "accepted", "refused", "ready")
        self.fields["state"].label = word("calendar.state")
        self.fields["state"].choices = [(one, say("state", one, language())) for one in recorded]
        self.fields["day"].label = word("calendar.day")
        self.fields["day"].initial = today()
        self.fields["proof"].label = word("calendar.proof")
        self.fields["proof"].help_text = word("calendar.proof_hint")
        self.fields["note"].label = word("calendar.note")
