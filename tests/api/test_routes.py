"""Every route of the API, for every role: another client's objects do not exist, a lacking right is told."""

from __future__ import annotations

from typing import Any

import pytest

from officium.api.urls import api
from officium.office.clock import now
from officium.office.models import Blob, Declaration, Employer, Role

from .conftest import Program, ProgramOf

BODIES: dict[str, Any] = {
    "FolderIn": {"files": {}},
    "RecordIn": {"text": "x", "version": 0},
    "DeliveryIn": {"name": "x.csv", "content": ""},
    "ComputeIn": {},
    "VersionIn": {"version": 1},
    "ReopenIn": {"version": 1, "reason": "x"},
    "SentIn": {"version": 1, "day": "2025-04-01", "reference": "x"},
    "AnsweredIn": {"version": 1, "day": "2025-04-01", "accepted": True},
    "CollectionIn": {
        "amount": "1.00",
        "received": "2025-04-01",
        "quarter": "2025Q1",
        "means": "bank_transfer",
        "reference": "x",
    },
    "MarkIn": {"key": "x", "state": "done", "day": "2025-04-01"},
    "PeriodIn": {"first": "2025-01-01", "last": "2025-03-31"},
}


def routes() -> list[tuple[str, str, Any]]:
    """Method, path as written, and a body of the shape that it asks."""
    found = []
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method, told in methods.items():
            body = None
            if "requestBody" in told:
                shape = told["requestBody"]["content"]["application/json"]["schema"]["$ref"]
                body = BODIES[shape.rsplit("/", 1)[1]]
            found.append((method, path.removeprefix("/api/v1"), body))
    return found


ROUTES = routes()
OF_A_CLIENT = [one for one in ROUTES if "{number}" in one[1]]


def filled(path: str, employer: Employer) -> str:
    declaration, _ = Declaration.objects.get_or_create(
        employer=employer,
        kind="dmfa",
        period="2025Q1",
        content=Blob.keep(b"<x/>"),
        defaults={"path": "x.xml", "made": now()},
    )
    gaps = {
        "number": employer.enterprise_number,
        "month": "2025-02",
        "path": "employer.toml",
        "declaration": declaration.pk,
        "payslip": 1,
    }
    address = path.format(**gaps)
    return address + "?act=declare_dmfa&on=2025-04-01" if address.endswith("/may") else address


def test_the_description_names_every_route() -> None:
    assert len(ROUTES) > 25
    assert api.get_openapi_schema()["openapi"].startswith("3.1")


@pytest.mark.parametrize("role", [Role.EMPLOYER, Role.ACCOUNTANT, Role.WORKER])
def test_nobody_sees_another_client(
    role: Role, program_of: ProgramOf, employer: Employer, other_employer: Employer
) -> None:
    program = program_of(role)
    for method, path, body in OF_A_CLIENT:
        status, told = program.call(method, filled(path, other_employer), body)
        assert status == 404, (method, path)
        assert other_employer.name not in str(told)


@pytest.mark.parametrize("role", Role)
def test_no_call_falls_over_and_a_lacking_right_is_403_or_404(
    role: Role, program_of: ProgramOf, employer: Employer
) -> None:
    program = program_of(role)
    for method, path, body in ROUTES:
        status, told = program.call(method, filled(path, employer), body)
        assert status in (200, 201, 403, 404, 422), (method, path, told)
        if status >= 400:
            assert {"type", "title", "status", "detail"} <= set(told)


def test_an_auditor_changes_nothing(program_of: ProgramOf, employer: Employer) -> None:
    program = program_of(Role.AUDITOR)
    for method, path, body in ROUTES:
        if method != "get" and not path.endswith("/evidence"):
            assert program.call(method, filled(path, employer), body)[0] == 403, (method, path)


def test_a_token_does_no_more_than_it_says(program_of: ProgramOf, employer: Employer) -> None:
    from officium.office.rights import Right

    narrow = program_of(Role.PAYROLL, Right.READ_EMPLOYER)
    number = employer.enterprise_number
    assert narrow.call("get", f"/employers/{number}")[0] == 200
    status, told = narrow.call("post", f"/employers/{number}/months/2025-02/compute", {})
    assert (status, told["title"]) == (403, "forbidden")


@pytest.mark.parametrize("secret", ["", "officium_wrong", "x" * 500])
def test_without_a_token_there_is_nothing(secret: str, employer: Employer) -> None:
    for method, path, body in ROUTES:
        assert Program(secret).call(method, filled(path, employer), body)[0] == 401
