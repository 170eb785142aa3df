"""Today: what holds work up with its remedy, counts that agree, and few questions to the database."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from office.conftest import PRACTICE_DAY

from officium.law import Month
from officium.office.acts import mandates
from officium.office.clock import now
from officium.office.models import (
    Blob,
    Declaration,
    DutyDue,
    Employer,
    Mandate,
    PayMonth,
    Role,
)
from officium.portal import counts
from officium.representation import Mandate as Document

from .conftest import ClientOf, payslip_of


def declared(employer: Employer, subject: str, state: str, **told: Any) -> Declaration:
    return Declaration.objects.create(
        employer=employer,
        kind="dimona_in",
        period="2025-04",
        subject=subject,
        path="",
        content=Blob.keep(subject.encode()),
        made=now(),
        state=state,
        **told,
    )


@pytest.fixture
def busy(employer: Employer, other_employer: Employer, mandate: Document) -> None:
    """One thing of each kind that holds work up, at our client; a blocked month at the other one."""
    for one in (employer, other_employer):
        PayMonth.objects.create(employer=one, month="2025-04", state="blocked")
    declared(employer, "W001-1", "refused", answered=PRACTICE_DAY, answer_note="INSS unknown")
    declared(employer, "W002-1", "accepted", answered=PRACTICE_DAY)
    declared(employer, "W003-1", "accepted", answered=PRACTICE_DAY - timedelta(days=30))
    declared(employer, "W004-1", "ready", due=PRACTICE_DAY - timedelta(days=1))
    declared(employer, "W005-1", "ready", due=PRACTICE_DAY)
    for key, day in (("a", date(2025, 4, 1)), ("b", PRACTICE_DAY)):
        DutyDue.objects.create(
            employer=employer,
            key=key,
            duty="training_plan",
            day=day,
            performer="employer",
            state="waiting_for_data",
        )


def counted(block: counts.Counts) -> dict[str, int]:
    return {row.name: row.count for row in block.rows if row.count}


def test_what_holds_work_up_is_told_with_its_remedy(client_of: ClientOf, busy: None) -> None:
    page = client_of(Role.PAYROLL).get("/").content.decode()
    assert "Dimona IN refused: Cargovelo Atelier, W001-1" in page
    assert "INSS unknown" in page
    assert page.count("Solve the finding and compute the month again.") == 2
    assert "Since 1 April 2025." in page
    assert "What holds work up: 4." in page


def test_a_client_sees_its_own_alone(
    client_of: ClientOf, busy: None, other_employer: Employer
) -> None:
    page = client_of(Role.EMPLOYER).get("/").content.decode()
    assert "What holds work up: 3." in page
    assert other_employer.name not in page


def test_counts_per_state_agree_with_their_lists(
    client_of: ClientOf, busy: None, people: dict
) -> None:
    rights = client_of(Role.PAYROLL).get("/").wsgi_request.rights
    assert counted(counts.months(rights, Month(2025, 4), 2)) == {"Blocked": 2}
    assert counted(counts.months(rights, Month(2025, 5), 2)) == {"Waiting for data": 2}
    assert counted(counts.declarations(rights, "dimona", PRACTICE_DAY)) == {
        "Accepted": 1,
        "Ready to send": 1,
        "Late": 1,
        "Refused": 1,
    }
    assert [(count, day) for day, _, count, _ in counts.next_dues(rights, PRACTICE_DAY)] == [
        (1, PRACTICE_DAY)
    ]


def test_a_mandate_is_counted_where_it_stands_on_the_day(
    client_of: ClientOf, employer: Employer, mandate: Document
) -> None:
    rights = client_of(Role.PAYROLL).get("/").wsgi_request.rights
    assert Mandate.objects.get().state == "active"
    for kept, shown in (
        ({"state": "notified"}, {"Active": 1}),
        ({"state": "notified", "begins": "2026Q1"}, {"Notified to the NSSO": 1}),
        ({"state": "signed_by_one"}, {"Waiting for a signature": 1}),
        ({"state": "active", "begins": "2025Q1", "ends": "2025Q1"}, {}),
    ):
        Mandate.objects.update(**kept)
        assert counted(counts.mandates(rights, Month.of(PRACTICE_DAY).quarter)) == shown
    assert mandates.mandates_of(employer) == (mandate,)


def test_a_worker_sees_payslips_of_their_own_alone(client_of: ClientOf, employer: Employer) -> None:
    own = payslip_of(employer, "W001")
    payslip_of(employer, "W002")
    client = client_of(Role.WORKER)
    page = client.get("/").content.decode()
    assert page.count("3,000.00") == page.count("January 2025") == 1
    own.run.payslips.update(published=None)
    assert "No payslip yet" in client.get("/").content.decode()


@pytest.mark.parametrize("name", ["today", "employers"])
def test_the_office_is_asked_a_few_questions_however_large_it_is(
    name: str, client_of: ClientOf, busy: None, django_assert_max_num_queries: Any
) -> None:
    client = client_of(Role.PAYROLL)
    with django_assert_max_num_queries(28):
        client.get(reverse(name))


def test_no_page_without_its_frame(client_of: ClientOf, employer: Employer) -> None:
    page = client_of(Role.PAYROLL).get("/").content.decode()
    assert "Certified social secretariat no. 999 · practice office" in page
    assert "Today is 10 April 2025." in page
    assert 'href="#content"' in page
    assert page.count("<h1") == 1


def test_an_operator_without_certification_bears_no_protected_title(
    client_of: ClientOf, operator: Any
) -> None:
    type(operator).objects.update(kind="provider", certification_number=None, decree_date=None)
    for language in ("nl", "fr", "de", "en"):
        client = client_of(Role.PAYROLL)
        client.cookies["django_language"] = language
        page = client.get("/").content.decode().lower()
        for title in ("sociaal secretariaat", "secrétariat social", "sozialsekretariat"):
            assert title not in page
        assert "social secretariat" not in page


def test_a_person_keeps_their_language_and_their_keys(client_of: ClientOf, people: dict) -> None:
    client: Client = client_of(Role.AUDITOR)
    assert "data-shortcuts" not in client.get("/").content.decode()
    answer = client.post(reverse("preferences"), {"language": "fr"}, follow=True)
    assert "Vos préférences sont enregistrées." in answer.content.decode()
    assert 'data-shortcuts="off"' in client.get("/").content.decode()
    assert client.post(reverse("preferences"), {"language": "xx"}).status_code == 422
