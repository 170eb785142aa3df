"""Records as the calendar of duties sees them: an employer's facts, and what happened there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from officium.law import Month, Quarter
from officium.obligations import EmployerFacts, Occurrence, Performer, Staff
from officium.payroll import Contract, Employer, Records, Worker, pay_day

# Legal forms whose name says that the enterprise is a company; of others the records do not tell.
_COMPANIES = {"SRL", "BV", "SA", "NV", "SC", "CV", "SNC", "VOF", "SCOMM", "COMMV", "GMBH", "AG"}
_UNEMPLOYMENT = (
    "economic_unemployment",
    "weather_unemployment",
    "technical_breakdown",
    "white_collar_suspension",
    "force_majeure",
    "closure_unemployment",
)
# Lines of pay whose contributions are declared as pay of the time they cover (RD 28-11-1969, art. 35bis).
_TERMINATION_PAY = (
    "notice_indemnity",
    "notice_indemnity_outplacement",
    "fixed_term_indemnity",
    "mutual_consent_indemnity",
    "protected_worker_indemnity",
)


def duty_facts(
    records: Records,
    employer: Employer,
    performer: Performer,
    since: date,
    until: date,
    more: tuple[Occurrence, ...] = (),
) -> EmployerFacts:
    """The facts of an employer for the duties of a period, from its records.

    `more`: what happened that records do not hold (a debit note, an inspection). What records do not tell,
    such as whether accounts are published, stays unknown, and the duties that depend on it say so.
    """
    contracts = [
        (worker, contract)
        for worker in records.workers
        for contract in worker.contracts
        if contract.employer == employer.enterprise_number
    ]
    months = _months(since - timedelta(days=800), until)
    is_company = employer.legal_form.replace(".", "").upper() in _COMPANIES
    return EmployerFacts(
        enterprise_number=employer.enterprise_number,
        performer=performer,
        first_day_with_staff=min((one.begins for _, one in contracts), default=None),
        staff={
            month: staff
            for month in months
            if (staff := _staff([one for _, one in contracts], month)).total
        },
        headcounts={one.year: one.average for one in employer.headcounts},
        committees=tuple(sorted({one.number for one in employer.committees})),
        withholding_period=employer.withholding_period,
        contributions={
            Quarter.parse(str(one.quarter)): one.amount for one in employer.contributions
        },
        pay_days={month: pay_day(employer, month) for month in months},
        is_company=True if is_company else None,
        grants_vouchers=any(terms.meal_voucher for _, one in contracts for terms in one.terms),
        occurrences=tuple(
            sorted(
                {*_happened(contracts), *_recorded(records, employer, contracts), *more},
                key=_by_day,
            )
        ),
    )


def _months(first: date, last: date) -> list[Month]:
    months = [Month.of(first)]
    while months[-1] < Month.of(last):
        months.append(months[-1].next)
    return months


def _by_day(happened: Occurrence) -> tuple[date, str, str]:
    return happened.day, happened.kind, happened.subject


def _staff(contracts: list[Contract], month: Month) -> Staff:
    inside = [one for one in contracts if one.runs_in(month.first, month.last)]
    at_end = [one for one in inside if one.runs_in(month.last, month.last)]
    count = Counter(str(one.status) for one in inside)
    return Staff(
        white_collar=count["white_collar"],
        blue_collar=count["blue_collar"],
        at_end=len(at_end),
        blue_collar_at_end=sum(str(one.status) == "blue_collar" for one in at_end),
    )


def _happened(contracts: list[tuple[Worker, Contract]]) -> Iterator[Occurrence]:
    """Hires and ends, each under the number of the contract; and the first hire of all."""
    begun = sorted(contracts, key=lambda one: (one[1].begins, one[0].staff_number))
    covered: date | None = None
    for place, (worker, contract) in enumerate(begun):
        subject = f"{worker.staff_number}-{contract.number}"
        if place == 0:
            yield Occurrence("first_hire", contract.begins, subject)
        elif covered is not None and _whole_quarter_between(covered, contract.begins):
            yield Occurrence("hire_after_a_break", contract.begins, subject)
        yield Occurrence("hire", contract.begins, subject)
        if contract.terms_on(contract.begins).is_part_time:
            yield Occurrence("part_time_hire", contract.begins, subject)
        for terms in contract.terms[1:]:
            yield Occurrence("change_of_terms", terms.since, subject)
        if contract.ends is not None:
            yield from _ended(contract, contract.ends, subject)
        covered = max(filter(None, (covered, contract.ends or date.max)))


def _ended(contract: Contract, ends: date, subject: str) -> Iterator[Occurrence]:
    yield Occurrence("employment_ends", ends, subject)
    if str(contract.status) == "white_collar":
        yield Occurrence("departure_of_white_collar", ends, subject)
    if contract.end_reason == "medical_force_majeure":
        yield Occurrence("medical_force_majeure", ends, subject)


def _whole_quarter_between(last: date, first: date) -> bool:
    """Whether a whole calendar quarter lies between two days."""
    return Month.of(last).quarter.before(-1) < Month.of(first).quarter


def _recorded(
    records: Records, employer: Employer, contracts: list[tuple[Worker, Contract]]
) -> Iterator[Occurrence]:
    """Accidents, temporary unemployment and termination pay of the employer's own contracts."""
    for worker, contract in contracts:
        subject = f"{worker.staff_number}-{contract.number}"
        for absence in records.absences_of(worker.staff_number, contract.number):
            if absence.kind in _UNEMPLOYMENT:
                yield Occurrence("temporary_unemployment", absence.first, subject, absence.last)
            elif absence.kind == "work_accident":
                yield Occurrence("work_accident", absence.first, subject)
        for item in records.pay_of(worker.staff_number):
            if item.contract == contract.number and item.kind in _TERMINATION_PAY:
                paid = pay_day(employer, Month.parse(item.month))
                yield Occurrence("termination_pay", contract.ends or paid, subject)
