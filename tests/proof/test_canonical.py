"""One content has one writing, and what has none is refused."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.proof import canonical, content_bytes, content_digest, parsed

WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
JSON = st.recursive(
    st.none() | st.booleans() | WHOLE | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def test_keys_stand_in_the_order_of_rfc_8785_without_spaces() -> None:
    """The order is that of UTF-16: a sign of two halves stands before one of the private area."""
    document = {"b": [1, None, True], "a": "é\n", "\ufb33": 1, "\U0001f600": 2}
    assert canonical(document) == (
        '{"a":"é\\n","b":[1,null,true],"\U0001f600":2,"\ufb33":1}'.encode()
    )


def test_a_text_stays_as_it_is_spelt() -> None:
    composed, decomposed = "é", "e\u0301"
    assert canonical(composed) != canonical(decomposed)


@given(JSON)
def test_what_is_written_reads_back_and_has_no_second_writing(document: object) -> None:
    raw = canonical(document)
    assert json.loads(raw) == document
    assert canonical(parsed(raw)) == raw
    spaced = json.dumps(document, indent=1).encode()
    if spaced != raw:
        with pytest.raises(BadInput):
            parsed(spaced)


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        assert canonical(parsed(raw)) == raw
    except BadInput as refusal:
        assert refusal.code == "not_canonical"


@pytest.mark.parametrize(
    "odd",
    [
        12.5,
        [1.0],
        Decimal("1.50"),
        date(2025, 1, 1),
        2**53,
        -(2**53),
        {1: "a"},
        {"a"},
        b"bytes",
        "\ud800",
        {"\udfff": 1},
    ],
)
def test_what_has_no_exact_writing_is_refused(odd: object) -> None:
    with pytest.raises(BadInput):
        canonical(odd)


@pytest.mark.parametrize(
    "raw",
    [
        b'{"a":1,"a":1}',
        b'{"b":1,"a":1}',
        b"1.0",
        b"1e3",
        b"NaN",
        b"9007199254740992",
        b'"\\u0041"',
        b'"\\ud800"',
        b"\xff",
        b"[" * 100_000,
        b"1" * 5000,
        b"",
    ],
    ids=range(12),
)
def test_other_writings_are_refused(raw: bytes) -> None:
    with pytest.raises(BadInput):
        parsed(raw)


def test_a_nesting_that_no_reader_holds_is_refused() -> None:
    deep: object = 0
    for _ in range(100):
        deep = [deep]
    with pytest.raises(BadInput, match="deeper"):
        canonical(deep)


def test_one_content_with_two_salts_has_two_digests() -> None:
    """So nobody finds a wage again by trying all wages."""
    content = {"gross": 250000}
    assert content_digest(content, bytes(16)) != content_digest(content, bytes(15) + b"\1")
    assert content_bytes(content, bytes(16)) == (
        b'{"content":{"gross":250000},"salt":"00000000000000000000000000000000"}'
    )


def test_a_salt_that_is_too_short_is_refused() -> None:
    with pytest.raises(BadInput, match="16 bytes"):
        content_digest({}, bytes(15))
