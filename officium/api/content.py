"""Files in a JSON body: their bytes in Base64."""

from __future__ import annotations

import base64
import binascii

from officium.findings import BadInput

_MOST = 10 * 2**20


def content_of(text: str, where: str) -> bytes:
    """The bytes of a Base64 text. Raises BadInput."""
    try:
        found = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadInput("is no Base64", code="base64", where=where) from error
    if len(found) > _MOST:
        raise BadInput("is larger than 10 MiB", code="size", where=where)
    return found
