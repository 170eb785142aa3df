"""People of an employer: their contracts are open, their INSS only to who asks, and that is kept."""

from __future__ import annotations

from django.urls import reverse

from officium.office.models import AuditEntry, Employer, Role

from .conftest import ClientOf

NUMBER = "84.05.17-214.08"


def test_the_list_is_filtered_by_name_and_state(client_of: ClientOf, employer: Employer) -> None:
    client = client_of(Role.EMPLOYER)
    address = reverse("employer_people", args=[employer.enterprise_number])
    everybody = client.get(address).content.decode()
    assert "Maes, Sofie" in everybody
    found = client.get(address, {"q": "mAès", "state": "in_service"}).content.decode()
    assert "Maes, Sofie" in found
    assert found.count('<th scope="row">') == 1
    assert "Nothing found" in client.get(address, {"state": "to_come"}).content.decode()


def test_a_number_is_shown_to_who_asks_and_the_trail_keeps_it(
    client_of: ClientOf, employer: Employer, people: dict
) -> None:
    client = client_of(Role.ACCOUNTANT)
    address = reverse("person", args=[employer.enterprise_number, "W001"])
    page = client.get(address).content.decode()
    assert "Planner" in page
    assert "3,180.00" in page
    assert NUMBER not in page
    assert "BE09001123450057" not in page
    assert not AuditEntry.objects.filter(action="person.number_shown").exists()
    assert NUMBER in client.post(address).content.decode()
    told = AuditEntry.objects.get(action="person.number_shown")
    assert told.actor == people[Role.ACCOUNTANT].key
    assert told.object_key == f"{employer.enterprise_number}/W001"
    part = client.post(address, headers={"HX-Request": "true"})
    assert part.content.decode() == NUMBER


def test_who_left_the_records_has_a_page_still(client_of: ClientOf, employer: Employer) -> None:
    employer.workers.filter(staff_number="W001").update(staff_number="W099")
    address = reverse("person", args=[employer.enterprise_number, "W099"])
    assert "No longer in the records" in client_of(Role.PAYROLL).get(address).content.decode()
