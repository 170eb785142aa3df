"""What looks wrong in leave: days beyond the right or its time, and what the law tells of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from officium.findings import Finding, Severity
from officium.language import long_date, month_name
from officium.law import leave_kinds
from officium.payroll.absence_kinds import ABSENCE_KINDS
from officium.payroll.absences import AbsenceMonth
from officium.payroll.month import PaidMonth
from officium.payroll.records import Absence
from officium.payroll.remarks import table

BEYOND = "leave_beyond_right"
UNUSUAL = "is_career_break_form_unusual"
# The code of time of a day to which there is no right.
WITHOUT_RIGHT = "unpaid_leave"
OF_MOTHERS = (*leave_kinds.MATERNITY, leave_kinds.PROLONGED, leave_kinds.PROTECTION)


def remarks_on_leave(paid: Iterable[PaidMonth], language: str) -> Iterator[Finding]:
    """One remark for each absence, month and thing that is wrong; on careers, one for each terms."""
    for one in paid:
        for of in one.absences:
            yield from _of_month(of, language)
            if one.of.worker.sex == "M":
                yield from _of_mothers(of, language)
        yield from _of_careers(one, language)


def _of_month(of: AbsenceMonth, language: str) -> Iterator[Finding]:
    beyond: dict[Absence, int] = {}
    told: dict[tuple[str, Absence], None] = {}
    for at, day in enumerate(of.days):
        kind = ABSENCE_KINDS[day.absence.kind]
        has_right = kind.otherwise == WITHOUT_RIGHT and kind.days
        if has_right and day.hours and of.code(at) == WITHOUT_RIGHT:
            beyond[day.absence] = beyond.get(day.absence, 0) + 1
        told |= {(flag, day.absence): None for flag in kind.told if of.family.fact(flag, at)}
    for absence, days in beyond.items():
        yield _remark(of, BEYOND, absence, language, days=days)
    for flag, absence in told:
        yield _remark(of, flag, absence, language)


def _of_mothers(of: AbsenceMonth, language: str) -> Iterator[Finding]:
    """Absences of mothers that are recorded for a man."""
    found = dict.fromkeys(day.absence for day in of.days)
    for absence in found:
        if absence.kind in OF_MOTHERS:
            yield _remark(of, "leave_of_mothers", absence, language)


def _of_careers(one: PaidMonth, language: str) -> Iterator[Finding]:
    for row, sheet in enumerate(one.of.timesheets):
        if one.cents(UNUSUAL, row):
            labels = one.family.book.country.facts["career_measure"].labels
            message = table()[UNUSUAL][language].format(
                number=one.of.worker.staff_number,
                kind=labels[sheet.terms.measure or "none"][language],
                day=long_date(sheet.terms.since, language),
            )
            place = sheet.terms.origin
            yield Finding(Severity.WARNING, UNUSUAL, message, place.file, place.line)


def _remark(
    of: AbsenceMonth, rule: str, absence: Absence, language: str, **values: object
) -> Finding:
    labels = of.family.book.country.facts["absence_kind"].labels
    message = table()[rule][language].format(
        number=absence.staff_number,
        kind=labels[absence.kind][language],
        first=long_date(absence.first, language),
        month=f"{month_name(of.month.number, language)} {of.month.year}",
        **values,
    )
    return Finding(Severity.WARNING, rule, message, absence.origin.file, absence.origin.line)
