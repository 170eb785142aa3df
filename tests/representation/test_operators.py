"""An operator is what it is in the law, and only a certified one bears the protected title."""

from __future__ import annotations

from datetime import date

import pytest

from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.representation import Operator, OperatorKind

from .people import BUREAU, MERIDIAAN, WORKSHOP, day

PROTECTED = (
    "sociaal secretariaat",
    "secrétariat social",
    "sozialsekretariat",
    "social secretariat",
)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("nl", "Erkend sociaal secretariaat nr. 999"),
        ("fr", "Secrétariat social agréé n° 999"),
        ("de", "Anerkanntes Sozialsekretariat Nr. 999"),
        ("en", "Certified social secretariat no. 999"),
    ],
)
def test_a_certified_secretariat_bears_its_title_and_number(language: str, title: str) -> None:
    assert MERIDIAAN.title(language) == title


def test_its_documents_name_form_number_and_date_of_the_decree() -> None:
    assert MERIDIAAN.header("fr") == (
        "Meridiaan, ASBL - Secrétariat social, numéro d’agrément 999, arrêté ministériel du 13 mai 2019"
    )
    assert MERIDIAAN.header("nl") == (
        "Meridiaan, VZW - Sociaal secretariaat, erkenningsnummer 999, ministerieel besluit van 13 mei 2019"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_else_bears_the_protected_title(language: str) -> None:
    shop = Operator(OperatorKind.EMPLOYER, "Cargovelo Atelier", WORKSHOP)
    for operator in (BUREAU, shop):
        said = f"{operator.title(language)} {operator.header(language)}".lower()
        assert operator.name.lower() in said
        assert not [title for title in PROTECTED if title in said]
    assert any(title in MERIDIAAN.header(language).lower() for title in PROTECTED)


@pytest.mark.parametrize(
    ("kind", "number", "decree", "says"),
    [
        (OperatorKind.CERTIFIED, None, date(2019, 5, 13), "certification_number and a decree_date"),
        (OperatorKind.CERTIFIED, "999", None, "RD 28-11-1969 art. 48"),
        (OperatorKind.CERTIFIED, "12", date(2019, 5, 13), "three or four digits"),
        (OperatorKind.PROVIDER, "999", date(2019, 5, 13), "kind provider has no certification"),
        (OperatorKind.EMPLOYER, None, date(2019, 5, 13), "kind employer has no certification"),
    ],
)
def test_a_certification_belongs_to_the_certified_alone(
    kind: OperatorKind, number: str | None, decree: date | None, says: str
) -> None:
    with pytest.raises(BadInput, match=says) as refused:
        Operator(kind, "Somebody", WORKSHOP, number, decree)
    assert refused.value.code == "certification"


@pytest.mark.parametrize("number", ["0765432147", "765432146", "BE0765432146", "0765.432.146", ""])
def test_an_enterprise_number_is_ten_digits_that_check(number: str) -> None:
    with pytest.raises(BadInput, match="no enterprise number"):
        Operator(OperatorKind.PROVIDER, "Somebody", number)


def test_a_secretariat_is_certified_from_its_decree_on() -> None:
    assert not MERIDIAAN.is_certified(day("2019-05-12"))
    assert MERIDIAAN.is_certified(day("2019-05-13"))
    assert not BUREAU.is_certified(day("2025-01-01"))
