"""Incapacities for work: illnesses and accidents with their prolongations, and which is a relapse.

What guaranteed pay an earlier incapacity has used is asked of the law book, one incapacity after the
other; it does not decide anything here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from officium.law import days_from
from officium.payroll.records import Absence, Contract, TimeEntry

Value = int | str | bool | date
INCAPACITIES = ("sickness", "work_accident", "occupational_disease")
PARTIAL = "partial_work"
HOLIDAY = "holiday"
NONE_BEFORE = date(2000, 1, 1)
ALWAYS, NEVER = date(1900, 1, 1), date(9999, 12, 31)
_DAY = timedelta(days=1)
# No window of relapse in the law book is as long: what ended before it bears on nothing.
FARTHEST = timedelta(days=365)
# Pay under the act itself on some day of it: a relapse is counted from the end of such an incapacity.
PAID_BY_LAW = ("is_day_of_full_pay", "is_day_of_second_week")
WANT = ("is_relapse", "guaranteed_days_carried", "guaranteed_days_spent", *PAID_BY_LAW)


@dataclass(frozen=True, slots=True)
class Incapacity:
    """An incapacity of one contract: its records, each the prolongation of the one before.

    `last` is None while it goes on; `days_before` are those of guaranteed pay that were used when it
    began, by the law, and `relapse_of` the first and last day of the incapacity that it continues.
    """

    absences: tuple[Absence, ...]
    days_before: int = 0
    relapse_of: tuple[date, date] | None = None

    @property
    def kind(self) -> str:
        """Illness, accident at work or occupational disease."""
        return self.absences[0].kind

    @property
    def first(self) -> date:
        """The first day, counted or not."""
        return self.absences[0].first

    @property
    def last(self) -> date | None:
        """The last day, where it is known."""
        return self.absences[-1].last

    @property
    def has_begun_work(self) -> bool:
        """Whether work had begun on the first day."""
        return self.absences[0].begun is not None


# What the law says of one day: of an incapacity, its record of the day, the day, and the facts of the
# chain; the answer holds the facts of `WANT`.
Answer = Callable[[Incapacity, Absence, date, Mapping[str, Value]], Mapping[str, int]]


def incapacities(absences: Iterable[Absence]) -> tuple[Incapacity, ...]:
    """The incapacities of a contract in their order, prolongations joined."""
    found: list[Incapacity] = []
    for one in sorted(absences, key=lambda it: it.first):
        if one.kind not in INCAPACITIES:
            continue
        before = found[-1] if found else None
        last = before.last if before else None
        follows = last is not None and last + _DAY == one.first
        is_new = one.other_cause is not None or one.begun is not None
        if before and follows and not is_new and before.kind == one.kind:
            found[-1] = Incapacity((*before.absences, one))
        else:
            found.append(Incapacity((one,)))
    return tuple(found)


def that_bear_on(
    since: date,
    found: Sequence[Incapacity],
    absences: Sequence[Absence],
    contracts: Mapping[int, Contract],
) -> tuple[Incapacity, ...]:
    """The incapacities of the days from `since` on, and those before them of which they may be a relapse."""
    kept: list[Incapacity] = []
    for one in reversed(found):
        if one.last is None or one.last >= since:
            kept.append(one)
        elif kept:
            end = end_of_incapacity(one.last, NEVER, absences, contracts)
            if kept[-1].first - end > FARTHEST:
                break
            kept.append(one)
    return tuple(reversed(kept))


def with_days_before(
    found: Iterable[Incapacity],
    absences: Sequence[Absence],
    contracts: Mapping[int, Contract],
    until: date,
    ask: Answer,
) -> tuple[Incapacity, ...]:
    """The incapacities that begin up to a day, each with the days of guaranteed pay used before it.

    `absences` are all of the contracts, which `contracts` holds by number.
    """
    known: list[Incapacity] = []
    paid_first = paid_last = NONE_BEFORE
    used = 0
    for one in found:
        if one.first > until:
            break
        chain: dict[str, Value] = {
            "is_of_another_cause": one.absences[0].other_cause is not None,
            "paid_incapacity_last_day": end_of_incapacity(
                paid_last, one.first, absences, contracts
            ),
            "guaranteed_days_used": used,
            "guaranteed_days_counted": one.absences[0].days_counted or 0,
        }
        asked = ask(one, one.absences[0], one.first, chain)
        one = dataclasses.replace(
            one,
            days_before=asked["guaranteed_days_carried"],
            relapse_of=(paid_first, paid_last) if asked["is_relapse"] else None,
        )
        known.append(one)
        if one.last is None or one.last > until or one.kind != "sickness":
            continue
        for absence, day in _scheduled_days(one, contracts):
            answer = ask(one, absence, day, chain)
            if any(answer[flag] for flag in PAID_BY_LAW):
                end = ask(one, one.absences[-1], one.last, chain)
                paid_first, paid_last = one.first, one.last
                used = end["guaranteed_days_spent"]
                break
    return tuple(known)


def end_of_incapacity(
    last: date, before: date, absences: Iterable[Absence], contracts: Mapping[int, Contract]
) -> date:
    """The last day of an incapacity whose illness ended on `last`, with the partial work that followed it.

    Who resumes work in agreement with the advising physician stays incapable: partial work with no day
    of work between the two goes on with the incapacity, where it ended before the day `before`.
    """
    for one in sorted(absences, key=lambda it: it.first):
        if one.kind != PARTIAL or one.last is None or not last < one.last < before:
            continue
        between = days_from(last + _DAY, one.first - _DAY) if one.first > last + _DAY else ()
        contract = contracts[one.contract]
        if not any(contract.runs_in(day, day) and _is_scheduled(contract, day) for day in between):
            last = one.last
    return last


def _scheduled_days(
    of: Incapacity, contracts: Mapping[int, Contract]
) -> Iterator[tuple[Absence, date]]:
    for absence in of.absences:
        assert absence.last is not None
        for day in days_from(absence.first, absence.last):
            if _is_scheduled(contracts[absence.contract], day):
                yield absence, day


def _is_scheduled(contract: Contract, day: date) -> bool:
    terms = contract.terms_on(day)
    return bool(terms.average_week or terms.hours_on(day))


def began_in_holidays(first: date, contract: Contract, entries: Iterable[TimeEntry]) -> bool:
    """Whether a day is one of recorded holidays, or a free day between two of them."""
    holidays = {one.day for one in entries if one.code == HOLIDAY}

    def at_work(day: date, step: int) -> date | None:
        for _ in range(14):
            if day < contract.begins or (contract.ends and day > contract.ends):
                return None
            if contract.terms_on(day).hours_on(day):
                return day
            day += step * _DAY
        return None

    return {at_work(first, -1), at_work(first, 1)} <= holidays


def facts_of_incapacity(of: Incapacity | None, absence: Absence, first: date) -> dict[str, Value]:
    """What the law asks of the incapacity to which a day belongs; neutral for any other absence, which
    began on `first`."""
    return {
        "absence_first_day": of.first if of else first,
        "has_begun_work": bool(of and of.has_begun_work),
        "guaranteed_days_before": of.days_before if of else 0,
        "pay_refused_before": absence.paid_from or ALWAYS,
        "pay_refused_after": absence.paid_until or NEVER,
    }


def times_without_certificate(absence: Absence, absences: Iterable[Absence]) -> int:
    """How many illnesses of its calendar year had no certificate up to one of them; 0 if it has one."""
    if absence.certificate is None:
        return 0
    return sum(
        one.certificate is not None
        and one.first.year == absence.first.year
        and one.first <= absence.first
        for one in absences
    )


def facts_of_engagement(contract: Contract) -> dict[str, Value]:
    """For how long the worker is engaged: an end that was agreed is that of a term."""
    return {
        "is_engaged_for_a_term": contract.end_reason == "end_of_term",
        "engagement_first_day": contract.begins,
        "day_after_engagement": contract.ends + _DAY if contract.ends else NEVER,
    }
