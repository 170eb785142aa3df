"""The hours and days of a contract in a month, by code: scheduled, public holidays, recorded.

A day is counted as one hundred hundredths; a day with several codes is spread over them by their
hours, so that the days of a month add up. Terms that change inside the month cut it into parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from officium.findings import BadInput
from officium.law import Month, days_from, public_holidays
from officium.payroll.day import (
    HOLIDAY_REST,
    PUBLIC_HOLIDAY,
    WORKED,
    hours_of_day,
    unsettled_holiday,
)
from officium.payroll.overtime import declared_above, is_above_schedule, misfit_above_schedule
from officium.payroll.records import TIME_CODES, Contract, Employer, Terms, TimeCodeName, TimeEntry

FULL_TIME_DAYS = 5
COUNTED_AS_WORK = (1, 3, 4, 5, 20)


@dataclass(frozen=True, slots=True)
class Time:
    """So much time of one code: hundredths of hours and of days."""

    code: str
    service: int
    is_paid: bool
    hours: int
    days: int


@dataclass(frozen=True, slots=True)
class DayTime:
    """The hours of a day by code (hundredths), those above its schedule included."""

    day: date
    hours: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a contract's month under the same terms.

    `times` is by code, in the order of the list of codes; `schedule_hours` are those of these terms in
    the whole calendar month, public holidays included, as if they held through it; `extra_hours` are
    those above the schedule of their day. All are hundredths. `days_at_work` counts the days, whole,
    on which some work was done; `by_day` holds every calendar day.
    """

    terms: Terms
    first: date
    last: date
    times: tuple[Time, ...]
    schedule_hours: int
    extra_hours: int
    days_at_work: int
    by_day: tuple[DayTime, ...] = ()

    @property
    def paid_hours(self) -> int:
        """Hours that the employer pays."""
        return sum(time.hours for time in self.times if time.is_paid)

    @property
    def paid_days(self) -> int:
        """Days that the employer pays."""
        return sum(time.days for time in self.times if time.is_paid)

    @property
    def public_holiday_hours(self) -> int:
        """Those of them lost to public holidays, and to the rest in the place of one that was worked."""
        return sum(time.hours for time in self.times if time.code in (PUBLIC_HOLIDAY, HOLIDAY_REST))

    @property
    def public_holiday_days(self) -> int:
        """Days of the same."""
        return sum(time.days for time in self.times if time.code in (PUBLIC_HOLIDAY, HOLIDAY_REST))


@dataclass(frozen=True, slots=True)
class Timesheet:
    """A contract's month: its parts in their order, mostly one.

    `schedule_days` are those of the schedule in the whole calendar month, public holidays included,
    as if the contract ran through it; `full_time_hours` are those of a full-time worker on Monday to
    Friday in the month. All are hundredths.
    """

    month: Month
    contract: Contract
    parts: tuple[Part, ...]
    schedule_days: int
    full_time_hours: int

    @property
    def terms(self) -> Terms:
        """The terms of the last day of the contract in the month."""
        return self.parts[-1].terms

    @property
    def is_part_time(self) -> bool:
        """Whether fewer hours than those of a full-time worker were agreed, on any day."""
        return any(part.terms.is_part_time for part in self.parts)

    @property
    def times(self) -> tuple[Time, ...]:
        """The time of the month by code, in the order of the list of codes."""
        found: dict[str, Time] = {}
        for time in chain.from_iterable(part.times for part in self.parts):
            one = found.get(time.code, Time(time.code, time.service, time.is_paid, 0, 0))
            hours, days = one.hours + time.hours, one.days + time.days
            found[time.code] = Time(time.code, time.service, time.is_paid, hours, days)
        return tuple(found[code] for code in TIME_CODES if code in found)

    @property
    def schedule_hours(self) -> int:
        """Hours of the schedule in the whole month by the terms of its last day."""
        return self.parts[-1].schedule_hours

    @property
    def extra_hours(self) -> int:
        """Hours above the schedule of their day."""
        return sum(part.extra_hours for part in self.parts)

    @property
    def days_at_work(self) -> int:
        """Days, whole, on which some work was done."""
        return sum(part.days_at_work for part in self.parts)

    @property
    def paid_hours(self) -> int:
        """Hours that the employer pays."""
        return sum(part.paid_hours for part in self.parts)

    @property
    def public_holiday_hours(self) -> int:
        """Those of them lost to public holidays."""
        return sum(part.public_holiday_hours for part in self.parts)

    @property
    def counted_hours(self) -> int:
        """Hours of the working-time codes 1, 3, 4, 5 and 20 (employment bonus: H)."""
        return sum(time.hours for time in self.times if time.service in COUNTED_AS_WORK)

    @property
    def counted_days(self) -> int:
        """Days of the same codes (employment bonus: J)."""
        return sum(time.days for time in self.times if time.service in COUNTED_AS_WORK)


