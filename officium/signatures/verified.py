"""Verifying a signed PDF: who signed in which role, and what was done to the document since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from asn1crypto import x509 as asn1
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel

from officium.findings import Finding, Severity
from officium.signatures.pdf import TITLE
from officium.signatures.trust import (
    context,
    digits,
    finished,
    holds_at,
    name_of,
    numbers_of,
    roots,
)
from officium.signatures.wording import remark

# Who may sign: role (name of the field) -> national or enterprise numbers, any of which will do.
Expected = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature of a document, as it was found.

    `numbers`: the Belgian numbers of the certificate, digits only; `position` and `signed_at` are
    what the signer says. `intact`: it fits the document up to it; `trusted`: it is intact, its
    certificate leads to a trusted root and is valid at the moment asked; `covers_whole_file`: nothing
    was added after it; `only_signatures_after`: nothing but fields of signatures was.
    """

    role: str
    signer: str
    numbers: tuple[str, ...]
    position: str
    reason: str
    signed_at: datetime | None
    intact: bool
    trusted: bool
    covers_whole_file: bool
    only_signatures_after: bool


@dataclass(frozen=True, slots=True)
class SignedDocument:
    """The signatures of a document in the order in which they were made, and what is wrong."""

    signatures: tuple[Signature, ...]
    findings: tuple[Finding, ...]

    @property
    def is_valid(self) -> bool:
        """Whether nothing that was found stands in its way."""
        return not any(one.severity.blocks for one in self.findings)


def verify_pdf(
    pdf: bytes,
    *,
    trusted: Iterable[bytes],
    expected: Expected,
    moment: datetime | None = None,
    language: str = "en",
) -> SignedDocument:
    """What a signed document is worth; it never raises over the document, whatever its bytes.

    `trusted` are root certificates (PEM); `expected` names who signs in which role, in the order
    asked; certificates are judged at `moment` (when the document was received), else at the time
    that each signer claims. Every role needs its signature, the last one covers the whole file, and
    between them nothing but signatures was added. Raises `BadInput` for unreadable roots.
    """
    anchors = roots(trusted)
    try:
        reader = PdfFileReader(BytesIO(pdf))
        found = [_Found(one, anchors, moment) for one in reader.embedded_regular_signatures]
    except Exception:  # whatever the bytes make the reader trip over, the document is refused
        return SignedDocument((), (remark(Severity.FATAL, "unreadable_document", language),))
    findings = [
        finding
        for place, one in enumerate(found)
        for finding in _on_one(one, place == len(found) - 1, expected, moment, language)
    ]
    findings += _on_all([one.signature.role for one in found], expected, language)
    return SignedDocument(tuple(one.signature for one in found), tuple(findings))


class _Found:
    """A signature with what the findings need beside it."""

    def __init__(
        self,
        embedded: EmbeddedPdfSignature,
        anchors: list[asn1.Certificate],
        moment: datetime | None,
    ) -> None:
        certificate = embedded.signer_cert
        claimed = embedded.self_reported_timestamp
        at = moment or claimed or certificate.not_valid_before
        status = finished(async_validate_pdf_signature(embedded, context(anchors, at)))
        self.is_in_time = holds_at(certificate, at)
        self.signature = Signature(
            role=embedded.field_name,
            signer=name_of(certificate),
            numbers=numbers_of(certificate),
            position=_position(status),
            reason=str(embedded.sig_object.get("/Reason", "")),
            signed_at=claimed,
            intact=status.intact and status.valid,
            trusted=status.trusted,
            covers_whole_file=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
            only_signatures_after=_is_kept(status),
        )


def _is_kept(status: PdfSignatureStatus) -> bool:
    """Whether the signature covers all that was there, and what came after are signatures."""
    covers = (
        status.coverage is not None and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    )
    level = status.modification_level
    return bool(covers and level is not None and level <= ModificationLevel.FORM_FILLING)


def _position(status: PdfSignatureStatus) -> str:
    assertions = status.cades_signer_attrs
    if assertions is None or TITLE not in assertions.claimed_attrs:
        return ""
    return ", ".join(str(one.native) for one in assertions.claimed_attrs[TITLE].attr_values)


def _on_one(
    found: _Found, is_last: bool, expected: Expected, moment: datetime | None, language: str
) -> Iterator[Finding]:
    one = found.signature
    gaps = {"role": one.role, "signer": one.signer}
    rules = []
    if not one.intact:
        rules.append("signature_broken")
    elif not (one.covers_whole_file if is_last else one.only_signatures_after):
        rules.append("changed_after_signing")
    if one.intact and not one.trusted:
        rules.append("signer_untrusted" if found.is_in_time else "certificate_out_of_time")
    allowed = _numbers(expected.get(one.role, ()))
    other = [role for role in expected if set(one.numbers) & _numbers(expected[role])]
    if one.role not in expected:
        rules.append("role_unknown")
    elif not set(one.numbers) & allowed:
        rules.append("signer_of_other_role" if other else "signer_unknown")
    for rule in rules:
        yield remark(Severity.ERROR, rule, language, path=one.role, **gaps, other=", ".join(other))
    if moment and one.signed_at and one.signed_at > moment:
        yield remark(Severity.WARNING, "signed_in_the_future", language, path=one.role, **gaps)


def _on_all(roles: list[str], expected: Expected, language: str) -> Iterator[Finding]:
    for role in expected:
        if role not in roles:
            yield remark(Severity.ERROR, "signature_missing", language, path=role, role=role)
    order = [role for role in roles if role in expected]
    if order != [role for role in expected if role in order]:
        yield remark(Severity.WARNING, "signed_in_other_order", language, order=", ".join(order))


def _numbers(written: Collection[str]) -> set[str]:
    return {digits(one) for one in written}
