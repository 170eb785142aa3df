"""What is asked of a signed document that comes back: that it is ours, and that all have signed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, ModificationLevel

from officium.findings import Finding, Severity
from officium.signatures.verified import Expected, verify_pdf
from officium.signatures.wording import remark

# Where a revision of a PDF file ends; what comes after it is an update.
_END = re.compile(rb"%%EOF(?:\r\n|\n|\r)?")
_MARK = len(b"%%EOF")


def check_signed(
    pdf: bytes,
    *,
    expected: Expected,
    digest: str,
    trusted: Iterable[bytes],
    moment: datetime | None = None,
    language: str = "en",
) -> list[Finding]:
    """The findings on a document that was handed out to sign; none blocks where it may be kept.

    `digest` is the SHA-256 (hexadecimal) of what was handed out: the file that comes back begins
    with it, byte for byte, and holds nothing more than signatures. The other arguments are those of
    `verify_pdf`. It never raises over the document.
    """
    found = verify_pdf(pdf, trusted=trusted, expected=expected, moment=moment, language=language)
    try:
        is_ours = _is_signed_copy(pdf, digest)
    except Exception:  # whatever the bytes make the reader trip over, the document is refused
        is_ours = False
    ours = [] if is_ours else [remark(Severity.ERROR, "other_document", language)]
    return [*ours, *found.findings]


def _is_signed_copy(pdf: bytes, digest: str) -> bool:
    """Whether the file is the document of that digest and, after it, signatures only."""
    handed_out = _beginning(pdf, digest)
    if handed_out is None:
        return False
    revision = PdfFileReader(BytesIO(handed_out)).xrefs.total_revisions - 1
    change = DEFAULT_DIFF_POLICY.review_file(PdfFileReader(BytesIO(pdf)), revision)
    level = getattr(change, "modification_level", ModificationLevel.OTHER)
    return bool(level <= ModificationLevel.FORM_FILLING)


def _beginning(pdf: bytes, digest: str) -> bytes | None:
    """The revisions at the beginning of the file that have this digest."""
    hashed, place = sha256(), 0
    for end in _END.finditer(pdf):
        # A line break after the mark belongs to the document or to the update: both are tried.
        for stop in dict.fromkeys((end.start() + _MARK, end.end())):
            hashed.update(pdf[place:stop])
            place = stop
            if hashed.hexdigest() == digest:
                return pdf[:stop]
    return None
