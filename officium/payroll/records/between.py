"""What must hold between records that are each sound on their own, and what is told all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from officium.findings import Finding, Severity
from officium.law import Month, public_holidays
from officium.payroll.pay_kinds.departure import KINDS as DEPARTURE_KINDS
from officium.payroll.pay_kinds.holidays import KINDS as HOLIDAY_KINDS
from officium.payroll.pay_kinds.indemnities import KINDS as INDEMNITIES
from officium.payroll.records.absence import Absence
from officium.payroll.records.absences_between import absence_inside, absences_apart
from officium.payroll.records.base import Origin
from officium.payroll.records.contract import Contract
from officium.payroll.records.employer import Committee, Employer
from officium.payroll.records.mandates_between import mandates_apart
from officium.payroll.records.month import OpeningBalance, PayItem, TimeEntry
from officium.payroll.records.person import Worker
from officium.payroll.records.records import Records

MOST_OF_A_DAY = 2400


@dataclass(frozen=True)
class Broken:
    """A document with mistakes of its own, and what of it can be compared with others all the same.

    `numbers` are its sound numbers by field; `contracts` and `committees` its sound ones, which are
    all of them only where `is_whole`.
    """

    origin: Origin
    numbers: Mapping[str, str]
    contracts: tuple[Contract, ...] = ()
    committees: tuple[Committee, ...] = ()
    is_whole: bool = False


@dataclass(frozen=True)
class BrokenRecords:
    """The documents with mistakes of their own.

    `people_complete` is False when a person's document could not be read at all: then a staff number
    that nobody bears is no mistake of its own; `employers_complete` the same for employers.
    """

    employers: tuple[Broken, ...] = ()
    workers: tuple[Broken, ...] = ()
    people_complete: bool = True
    employers_complete: bool = True


NOTHING_BROKEN = BrokenRecords()


def mistakes_between(records: Records, broken: BrokenRecords = NOTHING_BROKEN) -> Iterator[Finding]:
    """What is wrong between the records that could be read, the sound parts of broken ones included."""
    for name, says in (
        ("enterprise_number", "two employers have enterprise number"),
        ("nsso_number", "two employers have NSSO number"),
    ):
        yield from _twice(_numbers(records.employers, broken.employers, name), says)
    for name, says in (
        ("staff_number", "two people have staff number"),
        ("inss", "two people have INSS"),
    ):
        yield from _twice(_numbers(records.workers, broken.workers, name), says)
    for employer in records.employers:
        yield from _replacement_days(employer)
    for worker in records.workers:
        for contract in worker.contracts:
            if contract.begins < worker.birth_date:
                yield _mistake(
                    contract.origin.of("begins"),
                    f"contract {contract.number} of {worker.staff_number} begins before the "
                    "worker's birth",
                )
    contracts = _Contracts(records, broken)
    yield from contracts.mistakes()
    yield from absences_apart(records.absences)
    yield from _time_twice(records.time)
    yield from _opening_twice(records.opening)
    yield from mandates_apart(records.mandates, contracts.employers)


def _mistake(origin: Origin, message: str) -> Finding:
    return Finding(Severity.ERROR, "records", message, origin.file, origin.line)


def _numbers(
    sound: tuple[Employer, ...] | tuple[Worker, ...], broken: tuple[Broken, ...], name: str
) -> list[tuple[str, Origin]]:
    """One identifying number of every document that holds it, in the order of the files."""
    found = [(str(getattr(record, name)), record.origin.of(name)) for record in sound]
    found += [(one.numbers[name], one.origin.of(name)) for one in broken if name in one.numbers]
    return sorted(found, key=lambda entry: entry[1].file)


def _twice(numbers: Iterable[tuple[str, Origin]], says: str) -> Iterator[Finding]:
    first: dict[str, Origin] = {}
    for number, origin in numbers:
        if number in first:
            yield _mistake(origin, f"{says} {number}: this one and the one in {first[number]}")
        first.setdefault(number, origin)


@dataclass
class _Contracts:
    """The contracts of everybody: with whom they are, and what is recorded for them."""

    records: Records
    broken: BrokenRecords
    committees: dict[str, tuple[Committee, ...] | None] = field(init=False)
    contracts: dict[tuple[str, int], Contract] = field(init=False)
    people: dict[str, bool] = field(init=False)

    def __post_init__(self) -> None:
        # The committees of each employer; None: not all could be read.
        self.committees = {one.enterprise_number: one.committees for one in self.records.employers}
        for one in self.broken.employers:
            if "enterprise_number" in one.numbers:
                held = one.committees if one.is_whole else None
                self.committees.setdefault(one.numbers["enterprise_number"], held)
        # Everybody, and whether all contracts of the person could be read.
        self.people = {worker.staff_number: True for worker in self.records.workers}
        everybody = [(worker.staff_number, worker.contracts) for worker in self.records.workers]
        for one in self.broken.workers:
            if "staff_number" in one.numbers:
                number = one.numbers["staff_number"]
                self.people[number] = self.people.get(number, True) and one.is_whole
                everybody.append((number, one.contracts))
        self.contracts = {
            (number, contract.number): contract
            for number, contracts in reversed(everybody)
            for contract in contracts
        }

    def mistakes(self) -> Iterator[Finding]:
        for worker in self.records.workers:
            for contract in worker.contracts:
                yield from self._employer(worker.staff_number, contract)
        for one in self.broken.workers:
            for contract in one.contracts:
                yield from self._employer(one.numbers.get("staff_number", ""), contract)
        recorded: tuple[TimeEntry | PayItem | OpeningBalance | Absence, ...] = (
            *self.records.time,
            *self.records.absences,
            *self.records.pay,
            *self.records.opening,
        )
        for entry in recorded:
            yield from self._recorded(entry)

    def _employer(self, staff_number: str, contract: Contract) -> Iterator[Finding]:
        of = f"contract {contract.number}" + (f" of {staff_number}" if staff_number else "")
        if contract.employer not in self.committees:
            if self._employers_known:
                yield _mistake(
                    contract.origin.of("employer"),
                    f"{of} is with {contract.employer}, which is no employer of the folder; known "
                    f"are {', '.join(sorted(self.committees)[:12])}",
                )
            return
        committees = self.committees[contract.employer]
        if committees is None:
            return
        numbers = [committee.number for committee in committees]
        if contract.joint_committee not in numbers:
            yield _mistake(
                contract.origin.of("joint_committee"),
                f"{of} is in joint committee {contract.joint_committee}; its employer has "
                + ", ".join(numbers),
            )

    @property
    def employers(self) -> frozenset[str] | None:
        """The enterprise numbers of the employers; None where one could not be read."""
        return frozenset(self.committees) if self._employers_known else None

    @property
    def _employers_known(self) -> bool:
        return (
            bool(self.committees)
            and self.broken.employers_complete
            and all("enterprise_number" in one.numbers for one in self.broken.employers)
        )

    @property
    def _people_known(self) -> bool:
        return (
            bool(self.people)
            and self.broken.people_complete
            and all("staff_number" in one.numbers for one in self.broken.workers)
        )

    def _recorded(self, entry: TimeEntry | PayItem | OpeningBalance | Absence) -> Iterator[Finding]:
        if entry.staff_number not in self.people:
            if self._people_known:
                yield _mistake(
                    entry.origin.of("staff_number"),
                    f"nobody has staff number {entry.staff_number}; "
                    f"known are {', '.join(sorted(self.people)[:12])}",
                )
        elif isinstance(entry, TimeEntry | PayItem | Absence):
            contract = self.contracts.get((entry.staff_number, entry.contract))
            if contract is None:
                if self.people[entry.staff_number]:
                    yield _mistake(
                        entry.origin, f"{entry.staff_number} has no contract {entry.contract}"
                    )
            elif isinstance(entry, TimeEntry):
                yield from _inside(entry, contract)
            elif isinstance(entry, Absence):
                yield from absence_inside(entry, contract)
            else:
                yield from _paid_inside(entry, contract)
                yield from _of_its_status(entry, contract)


def _replacement_days(employer: Employer) -> Iterator[Finding]:
    for entry in employer.replacement_days:
        holidays = public_holidays(entry.holiday.year)
        if entry.holiday not in holidays:
            yield _mistake(
                entry.origin.of("holiday"),
                f"{entry.holiday} is no public holiday; those of the year are "
                + ", ".join(str(day) for day in holidays),
            )
        elif entry.day in holidays and entry.day != entry.holiday:
            yield _mistake(entry.origin.of("day"), f"{entry.day} is a public holiday itself")
        elif entry.day == entry.holiday and entry.day.weekday() == 6:
            yield _mistake(
                entry.origin.of("day"),
                f"{entry.holiday} is a Sunday: another day is expected in its place",
            )


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
        is_late = item.kind in INDEMNITIES and contract.ends and contract.ends < month.first
        remedy = (
            f"; {item.kind} is paid with the month of the end: record it in "
            f"pay/{Month.of(contract.ends)}.csv"
            if is_late and contract.ends
            else ""
        )
        yield _mistake(
            item.origin,
            f"contract {contract.number} of {item.staff_number} has no day in {item.month}: "
            f"it runs from {contract.begins} to {contract.ends or 'an open end'}" + remedy,
        )


def _of_its_status(item: PayItem, contract: Contract) -> Iterator[Finding]:
    """The holiday fund pays manual workers their holidays."""
    if item.kind in {*HOLIDAY_KINDS, *DEPARTURE_KINDS} and contract.status != "white_collar":
        yield _mistake(
            item.origin,
            f"{item.kind} is for white-collar workers; contract {contract.number} of "
            f"{item.staff_number} is {contract.status}: the holiday fund pays its holidays",
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
        if before <= MOST_OF_A_DAY < total[key]:
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
