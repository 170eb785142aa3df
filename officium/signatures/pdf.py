"""Signing a PDF: PAdES baseline B-B, as an incremental update, so that another party signs after."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO

from asn1crypto import cms, core
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.generic import NumberObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.ades.api import CAdESSignedAttrSpec, SignerAttrSpec
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.stamp import StaticStampStyle

from officium.findings import BadInput
from officium.signatures.key import Key
from officium.signatures.trust import finished

# Points from the left and the bottom edge of the last page: left, bottom, right, top.
Box = tuple[int, int, int, int]
DIGEST = "sha256"
# Flags of a form by ISO 32000: it has signatures, and the file may only be added to. They are set
# before the first signature, so that signing changes nothing but its own field.
_SIGNATURES, _ONLY_ADDED_TO = 1, 2
# X.520 title: the position in which somebody acts.
TITLE = "2.5.4.12"
# A frame without a drawing: what is signed is in the file, and a drawing would prove nothing.
_BLANK = StaticStampStyle(
    border_width=0, background=RawContent(b"", box=BoxConstraints(width=1, height=1))
)


def with_fields(pdf: bytes, boxes: Mapping[str, Box]) -> bytes:
    """The document with an empty signature field for each role, on its last page.

    Who signs with a reader of PDF files, an identity card in hand, finds the field by its name.
    Raises `BadInput` where the document cannot be read or has a field of that name.
    """
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        for role, box in boxes.items():
            append_signature_field(writer, SigFieldSpec(role, on_page=-1, box=box))
        writer.root["/AcroForm"]["/SigFlags"] = NumberObject(_SIGNATURES | _ONLY_ADDED_TO)
        made = BytesIO()
        writer.write(made)
    except (PdfError, ValueError) as problem:
        raise _unsigned(problem) from problem
    return made.getvalue()


def sign_pdf(
    pdf: bytes, key: Key, *, field: str, reason: str, signer_role: str, moment: datetime
) -> bytes:
    """The document with one more signature, in the field of a role (made where it is not there).

    `signer_role` is the position in which the owner of the key signs (manager, director); it is
    signed too. `moment` is when, by the signer's own clock. Raises `BadInput` where the document
    cannot be read, or the field is signed already.
    """
    signer = PdfSigner(
        PdfSignatureMetadata(
            field_name=field,
            md_algorithm=DIGEST,
            reason=reason,
            subfilter=SigSeedSubFilter.PADES,
            cades_signed_attr_spec=CAdESSignedAttrSpec(
                signer_attributes=SignerAttrSpec([_title(signer_role)], [])
            ),
        ),
        signer=key.signer(),
        stamp_style=_BLANK,
    )
    try:
        return finished(_signed(signer, IncrementalPdfFileWriter(BytesIO(pdf)), moment))
    except (PdfError, SigningError, ValueError) as problem:
        raise _unsigned(problem) from problem


async def _signed(signer: PdfSigner, writer: IncrementalPdfFileWriter, moment: datetime) -> bytes:
    session = signer.init_signing_session(writer)
    session.system_time = moment
    validation = await session.perform_presign_validation(writer)
    size = await session.estimate_signature_container_size(validation)
    document = session.prepare_tbs_document(validation_info=validation, bytes_reserved=size)
    prepared, output = document.digest_tbs_document()
    attributes = PdfCMSSignedAttributes(
        signing_time=moment, cades_signed_attrs=signer.signature_meta.cades_signed_attr_spec
    )
    await document.perform_signature(prepared.document_digest, attributes)
    output.seek(0)
    made: bytes = output.read()
    return made


def _title(position: str) -> cms.AttCertAttribute:
    values = cms.SetOfAny([core.Any(core.UTF8String(position))])
    return cms.AttCertAttribute({"type": TITLE, "values": values})


def _unsigned(problem: Exception) -> BadInput:
    return BadInput(f"this document cannot be signed: {problem}", code="not_signed")
