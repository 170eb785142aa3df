"""Which code of time each day of an absence has, by the law."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from officium.engine import Country, Entry, Family, LawBook, Row, Sheet
from officium.law import Month
from officium.payroll.absence_kinds import ABSENCE_KINDS
from officium.payroll.absences.books import book_of_month
from officium.payroll.absences.chain import Chain, known_chains
from officium.payroll.absences.day import AbsentDay, absences_in_service
from officium.payroll.absences.facts import absent_days, row_of
from officium.payroll.absences.leave import first_month_of_leave
from officium.payroll.absences.no_work import (
    NOTHING,
    SAID,
    Counts,
    asked_until_it_stands,
    lines_without_work,
)
from officium.payroll.day import PUBLIC_HOLIDAY, WORKED
from officium.payroll.overtime import is_above_schedule
from officium.payroll.records import (
    Absence,
    Contract,
    Employer,
    PayItem,
    Records,
    TimeEntry,
    Worker,
)
from officium.payroll.service import contracts_before
from officium.payroll.timesheet import holidays_recorded

# Every flag that some kind of absence asks of its days, each once.
FLAGS = tuple(dict.fromkeys(flag for kind in ABSENCE_KINDS.values() for flag, _ in kind.days))
# What a finding tells of them.
TOLD = tuple(dict.fromkeys(flag for kind in ABSENCE_KINDS.values() for flag in kind.told))
OF_ILLNESS = (
    "is_last_day_of_guaranteed_pay",
    "is_certificate_missing",
    "guaranteed_day_number",
)
WANT = tuple(dict.fromkeys(("hours_of_absence", *OF_ILLNESS, *FLAGS, *TOLD, *SAID)))
# A contract of a person: staff number and number of the contract.
ContractKey = tuple[str, int]


@dataclass(frozen=True)
class AbsenceMonth:
    """The days of absence of a contract in a month, and what the law says of them.

    `row` is the family that was asked, `days` in the order of its rows of grain absence-day.
    """

    contract: Contract
    month: Month
    days: tuple[AbsentDay, ...]
    row: Row
    family: Family

    def code(self, at: int) -> str:
        """The code of time of a day, by its place."""
        kind = ABSENCE_KINDS[self.days[at].absence.kind]
        held = (code for flag, code in kind.days if self.family.fact(flag, at))
        return next(held, kind.otherwise)

    def lines(self) -> Iterator[PayItem]:
        """The lines of pay that come from these days beside those of their codes of time."""
        yield from lines_without_work(self.contract, self.month, self.days, self.family)

    def figures(self) -> Mapping[str, Entry]:
        """The dated figures on which the codes of these days rest."""
        found: dict[str, Entry] = {}
        for at, of in enumerate(self.days):
            for flag, _ in ABSENCE_KINDS[of.absence.kind].days:
                found |= self.family.entries(((flag, "absence-day"), at))
        return found

    def asked(self, at: int) -> tuple[str, ...]:
        """The flags that were asked of a day, in their order: after one that holds, none."""
        flags = [flag for flag, _ in ABSENCE_KINDS[self.days[at].absence.kind].days]
        holds = next((n for n, flag in enumerate(flags) if self.family.fact(flag, at)), len(flags))
        return tuple(flags[: holds + 1])

    def entries(self) -> Iterator[TimeEntry]:
        """The time of these days, what was recorded beside the absence included."""
        for at, of in enumerate(self.days):
            yield from of.beside
            rest = PUBLIC_HOLIDAY if of.is_public_holiday else WORKED
            hours_of: dict[str, int] = {}
            for code, hours in (
                (self.code(at), of.hours),
                (ABSENCE_KINDS[(of.around or of.absence).kind].otherwise, of.hours_around),
                (rest, _rest_of_day(of)),
            ):
                hours_of[code] = hours_of.get(code, 0) + hours
            for code, hours in hours_of.items():
                if hours:
                    yield TimeEntry(
                        origin=of.absence.origin,
                        staff_number=of.absence.staff_number,
                        contract=of.contract.number,
                        day=of.day,
                        code=code,
                        hours=hours,
                    )


def with_absences(
    records: Records, employer: Employer, month: Month, *, country: Country, provisional: bool
) -> tuple[Records, Mapping[ContractKey, AbsenceMonth]]:
    """The records with the time of absences at an employer, from January to a month, and that month's
    lines of pay for them.

    The second answer is what the law says of that month's days, by person and contract. Raises
    BadInput where the law or a figure is not known.
    """
    if not records.absences:
        return records, {}
    made: list[TimeEntry] = []
    replaced: set[tuple[str, int, date]] = set()
    found: dict[ContractKey, AbsenceMonth] = {}
    chains = known_chains(records, employer, month, country=country, provisional=provisional)
    counts: dict[str, Counts] = {}
    for number in range(1, month.number + 1):
        of_month = Month(month.year, number)
        found = _resolved(records, employer, of_month, country, provisional, chains, counts)
        for (staff_number, contract), one in found.items():
            replaced |= {(staff_number, contract, of.day) for of in one.days}
            made += one.entries()
    kept = (
        one
        for one in records.time
        if (one.staff_number, one.contract, one.day) not in replaced or is_above_schedule(one.code)
    )
    time = tuple(sorted((*kept, *made), key=lambda it: (it.day, it.staff_number, it.contract)))
    lines = (line for of in found.values() for line in of.lines())
    return dataclasses.replace(records, time=time, pay=(*records.pay, *lines)), found


def _resolved(
    records: Records,
    employer: Employer,
    month: Month,
    country: Country,
    provisional: bool,
    chains: Mapping[ContractKey, Chain],
    counts: dict[str, Counts],
) -> dict[ContractKey, AbsenceMonth]:
    """What the law says of a month; `counts` of the year, by staff number, are brought to its end."""
    holidays = holidays_recorded(employer, month)
    asked: list[tuple[Worker, Contract, tuple[AbsentDay, ...]]] = []
    for worker in records.workers:
        for contract in worker.contracts_at(employer.enterprise_number, month):
            chain = chains.get((worker.staff_number, contract.number), ())
            if days := absent_days(records, worker, contract, month, holidays, chain):
                asked.append((worker, contract, days))
    if not asked:
        return {}
    book = book_of_month(country, month, WANT, provisional=provisional)
    found = {}
    for worker, contract, days in asked:
        number = worker.staff_number
        earlier = _earlier(records, employer, worker, contract, days)
        absences = absences_in_service(records, worker, contract)
        row, family, counts[number] = _asked(
            book, worker, contract, days, earlier, absences, counts.get(number, NOTHING)
        )
        found[number, contract.number] = AbsenceMonth(contract, month, days, row, family)
    return found


def _earlier(
    records: Records,
    employer: Employer,
    worker: Worker,
    contract: Contract,
    days: Sequence[AbsentDay],
) -> tuple[AbsentDay, ...]:
    """The days of absence before a contract's month that count for rights on its days, also those of
    contracts to which it follows."""
    month = Month.of(days[0].day)
    found: list[AbsentDay] = []
    for one in (*contracts_before(worker, contract), contract):
        absences = records.absences_of(worker.staff_number, one.number)
        at = first_month_of_leave(days, absences, month)
        # An earlier contract may have ended inside the month.
        while at < month or (at == month and one is not contract):
            found += absent_days(
                records, worker, one, at, holidays_recorded(employer, at), incapacities=()
            )
            at = at.next
    return tuple(found)


def _asked(
    book: LawBook,
    worker: Worker,
    contract: Contract,
    days: tuple[AbsentDay, ...],
    earlier: tuple[AbsentDay, ...],
    absences: Sequence[Absence],
    before: Counts,
) -> tuple[Row, Family, Counts]:
    """The family that was asked of a contract's days, its answer, and the counts of the year after it."""
    place = f"{worker.staff_number}, absences of {Month.of(days[0].day)}"

    def ask(counts: Sequence[Counts]) -> tuple[Row, Family]:
        row = row_of(worker, contract, days, earlier, absences, counts)
        return row, Family(book, Sheet(book, row, place))

    return asked_until_it_stands(ask, len(days), before)


def _rest_of_day(of: AbsentDay) -> int:
    """The hours of the schedule that an absence of some hours a day leaves."""
    terms = of.contract.terms_on(of.day)
    if terms.average_week:
        return 0
    taken = of.hours + of.hours_around + sum(one.hours for one in of.beside)
    return terms.hours_on(of.day) - taken
