"""All records of a folder or a database together, and what must hold between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from officium.findings import Finding, Severity
from officium.law import Month, public_holidays
from officium.payroll.records.base import Origin
from officium.payroll.records.contract import Contract
from officium.payroll.records.employer import Employer
from officium.payroll.records.month import OpeningBalance, PayItem, TimeEntry
from officium.payroll.records.person import Worker

E = TypeVar("E")
K = TypeVar("K")


@dataclass(frozen=True)
class Records:
    """Employers, people and what happened, each in a fixed order."""

    employers: tuple[Employer, ...] = ()
    workers: tuple[Worker, ...] = ()
    time: tuple[TimeEntry, ...] = ()
    pay: tuple[PayItem, ...] = ()
    opening: tuple[OpeningBalance, ...] = ()

    def employer(self, enterprise_number: str) -> Employer:
        """The employer with a number; KeyError when there is none."""
        return {entry.enterprise_number: entry for entry in self.employers}[enterprise_number]

    def time_of(self, staff_number: str, contract: int) -> tuple[TimeEntry, ...]:
        """The time recorded for a contract, in the order of its days."""
        return self._time.get((staff_number, contract), ())

    def pay_of(self, staff_number: str) -> tuple[PayItem, ...]:
        """The pay recorded for a worker beside the basic pay."""
        return self._pay.get(staff_number, ())

    def opening_of(self, staff_number: str) -> tuple[OpeningBalance, ...]:
        """The opening balances of a worker."""
        return self._opening.get(staff_number, ())

    @cached_property
    def _time(self) -> dict[tuple[str, int], tuple[TimeEntry, ...]]:
        return _grouped(self.time, lambda entry: (entry.staff_number, entry.contract))

    @cached_property
    def _pay(self) -> dict[str, tuple[PayItem, ...]]:
        return _grouped(self.pay, lambda item: item.staff_number)

    @cached_property
    def _opening(self) -> dict[str, tuple[OpeningBalance, ...]]:
        return _grouped(self.opening, lambda balance: balance.staff_number)

    def in_order(self) -> Records:
        """The same records, sorted: by number, then day, then code."""
        return Records(
            tuple(sorted(self.employers, key=lambda entry: entry.enterprise_number)),
            tuple(sorted(self.workers, key=lambda entry: entry.staff_number)),
            tuple(
                sorted(self.time, key=lambda it: (it.day, it.staff_number, it.contract, it.code))
            ),
            tuple(
                sorted(
                    self.pay,
                    key=lambda it: (
                        it.month,
                        it.staff_number,
                        it.contract,
                        it.kind,
                        it.description,
                        it.amount,
                    ),
                )
            ),
            tuple(sorted(self.opening, key=lambda it: (it.staff_number, it.fact, it.as_of))),
        )


def _grouped(entries: Iterable[E], key: Callable[[E], K]) -> dict[K, tuple[E, ...]]:
    groups: dict[K, list[E]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return {name: tuple(group) for name, group in groups.items()}


def mistakes_between(records: Records, *, people_complete: bool = True) -> Iterator[Finding]:
    """What is wrong between records that are each sound on their own.

    `people_complete` is False when some worker could not be read: then a staff number that nobody
    bears is no mistake of its own.
    """
    yield from _twice(
        records.employers, "enterprise_number", "two employers have enterprise number"
    )
    yield from _twice(records.employers, "nsso_number", "two employers have NSSO number")
    yield from _twice(records.workers, "staff_number", "two people have staff number")
    yield from _twice(records.workers, "inss", "two people have INSS")
    for employer in records.employers:
        yield from _replacement_days(employer)
    known = {employer.enterprise_number: employer for employer in records.employers}
    contracts: dict[tuple[str, int], Contract] = {}
    for worker in records.workers:
        for contract in worker.contracts:
            contracts[worker.staff_number, contract.number] = contract
            if known:
                yield from _contract(worker, contract, known.get(contract.employer))
    people = {worker.staff_number for worker in records.workers}
    of_people: tuple[TimeEntry | PayItem | OpeningBalance, ...] = (
        *records.time,
        *records.pay,
        *records.opening,
    )
    for entry in of_people:
        if entry.staff_number not in people:
            if people_complete:
                yield _mistake(
                    entry.origin,
                    f"nobody has staff number {entry.staff_number}; "
                    f"known are {', '.join(sorted(people)[:12]) or 'none'}",
                )
        elif isinstance(entry, TimeEntry | PayItem):
            contract_of_entry = contracts.get((entry.staff_number, entry.contract))
            if contract_of_entry is None:
                yield _mistake(
                    entry.origin, f"{entry.staff_number} has no contract {entry.contract}"
                )
            elif isinstance(entry, TimeEntry):
                yield from _inside(entry, contract_of_entry)
            else:
                yield from _paid_inside(entry, contract_of_entry)
    yield from _time_twice(records.time)
    yield from _opening_twice(records.opening)


def _mistake(origin: Origin, message: str) -> Finding:
    return Finding(Severity.ERROR, "records", message, origin.file, origin.line)


def _twice(
    records: tuple[Employer, ...] | tuple[Worker, ...], field: str, says: str
) -> Iterator[Finding]:
    first: dict[str, Origin] = {}
    for record in records:
        value = getattr(record, field)
        if value in first:
            yield _mistake(record.origin, f"{says} {value}: this one and the one in {first[value]}")
        first.setdefault(value, record.origin)


def _replacement_days(employer: Employer) -> Iterator[Finding]:
    for entry in employer.replacement_days:
        holidays = public_holidays(entry.holiday.year)
        if entry.holiday not in holidays:
            yield _mistake(
                entry.origin,
                f"{entry.holiday} is no public holiday; those of the year are "
                + ", ".join(str(day) for day in holidays),
            )
        elif entry.day in holidays and entry.day != entry.holiday:
            yield _mistake(entry.origin, f"{entry.day} is a public holiday itself")
        elif entry.day == entry.holiday and entry.day.weekday() == 6:
            yield _mistake(
                entry.origin, f"{entry.holiday} is a Sunday: another day is expected in its place"
            )


def _contract(worker: Worker, contract: Contract, employer: Employer | None) -> Iterator[Finding]:
    of = f"contract {contract.number} of {worker.staff_number}"
    if employer is None:
        yield _mistake(
            contract.origin, f"{of} is with {contract.employer}, which is no employer of the folder"
        )
    elif employer.committee(contract.joint_committee) is None:
        yield _mistake(
            contract.origin,
            f"{of} is in joint committee {contract.joint_committee}; its employer has "
            + ", ".join(committee.number for committee in employer.committees),
        )
    if contract.begins < worker.birth_date:
        yield _mistake(contract.origin, f"{of} begins before the worker's birth")


def _inside(entry: TimeEntry, contract: Contract) -> Iterator[Finding]:
    if not contract.runs_in(entry.day, entry.day):
        yield _mistake(
            entry.origin,
            f"{entry.day} is outside contract {contract.number} of {entry.staff_number}, "
            f"which runs from {contract.begins} to {contract.ends or 'an open end'}",
        )


def _paid_inside(item: PayItem, contract: Contract) -> Iterator[Finding]:
    month = Month.parse(item.month)
    if not contract.runs_in(month.first, month.last):
        yield _mistake(
            item.origin,
            f"contract {contract.number} of {item.staff_number} has no day in {item.month}: "
            f"it runs from {contract.begins} to {contract.ends or 'an open end'}",
        )


def _time_twice(entries: tuple[TimeEntry, ...]) -> Iterator[Finding]:
    seen: set[tuple[object, ...]] = set()
    total: dict[tuple[object, ...], int] = {}
    for entry in entries:
        key = (entry.staff_number, entry.contract, entry.day)
        if (*key, entry.code) in seen:
            yield _mistake(
                entry.origin,
                f"{entry.code} on {entry.day} appears twice for {entry.staff_number}: "
                "one line with the sum is expected",
            )
        seen.add((*key, entry.code))
        before = total.get(key, 0)
        total[key] = before + entry.hours
        if before <= 2400 < total[key]:
            yield _mistake(
                entry.origin, f"more than 24 hours on {entry.day} for {entry.staff_number}"
            )


def _opening_twice(balances: tuple[OpeningBalance, ...]) -> Iterator[Finding]:
    seen: set[tuple[object, ...]] = set()
    for balance in balances:
        key = (balance.staff_number, balance.fact, balance.as_of)
        if key in seen:
            yield _mistake(
                balance.origin, f"{balance.fact} of {balance.staff_number} appears twice for a day"
            )
        seen.add(key)