def holidays_granted(employer: Employer, month: Month) -> frozenset[date]:
    """The days of a month that are public holidays for an employer, replacements included.

    Raises BadInput when a holiday of the month falls on a weekend and no replacement is recorded.
    """
    missing = [
        str(holiday)
        for holiday in public_holidays(month.year)
        if Month.of(holiday) == month
        and holiday.weekday() >= 5
        and employer.replacement_of(holiday) is None
    ]
    if missing:
        raise BadInput(
            f"the public holiday of {' and that of '.join(missing)} falls on a weekend and no "
            f"replacement day is recorded: add it to replacement_days of {employer.name}",
            code="no_replacement_day",
            where=str(employer.origin),
        )
    return holidays_recorded(employer, month)


def holidays_recorded(employer: Employer, month: Month) -> frozenset[date]:
    """The same days as far as the records tell them: one without replacement stays where it falls."""
    replaced = {entry.holiday: entry.day for entry in employer.replacement_days}
    own = {replaced.get(holiday, holiday) for holiday in public_holidays(month.year)}
    return frozenset(day for day in own | set(replaced.values()) if Month.of(day) == month)


def timesheet(
    contract: Contract, month: Month, holidays: Iterable[date], entries: Iterable[TimeEntry]
) -> Timesheet:
    """The time of a contract that has days in the month; `entries` may be of other months too.

    Raises BadInput when the recorded hours of a day do not fit, or a public holiday of a variable
    schedule is not settled.
    """
    entries = list(entries)
    above = declared_above(entries)
    recorded: dict[date, list[TimeEntry]] = {}
    for entry in entries:
        if not is_above_schedule(entry.code):
            recorded.setdefault(entry.day, []).append(entry)
        elif misfit := misfit_above_schedule(contract.terms_on(entry.day), [entry]):
            raise BadInput(misfit, code="time_does_not_fit", where=str(entry.origin))
    off = frozenset(holidays)
    parts = tuple(
        _part(contract, month, terms, first, last, off, recorded, above)
        for terms, first, last in spans(contract, month)
    )
    # The first terms are taken back to the first of the month, the last ones on to its last day.
    by_day = [
        (day, next((part.terms for part in parts if day <= part.last), parts[-1].terms))
        for day in month.days
    ]
    weekly = sum(terms.full_time_hours for day, terms in by_day if day.weekday() < FULL_TIME_DAYS)
    return Timesheet(
        month=month,
        contract=contract,
        parts=parts,
        schedule_days=_scheduled(by_day, recorded, parts[0].first, parts[-1].last)[1],
        full_time_hours=(2 * weekly + FULL_TIME_DAYS) // (2 * FULL_TIME_DAYS),
    )


def spans(contract: Contract, month: Month) -> tuple[tuple[Terms, date, date], ...]:
    """The terms that hold in the month, each with its first and its last day in it."""
    first = max(contract.begins, month.first)
    last = min(contract.ends or month.last, month.last)
    held = [contract.terms_on(first)]
    held += [terms for terms in contract.terms if first < terms.since <= last]
    begins = [first, *(terms.since for terms in held[1:])]
    ends = [*(day - timedelta(days=1) for day in begins[1:]), last]
    return tuple(zip(held, begins, ends, strict=True))


