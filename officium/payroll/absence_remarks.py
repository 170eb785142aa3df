"""What to know of the illnesses of a month: where guaranteed pay ends, begins late, or is not new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from officium.findings import Finding, Severity
from officium.language import long_date
from officium.law import Question, belgium
from officium.payroll.absences import AbsenceMonth
from officium.payroll.absences.incapacity import Incapacity
from officium.payroll.month import PaidMonth
from officium.payroll.remarks import table
from officium.payroll.service import service_began, whole_months
from officium.payroll.time_codes import TIME_CODES

_DAY = timedelta(days=1)
# What prices the hours of a line made from the absences of a month.
PRICES = ("monthly_pay", "daily_wage", "hourly_wage", "full_time_hours", "schedule", "average_week")
LINES = ("guaranteed_second_week", "guaranteed_supplement")


def remarks_on_absences(paid: Iterable[PaidMonth], language: str) -> Iterator[Finding]:
    """The remarks on months, each with the place of the absence."""
    for one in paid:
        for of in one.absences:
            for at in range(len(of.days)):
                for rule, values in _of_day(one, of, at, language):
                    day = of.days[at]
                    message = table()[rule][language].format(
                        number=one.of.worker.staff_number,
                        day=long_date(day.day, language),
                        **values,
                    )
                    origin = day.absence.origin
                    yield Finding(Severity.INFO, rule, message, origin.file, origin.line)


def _of_day(
    paid: PaidMonth, of: AbsenceMonth, at: int, language: str
) -> Iterator[tuple[str, dict[str, object]]]:
    """The rules that hold of a day, with their values."""
    day, fact = of.days[at], of.family.fact
    incapacity, number = day.incapacity, fact("guaranteed_day_number", at)
    if incapacity is None:
        return
    if fact("is_certificate_missing", at):
        yield "certificate_missing", {"times": day.without_certificate}
    goes_on = incapacity.last is None or incapacity.last > day.day
    if day.day == incapacity.first and incapacity.days_before:
        yield "guaranteed_pay_used", _used(incapacity, language)
    refused, last = day.absence, day.absence.last
    is_first = day.day == refused.first
    is_late = bool(refused.paid_from and last and refused.paid_from > last)
    if is_first and (is_late or (refused.paid_until or day.day) < day.day):
        yield "guaranteed_pay_refused_whole", {}
    if day.day == day.absence.paid_from and day.day > day.absence.first:
        yield "guaranteed_pay_refused", {}
    if day.day == day.absence.paid_until and goes_on:
        yield "guaranteed_pay_refused_after", {}
    if fact("is_last_day_of_guaranteed_pay", at) and goes_on:
        yield "guaranteed_pay_ends", {}
    began = service_began(paid.of.worker, of.contract)
    is_reached = whole_months(began, day.day) > whole_months(began, day.day - _DAY) == 0
    if is_reached and day.day > incapacity.first and not fact("has_guaranteed_month", at):
        yield "service_reached_in_illness", {"days": number}
    if next(_priced_by_other_terms(of), None) == at:
        yield "guaranteed_pay_by_last_terms", {}
    advanced = [place for place in range(len(of.days)) if fact("is_day_of_advance", place)]
    lines = (one for one in paid.of.items if one.contract == of.contract.number)
    if advanced[:1] == [at] and all(one.kind != "accident_advance" for one in lines):
        yield "accident_advance_missing", {}


def _used(incapacity: Incapacity, language: str) -> dict[str, object]:
    """Why days of guaranteed pay are used when an incapacity begins, and whether any is left."""
    days, first = incapacity.days_before, incapacity.first
    is_relapse = days > (incapacity.absences[0].days_counted or 0)
    next_day = {"guaranteed_day_number": str(days + 1)}
    want = ["guaranteed_days_spent"]
    question = Question(belgium(), want=want, on=first, paid=first, provisional=True)
    spent = question.answer(next_day).results[want[0]]
    words = {
        "why": "guaranteed_relapse" if is_relapse else "guaranteed_counted",
        "due": "guaranteed_nothing" if int(str(spent)) <= days else "guaranteed_rest",
        "cause": "guaranteed_cause",
    }
    said = {
        gap: table()[word][language].format(day=long_date(first, language))
        for gap, word in words.items()
    }
    return {**said, "days": days, "cause": f" {said['cause']}" if is_relapse else ""}


def _priced_by_other_terms(of: AbsenceMonth) -> Iterator[int]:
    """The days of the second week and of the supplement before the last terms of the month, by their
    place: their line is priced by those terms."""
    last = of.contract.terms_on(min(of.contract.ends or of.month.last, of.month.last))
    for at, day in enumerate(of.days):
        terms = of.contract.terms_on(day.day)
        differs = any(getattr(terms, name) != getattr(last, name) for name in PRICES)
        if differs and day.hours and TIME_CODES[of.code(at)].line in LINES:
            yield at
