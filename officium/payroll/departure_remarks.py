"""What looks wrong when a white-collar worker leaves: holiday pay that is missing, or another base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from officium.findings import Finding, Severity
from officium.language import long_date, number
from officium.payroll.certificate import ASSIMILATED
from officium.payroll.month import PaidMonth
from officium.payroll.public_holiday_remarks import holidays_after_end
from officium.payroll.records import Contract, Origin, PayItem, Records
from officium.payroll.remarks import table

PARTS = ("pay", "bonus", "supplement")
CURRENT = tuple(f"departure_holiday_{part}_current" for part in PARTS)
SINGLE, *DOUBLE = (f"departure_holiday_{part}_previous" for part in PARTS)


def remarks_on_departures(
    records: Records, months: Iterable[PaidMonth], language: str
) -> Iterator[Finding]:
    """The remarks on the months in which white-collar workers leave, or are paid for leaving."""
    for month in months:
        for sheet in month.of.timesheets:
            contract = sheet.contract
            items = [
                item
                for item in month.of.items
                if item.contract == contract.number and item.kind in CURRENT
            ]
            if contract.status == "white_collar":
                yield from _missing(month, contract, items, language)
                yield from _missing_of_last_year(records, month, contract, language)
                yield from _base(records, month, contract, items, language)


def _missing(
    month: PaidMonth, contract: Contract, items: Iterable[PayItem], language: str
) -> Iterator[Finding]:
    if contract.ends is None or contract.ends > month.of.month.last:
        return
    recorded = {item.kind for item in items}
    missing = [kind for kind in CURRENT if kind not in recorded]
    if missing:
        said = {
            "day": long_date(contract.ends, language),
            "year": contract.ends.year,
            "kinds": ", ".join(missing),
            "pay": number(month.cents("pay_for_holidays_of_year"), 2, language),
        }
        after = holidays_after_end(month, contract)
        rule = "departure_pay_missing_and_holidays" if after else "departure_pay_missing"
        said["after"] = ", ".join(long_date(day, language) for day in after)
        yield _remark(rule, month, contract.origin, language, said)


def _missing_of_last_year(
    records: Records, month: PaidMonth, contract: Contract, language: str
) -> Iterator[Finding]:
    """Last year's service, where the folder knows of days left, or of no double pay in the year."""
    ends, year = contract.ends, month.of.month.year
    if ends is None or ends > month.of.month.last or contract.begins.year == year:
        return
    own = [
        item
        for item in records.pay_of(month.of.worker.staff_number)
        if item.contract == contract.number and item.month.startswith(str(year))
    ]
    recorded = {item.kind for item in own}
    left = [
        account.days("holiday_days_left")
        for account in month.holidays
        if account.recorded.contract == contract.number
    ]
    # Without a year of holidays it is not known whether any day was left.
    kinds = [] if SINGLE in recorded or (left and sum(left) <= 0) else [SINGLE]
    if not any(kind.startswith("double_holiday_pay") for kind in recorded):
        kinds += [kind for kind in DOUBLE if kind not in recorded]
    if kinds:
        said = {
            "day": long_date(ends, language),
            "year": year,
            "before": year - 1,
            "kinds": ", ".join(kinds),
            "left": number(sum(left), 2, language) if left else "?",
        }
        yield _remark("departure_previous_missing", month, contract.origin, language, said)


def _base(
    records: Records,
    month: PaidMonth,
    contract: Contract,
    items: Iterable[PayItem],
    language: str,
) -> Iterator[Finding]:
    """A recorded base is the pay of the year, or more where assimilated days add a fictitious pay."""
    pay = month.cents("pay_for_holidays_of_year")
    year = month.of.month.year
    may_be_more = any(
        entry.code in ASSIMILATED and entry.day.year == year
        for entry in records.time_of(month.of.worker.staff_number, contract.number)
    )
    for item in items:
        base = item.base or 0
        # A base below zero takes back: it is not the pay of a year.
        if 0 <= base < pay or (base > pay and not may_be_more):
            said = {
                "kind": item.kind,
                "base": number(base, 2, language),
                "pay": number(pay, 2, language),
                "year": year,
            }
            yield _remark("departure_base_differs", month, item.origin, language, said)


def _remark(
    rule: str, month: PaidMonth, origin: Origin, language: str, said: dict[str, object]
) -> Finding:
    message = table()[rule][language].format(number=month.of.worker.staff_number, **said)
    return Finding(Severity.WARNING, rule, message, origin.file, origin.line)
