"""The audit trail as a file: it reads back, and no byte of it can change unseen."""

from __future__ import annotations

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.proof import (
    AuditReport,
    Head,
    audit_lines,
    audit_rows,
    canonical,
    examine_audit,
    excerpt,
)

from .story import BAKERY, OFFICE, office, rules

KEPT = office()
EXPORT = b"".join(audit_lines(OFFICE, excerpt(KEPT.entries, BAKERY), KEPT.head))
LINES = EXPORT.splitlines(keepends=True)


def examined(raw: bytes) -> AuditReport:
    return examine_audit(io.BytesIO(raw))


def is_detected(raw: bytes) -> bool:
    try:
        return any(finding.severity.blocks for finding in examined(raw).findings)
    except BadInput:
        return True


def test_an_export_says_what_it_holds_and_reads_back() -> None:
    report = examined(EXPORT)
    assert (report.office, report.entries, report.withheld) == (OFFICE, 4, 2)
    assert (report.head, report.findings) == (KEPT.head, ())
    assert list(audit_rows(io.BytesIO(EXPORT))) == list(excerpt(KEPT.entries, BAKERY))


def test_the_same_chain_is_the_same_file() -> None:
    assert b"".join(audit_lines(OFFICE, excerpt(KEPT.entries, BAKERY), KEPT.head)) == EXPORT


def test_an_excerpt_says_where_it_begins() -> None:
    after = KEPT.entries[2].head
    report = examined(b"".join(audit_lines(OFFICE, KEPT.entries[3:], KEPT.head, after)))
    assert (report.follows, report.entries) == (after, 3)
    (found,) = report.findings
    assert (found.rule, found.severity.blocks) == ("excerpt", False)
    assert "entry 3" in found.message


def test_contents_are_verified_with_the_file() -> None:
    whole = b"".join(audit_lines(OFFICE, KEPT.entries, KEPT.head))
    contents = dict(KEPT.contents)
    assert examine_audit(io.BytesIO(whole), contents).findings == ()
    del contents[KEPT.entries[0].content_digest]
    found = examine_audit(io.BytesIO(whole), contents).findings
    assert rules(found) == [("content_missing", "entry 1")]


# --- changes ---------------------------------------------------------------------------------------
@given(st.integers(0, len(EXPORT) - 1), st.integers(1, 255))
def test_any_byte_that_changes_is_detected(place: int, by: int) -> None:
    assert is_detected(EXPORT[:place] + bytes([EXPORT[place] ^ by]) + EXPORT[place + 1 :])


@given(st.integers(0, len(EXPORT) - 1))
def test_any_byte_that_is_left_out_is_detected(place: int) -> None:
    assert is_detected(EXPORT[:place] + EXPORT[place + 1 :])


@given(st.integers(0, len(EXPORT)), st.binary(min_size=1, max_size=40))
def test_anything_that_is_put_in_is_detected(place: int, put: bytes) -> None:
    assert is_detected(EXPORT[:place] + put + EXPORT[place:])


@given(st.integers(0, len(EXPORT) - 1))
def test_a_file_that_is_cut_anywhere_is_detected(length: int) -> None:
    assert is_detected(EXPORT[:length])


@given(st.lists(st.integers(0, len(LINES) - 1), max_size=len(LINES) + 2))
def test_lines_in_any_other_order_are_detected(order: list[int]) -> None:
    if order != list(range(len(LINES))):
        assert is_detected(b"".join(LINES[line] for line in order))


def test_a_tail_that_was_cut_and_closed_anew_is_seen_by_the_head_that_was_kept() -> None:
    """The file alone is consistent; its head is not the one that somebody kept."""
    forged = b"".join(audit_lines(OFFICE, KEPT.entries[:4], KEPT.entries[3].head))
    report = examined(forged)
    assert report.findings == ()
    assert report.head != KEPT.head


def test_the_lines_say_where_it_is_wrong() -> None:
    broken = b"".join([*LINES[:2], b"{}\n", *LINES[3:]])
    found = examined(broken).findings
    assert rules(found) == [
        ("line_unreadable", "line 3"),
        ("entry_missing", "entry 2"),
        ("file_differs", "line 8"),
    ]
    assert found[0].line == 3


def test_what_stands_after_the_end_is_told() -> None:
    assert rules(examined(EXPORT + LINES[2]).findings) == [("line_after_end", "line 9")]


def test_a_file_without_an_end_has_no_head() -> None:
    report = examined(b"".join(LINES[:-1]))
    assert report.head is None
    assert rules(report.findings) == [("no_end", "line 7")]


# --- any bytes -------------------------------------------------------------------------------------
@given(st.binary(max_size=400))
@example(b"")
@example(b"\n")
@example(b"[]\n")
@example(b"x" * 20_000)
def test_other_files_are_refused_in_one_sentence(raw: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        examined(raw)
    assert refused.value.code == "not_audit"
    assert refused.value.where == "line 1"


@given(st.lists(st.binary(max_size=60) | st.sampled_from(LINES), max_size=12))
@example([b"x" * 30_000, b"\n"])
@example([b"[" * 8000, b"\n"])
def test_no_bytes_after_the_first_line_break_the_reader(pieces: list[bytes]) -> None:
    report = examined(LINES[0] + b"".join(pieces))
    assert pieces == LINES[1:] or any(finding.severity.blocks for finding in report.findings)


ROW = LINES[1].rstrip(b"\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"number":1', b'"number":-1'),
        (b'"number":1', b'"number":true'),
        (b'"number":1', b'"number":"1"'),
        (b'"actor":"user:12"', b'"actor":12'),
        (b'"actor":"user:12"', b'"actor":"An Peeters"'),
        (b'"valid_on":"2025-01-31"', b'"valid_on":"20250131"'),
        (b'"valid_on":"2025-01-31"', b'"valid_on":"2025-02-30"'),
        (b'.000000Z"', b'.000000+00:00"'),
        (b'.000000Z"', b'Z"'),
        (b'"recorded":"2025', b'"recorded":"0000'),
        (b'"acting_for":"0123456749"', b'"acting_for":["0123456749"]'),
    ],
)
def test_a_field_in_another_form_is_refused_where_rows_are_read(old: bytes, new: bytes) -> None:
    assert old in ROW
    raw = LINES[0] + ROW.replace(old, new, 1) + b"\n"
    with pytest.raises(BadInput) as refused:
        list(audit_rows(io.BytesIO(raw)))
    assert refused.value.where == "line 2"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"version": 2}, "only version 1"),
        ({"version": True}, "only version 1"),
        ({"format": "other"}, "another format"),
        ({"office": ""}, "line of text"),
        ({"office": "two\nlines"}, "line of text"),
        ({"follows": None}, "follows"),
        ({"more": 1}, "first line"),
    ],
)
def test_a_first_line_in_another_form_is_refused(change: dict[str, object], told: str) -> None:
    opening = {
        "format": "officium-audit",
        "version": 1,
        "office": OFFICE,
        "follows": Head(0, "0" * 64).as_json(),
    }
    with pytest.raises(BadInput, match=told):
        examined(canonical({**opening, **change}) + b"\n")
