"""A small office for the tests: its operator, employers, people of every role."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.core.cache import cache

from officium.law import Quarter
from officium.office.acts import mandates, records
from officium.office.acts.actor import Actor
from officium.office.models import Assignment, Employer, Operator, Role, User
from officium.representation import Act, Event, Group, Happening, Mandate, step

EXAMPLES = Path(__file__).parents[2] / "examples"
# The whole of the first quarter lies behind it, and the second has begun.
PRACTICE_DAY = date(2025, 4, 10)


def texts_in(folder: Path) -> dict[str, str]:
    """The files of a folder of records by their path."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "README.md"
    }


def fewer(texts: dict[str, str], *people: str) -> dict[str, str]:
    """A folder with only these people."""
    kept = {}
    for path, text in texts.items():
        if path.startswith("people/"):
            if Path(path).stem in people:
                kept[path] = text
        elif path.endswith(".csv"):
            head, *lines = text.splitlines(keepends=True)
            kept[path] = head + "".join(one for one in lines if one.split(",")[0] in people)
        elif path not in ("opening.toml", "mandates.toml"):
            kept[path] = text
    return kept


@pytest.fixture(autouse=True)
def _no_locks_of_other_tests() -> None:
    cache.clear()


@pytest.fixture
def operator(db: None) -> Operator:
    """A certified social secretariat, invented, that practises on 10 April 2025."""
    return Operator.objects.create(
        pk=1,
        kind="certified",
        name="Meridiaan",
        legal_form="VZW",
        enterprise_number="0999000129",
        certification_number="999",
        decree_date=date(2020, 1, 15),
        practice_day=PRACTICE_DAY,
    )


@pytest.fixture
def office(operator: Operator) -> Actor:
    """The office itself, as its command line acts."""
    return Actor.office("command")


@pytest.fixture
def employer(office: Actor) -> Employer:
    """Cargovelo Atelier, whose seven people the example pays."""
    texts = texts_in(EXAMPLES / "workshop")
    # Its mandates are to other providers.
    del texts["mandates.toml"]
    return records.admit(office, texts)


@pytest.fixture
def other_employer(office: Actor) -> Employer:
    """The shop with two of its people: another client of the same office."""
    return records.admit(office, fewer(texts_in(EXAMPLES / "shop"), "S001", "S002"))


def mandated(office: Actor, employer: Employer, group: Group, *tasks: Act) -> Mandate:
    """A mandate of the employer to the operator from 2025 on, signed by both and notified in time."""
    receiver = mandates.operator()
    made = Mandate(
        key=f"{employer.enterprise_number}-{group}-2025Q1",
        employer=employer.enterprise_number,
        giver=employer.enterprise_number,
        receiver=receiver,
        group=group,
        tasks=frozenset(tasks),
        begins=Quarter(2025, 1),
    )
    for what, by in (
        (Happening.SIGNED, employer.enterprise_number),
        (Happening.SIGNED, receiver.enterprise_number),
        (Happening.NOTIFIED, receiver.enterprise_number),
    ):
        made = step(made, Event(what, date(2024, 12, 2), by))
    mandates.keep(office, employer, made)
    return made


@pytest.fixture
def mandate(office: Actor, employer: Employer) -> Mandate:
    """The workshop's mandate for the NSSO, with its pay and the collection of its contributions."""
    return mandated(
        office,
        employer,
        Group.DMFA_DIMONA,
        Act.COMPUTE_PAY,
        Act.DECLARE_DIMONA,
        Act.DECLARE_DMFA,
        Act.COLLECT_CONTRIBUTIONS,
    )


def person(role: Role, employer: Employer | None = None, staff_number: str | None = None) -> User:
    """A person in this role; of an employer, or one of its workers."""
    of = f"-{employer.enterprise_number}" if employer else ""
    user = User.objects.create_user(
        f"{role.value}{of}@meridiaan.example",
        "correct horse battery",
        name=role.label,
        language="en",
    )
    worker = employer.workers.get(staff_number=staff_number) if employer and staff_number else None
    Assignment.objects.create(
        user=user, role=role, employer=employer, worker=worker, begins=date(2025, 1, 1)
    )
    return user


@pytest.fixture
def payroll_officer(operator: Operator) -> Actor:
    """A payroll officer of the operator."""
    return Actor.person(person(Role.PAYROLL))
