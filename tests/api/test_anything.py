"""Whatever a program sends, the API answers as it says that it does, and never falls over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from officium.api import calls
from officium.api.urls import api
from officium.office.models import Employer, Role
from officium.representation import Mandate

from .conftest import ProgramOf

schema = schemathesis.openapi.from_dict(api.get_openapi_schema())


@pytest.fixture
def secret(
    program_of: ProgramOf,
    employer: Employer,
    mandate: Mandate,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[str]:
    monkeypatch.setattr(calls, "PER_MINUTE", 10**9)
    # The connection of the test's own transaction stays open, as with Django's client.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield program_of(Role.PAYROLL).secret
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(
    max_examples=15,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_anything(case: schemathesis.Case, secret: str, employer: Employer) -> None:
    if "number" in case.path_parameters:
        case.path_parameters["number"] = employer.enterprise_number
    case.headers = {**(case.headers or {}), "Authorization": f"Bearer {secret}"}
    response = case.call(app=get_wsgi_application(), base_url="http://127.0.0.1")
    case.validate_response(
        response,
        checks=(
            not_a_server_error,
            status_code_conformance,
            content_type_conformance,
            negative_data_rejection,
            response_schema_conformance,
        ),
    )
