"""A payslip on its page: every amount to the cent, every line opens, every language, everywhere it leads."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from officium.language import LANGUAGES, number
from officium.office.acts import payslips
from officium.office.models import Blob, Employer, Payslip, Role

from .conftest import WORKER, ClientOf, payslip_of


@pytest.fixture
def payslip(employer: Employer) -> Payslip:
    return payslip_of(employer, WORKER)


@pytest.fixture
def document(payslip: Payslip) -> dict[str, Any]:
    return json.loads(payslip.document.content)


@pytest.fixture
def officer(client_of: ClientOf) -> Client:
    return client_of(Role.PAYROLL)


def page_of(client: Client, payslip: Payslip, language: str = "en") -> Any:
    client.cookies["django_language"] = language
    answer = client.get(reverse("payslip", args=[payslip.pk]))
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_stand_in_the_order_of_the_decree_to_the_cent(
    officer: Client, payslip: Payslip, document: dict[str, Any], language: str
) -> None:
    tree = page_of(officer, payslip, language)
    shown = tree.xpath(
        "//*[@data-rows]//*[self::summary or contains(@class, 'ln')][.//*[@class='no']]"
    )
    assert [words(row.xpath(".//*[@class='no']")[0]) for row in shown] == [
        line["item"] for line in document["lines"]
    ]
    for row, line in zip(shown, document["lines"], strict=True):
        cents = int(line["amount"].replace(".", ""))
        amount = row.xpath(".//*[@class='a']")[0].text_content().strip()
        assert amount.lstrip("+−") == number(abs(cents), 2, language)
        assert line["label"][language].casefold() in words(row).casefold()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_opens_into_formula_article_and_figures(
    officer: Client, payslip: Payslip, document: dict[str, Any], language: str
) -> None:
    tree = page_of(officer, payslip, language)
    facts = payslips.explained(payslip, language).document["explanation"]["facts"]
    keys = list(dict.fromkeys(line["key"] for line in document["lines"]))
    lines = tree.xpath("//*[@data-rows]/details")
    assert len(lines) == len(keys)
    for line, key in zip(lines, keys, strict=True):
        told = facts[key]
        inside = words(line)
        assert told["shown"] in line.text_content()
        for text in (told["source"], *told["rounding"]):
            assert " ".join(text.split()) in inside
        for figure in told["figures"]:
            assert " ".join(figure["title"].split()) in inside
    assert not tree.xpath("//*[@class='why'][@lang]")


def test_what_lies_deeper_has_an_address_of_its_own(officer: Client, payslip: Payslip) -> None:
    """From page to page, every computed figure is reached, and no link is dead."""
    facts = json.loads(payslip.document.content)["explanation"]["facts"]
    tree = page_of(officer, payslip)
    anchors = {one.get("id") for one in tree.xpath("//*[@id]")}
    start = reverse("payslip_fact", kwargs={"payslip": payslip.pk, "fact": "x"})[: -len("x/")]
    waiting, seen = [tree], set()
    while waiting:
        here = waiting.pop()
        own = {one.get("id") for one in here.xpath("//*[@id]")}
        for link in here.xpath("//*[contains(@class, 'slip-page')]//a/@href"):
            if link.startswith("#"):
                assert link[1:] in own
            elif link not in seen:
                seen.add(link)
                answer = officer.get(link)
                assert answer.status_code == 200, link
                waiting.append(html.fromstring(answer.content.decode()))
    assert all(link.startswith(start) for link in seen)
    assert {key for key, told in facts.items() if not told["given"]} >= {
        link[len(start) : -1] for link in seen
    }
    assert len(anchors) + len(seen) > len(document_lines(payslip))
    assert officer.get(f"{start}nothing/").status_code == 404


def document_lines(payslip: Payslip) -> list[Any]:
    return json.loads(payslip.document.content)["lines"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_explanation_is_asked_anew_in_each_language(
    officer: Client, payslip: Payslip, language: str
) -> None:
    held = payslips.explained(payslip, language)
    assert held.document["explanation"]["language"] == language
    assert not held.is_as_made
    assert held.document["results"] == json.loads(payslip.document.content)["results"]


def test_with_another_law_book_the_explanation_stays_as_it_was_made(
    officer: Client, payslip: Payslip, document: dict[str, Any]
) -> None:
    held = document["explanation"]["language"]
    other = "fr" if held != "fr" else "nl"
    changed = {**document, "fingerprint": "0" * 16}
    payslip.document = Blob.keep(json.dumps(changed).encode())
    payslip.save()
    tree = page_of(officer, payslip, other)
    assert tree.xpath(f"//*[@class='why'][@lang='{held}']")
    assert payslips.explained(payslip, other).is_as_made


def test_amounts_that_were_changed_are_not_explained(
    officer: Client, payslip: Payslip, document: dict[str, Any]
) -> None:
    document["explanation"]["facts"]["gross_pay"]["value"] = "1.00"
    payslip.document = Blob.keep(json.dumps(document).encode())
    payslip.save()
    other = "fr" if document["explanation"]["language"] != "fr" else "nl"
    officer.cookies["django_language"] = other
    assert officer.get(reverse("payslip", args=[payslip.pk])).status_code == 422


def test_the_page_bears_no_style_and_no_script_of_its_own(
    officer: Client, payslip: Payslip
) -> None:
    text = officer.get(reverse("payslip", args=[payslip.pk])).content.decode()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*\ssrc=)", text)


def test_paper_and_document_are_given_as_they_were_made(
    client_of: ClientOf, payslip: Payslip
) -> None:
    worker = client_of(Role.WORKER)
    paper = worker.get(reverse("payslip_paper", args=[payslip.pk]))
    assert (paper.content, paper["Content-Type"]) == (payslip.paper.content, "application/pdf")
    kept = worker.get(reverse("payslip_document", args=[payslip.pk]))
    assert kept.content == payslip.document.content


def test_a_worker_sees_their_own_by_year(client_of: ClientOf, payslip: Payslip) -> None:
    other = Payslip.objects.get(pk=payslip.pk)
    other.pk, other.month = None, "2024-12"
    other.save()
    payslip_of(payslip.employer, "W002")
    worker = client_of(Role.WORKER)
    page = worker.get(reverse("payslips"))
    assert [one.month for one, _ in page.context["rows"]] == ["2025-01", "2024-12"]
    one_year = worker.get(reverse("payslips") + "?year=2024")
    assert [one.month for one, _ in one_year.context["rows"]] == ["2024-12"]


def test_pages_ask_little(
    officer: Client, payslip: Payslip, django_assert_max_num_queries: Any
) -> None:
    officer.get(reverse("today"))
    for address in (
        reverse("payslips"),
        reverse("payslip", args=[payslip.pk]),
        reverse("employer_payslips", args=[payslip.employer.enterprise_number]),
    ):
        with django_assert_max_num_queries(18):
            officer.get(address)
