"""What a code of time is to the records, the pay and the declaration."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeCode:
    """A code of time: its working-time code in the declaration (annex 8) and who pays the hours.

    `blue_service` and `blue_paid` differ for annual holidays, which a fund pays to manual workers.
    Hours `above_schedule` come on top of the day's schedule: the line of pay of the same name pays
    them. `service` 0: they are not declared, or only when rest is taken for them. A code with a
    `line` is not paid by the basic pay but by the line of pay of that kind, made of its hours and days.
    """

    meaning: str
    service: int
    paid: bool
    blue_service: int
    blue_paid: bool
    above_schedule: bool = False
    line: str | None = None


def code(meaning: str, service: int, *, paid: bool = False, line: str | None = None) -> TimeCode:
    """A code that is alike for manual and white-collar workers."""
    return TimeCode(meaning, service, paid, service, paid, line=line)


def above(meaning: str, service: int) -> TimeCode:
    """Hours above the schedule of their day."""
    return TimeCode(meaning, service, False, service, False, above_schedule=True)
