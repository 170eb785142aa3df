"""From the computed quarter to the nouns of its DmfA, and from contracts to their Dimona messages.

No amount is computed here: each line of the declaration is a fact of the law.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from officium.declarations import FormHead, Node, dimona, dmfa
from officium.declarations import Quarter as DeclaredQuarter
from officium.findings import Finding, Severity
from officium.job.period import Period
from officium.payroll import Contract, Employer, EmployerQuarter, OccupationLine, Records, Worker

SCHEMA = "20231"
# The committees that Dimona tells apart; all others are XXX (zone 00046 of the Dimona glossary).
DIMONA_COMMITTEES = ("124", "140", "144", "145", "149", "302", "320", "322")


def declaration(of: EmployerQuarter) -> dmfa.Declaration:
    """The declaration of an employer's quarter."""
    records: dict[int, list[dmfa.WorkerRecord]] = {}
    for person_row, person, row, line in of.lines():
        occupations = tuple(
            _occupation(of, occupation, occupation_row)
            for line_row, occupation_row, occupation in of.occupations()
            if line_row == row
        )
        first = person.lines[0] is line
        records.setdefault(person_row, []).append(
            dmfa.WorkerRecord(
                line.employer_class,
                line.worker_code,
                occupations,
                tuple(_contributions(of, row, person_row, line.worker_code, first)),
                tuple(_deductions(of, person_row)) if first else (),
            )
        )
    return dmfa.Declaration(
        DeclaredQuarter(of.quarter.year, of.quarter.number),
        of.employer.nsso_number,
        of.employer.enterprise_number,
        tuple(
            dmfa.NaturalPerson(person.worker.inss, tuple(records[row]), person.worker.staff_number)
            for row, person in enumerate(of.people)
        ),
    )


def dmfa_message(of: EmployerQuarter, created: datetime) -> tuple[dmfa.Declaration, Node]:
    """The declaration and its message."""
    declared = declaration(of)
    reference = f"{of.employer.enterprise_number}-{of.quarter}"
    return declared, dmfa.dmfa_original(declared, FormHead(created, SCHEMA, reference))


def _contributions(
    of: EmployerQuarter, row: int, person_row: int, worker_code: str, first: bool
) -> Iterator[dmfa.Contribution]:
    """The lines of a worker record; a person's own line stands on the first record."""
    base = of.cents("contribution_base", row)
    large = of.cents("is_of_closure_fund_size", person_row)
    ordinary = "1" if worker_code < "400" else "0"
    lines = (
        (worker_code, ordinary, "ordinary_contribution"),
        ("255", "0", "industrial_accident_special_contribution"),
        ("256", "0", "asbestos_contribution"),
        ("809", "5" if large else "0", "closure_fund_basic_contribution"),
        ("810", "0", "closure_fund_special_contribution"),
        ("831", "0", "sector_fund_contribution"),
        ("855", "0", "contribution_1_60"),
        ("859", "0", "temporary_unemployment_contribution"),
    )
    for code, kind, fact in lines:
        cents = of.cents(fact, row)
        if cents:
            yield dmfa.Contribution(code, kind, cents, base)
    special = of.cents("quarter_special_contribution", person_row)
    if first and special:
        yield dmfa.Contribution("856", "0", special)


def _deductions(of: EmployerQuarter, person_row: int) -> Iterator[dmfa.Deduction]:
    bonus = of.cents("quarter_employment_bonus", person_row)
    if bonus:
        yield dmfa.Deduction("0001", bonus)


def _occupation(of: EmployerQuarter, line: OccupationLine, row: int) -> dmfa.Occupation:
    reduction = of.cents("structural_reduction", row)
    return dmfa.Occupation(
        line.contract.joint_committee,
        line.begins,
        line.terms.days_per_week,
        line.terms.hours_per_week,
        line.terms.full_time_hours,
        is_part_time=line.terms.is_part_time,
        end=line.ends,
        establishment=line.contract.establishment,
        services=tuple(
            dmfa.Service(f"{service.code:03}", service.days, service.hours)
            for service in line.services
        ),
        remunerations=tuple(
            dmfa.Remuneration(f"{pay.code:03}", pay.amount, pay.every_months) for pay in line.pay
        ),
        deductions=(dmfa.Deduction("3000", reduction),) if reduction else (),
    )


@dataclass(frozen=True, slots=True)
class DimonaMessage:
    """A message that a contract needs: its kind (`dimona_in`, `dimona_out`), whose, and for which day."""

    kind: str
    worker: Worker
    contract: Contract
    day: date
    message: Node


def dimona_messages(
    records: Records, employer: Employer, period: Period
) -> tuple[list[DimonaMessage], list[Finding]]:
    """The Dimona messages for who begins or ends in the period and is not declared yet."""
    first, last = period.months[0].first, period.months[-1].last
    found: list[DimonaMessage] = []
    remarks: list[Finding] = []
    for worker in records.workers:
        for contract in worker.contracts:
            if contract.employer != employer.enterprise_number:
                continue
            name = f"{worker.staff_number}-{contract.number}"
            if contract.dimona_period is None and first <= contract.begins <= last:
                head = FormHead(period.moment, SCHEMA, f"IN-{name}"[:20])
                found.append(
                    DimonaMessage(
                        "dimona_in",
                        worker,
                        contract,
                        contract.begins,
                        _in(worker, contract, employer, head),
                    )
                )
            ends = contract.ends
            if ends is None or not first <= ends <= last or contract.dimona_end == ends:
                continue
            if contract.dimona_period is None:
                remarks.append(
                    Finding(
                        Severity.WARNING,
                        "dimona_period_unknown",
                        f"{worker.name}, {worker.first_name} leaves on {ends}, and the number of the Dimona "
                        "period is not recorded: send the IN, then record dimona_period and run again",
                        str(contract.origin),
                    )
                )
                continue
            head = FormHead(period.moment, SCHEMA, f"OUT-{name}"[:20])
            message = dimona.dimona_out(contract.dimona_period, ends, head)
            found.append(DimonaMessage("dimona_out", worker, contract, ends, message))
    return found, remarks


def _in(worker: Worker, contract: Contract, employer: Employer, head: FormHead) -> Node:
    committee = contract.joint_committee
    known = committee.split(".")[0] in DIMONA_COMMITTEES and contract.worker_type != "OTH"
    return dimona.dimona_in(
        dimona.DimonaWorker(
            worker.inss, contract.worker_type, committee.split(".")[0] if known else "XXX"
        ),
        dimona.EmployerId(employer.nsso_number, employer.enterprise_number),
        contract.begins,
        head,
        # A term that is known from the start is declared with it; a later end by an OUT.
        end=contract.ends if contract.end_reason == "end_of_term" else None,
    )
