"""The payslip on paper, read back by other people's tools: poppler, and the PDF's own metadata."""

from __future__ import annotations

import copy
import hashlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from officium.documents import payslip_pdf
from officium.findings import BadInput

from . import sample

REPOSITORY = Path(__file__).resolve().parents[2]
PERSON_OF = {"nl": 0, "fr": 1, "de": 2, "en": 3}


def poppler(tool: str, pdf: bytes, *options: str) -> str:
    """What a poppler tool prints about these bytes."""
    done = subprocess.run([tool, *options, "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def text(pdf: bytes, *, layout: bool = True) -> str:
    """The text of a PDF with every run of white space as one space: line by line, or as written."""
    order = "-layout" if layout else "-raw"
    done = subprocess.run(["pdftotext", order, "-", "-"], input=pdf, capture_output=True)
    assert done.returncode == 0, done.stderr
    return re.sub(r"\s+", " ", done.stdout.decode())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ("Loonbrief, januari 2025", "1 tot 31 januari 2025", "Totaal bruto", "2.323,42")),
        ("fr", ("Fiche de paie, janvier 2025", "du 1er au 31 janvier", "Total brut", "2 036,41")),
        ("de", ("Lohnabrechnung, Januar 2025", "1. bis 31. Januar 2025", "2.886,29")),
        ("en", ("Payslip, January 2025", "1 to 31 January 2025", "Total gross", "1,771.40")),
    ],
)
def test_a_worker_reads_the_payslip_in_the_language_of_the_worker(
    language: str, words: tuple[str, ...]
) -> None:
    pdf = payslip_pdf(sample.payslip(PERSON_OF[language]))
    read = text(pdf)
    for word in words:
        assert word in read
    assert f"/Lang({language})".encode() in pdf


def test_a_usual_month_is_one_page_of_a4_with_its_fonts_inside() -> None:
    for person in range(len(sample.PEOPLE)):
        pdf = payslip_pdf(sample.payslip(person))
        told = poppler("pdfinfo", pdf)
        assert re.search(r"^Pages:\s+1$", told, re.M)
        assert "(A4)" in told
        assert re.search(r"^Tagged:\s+yes$", told, re.M)
        fonts = poppler("pdffonts", pdf).splitlines()[2:]
        assert fonts
        for font in fonts:
            assert re.search(r"Inter-\w+\S*\s+.*\syes\syes\syes\s", font), font


def test_the_file_says_that_it_is_accessible_and_made_for_keeping() -> None:
    pdf = payslip_pdf(sample.payslip())
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf


def test_the_order_is_that_of_the_royal_decree() -> None:
    read = text(payslip_pdf(sample.payslip()))
    marks = ["1 Werkgever", "2, 3 Werknemer", "4 Periode", "5 Arbeid", "6 Basisloon"]
    marks += ["7a Basisloon", "7c Totaal bruto", "8 Persoonlijke bijdrage", "10 Belastbaar bedrag"]
    marks += ["11 Bedrijfsvoorheffing", "12 Fietsvergoeding", "13 Toegekend netto"]
    marks += ["14 Bijzondere bijdrage", "15 Netto te betalen"]
    places = [read.find(mark) for mark in marks]
    assert -1 not in places
    assert places == sorted(places)


def test_what_is_taken_off_bears_a_minus_and_what_is_added_a_plus() -> None:
    read = text(payslip_pdf(sample.payslip(3)))
    assert "Employee contribution −263.36" in read
    assert "Employment bonus +154.60" in read
    assert "Total gross 2,015.00" in read


def test_a_total_of_what_is_taken_off_bears_a_minus_too() -> None:
    slip = sample.payslip()
    for place in (5, 7):
        slip["lines"][place] |= {"sign": "=", "strong": True}
    read = text(payslip_pdf(slip))
    assert "Ingehouden sociale zekerheid −405,17" in read
    assert "Bedrijfsvoorheffing −448,44" in read
    assert "Belastbaar bedrag 2.694,83" in read


def test_a_correction_turns_the_sign_of_a_deduction_round() -> None:
    corrected = sample.payslip()
    corrected["lines"][7]["amount"] = "-12.34"
    assert "Bedrijfsvoorheffing +12,34" in text(payslip_pdf(corrected))


def test_the_account_is_shortened_and_the_person_number_is_not_printed() -> None:
    read = text(payslip_pdf(sample.payslip()))
    assert "BE68 •••• •••• 7034" in read
    assert "539007547034" not in read.replace(" ", "")
    assert "90010100137" not in read.replace(".", "").replace("-", "")


