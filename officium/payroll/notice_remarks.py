"""What looks wrong in notices and ends for serious cause: days that are not those of the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from officium.findings import BadInput, Finding, Severity
from officium.language import long_date, number
from officium.law import Question, belgium, open_days
from officium.payroll.month import PaidMonth
from officium.payroll.notice import NoticePeriod, given_notice, notice_period
from officium.payroll.records import Contract, Origin, Records, Worker
from officium.payroll.remarks import table
from officium.payroll.suspensions import absences_not_held

# In inland navigation the employer may hand the notice over (act of 3-07-1978, art. 37 par. 1).
INLAND_NAVIGATION = "139"
# A month of notice is as long as the calendar's, and one of pay thirteen thirds of a week.
MOST_DAYS_OFF = 3
NOTICE_PAY = ("notice_indemnity", "notice_indemnity_outplacement")


def remarks_on_notices(
    records: Records, months: Iterable[PaidMonth], language: str
) -> Iterator[Finding]:
    """The remarks on the contracts of a month that were given notice, or ended for serious cause."""
    for month in months:
        worker = month.of.worker
        for contract in (sheet.contract for sheet in month.of.timesheets):
            if contract.notice and contract.notice.sent_on <= month.of.month.last:
                yield from _on_notice(records, month, worker, contract, language)
            if contract.serious_cause and contract.ends and contract.ends <= month.of.month.last:
                yield from _on_serious_cause(worker, contract, language)


def _on_notice(
    records: Records, month: PaidMonth, worker: Worker, contract: Contract, language: str
) -> Iterator[Finding]:
    notice = contract.notice
    assert notice is not None

    def told(rule: str, severity: Severity = Severity.WARNING, **said: object) -> Finding:
        return _remark(rule, severity, worker, notice.origin, language, said)

    may_hand_over = notice.given_by != "employer" or contract.joint_committee == INLAND_NAVIGATION
    if notice.way == "handed_over" and not may_hand_over:
        yield told("notice_void")
    if notice.is_protected and notice.given_by == "employer":
        yield told("notice_of_protected")
    try:
        given = given_notice(records, worker, contract, month.of.month.last)
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
    if notice.way == "at_once" and notice.term_ends:
        ends = long_date(notice.sent_on, language)
        yield told("term_broken", Severity.INFO, ends=ends, days=results["days_owed_of_term"])
    elif (paid := _days_of_notice_pay(records, worker, contract)) is not None:
        owed = _days_owed(period, contract)
        months = int(results["notice_months_before_2014"])
        if abs(paid - 100 * owed) > 100 * MOST_DAYS_OFF * months:
            paid_days = number(paid, 2, language)
            yield told("notice_pay_differs", paid=paid_days, owed=owed)
    elif notice.way == "at_once":
        yield told(
            "notice_pay_covers",
            Severity.INFO,
            months=results["notice_months_before_2014"],
            days=results["notice_days_before_2014"],
            weeks=results["notice_weeks"],
            last=long_date(last, language),
        )
    elif rule := _about_the_end(month.of.month.last, last, contract):
        ends = long_date(contract.ends or last, language)
        yield told(rule, ends=ends, last=long_date(last, language))


def _days_of_notice_pay(records: Records, worker: Worker, contract: Contract) -> int | None:
    """The days, in hundredths, that lines of notice pay are for; None where there is no such line."""
    lines = [
        item
        for item in records.pay_of(worker.staff_number)
        if item.contract == contract.number and item.kind in NOTICE_PAY
    ]
    return sum(7 * (item.units or 0) + (item.days or 0) for item in lines) if lines else None


def _days_owed(period: NoticePeriod, contract: Contract) -> int:
    """The days of the notice after the end; all of them, where it had not begun."""
    served_until = max(contract.ends or period.last_day, period.begins - timedelta(days=1))
    return max(0, (period.last_day - served_until).days)


def _about_the_end(month_ends: date, last: date, contract: Contract) -> str | None:
    """The remark on a recorded end that is not the last day of the notice, or on none after it."""
    if contract.ends is None:
        return "notice_has_run" if last <= month_ends else None
    if contract.end_reason not in ("dismissal", "resignation", "retirement", "closure", "rcc"):
        return None
    if contract.ends < last:
        return "notice_ends_early"
    return "notice_ends_late" if contract.ends > last else None


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
