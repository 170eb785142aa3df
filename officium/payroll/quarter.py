"""Which facts of the months make the worker lines and occupations of a quarter; no law is done here.

A worker line gathers the contracts of one employer category and one worker code. Its occupations are
the contracts, cut where the committee's hours, the contract's hours or its days a week change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from officium.engine import Row
from officium.findings import BadInput
from officium.law import Quarter
from officium.payroll.facts import Value, WorkerMonth
from officium.payroll.half_days import to_half_days
from officium.payroll.indemnities import occupations_after_end
from officium.payroll.item_days import holidays_after_end
from officium.payroll.occupation import OccupationLine, PayTotal, ServiceTime
from officium.payroll.overtime import is_above_schedule
from officium.payroll.pay_kinds import PAY_KINDS
from officium.payroll.pay_kinds.indemnities import IN_TIME
from officium.payroll.records import Committee, Contract, Employer, PayItem, Terms, Worker
from officium.payroll.timesheet import COUNTED_AS_WORK, Time, Timesheet

WORKER_CODES = {"white_collar": "495", "blue_collar": "015"}
PERFORMANCE = (1, 2, 3, 4, 5, 12, 20, 72)
HOTEL_AND_CATERING = "302"
ORDINARY_PAY = 1
NOT_DECLARED, TRAINING = 0, 5
# Pay that the former employer has declared: nothing is owed on it a second time.
PAID_BEFORE = (11, 12)
# Pay that counts in the structural reduction (W): NSSO instructions 2019/2, and RD 06-03-2024 on code 14.
IN_REDUCTION = (1, 2, 4, 5, 12)
ORDINARY = (ORDINARY_PAY, None)
# A remuneration code, with the months between payments where the code asks for them (0: once).
PayCode = tuple[int, int | None]
# Kinds of pay with a contribution of their own: what of a line it is due on, and its sum for the law.
OWN_CONTRIBUTIONS = {
    "results_bonus": ("item_pay_beside", "results_bonus_paid"),
    "purchasing_power_premium": ("item_exempt", "purchasing_power_premium_paid"),
    "notice_indemnity": ("item_compensated", "severance_compensated"),
    "notice_indemnity_outplacement": ("item_compensated", "severance_compensated"),
    "fixed_term_indemnity": ("item_compensated", "severance_compensated"),
    "mutual_consent_indemnity": ("item_compensated", "severance_compensated"),
}
# Counted here one by one, so that the law book takes them as given and does not derive them.
COUNTED_FACTS = ("quarter_days_paid", "performance_days", "performance_hours", "base_wage")


@dataclass(frozen=True)
class MonthPaid:
    """A worker's month with what the law established: cents, by contract in the month's order.

    `earlier_pay` is, by contract, that of the parts of the month before the last one, which is in
    `gross_pay` too. `liable_pay` and `days_covered` (of an indemnity, in hundredths) are by line of
    pay, in the order of `of.items`; `apart` holds what has a contribution of its own, by the number of
    the contract and the kind of pay.
    """

    of: WorkerMonth
    gross_pay: tuple[int, ...]
    earlier_pay: tuple[tuple[int, ...], ...]
    liable_pay: tuple[int, ...]
    employment_bonus: tuple[int, ...]
    special_contribution: int
    apart: Mapping[tuple[int, str], int] = field(default_factory=dict)
    days_covered: tuple[int, ...] = ()


@dataclass(frozen=True)
class WorkerLine:
    """A worker line: employer category, worker code and their occupations by day of beginning.

    `apart` holds by kind of pay what has a contribution of its own.
    """

    employer_class: str
    structural_category: str
    worker_status: str
    worker_code: str
    occupations: tuple[OccupationLine, ...]
    apart: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class WorkerQuarter:
    """A worker's quarter: its lines, and the facts for the quarter's law.

    `row` has the grain worker-quarter, with the children "worker-record" in the order of `lines`,
    which have the children "occupation" in the order of their occupations.
    """

    employer: Employer
    worker: Worker
    quarter: Quarter
    lines: tuple[WorkerLine, ...]
    row: Row


def quarters_of_workers(
    employer: Employer, quarter: Quarter, months: Sequence[MonthPaid]
) -> tuple[WorkerQuarter, ...]:
    """The quarter of every worker who has a month in it, by staff number.

    Raises BadInput when the employer's records do not hold what the contributions depend on.
    """
    of_employer = _employer_facts(employer, quarter)
    of_people: dict[str, list[MonthPaid]] = {}
    for month in months:
        of_people.setdefault(month.of.worker.staff_number, []).append(month)
    found: list[WorkerQuarter] = []
    for _, own in sorted(of_people.items()):
        worker = own[-1].of.worker
        lines = worker_lines(employer, own)
        facts: dict[str, Value] = {
            **of_employer,
            "quarter_special_contribution": sum(month.special_contribution for month in own),
            "quarter_employment_bonus": sum(sum(month.employment_bonus) for month in own),
            "company_car_contribution": 0,
        }
        row = Row(facts, {"worker-record": tuple(map(_line_row, lines))})
        found.append(WorkerQuarter(employer, worker, quarter, lines, row))
    return tuple(found)


def advance_facts(employer: Employer, quarter: Quarter) -> dict[str, Value]:
    """What the advances of a quarter rest on: net amounts of two quarters and of a year before."""
    recorded = _needed(employer, quarter)
    return {
        "penultimate_quarter_contributions": recorded[str(quarter.before(2))],
        "same_quarter_contributions": recorded[str(quarter.before(4))],
    }


def yearly_facts(employer: Employer, quarter: Quarter) -> dict[str, Value]:
    """What the contribution of the year rests on, in the quarter in which it falls due: the first."""
    recorded = employer.manual_pay_of(quarter.year - 1) if quarter.number == 1 else None
    return {"manual_pay_of_last_year": recorded or 0}


def _employer_facts(employer: Employer, quarter: Quarter) -> dict[str, Value]:
    headcount = employer.headcount_of(quarter.year)
    if headcount is None:
        raise BadInput(_no_headcount(employer, quarter), code="not_recorded", where=_at(employer))
    return {"average_headcount": headcount, "is_commercial": employer.is_commercial}


def _needed(employer: Employer, quarter: Quarter) -> dict[str, int]:
    """The employer's recorded numbers for a quarter, by year and by earlier quarter.

    Raises BadInput that names all that are missing.
    """
    year = str(quarter.year)
    earlier = [str(quarter.before(4)), str(quarter.before(2))]
    found = {
        year: employer.headcount_of(quarter.year),
        **{name: employer.contributions_of(name) for name in earlier},
    }
    missing = [name for name in earlier if found[name] is None]
    says = []
    if found[year] is None:
        says.append(_no_headcount(employer, quarter))
    if missing:
        says.append(
            f"the contributions of {' and of '.join(missing)} are not recorded: add them to "
            f"contributions of {employer.name} (0.00 if there were none)"
        )
    if says:
        raise BadInput("; ".join(says), code="not_recorded", where=_at(employer))
    return {name: value for name, value in found.items() if value is not None}


def _no_headcount(employer: Employer, quarter: Quarter) -> str:
    return (
        f"the average number of workers for {quarter.year} is not recorded: add it to headcounts of "
        f"{employer.name}"
    )


def _at(employer: Employer) -> str:
    return str(employer.origin)


@dataclass(frozen=True)
class _ContractPart:
    """The part of a contract's month under the same terms, with its time and its pay by code."""

    committee: Committee
    sheet: Timesheet
    terms: Terms
    times: tuple[Time, ...]
    pay: Mapping[PayCode, int]
    apart: Mapping[str, int] = field(default_factory=dict)
    kinds: frozenset[str] = frozenset()
    indemnities: tuple[tuple[PayItem, int, int], ...] = ()


