"""Records as files: seen, changed on the version that was opened, never lost, given back whole."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from officium.office.acts import records
from officium.office.acts.actor import Actor
from officium.office.acts.archive import unpacked
from officium.office.models import AuditEntry, Employer, RecordText, Role
from officium.portal.difference import difference

from .conftest import ClientOf

PATH = "people/W001.toml"


@pytest.fixture
def text(employer: Employer) -> str:
    return records.texts_of(employer)[PATH]


def to(name: str, employer: Employer, *more: object) -> str:
    return reverse(name, args=[employer.enterprise_number, *more])


def stored(client: Client, employer: Employer, text: str, version: int) -> tuple[int, str]:
    answer = client.post(
        to("change_record", employer, PATH), {"text": text, "version": version}, follow=True
    )
    return answer.status_code, answer.content.decode()


def test_numbers_of_people_are_hidden_until_they_are_asked_for(
    client_of: ClientOf, employer: Employer
) -> None:
    client = client_of(Role.AUDITOR)
    page = client.get(to("employer_record", employer, PATH)).content.decode()
    assert "Brusselsesteenweg" in page
    assert "84051721408" not in page
    assert "BE09001123450057" not in page
    assert "84051721408" in client.post(to("employer_record", employer, PATH)).content.decode()
    assert AuditEntry.objects.filter(action="person.number_shown").count() == 1
    version = client.get(to("record_version", employer, 1, PATH)).content.decode()
    assert "84051721408" not in version


def test_a_change_is_a_new_version_and_the_old_one_stays(
    client_of: ClientOf, employer: Employer, text: str
) -> None:
    client = client_of(Role.PAYROLL)
    opened = client.get(to("change_record", employer, PATH)).content.decode()
    assert 'name="version" value="0"' in opened
    # As a browser sends it.
    status, page = stored(
        client, employer, text.replace("Planner", "Planner A", 1).replace("\n", "\r\n"), 0
    )
    assert status == 200
    assert f"{PATH} is stored." in page
    assert records.texts_of(employer)[PATH] == text.replace("Planner", "Planner A", 1)
    assert RecordText.objects.get(path=PATH, version=1).text == text
    history = client.get(to("record_version", employer, 2, PATH)).content.decode()
    assert len(re.findall(r'class="(?:added|removed)"', history)) == 2


def test_the_second_officer_is_told_and_loses_nothing(
    client_of: ClientOf, employer: Employer, text: str, office: Actor
) -> None:
    client = client_of(Role.PAYROLL)
    theirs = text.replace("Planner", "Head planner")
    records.change(office, employer, {PATH: theirs}, 0)
    mine = text.replace('number   = "214"', 'number   = "216"')
    status, page = stored(client, employer, mine, 0)
    assert status == 409
    assert "Somebody changed this first" in page
    assert "Head planner" in page
    assert "216" in page
    assert 'name="version" value="1"' in page
    assert records.texts_of(employer)[PATH] == theirs
    status, _ = stored(client, employer, theirs.replace('"214"', '"216"'), 1)
    assert status == 200
    assert '"216"' in records.texts_of(employer)[PATH]


def test_a_mistake_is_told_with_its_place_and_what_was_typed_is_kept(
    client_of: ClientOf, employer: Employer, text: str
) -> None:
    client = client_of(Role.PAYROLL)
    status, page = stored(client, employer, text.replace("84051721408", "84051721409"), 0)
    assert status == 422
    assert PATH in page
    assert "84051721409" in page
    assert records.texts_of(employer)[PATH] == text


def test_a_new_file_needs_a_place_that_is_free(client_of: ClientOf, employer: Employer) -> None:
    client = client_of(Role.PAYROLL)
    address = to("new_record", employer)
    for path in ("", PATH):
        answer = client.post(address, {"path": path, "text": "a", "version": 0})
        assert answer.status_code == 422
    given = {"path": "README.md", "text": "What is here.\n", "version": 0}
    assert client.post(address, given).status_code == 302
    assert records.texts_of(employer)["README.md"] == "What is here.\n"


def test_the_folder_is_given_back_whole(client_of: ClientOf, employer: Employer) -> None:
    answer = client_of(Role.EMPLOYER).post(to("export_records", employer))
    assert answer["Content-Type"] == "application/zip"
    assert unpacked(answer.content) == records.texts_of(employer)


def test_equal_lines_are_folded_round_a_change() -> None:
    before = "\n".join(map(str, range(12)))
    told = difference(before, before.replace("5", "five"))
    assert [(line.sign, line.text, line.folded) for line in told] == [
        ("", "", 3),
        ("", "3", 0),
        ("", "4", 0),
        ("−", "5", 0),
        ("+", "five", 0),
        ("", "6", 0),
        ("", "7", 0),
        ("", "", 4),
    ]
    assert difference(before, before) == []
