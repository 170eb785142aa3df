"""One delivered day of a contract: what was typed becomes hours by code, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from officium.intake.cell import Wrong
from officium.intake.codes import Meaning
from officium.intake.grammar import MOST_OF_A_DAY, Told, hours_text, written
from officium.intake.roster import InService
from officium.payroll import (
    ABSENCE_KINDS,
    ABSENT,
    CAREER_BREAK,
    OF_PART_TIMERS,
    PUBLIC_HOLIDAY,
    WORKED,
)


def told_of_day(
    of: InService, day: date, parts: Sequence[Told], language: str
) -> Mapping[str, int]:
    """The hours to record for a day by code (hundredths), none where the schedule or the law tells it.

    Raises Wrong, by the first thing that does not fit; words in its gaps are of the language.
    """
    if day not in of.days:
        if parts:
            raise Wrong("outside_contract", begins=of.contract.begins, ends=of.contract.ends or "…")
        return {}
    if of.terms(day).is_interrupted:
        if parts:
            raise Wrong("career_interrupted")
        return {}
    if not parts:
        if of.is_expected(day):
            raise Wrong("day_missing", remedy=_usual(of, day, language))
        return {}
    _refuse_unfit(of, day, parts, language)
    within = _within(of, day, parts, language)
    above = {str(one.meaning.code): one.hours or 0 for one in parts if one.is_above_schedule}
    if sum(within.values()) + sum(above.values()) > MOST_OF_A_DAY:
        raise Wrong("over_24")
    if of.absence(day) is None and within == of.usual(day):
        within = {}
    return {**within, **above}


def _usual(of: InService, day: date, language: str) -> str:
    usual = written(of.recorded(day), language)
    return usual or written((Told(Meaning(code=PUBLIC_HOLIDAY), 760),), language)


def _refuse_unfit(of: InService, day: date, parts: Sequence[Told], language: str) -> None:
    """What does not depend on sums: words twice, words that need hours, words of others."""
    words = [part.meaning for part in parts]
    if len(set(words)) < len(words) or sum(word.is_absence for word in words) > 1:
        raise Wrong("code_twice")
    open_ones = [part for part in parts if part.hours is None]
    if len(open_ones) > 1:
        raise Wrong("two_rests")
    absence = of.absence(day)
    is_variable = of.terms(day).average_week is not None
    for part in parts:
        code, word = part.meaning.code, written((part,), language)
        if part.hours is None and (
            part.is_above_schedule or (is_variable and not part.meaning.is_absence)
        ):
            raise Wrong("hours_needed", word=word)
        if part.is_bare and day in of.holidays and absence is None:
            raise Wrong("holiday_worked", hours=hours_text(part.hours or 0, language))
        if code in OF_PART_TIMERS and not of.terms(day).is_part_time:
            raise Wrong("part_time_only", word=word)
        if code == CAREER_BREAK:
            raise Wrong("career_by_terms", word=word)
        if part.meaning.is_absence and absence is None:
            raise Wrong("absence_not_recorded", word=word, staff_number=of.key[0], day=day)
        kind = part.meaning.absence
        if kind is not None and absence is not None and kind != absence.kind:
            raise Wrong("other_absence", word=word, kind=absence.kind, first=absence.first)


def _within(of: InService, day: date, parts: Sequence[Told], language: str) -> Mapping[str, int]:
    """The hours that take the place of the schedule."""
    inside = [part for part in parts if not part.is_above_schedule]
    if not inside:
        return {}
    absence = of.absence(day)
    scheduled = of.scheduled(day)
    typed = {str(one.meaning.code): one.hours for one in inside if not one.meaning.is_absence}
    given = sum(hours or 0 for hours in typed.values())
    for_absence = next((one for one in inside if one.meaning.is_absence), None)
    absent = (for_absence.hours or 0) if for_absence else 0
    if of.terms(day).average_week is not None:
        planned = {ABSENT: absent} if absent else {}
        return {**{code: hours or 0 for code, hours in typed.items()}, **planned}
    if absence is None:
        return _of_schedule(of, day, typed, scheduled, given, language)
    filled = {code: scheduled - given if hours is None else hours for code, hours in typed.items()}
    if for_absence is None and filled == of.usual(day) and WORKED not in filled:
        # The sheet shows a public holiday, and the absence was added: the law says what the day is.
        return {}
    over = ABSENCE_KINDS[absence.kind].over_holidays
    beside = sum(hours for code, hours in filled.items() if not (over and code == "holiday"))
    if scheduled and (beside >= scheduled or min(filled.values(), default=1) <= 0):
        raise Wrong("hours_on_absence", kind=absence.kind, first=absence.first)
    if for_absence and for_absence.hours is not None and given + absent != scheduled:
        raise _misfit(given + absent, scheduled, language)
    if not scheduled and filled:
        raise Wrong("hours_on_absence", kind=absence.kind, first=absence.first)
    return filled


def _of_schedule(
    of: InService,
    day: date,
    typed: Mapping[str, int | None],
    scheduled: int,
    given: int,
    language: str,
) -> Mapping[str, int]:
    """The same of a day without absence, whose hours are those of the schedule."""
    if any(hours is None for hours in typed.values()) and given >= scheduled:
        raise Wrong("nothing_left" if scheduled else "no_schedule")
    filled = {code: scheduled - given if hours is None else hours for code, hours in typed.items()}
    total = sum(filled.values())
    is_by_hour = set(filled) == {WORKED} and of.terms(day).hourly_wage is not None
    if total > scheduled and is_by_hour:
        return filled
    if total > scheduled and not scheduled:
        raise Wrong("day_off_worked", hours=hours_text(total, language))
    if total != scheduled:
        raise _misfit(total, scheduled, language)
    return filled


def _misfit(total: int, scheduled: int, language: str) -> Wrong:
    gaps = {
        "hours": hours_text(total, language),
        "scheduled": hours_text(scheduled, language),
        "difference": hours_text(abs(total - scheduled), language),
    }
    return Wrong("hours_above" if total > scheduled else "hours_below", **gaps)
