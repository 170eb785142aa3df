"""From the computed quarter to the nouns of its DmfA.

No amount is computed here: each line of the declaration is a fact of the law.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from officium.declarations import FormHead, Node, dmfa, edition, quarter_code
from officium.payroll import EmployerQuarter, OccupationLine


def declaration(of: EmployerQuarter) -> dmfa.Declaration:
    """The declaration of an employer's quarter."""
    records: dict[int, list[dmfa.WorkerRecord]] = {}
    occupations: dict[int, list[dmfa.Occupation]] = {}
    for line_row, row, occupation in of.occupations():
        occupations.setdefault(line_row, []).append(_occupation(of, occupation, row))
    for person_row, person, row, line in of.lines():
        first = person.lines[0] is line
        records.setdefault(person_row, []).append(
            dmfa.WorkerRecord(
                line.employer_class,
                line.worker_code,
                tuple(occupations[row]),
                tuple(_contributions(of, row, person_row, line.worker_code, first)),
                tuple(_deductions(of, person_row)) if first else (),
            )
        )
    return dmfa.Declaration(
        of.quarter,
        of.employer.nsso_number,
        of.employer.enterprise_number,
        tuple(
            dmfa.NaturalPerson(person.worker.inss, tuple(records[row]), person.worker.staff_number)
            for row, person in enumerate(of.people)
        ),
        tuple(_unrelated(of)),
    )


def dmfa_message(of: EmployerQuarter, created: datetime) -> tuple[dmfa.Declaration, Node]:
    """The declaration and its message."""
    declared = declaration(of)
    reference = f"{of.employer.enterprise_number}-{of.quarter}"
    schema = edition(dmfa.SCHEMAS, quarter_code(of.quarter))
    return declared, dmfa.dmfa_original(declared, FormHead(created, schema, reference))


# Types of code 812 (annex 3) by the rate: the first, second and third threshold of the yearly salary.
COMPENSATION_TYPES = {10_000: "1", 20_000: "2", 30_000: "3"}


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
    bonus = of.cents("results_bonus_contribution", row)
    if bonus:
        yield dmfa.Contribution("888", "0", bonus, of.cents("results_bonus_paid", row))
    compensation = of.cents("compensation_contribution", row)
    if compensation:
        kind = COMPENSATION_TYPES[of.cents("compensation_rate", row)]
        yield dmfa.Contribution("812", kind, compensation, of.cents("severance_compensated", row))
    special = of.cents("quarter_special_contribution", person_row)
    if first and special:
        yield dmfa.Contribution("856", "0", special)


def _unrelated(of: EmployerQuarter) -> Iterator[dmfa.UnrelatedContribution]:
    """The lines of no person: one for the employer, which may bear any of its categories."""
    base, cents = of.cents("double_holiday_base"), of.cents("double_holiday_contribution")
    if cents:
        clerks = [line for _, _, _, line in of.lines() if line.worker_status == "white_collar"]
        yield dmfa.UnrelatedContribution(clerks[0].employer_class, "870", cents, base)
    cents = of.cents("profit_premium_contribution")
    if cents:
        first = of.people[0].lines[0].employer_class
        base = of.cents("employer_profit_premiums")
        yield dmfa.UnrelatedContribution(first, "861", cents, base)


def _deductions(of: EmployerQuarter, person_row: int) -> Iterator[dmfa.Deduction]:
    bonus = of.cents("quarter_employment_bonus", person_row)
    if bonus:
        yield dmfa.Deduction("0001", bonus)


# Zone 00625: a part-time worker who worked days beyond those agreed, without rest for them.
MORE_DAYS_NOT_RECOVERED = "5"
# Annex 44: the career interrupted wholly, or in part, by a right for which there is a benefit.
INTERRUPTED, REDUCED = "3", "4"
FLANDERS = "flanders"


def _occupation(of: EmployerQuarter, line: OccupationLine, row: int) -> dmfa.Occupation:
    reduction = of.cents("structural_reduction", row)
    # Zones 00047 and 00048: none while the career is interrupted wholly.
    measure = _measure(line)
    works = measure != INTERRUPTED
    return dmfa.Occupation(
        line.contract.joint_committee,
        line.begins,
        line.terms.days_per_week * works,
        line.terms.hours_per_week * works,
        line.terms.full_time_hours,
        # A career that is interrupted in part leaves the type of the contract as it was (NSSO, DmfA FAQ).
        is_part_time=line.contract.without_measure(line.terms).is_part_time,
        end=line.ends,
        establishment=line.contract.establishment,
        days_justification=MORE_DAYS_NOT_RECOVERED if line.has_days_above_schedule else None,
        services=tuple(
            dmfa.Service(f"{service.code:03}", service.days, service.hours)
            for service in line.services
        ),
        remunerations=tuple(
            dmfa.Remuneration(f"{pay.code:03}", pay.amount, pay.every_months) for pay in line.pay
        ),
        deductions=(dmfa.Deduction("3000", reduction),) if reduction else (),
        pay_method=line.pay_method,
        flemish_training_hours=line.training_hours * _is_flemish(of, line),
        reorganisation_measure=measure,
    )


def _measure(line: OccupationLine) -> str | None:
    """Annex 44; none for what an indemnity covers after the end of the contract."""
    if line.terms.measure is None or line.is_after_end:
        return None
    return INTERRUPTED if line.terms.is_interrupted else REDUCED


def _is_flemish(of: EmployerQuarter, line: OccupationLine) -> bool:
    return of.employer.region_of(line.contract.establishment) == FLANDERS
