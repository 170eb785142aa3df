"""One employer at a glance: what is due, who acts, people, months, money."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from officium.office.clock import today
from officium.office.models import Assignment, DutyDue, Employer, Operator, Role
from officium.office.rights import Right
from officium.office.tongue import language
from officium.portal.addresses import address
from officium.portal.counts import Counts, block
from officium.portal.door import guarded
from officium.portal.dues import due_name
from officium.portal.holdups import Waiting, holdups
from officium.portal.tabs import tab_address, tabs
from officium.portal.templatetags.office import period
from officium.portal.words import word
from officium.representation import Mandate

LATE, NEXT, MONTHS, QUARTERS = 4, 6, 4, 4


@guarded(Right.READ_EMPLOYER)
@require_GET
def employer_page(request: HttpRequest, employer: Employer) -> HttpResponse:
    """The overview of an employer."""
    day = today()
    mandates = _mandates(employer, day)
    main = next((one for one in mandates if one["is_main"]), None)
    return render(
        request,
        "portal/employer.html",
        {
            "employer": employer,
            "tabs": tabs(request, employer),
            "holdups": holdups(Waiting.of(request.rights, day, employer)),
            "dues": _dues(employer, day),
            "all_dues": tab_address(employer, "employer_calendar"),
            "people": _people(employer, day),
            "months": [
                (one, _month_address(employer, one.month)) for one in employer.months.all()[:MONTHS]
            ],
            "all_months": tab_address(employer, "employer_months"),
            "mandates": mandates,
            "main_mandate": main,
            "accountants": _accountants(employer, day),
            "money": _money(employer)
            if request.rights.allows(Right.READ_MONEY, employer)
            else None,
            "evidence": tab_address(employer, "employer_evidence"),
        },
    )


def _month_address(employer: Employer, month: str) -> str:
    return address("employer_month", number=employer.enterprise_number, month=month)


def _dues(employer: Employer, day: date) -> list[dict[str, Any]]:
    """The last that are late and open, then what comes next."""
    rows = DutyDue.objects.filter(employer=employer, day__isnull=False)
    late = list(rows.filter(is_open=True, day__lt=day).order_by("-day", "key")[:LATE])[::-1]
    following = list(rows.filter(day__gte=day).order_by("day", "key")[:NEXT])
    return [
        {
            "day": one.day,
            "name": due_name(one.duty),
            "of": " · ".join(filter(None, (period(one.period), one.subject))),
            "by_employer": one.performer == "employer",
            "state": "late" if one.is_open and one.day < day else one.state,
            "late_days": (day - one.day).days if one.is_open else 0,
        }
        for one in [*late, *following]
    ]


def _people(employer: Employer, day: date) -> Counts:
    counted = employer.workers.aggregate(
        in_service=Count("pk", Q(begins__lte=day) & (Q(ends__isnull=True) | Q(ends__gte=day))),
        to_come=Count("pk", Q(begins__gt=day)),
        left=Count("pk", Q(ends__lt=day)),
    )
    place = tab_address(employer, "employer_people")
    urls = {state: f"{place}?state={state}" for state in counted}
    return block(word("tab.employer_people"), "", counted, counted, urls)


def _mandates(employer: Employer, day: date) -> list[dict[str, Any]]:
    """The mandates that are not over: for what, to whom, since which quarter, where they stand."""
    told = []
    for row in employer.mandates.all():
        mandate = Mandate.from_json(row.document)
        state = mandate.state(day)
        if not state.is_over:
            told.append(
                {
                    "group": mandate.group.name_in(language()),
                    "receiver": mandate.receiver.name,
                    "begins": mandate.begins,
                    "state": str(state),
                    "is_main": mandate.group.is_exclusive,
                }
            )
    return told


def _accountants(employer: Employer, day: date) -> list[str]:
    running = Q(begins__lte=day) & (Q(ends__isnull=True) | Q(ends__gte=day))
    rows = Assignment.objects.filter(running, employer=employer, role=Role.ACCOUNTANT)
    return list(rows.order_by("user__name").values_list("user__name", flat=True))


def _money(employer: Employer) -> dict[str, Any]:
    """Contributions that came in, by quarter, in cents; only a certified operator has any."""
    sums = (
        employer.collections.values("quarter")
        .annotate(cents=Sum("cents"), count=Count("pk"))
        .order_by("-quarter")[:QUARTERS]
    )
    return {
        "rows": list(sums),
        "may_collect": bool((operator := Operator.objects.first()) and operator.is_certified),
        "url": tab_address(employer, "employer_money"),
    }
