"""Payslips as they are read: the document, and its explanation in the language of the reader."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, NamedTuple

from officium.findings import BadInput
from officium.job import payslip_in
from officium.office.models import Blob, Payslip


class Explained(NamedTuple):
    """A payslip's document. `is_as_made`: its own law book is gone, so its own language stays."""

    document: dict[str, Any]
    is_as_made: bool


def explained(payslip: Payslip, language: str) -> Explained:
    """The document of a payslip, explained in that language where the law book is still the same."""
    return _explained(payslip.document_id, language)


# A document never changes, and neither does the law book while the program runs.
@lru_cache(maxsize=128)
def _explained(digest: str, language: str) -> Explained:
    document = json.loads(Blob.objects.get(pk=digest).content)
    try:
        return Explained(payslip_in(document, language), is_as_made=False)
    except BadInput as refusal:
        if refusal.code != "fingerprint":
            raise
        return Explained(document, is_as_made=True)
