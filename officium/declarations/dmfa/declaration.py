"""The nouns of a DmfA: what an employer declares of a quarter, exact and in one piece.

Amounts are cents; days, hours and weekly hours are hundredths; codes are text as the NSSO writes
them. Numbers in sequence are given by the order. Source: glossary DmfA 2023/3.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from officium.declarations.quarter import Quarter


@dataclass(frozen=True, slots=True)
class Service:
    """Working time of one code (annex 8): days, and hours where they must be told."""

    code: str
    days: int
    hours: int | None = None


@dataclass(frozen=True, slots=True)
class Remuneration:
    """Pay of one code (annex 7); `frequency` is the months between payments of a bonus."""

    code: str
    cents: int
    frequency: int | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """A contribution line (annexes 2 and 3); `base` is None where none is told."""

    code: str
    type: str
    cents: int
    base: int | None = None


@dataclass(frozen=True, slots=True)
class Deduction:
    """A deduction (annex 4) of an occupation or a worker record."""

    code: str
    cents: int
    base: int | None = None
    right_since: date | None = None


@dataclass(frozen=True, slots=True)
class Occupation:
    """A contract, or a part of it with unchanged terms, inside the quarter.

    `start` is the first day of the contract itself; `days_per_week` 500 is five days.
    `mean_hours` are the worker's weekly hours, `reference_hours` those of a full-time colleague.
    `days_justification` (zone 00625) says why there are more or fewer days than those agreed.
    `pay_method` is 1 for pay by the piece or task, 2 for commissions (zone 00056);
    `reorganisation_measure` a code of annex 44 (zone 00051). `flemish_training_hours` are hours of
    Flemish training leave (zone 01232).
    """

    joint_committee: str
    start: date
    days_per_week: int
    mean_hours: int
    reference_hours: int
    is_part_time: bool = False
    end: date | None = None
    is_retired: bool = False
    worker_status: str | None = None
    establishment: str | None = None
    reference: str | None = None
    days_justification: str | None = None
    services: tuple[Service, ...] = ()
    remunerations: tuple[Remuneration, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    pay_method: str | None = None
    reorganisation_measure: str | None = None
    flemish_training_hours: int = 0


@dataclass(frozen=True, slots=True)
class StudentWork:
    """Work of a student under the solidarity contribution: pay, contribution, whole hours."""

    pay: int
    cents: int
    hours: int
    establishment: str | None = None


@dataclass(frozen=True, slots=True)
class WorkerRecord:
    """All work of a person in one employer class and worker code.

    Either `occupations` with their contributions and deductions, or the work of a `student`.
    `start` and `end` bound the NSSO quarter; None: the calendar quarter.
    """

    employer_class: str
    worker_code: str
    occupations: tuple[Occupation, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    deductions: tuple[Deduction, ...] = ()
    student: StudentWork | None = None
    start: date | None = None
    end: date | None = None
    is_frontier_worker: bool = False

    @property
    def contributed(self) -> int:
        """All contributions of the record."""
        own = sum(line.cents for line in self.contributions)
        return own + (self.student.cents if self.student else 0)

    @property
    def deducted(self) -> int:
        """All deductions of the record and of its occupations."""
        own = sum(line.cents for line in self.deductions)
        return own + sum(
            line.cents for occupation in self.occupations for line in occupation.deductions
        )


@dataclass(frozen=True, slots=True)
class NaturalPerson:
    """A worker, by the identification number of social security (INSS)."""

    inss: str
    records: tuple[WorkerRecord, ...]
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class UnrelatedContribution:
    """A contribution that belongs to no person (company cars, double holiday pay, pensions)."""

    employer_class: str
    code: str
    cents: int
    base: int | None = None


@dataclass(frozen=True, slots=True)
class Declaration:
    """What one employer declares of one quarter.

    `nsso_number` or `company_id` may be empty where only the other is known.
    """

    quarter: Quarter
    nsso_number: str
    company_id: str
    people: tuple[NaturalPerson, ...]
    unrelated: tuple[UnrelatedContribution, ...] = ()
    plates: tuple[str, ...] = ()
    is_in_trusteeship: bool = False
    holiday_start: date | None = None

    @property
    def contributed(self) -> int:
        """All contributions."""
        own = sum(record.contributed for person in self.people for record in person.records)
        return own + sum(line.cents for line in self.unrelated)

    @property
    def deducted(self) -> int:
        """All deductions."""
        return sum(record.deducted for person in self.people for record in person.records)

    @property
    def net_owed(self) -> int:
        """What the employer owes the NSSO for the quarter: contributions less deductions."""
        return self.contributed - self.deducted
