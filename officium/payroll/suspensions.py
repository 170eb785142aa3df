"""The days of a notice on which the contract was suspended: as told with it, or recorded as absence.

Which causes make notice stand still, the law says; here a record is only given the cause that it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from officium.findings import BadInput
from officium.law import days_from
from officium.payroll.records import Absence, Contract, Records, Suspension
from officium.payroll.records.notice import SuspensionCause

_DAY = timedelta(days=1)
_WEEK = 7
ABSENCES: Mapping[str, SuspensionCause] = {
    "adoption_leave": "adoption_leave",
    "birth_leave": "birth_leave",
    "caregiver_leave": "compelling_reasons",
    "compelling_reasons": "compelling_reasons",
    "foster_care_leave": "foster_leave",
    "foster_parental_leave": "foster_leave",
    "maternity": "maternity",
    "maternity_multiple": "maternity",
    "maternity_prolonged": "maternity",
    "maternity_protection": "maternity",
    "occupational_disease": "sickness_or_accident",
    "sickness": "sickness_or_accident",
    "work_accident": "sickness_or_accident",
    "unpaid_leave": "unpaid_leave",
    "economic_unemployment": "economic_unemployment",
    "white_collar_suspension": "economic_unemployment",
    "weather_unemployment": "bad_weather",
    "technical_breakdown": "technical_accident",
    # Art. 28, 1°: the closure of the enterprise during the yearly holidays.
    "closure_unemployment": "holidays",
    "detention": "preventive_detention",
}
# Work that an advising physician allowed suspends nothing (act of 3 July 1978, art. 31/1 par. 1).
NO_SUSPENSION = ("partial_work",)
TIME: Mapping[str, SuspensionCause] = {
    "holiday": "holidays",
    "carried_holiday": "holidays",
    "carried_holiday_second_year": "holidays",
    "sickness_in_holiday": "sickness_or_accident",
    "sickness_paid": "sickness_or_accident",
    "sickness_unpaid": "sickness_or_accident",
    "work_accident": "sickness_or_accident",
    "maternity": "maternity",
    "birth_leave": "birth_leave",
    "unpaid_leave": "unpaid_leave",
    "economic_unemployment": "economic_unemployment",
    "white_collar_suspension": "economic_unemployment",
    "weather_unemployment": "bad_weather",
    "detention": "preventive_detention",
    "compensatory_rest": "compensatory_rest",
    "sickness_second_week": "sickness_or_accident",
    "sickness_supplement": "sickness_or_accident",
    "accident_paid": "sickness_or_accident",
    "accident_advance": "sickness_or_accident",
    "occupational_disease": "sickness_or_accident",
}


def suspensions_of(
    records: Records,
    staff_number: str,
    contract: Contract,
    since: date,
    known_until: date | None,
) -> tuple[Suspension, ...]:
    """The suspensions of a contract from a day on, by day: what is told with its notice comes first.

    An absence that goes on counts until `known_until`; without it, it is refused.
    """
    found = _of_time(records, staff_number, contract)
    for absence in records.absences_of(staff_number, contract.number):
        if absence.kind in ABSENCES and not _is_part_of_a_day(absence):
            last = absence.last or known_until
            if last is None:
                raise BadInput(
                    f"{absence.kind} from {absence.first} goes on: the notice cannot be reckoned "
                    "before its last day is known",
                    code="records",
                    where=str(absence.origin),
                )
            found |= dict.fromkeys(days_from(absence.first, last), ABSENCES[absence.kind])
    for one in contract.notice.suspensions if contract.notice else ():
        found |= dict.fromkeys(days_from(one.begins, one.until), one.cause)
    return tuple(_joined({day: cause for day, cause in found.items() if day >= since}))


def absences_not_held(
    records: Records, staff_number: str, contract: Contract, first: date, last: date
) -> tuple[Absence, ...]:
    """The absences in a period of which it is not held whether they suspend notice."""
    return tuple(
        absence
        for absence in records.absences_of(staff_number, contract.number)
        if absence.kind not in (*ABSENCES, *NO_SUSPENSION)
        and absence.first <= last
        and (absence.last or last) >= first
    )


def _is_part_of_a_day(absence: Absence) -> bool:
    return absence.hours is not None or absence.share is not None


def _of_time(
    records: Records, staff_number: str, contract: Contract
) -> dict[date, SuspensionCause]:
    """Whole days of recorded time, and between two of one cause the days on which no work is planned."""
    days: dict[date, SuspensionCause] = {}
    for entry in records.time_of(staff_number, contract.number):
        planned = _planned(contract, entry.day)
        whole = entry.hours >= planned and _may_be_worked(contract, entry.day)
        if entry.code in TIME and whole:
            days[entry.day] = TIME[entry.code]
    for one, other in pairwise(sorted(days)):
        between = tuple(days_from(one + _DAY, other - _DAY))
        same = days[one] == days[other] and len(between) < _WEEK
        if same and not any(_may_be_worked(contract, day) for day in between):
            days |= dict.fromkeys(between, days[one])
    return days


def _planned(contract: Contract, day: date) -> int:
    return contract.terms_on(day).hours_on(day)


def _may_be_worked(contract: Contract, day: date) -> bool:
    """Hours are planned, or the schedule is variable and nobody knows."""
    return not contract.terms_on(day).weeks or _planned(contract, day) > 0


def _joined(days: Mapping[date, SuspensionCause]) -> Iterator[Suspension]:
    """Days of one cause that follow each other as one suspension."""
    first = last = None
    for day in sorted(days):
        if first is not None and last is not None:
            if day == last + _DAY and days[day] == days[first]:
                last = day
                continue
            yield Suspension(cause=days[first], begins=first, until=last)
        first = last = day
    if first is not None and last is not None:
        yield Suspension(cause=days[first], begins=first, until=last)
