"""Ten journeys of people in a real browser, in Dutch and in French, each page examined by axe."""

from __future__ import annotations

import pytest

from officium.portal.words import wording

from .conftest import Visitor

NUMBER = "0765432146"
BASE = f"/employers/{NUMBER}"


def said(visitor: Visitor, name: str, **gaps: object) -> str:
    return wording()[name][visitor.language].format(**gaps)


def office(visitor: Visitor, role: str = "payroll_officer") -> Visitor:
    visitor.sign_in(f"{role}@meridiaan.example")
    return visitor


def client(visitor: Visitor, role: str) -> Visitor:
    visitor.sign_in(f"{role}-{NUMBER}@meridiaan.example")
    return visitor


def test_an_officer_begins_the_day_and_follows_a_count(visitor: Visitor) -> None:
    office(visitor).is_fine()
    visitor.page.click(f"text={said(visitor, 'place.calendar')} >> nth=0")
    visitor.page.wait_for_selector("table")
    visitor.is_fine()


def test_an_officer_finds_an_employer_by_the_keyboard(visitor: Visitor) -> None:
    page = office(visitor).page
    page.keyboard.press("/")
    page.keyboard.type("cargovelo")
    page.keyboard.press("Enter")
    page.click("text=Cargovelo Atelier >> nth=0")
    page.wait_for_url(f"**{BASE}/")
    visitor.is_fine()


def test_a_month_is_computed_looked_at_and_approved(visitor: Visitor) -> None:
    page = office(visitor).page
    month = {"nl": "2025-02", "fr": "2025-03"}[visitor.language]
    visitor.go(f"{BASE}/months/{month}/")
    page.click("#compute button")
    page.wait_for_selector(f"text={said(visitor, 'month.was_computed')}", timeout=60_000)
    visitor.is_fine()
    if month == "2025-02":
        assert "2.806,60" in page.content()
        page.click(f"a:has-text('{said(visitor, 'month.approve')}')")
        page.click(f"button:has-text('{said(visitor, 'month.approve_now')}')")
        page.wait_for_selector(f"text={said(visitor, 'month.was_approved')}")
        visitor.is_fine()


def test_a_worker_opens_the_own_payslip_and_a_line_of_it(visitor: Visitor) -> None:
    page = client(visitor, "worker").page
    visitor.go("/payslips/")
    page.click("tbody th a >> nth=0")
    page.wait_for_selector("details")
    page.locator("details").first.locator("summary").click()
    visitor.is_fine()


def test_an_employer_delivers_the_data_of_a_month(visitor: Visitor) -> None:
    page = client(visitor, "employer_user").page
    visitor.go(f"{BASE}/data/2025-04/")
    visitor.is_fine()
    with page.expect_download() as download:
        page.click("a:has-text('CSV')")
    page.set_input_files("input[type=file]", download.value.path())
    page.click(f"button:has-text('{said(visitor, 'delivery.deliver')}')")
    page.wait_for_selector("text=SHA-256")
    visitor.is_fine()


def test_an_officer_asks_whether_we_may(visitor: Visitor) -> None:
    page = office(visitor).page
    visitor.go(f"{BASE}/mandates/")
    page.select_option("[name=act]", "collect_contributions")
    page.click(f"button:has-text('{said(visitor, 'mandate.ask_button')}')")
    page.wait_for_selector(".finding.of-stop .article")
    visitor.is_fine()


def test_an_officer_drafts_a_mandate(visitor: Visitor) -> None:
    page = office(visitor).page
    visitor.go(f"{BASE}/mandates/new/")
    page.select_option("[name=group]", "tax")
    page.check("[value=declare_withholding_tax]")
    page.click(f"button:has-text('{said(visitor, 'mandate.draft')}')")
    page.wait_for_selector(f"text={said(visitor, 'mandate.nothing_yet')}")
    visitor.is_fine()


def test_an_officer_records_a_duty_with_its_proof(visitor: Visitor) -> None:
    page = office(visitor).page
    visitor.go(f"{BASE}/calendar/")
    visitor.is_fine()
    page.click("tbody th a >> nth=0")
    page.wait_for_selector("[name=state]")
    visitor.is_fine()
    page.set_input_files(
        "input[type=file]", {"name": "proof.txt", "mimeType": "text/plain", "buffer": b"proof"}
    )
    page.click(f"button:has-text('{said(visitor, 'calendar.store')}')")
    page.wait_for_selector(f"text={said(visitor, 'calendar.marked')}")


def test_an_auditor_makes_a_pack_and_verifies_the_trail(visitor: Visitor) -> None:
    page = office(visitor, "auditor").page
    visitor.go(f"{BASE}/evidence/")
    visitor.is_fine()
    with page.expect_download() as download:
        page.click(f"button:has-text('{said(visitor, 'proof.button')}')")
    assert download.value.suggested_filename.endswith(".zip")
    visitor.go("/audit/?verify=1")
    page.wait_for_selector(f"text={said(visitor, 'proof.unchanged')}")
    visitor.is_fine()


def test_an_administrator_invites_somebody(visitor: Visitor) -> None:
    page = office(visitor, "administrator").page
    visitor.go("/people/")
    visitor.is_fine()
    email = f"new-{visitor.language}@meridiaan.example"
    page.fill("[name=email]", email)
    page.fill("[name=name]", "New")
    page.select_option("[name=role]", "auditor")
    page.click(f"button:has-text('{said(visitor, 'access.invite')}')")
    page.wait_for_selector(f"text={said(visitor, 'access.invited', email=email)}")
    visitor.is_fine()


PAGES = (
    "/",
    "/employers/",
    "/months/",
    "/payslips/",
    "/declarations/",
    "/calendar/",
    "/mandates/",
    "/tokens/",
    "/preferences/",
    "/account/2fa/",
    "/account/sessions/",
    f"{BASE}/",
    f"{BASE}/people/",
    f"{BASE}/people/W001/",
    f"{BASE}/records/",
    f"{BASE}/months/",
    f"{BASE}/months/2025-01/",
    f"{BASE}/payslips/",
    f"{BASE}/declarations/",
    f"{BASE}/data/",
    f"{BASE}/data/2025-04/",
    f"{BASE}/data/2025-04/form/W001/1/",
    "/payslips/1/",
    "/payslips/1/facts/withholding_tax_on_scale/",
    f"{BASE}/users/",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_wide_and_narrow(visitor: Visitor, scheme: str) -> None:
    page = office(visitor).page
    page.emulate_media(color_scheme=scheme)
    for path in PAGES:
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            visitor.go(path)
            visitor.is_fine()
            overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert overflow <= 0, (path, width)
