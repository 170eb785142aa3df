"""What happened to the invented workers month by month: time, lines of pay, absences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from officium.demonstration.people import NEW_YEAR, Person
from officium.demonstration.words import phrase
from officium.law import Month, public_holidays

# The Mondays of the weeks in which holidays are taken: one in spring, two in summer, one in autumn.
_SPRING = (date(2025, 3, 3), date(2025, 4, 7), date(2025, 4, 14), date(2025, 5, 12))
_SUMMER = tuple(date(2025, 7, 7) + timedelta(weeks=week) for week in range(5))
_AUTUMN = date(2025, 10, 27)
# Who leads takes single days, and two weeks in summer.
_OF_HEADS = tuple(
    date(2025, month, day)
    for month, day in ((1, 10), (2, 14), (3, 14), (4, 11), (5, 16), (6, 13), (9, 12), (10, 10))
)
_HEADS_AWAY = date(2025, 7, 28)
_WEEK = tuple(map(timedelta, range(5)))
_RIGHT = 20
_LANGUAGE_PREMIUM = 60_00


def holidays(person: Person) -> tuple[date, ...]:
    """The days of holidays of 2025; none in the year of the first contract, and none while absent."""
    if not person.story.takes_holidays or person.begins >= NEW_YEAR:
        return ()
    at = person.serial
    if person.index == 0:
        weeks: tuple[date, ...] = (_HEADS_AWAY, _HEADS_AWAY + timedelta(weeks=1))
    else:
        summer = _SUMMER[at % len(_SUMMER)]
        weeks = (_SPRING[at % len(_SPRING)], summer, summer + timedelta(weeks=1))
        weeks += (_AUTUMN,) if at % 3 == 0 and not person.story.notice_sent else ()
    days = [monday + more for monday in weeks for more in _WEEK]
    days += _OF_HEADS if person.index == 0 else ()
    closed = public_holidays(2025)
    return tuple(
        day
        for day in sorted(days)
        if person.hours_on(day)
        and person.is_in_service(day, day)
        and day not in closed
        and not _is_absent(person, day)
    )


def _is_absent(person: Person, day: date) -> bool:
    return any(one["first"] <= day <= one.get("last", date.max) for one in person.story.absences)


def time_of(person: Person, month: Month) -> Iterator[dict[str, Any]]:
    """The days of a month that differ from the schedule."""
    for code, days in (
        ("holiday", holidays(person)),
        ("short_absence", person.story.short_absences),
    ):
        for day in days:
            if month.first <= day <= month.last:
                yield {**_of(person), "day": day, "code": code, "hours": person.hours_on(day)}


def pay_of(person: Person, month: Month) -> Iterator[dict[str, Any]]:
    """The lines of pay of a month."""
    if not person.is_in_service(month.first, month.last):
        return
    line = {"month": str(month), **_of(person)}
    for item in person.story.items:
        if item.get("month", str(month)) == str(month):
            yield {**line, **item}
    if person.story.has_language_premium:
        premium = {"kind": "fixed_premium", "amount": _LANGUAGE_PREMIUM}
        yield {**line, **premium, "description": phrase(person.language, "premium")}
    if person.is_manual:
        return
    ends = person.story.ends
    if ends == month.last:
        for item in _on_leaving(person, month):
            yield {**line, **item}
    elif month == Month(2025, 6) and person.begins < NEW_YEAR:
        yield {**line, "kind": "double_holiday_pay", "months": 1200, "share": 10_000}


def _on_leaving(person: Person, month: Month) -> Iterator[dict[str, Any]]:
    """Holiday pay on leaving and a part of the year-end premium; nothing else was paid in the year."""
    pay, months = person.monthly_pay, month.number
    base = months * pay + months * pay // 12
    last_year = 12 * (pay - 80_00)
    yield {"kind": "year_end_premium_by_months", "months": 100 * months}
    for part in ("pay", "bonus", "supplement"):
        yield {"kind": f"departure_holiday_{part}_current", "base": base}
    left = _RIGHT - len(holidays(person))
    days = {"days": 100 * left, "units": 100 * _RIGHT}
    if left:
        yield {"kind": "departure_holiday_pay_previous", **days, "base": last_year}
    if months <= 6:
        for part in ("bonus", "supplement"):
            kind = f"departure_holiday_{part}_previous"
            yield {"kind": kind, "share": 10_000, "base": last_year}


def absences_of(person: Person, until: date) -> Iterator[dict[str, Any]]:
    """The absences that began by a day."""
    for absence in person.story.absences:
        if absence["first"] <= until:
            yield {**_of(person), **absence}


def _of(person: Person) -> dict[str, Any]:
    return {"staff_number": person.staff_number, "contract": 1}
