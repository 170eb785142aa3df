"""What the calendar of duties must know of an employer, found in its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from officium.law import Month, Quarter
from officium.obligations import EmployerFacts, Occurrence, Performer, Staff
from officium.payroll import Contract, Employer, Records, Worker, pay_day

# Absences in which the employer notifies the National Employment Office.
_UNEMPLOYMENT = (
    "economic_unemployment",
    "weather_unemployment",
    "white_collar_suspension",
    "technical_breakdown",
    "force_majeure",
    "closure_unemployment",
)
# Lines of pay on which contributions are due as on pay of the time they cover (RD 28-11-1969, art. 35bis).
_TERMINATION_PAY = (
    "notice_indemnity",
    "notice_indemnity_outplacement",
    "fixed_term_indemnity",
    "mutual_consent_indemnity",
    "protected_worker_indemnity",
)
Mine = list[tuple[Worker, Contract]]


def employer_facts(
    records: Records, employer: Employer, performer: Performer, until: date
) -> EmployerFacts:
    """The facts of an employer, its staff counted up to the month of a day.

    Known from the records: contracts, their terms and ends, absences, lines of termination pay. Not held
    by them: mandates, inspections, notices of authorities, the founding of the enterprise.
    """
    mine = [
        (worker, contract)
        for worker in records.workers
        for contract in worker.contracts
        if contract.employer == employer.enterprise_number
    ]
    first = min((contract.begins for _, contract in mine), default=None)
    months = list(_months(first, until)) if first else []
    return EmployerFacts(
        enterprise_number=employer.enterprise_number,
        performer=performer,
        first_day_with_staff=first,
        staff={month: _staff(mine, month) for month in months},
        headcounts={one.year: one.average for one in employer.headcounts},
        committees=tuple(one.number for one in employer.committees),
        withholding_period=employer.withholding_period,
        contributions={Quarter.parse(one.quarter): one.amount for one in employer.contributions},
        pay_days={month: pay_day(employer, month) for month in months},
        grants_vouchers=_grants_vouchers(mine) or None,
        occurrences=tuple(sorted(_occurrences(records, employer, mine), key=_in_order)),
    )


def _in_order(one: Occurrence) -> tuple[date, str, str]:
    return one.day, one.kind, one.subject


def _months(first: date, until: date) -> Iterator[Month]:
    month = Month.of(first)
    while month <= Month.of(until):
        yield month
        month = month.next


def _staff(mine: Mine, month: Month) -> Staff:
    running = [one for _, one in mine if one.runs_in(month.first, month.last)]
    at_end = [one for one in running if one.runs_in(month.last, month.last)]
    return Staff(
        white_collar=sum(one.status == "white_collar" for one in running),
        blue_collar=sum(one.status == "blue_collar" for one in running),
        at_end=len(at_end),
        blue_collar_at_end=sum(one.status == "blue_collar" for one in at_end),
    )


def _grants_vouchers(mine: Mine) -> bool:
    return any(terms.meal_voucher for _, one in mine for terms in one.terms)


def _occurrences(records: Records, employer: Employer, mine: Mine) -> Iterator[Occurrence]:
    yield from _first_hires(one for _, one in mine)
    for worker, contract in mine:
        subject = f"{worker.staff_number}/{contract.number}"
        yield Occurrence("hire", contract.begins, subject)
        if contract.worker_type == "STU":
            yield Occurrence("student_hire", contract.begins, subject)
        if contract.terms[0].is_part_time:
            yield Occurrence("part_time_hire", contract.begins, subject)
        for terms in contract.terms[1:]:
            yield Occurrence("change_of_terms", terms.since, subject)
        if contract.ends:
            yield Occurrence("employment_ends", contract.ends, subject)
            if contract.status == "white_collar":
                yield Occurrence("departure_of_white_collar", contract.ends, subject)
            if contract.end_reason == "medical_force_majeure":
                yield Occurrence("medical_force_majeure", contract.ends, subject)
        for absence in records.absences_of(worker.staff_number, contract.number):
            if absence.kind in _UNEMPLOYMENT:
                yield Occurrence("temporary_unemployment", absence.first, subject, absence.last)
            if absence.kind == "work_accident":
                yield Occurrence("work_accident", absence.event or absence.first, subject)
        for item in records.pay_of(worker.staff_number):
            if item.contract == contract.number and item.kind in _TERMINATION_PAY:
                paid = pay_day(employer, Month.parse(item.month))
                yield Occurrence("termination_pay", contract.ends or paid, subject)


def _first_hires(contracts: Iterable[Contract]) -> Iterator[Occurrence]:
    """The first of all, and who comes after a full quarter and more without anybody."""
    worked_until: date | None = None
    for contract in sorted(contracts, key=lambda one: one.begins):
        if worked_until is None:
            yield Occurrence("first_hire", contract.begins)
        elif worked_until < date.max:
            alone = Month.of(worked_until).quarter.before(-1)
            if contract.begins > alone.last + timedelta(days=1):
                yield Occurrence("hire_after_a_break", contract.begins)
        worked_until = max(worked_until or date.min, contract.ends or date.max)
