"""Programs that act for people of every role in the small office."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from office.conftest import (  # noqa: F401
    _no_locks_of_other_tests,
    employer,
    mandate,
    office,
    operator,
    other_employer,
    payroll_officer,
    person,
)

from officium.office.acts import tokens
from officium.office.acts.actor import Actor
from officium.office.models import Employer, Role, User
from officium.office.rights import Right


@dataclass
class Program:
    """A program with a token: `call("get", "/employers")` gives status and document."""

    secret: str
    user: User

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, Any]:
        answer = self.raw(method, path, body, **headers)
        kind = answer.headers.get("Content-Type", "")
        told = json.loads(answer.content) if "json" in kind else answer.content
        return answer.status_code, told

    def raw(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        given = (
            {"data": json.dumps(body), "content_type": "application/json"}
            if body is not None
            else {}
        )
        return getattr(Client(), method)(
            f"/api/v1{path}",
            headers={"Authorization": f"Bearer {self.secret}", **headers},
            **given,
        )


ProgramOf = Callable[..., Program]


@pytest.fixture
def program_of(operator: object, employer: Employer) -> ProgramOf:  # noqa: F811
    """The program of a person in that role, with all of their rights or those given."""

    def of(role: Role, *scopes: Right, of: Employer | None = None) -> Program:
        theirs = of or employer
        given = {
            Role.EMPLOYER: {"employer": theirs},
            Role.ACCOUNTANT: {"employer": theirs},
            Role.WORKER: {"employer": theirs, "staff_number": theirs.workers.first().staff_number},
        }.get(role, {})
        actor = Actor.person(person(role, **given))
        wanted = scopes or [one for one in Right if actor.rights.somewhere(one)]
        row, secret = tokens.make(actor, "test", wanted, 30)
        return Program(secret, row.user)

    return of
