"""Programs of the office and of a client: previews, mandates, obligations, webhooks."""

from __future__ import annotations

import pytest

from officium.office.acts import duties
from officium.office.models import AuditEntry, Employer, Role
from officium.representation import Mandate

from .conftest import ProgramOf

HOOK = {"address": "https://hooks.example/in", "events": ["month.approved"]}


@pytest.fixture
def base(employer: Employer) -> str:
    return f"/employers/{employer.enterprise_number}"


def test_a_preview_is_of_the_office_until_it_is_approved(
    program_of: ProgramOf, mandate: Mandate, base: str
) -> None:
    officer, client = program_of(Role.PAYROLL), program_of(Role.EMPLOYER)
    month = f"{base}/months/2025-02"
    _, told = officer.call("post", f"{month}/compute", {})
    assert {one["staff_number"] for one in told["payslips"]} >= {"W001", "W006"}
    assert told["is_current"]
    assert officer.call("get", month)[1] == told
    assert "payslips" not in client.call("get", month)[1]
    assert client.call("get", f"{month}/files")[1] == {"files": {}}
    path = next(iter(officer.call("get", f"{month}/files")[1]["files"]))
    assert client.call("get", f"{month}/files/{path}")[0] == 404
    officer.call("post", f"{month}/approve", {"version": told["version"]})
    assert client.call("get", month)[1]["totals"] == told["totals"]
    assert client.call("get", f"{month}/files/{path}") == officer.call(
        "get", f"{month}/files/{path}"
    )


def test_a_finding_that_is_not_there_is_not_decided_on(
    program_of: ProgramOf, mandate: Mandate, base: str
) -> None:
    officer = program_of(Role.PAYROLL)
    _, told = officer.call("post", f"{base}/months/2025-02/compute", {})
    path = f"{base}/months/2025-02/choices"
    for one in told["findings"]:
        choice = {"finding": one["key"], "choice": "seen", "note": "as agreed"}
        assert officer.call("post", path, choice)[0] == 201
    status, refused = officer.call("post", path, {"finding": "x", "choice": "seen"})
    assert (status, refused["code"]) == (422, "finding")
    after = officer.call("get", f"{base}/months/2025-02")[1]
    assert len(after["choices"]) == len(told["findings"])


def test_a_payslip_is_explained_in_another_language(
    program_of: ProgramOf, mandate: Mandate, base: str
) -> None:
    officer = program_of(Role.PAYROLL)
    officer.call("post", f"{base}/months/2025-02/compute", {})
    first = officer.call("get", "/payslips?month=2025-02")[1]["items"][0]["id"]
    answers = {
        language: officer.raw("get", f"/payslips/{first}?language={language}")
        for language in ("nl", "fr", "de", "en")
    }
    assert all(answer["Content-Language"] == language for language, answer in answers.items())
    told = [answer.json() for answer in answers.values()]
    assert len({str(one["explanation"]) for one in told}) == 4
    assert len({str(one["results"]) for one in told}) == 1
    assert officer.call("get", f"/payslips/{first}?language=es")[0] == 422


def test_a_mandate_by_program(program_of: ProgramOf, base: str) -> None:
    officer = program_of(Role.PAYROLL)
    draft = {"group": "dmfa_dimona", "tasks": ["declare_dmfa"], "begins": "2025Q3"}
    status, made = officer.call("post", f"{base}/mandates", draft)
    assert (status, made["state"]) == (201, "draft")
    path = f"{base}/mandates/{made['key']}"
    notified = {"version": made["version"], "what": "notified", "day": "2025-04-10"}
    status, told = officer.call("post", f"{path}/events", notified, **{"Accept-Language": "en"})
    assert (status, bool(told["detail"])) == (422, True)
    stale = {**notified, "version": 9}
    assert officer.call("post", f"{path}/events", stale)[0] in (409, 422)
    # Only the employer's own user revokes.
    revoked = {**notified, "what": "revoked"}
    assert officer.call("post", f"{path}/events", revoked)[0] == 403
    assert officer.call("get", path)[1] == made
    assert made in officer.call("get", "/mandates")[1]["items"]


def test_what_is_late_is_told_with_its_law(
    program_of: ProgramOf, employer: Employer, base: str
) -> None:
    duties.reckon(employer)
    officer = program_of(Role.PAYROLL)
    _, listed = officer.call("get", f"{base}/duties")
    late = next(one for one in listed["items"] if one["state"] == "late")
    assert late["performer_due"] < "2025-04-10"
    status, told = officer.call("get", f"{base}/duties/{late['key']}")
    assert (status, told["key"]) == (200, late["key"])
    assert told["law"]["legal_basis"]
    everywhere = officer.call("get", f"/duties?duty={late['duty']}&is_open=true")[1]["items"]
    assert late in everywhere


def test_a_webhook_by_program(program_of: ProgramOf, employer: Employer) -> None:
    client = program_of(Role.EMPLOYER)
    number = employer.enterprise_number
    status, made = client.call("post", "/webhooks", {**HOOK, "employer": number})
    assert (status, len(made.pop("secret"))) == (201, 64)
    assert client.call("get", "/webhooks")[1]["items"] == [made]
    assert client.call("get", f"/webhooks/{made['id']}/deliveries")[1]["items"] == []
    status, ended = client.call("delete", f"/webhooks/{made['id']}")
    assert (status, ended["ended"] is not None) == (200, True)
    actions = AuditEntry.objects.filter(object_kind="webhook").values_list("action", flat=True)
    assert list(actions) == ["webhook.made", "webhook.ended"]


def test_a_webhook_is_of_a_client_that_one_may_see(
    program_of: ProgramOf, other_employer: Employer
) -> None:
    client = program_of(Role.EMPLOYER)
    body = {**HOOK, "employer": other_employer.enterprise_number}
    assert client.call("post", "/webhooks", body)[0] == 404
    status, told = client.call("post", "/webhooks", {**HOOK, "address": "http://10.0.0.1/"})
    assert (status, told["code"], told["where"]) == (422, "webhook_address", "address")
