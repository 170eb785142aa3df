"""The invented employers as folders of records: nine months in full, October as far as delivered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from officium.demonstration.firm import Firm, employer_of, firms
from officium.demonstration.mandates import mandates_of
from officium.demonstration.months import absences_of, pay_of, time_of
from officium.demonstration.people import Person, people, worker_of
from officium.demonstration.slips import claims_of, slips_of
from officium.law import Month
from officium.payroll import (
    Absence,
    OpeningBalance,
    PayItem,
    RecordedMandate,
    Records,
    TimeEntry,
    folder_texts,
)

HISTORY = tuple(Month(2025, number) for number in range(1, 10))
OCTOBER = Month(2025, 10)
DEMONSTRATION_DAY = date(2025, 10, 20)

Months = Sequence[Month]


def invented_office() -> Mapping[str, Mapping[str, str]]:
    """The texts of each employer's folder by enterprise number: file name to text, always the same.

    Three quarters of 2025 can be run. On `DEMONSTRATION_DAY` some employers have delivered October in
    full, some in part (the time of every other worker, no pay: there is no `pay/2025-10.csv`), some not
    at all (no file of that month). What one delivered blocks, what another did calls for a look.
    """
    return {firm.enterprise_number: folder_texts(_records(firm)) for firm in firms()}


def _records(firm: Firm) -> Records:
    def delivered(person: Person) -> Months:
        in_part = firm.october == "part" and person.index % 2 == 0
        return (*HISTORY, OCTOBER) if firm.october == "all" or in_part else HISTORY

    paid = (*HISTORY, OCTOBER) if firm.october == "all" else HISTORY
    return records_of(firm, delivered, paid)


def records_of(firm: Firm, time_in: Callable[[Person], Months], pay_in: Months) -> Records:
    """The records of an employer: time and absences in the months of each person, pay in some months."""
    everybody = tuple(people(firm))
    time = [
        one for person in everybody for month in time_in(person) for one in time_of(person, month)
    ]
    pay = [one for person in everybody for month in pay_in for one in pay_of(person, month)]
    absences = [
        one for person in everybody for one in absences_of(person, time_in(person)[-1].last)
    ]
    wrong_time, wrong_pay = slips_of(firm)
    return Records(
        (employer_of(firm),),
        tuple(map(worker_of, everybody)),
        tuple(map(TimeEntry.model_validate, (*time, *wrong_time))),
        tuple(map(PayItem.model_validate, (*pay, *wrong_pay))),
        tuple(map(OpeningBalance.model_validate, claims_of(firm))),
        tuple(map(Absence.model_validate, absences)),
        tuple(map(RecordedMandate.model_validate, mandates_of(firm))),
    )
