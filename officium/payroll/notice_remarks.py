"""What looks wrong in notices and ends for serious cause: days that are not those of the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from officium.findings import BadInput, Finding, Severity
from officium.language import long_date
from officium.law import Question, belgium, open_days
from officium.payroll.month import PaidMonth
from officium.payroll.notice import given_notice, notice_period
from officium.payroll.notice_pay import is_without_notice, on_notice_pay
from officium.payroll.records import Contract, Origin, Records, Worker
from officium.payroll.remarks import table
from officium.payroll.suspensions import absences_not_held


def remarks_on_notices(
    records: Records, months: Iterable[PaidMonth], language: str
) -> Iterator[Finding]:
    """The remarks on the contracts of a month that were given notice, or ended for serious cause."""
    for month in months:
        worker = month.of.worker
        for contract in (sheet.contract for sheet in month.of.timesheets):
            if contract.notice and contract.notice.sent_on <= month.of.month.last:
                yield from _on_notice(records, month, worker, contract, language)
            if is_without_notice(records, month, contract):
                said = {"ends": long_date(contract.ends or month.of.month.last, language)}
                origin = contract.origin
                yield _remark(
                    "notice_not_recorded", Severity.WARNING, worker, origin, language, said
                )
            if contract.serious_cause and contract.ends and contract.ends <= month.of.month.last:
                yield from _on_serious_cause(worker, contract, language)


def _on_notice(
    records: Records, month: PaidMonth, worker: Worker, contract: Contract, language: str
) -> Iterator[Finding]:
    notice = contract.notice
    assert notice is not None

    def told(rule: str, severity: Severity = Severity.WARNING, **said: object) -> Finding:
        return _remark(rule, severity, worker, notice.origin, language, said)

    if notice.is_protected and notice.given_by == "employer":
        yield told("notice_of_protected")
    try:
        given = given_notice(records, worker, contract, month.of.month.last)
        if given.is_void:
            yield told("notice_void")
        period = notice_period(given)
    except BadInput as refusal:
        yield told("notice_not_reckoned", why=refusal.message)
        return
    results = period.answer.results
    if results["is_dismissal_compensated"]:
        yield told("dismissal_compensated", Severity.INFO)
        if not notice.sector_days_of_2013:
            days = results["notice_days_before_2014"]
            yield told("general_manual_days", Severity.INFO, days=days)
    if results.get("may_give_notice_in_term") is False:
        latest = long_date(period.day("last_day_of_notice_in_term"), language)
        yield told("notice_too_late_in_term", last=latest)
    last = period.last_day
    for absence in absences_not_held(
        records, worker.staff_number, contract, period.begins, min(last, month.of.month.last)
    ):
        first = long_date(absence.first, language)
        kind = belgium().facts["absence_kind"].label(absence.kind, language)
        yield told("absence_not_in_notice", kind=kind, first=first)
    for rule, severity, said in on_notice_pay(records, month, contract, period, language):
        yield told(rule, severity, **said)


def _on_serious_cause(worker: Worker, contract: Contract, language: str) -> Iterator[Finding]:
    """Working days that the law counts, up to the end and up to the notification of the cause."""
    cause, ended = contract.serious_cause, contract.ends
    if cause is None or ended is None:
        return
    told_on = cause.told_on or ended
    facts = {
        "working_days_until_dismissal": _open_days_after(cause.known_on, ended),
        "working_days_until_reason": _open_days_after(ended, told_on),
    }
    rules = {
        "is_serious_cause_in_time": ("serious_cause_late", cause.known_on, ended),
        "is_reason_told_in_time": ("serious_cause_told_late", ended, told_on),
    }
    question = Question(belgium(), want=list(rules), on=ended, paid=ended)
    results = question.answer(facts, None, str(cause.origin)).results
    for fact, (rule, first, last) in rules.items():
        if not results[fact]:
            said = {"first": long_date(first, language), "last": long_date(last, language)}
            yield _remark(rule, Severity.WARNING, worker, cause.origin, language, said)


def _open_days_after(first: date, last: date) -> str:
    """The working days after a day up to another; beyond two months it matters no more how many."""
    return str(len(open_days(first + timedelta(days=1), min(last, first + timedelta(days=60)))))


def _remark(
    rule: str,
    severity: Severity,
    worker: Worker,
    origin: Origin,
    language: str,
    said: Mapping[str, object],
) -> Finding:
    message = table()[rule][language].format(number=worker.staff_number, **said)
    return Finding(severity, rule, message, origin.file, origin.line)
