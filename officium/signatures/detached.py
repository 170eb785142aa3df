"""A signature beside a content of any kind: CMS (RFC 5652), detached, DER."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import cms
from pyhanko.sign.general import CMSExtractionError, extract_signer_info
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation.generic_cms import (
    async_validate_detached_cms,
    extract_certs_for_validation,
    extract_self_reported_ts,
)

from officium.findings import Finding, Severity
from officium.signatures.key import Key
from officium.signatures.pdf import DIGEST
from officium.signatures.trust import context, finished, holds_at, name_of, roots
from officium.signatures.wording import remark


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """Whether a content is what was signed, by whom, and when by the signer's own clock."""

    valid: bool
    signer_name: str
    signed_at: datetime | None
    findings: tuple[Finding, ...]


def sign_detached(content: bytes, key: Key, *, moment: datetime) -> bytes:
    """The signature of a content at a moment, as the bytes of a `.p7s` file."""
    made = finished(
        key.signer().async_sign_general_data(
            content,
            DIGEST,
            signed_attr_settings=PdfCMSSignedAttributes(signing_time=moment),
        )
    )
    signature: bytes = made.dump()
    return signature


def verify_detached(
    content: bytes,
    signature: bytes,
    trusted: Iterable[bytes],
    *,
    moment: datetime | None = None,
    language: str = "en",
) -> SignatureReport:
    """Whether a signature fits a content and leads to a trusted root (PEM); it never raises over them.

    Certificates are judged at `moment`, else at the time that the signer claims.
    """
    anchors = roots(trusted)
    try:
        signed = _signed_data(signature)
        certificate = extract_certs_for_validation(signed).signer_cert
        claimed = extract_self_reported_ts(extract_signer_info(signed))
        at = moment or claimed or certificate.not_valid_before
        status = finished(async_validate_detached_cms(content, signed, context(anchors, at)))
    except Exception:  # whatever the bytes make the reader trip over, the signature is refused
        refused = remark(Severity.FATAL, "unreadable_signature", language)
        return SignatureReport(False, "", None, (refused,))
    name = name_of(certificate)
    findings = []
    if not (status.intact and status.valid):
        findings.append(remark(Severity.ERROR, "content_changed", language))
    elif not status.trusted:
        rule = "detached_untrusted" if holds_at(certificate, at) else "detached_out_of_time"
        findings.append(remark(Severity.ERROR, rule, language, signer=name))
    return SignatureReport(not findings, name, claimed, tuple(findings))


def _signed_data(signature: bytes) -> cms.SignedData:
    """The one signature of a file that is nothing but it, and brings no content of its own."""
    read = cms.ContentInfo.load(signature, strict=True)
    signed = read["content"]
    if read["content_type"].native != "signed_data" or signed["encap_content_info"]["content"]:
        raise CMSExtractionError("no detached signature")
    return signed
