"""Counts per state, one block a kind of work; each count is a way to its list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Case, CharField, Count, F, Q, Value, When

from officium.law import Month, Quarter
from officium.office.models import Declaration, DutyDue, Mandate, PayMonth
from officium.office.rights import Rights
from officium.portal.addresses import listed
from officium.portal.dues import due_name
from officium.portal.scope import within
from officium.portal.states import LOOKS, name_of
from officium.portal.templatetags.office import month as month_told
from officium.portal.templatetags.office import whole
from officium.portal.words import word

MONTH_STATES = ("approved", "computed", "ready", "waiting", "blocked")
DECLARATION_STATES = ("accepted", "sent", "ready", "late", "refused")
MANDATE_STATES = (
    "active",
    "notified",
    "signed_by_both",
    "signed_by_one",
    "draft",
    "end_notified",
)
# Answers that came in the last days; what still waits is counted whatever its age.
RECENT = timedelta(days=7)
# How far the next dues look, and how many stand on the page.
AHEAD = timedelta(days=45)
MOST_DUES = 6


@dataclass(frozen=True)
class Row:
    """A state with its count; `start` is where its part of the bar begins."""

    shape: str
    tone: str
    name: str
    count: int
    url: str
    start: int


@dataclass(frozen=True)
class Counts:
    """A block of counts, as `parts/counts.html` shows it."""

    title: str
    rows: list[Row]
    aside: str = ""
    total: int = 0
    shares: list[Row] = field(default_factory=list)


def block(
    title: str,
    kind: str,
    counted: Mapping[str, int],
    states: Iterable[str],
    urls: Mapping[str, str],
    aside: str = "",
) -> Counts:
    """The counts of these states, in this order."""
    rows, start = [], 0
    for state in states:
        shape, tone = LOOKS[state]
        count = counted.get(state, 0)
        name, url = name_of(state, kind), urls.get(state, "")
        rows.append(Row(shape, tone, name, count, url, start))
        start += count
    return Counts(title, rows, aside, start, [row for row in rows if row.count])


def months(rights: Rights, month: Month, employers: int) -> Counts:
    """The pay of a month; an employer of whom nothing came yet waits for data."""
    rows = within(rights, PayMonth.objects.filter(month=str(month), employer__left__isnull=True))
    counted = dict(rows.values_list("state").annotate(Count("pk")).order_by())
    counted["waiting"] = counted.get("waiting", 0) + max(employers - sum(counted.values()), 0)
    urls = {state: listed("months", month=month, state=state) for state in MONTH_STATES}
    title = word("today.month", month=month_told(str(month)))
    aside = word("today.employers", count=whole(employers))
    return block(title, "month", counted, MONTH_STATES, urls, aside)


def declarations(rights: Rights, kind: str, day: date) -> Counts:
    """Declarations whose kind begins so: what waits, and what was answered lately."""
    rows = within(rights, Declaration.objects.filter(kind__startswith=kind)).filter(
        ~Q(state="accepted") | Q(answered__gt=day - RECENT)
    )
    shown = Case(
        When(state="ready", due__lt=day, then=Value("late")),
        default=F("state"),
        output_field=CharField(),
    )
    counted = dict(rows.values_list(shown).annotate(Count("pk")).order_by())
    urls = {state: listed("declarations", kind=kind, state=state) for state in DECLARATION_STATES}
    title, aside = word(f"declaration.{kind}"), word("today.recent", days=RECENT.days)
    return block(title, "declaration", counted, DECLARATION_STATES, urls, aside)


def mandates(rights: Rights, quarter: Quarter) -> Counts:
    """Mandates by where they stand: a quarter that began or ended since is asked here."""
    shown = Case(
        When(state="notified", begins__lte=str(quarter), then=Value("active")),
        default=F("state"),
        output_field=CharField(),
    )
    rows = within(rights, Mandate.objects.exclude(~Q(ends="") & Q(ends__lt=str(quarter))))
    counted = dict(rows.values_list(shown).annotate(Count("pk")).order_by())
    urls = {state: listed("mandates", state=state) for state in MANDATE_STATES}
    return block(word("place.mandates"), "mandate", counted, MANDATE_STATES, urls)


def next_dues(rights: Rights, day: date) -> list[tuple[date, str, int, str]]:
    """What falls due next: day, obligation, for how many employers, and the way to the list."""
    rows = within(rights, DutyDue.objects.filter(is_open=True, day__gte=day, day__lte=day + AHEAD))
    kinds = rows.values_list("day", "duty").annotate(count=Count("pk")).order_by("day", "duty")
    return [
        (on, due_name(duty), count, listed("calendar", duty=duty, day=on))
        for on, duty, count in kinds[:MOST_DUES]
    ]
