"""What holds work up: blocked months, refused declarations, late duties, mandates that nobody signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, QuerySet

from officium.office.models import Declaration, DutyDue, Employer, Mandate, PayMonth
from officium.office.rights import Rights
from officium.portal.addresses import listed
from officium.portal.dues import due_name
from officium.portal.scope import within
from officium.portal.tabs import tab_address
from officium.portal.templatetags.office import day, month, whole
from officium.portal.words import word

# Of each kind so many stand on the page; the rest is a number and a way to the list.
MOST = 3
UNSIGNED = ("draft", "signed_by_one")


@dataclass(frozen=True)
class Holdup:
    """A thing that holds work up, as `parts/finding.html` shows it; `acts`: name and address."""

    shape: str
    tone: str
    title: str
    remedy: str
    acts: tuple[tuple[str, str], ...] = ()
    place: str = ""
    article: str = ""


@dataclass(frozen=True)
class Waiting:
    """The rows behind the hold-ups, of the employers that a person sees, or of one of them."""

    months: QuerySet[PayMonth]
    declarations: QuerySet[Declaration]
    dues: QuerySet[DutyDue]
    mandates: QuerySet[Mandate]

    @classmethod
    def of(cls, rights: Rights, today: date, employer: Employer | None = None) -> Waiting:
        """Nothing is read yet."""

        def seen(rows: QuerySet[Any]) -> QuerySet[Any]:
            return within(rights, rows) if employer is None else rows.filter(employer=employer)

        return cls(
            seen(PayMonth.objects.filter(state="blocked")),
            seen(Declaration.objects.filter(state="refused")),
            seen(DutyDue.objects.filter(is_open=True, day__lt=today)),
            seen(Mandate.objects.filter(state__in=UNSIGNED)),
        )

    def count(self) -> int:
        """How many things; duties of one kind are one thing, as are the mandates."""
        return (
            self.months.count()
            + self.declarations.count()
            + self.dues.values("duty").distinct().count()
            + self.mandates.exists()
        )


def holdups(waiting: Waiting) -> list[Holdup]:
    """The hold-ups in the order in which they stop people."""
    return [
        *_refused(waiting.declarations),
        *_blocked(waiting.months),
        *_late(waiting.dues),
        *_unsigned(waiting.mandates),
    ]


def _acts(name: str, address: str) -> tuple[tuple[str, str], ...]:
    return ((word(name), address),) if address else ()


def _more(name: str, count: int, route: str, **by: object) -> list[Holdup]:
    """The rest of a kind, where there is more than what stands on the page."""
    if count <= MOST:
        return []
    acts = _acts("holdup.all", listed(route, **by))
    left = whole(count - MOST)
    return [Holdup("blocked", "stop", word(f"holdup.{name}_more", count=left), "", acts)]


def _refused(rows: QuerySet[Declaration]) -> list[Holdup]:
    shown = rows.select_related("employer").order_by("-answered", "-pk")[:MOST]
    found = [
        Holdup(
            "blocked",
            "stop",
            word(
                "holdup.refused",
                what=word(f"declaration.{one.kind}"),
                employer=one.employer.name,
                subject=one.subject or one.period,
            ),
            word("holdup.refused_remedy"),
            _acts("holdup.correct", tab_address(one.employer, "employer_declarations")),
            one.answer_note,
        )
        for one in shown
    ]
    count = rows.count() if len(found) == MOST else len(found)
    return found + _more("refused", count, "declarations", state="refused")


def _blocked(rows: QuerySet[PayMonth]) -> list[Holdup]:
    shown = rows.select_related("employer", "run").order_by("month", "employer__name")[:MOST]
    found = [
        Holdup(
            "blocked",
            "stop",
            word("holdup.blocked", employer=one.employer.name, month=month(one.month)),
            word("holdup.blocked_remedy"),
            _acts("holdup.solve", tab_address(one.employer, "employer_months")),
            next((told["message"] for told in one.run.findings if _blocks(told)), "")
            if one.run
            else "",
        )
        for one in shown
    ]
    count = rows.count() if len(found) == MOST else len(found)
    return found + _more("blocked", count, "employers", state="blocked")


def _blocks(told: dict[str, Any]) -> bool:
    return told["severity"] in ("error", "fatal")


def _late(rows: QuerySet[DutyDue]) -> list[Holdup]:
    kinds = rows.values("duty").annotate(
        count=Count("pk"), employers=Count("employer", distinct=True), since=Min("day")
    )
    return [
        Holdup(
            "late",
            "stop",
            _late_title(due_name(one["duty"]), one["count"]),
            word("holdup.since", day=day(one["since"]))
            if one["employers"] == 1
            else word(
                "holdup.late_remedy", day=day(one["since"]), employers=whole(one["employers"])
            ),
            _acts("holdup.look", listed("calendar", duty=one["duty"], state="late")),
        )
        for one in kinds.order_by("since", "duty")
    ]


def _late_title(what: str, count: int) -> str:
    if count == 1:
        return word("holdup.late_one", what=what)
    return word("holdup.late", what=what, count=whole(count))


def _unsigned(rows: QuerySet[Mandate]) -> list[Holdup]:
    names = list(rows.order_by("begins").values_list("employer__name", flat=True))
    if not names:
        return []
    title = word("holdup.unsigned", count=whole(len(names)))
    acts = _acts("holdup.look", listed("mandates"))
    place = ", ".join(names[:MOST])
    return [Holdup("mandate", "wait", title, word("holdup.unsigned_remedy"), acts, place)]