def worker_lines(employer: Employer, months: Iterable[MonthPaid]) -> tuple[WorkerLine, ...]:
    """The lines of one worker from months of a quarter."""
    by_line: dict[tuple[str, str, str], list[_ContractPart]] = {}
    for month in months:
        for at, sheet in enumerate(month.of.timesheets):
            committee = _committee(employer, sheet.contract)
            key = (committee.employer_class, sheet.contract.status, committee.structural_category)
            by_line.setdefault(key, []).extend(_parts(month, at, committee))
    return tuple(
        WorkerLine(
            employer_class=employer_class,
            structural_category=category,
            worker_status=status,
            worker_code=WORKER_CODES[status],
            occupations=_occupations(inside),
            apart={
                kind: sum(one.apart.get(kind, 0) for one in inside) for kind in OWN_CONTRIBUTIONS
            },
        )
        for (employer_class, status, category), inside in sorted(by_line.items())
    )


def _parts(month: MonthPaid, at: int, committee: Committee) -> Iterator[_ContractPart]:
    """The parts of a contract's month; the lines of pay, and what follows the end, are in the last."""
    sheet, earlier = month.of.timesheets[at], month.earlier_pay[at]
    for part, cents in zip(sheet.parts[:-1], earlier, strict=True):
        yield _ContractPart(committee, sheet, part.terms, part.times, {ORDINARY: cents})
    number = sheet.contract.number
    pay = _pay_by_code(month, number, month.gross_pay[at] - sum(earlier))
    times = (*sheet.parts[-1].times, *holidays_after_end(month.of.items, number))
    kinds = frozenset(item.kind for item in month.of.items if item.contract == number)
    apart = {kind: month.apart.get((number, kind), 0) for kind in OWN_CONTRIBUTIONS}
    indemnities = tuple(
        line
        for line in zip(month.of.items, month.days_covered, month.liable_pay, strict=False)
        if line[0].contract == number
    )
    yield _ContractPart(committee, sheet, sheet.terms, times, pay, apart, kinds, indemnities)


