"""Every route of the API, for every role: another client's objects do not exist, a lacking right is told.

The routes are read from the description: a new one without a rule fails.
"""

from __future__ import annotations

from typing import Any

import pytest

from officium.api.urls import api
from officium.office.models import Employer, Role
from officium.office.rights import ROLES, Right

from .conftest import Program, ProgramOf
from .rules import BODIES, RULES, filled, webhook_of

CLIENT_ROLES = (Role.EMPLOYER, Role.ACCOUNTANT)


def routes() -> dict[str, Any]:
    """Method and path as written, and a body of the shape that it asks."""
    found = {}
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method, told in methods.items():
            body = None
            if "requestBody" in told:
                shape = told["requestBody"]["content"]["application/json"]["schema"]["$ref"]
                body = BODIES[shape.rsplit("/", 1)[1]]
            found[f"{method} {path.removeprefix('/api/v1')}"] = body
    return found


ROUTES = routes()
OF_A_CLIENT = [one for one in ROUTES if "{number}" in one or "{payslip}" in one]
OWN = [one for one in ROUTES if "{webhook}" in one]


def called(program: Program, route: str, employer: Employer) -> tuple[int, Any]:
    """The route for the objects of an employer; for a webhook, for one of the person's own."""
    if route in OWN:
        row = webhook_of(program.user)
        method, path = route.split(" ")
        address = path.format(webhook=row.webhook_id, delivery=row.pk)
    else:
        method, address = route.split(" ")[0], filled(route, employer)
    headers = {"If-Match": '"1"'} if method == "put" else {}
    return program.call(method, address, ROUTES[route], **headers)


def test_every_route_has_its_rule() -> None:
    assert ROUTES.keys() == RULES.keys()
    assert api.get_openapi_schema()["openapi"].startswith("3.1")


@pytest.mark.parametrize("role", [*CLIENT_ROLES, Role.WORKER])
def test_nobody_sees_another_client(
    role: Role, program_of: ProgramOf, employer: Employer, other_employer: Employer
) -> None:
    program = program_of(role)
    for route in OF_A_CLIENT:
        status, told = called(program, route, other_employer)
        assert status == 404 or (status == 403 and role == Role.WORKER), route
        assert other_employer.name not in str(told)


@pytest.mark.parametrize("role", [*CLIENT_ROLES, Role.WORKER])
def test_lists_hold_nothing_of_another_client(
    role: Role, program_of: ProgramOf, employer: Employer, other_employer: Employer
) -> None:
    for route in OF_A_CLIENT:
        filled(route, other_employer)
    program = program_of(role)
    for route in ROUTES:
        if route.startswith("get") and "{" not in route:
            _, told = called(program, route, employer)
            assert other_employer.enterprise_number not in str(told), route


@pytest.mark.parametrize("role", Role)
def test_a_role_does_what_it_may_and_nothing_else(
    role: Role, program_of: ProgramOf, employer: Employer
) -> None:
    program = program_of(role)
    wrong = []
    for route, right in RULES.items():
        status, told = called(program, route, employer)
        if role in ROLES[right]:
            fine = status in ((200,) if route.startswith("get") else (200, 201, 409, 422))
        else:
            fine = status in (403, 404)
        if not fine or (status >= 400 and not {"type", "title", "detail", "code"} <= set(told)):
            wrong.append((route, str(right), status, told))
    assert wrong == []


def test_an_auditor_changes_nothing(program_of: ProgramOf, employer: Employer) -> None:
    program = program_of(Role.AUDITOR)
    for route in ROUTES:
        # A pack is read; where they are told of what happens, everybody says for themselves.
        if not route.startswith("get") and "evidence" not in route and "webhooks" not in route:
            assert called(program, route, employer)[0] == 403, route


def test_a_token_does_no_more_than_it_says(program_of: ProgramOf, employer: Employer) -> None:
    narrow = program_of(Role.PAYROLL, Right.READ_EMPLOYER)
    for route, right in RULES.items():
        status, told = called(narrow, route, employer)
        assert (status == 403) == (right != Right.READ_EMPLOYER), (route, status, told)
        if status == 403:
            assert (told["code"], str(right) in told["detail"]) == ("forbidden", True)


@pytest.mark.parametrize("secret", ["", "officium_wrong", "x" * 500])
def test_without_a_token_there_is_nothing(secret: str, employer: Employer) -> None:
    from office.conftest import person

    program = Program(secret, person(Role.AUDITOR))
    for route in ROUTES:
        assert called(program, route, employer)[0] == 401


def test_a_webhook_of_somebody_else_does_not_exist(
    program_of: ProgramOf, employer: Employer
) -> None:
    other = webhook_of(program_of(Role.FINANCE).user)
    program = program_of(Role.PAYROLL)
    for route in OWN:
        method, path = route.split(" ")
        address = path.format(webhook=other.webhook_id, delivery=other.pk)
        assert program.call(method, address)[0] == 404
