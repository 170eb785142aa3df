"""A small document, the two who sign it, and the authority that certified them for practice."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

from officium.documents import work_certificate_pdf
from officium.signatures import Key, PracticeAuthority, sign_pdf, with_fields

SINCE = datetime(2025, 1, 1, tzinfo=UTC)
FIRST = datetime(2025, 3, 1, 10, tzinfo=UTC)
SECOND = datetime(2025, 3, 2, 9, 30, tzinfo=UTC)
RECEIVED = datetime(2025, 3, 2, 12, tzinfo=UTC)
EXPECTED = {"employer": ["85.06.17-308.39"], "mandatary": ["0999.010.423", "72020290081"]}
BOXES = {"employer": (50, 60, 280, 110), "mandatary": (310, 60, 540, 110)}


@cache
def authority() -> PracticeAuthority:
    return PracticeAuthority.at(SINCE)


@cache
def employer() -> Key:
    return authority().person("Zoë Peeters", "85061730839", since=SINCE)


@cache
def mandatary() -> Key:
    return authority().organisation("Kantoor VZW", "0999010423", since=SINCE)


@cache
def document(nature: str = "Boekhoudster") -> bytes:
    address = {"street": "Kade", "number": "1", "postcode": "2000", "town": "Antwerpen"}
    of = {
        "language": "nl",
        "employer": {"name": "Werk BV", "enterprise_number": "0733190435", "address": address},
        "worker": {"name": "Peeters", "first_name": "Zoë", "address": address},
        "begins": "2016-05-02",
        "ends": "2025-09-30",
        "nature_of_the_work": [nature],
    }
    return with_fields(work_certificate_pdf(of), BOXES)


def by_employer(pdf: bytes, key: Key | None = None, field: str = "employer") -> bytes:
    return sign_pdf(
        pdf,
        key or employer(),
        field=field,
        reason="Contract",
        signer_role="bestuurder",
        moment=FIRST,
    )


def by_mandatary(pdf: bytes, key: Key | None = None, field: str = "mandatary") -> bytes:
    return sign_pdf(
        pdf,
        key or mandatary(),
        field=field,
        reason="Contract",
        signer_role="directeur",
        moment=SECOND,
    )


@cache
def signed() -> bytes:
    """By the employer, then by the mandatary."""
    return by_mandatary(by_employer(document()))
