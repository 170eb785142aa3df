"""The holiday certificates of who leaves: one for each service year that holiday pay was paid for.

Their items are those of the royal decree of 30 March 1967, art. 46 par. 2, in its order. Nothing is
computed here but days counted from the time that the folder holds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from officium.language import LANGUAGES, long_date, number, plain
from officium.payroll.day import part_of_day
from officium.payroll.month import PaidMonth
from officium.payroll.payslip import employer_of, worker_of
from officium.payroll.records import Contract, PayItem, Records, TimeEntry

_FILE = Path(__file__).with_suffix(".toml")
# Time that counts for holiday pay although nobody, or somebody else, pays it (art. 41).
ASSIMILATED = (
    "sickness_unpaid",
    "maternity",
    "birth_leave",
    "work_accident",
    "strike",
    "economic_unemployment",
    "white_collar_suspension",
    "sickness_second_week",
    "sickness_supplement",
    "accident_advance",
    "occupational_disease",
)
SUPPLEMENTARY = "supplementary_holiday"
# From the holiday year 2024 the certificate says how the next employer takes the advance off.
STATED_SINCE = date(2024, 1, 1)
_DAY = timedelta(days=1)


@cache
def table() -> dict[str, Any]:
    """Item -> language -> words; under `code` those of assimilated time."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def certificates(records: Records, paid: PaidMonth) -> Iterator[dict[str, Any]]:
    """The certificates of a worker's month, by contract and service year; none where nobody leaves.

    Each is a document: employer, worker, the years, and `lines` with a key, a label in four languages,
    a value and whether that value is an amount, days, hours or text.
    """
    for sheet in paid.of.timesheets:
        for which, service_year in (
            ("previous", paid.of.month.year - 1),
            ("current", paid.of.month.year),
        ):
            kinds = {
                f"departure_holiday_{part}_{which}": part for part in ("pay", "bonus", "supplement")
            }
            rows = [
                (row, item)
                for row, item in enumerate(paid.of.items)
                if item.contract == sheet.contract.number and item.kind in kinds
            ]
            if rows:
                yield _certificate(records, paid, sheet.contract, service_year, rows)


def _certificate(
    records: Records,
    paid: PaidMonth,
    contract: Contract,
    year: int,
    rows: Sequence[tuple[int, PayItem]],
) -> dict[str, Any]:
    until = contract.ends or paid.of.month.last
    lines = [
        *_service(records, paid.of.worker.staff_number, contract, year, until),
        *_amounts(paid, year, rows),
        *_days(records, paid, contract, year, [item for _, item in rows]),
    ]
    if paid.of.paid_on >= STATED_SINCE:
        lines.append(_line("statement", "text", None))
    return {
        "title": dict(table()["title"]),
        "language": paid.of.worker.language,
        "employer": employer_of(paid.of.employer),
        "worker": worker_of(paid.of.worker),
        "contract": contract.number,
        "service_year": year,
        "holiday_year": year + 1,
        "given_on": paid.of.paid_on.isoformat(),
        "lines": lines,
    }


def _line(key: str, unit: str, value: str | None, *said: object) -> dict[str, Any]:
    """One item: days, dates and numbers inside its label are said in each language."""
    label = {
        language: table()[key][language].format(*(_said(one, language) for one in said))
        for language in LANGUAGES
    }
    return {"key": key, "label": label, "unit": unit, "value": value}


def _said(one: object, language: str) -> str:
    if isinstance(one, date):
        return long_date(one, language)
    if isinstance(one, dict):
        return str(one[language])
    return str(one)


def _in_words(hundredths: int) -> dict[str, str]:
    return {language: number(hundredths, 2, language) for language in LANGUAGES}


def _service(
    records: Records, staff_number: str, contract: Contract, year: int, until: date
) -> Iterator[dict[str, Any]]:
    first, last = max(contract.begins, date(year, 1, 1)), min(until, date(year, 12, 31))
    if first > last:
        return
    yield _line("occupied", "period", f"{first}/{last}", first, last)
    entries = [
        entry
        for entry in records.time_of(staff_number, contract.number)
        if first <= entry.day <= last and entry.code in ASSIMILATED
    ]
    for run in _runs(contract, entries):
        days = sum(part_of_day(contract.terms_on(entry.day), entry) for entry in run)
        yield _line(
            "assimilated",
            "days",
            plain(days, 2),
            run[0].day,
            run[-1].day,
            table()["code"][run[0].code],
        )
    for terms in contract.terms:
        if terms.since <= last and (terms.since >= first or contract.terms_on(first) is terms):
            yield _line(
                "working_time",
                "hours",
                plain(terms.hours_per_week, 2),
                max(terms.since, first),
                _in_words(terms.full_time_hours),
            )


def _runs(contract: Contract, entries: Sequence[TimeEntry]) -> list[list[TimeEntry]]:
    """Entries of one code without a scheduled day between them."""
    runs: list[list[TimeEntry]] = []
    for entry in sorted(entries, key=lambda one: (one.code, one.day)):
        before = runs[-1][-1] if runs else None
        if before and before.code == entry.code and _follows(contract, before.day, entry.day):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return sorted(runs, key=lambda run: run[0].day)


def _follows(contract: Contract, before: date, day: date) -> bool:
    between = before + _DAY
    while between < day:
        if contract.terms_on(between).hours_on(between):
            return False
        between += _DAY
    return True


def _amounts(
    paid: PaidMonth, year: int, rows: Sequence[tuple[int, PayItem]]
) -> Iterator[dict[str, Any]]:
    def total(fact: str, part: str) -> str:
        chosen = (row for row, item in rows if f"_{part}_" in item.kind)
        return plain(sum(paid.cents(fact, row) for row in chosen), 2)

    yield _line("gross_pay", "amount", plain(rows[0][1].base or 0, 2), year)
    yield _line("single_pay", "amount", total("item_amount", "pay"))
    yield _line("double_pay", "amount", total("item_amount", "bonus"))
    yield _line("supplement", "amount", total("item_amount", "supplement"))
    single = total("item_ordinary_contribution", "pay")
    yield _line("contribution_on_single_pay", "amount", single)
    double = total("item_worker_contribution", "bonus")
    yield _line("contribution_on_double_pay", "amount", double)


def _days(
    records: Records, paid: PaidMonth, contract: Contract, year: int, items: Sequence[PayItem]
) -> Iterator[dict[str, Any]]:
    """Days of the year after the service year, as far as it has begun."""
    month = paid.of.month
    a_week = _in_words(
        contract.terms_on(min(contract.ends or month.last, month.last)).days_per_week
    )
    single = [item for item in items if item.kind == "departure_holiday_pay_previous"]
    taken = sum((item.units or 0) - (item.days or 0) for item in single)
    yield _line("days_taken", "days", plain(taken, 2), year + 1, a_week)
    if year == month.year:
        return
    left = sum(item.days or 0 for item in single)
    yield _line("days_left", "days", plain(left, 2), year + 1)
    supplementary = sum(
        part_of_day(contract.terms_on(entry.day), entry)
        for entry in records.time_of(paid.of.worker.staff_number, contract.number)
        if entry.code == SUPPLEMENTARY and entry.day.year == month.year and entry.day <= month.last
    )
    if supplementary:
        yield _line("supplementary_days", "days", plain(supplementary, 2), year + 1, a_week)
    for account in paid.holidays:
        carried = account.days("holiday_days_carried_left")
        if account.recorded.contract == contract.number and carried:
            yield _line("carried_days", "days", plain(carried, 2))
