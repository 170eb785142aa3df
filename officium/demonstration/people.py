"""The workers of the invented employers, counted off one by one, and their records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from officium.demonstration.firm import Firm
from officium.demonstration.numbers import dimona_period, iban, inss
from officium.demonstration.stories import CLERKS, HEAD, MANUAL_WORKERS, OF_A_FEW, Story
from officium.demonstration.words import full_name, home, phrase, word
from officium.payroll import Worker

NEW_YEAR = date(2025, 1, 1)
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
FULL_TIME = 3800
A_FEW = 4
_FIRST_CREDITOR = 7_000_000
# What a month was worth less before 2025, in cents; for manual workers an hour, in hundredths of a cent.
_LESS_A_MONTH, _LESS_AN_HOUR = 80_00, 5_000
_OTHERS = {"nl": ("fr", "de"), "fr": ("nl", "de"), "de": ("fr", "nl")}
_FOREIGN = ("IN", "PL", "IE", "PT", "BG", "MA")
_FAMILIES: tuple[dict[str, Any], ...] = (
    {"civil_status": "single"},
    {"civil_status": "married", "spouse_income": "full", "dependent_children": 2},
    {"civil_status": "legal_cohabitant", "spouse_income": "full"},
    {"civil_status": "married", "spouse_income": "none", "dependent_children": 1},
    {"civil_status": "divorced", "is_single_parent": True, "dependent_children": 1},
    {"civil_status": "widowed"},
)


@dataclass(frozen=True)
class Person:
    """One invented worker: the employer, and the place among its workers, from 0."""

    firm: Firm
    index: int

    @property
    def serial(self) -> int:
        """The place among all workers of the office."""
        return self.firm.first + self.index

    @property
    def staff_number(self) -> str:
        """The number in the staff register."""
        return self.firm.staff_number(self.index)

    @property
    def is_manual(self) -> bool:
        """Whether it is a manual worker."""
        return self.firm.is_manual(self.index)

    @cached_property
    def story(self) -> Story:
        """What happens to the person in 2025."""
        if self.index == 0:
            return HEAD
        told = MANUAL_WORKERS if self.is_manual else CLERKS
        if self.firm.size < A_FEW:
            told = OF_A_FEW
        return told[(self.index + 5 * self.firm.serial) % len(told)]

    @property
    def sex(self) -> str:
        """F or M."""
        if any(one["kind"] == "maternity" for one in self.story.absences):
            return "F"
        return "F" if self.serial % 5 in (0, 2, 4) else "M"

    @property
    def language(self) -> str:
        """Mostly the employer's; of eleven people two speak another one, and one English."""
        if self.index == 0:
            return self.firm.language
        at = self.serial % 11
        others = _OTHERS[self.firm.language]
        return {3: others[0], 7: "en", 9: others[1]}.get(at, self.firm.language)

    @property
    def name(self) -> tuple[str, str]:
        """Surname and first name."""
        return full_name(self.language, self.sex, self.serial)

    @property
    def birth_date(self) -> date:
        """The day of birth, from 1962 to 2001; 840 days in turn."""
        at = self.serial
        return date(1962 + at * 7 % 40, 1 + at * 5 % 12, 1 + at * 11 % 28)

    @property
    def begins(self) -> date:
        """The first day in service; at twenty at the earliest."""
        if self.story.begins:
            return self.story.begins
        at = self.serial
        return date(max(2007 + at * 5 % 16, self.birth_date.year + 20), 1 + at * 7 % 12, 1)

    @property
    def monthly_pay(self) -> int:
        """What a clerk earns in a full-time month at the beginning of 2025, in cents."""
        if self.index == 0:
            return 4_400_00 + self.serial * 3 % 10 * 100_00
        return 2_480_00 + self.serial * 7 % 45 * 40_00

    @property
    def hourly_wage(self) -> int:
        """What a manual worker earns in an hour in 2025, in hundredths of a cent."""
        return 154_000 + self.serial * 11 % 40 * 1_000

    def hours_on(self, day: date) -> int:
        """The hours of the schedule on a day, in hundredths."""
        hours = self.story.hours
        if self.story.leave and self.story.leave[0] <= day:
            hours = self.story.leave[1]
        return hours[day.weekday()] if day.weekday() < len(hours) else 0

    def is_in_service(self, first: date, last: date) -> bool:
        """Whether the contract has a day from the first to the last."""
        ends = self.story.ends
        return self.begins <= last and (ends is None or first <= ends)


