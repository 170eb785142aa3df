"""Calls of programs: a month run from end to end, repeated calls, problems, lists."""

from __future__ import annotations

import base64

import pytest

from officium.api.problems import wording
from officium.intake import template
from officium.law import Month
from officium.office.acts import records, tokens
from officium.office.acts.archive import unpacked
from officium.office.models import ApiToken, AuditEntry, Employer, PayMonth, Role
from officium.office.refusals import wording as refusals
from officium.representation import Mandate

from .conftest import Program, ProgramOf


@pytest.fixture
def base(employer: Employer) -> str:
    return f"/employers/{employer.enterprise_number}"


def test_a_month_by_program(
    program_of: ProgramOf, employer: Employer, mandate: Mandate, base: str
) -> None:
    program = program_of(Role.PAYROLL)
    status, computed = program.call("post", f"{base}/months/2025-02/compute", {})
    assert status == 200
    assert computed["totals"]["net_pay"] == "13734.76"
    version = {"version": computed["version"]}
    status, approved = program.call("post", f"{base}/months/2025-02/approve", version)
    assert (status, approved["state"]) == (200, "approved")
    _, listed = program.call("get", "/payslips?month=2025-02")
    assert {one["net"] for one in listed["items"]} >= {"2806.60"}
    first = listed["items"][0]["id"]
    assert "explanation" in program.call("get", f"/payslips/{first}")[1]
    assert program.call("get", f"/payslips/{first}/paper")[1].startswith(b"%PDF")
    status, told = program.call("post", f"{base}/months/2025-02/approve", version)
    assert (status, told["code"]) == (409, "changed_meanwhile")


def test_without_a_mandate_the_article_is_told_in_the_language_asked(
    program_of: ProgramOf, base: str
) -> None:
    program = program_of(Role.PAYROLL)
    status, told = program.call(
        "post", f"{base}/months/2025-02/compute", {}, **{"Accept-Language": "fr"}
    )
    assert status == 422
    assert told["article"]
    assert "mandat" in told["detail"]
    status, told = program.call("get", f"{base}/mandates/may?act=compute_pay&on=2025-02-28")
    assert (status, told["allowed"]) == (200, False)


def test_the_same_call_twice_is_done_once(
    program_of: ProgramOf, employer: Employer, mandate: Mandate, base: str
) -> None:
    program = program_of(Role.FINANCE)
    money = {
        "amount": "12500.00",
        "received": "2025-04-08",
        "quarter": "2025Q1",
        "means": "bank_transfer",
        "reference": "R1",
    }
    key = {"Idempotency-Key": "pay-1"}
    first = program.raw("post", f"{base}/collections", money, **key)
    again = program.raw("post", f"{base}/collections", money, **key)
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    assert again["Idempotent-Replay"] == "true"
    assert employer.collections.count() == 1
    other = program.call("post", f"{base}/collections", {**money, "amount": "1.00"}, **key)
    assert (other[0], other[1]["code"]) == (422, "idempotency_key")


def test_only_a_bank_transfer_is_taken(program_of: ProgramOf, mandate: Mandate, base: str) -> None:
    money = {
        "amount": "1.00",
        "received": "2025-04-08",
        "quarter": "2025Q1",
        "means": "cash",
        "reference": "R1",
    }
    status, told = program_of(Role.FINANCE).call("post", f"{base}/collections", money)
    assert status == 422
    assert "27" in told["article"]


def test_a_delivery_has_a_receipt(program_of: ProgramOf, employer: Employer, base: str) -> None:
    held = records.records_of(employer)
    sheet = template(held, held.employers[0], Month(2025, 4), "csv", "en")
    body = {"name": "april.csv", "content": base64.b64encode(sheet).decode()}
    status, receipt = program_of(Role.EMPLOYER).call("post", f"{base}/deliveries/2025-04", body)
    assert (status, receipt["accepted"]) == (201, True)
    assert len(receipt["digest"]) == 64
    assert PayMonth.objects.get(month="2025-04").state == "ready"


