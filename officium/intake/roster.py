"""Who works in a month, and what the records say of each of their days, as a cell would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from officium.intake.codes import Meaning
from officium.intake.grammar import Told
from officium.law import Month
from officium.payroll import (
    ABSENT,
    PUBLIC_HOLIDAY,
    TIME_CODES,
    WORKED,
    Absence,
    Contract,
    Employer,
    PayItem,
    Records,
    Terms,
    TimeEntry,
    Worker,
    absence_on,
    holidays_recorded,
)

Key = tuple[str, int]


@dataclass(frozen=True)
class InService:
    """A contract with days in the month: a row of the sheet of time.

    `holidays` are the public holidays of the employer in the month, `entries` and `absences` what the
    records hold for the contract; `month` is the month asked for.
    """

    worker: Worker
    contract: Contract
    month: Month
    holidays: frozenset[date]
    entries: Mapping[date, tuple[TimeEntry, ...]] = field(default_factory=dict)
    absences: tuple[Absence, ...] = ()

    @property
    def key(self) -> Key:
        """Staff number and number of the contract."""
        return self.worker.staff_number, self.contract.number

    @property
    def name(self) -> str:
        """The worker's name as a list shows it."""
        return f"{self.worker.name} {self.worker.first_name}"

    @cached_property
    def days(self) -> frozenset[date]:
        """The days of the month inside the contract."""
        contract = self.contract
        return frozenset(day for day in self.month.days if contract.runs_in(day, day))

    def with_absences(self, absences: Iterable[Absence]) -> InService:
        """The same contract with other absences."""
        return replace(self, absences=tuple(absences))

    def terms(self, day: date) -> Terms:
        """The terms of a day of the contract."""
        return self.contract.terms_on(day)

    def scheduled(self, day: date) -> int:
        """Hours of the schedule on a day (hundredths): none outside it, and in an interrupted career."""
        if day not in self.days or self.terms(day).is_interrupted:
            return 0
        return self.terms(day).hours_on(day)

    def absence(self, day: date) -> Absence | None:
        """The absence that covers a day."""
        return absence_on(self.absences, day)[0]

    def is_expected(self, day: date) -> bool:
        """Whether something must be told of a day: it is scheduled, or a holiday to be settled."""
        if day not in self.days or self.absence(day) is not None:
            return False
        is_variable = self.terms(day).average_week is not None
        return bool(self.scheduled(day)) or (is_variable and day in self.holidays)

    def usual(self, day: date) -> Mapping[str, int]:
        """The hours by code of a day for which nothing is recorded and no absence."""
        scheduled = self.scheduled(day)
        code = PUBLIC_HOLIDAY if day in self.holidays else WORKED
        return {code: scheduled} if scheduled else {}

    def recorded(self, day: date) -> tuple[Told, ...]:
        """What the records say of a day, as the parts of a cell."""
        if day not in self.days or self.terms(day).is_interrupted:
            return ()
        entries = self.entries.get(day, ())
        absence = self.absence(day)
        within = {one.code: one.hours for one in entries if not TIME_CODES[one.code].above_schedule}
        if not within and absence is None:
            within = dict(self.usual(day))
        parts = [self._part(day, code, hours, len(within)) for code, hours in within.items()]
        if absence is not None and ABSENT not in within and (self.scheduled(day) or parts):
            parts.append(Told(Meaning(absence=absence.kind), None))
        above = [one for one in entries if TIME_CODES[one.code].above_schedule]
        return (*parts, *(Told(Meaning(code=one.code), one.hours) for one in above))

    def _part(self, day: date, code: str, hours: int, of: int) -> Told:
        if code == WORKED and day not in self.holidays:
            return Told(Meaning(code=code), hours, is_bare=True)
        absence = self.absence(day)
        if code == ABSENT and absence is not None:
            return Told(Meaning(absence=absence.kind), hours)
        is_whole = of == 1 and hours == self.scheduled(day) and code != WORKED and absence is None
        return Told(Meaning(code=code), None if is_whole else hours)


def in_service(records: Records, employer: Employer, month: Month) -> tuple[InService, ...]:
    """The contracts of an employer with a day in the month, by staff number and contract."""
    holidays = holidays_recorded(employer, month)
    found = [
        InService(
            worker,
            contract,
            month,
            holidays,
            _by_day(records.time_of(worker.staff_number, contract.number), month),
            records.absences_of(worker.staff_number, contract.number),
        )
        for worker in records.workers
        for contract in worker.contracts
        if contract.employer == employer.enterprise_number
        and contract.runs_in(month.first, month.last)
    ]
    return tuple(sorted(found, key=lambda one: one.key))


def _by_day(entries: Sequence[TimeEntry], month: Month) -> Mapping[date, tuple[TimeEntry, ...]]:
    found: dict[date, tuple[TimeEntry, ...]] = {}
    for entry in entries:
        if Month.of(entry.day) == month:
            found[entry.day] = (*found.get(entry.day, ()), entry)
    return found


def absences_in(records: Records, keys: Iterable[Key], month: Month) -> Iterator[Absence]:
    """The absences of some contracts that have a day in the month, in their order."""
    for staff_number, contract in keys:
        for one in records.absences_of(staff_number, contract):
            if one.first <= month.last and (one.last is None or one.last >= month.first):
                yield one


def pay_in(records: Records, keys: Iterable[Key], month: Month) -> Iterator[PayItem]:
    """The lines of pay of some contracts in a month."""
    for staff_number, contract in keys:
        for item in records.pay_of(staff_number):
            if item.contract == contract and item.month == str(month):
                yield item
