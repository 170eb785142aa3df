"""Lines of notice pay beside the notice that they replace: missing, or for other days than are owed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from officium.findings import Severity
from officium.language import long_date, number
from officium.payroll.month import PaidMonth
from officium.payroll.notice import NoticePeriod, gives_outplacement
from officium.payroll.records import Contract, PayItem, Records
from officium.payroll.remarks import table

NOTICE_PAY, WITH_OUTPLACEMENT = "notice_indemnity", "notice_indemnity_outplacement"
OF_A_TERM = "fixed_term_indemnity"
# What stands in the place of a notice; a delegate's indemnity does so by an act of its own.
IN_PLACE_OF_NOTICE = (NOTICE_PAY, WITH_OUTPLACEMENT, OF_A_TERM, "protected_worker_indemnity")
# A month of notice is as long as the calendar's, and one of pay thirteen thirds of a week.
MOST_DAYS_OFF = 3
_DISMISSALS = ("dismissal", "closure", "rcc")
Told = tuple[str, Severity, Mapping[str, object]]


def is_without_notice(records: Records, month: PaidMonth, contract: Contract) -> bool:
    """Whether the contract ends by dismissal in the month, with neither notice nor notice pay recorded."""
    return (
        contract.ends is not None
        and month.of.month.first <= contract.ends <= month.of.month.last
        and contract.end_reason in _DISMISSALS
        and contract.notice is None
        and not _lines(records, month, contract, IN_PLACE_OF_NOTICE)
    )


def on_notice_pay(
    records: Records, month: PaidMonth, contract: Contract, period: NoticePeriod, language: str
) -> Iterator[Told]:
    """Rule, severity and values of what there is to say of the notice pay of a contract."""
    if period.of.notice.way == "at_once" and period.of.notice.term_ends:
        yield from _on_a_term(month, contract, period, language)
    elif lines := _lines(records, month, contract, (NOTICE_PAY, WITH_OUTPLACEMENT)):
        paid = sum(7 * (item.units or 0) + (item.days or 0) for item in lines)
        owed = _days_owed(period, contract)
        months = int(str(period.answer.results["notice_months_before_2014"]))
        if abs(paid - 100 * owed) > 100 * MOST_DAYS_OFF * months:
            said = {"paid": number(paid, 2, language), "owed": owed}
            yield "notice_pay_differs", Severity.WARNING, said
    elif period.of.notice.way == "at_once":
        if not _lines(records, month, contract, IN_PLACE_OF_NOTICE):
            yield _of_a_whole_notice(period, language)
    elif rule := _about_the_end(month.of.month.last, period.last_day, contract):
        ends = long_date(contract.ends or period.last_day, language)
        yield rule, Severity.WARNING, {"ends": ends, "last": long_date(period.last_day, language)}


def _about_the_end(month_ends: date, last: date, contract: Contract) -> str | None:
    """The remark on a recorded end that is not the last day of the notice, or on none after it."""
    if contract.ends is None:
        return "notice_has_run" if last <= month_ends else None
    if contract.end_reason not in ("dismissal", "resignation", "retirement", "closure", "rcc"):
        return None
    if contract.ends < last:
        return "notice_ends_early"
    return "notice_ends_late" if contract.ends > last else None


def _of_a_whole_notice(period: NoticePeriod, language: str) -> Told:
    """No line is there: what notice pay covers, and where the employer owes it the line to write."""
    results = period.answer.results
    said: dict[str, object] = {
        "term": _term(results, language),
        "last": long_date(period.last_day, language),
    }
    if period.of.notice.given_by != "employer":
        return "notice_pay_covers", Severity.INFO, said
    days = (period.last_day - period.begins).days + 1
    units, beyond = divmod(days, 7)
    months = "" if results["notice_months_before_2014"] == "0" else _more("months", language)
    offered = _more("outplacement", language) if gives_outplacement(period) else ""
    line = {"line": NOTICE_PAY, "units": units, "beyond": beyond, "more": months + offered}
    return "notice_pay_missing", Severity.WARNING, said | line


def _term(results: Mapping[str, object], language: str) -> str:
    """The months, days and weeks of a notice, without those of which there are none."""
    facts = {
        "months": "notice_months_before_2014",
        "days": "notice_days_before_2014",
        "weeks": "notice_weeks",
    }
    counts = {unit: str(results[fact]) for unit, fact in facts.items() if results[fact] != "0"}
    return " + ".join(
        table()[f"notice_{unit}_{'one' if n == '1' else 'many'}"][language].format(n=n)
        for unit, n in counts.items()
    )


def _on_a_term(
    month: PaidMonth, contract: Contract, period: NoticePeriod, language: str
) -> Iterator[Told]:
    """A term broken at once: while notice could be given its pay is owed, later that of the term."""
    notice, owed = period.of.notice, int(str(period.answer.results["days_owed_of_term"]))
    could_be_given = notice.sent_on <= period.day("last_day_of_notice_in_term")
    kinds = (NOTICE_PAY, WITH_OUTPLACEMENT, OF_A_TERM)
    lines = [
        row
        for row, item in enumerate(month.of.items)
        if item.contract == contract.number and item.kind in kinds
    ]
    paid = sum(month.cents("days_covered", row) for row in lines)
    units, beyond = divmod(owed, 7)
    said: dict[str, object] = {
        "ends": long_date(notice.sent_on, language),
        "days": owed,
        "paid": number(paid, 2, language),
        "line": f"{NOTICE_PAY} (units {units}, days {beyond})"
        if could_be_given
        else f"{OF_A_TERM} (until {notice.term_ends}, units {period.answer.results['notice_weeks']})",
    }
    if notice.given_by != "employer":
        yield "term_broken", Severity.INFO, said
    elif not lines:
        yield "term_pay_missing", Severity.WARNING, said
    elif paid != 100 * owed:
        yield "term_pay_differs", Severity.WARNING, said


def _more(what: str, language: str) -> str:
    return f" {table()[f'notice_pay_{what}'][language]}"


def _lines(
    records: Records, month: PaidMonth, contract: Contract, kinds: tuple[str, ...]
) -> list[PayItem]:
    """The lines of a contract, of whatever month they are: an earlier month knows of them too."""
    return [
        item
        for item in records.pay_of(month.of.worker.staff_number)
        if item.contract == contract.number and item.kind in kinds
    ]


def _days_owed(period: NoticePeriod, contract: Contract) -> int:
    """The days of the notice after the end; all of them, where it had not begun."""
    served_until = max(contract.ends or period.last_day, period.begins - timedelta(days=1))
    return max(0, (period.last_day - served_until).days)
