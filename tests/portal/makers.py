"""What stands in the gaps of addresses: for each one an object of our client and one of another client.

A new gap is one row here; `test_routes` fails for a gap that has none.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from office.conftest import mandated, person

from officium.office.acts.actor import Actor
from officium.office.clock import now
from officium.office.models import (
    Blob,
    Declaration,
    Delivery,
    DutyDue,
    Employer,
    Invitation,
    PayMonth,
    Payslip,
    Role,
    RunFile,
    User,
)
from officium.representation import Act, Group

from .conftest import WORKER, payslip_of

# Gaps that name no object of a client: a language, a month, a file of the folder.
PLAIN: dict[str, Any] = {"code": "nl", "path": "employer.toml", "month": "2025-01", "version": 1}
# Of the office alone: a user, a role of the office, the secret of an invitation.
PLAIN |= {
    "user": 1,
    "held": 1,
    "token": "none",
    "feed_token": "",
    "own_token": 1,
    "fact": "net_pay",
    "kind": "csv",
    "contract": 1,
}


def _payslip(employer: Employer) -> int:
    first = Payslip.objects.filter(employer=employer).first()
    return (first or payslip_of(employer, employer.workers.first().staff_number)).pk


def _mandate(employer: Employer) -> str:
    held = employer.mandates.first()
    if held is None:
        mandated(Actor.office("command"), employer, Group.DMFA_DIMONA, Act.COMPUTE_PAY)
        held = employer.mandates.get()
    return held.key


def _assignment(employer: Employer) -> int:
    held = employer.assignments.first() or person_of(employer).assignments.get()
    return held.pk


def _invitation(employer: Employer) -> int:
    held = Invitation.objects.filter(employer=employer).first()
    if held is None:
        moment = now()
        held = Invitation.objects.create(
            email="guest@client.example",
            name="Guest",
            language="nl",
            role=Role.EMPLOYER,
            employer=employer,
            token_digest=employer.enterprise_number,
            made=moment,
            expires=moment,
            made_by=User.objects.first() or person_of(employer),
        )
    return held.pk


def _due(employer: Employer) -> int:
    held, _ = DutyDue.objects.get_or_create(
        employer=employer,
        key="dmfa:2025Q1:",
        defaults={
            "duty": "dmfa",
            "period": "2025Q1",
            "day": date(2025, 5, 20),
            "legal_day": date(2025, 4, 30),
            "performer": "certified",
            "state": "ready",
        },
    )
    return held.pk


def _declaration(employer: Employer) -> int:
    held, _ = Declaration.objects.get_or_create(
        employer=employer,
        kind="dmfa",
        period="2025Q1",
        subject="",
        content=Blob.keep(b"<DmfAOriginal/>"),
        defaults={"path": "declarations/dmfa-2025Q1.xml", "made": now()},
    )
    return held.pk


def _file(employer: Employer) -> int:
    payslip = Payslip.objects.get(pk=_payslip(employer))
    blob = Blob.keep(b"a document")
    held, _ = RunFile.objects.get_or_create(
        run=payslip.run, path="ledger/ledger.beancount", defaults={"blob": blob}
    )
    PayMonth.objects.update_or_create(
        employer=employer,
        month="2025-01",
        defaults={"state": "approved", "approved": now(), "run": payslip.run},
    )
    return held.pk


def _delivery(employer: Employer) -> int:
    held, _ = Delivery.objects.get_or_create(
        employer=employer,
        digest="0" * 64,
        defaults={
            "month": "2025-04",
            "channel": "csv",
            "name": "april.csv",
            "content": Blob.keep(b"a delivery"),
            "received": now(),
            "accepted": False,
        },
    )
    return held.pk


def person_of(employer: Employer) -> User:
    return person(Role.EMPLOYER, employer)


def _staff_number(employer: Employer) -> str:
    here = employer.workers.filter(staff_number=WORKER).first()
    return (here or employer.workers.first()).staff_number


MAKERS: dict[str, Callable[[Employer], Any]] = {
    "number": lambda employer: employer.enterprise_number,
    "payslip": _payslip,
    "staff_number": _staff_number,
    "key": _mandate,
    "assignment": _assignment,
    "due": _due,
    "delivery": _delivery,
    "file": _file,
    "declaration": _declaration,
    "invitation": _invitation,
}