def _part(
    contract: Contract,
    month: Month,
    terms: Terms,
    first: date,
    last: date,
    off: frozenset[date],
    recorded: Mapping[date, list[TimeEntry]],
    above: Mapping[date, Mapping[str, int]],
) -> Part:
    hours: dict[str, int] = {}
    days: dict[str, int] = {}
    extra = at_work = 0
    by_day: list[DayTime] = []
    for day in days_from(first, last):
        own = recorded.get(day, [])
        if terms.average_week and day in off and not own:
            raise _unsettled(contract, day, recorded)
        of_day = hours_of_day(day, terms, day in off, own)
        by_day.append(DayTime(day, {**of_day, **above.get(day, {})}))
        at_work += bool(of_day.get(WORKED)) or day in above
        if terms.schedule:
            extra += max(0, sum(of_day.values()) - terms.hours_on(day))
        for code, share in _shares(of_day).items():
            hours[code] = hours.get(code, 0) + of_day[code]
            days[code] = days.get(code, 0) + share
        for code, share in _shares(above.get(day, {})).items():
            hours[code] = hours.get(code, 0) + above[day][code]
            # A day of the schedule is a day already. On a day off, a full-time worker's overtime is
            # pay and no day: only for part-time workers can days not recovered be justified (00625).
            is_one_more = terms.is_part_time and not of_day
            days[code] = days.get(code, 0) + (share if is_one_more else 0)
    times = tuple(
        time_by_code(contract, code, hours[code], days[code])
        for code in TIME_CODES
        if hours.get(code)
    )
    scheduled, _ = _scheduled(((day, terms) for day in month.days), recorded, first, last)
    return Part(terms, first, last, times, scheduled, extra, at_work, tuple(by_day))


def _unsettled(contract: Contract, day: date, recorded: Mapping[date, list[TimeEntry]]) -> BadInput:
    entries = list(chain.from_iterable(recorded.values()))
    who = entries[0].staff_number if entries else f"contract {contract.number}"
    says = unsettled_holiday(who, day, entries)
    return BadInput(says, code="holiday_not_settled", where=str(contract.origin))


def _scheduled(
    terms_by_day: Iterable[tuple[date, Terms]],
    recorded: Mapping[date, list[TimeEntry]],
    first: date,
    last: date,
) -> tuple[int, int]:
    """Hours and days of the schedule on some days (hundredths).

    A variable schedule has those recorded; before the first day and after the last one of what was
    recorded, a fifth of its agreed week for each Monday to Friday.
    """
    hours = days = hours_of_weeks = days_of_weeks = 0
    for day, terms in terms_by_day:
        inside = first <= day <= last
        if terms.average_week and not inside:
            of_five = day.weekday() < FULL_TIME_DAYS
            hours_of_weeks += terms.average_week.hours * of_five
            days_of_weeks += terms.average_week.days * of_five
            continue
        of_day = sum(entry.hours for entry in recorded.get(day, []))
        scheduled = of_day if terms.average_week else terms.hours_on(day)
        hours += scheduled
        days += 100 * bool(scheduled)
    return hours + hours_of_weeks // FULL_TIME_DAYS, days + days_of_weeks // FULL_TIME_DAYS


def _shares(hours: Mapping[str, int]) -> dict[str, int]:
    """The hundredths of one day spread by hours; the largest remainders take what is left."""
    total = sum(hours.values())
    shares = {code: 100 * part // total for code, part in hours.items()}
    left = 100 * bool(hours) - sum(shares.values())
    by_remainder = sorted(hours, key=lambda code: (-(100 * hours[code] % total), code))
    for code in by_remainder[:left]:
        shares[code] += 1
    return shares


def time_by_code(contract: Contract, name: TimeCodeName, hours: int, days: int) -> Time:
    """Hours and days of a code as the status of the contract has them paid and declared."""
    code = TIME_CODES[name]
    if contract.status == "blue_collar":
        return Time(name, code.blue_service, code.blue_paid, hours, days)
    return Time(name, code.service, code.paid, hours, days)
