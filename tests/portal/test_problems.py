"""What is refused becomes a page: what happened, what was kept, what to do."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory

from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.office.models import Operator, Role
from officium.office.refusals import Conflict, Forbidden, Refused
from officium.portal.problems import Refusals, fault

from .conftest import ClientOf


def page_of(exception: Exception) -> tuple[int, str]:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    answer = Refusals(lambda _: None).process_exception(request, exception)
    return answer.status_code, answer.content.decode()


def test_the_law_refuses_with_its_article_and_the_remedy(operator: Operator) -> None:
    status, page = page_of(
        Refused("no mandate", code="no_mandate", article="art. 31ter", remedy="sign", where="W1")
    )
    assert status == 422
    for told in ("no mandate", "art. 31ter", "sign", "W1"):
        assert told in page


@pytest.mark.parametrize(
    ("exception", "status"),
    [
        (Forbidden("collect"), 403),
        (Conflict("changed"), 409),
        (BadInput("is no day", where="day"), 422),
    ],
)
def test_each_refusal_has_its_status(operator: Operator, exception: Exception, status: int) -> None:
    assert page_of(exception)[0] == status


def test_a_fault_is_no_refusal(operator: Operator) -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    assert Refusals(lambda _: None).process_exception(request, KeyError("x")) is None


def test_a_fault_has_a_page_that_asks_nothing_of_the_database() -> None:
    answer = fault(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "Reference" in answer.content.decode() or "Referen" in answer.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_there_is_told_in_four_languages(language: str, client_of: ClientOf) -> None:
    client = client_of(Role.WORKER)
    client.cookies["django_language"] = language
    answer = client.get("/employers/0000000000/")
    assert answer.status_code == 404
    assert f'<html lang="{language}">' in answer.content.decode()


def test_a_form_that_was_not_ours_is_refused(client_of: ClientOf) -> None:
    session = client_of(Role.PAYROLL).cookies["sessionid"].value
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["sessionid"] = session
    answer = strict.post("/preferences/", {"language": "nl"})
    assert answer.status_code == 403
    assert "This form has expired" in answer.content.decode()


def test_pages_allow_no_script_of_others(client_of: ClientOf) -> None:
    policy = client_of(Role.PAYROLL).get("/").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
