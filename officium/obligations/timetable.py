"""The calendar of duties: what an employer, its mandatary or the office itself has to do, and by when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from officium.law import Month, Quarter
from officium.obligations.conditions import CONDITIONS, Answer, Period
from officium.obligations.definition import Bearer, Duty, Performer, Term
from officium.obligations.due import Due
from officium.obligations.facts import EmployerFacts, Occurrence, months_from
from officium.obligations.library import duties
from officium.obligations.terms import anchored, performer_day, period_name, reckoned

OFFICE = "office"
# A term of a month or quarter ends within half a year after its beginning; that of a year in the year
# before it, in it, or within seven months after it.
_BACK = {"month": timedelta(days=180), "quarter": timedelta(days=180), "year": timedelta(days=600)}
_AHEAD = {"month": timedelta(0), "quarter": timedelta(0), "year": timedelta(days=366)}
Holds = Callable[[str, Period], Answer]


@dataclass(frozen=True, slots=True)
class _Coming:
    """A period or occurrence for which a term is asked."""

    term: Term
    first: date
    last: date
    subject: str
    reason: str
    happened: date | None


def calendar(facts: EmployerFacts, since: date, until: date) -> tuple[Due, ...]:
    """What is due for an employer, by its own day or its secretariat's, in a period; by day.

    What has no known day is there while its period, or the day of its occurrence, is in the range; what
    holds at all times comes last. The office's own duties are not there: `office_calendar` has them.
    """

    def holds(name: str, period: Period) -> Answer:
        return CONDITIONS[name](facts, period)

    return _sorted(
        due
        for one in duties()
        if one.bearer is Bearer.EMPLOYER
        or (one.bearer is Bearer.MANDATARY and facts.performer in one.who)
        for due in _dues(one, facts, facts.occurrences, holds, since, until)
    )


def office_calendar(
    performer: Performer, occurrences: tuple[Occurrence, ...], since: date, until: date
) -> tuple[Due, ...]:
    """What the office owes on its own behalf: nothing for an employer that performs for itself."""
    facts = EmployerFacts(OFFICE, performer)
    return _sorted(
        due
        for one in duties()
        if one.bearer is Bearer.OFFICE and performer in one.who
        for due in _dues(one, facts, occurrences, lambda *_: True, since, until)
    )


def _sorted(dues: Iterable[Due]) -> tuple[Due, ...]:
    # Two occurrences in one quarter may be one duty: one key is due once.
    return tuple(sorted({due.key: due for due in dues}.values(), key=lambda due: due.order))


def _dues(
    one: Duty,
    facts: EmployerFacts,
    occurrences: tuple[Occurrence, ...],
    holds: Holds,
    since: date,
    until: date,
) -> Iterator[Due]:
    for term in one.terms:
        for coming in _comings(term, occurrences, since, until):
            asked = coming.happened or coming.first
            if (term.since and asked < term.since) or (term.until and asked > term.until):
                continue
            due = _due(one, coming, facts)
            if not _is_in(due, coming, since, until):
                continue
            period = Period(coming.first, coming.last, due.day)
            answers = {name: holds(name, period) for name in term.needs}
            if False not in answers.values():
                uncertain = tuple(name for name, answer in answers.items() if answer is None)
                yield replace(due, uncertain=uncertain)


def _comings(
    term: Term, occurrences: tuple[Occurrence, ...], since: date, until: date
) -> Iterator[_Coming]:
    if term.continuous:
        yield _Coming(term, since, until, "", "continuous", None)
    for happened in occurrences:
        if happened.kind in term.on:
            first, last = anchored(term, happened.day)
            yield _Coming(term, first, last, happened.subject, happened.kind, happened.day)
    if term.every is None:
        return
    if term.during:
        for lasting in (one for one in occurrences if one.kind == term.during):
            ends = min(lasting.until or until, until)
            for first, last in _periods(term, lasting.day, ends):
                yield _Coming(term, first, last, lasting.subject, term.every, None)
        return
    for first, last in _periods(term, since - _BACK[term.every], until + _AHEAD[term.every]):
        yield _Coming(term, first, last, "", term.every, None)


def _periods(term: Term, since: date, until: date) -> Iterator[tuple[date, date]]:
    if term.every == "year":
        for year in range(since.year, until.year + 1):
            if term.first is None or (year >= term.first and (year - term.first) % term.cycle == 0):
                yield date(year, 1, 1), date(year, 12, 31)
        return
    spans: Iterable[Month | Quarter] = months_from(since, until) if since <= until else ()
    if term.every == "quarter":
        spans = dict.fromkeys(month.quarter for month in months_from(since, until))
    for span in spans:
        yield span.first, span.last


def _due(one: Duty, coming: _Coming, facts: EmployerFacts) -> Due:
    term, first, last = coming.term, coming.first, coming.last
    performer = facts.performer if facts.performer in one.who else Performer.EMPLOYER
    day, later, rule, closed = None, None, one.authority.closed_day, False
    if term.pay_day:
        day, rule = facts.pay_day(Month.of(first)), "none"
    elif not (term.unknown_day or term.continuous):
        found = reckoned(term, one.authority, first, last)
        day, rule, closed = found.day, found.rule, found.is_closed
        if performer is Performer.CERTIFIED:
            later = performer_day(term, one.authority, first, last)
    period = "" if term.continuous else period_name(term, first, last)
    return Due(
        duty=one,
        term=term,
        key=":".join((one.id, period, coming.subject)),
        period=period,
        subject=coming.subject,
        day=day,
        performer_day=later,
        performer=performer,
        opens=_opens(coming, day),
        reason=coming.reason,
        closed_day_rule=rule,
        is_closed_day=closed,
    )


def _opens(coming: _Coming, day: date | None) -> date | None:
    """After the period; in it, where its day lies in it; before what begins, at any time."""
    if coming.term.continuous or coming.term.moment != "by":
        return None
    if coming.happened:
        return min(coming.happened, day or coming.happened)
    if day is None or day > coming.last:
        return coming.last + timedelta(days=1)
    return min(coming.first, day.replace(day=1))


def _is_in(due: Due, coming: _Coming, since: date, until: date) -> bool:
    if due.day is None:
        first = coming.happened or coming.first
        last = coming.happened or coming.last
        return first <= until and last >= since
    return any(day and since <= day <= until for day in (due.day, due.performer_day))