def people(firm: Firm) -> Iterator[Person]:
    """The workers of an employer, in the order of their numbers."""
    return (Person(firm, index) for index in range(firm.size))


def worker_of(person: Person) -> Worker:
    """The record of a person, with the contract."""
    surname, first_name = person.name
    family = {"since": person.begins, **_FAMILIES[person.serial % len(_FAMILIES)]}
    told: dict[str, Any] = {
        "staff_number": person.staff_number,
        "inss": inss(person.birth_date, person.serial // 840, person.sex),
        "name": surname,
        "first_name": first_name,
        "birth_date": person.birth_date,
        "sex": person.sex,
        "nationality": _nationality(person),
        "language": person.language,
        "address": home(person.language, person.serial),
        "iban": iban(1 + person.serial),
        "families": (family,),
        "contracts": (_contract(person),),
    }
    if not person.is_manual and person.begins < NEW_YEAR:
        years = {"year": 2025, "contract": 1, "service_months": 1200}
        told["holiday_years"] = ({**years, "service_hours": sum(person.story.hours)},)
    if person.story.is_seized:
        told["attachments"] = (_seizure(person),)
    return Worker.model_validate(told)


def _nationality(person: Person) -> str:
    return _FOREIGN[person.serial % len(_FOREIGN)] if person.language == "en" else "BE"


def _contract(person: Person) -> dict[str, Any]:
    story = person.story
    told: dict[str, Any] = {
        "number": 1,
        "employer": person.firm.enterprise_number,
        "begins": person.begins,
        "status": "blue_collar" if person.is_manual else "white_collar",
        "joint_committee": "100" if person.is_manual else "200",
        "establishment": person.firm.establishment,
        "terms": tuple(_terms(person)),
    }
    if story.is_declared:
        told["dimona_period"] = dimona_period(person.begins, person.serial % 1000)
    if story.ends:
        told |= {"ends": story.ends, "end_reason": story.end_reason}
    if story.notice_sent:
        notice = {"given_by": "employer", "way": "registered_letter"}
        told["notice"] = {**notice, "sent_on": story.notice_sent}
    return told


def _terms(person: Person) -> Iterator[dict[str, Any]]:
    """The terms that were agreed at first, those of 2025, and what the story changes."""
    story = person.story
    if person.begins < NEW_YEAR:
        yield _agreed(person, person.begins, -1)
    yield _agreed(person, max(NEW_YEAR, person.begins), 0)
    if story.leave:
        since, hours = story.leave
        yield {**_agreed(person, since, 0, hours=hours), "measure": "parental_leave"}
    if story.raised:
        since, more = story.raised
        yield _agreed(person, since, 0, more)


def _agreed(
    person: Person, since: date, steps: int, more: int = 0, hours: tuple[int, ...] | None = None
) -> dict[str, Any]:
    hours = hours or person.story.hours
    told: dict[str, Any] = {
        "since": since,
        "function": _function(person),
        "full_time_hours": FULL_TIME,
        "schedule": {day: of for day, of in zip(DAYS, hours, strict=True) if of},
    }
    if person.is_manual:
        told["hourly_wage"] = person.hourly_wage + steps * _LESS_AN_HOUR
    else:
        full = person.monthly_pay + steps * _LESS_A_MONTH + more
        told["monthly_pay"] = full * sum(hours) // FULL_TIME
    if person.firm.voucher:
        told["meal_voucher"] = {"employer_part": 6_91, "worker_share": 1_09}
    return told


def _function(person: Person) -> str:
    if person.index == 0:
        return phrase(person.language, "head")
    kind = "manual_workers" if person.is_manual else "clerks"
    return word(person.language, kind, person.serial)


def _seizure(person: Person) -> dict[str, Any]:
    return {
        "number": 1,
        "employer": person.firm.enterprise_number,
        "kind": "seizure",
        "creditor": phrase(person.firm.language, "bailiff"),
        "iban": iban(_FIRST_CREDITOR + person.serial),
        "message": f"25/{1000 + person.serial}",
        "notified": date(2025, 3, 10),
        "amount": 2_400_00,
    }
