"""The hours and days of a contract in a month, by code: scheduled, public holidays, recorded.

A day is counted as one hundred hundredths; a day with several codes is spread over them by their
hours, so that the days of a month add up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from officium.findings import BadInput
from officium.language import plain
from officium.law import Month, days_from, public_holidays
from officium.payroll.overtime import declared_above, is_above_schedule, misfit_above_schedule
from officium.payroll.records import TIME_CODES, Contract, Employer, Terms, TimeCode, TimeEntry

PUBLIC_HOLIDAY = "public_holiday"
_PUBLIC_HOLIDAY = TimeCode("public holidays", 1, True, 1, True)
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
class Timesheet:
    """A contract's month.

    `times` is by code, in the order of the list of codes; `schedule_hours` and `schedule_days` are
    those of the schedule in the whole calendar month, public holidays included, as if the contract
    ran through it; `full_time_hours` are those of a full-time worker on Monday to Friday in the
    month; `extra_hours` are those above the schedule of their day. All are hundredths.
    """

    month: Month
    contract: Contract
    terms: Terms
    times: tuple[Time, ...]
    schedule_hours: int
    schedule_days: int
    full_time_hours: int
    extra_hours: int

    @property
    def paid_hours(self) -> int:
        """Hours that the employer pays."""
        return sum(time.hours for time in self.times if time.is_paid)

    @property
    def public_holiday_hours(self) -> int:
        """Those of them lost to public holidays."""
        return sum(time.hours for time in self.times if time.code == PUBLIC_HOLIDAY)

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
    """The time of a contract that has days in the month.

    Raises BadInput when terms change inside the month, or the recorded hours of a day do not fit.
    """
    terms = _terms(contract, month)
    off = frozenset(holidays)
    recorded: dict[date, list[TimeEntry]] = {}
    entries = list(entries)
    above = declared_above(entries)
    for entry in entries:
        if not is_above_schedule(entry.code):
            recorded.setdefault(entry.day, []).append(entry)
    if misfit := misfit_above_schedule(terms, entries):
        raise BadInput(misfit, code="time_does_not_fit", where=str(contract.origin))
    hours: dict[str, int] = {}
    days: dict[str, int] = {}
    extra = 0
    for day in days_from(_first(contract, month), min(contract.ends or month.last, month.last)):
        of_day = _hours_of_day(day, contract, terms, day in off, recorded.get(day, []))
        extra += max(0, sum(of_day.values()) - terms.schedule.hours[day.weekday()])
        for code, share in _shares(of_day).items():
            hours[code] = hours.get(code, 0) + of_day[code]
            days[code] = days.get(code, 0) + share
        for code, share in _shares(above.get(day, {})).items():
            hours[code] = hours.get(code, 0) + above[day][code]
            # A day of the schedule is a day already. On a day off, a full-time worker's overtime is
            # pay and no day: only for part-time workers can days not recovered be justified (00625).
            is_one_more = terms.is_part_time and not of_day
            days[code] = days.get(code, 0) + (share if is_one_more else 0)
    weekdays = [day.weekday() for day in month.days]
    full_time_days = sum(1 for weekday in weekdays if weekday < FULL_TIME_DAYS)
    return Timesheet(
        month=month,
        contract=contract,
        terms=terms,
        times=tuple(
            _time(contract, code, hours[code], days[code])
            for code in (*TIME_CODES, PUBLIC_HOLIDAY)
            if hours.get(code)
        ),
        schedule_hours=sum(terms.schedule.hours[weekday] for weekday in weekdays),
        schedule_days=100 * sum(1 for weekday in weekdays if terms.schedule.hours[weekday]),
        full_time_hours=(2 * terms.full_time_hours * full_time_days + FULL_TIME_DAYS)
        // (2 * FULL_TIME_DAYS),
        extra_hours=extra,
    )


def _first(contract: Contract, month: Month) -> date:
    return max(contract.begins, month.first)


def _terms(contract: Contract, month: Month) -> Terms:
    for later in terms_inside_months(contract):
        if Month.of(later.since) == month:
            raise BadInput(
                says_inside_month(contract, later),
                code="terms_inside_month",
                where=str(later.origin),
            )
    return contract.terms_on(_first(contract, month))


def terms_inside_months(contract: Contract) -> list[Terms]:
    """The later terms of a contract that do not begin on the first day of a month."""
    return [later for later in contract.terms[1:] if later.since.day != 1]


def says_inside_month(contract: Contract, terms: Terms) -> str:
    """What is wrong with such terms."""
    return (
        f"contract {contract.number} changes its terms on {terms.since}, inside the month: "
        "terms that begin on the first of a month are expected"
    )


def _hours_of_day(
    day: date, contract: Contract, terms: Terms, is_holiday: bool, entries: list[TimeEntry]
) -> Mapping[str, int]:
    """The hours of a day by code: as recorded, else as scheduled."""
    scheduled = terms.schedule.hours[day.weekday()]
    if not entries:
        code = PUBLIC_HOLIDAY if is_holiday else "worked"
        return {code: scheduled} if scheduled else {}
    if misfit := misfit_of_day(day, terms, is_holiday, entries):
        raise BadInput(misfit, code="time_does_not_fit", where=str(entries[0].origin))
    return {str(entry.code): entry.hours for entry in entries}


def misfit_of_day(
    day: date, terms: Terms, is_holiday: bool, entries: Sequence[TimeEntry]
) -> str | None:
    """What is wrong with the hours recorded for a day of a contract; None: they fit."""
    scheduled = terms.schedule.hours[day.weekday()]
    hours = {str(entry.code): entry.hours for entry in entries}
    who = entries[0].staff_number
    if is_holiday and "worked" in hours:
        return f"{who}: {day} is a public holiday: work on it is not computed"
    difference = sum(hours.values()) - scheduled
    may_be_more = set(hours) == {"worked"} and terms.hourly_wage is not None
    if difference < 0 or (difference > 0 and not may_be_more):
        return (
            f"{who}: {plain(sum(hours.values()), 2)} hours are recorded on {day} and the schedule "
            f"has {plain(scheduled, 2)}: all hours of the day are expected, the worked ones included"
        )
    return None


def _shares(hours: Mapping[str, int]) -> dict[str, int]:
    """The hundredths of one day spread by hours; the largest remainders take what is left."""
    total = sum(hours.values())
    shares = {code: 100 * part // total for code, part in hours.items()}
    left = 100 * bool(hours) - sum(shares.values())
    by_remainder = sorted(hours, key=lambda code: (-(100 * hours[code] % total), code))
    for code in by_remainder[:left]:
        shares[code] += 1
    return shares


def _time(contract: Contract, name: str, hours: int, days: int) -> Time:
    code = next((known for key, known in TIME_CODES.items() if key == name), _PUBLIC_HOLIDAY)
    if contract.status == "blue_collar":
        return Time(name, code.blue_service, code.blue_paid, hours, days)
    return Time(name, code.service, code.paid, hours, days)
