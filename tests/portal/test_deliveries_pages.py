"""What an employer delivers, through its pages: what is missing, a file, a form, the receipt."""

from __future__ import annotations

import hashlib
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from officium.intake import template
from officium.law import Month
from officium.office.acts.records import records_of
from officium.office.models import Delivery, Employer, PayMonth, Role

from .conftest import ClientOf

APRIL = "2025-04"


def sheet(employer: Employer) -> bytes:
    held = records_of(employer)
    return template(held, held.employers[0], Month.parse(APRIL), "csv", "en")


def place(name: str, employer: Employer, **gaps: object) -> str:
    return reverse(name, kwargs={"number": employer.enterprise_number, **gaps})


def uploaded(client_of: ClientOf, employer: Employer, content: bytes) -> HttpResponse:
    file = SimpleUploadedFile("april.csv", content)
    client = client_of(Role.EMPLOYER)
    return client.post(place("employer_data", employer, month=APRIL), {"file": file}, follow=True)


def test_what_is_missing_and_by_when(client_of: ClientOf, employer: Employer) -> None:
    page = client_of(Role.EMPLOYER).get(place("employer_data", employer, month=APRIL))
    text = page.content.decode()
    assert "Complete: 0 of 6. To be delivered on Wednesday 23 April 2025 at the latest." in text
    assert text.count("nothing delivered yet") == 6


def test_a_file_is_taken_and_receipted(client_of: ClientOf, employer: Employer) -> None:
    content = sheet(employer)
    page = uploaded(client_of, employer, content)
    made = Delivery.objects.get()
    text = page.content.decode()
    assert f"Receipt {made.pk}" in text
    assert hashlib.sha256(content).hexdigest() in text
    assert "Nothing is missing any more for April 2025." in text
    kept = client_of(Role.EMPLOYER).get(place("delivered_file", employer, delivery=made.pk))
    assert kept.content == content
    assert PayMonth.objects.get(month=APRIL).state == "ready"


def test_what_says_the_same_stands_once_with_its_places(
    client_of: ClientOf, employer: Employer
) -> None:
    text = uploaded(client_of, employer, sheet(employer).replace(b"W001;", b"W999;")).content
    assert text.count(b"W999") == 1
    assert b"staff_number, line 2 \xc2\xb7 staff_number, line 3" in text
    assert b"and 18 more" in text
    assert not Delivery.objects.get().accepted


@pytest.mark.parametrize("file", [None, b"\x00\x01\x02"])
def test_what_is_no_table_is_refused_and_nothing_is_kept(
    client_of: ClientOf, employer: Employer, file: bytes | None
) -> None:
    given = {"file": SimpleUploadedFile("x.csv", file)} if file else {}
    page = client_of(Role.EMPLOYER).post(place("employer_data", employer, month=APRIL), given)
    assert page.status_code == 422
    assert not Delivery.objects.exists()


def form_of(client_of: ClientOf, employer: Employer) -> tuple[str, dict[str, str]]:
    address = place("delivery_form", employer, month=APRIL, staff_number="W002", contract=1)
    text = client_of(Role.EMPLOYER).get(address).content.decode()
    fields = re.findall(r'name="(day-[\d-]+)"[^>]* value="([^"]*)"', text)
    assert len(fields) == 30
    return address, dict(fields)


def test_a_form_is_a_delivery_like_any_other(client_of: ClientOf, employer: Employer) -> None:
    address, fields = form_of(client_of, employer)
    assert (fields["day-2025-04-01"], fields["day-2025-04-21"]) == ("8", "PH")
    client = client_of(Role.EMPLOYER)
    page = client.post(address, {**fields, "day-2025-04-02": "4+V"}, follow=True)
    made = Delivery.objects.get()
    assert (made.channel, made.accepted) == ("form", True), made.findings
    assert b"Taken over" in page.content
    days = {one.day.isoformat() for one in records_of(Employer.objects.get(pk=employer.pk)).time}
    assert "2025-04-02" in days


def test_a_form_says_which_day_is_wrong_and_keeps_what_was_typed(
    client_of: ClientOf, employer: Employer
) -> None:
    address, fields = form_of(client_of, employer)
    page = client_of(Role.EMPLOYER).post(address, {**fields, "day-2025-04-02": "99"})
    text = page.content.decode()
    assert page.status_code == 422
    assert 'value="99" aria-invalid="true"' in text
    assert 'id="wrong-2025-04-02"' in text
    assert not Delivery.objects.get().accepted


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_is_what_is_read(client_of: ClientOf, employer: Employer, kind: str) -> None:
    client = client_of(Role.ACCOUNTANT)
    answer = client.get(place("data_template", employer, month=APRIL, kind=kind))
    assert f"{APRIL}.{kind}" in answer["Content-Disposition"]
    file = SimpleUploadedFile(f"x.{kind}", answer.content)
    client.post(place("employer_data", employer, month=APRIL), {"file": file})
    assert Delivery.objects.get().accepted


def test_who_only_reads_has_no_form(client_of: ClientOf, employer: Employer) -> None:
    page = client_of(Role.AUDITOR).get(place("employer_data", employer, month=APRIL))
    assert b'type="file"' not in page.content
    assert (
        client_of(Role.AUDITOR)
        .post(
            place("employer_data", employer, month=APRIL),
            {"file": SimpleUploadedFile("x.csv", sheet(employer))},
        )
        .status_code
        == 403
    )


def test_the_list_asks_little(
    client_of: ClientOf, employer: Employer, django_assert_max_num_queries: object
) -> None:
    uploaded(client_of, employer, sheet(employer))
    client = client_of(Role.PAYROLL)
    with django_assert_max_num_queries(26):
        page = client.get(place("employer_deliveries", employer))
    assert b"april.csv" in page.content