def _pay_by_code(month: MonthPaid, contract: int, gross: int) -> dict[PayCode, int]:
    """Pay by remuneration code and months between payments; the rest has code 1."""
    pay: dict[PayCode, int] = {}
    for item, cents in zip(month.of.items, month.liable_pay, strict=True):
        kind = PAY_KINDS[item.kind]
        key: PayCode = (kind.remuneration, kind.every_months)
        if kind.paid_before and (cents < 0 or key == ORDINARY):
            key, cents = (kind.paid_before, None), -cents
        if item.contract == contract and kind.remuneration == IN_TIME:
            gross -= cents  # Declared with the period that it covers.
        elif item.contract == contract and key != ORDINARY:
            pay[key] = pay.get(key, 0) + cents
    declared = sum(cents for (code, _), cents in pay.items() if code not in PAID_BEFORE)
    return {ORDINARY: gross - declared, **pay}


def _committee(employer: Employer, contract: Contract) -> Committee:
    committee = employer.committee(contract.joint_committee)
    if committee is None:
        raise BadInput(
            f"joint committee {contract.joint_committee} is none of {employer.name}",
            code="no_committee",
            where=str(contract.origin),
        )
    return committee


def _occupations(months: list[_ContractPart]) -> tuple[OccupationLine, ...]:
    """One occupation for each contract and each working pattern of it."""
    found: list[OccupationLine] = []
    for number in sorted({month.sheet.contract.number for month in months}):
        own = [month for month in months if month.sheet.contract.number == number]
        contract = own[0].sheet.contract
        starts = [terms for at, terms in enumerate(contract.terms) if _is_new(contract, at)]
        for at, terms in enumerate(starts):
            until = starts[at + 1].since if at + 1 < len(starts) else None
            inside = [
                month
                for month in own
                if month.terms.since >= terms.since and (until is None or month.terms.since < until)
            ]
            if inside:
                last = until - timedelta(days=1) if until else contract.ends
                ends = last if last and last <= inside[-1].sheet.month.quarter.last else None
                found.append(_occupation(contract, terms, ends, inside))
        for part in own:
            found += occupations_after_end(part.committee, contract, part.terms, part.indemnities)
    return tuple(sorted(found, key=lambda line: (line.begins, line.contract.number)))


def _is_new(contract: Contract, at: int) -> bool:
    """Whether terms begin an occupation: the first ones, and those with another working pattern."""
    if at == 0:
        return True
    before, after = (one.working_pattern for one in contract.terms[at - 1 : at + 1])
    return before != after