def test_the_same_payslip_is_the_same_bytes_here_and_in_another_process() -> None:
    here = hashlib.sha256(payslip_pdf(sample.payslip(2))).hexdigest()
    assert here == hashlib.sha256(payslip_pdf(sample.payslip(2))).hexdigest()
    script = (
        "import hashlib; from tests.documents import sample; "
        "from officium.documents import payslip_pdf; "
        "print(hashlib.sha256(payslip_pdf(sample.payslip(2))).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", script], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert there.stdout.strip() == here


def test_the_date_of_the_file_is_the_day_of_payment_and_not_today() -> None:
    told = poppler("pdfinfo", payslip_pdf(sample.payslip()))
    assert re.search(r"^CreationDate:\s+Fri Jan 31 .* 2025", told, re.M)


@pytest.mark.parametrize(
    "name",
    [
        '#eval("1 + 1")',
        "$ x^2 $ *bold* _slanted_ = heading",
        '"; panic("no") //',
        "<script>alert(1)</script>",
        "\\u{41} \\ @ref <label>",
    ],
)
def test_a_name_that_looks_like_source_is_printed_as_it_is(name: str) -> None:
    assert name in text(payslip_pdf(sample.payslip(name=name)))


def test_a_very_long_name_and_a_name_in_another_script_stay_on_the_page() -> None:
    long = "Vandenbroeck-" * 12 + "Peeters"
    pdf = payslip_pdf(sample.payslip(name=long))
    assert "Peeters" in text(pdf)
    assert re.search(r"^Pages:\s+1$", poppler("pdfinfo", pdf), re.M)
    assert "محمد" in text(payslip_pdf(sample.payslip(name="محمد")))


def test_a_sign_that_no_font_prints_is_refused_with_the_sign_and_the_payslip() -> None:
    with pytest.raises(BadInput) as refused:
        payslip_pdf(sample.payslip(name="漢字"))
    assert refused.value.code == "unprintable_payslip"
    assert "漢" in str(refused.value)
    assert "W001-2025-01" in refused.value.where


def test_a_month_with_many_lines_goes_on_with_the_total_on_the_last_page() -> None:
    long = sample.payslip()
    long["lines"][2:2] = [
        sample.line("7a", f"premiums[{n}]", "premium", 1_000 + n, "+") for n in range(60)
    ]
    pdf = payslip_pdf(long)
    assert re.search(r"^Pages:\s+[2-9]$", poppler("pdfinfo", pdf), re.M)
    read = text(pdf)
    for n in range(60):
        assert f" 10,{n:02d} " in read
    assert read.count("Netto te betalen, in euro") == 1


@pytest.mark.parametrize("added", range(19, 25))
def test_the_net_amount_never_stands_alone_on_a_page(added: int) -> None:
    long = sample.payslip()
    long["lines"][2:2] = [
        sample.line("7a", f"premiums[{n}]", "premium", 1_000 + n, "+") for n in range(added)
    ]
    told = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=payslip_pdf(long), capture_output=True, check=True
    ).stdout.decode()
    (page,) = (page for page in told.split("\f") if "Netto te betalen, in euro" in page)
    assert "Toegekend netto" in page


def test_two_contracts_in_a_month_each_show_their_own_days() -> None:
    twice = sample.payslip()
    second = copy.deepcopy(twice["contracts"][0])
    twice["contracts"][0]["to"] = "2025-01-14"
    second |= {"number": 2, "from": "2025-01-15", "hours_per_week": "19.00"}
    twice["contracts"].append(second)
    read = text(payslip_pdf(twice))
    assert "1 tot 14 januari 2025" in read
    assert "15 tot 31 januari 2025" in read
    assert "19 van 38 uren per week" in read


def test_a_payslip_without_the_optional_parts_is_still_a_payslip() -> None:
    bare: dict[str, Any] = sample.payslip()
    for key in ("explanation", "findings", "weakest", "standing", "fingerprint"):
        del bare[key]
    del bare["employer"]["nsso_number"], bare["worker"]["iban"], bare["worker"]["address"]
    assert "2.323,42" in text(payslip_pdf(copy.deepcopy(bare)))


def test_a_language_that_is_not_one_of_ours_is_refused() -> None:
    with pytest.raises(BadInput, match="nl, fr, de, en"):
        payslip_pdf(sample.payslip(language="it"))
