"""A notice as text: what suspended it, and a calendar of its days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from officium.cli.wording import say
from officium.language import long_date
from officium.law import Month, belgium
from officium.payroll import Absence, NoticePeriod, gives_outplacement

RUNS, STANDS_STILL, NONE = "#", "-", "."
_DAYS = "1   5    10   15   20   25   30"


def suspension_lines(period: NoticePeriod, language: str) -> Iterator[str]:
    """A line for each suspension: whether notice stands still in it."""
    causes = belgium().facts["suspension_cause"]
    for one, does_stop in period.stops:
        yield say(
            "notice.stands_still" if does_stop else "notice.runs",
            language,
            cause=causes.label(one.cause, language),
            first=long_date(one.begins, language),
            last=long_date(one.until, language),
        )


def remark_lines(period: NoticePeriod, not_held: Iterable[Absence], language: str) -> Iterator[str]:
    """What is to be known beside the days: absences that are not counted, and outplacement."""
    kinds = belgium().facts["absence_kind"]
    for absence in not_held:
        first, kind = long_date(absence.first, language), kinds.label(absence.kind, language)
        yield say("notice.not_held", language, first=first, kind=kind)
    if gives_outplacement(period):
        yield say("notice.outplacement", language)


def calendar_lines(period: NoticePeriod, language: str) -> Iterator[str]:
    """A line for each month from the notification to the last day, a sign for each day."""
    still = set(period.days_not_run)
    month = Month.of(period.of.notified_on)
    yield say("notice.legend", language, runs=RUNS, still=STANDS_STILL)
    yield f"         {_DAYS}"
    while month <= Month.of(period.last_day):
        signs = (
            STANDS_STILL
            if day in still
            else RUNS
            if period.begins <= day <= period.last_day
            else NONE
            for day in month.days
        )
        yield f"{month}  {''.join(signs)}"
        month = month.next
