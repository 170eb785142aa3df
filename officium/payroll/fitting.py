"""Whether what is recorded for days fits the contracts: for all months at once, before one is computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date

from officium.findings import Finding, Severity
from officium.law import Month
from officium.payroll.absences.day import absence_on, misfit_of_absence
from officium.payroll.day import WORKED, misfit_of_day
from officium.payroll.overtime import is_above_schedule, misfit_above_schedule
from officium.payroll.records import Absence, Contract, Origin, Records, TimeEntry
from officium.payroll.time_codes.work import ABSENT


def misfits(
    records: Records,
    unsure: Collection[tuple[str, str]],
    told: Collection[tuple[str, int | None]],
) -> Iterator[Finding]:
    """Days whose hours are not those of the schedule.

    `unsure` holds the file and staff number of lines that could not be read: whether the other hours of
    that person in that file are complete is not known. `told` holds the file and line of mistakes: a
    day with one is no second mistake.
    """
    numbers = Counter(worker.staff_number for worker in records.workers)
    for worker in records.workers:
        for contract in worker.contracts:
            entries = [
                entry
                for entry in records.time_of(worker.staff_number, contract.number)
                if contract.runs_in(entry.day, entry.day)
                and (entry.origin.file, entry.staff_number) not in unsure
            ]
            if numbers[worker.staff_number] == 1:
                absences = records.absences_of(worker.staff_number, contract.number)
                yield from _begun_without_work(contract, entries, absences, unsure, told)
                yield from _of_contract(contract, entries, absences, told)


def _begun_without_work(
    contract: Contract,
    entries: list[TimeEntry],
    absences: tuple[Absence, ...],
    unsure: Collection[tuple[str, str]],
    told: Collection[tuple[str, int | None]],
) -> Iterator[Finding]:
    """Illnesses said to have begun at work on a day without work."""
    for one in absences:
        origin, first = one.origin, one.first
        file = f"time/{Month.of(first)}.csv"
        if one.begun is None or (origin.file, origin.line) in told:
            continue
        if (file, one.staff_number) in unsure or not contract.runs_in(first, first):
            continue
        terms = contract.terms_on(first)
        if not terms.average_week and not terms.hours_on(first):
            yield _mistake(
                origin,
                f"begun = yes, and the schedule of {one.staff_number} has no work on {first}: leave "
                "begun out, or correct first",
            )
        elif not any(entry.day == first and entry.code == WORKED for entry in entries):
            yield _mistake(
                origin,
                f"begun = yes, and no worked hours of {one.staff_number} are recorded on {first}: "
                f"record the hours before the illness in {file}, or leave begun out",
            )


def _of_contract(
    contract: Contract,
    entries: list[TimeEntry],
    absences: tuple[Absence, ...],
    told: Collection[tuple[str, int | None]],
) -> Iterator[Finding]:
    days: dict[date, list[TimeEntry]] = {}
    for entry in entries:
        days.setdefault(entry.day, []).append(entry)
    for day, own in days.items():
        if any((entry.origin.file, entry.origin.line) in told for entry in own):
            continue
        terms = contract.terms_on(day)
        if misfit := misfit_above_schedule(terms, own):
            yield _mistake(own[0].origin, misfit)
        within = [entry for entry in own if not is_above_schedule(entry.code)]
        absence, _ = absence_on(absences, day)
        if within and (misfit := _misfit(contract, day, within, absence)):
            yield _mistake(within[0].origin, misfit)


def _misfit(
    contract: Contract, day: date, entries: list[TimeEntry], absence: Absence | None
) -> str | None:
    if absence is not None:
        return misfit_of_absence(absence, contract, entries)
    if any(entry.code == ABSENT for entry in entries):
        return (
            f"{entries[0].staff_number}: {ABSENT} is recorded on {day}, and no absence of the folder "
            "covers that day"
        )
    return misfit_of_day(day, contract.terms_on(day), entries)


def _mistake(origin: Origin, message: str) -> Finding:
    return Finding(Severity.ERROR, "records", message, origin.file, origin.line)
