"""Days without work: what the law counts through a year, and the lines of pay that come from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from officium.engine import Family, Row
from officium.law import Month, days_from
from officium.payroll.absences.day import AbsentDay
from officium.payroll.records import Absence, Contract, PayItem

Value = int | str | bool | date
WHITE_COLLAR = "white_collar_suspension"
WEEK = timedelta(days=6)
# The kind of pay of the supplement, where it is not that of manual workers.
SUPPLEMENT = {WHITE_COLLAR: "suspension_supplement"}
ADDITIONAL = "additional_unemployment_supplement"
# What the law says of a day without work, beside its code of time.
SAID = (
    "is_partial_unemployment_day",
    "is_unemployment_day",
    "has_supplement_day",
    "has_additional_supplement_day",
    "is_beyond_first_days",
    "is_reduced_public_holiday",
    "is_owed_for_late_notice",
    "is_beyond_full_suspension",
    "is_beyond_weeks_of_the_year",
)


@dataclass(frozen=True, slots=True)
class Counts:
    """Days of a calendar year up to some day: of partial unemployment (the public holidays in it
    included), with the additional supplement, and public holidays that were reduced."""

    partial_unemployment: int = 0
    reduced_holidays: int = 0
    additional_supplement: int = 0


NOTHING = Counts()


def counted(family: Family, days: int, before: Counts) -> tuple[Counts, ...]:
    """What is counted before each day of a family, and after the last one."""
    found = [before]
    for at in range(days):
        last = found[-1]
        found.append(
            Counts(
                last.partial_unemployment + family.fact("is_partial_unemployment_day", at),
                last.reduced_holidays + family.fact("is_reduced_public_holiday", at),
                last.additional_supplement + family.fact("has_additional_supplement_day", at),
            )
        )
    return tuple(found)


def asked_until_it_stands(
    ask: Callable[[Sequence[Counts]], tuple[Row, Family]], days: int, before: Counts
) -> tuple[Row, Family, Counts]:
    """The question on a month's days, its answer, and the counts after it.

    What a day is may depend on what the days before it are: it is asked again until nothing changes.
    """
    counts: tuple[Counts, ...] = (before,) * (days + 1)
    while True:
        row, family = ask(counts)
        found = counted(family, days, before)
        if found == counts:
            return row, family, found[-1]
        counts = found


def facts_without_work(
    of: AbsentDay, absences: Sequence[Absence], before: Counts
) -> Mapping[str, Value]:
    """The facts of a day that these rules ask; neutral where its absence does not concern them."""
    event = of.absence.event or of.absence.first
    full, part = _weeks(of, absences) if of.absence.kind == WHITE_COLLAR else (0, 0)
    return {
        "hours_at_work": sum(one.hours for one in of.beside if one.code == "worked"),
        "breakdown_day": event,
        "notice_given_on": event,
        "first_day_under_notice": min(
            one.first
            for one in absences
            if one.kind == of.absence.kind and one.event == of.absence.event
        ),
        "partial_unemployment_days_before": before.partial_unemployment,
        "reduced_holidays_before": before.reduced_holidays,
        "supplement_days_before": before.additional_supplement,
        "weeks_of_full_suspension": full,
        "weeks_of_part_suspension": part,
    }


def _weeks(of: AbsentDay, absences: Sequence[Absence]) -> tuple[int, int]:
    """Calendar weeks of the year with a suspended day, up to that of a day: without work, in part."""
    weeks: dict[date, list[bool]] = {}
    first = date(of.day.year, 1, 1)
    last = min(of.day - timedelta(days=of.day.weekday()) + WEEK, date(of.day.year, 12, 31))
    suspended = [one for one in absences if one.kind == WHITE_COLLAR]
    for day in days_from(first, last):
        if of.contract.runs_in(day, day) and _is_scheduled(of.contract, day):
            monday = day - timedelta(days=day.weekday())
            weeks.setdefault(monday, []).append(any(one.covers(day) for one in suspended))
    full = sum(all(days) for days in weeks.values())
    return full, sum(any(days) for days in weeks.values()) - full


def _is_scheduled(contract: Contract, day: date) -> bool:
    terms = contract.terms_on(day)
    return day.weekday() < 5 if terms.average_week else bool(terms.hours_on(day))


@dataclass
class _Line:
    """Days of a line: all of them, and those after the first ones of the year."""

    absence: Absence
    days: int = 0
    beyond: int = 0


def lines_without_work(
    contract: Contract, month: Month, days: Sequence[AbsentDay], family: Family
) -> Iterator[PayItem]:
    """The supplements of a month, as far as no fund pays them in the employer's place."""
    agreed: dict[tuple[str, int | None], _Line] = {}
    additional: list[_Line] = []
    for at, of in enumerate(days):
        absence = of.absence
        if family.fact("has_supplement_day", at) and absence.fund not in ("supplement", "both"):
            kind = SUPPLEMENT.get(absence.kind, "unemployment_supplement")
            agreed.setdefault((kind, absence.supplement), _Line(absence)).days += 1
        if family.fact("has_additional_supplement_day", at) and absence.fund not in (
            "additional",
            "both",
        ):
            additional = additional or [_Line(absence)]
            additional[0].days += 1
            additional[0].beyond += family.fact("is_beyond_first_days", at)
    for (kind, amount), line in agreed.items():
        price = None if amount is None else 100 * amount
        yield _item(contract, month, line, kind, price=price)
    for line in additional:
        yield _item(contract, month, line, ADDITIONAL, units=100 * line.beyond)


def _item(
    contract: Contract,
    month: Month,
    line: _Line,
    kind: str,
    *,
    units: int | None = None,
    price: int | None = None,
) -> PayItem:
    return PayItem(
        origin=line.absence.origin,
        month=str(month),
        staff_number=line.absence.staff_number,
        contract=contract.number,
        kind=kind,
        days=100 * line.days,
        units=units,
        price=price,
    )