def test_the_second_of_two_programs_gets_both_texts(
    program_of: ProgramOf, employer: Employer, base: str
) -> None:
    program = program_of(Role.PAYROLL)
    path = f"{base}/records/people/W001.toml"
    _, read = program.call("get", path)
    etag = {"If-Match": program.raw("get", path)["ETag"]}
    assert read["is_hidden"]
    _, read = program.call("get", f"{path}?numbers=true")
    first = {"text": read["text"].replace("Sofie", "Sophie")}
    assert program.call("put", path, first, **etag)[0] == 200
    second = {"text": read["text"].replace("Maes", "Maas")}
    status, told = program.call("put", path, second, **etag)
    assert (status, told["code"]) == (409, "changed_meanwhile")
    assert "Sophie" in told["theirs"]
    assert "84051721408" not in told["theirs"]
    assert "Maas" in told["mine"]
    assert program.call("put", path, second)[0] == 422


def test_a_text_with_hidden_numbers_is_not_taken_back(program_of: ProgramOf, base: str) -> None:
    program = program_of(Role.PAYROLL)
    path = f"{base}/records/people/W001.toml"
    answer = program.raw("get", path)
    text = answer.json()["text"]
    assert "84051721408" not in text
    assert program.call("put", path, {"text": text}, **{"If-Match": answer["ETag"]})[0] == 422


def test_an_employer_moves_in_and_out_as_an_archive(program_of: ProgramOf, base: str) -> None:
    program = program_of(Role.PAYROLL)
    _, archive = program.call("get", f"{base}/archive")
    body = {"content": base64.b64encode(archive).decode()}
    status, told = program.call("post", "/archives", body)
    assert (status, told["code"]) == (422, "already_here")
    _, folder = program.call("get", f"{base}/folder")
    assert unpacked(archive) == folder["files"]


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_a_refusal_is_told_in_the_language_asked(
    language: str, program_of: ProgramOf, base: str
) -> None:
    headers = {"Accept-Language": language}
    program = program_of(Role.PAYROLL)
    said = program.call("get", f"{base}/months/2030-01", **headers)[1]["detail"]
    assert said == wording()["not_found"][language]
    body = {"version": 1}
    _, told = program.call("post", f"{base}/months/2025-02/approve", body, **headers)
    assert told["detail"] == refusals()["not_computed"][language]
    assert told["remedy"] == refusals()["not_computed_remedy"][language]


def test_a_number_is_shown_when_asked_and_leaves_a_trace(program_of: ProgramOf, base: str) -> None:
    program = program_of(Role.PAYROLL)
    assert "84051721408" not in str(program.call("get", f"{base}/people")[1])
    assert "84051721408" in str(program.call("get", f"{base}/people?numbers=true")[1])
    assert AuditEntry.objects.filter(action="person.number_shown").count() == 7


def test_a_list_goes_on_where_it_stopped(
    program_of: ProgramOf, employer: Employer, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = program_of(Role.PAYROLL)
    _, whole = program.call("get", f"/employers/{employer.enterprise_number}/people")
    assert whole["next"] is None
    monkeypatch.setattr("officium.api.lists.PER_PAGE", 3)
    path = f"/employers/{employer.enterprise_number}/people?numbers=false"
    read = []
    while path:
        _, part = program.call("get", path)
        read += part["items"]
        path = (part["next"] or "").removeprefix("/api/v1")
    assert read == whole["items"]
    assert len(read) == 7
    assert program.call("get", "/employers?cursor=x")[0] == 422


def test_a_revoked_token_is_worth_nothing(program_of: ProgramOf) -> None:
    program = program_of(Role.AUDITOR)
    assert program.call("get", "/audit")[0] == 200
    row = ApiToken.objects.get()
    assert program.secret not in str(ApiToken.objects.values())
    from officium.office.acts.actor import Actor

    tokens.revoke(Actor.person(row.user), row)
    assert program.call("get", "/audit")[0] == 401


def test_a_body_that_is_no_json_is_a_problem_and_no_fault(program_of: ProgramOf, base: str) -> None:
    program = program_of(Role.PAYROLL)
    from django.test import Client

    answer = Client().post(
        f"/api/v1{base}/months/2025-02/compute",
        "{",
        content_type="application/json",
        headers={"Authorization": f"Bearer {program.secret}"},
    )
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_too_many_calls_are_told_to_wait(
    program_of: ProgramOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("officium.api.calls.PER_MINUTE", 2)
    program: Program = program_of(Role.PAYROLL)
    statuses = [program.raw("get", "/employers") for _ in range(3)]
    assert [one.status_code for one in statuses] == [200, 200, 429]
    assert statuses[-1]["Retry-After"] == "60"
