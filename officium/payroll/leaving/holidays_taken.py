"""The holidays that were taken in the year of the end, in the scheme in which the C4 counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from officium.engine import Family, LawBook, Row, Sheet
from officium.payroll.day import part_of_day
from officium.payroll.leaving.leaver import Leaver
from officium.payroll.records import Records

_SUPPLEMENTARY = "supplementary_holiday"


@dataclass(frozen=True, slots=True)
class HolidaysTaken:
    """Hundredths of hours, and of days in the scheme of six days, since 1 January."""

    is_part_time: bool
    statutory_days: int
    statutory_hours: int
    supplementary_days: int
    supplementary_hours: int


def holidays_taken(records: Records, leaver: Leaver) -> HolidaysTaken:
    """What was taken under the contract; who is full-time has it counted in days."""
    statutory, supplementary = (
        _counted(records, leaver, code) for code in ("holiday", _SUPPLEMENTARY)
    )
    return HolidaysTaken(leaver.terms.is_part_time, *statutory, *supplementary)


def _counted(records: Records, leaver: Leaver, code: str) -> tuple[int, int]:
    contract = leaver.contract
    first = date(leaver.ends.year, 1, 1)
    entries = [
        entry
        for entry in records.time_of(leaver.worker.staff_number, contract.number)
        if entry.code == code and first <= entry.day <= leaver.ends
    ]
    days = sum(part_of_day(contract.terms_on(entry.day), entry) for entry in entries)
    hours = sum(entry.hours for entry in entries)
    return _in_six_days(leaver, days), hours


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
