"""The portal for the tests: the small office of tests/office, and browsers of people in every role."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from django.test import Client
from office.conftest import (  # noqa: F401
    EXAMPLES,
    PRACTICE_DAY,
    _no_locks_of_other_tests,
    employer,
    mandate,
    office,
    operator,
    other_employer,
    person,
    texts_in,
)

from officium.job import Period
from officium.law import Month
from officium.office.acts import months
from officium.office.clock import now
from officium.office.models import Blob, Employer, Payslip, Role, Run, User

ClientOf = Callable[[Role], Client]
# Of the roles that belong to a client, the tests' people are of `employer`; the worker is its first.
WORKER = "W001"


@pytest.fixture
def people(operator: object, employer: Employer) -> dict[Role, User]:  # noqa: F811
    """One person of each role."""
    ours = {
        Role.EMPLOYER: {"employer": employer},
        Role.ACCOUNTANT: {"employer": employer},
        Role.WORKER: {"employer": employer, "staff_number": WORKER},
    }
    return {role: person(role, **ours.get(role, {})) for role in Role}


@pytest.fixture
def client_of(people: dict[Role, User]) -> ClientOf:
    """The browser of the person in that role, signed in."""

    def of(role: Role) -> Client:
        client = Client()
        client.force_login(people[role])
        return client

    return of


@cache
def january() -> tuple[dict[str, bytes], dict[str, Any]]:
    """What the main job makes of the workshop's January: computed once for all tests."""
    return months.made_of(texts_in(EXAMPLES / "workshop"), Period.of_month(Month(2025, 1)))


def a_payslip() -> tuple[bytes, bytes]:
    """The document and the paper of a payslip."""
    files, _ = january()
    return files["payslips/2025-01/W001.json"], files["payslips/2025-01/W001.pdf"]


def payslip_of(employer: Employer, staff_number: str) -> Payslip:  # noqa: F811
    """A published payslip of a run that holds nothing else: for tests of who may see it."""
    document, paper = map(Blob.keep, a_payslip())
    run = Run.objects.create(
        employer=employer,
        period="2025-01",
        records_version=employer.version,
        records_digest="",
        made=now(),
        report_digest="",
        standing="official",
        totals={},
        findings=[],
    )
    return Payslip.objects.create(
        run=run,
        employer=employer,
        worker=employer.workers.get(staff_number=staff_number),
        month="2025-01",
        document=document,
        paper=paper,
        days="20.00",
        gross=300000,
        withheld=80000,
        net=220000,
        published=now(),
    )
