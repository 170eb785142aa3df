"""One content, one sequence of bytes: the manner of writing that digests are made of (RFC 8785)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from officium.findings import BadInput

# What every reader of JSON can hold without loss, however it keeps numbers.
LARGEST_NUMBER = 2**53 - 1
DEEPEST = 64
SHORTEST_SALT = 16


def canonical(document: object) -> bytes:
    """A document as UTF-8 JSON in the only way it can be written.

    Keys stand in the order of RFC 8785 (UTF-16), without spaces; a text stays as it is spelt.
    Texts, whole numbers, booleans, null, lists and objects are known. Raises `BadInput` for anything
    else: a float, a number beyond 2^53, a key that is no text, half a character, too deep a nesting.
    """
    ordered = _ordered(document, 0)
    try:
        return json.dumps(ordered, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError as error:
        raise BadInput("a text holds half a character", code="not_canonical") from error


def parsed(raw: bytes) -> Any:
    """The document that these bytes are, if they are its canonical writing; else `BadInput`."""
    try:
        document = json.loads(raw.decode(), parse_float=_no_float, parse_constant=_no_float)
    except RecursionError as error:
        raise BadInput("is nested too deeply", code="not_canonical") from error
    except ValueError as error:
        raise BadInput(f"is not JSON: {error}", code="not_canonical") from error
    if canonical(document) != raw:
        raise BadInput(
            "is not in canonical writing (RFC 8785): spaces, order, or a key twice",
            code="not_canonical",
        )
    return document


def sha256(raw: bytes) -> str:
    """The SHA-256 of bytes, in 64 small hexadecimal digits."""
    return hashlib.sha256(raw).hexdigest()


def content_bytes(content: object, salt: bytes) -> bytes:
    """What is kept beside an entry: the content, what was before and after, with its salt.

    The salt is chance from outside, at least 16 bytes; it is erased with the content, so that nobody
    can find a short content again by trying what fits its digest. Raises `BadInput` for less.
    """
    if len(salt) < SHORTEST_SALT:
        raise BadInput(f"the salt needs {SHORTEST_SALT} bytes of chance", code="short_salt")
    return canonical({"content": content, "salt": salt.hex()})


def content_digest(content: object, salt: bytes) -> str:
    """The digest by which an entry names its content: the SHA-256 of `content_bytes`."""
    return sha256(content_bytes(content, salt))


def _ordered(value: object, depth: int) -> object:
    if depth > DEEPEST:
        raise BadInput(f"is nested deeper than {DEEPEST}", code="not_canonical")
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int):
        if abs(value) > LARGEST_NUMBER:
            raise BadInput("a number is beyond 2^53: write it as text", code="not_canonical")
        return value
    if isinstance(value, list | tuple):
        return [_ordered(one, depth + 1) for one in value]
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise BadInput("a key is no text", code="not_canonical")
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return {key: _ordered(value[key], depth + 1) for key in keys}
    raise BadInput(
        f"{type(value).__name__} has no canonical writing: amounts are whole cents, days are text",
        code="not_canonical",
    )


def _no_float(text: str) -> object:
    raise ValueError(f"{text[:30]} is no whole number")
