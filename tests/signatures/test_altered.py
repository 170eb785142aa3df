"""No change of a signed document goes unseen, wherever it is made."""

from __future__ import annotations

import re
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from officium.signatures import SignedDocument, sign_detached, verify_detached, verify_pdf

from . import sample

_PLACEHOLDER = re.compile(rb"/Contents <([0-9a-fA-F]+)>")


def verified(pdf: bytes) -> SignedDocument:
    return verify_pdf(
        pdf,
        trusted=[sample.authority().trusted],
        expected=sample.EXPECTED,
        moment=sample.RECEIVED,
    )


def is_refused(pdf: bytes) -> bool:
    return not verified(pdf).is_valid


def last_signature() -> tuple[int, int]:
    """Where the digits of the last signature stand: the only bytes that it does not cover."""
    *_, last = _PLACEHOLDER.finditer(sample.signed())
    return last.span(1)


@cache
def detached() -> bytes:
    return sign_detached(b"content", sample.employer(), moment=sample.FIRST)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_changed_byte_is_refused(data: st.DataObject) -> None:
    signed = sample.signed()
    first, last = last_signature()
    place = data.draw(st.integers(0, len(signed) - 1).filter(lambda at: not first <= at < last))
    byte = data.draw(st.integers(0, 255).filter(lambda one: one != signed[place]))
    assert is_refused(signed[:place] + bytes([byte]) + signed[place + 1 :])


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_changed_byte_of_a_signature_is_refused_or_says_the_same(data: st.DataObject) -> None:
    """Who, when and what are signed; a hint of the form (its version, capitals of an issuer) is not."""
    signed = sample.signed()
    first, last = last_signature()
    value = bytes.fromhex(signed[first:last].decode()).rstrip(b"\0")
    place = data.draw(st.integers(0, len(value) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda one: one != value[place]))
    changed = (value[:place] + bytes([byte]) + value[place + 1 :]).hex().encode()
    found = verified(signed[:first] + changed.ljust(last - first, b"0") + signed[last:])
    assert not found.is_valid or found == verified(signed)


@settings(max_examples=60, deadline=None)
@given(tail=st.binary(min_size=1, max_size=40))
def test_nothing_may_stand_after_the_last_signature(tail: bytes) -> None:
    assert is_refused(sample.signed() + tail)


@settings(max_examples=60, deadline=None)
@given(end=st.integers(0, len(sample.signed()) - 1))
def test_nothing_may_be_cut_off(end: int) -> None:
    assert is_refused(sample.signed()[:end])


@settings(max_examples=100, deadline=None)
@given(pdf=st.binary(max_size=200))
def test_any_bytes_are_refused_quietly(pdf: bytes) -> None:
    assert is_refused(pdf)
    assert is_refused(b"%PDF-1.7\n" + pdf)
    assert not verify_detached(b"content", pdf, [sample.authority().trusted]).valid


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=100), other=st.binary(max_size=100))
def test_a_detached_signature_fits_its_content_only(content: bytes, other: bytes) -> None:
    signature = sign_detached(content, sample.employer(), moment=sample.FIRST)
    trusted = [sample.authority().trusted]
    assert verify_detached(content, signature, trusted).valid
    assert verify_detached(other, signature, trusted).valid == (content == other)


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_a_changed_byte_of_a_detached_signature_is_refused_or_says_the_same(
    data: st.DataObject,
) -> None:
    signature, trusted = detached(), [sample.authority().trusted]
    place = data.draw(st.integers(0, len(signature) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda one: one != signature[place]))
    changed = signature[:place] + bytes([byte]) + signature[place + 1 :]
    report = verify_detached(b"content", changed, trusted)
    assert not report.valid or report == verify_detached(b"content", signature, trusted)
