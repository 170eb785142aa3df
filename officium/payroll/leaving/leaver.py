"""Whose contract ends in a period, and whether another one follows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from officium.law import public_holidays
from officium.payroll.month import PaidMonth
from officium.payroll.records import Contract, Employer, Terms, Worker

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class Leaver:
    """A contract that ended, and the worker's months of that year at the employer, to the end.

    `follows` is the contract at the same employer that begins without a working day between, and
    `stays` says that one runs beside it: the worker does not leave the employer.
    """

    contract: Contract
    year: tuple[PaidMonth, ...]
    follows: Contract | None
    stays: bool

    @property
    def worker(self) -> Worker:
        """Whose contract it was."""
        return self.year[-1].of.worker

    @property
    def employer(self) -> Employer:
        """Whose worker that was."""
        return self.year[-1].of.employer

    @property
    def ends(self) -> date:
        """The last day of the contract."""
        assert self.contract.ends is not None  # who has no last day does not leave
        return self.contract.ends

    @property
    def terms(self) -> Terms:
        """The terms of the last day."""
        return self.contract.terms[-1]

    @property
    def leaves_the_employer(self) -> bool:
        """Whether no contract at the employer goes on."""
        return self.follows is None and not self.stays

    @property
    def functions(self) -> tuple[str, ...]:
        """The functions of the contract in their order, each once."""
        return tuple(dict.fromkeys(terms.function for terms in self.contract.terms))


def leavers(year: Iterable[Sequence[PaidMonth]], first: date, last: date) -> Iterator[Leaver]:
    """The contracts that end from `first` to `last`, by day and staff number.

    `year` holds the months of one employer from January on, those after `last` left out.
    """
    people: dict[str, list[PaidMonth]] = {}
    found: list[Leaver] = []
    for month in year:
        for paid in month:
            months = people.setdefault(paid.of.worker.staff_number, [])
            months.append(paid)
            for sheet in paid.of.timesheets:
                ends = sheet.contract.ends
                if ends and ends <= paid.of.month.last and first <= ends <= last:
                    found.append(_leaver(sheet.contract, ends, tuple(months)))
    yield from sorted(found, key=lambda one: (one.ends, one.worker.staff_number))


def _leaver(contract: Contract, ends: date, year: tuple[PaidMonth, ...]) -> Leaver:
    others = [
        one
        for one in year[-1].of.worker.contracts
        if one.employer == contract.employer and one.number != contract.number
    ]
    after = sorted(
        (one for one in others if one.begins > ends and is_next(ends, one.begins)),
        key=lambda one: one.begins,
    )
    beside = any(one.begins <= ends and (one.ends is None or one.ends > ends) for one in others)
    return Leaver(contract, year, after[0] if after else None, beside)


def is_next(ends: date, begins: date) -> bool:
    """Whether no working day lies between: only weekends and public holidays."""
    day = ends + _DAY
    while day < begins:
        if day.weekday() < _SATURDAY and day not in public_holidays(day.year):
            return False
        day += _DAY
    return True
