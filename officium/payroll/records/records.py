"""All records of a folder or a database together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from officium.payroll.records.absence import Absence
from officium.payroll.records.employer import Employer
from officium.payroll.records.mandate import RecordedMandate
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
    absences: tuple[Absence, ...] = ()
    mandates: tuple[RecordedMandate, ...] = ()

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

    def absences_of(self, staff_number: str, contract: int) -> tuple[Absence, ...]:
        """The absences recorded for a contract, in the order of their first days."""
        return self._absences.get((staff_number, contract), ())

    @cached_property
    def _time(self) -> dict[tuple[str, int], tuple[TimeEntry, ...]]:
        return _grouped(self.time, lambda entry: (entry.staff_number, entry.contract))

    @cached_property
    def _pay(self) -> dict[str, tuple[PayItem, ...]]:
        return _grouped(self.pay, lambda item: item.staff_number)

    @cached_property
    def _absences(self) -> dict[tuple[str, int], tuple[Absence, ...]]:
        return _grouped(self.absences, lambda one: (one.staff_number, one.contract))

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
                        it.description or "",
                        it.amount or 0,
                        it.model_dump_json(),
                    ),
                )
            ),
            tuple(sorted(self.opening, key=lambda it: (it.staff_number, it.fact, it.as_of))),
            tuple(
                sorted(
                    self.absences,
                    key=lambda it: (it.first, it.staff_number, it.contract, it.kind),
                )
            ),
            tuple(sorted(self.mandates, key=lambda it: it.key)),
        )


def _grouped(entries: Iterable[E], key: Callable[[E], K]) -> dict[K, tuple[E, ...]]:
    groups: dict[K, list[E]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return {name: tuple(group) for name, group in groups.items()}
