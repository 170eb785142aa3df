"""Who signs in to the practice office: its staff, people of the employers, accountants, workers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from officium.demonstration.firm import Firm, firms
from officium.demonstration.folders import DEMONSTRATION_DAY
from officium.demonstration.people import Person
from officium.demonstration.words import held

Role = Literal[
    "administrator",
    "payroll_officer",
    "finance_officer",
    "auditor",
    "employer_user",
    "accountant",
    "worker",
]
# The worker of each employer who has an account of their own, by the place: the third one.
_WITH_ACCOUNT = 2
_IN_ASCII = {"ß": "ss", "æ": "ae", "ø": "o"}


@dataclass(frozen=True, slots=True)
class OfficePerson:
    """A user of the practice office.

    `employers` are the enterprise numbers that the person sees, none for staff, who see all; of a worker
    the one employer, and `staff_number` says which worker it is.
    """

    role: Role
    name: str
    first_name: str
    email: str
    language: str
    employers: tuple[str, ...] = ()
    staff_number: str | None = None


def invented_people_of_the_office() -> tuple[OfficePerson, ...]:
    """The users of each role, always the same; no two have one e-mail address."""
    return (*_staff(), *_outside(), *_heads(), *_workers())


def _staff() -> Iterator[OfficePerson]:
    return (OfficePerson(**told) for told in held("office")["staff"])


def _outside() -> Iterator[OfficePerson]:
    numbers = {firm.serial: firm.enterprise_number for firm in firms()}
    for told in held("office")["outside"]:
        own = {field: value for field, value in told.items() if field != "firms"}
        yield OfficePerson(**own, employers=tuple(numbers[serial] for serial in told["firms"]))


def _heads() -> Iterator[OfficePerson]:
    """Whoever leads an employer sees it."""
    for firm in firms():
        yield _user("employer_user", firm, 0)


def _workers() -> Iterator[OfficePerson]:
    for firm in firms():
        if firm.size > _WITH_ACCOUNT:
            found = _user("worker", firm, _WITH_ACCOUNT)
            if Person(firm, _WITH_ACCOUNT).is_in_service(DEMONSTRATION_DAY, DEMONSTRATION_DAY):
                yield found


def _user(role: Role, firm: Firm, index: int) -> OfficePerson:
    person = Person(firm, index)
    surname, first_name = person.name
    return OfficePerson(
        role=role,
        name=surname,
        first_name=first_name,
        email=f"{_ascii(first_name)}.{_ascii(surname)}@{firm.domain}",
        language=person.language,
        employers=(firm.enterprise_number,),
        staff_number=person.staff_number if role == "worker" else None,
    )


def _ascii(name: str) -> str:
    """A name in the letters of an e-mail address."""
    plain = "".join(_IN_ASCII.get(letter, letter) for letter in name.lower())
    letters = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())
