"""The holidays that were taken in the year of the end, in the scheme in which the C4 counts them."""

from __future__ import annotations

from dataclasses import dataclass

from officium.engine import Family, LawBook, Row, Sheet
from officium.payroll.leaving.leaver import Leaver

_SUPPLEMENTARY = "supplementary_holiday"


@dataclass(frozen=True, slots=True)
class HolidaysTaken:
    """Hundredths of hours, and of days in the scheme of six days, since 1 January."""

    is_part_time: bool
    statutory_days: int
    statutory_hours: int
    supplementary_days: int
    supplementary_hours: int


def holidays_taken(leaver: Leaver) -> HolidaysTaken:
    """What was taken under the contract; who is full-time has it counted in days."""
    statutory, supplementary = (_counted(leaver, code) for code in ("holiday", _SUPPLEMENTARY))
    return HolidaysTaken(leaver.terms.is_part_time, *statutory, *supplementary)


def _counted(leaver: Leaver, code: str) -> tuple[int, int]:
    times = [
        time
        for month in leaver.year
        for sheet in month.of.timesheets
        if sheet.contract.number == leaver.contract.number
        for time in sheet.times
        if time.code == code
    ]
    days = sum(time.days for time in times)
    return _in_six_days(leaver, days), sum(time.hours for time in times)


def _in_six_days(leaver: Leaver, days: int) -> int:
    last = leaver.year[-1]
    book = LawBook(
        last.family.book.country,
        want=("declared_holidays_in_six_days",),
        on=last.of.month.first,
        paid=last.of.paid_on,
        provisional=True,
    )
    row = Row({"declared_holidays": days, "days_per_week": leaver.terms.days_per_week}, {})
    place = f"{leaver.worker.staff_number}, holidays of the C4"
    return Family(book, Sheet(book, row, place)).fact("declared_holidays_in_six_days")
