"""Who works with the practice office, and that nobody can take it for a real one."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import get_args

import pytest
from stdnum.be import vat

from officium.demonstration import (
    DEMONSTRATION_DAY,
    invented_operator,
    invented_people_of_the_office,
)
from officium.demonstration.users import Role
from officium.payroll import Records


def test_there_is_somebody_in_each_role_and_language() -> None:
    people = invented_people_of_the_office()
    assert {person.role for person in people} == set(get_args(Role))
    assert {person.language for person in people} == {"nl", "fr", "de", "en"}
    assert people == invented_people_of_the_office()


def test_addresses_differ_and_lead_nowhere() -> None:
    addresses = [person.email for person in invented_people_of_the_office()]
    assert max(Counter(addresses).values()) == 1
    for address in [*addresses, invented_operator().email]:
        assert address.isascii()
        assert address.endswith(".example")
        assert " " not in address


def test_staff_see_everybody_and_others_whom_they_act_for(records: dict[str, Records]) -> None:
    outside = {"employer_user", "accountant", "worker"}
    for person in invented_people_of_the_office():
        assert bool(person.employers) == (person.role in outside)
        assert set(person.employers) <= records.keys()
    users = [one for one in invented_people_of_the_office() if one.role == "employer_user"]
    assert {number for user in users for number in user.employers} == records.keys()
    assert any(len(user.employers) > 1 for user in users)


def test_a_worker_with_an_account_works_there_that_day(records: dict[str, Records]) -> None:
    workers = [one for one in invented_people_of_the_office() if one.role == "worker"]
    assert len(workers) >= 6
    for user in workers:
        (number,) = user.employers
        (worker,) = (
            one for one in records[number].workers if one.staff_number == user.staff_number
        )
        assert (worker.name, worker.first_name) == (user.name, user.first_name)
        assert worker.contracts[0].runs_in(DEMONSTRATION_DAY, DEMONSTRATION_DAY)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("nl", "Meridiaan vzw, oefenkantoor"),
        ("fr", "Meridiaan vzw, bureau d'exercice"),
        ("de", "Meridiaan vzw, Übungsbüro"),
        ("en", "Meridiaan vzw, practice office"),
    ],
)
def test_the_operator_is_certified_and_says_that_it_is_for_practice(
    language: str, name: str
) -> None:
    operator = invented_operator()
    assert operator.full_name(language) == name
    assert (operator.kind, operator.certification_number) == ("certified", "999")
    assert operator.decree_date == date(2019, 6, 3)
    assert vat.is_valid(operator.enterprise_number)


def test_an_employer_is_affiliated_to_the_practice_office(records: dict[str, Records]) -> None:
    for one in records.values():
        employer = one.employers[0]
        assert employer.secretariat_number == "999"
        assert employer.social_secretariat is not None
        assert employer.social_secretariat.name == invented_operator().full_name(employer.language)
        assert employer.enterprise_number != invented_operator().enterprise_number
