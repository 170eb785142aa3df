"""What looks wrong in somebody's holidays: days without right, days left, lines that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from officium.findings import Finding, Severity
from officium.language import month_name, number
from officium.law import Month
from officium.payroll.holidays import HolidayAccount
from officium.payroll.month import PaidMonth
from officium.payroll.records import Origin
from officium.payroll.remarks import table

DECEMBER = 12


def remarks_on_holidays(paid: Iterable[PaidMonth], language: str) -> Iterator[Finding]:
    """The remarks on the holidays of months, each with the place of the record."""
    for one in paid:
        yield from _supplementary_hours(one, language)
        for account in one.holidays:
            for rule, amounts in _found(account):
                yield _remark(rule, one, account.recorded.origin, language, *amounts)


def _found(account: HolidayAccount) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Rule, and its hundredths of days or months."""
    left = account.days("holiday_days_left")
    kinds = {item.kind for item in account.items}
    if left < 0:
        yield "holiday_days_too_many", (-left,)
    carried = account.days("holiday_days_carried_left")
    if carried < 0:
        yield "carried_days_too_many", (-carried,)
    beyond = account.supplementary_days - account.days("supplementary_holiday_days")
    if account.supplementary_days and (beyond > 0 or left > 0):
        yield "supplementary_days_too_many", (max(beyond, 0),)
    most = 100 * _months_under_contract(account)
    if account.recorded.service_months > most:
        yield "service_months_too_many", (account.recorded.service_months, most)
    months = account.recorded.service_months + account.recorded.certificate_months
    for item in account.items:
        if item.kind == "double_holiday_pay" and item.months not in (None, months):
            yield "double_holiday_months", (months, item.months or 0)
    if account.of.month.number == DECEMBER:
        unpaid = left - sum(
            item.days or 0 for item in account.items if item.kind == "holiday_days_not_taken"
        )
        if unpaid > 0:
            yield "holiday_days_not_taken", (unpaid,)
        settled = account.days("holiday_days_settled_in_december")
        if settled and "holiday_settlement" not in kinds:
            yield "holiday_settlement_missing", (settled,)


def _months_under_contract(account: HolidayAccount) -> int:
    """The months of the service year in which some contract with the employer ran."""
    of = account.of
    months = (Month(account.recorded.year - 1, number) for number in range(1, 13))
    return sum(
        bool(of.worker.contracts_at(of.employer.enterprise_number, month)) for month in months
    )


def _supplementary_hours(one: PaidMonth, language: str) -> Iterator[Finding]:
    """The hours of supplementary holidays are paid by a line of pay, as many as are recorded."""
    for sheet in one.of.timesheets:
        hours = sum(time.hours for time in sheet.times if time.code == "supplementary_holiday")
        paid = sum(
            item.hours or 0
            for item in one.of.items
            if item.contract == sheet.contract.number and item.kind == "supplementary_holiday_pay"
        )
        if hours != paid:
            yield _remark("supplementary_hours", one, sheet.contract.origin, language, hours, paid)


def _remark(
    rule: str, one: PaidMonth, origin: Origin, language: str, days: int, said: int = 0
) -> Finding:
    month = one.of.month
    message = table()[rule][language].format(
        number=one.of.worker.staff_number,
        month=f"{month_name(month.number, language)} {month.year}",
        year=month.year,
        days=number(days, 2, language),
        said=number(said, 2, language),
    )
    return Finding(Severity.WARNING, rule, message, origin.file, origin.line)
