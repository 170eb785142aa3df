"""The day of a term: reckoned from the end of a period or from an occurrence, as the law counts it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from officium.findings import BadInput
from officium.law import Month, Quarter, public_holidays, working_day_after, working_days
from officium.obligations.definition import Authority, ClosedDay, Term
from officium.obligations.library import duty


@dataclass(frozen=True, slots=True)
class LegalDay:
    """The day of a term, the rule for closed days that it rests on, and whether it is a closed day.

    `rule` is none where the term counts no days of the calendar: an event has its own day.
    """

    day: date
    rule: ClosedDay
    is_closed: bool


def legal_day(name: str, of: Month | Quarter | int | date) -> date:
    """The employer's day of a duty for a month, quarter or year, or for an occurrence on a day.

    The first term of the duty that comes so. Raises BadInput where there is none, or it has no known day.
    """
    asked = duty(name)
    every = {Month: "month", Quarter: "quarter", int: "year"}.get(type(of))
    for term in asked.terms:
        if term.every == every and not (term.continuous or term.unknown_day or term.pay_day):
            if isinstance(of, date):
                return reckoned(term, asked.authority, *anchored(term, of)).day
            first, last = (
                (date(of, 1, 1), date(of, 12, 31)) if isinstance(of, int) else (of.first, of.last)
            )
            return reckoned(term, asked.authority, first, last).day
    raise BadInput(f"{name} has no known day for {of}", code="no_day")


def anchored(term: Term, day: date) -> tuple[date, date]:
    """The period from whose end a term that rests on an occurrence is counted."""
    month = Month.of(day)
    if term.anchor == "month":
        return month.first, month.last
    if term.anchor == "quarter":
        return month.quarter.first, month.quarter.last
    if term.anchor == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day


def reckoned(term: Term, authority: Authority, first: date, last: date) -> LegalDay:
    """The employer's day of a term for a period."""
    day = _moved(term, first, last)
    rule: ClosedDay = authority.closed_day if term.reckons_days else "none"
    closed = is_closed(day)
    if closed and rule == "previous":
        day = working_days(day - timedelta(days=10), day)[-1]
    elif closed and rule == "next":
        day = working_day_after(day, 1)
    if term.working_days:
        return LegalDay(working_day_after(day, term.working_days), "none", False)
    return LegalDay(day, rule, is_closed(day))


def performer_day(term: Term, authority: Authority, first: date, last: date) -> date | None:
    """The later day of a certified secretariat, counted from the end of the employer's own term."""
    if term.certified is None:
        return None
    return working_day_after(
        reckoned(term, authority, first, last).day, term.certified.working_days
    )


def is_closed(day: date) -> bool:
    """Whether a day is a Saturday, a Sunday or a public holiday."""
    return day.weekday() > 4 or day in public_holidays(day.year)


def period_name(term: Term, first: date, last: date) -> str:
    """The period as keys write it: 2025-01, 2025Q1, 2025, or the day of the occurrence."""
    unit = term.every or term.anchor
    if unit == "month":
        return str(Month.of(first))
    if unit == "quarter":
        return str(Month.of(first).quarter)
    return str(first.year) if unit == "year" else last.isoformat()


def _moved(term: Term, first: date, last: date) -> date:
    if term.fixed:
        return date(first.year + term.years, *term.fixed)
    day = last
    if term.quarters:
        day = Month.of(day).quarter.before(-term.quarters).last
    if term.months is not None:
        index = day.year * 12 + day.month - 1 + term.months
        year, month = index // 12, index % 12 + 1
        longest = calendar.monthrange(year, month)[1]
        wanted = day.day if term.day is None else term.day or longest
        day = date(year, month, min(wanted, longest))
    return day + timedelta(days=term.days)
