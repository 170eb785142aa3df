"""A call that is repeated is done once, whatever happens in between."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from officium.api import calls
from officium.office.acts import collection
from officium.office.clock import moment
from officium.office.models import Employer, Idempotency, Role
from officium.representation import Mandate

from .conftest import Program, ProgramOf

MONEY = {
    "amount": "12500.00",
    "received": "2025-04-08",
    "quarter": "2025Q1",
    "means": "bank_transfer",
    "reference": "R1",
}
KEY = {"Idempotency-Key": "pay-1"}


@pytest.fixture
def path(employer: Employer) -> str:
    return f"/employers/{employer.enterprise_number}/collections"


@pytest.fixture
def program(program_of: ProgramOf, mandate: Mandate) -> Program:
    return program_of(Role.FINANCE)


def test_the_first_call_is_not_finished(program: Program, path: str) -> None:
    program.call("post", path, MONEY, **KEY)
    Idempotency.objects.update(status=0)
    status, told = program.call("post", path, MONEY, **KEY)
    assert (status, told["code"]) == (409, "in_progress")
    # It was broken off, long ago: nothing of it was kept, so it is done now.
    Idempotency.objects.update(made=moment() - calls.ABANDONED - timedelta(seconds=1))
    assert program.call("post", path, MONEY, **KEY)[0] == 201


def test_a_fault_leaves_neither_the_act_nor_the_key(
    program: Program, path: str, employer: Employer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The act was done, then the answer failed: both are gone, and the repeated call does it."""
    done = collection.collect

    def failing(*given: Any, **how: Any) -> None:
        done(*given, **how)
        raise RuntimeError("after the act")

    monkeypatch.setattr(collection, "collect", failing)
    with pytest.raises(RuntimeError):
        program.call("post", path, MONEY, **KEY)
    monkeypatch.setattr(collection, "collect", done)
    assert employer.collections.count() == 0
    assert not Idempotency.objects.exists()
    assert program.call("post", path, MONEY, **KEY)[0] == 201
    assert employer.collections.count() == 1


def test_a_refusal_is_an_answer_too(program: Program, path: str) -> None:
    cash = {**MONEY, "means": "cash"}
    first = program.raw("post", path, cash, **KEY)
    again = program.raw("post", path, cash, **KEY)
    assert (first.status_code, again.content) == (422, first.content)
    assert again["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("key", ["", "x" * 101, "with space", "é"])
def test_a_key_of_another_shape_is_refused(program: Program, path: str, key: str) -> None:
    status, told = program.call("post", path, MONEY, **{"Idempotency-Key": key})
    assert (status, told["code"]) == (422, "idempotency_key")


def test_an_answer_is_kept_for_a_day(program: Program, path: str) -> None:
    program.call("post", path, MONEY, **KEY)
    Idempotency.objects.update(made=moment() - calls.KEPT - timedelta(seconds=1))
    program.call("post", path, MONEY, **{"Idempotency-Key": "pay-2"})
    assert not Idempotency.objects.filter(key="pay-1").exists()


def test_the_key_of_one_program_is_not_that_of_another(
    program: Program, program_of: ProgramOf, path: str
) -> None:
    program.call("post", path, MONEY, **KEY)
    status, told = program_of(Role.PAYROLL).call("post", path, MONEY, **KEY)
    assert (status, told["code"]) == (403, "forbidden")


@pytest.mark.parametrize("place", ["?q=%00", "/%00"])
def test_a_null_character_is_refused(program: Program, place: str) -> None:
    status, told = program.call("get", f"/employers{place}")
    assert (status, told["code"]) == (400, "unreadable")


def test_a_body_that_is_too_large_is_refused(program: Program, path: str, settings: Any) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2**20
    status, told = program.call("post", path, {**MONEY, "reference": "x" * 2**21})
    assert (status, told["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("method", "place", "status"), [("get", "/nowhere", 404), ("delete", "/employers", 405)]
)
def test_what_is_not_there_is_a_problem_too(
    program: Program, method: str, place: str, status: int
) -> None:
    answer = program.raw(method, place)
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert ("Allow" in answer) == (status == 405)
