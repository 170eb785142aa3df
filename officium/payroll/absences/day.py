"""A day of an absence: which hours of it are absence, by the schedule and what was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from officium.language import plain
from officium.payroll.absence_kinds import ABSENCE_KINDS
from officium.payroll.absences.incapacity import Incapacity
from officium.payroll.records import Absence, Contract, Records, TimeEntry, Worker
from officium.payroll.service import contracts_before
from officium.payroll.time_codes.work import ABSENT

HOLIDAY = "holiday"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AbsentDay:
    """A calendar day of an absence.

    `hours` are those not worked (hundredths), none where nothing was scheduled; `beside` is what was
    recorded for the rest of the day. `around` is the absence into which this one fell, where it did,
    and `hours_around` those that it takes of the day; `is_over_holiday`: annual holidays were recorded
    for the day. `incapacity` is the one to which the day belongs; where its record has no certificate,
    `without_certificate` says which time of the calendar year it is.
    """

    absence: Absence
    contract: Contract
    day: date
    hours: int
    beside: tuple[TimeEntry, ...]
    is_public_holiday: bool
    is_over_holiday: bool
    around: Absence | None
    hours_around: int = 0
    incapacity: Incapacity | None = None
    has_begun_in_holidays: bool = False
    without_certificate: int = 0


def absence_on(absences: Iterable[Absence], day: date) -> tuple[Absence | None, Absence | None]:
    """The absence of a day, and the one into which it fell; of two, the one that may fall into another."""
    found = [one for one in absences if one.covers(day)]
    inner = [
        one
        for one in found
        if any(other.kind in ABSENCE_KINDS[one.kind].within for other in found if other is not one)
    ]
    first = next(iter(inner or found), None)
    return first, next((one for one in found if one is not first), None)


def absences_in_service(
    records: Records, worker: Worker, contract: Contract
) -> tuple[Absence, ...]:
    """The absences of a contract, after those of the contracts with the same employer to which it
    follows without a day between them; one that goes on ends with its contract."""
    before = (
        one if one.last else one.model_copy(update={"last": earlier.ends})
        for earlier in contracts_before(worker, contract)
        for one in records.absences_of(worker.staff_number, earlier.number)
    )
    return (*before, *records.absences_of(worker.staff_number, contract.number))


def first_day_of_run(absence: Absence, absences: Iterable[Absence]) -> date:
    """The day on which an absence began: of lines that follow each other without a day between them,
    of one kind and for one event, that of the first."""
    first = absence.first
    for one in sorted(absences, key=lambda it: it.first, reverse=True):
        same = (one.kind, one.event) == (absence.kind, absence.event)
        if same and one.last is not None and one.last + _DAY == first:
            first = one.first
    return first


def scheduled_hours(contract: Contract, day: date, entries: Iterable[TimeEntry]) -> int:
    """The hours of the schedule on a day; under a variable one, those recorded for it."""
    terms = contract.terms_on(day)
    return sum(one.hours for one in entries) if terms.average_week else terms.hours_on(day)


def hours_of_absence(absence: Absence, left: int, is_recorded: bool) -> int:
    """The hours that an absence takes of those left in a day (hundredths); a share is rounded half up."""
    if absence.hours is not None:
        return min(left, absence.hours)
    if ABSENCE_KINDS[absence.kind].is_partial and not is_recorded:
        return left - (left * (absence.share or 0) + 5000) // 10000
    return left


def beside_of(absence: Absence, entries: Iterable[TimeEntry]) -> tuple[TimeEntry, ...]:
    """What was recorded for a day beside its absence."""
    over = (ABSENT, HOLIDAY) if ABSENCE_KINDS[absence.kind].over_holidays else (ABSENT,)
    return tuple(one for one in entries if one.code not in over)


def misfit_of_absence(
    absence: Absence, contract: Contract, entries: Sequence[TimeEntry]
) -> str | None:
    """What is wrong with the time recorded for a day of an absence; None: it fits."""
    day = entries[0].day
    scheduled = scheduled_hours(contract, day, entries)
    recorded = sum(one.hours for one in beside_of(absence, entries))
    left = scheduled - recorded
    of = f"{absence.kind} of {absence.staff_number} ({absence.origin})"
    if left <= 0:
        return (
            f"{plain(recorded, 2)} hours are recorded on {day}, a day of the {of}: the schedule has "
            f"{plain(scheduled, 2)}, so no hour of absence is left; end the absence before, or take "
            "the hours off"
        )
    if absence.hours is not None and absence.hours > left:
        return (
            f"the {of} takes {plain(absence.hours, 2)} hours of {day}, and {plain(left, 2)} are left "
            "of its schedule beside what is recorded"
        )
    return None
