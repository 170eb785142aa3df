"""What looks wrong, or is still to be done, when a contract ends with an indemnity or without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from officium.findings import Finding, Severity
from officium.language import long_date, number
from officium.payroll.month import PaidMonth
from officium.payroll.records import Contract, Origin
from officium.payroll.remarks import table

# Why a contract may end with each; the others suit any end.
_BY_DISMISSAL = frozenset({"dismissal", "closure", "rcc", "resignation_for_serious_cause"})
REASONS = {
    "notice_indemnity": _BY_DISMISSAL,
    "notice_indemnity_outplacement": _BY_DISMISSAL,
    "fixed_term_indemnity": _BY_DISMISSAL,
    "unreasonable_dismissal_indemnity": _BY_DISMISSAL,
    "mutual_consent_indemnity": frozenset({"mutual_consent"}),
    "protected_worker_indemnity": _BY_DISMISSAL,
    "other_protection_indemnity": _BY_DISMISSAL,
    "closure_indemnity": frozenset({"closure", "dismissal", "rcc"}),
    "collective_dismissal_indemnity": frozenset({"closure", "dismissal", "rcc"}),
}
# Which rest on the pay of a year; the other lines record their amount.
OF_YEARLY_PAY = frozenset(
    {
        "notice_indemnity",
        "notice_indemnity_outplacement",
        "fixed_term_indemnity",
        "clients_indemnity",
        "unreasonable_dismissal_indemnity",
    }
)
# Act of 5 September 2001, art. 10: the time to pay the fund.
DAYS_TO_PAY = timedelta(days=45)


def remarks_on_indemnities(months: Iterable[PaidMonth], language: str) -> Iterator[Finding]:
    """The remarks on the months in which a contract ends."""
    for month in months:
        for row, sheet in enumerate(month.of.timesheets):
            if sheet.contract.ends and sheet.contract.ends <= month.of.month.last:
                yield from _on_lines(month, sheet.contract, language)
                yield from _who_ended_it(month, sheet.contract, language)
                yield from _return_to_work(month, sheet.contract, row, language)


def _on_lines(month: PaidMonth, contract: Contract, language: str) -> Iterator[Finding]:
    labels = month.family.book.country.facts["contract_end_reason"].labels
    measures = month.family.book.country.facts["career_measure"].labels
    for row, item in enumerate(month.of.items):
        if item.contract != contract.number:
            continue
        reason = contract.end_reason or "none"
        if reason not in REASONS.get(item.kind, {reason}):
            said = {"kind": item.kind, "reason": labels[reason][language]}
            yield _remark("indemnity_reason_differs", month, item.origin, language, said)
        measure = _measure_not_told(contract)
        if measure and item.kind in OF_YEARLY_PAY and not item.base:
            said = {"measure": measures[measure][language]}
            yield _remark("yearly_pay_is_reduced", month, item.origin, language, said)
        if month.cents("is_outplacement_left_out", row):
            said = {"weeks": number(item.units or 0, 2, language)}
            yield _remark("outplacement_not_offered", month, item.origin, language, said)
        if month.cents("is_outplacement_of_short_notice", row):
            said = {"weeks": number(item.units or 0, 2, language)}
            yield _remark("outplacement_of_short_notice", month, item.origin, language, said)


def _who_ended_it(month: PaidMonth, contract: Contract, language: str) -> Iterator[Finding]:
    """A resignation with notice by the employer; a dismissed worker may leave by a notice of his own."""
    notice = contract.notice
    if notice and notice.given_by == "employer" and contract.end_reason == "resignation":
        yield _remark("resigned_by_employer", month, notice.origin.of("given_by"), language, {})


def _measure_not_told(contract: Contract) -> str | None:
    """The right by which less was worked on the last day, where the yearly pay says nothing of it."""
    if contract.yearly_pay and contract.yearly_pay.reduction != "none":
        return None
    terms = [one for one in contract.terms if not contract.ends or one.since <= contract.ends][-1]
    return None if terms.is_interrupted else terms.measure


def _return_to_work(
    month: PaidMonth, contract: Contract, row: int, language: str
) -> Iterator[Finding]:
    owed = month.cents("return_to_work_contribution", row)
    if owed and contract.ends:
        said = {
            "amount": number(owed, 2, language),
            "day": long_date(contract.ends + DAYS_TO_PAY, language),
        }
        yield _remark("return_to_work_owed", month, contract.origin, language, said)


def _remark(
    rule: str, month: PaidMonth, origin: Origin, language: str, said: Mapping[str, object]
) -> Finding:
    message = table()[rule][language].format(number=month.of.worker.staff_number, **said)
    return Finding(Severity.WARNING, rule, message, origin.file, origin.line)
