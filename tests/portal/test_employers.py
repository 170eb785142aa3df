"""Employers: found by name and number, filtered by the state of their month, admitted from a ZIP file."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from office.conftest import EXAMPLES, fewer, texts_in

from officium.office.acts.archive import packed
from officium.office.acts.search import digits_of, sought
from officium.office.models import Employer, PayMonth, Role

from .conftest import ClientOf


@pytest.fixture
def shop(other_employer: Employer) -> str:
    return other_employer.name


@pytest.mark.parametrize("text", ["cargovelo", "ATELIÉR", "0765.432.146", "1599999-47", "84.05.17"])
def test_an_employer_is_found_by_name_number_and_a_worker(
    client_of: ClientOf, employer: Employer, shop: str, text: str
) -> None:
    page = client_of(Role.FINANCE).get(reverse("employers"), {"q": text}).content.decode()
    assert employer.name in page
    assert shop not in page


def test_the_list_is_filtered_by_the_state_of_a_month(
    client_of: ClientOf, employer: Employer, shop: str
) -> None:
    PayMonth.objects.create(employer=employer, month="2025-04", state="blocked")
    client = client_of(Role.PAYROLL)

    def shown(state: str) -> tuple[bool, bool]:
        page = client.get(reverse("employers"), {"state": state, "month": "2025-04"})
        return employer.name in page.content.decode(), shop in page.content.decode()

    assert shown("blocked") == (True, False)
    assert shown("waiting") == (False, True)
    assert shown("approved") == (False, False)


def test_a_search_with_one_answer_opens_it(
    client_of: ClientOf, employer: Employer, other_employer: Employer
) -> None:
    client = client_of(Role.AUDITOR)
    found = client.get(reverse("search"), {"q": "84051721408"})
    assert found.url == reverse("person", args=[employer.enterprise_number, "W001"])
    found = client.get(reverse("search"), {"q": employer.enterprise_number})
    assert found.url == reverse("employer", args=[employer.enterprise_number])


def test_nobody_finds_the_people_of_another_client(
    client_of: ClientOf, employer: Employer, other_employer: Employer
) -> None:
    stranger = other_employer.workers.first()
    client = client_of(Role.ACCOUNTANT)
    for text in (stranger.inss, stranger.surname, other_employer.name):
        found = client.get(reverse("search"), {"q": text})
        assert found.status_code == 200
        assert other_employer.enterprise_number not in found.content.decode()


def test_a_long_list_says_what_is_left(client_of: ClientOf, employer: Employer) -> None:
    Employer.objects.bulk_create(
        Employer(
            enterprise_number=f"01000{number:05}",
            nsso_number="",
            name=f"Firma {number:03}",
            sought=f"firma {number:03}",
            language="nl",
            calendar_token=f"token {number}",
            admitted="2025-01-01",
        )
        for number in range(70)
    )
    client = client_of(Role.PAYROLL)
    first = client.get(reverse("employers"), {"q": "firma"}).content.decode()
    assert "1 to 50 of 70" in first
    assert "20 more after these" in first
    assert "?q=firma&amp;page=2" in first
    second = client.get(reverse("employers"), {"q": "firma", "page": 2}).content.decode()
    assert "Firma 069" in second
    assert "more after these" not in second


def test_an_employer_moves_in(client_of: ClientOf) -> None:
    texts = fewer(texts_in(EXAMPLES / "shop"), "S001")
    folder = SimpleUploadedFile("shop.zip", packed(texts), "application/zip")
    answer = client_of(Role.ADMINISTRATOR).post(reverse("new_employer"), {"folder": folder})
    came = Employer.objects.get(pk=Employer.objects.order_by("-pk").values("pk")[:1])
    assert answer.url == reverse("employer", args=[came.enterprise_number])
    assert came.workers.count() == 1


def test_a_folder_with_a_mistake_is_told_with_its_place_and_nothing_is_kept(
    client_of: ClientOf,
) -> None:
    texts = fewer(texts_in(EXAMPLES / "shop"), "S001")
    texts["people/S001.toml"] = texts["people/S001.toml"].replace("inss", "insz")
    folder = SimpleUploadedFile("shop.zip", packed(texts), "application/zip")
    before = Employer.objects.count()
    answer = client_of(Role.PAYROLL).post(reverse("new_employer"), {"folder": folder})
    assert answer.status_code == 422
    assert "people/S001.toml" in answer.content.decode()
    assert Employer.objects.count() == before


def test_numbers_are_read_as_people_write_them() -> None:
    assert digits_of("BE 0765.432.146") == "0765432146"
    assert digits_of("84.05.17-214.08") == "84051721408"
    assert [digits_of(text) for text in ("12", "PC 200", "Firma 007", "")] == [""] * 4
    assert sought("  Lefèvre   & ŒUVRE ") == "lefevre & œuvre"
