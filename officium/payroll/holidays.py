"""The days of annual holidays of who has them recorded: earned, used and left, by the law.

Days are counted from the time that is recorded, for the calendar year up to the end of a month. It is
a question of its own to the law book: the pay of a month does not depend on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from officium.engine import Country, Family, LawBook, Row, Sheet, explain
from officium.language import plain
from officium.law import Month
from officium.payroll.day import part_of_day
from officium.payroll.facts import Value, WorkerMonth
from officium.payroll.records import (
    Contract,
    HolidayYear,
    PayItem,
    Records,
    Terms,
    TimeEntry,
)

WANT = (
    "holiday_days_left",
    "holiday_days_settled_in_december",
    "holiday_days_carried_left",
    "supplementary_holiday_days",
    "unemployment_holiday_days",
)
SHOWN = ("holiday_days_right", "holiday_days_used", *WANT)
CARRIED = ("carried_holiday", "carried_holiday_second_year")


@dataclass(frozen=True)
class HolidayAccount:
    """The holidays of one contract in a calendar year, up to the end of a month.

    `supplementary_days` are hundredths of days of supplementary holidays taken.
    """

    of: WorkerMonth
    recorded: HolidayYear
    supplementary_days: int
    row: Row
    family: Family

    @property
    def items(self) -> tuple[PayItem, ...]:
        """The lines of pay of the contract in the month."""
        return tuple(item for item in self.of.items if item.contract == self.recorded.contract)

    def days(self, fact: str) -> int:
        """Hundredths of days of a fact of `SHOWN`."""
        return self.family.fact(fact, 0)


def holiday_accounts(
    records: Records, months: Iterable[WorkerMonth], *, country: Country, provisional: bool
) -> dict[str, tuple[HolidayAccount, ...]]:
    """The accounts by staff number of the people of a month whose year of holidays is recorded."""
    found: dict[str, tuple[HolidayAccount, ...]] = {}
    book: LawBook | None = None
    for month in months:
        number = month.worker.staff_number
        contracts = {sheet.contract.number: sheet for sheet in month.timesheets}
        for recorded in month.worker.holiday_years:
            sheet = contracts.get(recorded.contract)
            if recorded.year != month.month.year or sheet is None:
                continue
            book = book or LawBook(
                country,
                want=WANT,
                on=month.month.first,
                paid=month.paid_on,
                provisional=provisional,
            )
            entries = records.time_of(number, recorded.contract)
            taken = _taken(sheet.contract, month.month, entries)
            row = Row(_facts(month, recorded, sheet.terms, taken), {})
            family = Family(book, Sheet(book, row, f"{number}, holidays of {recorded.year}"))
            found[number] = (
                *found.get(number, ()),
                HolidayAccount(month, recorded, taken.get("supplementary_holiday", 0), row, family),
            )
    return found


def holidays_told(account: HolidayAccount, language: str) -> dict[str, Any]:
    """The account as a document, with what is needed to explain it."""
    book = account.family.book
    return {
        "contract": account.recorded.contract,
        "year": account.recorded.year,
        "results": {name: plain(account.days(name), 2) for name in SHOWN},
        "labels": {name: dict(book.country.facts[name].names) for name in SHOWN},
        "fingerprint": book.fingerprint,
        "question": {
            "on": account.of.month.first.isoformat(),
            "paid": account.of.paid_on.isoformat(),
            "want": list(WANT),
            "provisional": True,
            "rows": {"facts": dict(account.row.facts), "children": {}},
        },
        "explanation": explain(account.family, WANT, language),
    }


def _taken(contract: Contract, month: Month, entries: Iterable[TimeEntry]) -> dict[str, int]:
    """Hundredths of days by code, from 1 January to the end of the month: hours over the schedule."""
    first = date(month.year, 1, 1)
    taken: dict[str, int] = {}
    for entry in entries:
        if first <= entry.day <= month.last:
            part = part_of_day(contract.terms_on(entry.day), entry)
            taken[entry.code] = taken.get(entry.code, 0) + part
    return taken


def _facts(
    month: WorkerMonth, recorded: HolidayYear, terms: Terms, taken: Mapping[str, int]
) -> dict[str, Value]:
    return {
        "weekly_hours": terms.hours_per_week,
        "days_per_week": terms.days_per_week,
        "holiday_service_months": recorded.service_months + recorded.certificate_months,
        "holiday_service_hours": recorded.service_hours,
        "holiday_days_taken": recorded.taken_before + taken.get("holiday", 0),
        "holiday_days_of_illness": taken.get("sickness_in_holiday", 0),
        "holiday_days_carried": recorded.carried_days,
        "carried_days_taken": sum(taken.get(code, 0) for code in CARRIED),
        "has_started_or_resumed_work": recorded.has_started_or_resumed_work,
        "supplementary_service_months": recorded.supplementary_months,
        "birth_date": month.worker.birth_date.isoformat(),
        "service_year_end": date(recorded.year - 1, 12, 31).isoformat(),
        "ended_studies_in_service_year": recorded.ended_studies,
        "worked_after_studies": recorded.worked_after_studies,
        "was_unemployed_or_invalid_in_service_year": recorded.was_unemployed_or_invalid,
    }
