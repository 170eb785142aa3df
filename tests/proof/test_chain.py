"""What somebody can do to an audit trail, and how it is seen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officium.findings import BadInput, Severity
from officium.language import LANGUAGES
from officium.proof import BEGINNING, AuditEntry, Head, Withheld, excerpt, sealed, verify

from .story import BAKERY, GARAGE, START, Office, changed, office, rules


def test_what_was_recorded_verifies_with_its_contents() -> None:
    kept = office()
    assert verify(kept.entries, kept.head, contents=kept.contents) == []


def test_an_empty_chain_stands_at_the_beginning() -> None:
    assert verify([], BEGINNING) == []


@pytest.mark.parametrize(
    "edit",
    [
        {"actor": "user:13"},
        {"acting_for": GARAGE},
        {"acting_for": None},
        {"valid_on": date(2025, 2, 1)},
        {"valid_on": None},
        {"recorded": START + timedelta(hours=2, microseconds=1)},
        {"action": "month.reopened"},
        {"object_kind": "contract"},
        {"object_key": "77"},
        {"content_digest": "a" * 64},
        {"previous": "a" * 64},
        {"digest": "a" * 64},
    ],
    ids=lambda edit: "-".join(edit),
)
def test_an_edit_of_any_field_of_a_past_row_is_named(edit: dict[str, object]) -> None:
    kept = office()
    kept.entries[1] = changed(kept.entries[1], **edit)
    assert ("entry_changed", "entry 2") in rules(verify(kept.entries, kept.head))


def test_an_edit_names_that_row_and_no_other() -> None:
    kept = office()
    kept.entries[1] = changed(kept.entries[1], actor="user:13")
    (found,) = verify(kept.entries, kept.head)
    assert found.severity is Severity.ERROR
    assert found.message == "Entry 2 was changed: what it says does not match its digest."


def test_an_edit_that_is_sealed_anew_breaks_the_link_to_the_next_row() -> None:
    kept = office()
    old = kept.entries[1]
    kept.entries[1] = sealed(
        kept.entries[0].head,
        recorded=old.recorded,
        valid_on=old.valid_on,
        actor="user:13",
        acting_for=old.acting_for,
        action=old.action,
        object_kind=old.object_kind,
        object_key=old.object_key,
        content_digest=old.content_digest,
    )
    found = verify(kept.entries, kept.head)
    assert rules(found) == [("entry_does_not_follow", "entry 3")]


def test_a_chain_that_is_made_anew_ends_with_another_head() -> None:
    kept, forged = office(), Office()
    for entry in kept.entries:
        forged.record(entry.action, {"forged": True}, entry.acting_for or BAKERY)
    found = verify(forged.entries, kept.head, contents=forged.contents)
    assert rules(found) == [("head_differs", "entry 6")]


def test_a_row_that_was_removed_is_named() -> None:
    kept = office()
    del kept.entries[2]
    assert rules(verify(kept.entries, kept.head)) == [("entry_missing", "entry 3")]


def test_several_rows_that_were_removed_are_named_together() -> None:
    kept = office()
    del kept.entries[1:4]
    (found,) = verify(kept.entries, kept.head)
    assert found.message == "Entries 2 to 4 are missing."


def test_two_rows_that_were_swapped_are_seen() -> None:
    kept = office()
    kept.entries[2], kept.entries[3] = kept.entries[3], kept.entries[2]
    assert rules(verify(kept.entries, kept.head)) == [
        ("entry_missing", "entry 3"),
        ("entry_out_of_order", "entry 3"),
    ]


def test_a_row_that_stands_twice_is_seen() -> None:
    kept = office()
    kept.entries.insert(3, kept.entries[2])
    assert rules(verify(kept.entries, kept.head)) == [("entry_out_of_order", "entry 3")]


def test_a_tail_that_was_cut_is_seen_by_who_kept_the_head() -> None:
    kept = office()
    found = verify(kept.entries[:4], kept.head)
    assert rules(found) == [("tail_cut", "entry 6")]
    assert rules(verify([], kept.head)) == [("tail_cut", "entry 6")]


def test_rows_after_the_head_that_was_kept_are_seen() -> None:
    kept = office()
    old = kept.head
    kept.record("month.reopened", {})
    assert rules(verify(kept.entries, old)) == [("beyond_head", "entry 6")]


def test_a_clock_that_went_back_is_told_and_blocks_nothing() -> None:
    kept = Office()
    for moment in (START, START - timedelta(seconds=1)):
        kept.entries.append(
            sealed(
                kept.head,
                recorded=moment,
                actor="system:1",
                action="month.supplied",
                object_kind="month",
                object_key="1",
                content_digest="0" * 64,
            )
        )
    (found,) = verify(kept.entries, kept.head)
    assert (found.rule, found.path, found.severity.blocks) == ("recorded_before", "entry 2", False)


# --- contents --------------------------------------------------------------------------------------
def test_a_content_that_was_changed_is_seen() -> None:
    kept = office()
    digest = kept.entries[1].content_digest
    kept.contents[digest] = kept.contents[digest].replace(b"160", b"161")
    found = verify(kept.entries, kept.head, contents=kept.contents)
    assert rules(found) == [("content_changed", "entry 2")]


def test_a_content_that_vanished_is_seen_and_one_that_was_erased_is_not() -> None:
    kept = office()
    erased, lost = kept.entries[1], kept.entries[3]
    kept.erase(erased)
    assert verify(kept.entries, kept.head, contents=kept.contents) == []
    del kept.contents[lost.content_digest]
    found = verify(kept.entries, kept.head, contents=kept.contents)
    assert rules(found) == [("content_missing", "entry 4")]
    assert lost.content_digest in found[0].message


def test_an_erasure_allows_no_other_content_to_be_gone() -> None:
    kept = office()
    kept.erase(kept.entries[1])
    kept.contents[kept.entries[1].content_digest] = b"{}"
    del kept.contents[kept.entries[3].content_digest]
    assert ("content_missing", "entry 4") in rules(
        verify(kept.entries, kept.head, contents=kept.contents)
    )


def test_an_erasure_speaks_only_of_what_came_before_it() -> None:
    kept = office()
    first = kept.entries[0]
    kept.erase(first)
    again = sealed(
        kept.head,
        recorded=START + timedelta(days=1),
        actor="user:12",
        action="mandate.signed",
        object_kind="mandate",
        object_key="1",
        content_digest=first.content_digest,
    )
    found = verify([*kept.entries, again], again.head, contents=kept.contents)
    assert rules(found) == [("content_missing", "entry 8")]


def test_what_is_said_to_be_erased_and_is_still_there_is_told() -> None:
    kept = office()
    raw = kept.contents[kept.entries[1].content_digest]
    kept.erase(kept.entries[1])
    kept.contents[kept.entries[1].content_digest] = raw
    (found,) = verify(kept.entries, kept.head, contents=kept.contents)
    assert (found.rule, found.path, found.severity.blocks) == (
        "content_still_there",
        "entry 7",
        False,
    )


# --- what others may not see -----------------------------------------------------------------------
def test_an_excerpt_shows_nothing_of_another_employer_and_verifies() -> None:
    kept = office()
    rows = list(excerpt(kept.entries, BAKERY))
    assert [row.number for row in rows if isinstance(row, Withheld)] == [3, 5]
    assert verify(rows, kept.head) == []
    assert verify(list(excerpt(kept.entries, GARAGE)), kept.head) == []


@pytest.mark.parametrize("position", [2, 4])
def test_a_row_that_is_withheld_cannot_be_replaced(position: int) -> None:
    kept = office()
    rows = list(excerpt(kept.entries, BAKERY))
    rows[position] = Withheld(position + 1, "a" * 64)
    assert rules(verify(rows, kept.head)) == [("entry_does_not_follow", f"entry {position + 2}")]


def test_withheld_rows_at_the_end_are_held_by_the_head() -> None:
    kept = office()
    rows = list(excerpt(kept.entries, "0000000097"))
    assert verify(rows, kept.head) == []
    rows[0] = Withheld(1, "a" * 64)
    assert rules(verify(rows, kept.head)) == [("head_differs", "entry 6")]


def test_a_withheld_row_that_was_removed_is_named() -> None:
    kept = office()
    rows = list(excerpt(kept.entries, BAKERY))
    del rows[2]
    assert rules(verify(rows, kept.head)) == [("entry_missing", "entry 3")]


def test_a_chain_goes_on_from_a_head_that_was_verified() -> None:
    kept = office()
    assert verify(kept.entries[3:], kept.head, follows=kept.entries[2].head) == []
    wrong = Head(3, "a" * 64)
    found = verify(kept.entries[3:], kept.head, follows=wrong)
    assert rules(found) == [("entry_does_not_follow", "entry 4")]


# --- properties ------------------------------------------------------------------------------------
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["mandate.signed", "month.supplied", "declaration.sent"]),
        st.dictionaries(st.text(max_size=8), st.integers(-(10**9), 10**9) | st.text(max_size=8)),
        st.sampled_from([BAKERY, GARAGE]),
    ),
    min_size=1,
    max_size=12,
)


def recorded(acts: list[tuple[str, object, str]]) -> Office:
    kept = Office()
    for action, content, employer in acts:
        kept.record(action, content, employer)
    return kept


@given(ACTS, st.data())
def test_any_sequence_verifies_whole_withheld_and_continued(
    acts: list[tuple[str, object, str]], data: st.DataObject
) -> None:
    kept = recorded(acts)
    assert verify(kept.entries, kept.head, contents=kept.contents) == []
    assert verify(excerpt(kept.entries, BAKERY), kept.head) == []
    cut = data.draw(st.integers(1, len(kept.entries)))
    assert verify(kept.entries[cut:], kept.head, follows=kept.entries[cut - 1].head) == []


@given(ACTS, st.data())
def test_whatever_is_left_out_doubled_or_moved_is_found(
    acts: list[tuple[str, object, str]], data: st.DataObject
) -> None:
    kept = recorded(acts)
    position = st.integers(0, len(kept.entries) - 1)
    rows = data.draw(st.lists(position, max_size=len(kept.entries) + 2))
    if rows != list(range(len(kept.entries))):
        assert verify([kept.entries[row] for row in rows], kept.head)


def test_a_ruined_chain_tells_a_thousand_findings_and_counts_the_rest() -> None:
    entry = office().entries[0]
    ruined = (changed(entry, number=number) for number in range(3, 3003))
    found = verify(ruined, Head(3002, entry.digest))
    assert len(found) == 1001
    assert found[-1].rule == "more"
    assert found[-1].severity.blocks


def test_a_long_chain_is_verified_as_it_comes_from_a_cursor() -> None:
    def rows() -> Iterator[AuditEntry]:
        head = BEGINNING
        for number in range(1, 2001):
            entry = sealed(
                head,
                recorded=datetime(2025, 1, 1, tzinfo=UTC),
                actor="system:1",
                action="month.supplied",
                object_kind="month",
                object_key=str(number),
                content_digest="0" * 64,
            )
            head = entry.head
            yield entry

    *_, last = rows()
    assert verify(rows(), last.head) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_are_told_in_the_language_of_the_reader(language: str) -> None:
    kept = office()
    (found,) = verify(kept.entries[1:], kept.head, language=language)
    assert "1" in found.message
    assert (
        len({verify(kept.entries[1:], kept.head, language=one)[0].message for one in LANGUAGES})
        == 4
    )


# --- what an entry may hold ------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("actor", "An Peeters"),
        ("actor", "user"),
        ("actor", "user:85073003328"),
        ("acting_for", "BE0123456749"),
        ("acting_for", "0123.456.749"),
        ("action", "signed"),
        ("action", "Mandate.Signed"),
        ("object_kind", "a mandate"),
        ("object_key", "An Peeters"),
        ("object_key", "85073003328"),
        ("object_key", ""),
        ("content_digest", "A" * 64),
        ("content_digest", "a" * 63),
    ],
)
def test_an_entry_takes_keys_and_nouns_and_no_personal_text(part: str, value: str) -> None:
    given_parts = {
        "recorded": START,
        "actor": "user:1",
        "action": "mandate.signed",
        "object_kind": "mandate",
        "object_key": "1",
        "content_digest": "a" * 64,
        part: value,
    }
    with pytest.raises(BadInput) as refused:
        sealed(BEGINNING, **given_parts)  # type: ignore[arg-type]
    assert refused.value.where == part


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(BadInput, match="time zone"):
        sealed(
            BEGINNING,
            recorded=datetime(2025, 1, 1),
            actor="user:1",
            action="mandate.signed",
            object_kind="mandate",
            object_key="1",
            content_digest="a" * 64,
        )
