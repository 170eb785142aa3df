"""Who signed, and whether a certificate may be trusted: by roots and moments that are given."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from asn1crypto import x509 as asn1
from cryptography import x509
from pyhanko_certvalidator import ValidationContext

from officium.findings import BadInput
from officium.signatures.key import asn1_certificate

_Result = TypeVar("_Result")
# How an identity is written in a certificate by EN 319 412-1: national number, register, VAT.
_PREFIXES = ("PNOBE-", "NTRBE-", "VATBE-")
# A refused signer would stand in the log with name and national number; the finding tells it instead.
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).propagate = False
    logging.getLogger(_library).addHandler(logging.NullHandler())


def roots(trusted: Iterable[bytes]) -> list[asn1.Certificate]:
    """The certificates of PEM texts. Raises `BadInput` where one holds none."""
    try:
        read = [one for text in trusted for one in x509.load_pem_x509_certificates(text)]
    except ValueError as problem:
        raise BadInput(
            "a trusted certificate cannot be read: expected PEM (-----BEGIN CERTIFICATE-----)",
            code="unreadable_certificate",
        ) from problem
    return [asn1_certificate(one) for one in read]


def context(trusted: list[asn1.Certificate], moment: datetime) -> ValidationContext:
    """What chains are built by: only what is trusted, at a moment, without the network."""
    return ValidationContext(trust_roots=trusted, moment=moment, allow_fetching=False)


def holds_at(certificate: asn1.Certificate, moment: datetime) -> bool:
    """Whether the certificate itself is valid at a moment."""
    return bool(certificate.not_valid_before <= moment <= certificate.not_valid_after)


def name_of(certificate: asn1.Certificate) -> str:
    """The common name of the owner, else the name of the organisation."""
    names = certificate.subject.native
    return str(names.get("common_name") or names.get("organization_name") or "")


def numbers_of(certificate: asn1.Certificate) -> tuple[str, ...]:
    """The Belgian numbers of the owner, digits only: national number, enterprise number.

    A number without a prefix counts where the owner's country is Belgium, as on the identity card.
    """
    names = certificate.subject.native
    found = []
    for place in ("serial_number", "organization_identifier"):
        written = str(names.get(place) or "").upper()
        prefix = next((one for one in _PREFIXES if written.startswith(one)), "")
        number = digits(written.removeprefix(prefix))
        if number and (prefix or (names.get("country_name") == "BE" and written[:1].isdigit())):
            found.append(number)
    return tuple(found)


def digits(text: str) -> str:
    """A number without its points and spaces."""
    return "".join(sign for sign in text if sign in "0123456789")


def finished(work: Coroutine[object, object, _Result]) -> _Result:
    """The result of what the signing library does as a coroutine, also where a loop already runs."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
