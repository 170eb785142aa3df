"""The papers of the end as pages: readable by people and by screen readers, whatever the names are."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from officium.documents import (
    holiday_certificate_pdf,
    holiday_fund_pdf,
    tax_sheet_pdf,
    unemployment_certificate_pdf,
    work_certificate_pdf,
)
from officium.language import LANGUAGES


def text_of(pdf: bytes) -> str:
    """What is read on a page."""
    ran = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return ran.stdout.decode()


ADDRESS = {
    "street": "Rue de l’Étuve",
    "number": "7",
    "box": "2",
    "postcode": "4700",
    "town": "Eupen",
    "country": "BE",
}
EMPLOYER = {
    "name": "Grünwald & Söhne SRL",
    "enterprise_number": "0733190435",
    "nsso_number": "188888875",
    "address": ADDRESS,
}
WORKER = {
    "staff_number": "S008",
    "name": "Peeters",
    "first_name": "Zoë",
    "inss": "85061730839",
    "address": ADDRESS,
}
BASE = {"employer": EMPLOYER, "worker": WORKER, "language": "nl"}


def said(words: str) -> dict[str, str]:
    """The same words, marked by each language."""
    return {language: f"{words} ({language})" for language in LANGUAGES}


WORK = BASE | {
    "begins": "2016-05-02",
    "ends": "2025-09-30",
    "nature_of_the_work": ["Boekhoudster", "Chef, nacht"],
}
HOLIDAY = BASE | {
    "title": said("Attest"),
    "service_year": 2024,
    "holiday_year": 2025,
    "given_on": "2025-09-30",
    "lines": [
        {"label": said("Bruto"), "unit": "amount", "value": "37200.00"},
        {"label": said("Dagen"), "unit": "days", "value": "8.00"},
        {"label": said("In dienst"), "unit": "period", "value": "2024-01-01/2024-12-31"},
        {"label": said("Verklaring"), "unit": "text", "value": None},
    ],
}
ZONE = {"block": "Form", "xml": "x", "said": None, "unit": "text"}
C4 = BASE | {
    "title": said("Gegevens C4"),
    "edition": "2023/3",
    "ends": "2025-09-30",
    "blocks": {"Form": said("Formulier")},
    "zones": [
        ZONE
        | {"zone": "00191", "label": said("Basis"), "value": "310000", "reads": "3100.00"}
        | {"unit": "number"},
        ZONE | {"zone": "00045", "label": said("Einde"), "value": "2025-09-30", "unit": "day"},
        ZONE | {"zone": "00050", "label": said("Type"), "value": "0", "said": said("voltijds")},
    ],
    "paper_title": said("Papier"),
    "paper": [{"key": "way", "label": said("Wijze"), "value": "x", "said": said("ontslag")}],
    "missing_title": said("Ontbreekt"),
    "missing": [said("de reden")],
}
TAX = BASE | {
    "title": said("Fiche"),
    "note": said("Niet officieel"),
    "edition": "2024",
    "income_year": 2025,
    "made_on": "2025-09-30",
    "provisional": False,
    "fingerprint": "0123456789abcdef0123",
    "zones": [
        {"zone": "2.62", "code": "250", "label": said("Totaal"), "value": "30150.63"}
        | {"is_day": False, "strong": True},
        {"zone": "2.56", "code": None, "label": said("Vertrek"), "value": "2025-09-30"}
        | {"is_day": True, "strong": False},
    ],
    "by_hand_title": said("Met de hand"),
    "by_hand": [{"zones": "2.195, 2.196", "label": said("relance"), "value": "120.00"}],
    "missing": [said("december")],
}
FUND = BASE | {
    "fund": None,
    "year": 2025,
    "made_on": "2025-03-31",
    "quarters": [
        {
            "quarter": "2025Q1",
            "from": "2025-01-01",
            "pay": "8803.84",
            "days": [{"code": "001", "days": "64.00"}],
        }
    ],
    "right": [{"label": said("Recht"), "value": "1462.35"}],
}
PAPERS: dict[str, tuple[Callable[[Any], bytes], dict[str, Any]]] = {
    "work": (work_certificate_pdf, WORK),
    "holiday": (holiday_certificate_pdf, HOLIDAY),
    "c4": (unemployment_certificate_pdf, C4),
    "tax": (tax_sheet_pdf, TAX),
    "fund": (holiday_fund_pdf, FUND),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_speaks_each_language_and_is_tagged(paper: str, language: str) -> None:
    printed, of = PAPERS[paper]
    pdf = printed(of | {"language": language})
    page = text_of(pdf)
    assert "Peeters Zoë" in page
    assert "Grünwald & Söhne SRL" in page
    assert {"nl": "Werkgever", "fr": "Employeur", "de": "Arbeitgeber", "en": "Employer"}[
        language
    ] in page
    for other in set(LANGUAGES) - {language}:
        assert f"({other})" not in page
    assert b"/MarkInfo" in pdf or b"/StructTreeRoot" in pdf


@pytest.mark.parametrize("paper", PAPERS)
def test_the_same_content_gives_the_same_bytes(paper: str) -> None:
    printed, of = PAPERS[paper]
    assert printed(of) == printed(deepcopy(of))


def test_amounts_days_and_codes_are_written_for_people() -> None:
    page = text_of(unemployment_certificate_pdf(C4 | {"language": "de"}))
    for words in ("3.100,00", "30. September 2025", "0 · voltijds (de)", "De reden (de)", "00191"):
        assert words in page
    page = text_of(tax_sheet_pdf(TAX | {"language": "fr"}))
    for words in ("30 150,63", "30 septembre 2025", "(250)", "120,00", "December (fr)"):
        assert words in page.replace("\u202f", " ").replace("\u00a0", " ")


def test_functions_with_commas_stay_apart() -> None:
    assert "Boekhoudster; Chef, nacht" in text_of(work_certificate_pdf(WORK))


def test_the_work_certificate_bears_no_number_of_the_worker() -> None:
    page = text_of(work_certificate_pdf(WORK))
    assert "85061730839" in text_of(tax_sheet_pdf(TAX))
    identified = {name: WORKER[name] for name in ("name", "first_name", "address")}
    assert "85061730839" not in text_of(work_certificate_pdf(WORK | {"worker": identified}))
    assert "Officium" not in page


def test_a_provisional_sheet_says_so_before_anything_else() -> None:
    page = text_of(tax_sheet_pdf(TAX | {"provisional": True}))
    assert page.index("VOORLOPIG") < page.index("Peeters")


@pytest.mark.parametrize("paper", PAPERS)
def test_names_as_long_as_they_come_stay_on_the_page(paper: str) -> None:
    """Every word is still there; a word that ran out of the page would be cut in the text."""
    printed, of = PAPERS[paper]
    name = "Vanderstraeten-Vandenbroucke de Montmorency-Bouillon"
    long = of | {
        "language": "de",
        "worker": WORKER | {"name": name},
        "employer": EMPLOYER | {"name": f"{name} {name} Aktiengesellschaft"},
    }
    page = text_of(printed(long))
    for word in (*name.split(), "Aktiengesellschaft"):
        assert word in page
