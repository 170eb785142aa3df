"""The incapacities of everybody at an employer, with what of guaranteed pay was used before each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from officium.engine import Country, Family, LawBook, Row, Sheet
from officium.findings import BadInput
from officium.law import Month
from officium.payroll.absences.books import book_of_month
from officium.payroll.absences.day import absences_in_service, first_day_of_run
from officium.payroll.absences.incapacity import (
    INCAPACITIES,
    NONE_BEFORE,
    PARTIAL,
    WANT,
    Answer,
    Incapacity,
    Value,
    facts_of_engagement,
    facts_of_incapacity,
    incapacities,
    that_bear_on,
    with_days_before,
)
from officium.payroll.records import Absence, Contract, Employer, Records, Worker
from officium.payroll.service import contracts_before, service_began

Chain = tuple[Incapacity, ...]


def known_chains(
    records: Records, employer: Employer, month: Month, *, country: Country, provisional: bool
) -> dict[tuple[str, int], Chain]:
    """By person and contract, the incapacities that begin up to the end of a month.

    Raises BadInput where the law of a day is not known.
    """

    def book_of(day: date) -> LawBook:
        return book_of_month(country, Month.of(day), WANT, provisional=provisional)

    found: dict[tuple[str, int], Chain] = {}
    for worker in records.workers:
        for contract in worker.contracts:
            if contract.employer != employer.enterprise_number:
                continue
            if not any(
                one.kind in INCAPACITIES
                for one in records.absences_of(worker.staff_number, contract.number)
            ):
                continue
            absences = absences_in_service(records, worker, contract)
            contracts = {one.number: one for one in (*contracts_before(worker, contract), contract)}
            ask = _asking(worker, contracts, absences, book_of)
            key = worker.staff_number, contract.number
            own = that_bear_on(date(month.year, 1, 1), incapacities(absences), absences, contracts)
            found[key] = with_days_before(own, absences, contracts, month.last, ask)
    return found


def _asking(
    worker: Worker,
    contracts: Mapping[int, Contract],
    absences: Iterable[Absence],
    book_of: Callable[[date], LawBook],
) -> Answer:
    above: dict[int, dict[str, Value]] = {
        number: {
            "worker_status": contract.status,
            "contract_begins": service_began(worker, contract),
            **facts_of_engagement(contract),
        }
        for number, contract in contracts.items()
    }

    def ask(
        of: Incapacity, absence: Absence, day: date, chain: Mapping[str, Value]
    ) -> Mapping[str, int]:
        partial = next((one for one in absences if one.kind == PARTIAL and one.covers(day)), None)
        facts: dict[str, Value] = {
            **facts_of_incapacity(of, absence, of.first),
            **chain,
            "worked_on": day,
            "absence_kind": of.kind,
            "absence_day": day,
            "is_in_partial_work": partial is not None,
            "partial_work_first_day": first_day_of_run(partial, absences)
            if partial
            else NONE_BEFORE,
            "is_day_without_pay_anyway": False,
        }
        row = Row({**above[absence.contract], "worked_on": day}, {"absence-day": (Row(facts, {}),)})
        try:
            book = book_of(day)
        except BadInput as missing:
            if missing.code != "silence":
                raise
            raise BadInput(
                f"no text of the law on guaranteed pay is known on {day}, a day of the {of.kind} of "
                f"{worker.staff_number} from {of.first}: begin the line on a later day, and write the "
                "days paid before it as days_counted",
                code=missing.code,
                where=str(absence.origin),
            ) from missing
        family = Family(book, Sheet(book, row, f"{worker.staff_number}, incapacity of {of.first}"))
        return {name: family.fact(name, 0) for name in WANT}

    return ask
