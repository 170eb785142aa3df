"""Whether the day of a line of pay is one that its kind can concern."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from officium.findings import BadInput
from officium.language import plain
from officium.law import Month, public_holidays
from officium.payroll.day import PUBLIC_HOLIDAY
from officium.payroll.records import Contract, Employer, PayItem
from officium.payroll.timesheet import Time

AFTER_END = "public_holiday_after_end"
EARLIER_MONTH = ("arrears", "recovery")


def refuse_other_day(item: PayItem, contract: Contract, employer: Employer) -> None:
    """Raise BadInput where the day of a line cannot be meant.

    Pay belongs to the period to which it relates (royal decree of 28 November 1969, art. 21): what
    concerns an earlier quarter changes the declaration of that quarter, and what concerns an earlier
    year is taxed apart. Neither is computed.
    """
    if item.day is None:
        return
    says = None
    if item.kind == AFTER_END:
        says = _not_after_end(item, item.day, contract, employer)
    if item.kind in EARLIER_MONTH:
        says = _not_earlier(item, item.day)
        if item.kind == "recovery" and says is None and (item.amount or 0) >= 0:
            says = f"a recovery of {plain(item.amount or 0, 2)}: a negative amount is expected"
    if says:
        who = f"{item.staff_number}, {item.month}"
        raise BadInput(f"{who}: {says}", code="other_day", where=str(item.origin))


def holidays_after_end(items: Iterable[PayItem], contract: int) -> tuple[Time, ...]:
    """The time of public holidays after the end of a contract, which is declared with its last month.

    Time under pay with contributions has working-time code 1 (annex 8).
    """
    return tuple(
        Time(PUBLIC_HOLIDAY, 1, True, item.hours or 0, 100)
        for item in items
        if item.kind == AFTER_END and item.contract == contract
    )


def _not_after_end(item: PayItem, day: date, contract: Contract, employer: Employer) -> str | None:
    if contract.ends is None or item.month != str(Month.of(contract.ends)):
        return "a public holiday after the end is paid with the last month of the contract" + (
            "" if contract.ends is None else f", {Month.of(contract.ends)}"
        )
    if day <= contract.ends:
        return f"{day} is not after the end of the contract, {contract.ends}"
    replaced = {entry.day for entry in employer.replacement_days}
    if day not in public_holidays(day.year) and day not in replaced:
        return f"{day} is no public holiday and replaces none"
    return None


def _not_earlier(item: PayItem, day: date) -> str | None:
    of, paid = Month.of(day), Month.parse(item.month)
    if of > paid:
        return f"{item.kind} of {of}, which is later than {paid}: a day of an earlier month is expected"
    if of.year != paid.year:
        return (
            f"{item.kind} of {of}: pay of an earlier year is taxed apart and changes the declaration "
            f"of {of.quarter}, which is not computed"
        )
    if of.quarter != paid.quarter:
        return (
            f"{item.kind} of {of}: it changes the declaration of {of.quarter}, which is not computed "
            f"with a month of {paid.quarter}"
        )
    return None
