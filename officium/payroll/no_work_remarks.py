"""What looks wrong in days without work: notices, length, the first day of a month, unlawful absence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from officium.findings import Finding, Severity
from officium.language import long_date, month_name
from officium.law import working_day_after
from officium.payroll.absences import AbsenceMonth
from officium.payroll.month import PaidMonth
from officium.payroll.records import Absence, Contract, Origin, Records
from officium.payroll.remarks import table
from officium.payroll.timesheet import holidays_recorded

# Flags of the law that hold on days of an absence, each with the rule of its remark.
DAYS_OWED = {
    "is_owed_for_late_notice": "unemployment_notice_late",
    "is_beyond_full_suspension": "suspension_too_long",
    "is_beyond_weeks_of_the_year": "suspension_weeks_too_many",
}
# Articles 49 to 51 and 77/4: the first day of each month is told to the unemployment office.
TOLD = "has_supplement_day"
UNLAWFUL = "unlawful_absence"
FARTHEST = 14


def remarks_on_days_without_work(
    records: Records, paid: Iterable[PaidMonth], language: str
) -> Iterator[Finding]:
    """The remarks on months, each with the place of the absence."""
    for one in paid:
        for of in one.absences:
            yield from _days_owed(one, of, language)
            yield from _first_day(one, of, language)
        for sheet in one.of.timesheets:
            number = one.of.worker.staff_number
            absences = records.absences_of(number, sheet.contract.number)
            yield from _beside_unlawful_absence(one, sheet.contract, absences, language)


def _days_owed(one: PaidMonth, of: AbsenceMonth, language: str) -> Iterator[Finding]:
    for flag, rule in DAYS_OWED.items():
        found: dict[Absence, list[date]] = {}
        for at, day in enumerate(of.days):
            if of.family.fact(flag, at):
                found.setdefault(day.absence, []).append(day.day)
        for absence, days in found.items():
            values = {
                "notice": long_date(absence.event or absence.first, language),
                "first": long_date(days[0], language),
                "last": long_date(days[-1], language),
            }
            yield _remark(Severity.WARNING, rule, language, one, absence.origin, values)


def _first_day(one: PaidMonth, of: AbsenceMonth, language: str) -> Iterator[Finding]:
    """The day that the employer tells the unemployment office, with the last one to tell it."""
    for at, day in enumerate(of.days):
        if of.family.fact(TOLD, at):
            values = {
                "month": f"{month_name(of.month.number, language)} {of.month.year}",
                "first": long_date(day.day, language),
                "last": long_date(working_day_after(day.day, 1), language),
            }
            origin = day.absence.origin
            yield _remark(Severity.INFO, "unemployment_first_day", language, one, origin, values)
            return


def _beside_unlawful_absence(
    one: PaidMonth, contract: Contract, absences: Sequence[Absence], language: str
) -> Iterator[Finding]:
    """Public holidays that are paid although the usual day before or after them is unlawful absence."""
    unlawful = [absence for absence in absences if absence.kind == UNLAWFUL]
    if not unlawful:
        return
    for holiday in sorted(holidays_recorded(one.of.employer, one.of.month)):
        if not _works(contract, holiday) or any(absence.covers(holiday) for absence in absences):
            continue
        beside = (_usual_day(one, contract, holiday, step) for step in (-1, 1))
        for day in beside:
            absence = next((absence for absence in unlawful if absence.covers(day)), None)
            if absence is not None:
                values = {"day": long_date(holiday, language), "first": long_date(day, language)}
                rule = "holiday_beside_unlawful_absence"
                yield _remark(Severity.WARNING, rule, language, one, absence.origin, values)
                break


def _usual_day(one: PaidMonth, contract: Contract, holiday: date, step: int) -> date:
    """The nearest day of work before or after a holiday, by the schedule."""
    off = holidays_recorded(one.of.employer, one.of.month)
    days = (holiday + timedelta(days=step * count) for count in range(1, FARTHEST))
    return next((day for day in days if _works(contract, day) and day not in off), holiday)


def _works(contract: Contract, day: date) -> bool:
    if not contract.runs_in(day, day):
        return False
    terms = contract.terms_on(day)
    return day.weekday() < 5 if terms.average_week else bool(terms.hours_on(day))


def _remark(
    severity: Severity,
    rule: str,
    language: str,
    one: PaidMonth,
    origin: Origin,
    values: Mapping[str, str],
) -> Finding:
    message = table()[rule][language].format(number=one.of.worker.staff_number, **values)
    return Finding(severity, rule, message, origin.file, origin.line)