def _pay_method(terms: Terms, months: Iterable[_ContractPart]) -> str | None:
    kinds = frozenset[str]().union(*(month.kinds for month in months))
    if terms.is_paid_by_piece or "piece_pay" in kinds:
        return "1"
    return "2" if "commission" in kinds else None


def _occupation(
    contract: Contract, terms: Terms, ends: date | None, months: list[_ContractPart]
) -> OccupationLine:
    times = [time for month in months for time in month.times]
    declared = sorted({time.service for time in times} - {NOT_DECLARED})
    days = to_half_days(
        {code: sum(time.days for time in times if time.service == code) for code in declared}
    )
    services = tuple(
        ServiceTime(
            code,
            days[code],
            sum(time.hours for time in times if time.service == code)
            if terms.is_part_time
            else None,
        )
        for code in declared
    )
    codes = {key for month in months for key in month.pay}
    totals = [
        PayTotal(code, every, sum(month.pay.get((code, every), 0) for month in months))
        for code, every in sorted(codes, key=lambda key: (key[0], key[1] or 0))
    ]
    return OccupationLine(
        months[0].committee,
        contract,
        terms,
        terms.since,
        ends,
        services,
        tuple(total for total in totals if total.amount),
        any(time.days and is_above_schedule(time.code) for time in times),
        _pay_method(terms, months),
        training_hours=sum(time.hours for time in times if time.service == TRAINING),
    )


def _line_row(line: WorkerLine) -> Row:
    occupations = tuple(map(_occupation_row, line.occupations))
    worked = [one for one in line.occupations if not one.is_after_end]
    is_part_time = all(one.terms.is_part_time for one in worked)
    pay = [total for one in line.occupations for total in one.pay]
    facts: dict[str, Value] = {
        "worker_status": line.worker_status,
        "employer_class": line.employer_class,
        "structural_category": line.structural_category,
        "declared_pay": sum(total.amount for total in pay if total.code not in PAID_BEFORE),
        "base_wage": sum(total.amount for total in pay if total.code == ORDINARY_PAY),
        **{
            fact: sum(
                line.apart.get(kind, 0) for kind, (_, of) in OWN_CONTRIBUTIONS.items() if of == fact
            )
            for _, fact in OWN_CONTRIBUTIONS.values()
        },
        "severance_days": sum(_days(one, COUNTED_AS_WORK) for one in worked),
        "severance_hours": sum(_hours(one, COUNTED_AS_WORK) for one in worked if is_part_time),
        "severance_full_time_hours": worked[-1].terms.full_time_hours if worked else 0,
    }
    return Row(facts, {"occupation": occupations})


def _occupation_row(one: OccupationLine) -> Row:
    facts: dict[str, Value] = {
        "quarter_pay": sum(total.amount for total in one.pay if total.code in IN_REDUCTION),
        "days_per_week": one.terms.days_per_week,
        "full_time_hours": one.terms.full_time_hours,
        "contract_hours": one.terms.hours_per_week,
        "quarter_days_paid": _days(one, COUNTED_AS_WORK),
        "quarter_hours_paid": _hours(one, COUNTED_AS_WORK),
        "performance_days": _days(one, PERFORMANCE),
        "performance_hours": _hours(one, PERFORMANCE),
        "has_third_party_year_end_premium": one.committee.has_third_party_year_end_premium,
        "is_agency_work": False,
        "is_hotel_and_catering": one.contract.joint_committee == HOTEL_AND_CATERING,
    }
    return Row(facts, {})


def _days(one: OccupationLine, codes: tuple[int, ...]) -> int:
    """Days of the codes (hundredths); none of a period after the end, in which nobody works."""
    if one.is_after_end:
        return 0
    return sum(service.days for service in one.services if service.code in codes)


def _hours(one: OccupationLine, codes: tuple[int, ...]) -> int:
    """Hours of the codes (hundredths); zero for an occupation that is declared in days."""
    return sum(service.hours or 0 for service in one.services if service.code in codes)
