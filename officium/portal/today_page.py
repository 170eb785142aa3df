"""Today: what holds work up, then counts per state; for a worker, their payslips."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from officium.law import Month
from officium.office.clock import today
from officium.office.models import PayMonth, Payslip
from officium.office.rights import Right, Rights
from officium.portal import counts
from officium.portal.addresses import address, listed
from officium.portal.door import own
from officium.portal.holdups import Waiting, holdups
from officium.portal.scope import within

# A worker's own page shows the payslips of two years.
PAYSLIPS = 24


@own
def today_page(request: HttpRequest) -> HttpResponse:
    """The page that a person meets first; what it shows depends on their roles."""
    rights = request.rights
    if not rights.somewhere(Right.READ_EMPLOYER):
        return render(request, "portal/today_worker.html", {"payslips": _payslips(rights)})
    day = today()
    employers = rights.employers().filter(left__isnull=True)
    told = employers.aggregate(employers=Count("pk"), workers=Sum("workers_in_service"))
    return render(
        request,
        "portal/today.html",
        {
            "employers": told["employers"],
            "workers": told["workers"] or 0,
            "holdups": holdups(Waiting.of(rights, day)),
            "counts": _counts(rights, day, told["employers"]),
            "dues": counts.next_dues(rights, day),
            "calendar": listed("calendar"),
        },
    )


def _counts(rights: Rights, day: date, employers: int) -> list[counts.Counts]:
    month = Month.of(day)
    before = Month.of(month.first - timedelta(days=1))
    blocks = []
    # The month before stays until all of it is approved.
    approved = within(rights, PayMonth.objects.filter(month=str(before), state="approved"))
    if approved.filter(employer__left__isnull=True).count() < employers:
        blocks.append(counts.months(rights, before, employers))
    blocks.append(counts.months(rights, month, employers))
    blocks.append(counts.declarations(rights, "dimona", day))
    blocks.append(counts.declarations(rights, "dmfa", day))
    blocks.append(counts.mandates(rights, month.quarter))
    return blocks


def _payslips(rights: Rights) -> list[tuple[Payslip, str]]:
    """Each payslip, and where it opens into its explanation."""
    rows = rights.payslips().select_related("employer").order_by("-month", "-pk")[:PAYSLIPS]
    return [(one, address("payslip", payslip=one.pk)) for one in rows]
