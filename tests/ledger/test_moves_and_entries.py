"""Nothing is unbalanced, nothing is booked twice, nothing recorded is changed unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.ledger import (
    Booking,
    Entry,
    Move,
    balances,
    broken_at,
    moved,
    record,
    reversal,
)

NOON = datetime(2025, 1, 31, 12, tzinfo=UTC)
DAY = date(2025, 1, 31)

moves = st.builds(
    lambda pair, cents: Move(*pair, cents),
    st.permutations(["453:2025-01", "454:2025Q1", "455:W001", "620:2025Q1"]).map(lambda it: it[:2]),
    st.integers(0, 10**12),
)


@st.composite
def ledgers(draw: Callable[..., object]) -> tuple[Entry, ...]:
    """A recorded ledger of one to six entries, each of its own document."""
    lines = draw(st.lists(st.lists(moves, min_size=1, max_size=4), min_size=1, max_size=6))
    return record(
        (),
        [
            Booking("payslip", ("2025-01", "W001"), DAY, f"document {number}", tuple(some))
            for number, some in enumerate(lines)
        ],
        NOON,
    )


def booking(origin: str = "payslips/2025-01/W001.json", cents: int = 310000) -> Booking:
    move = Move("455:W001", "620:2025Q1", cents)
    return Booking("payslip", ("2025-01", "W001"), DAY, origin, (move,))


@pytest.mark.parametrize(
    ("source", "destination", "cents", "code"),
    [
        ("455:W001", "620:2025Q1", -1, "negative_move"),
        ("455:W001", "455:W001", 1, "no_move"),
        ("wages", "620:2025Q1", 1, "no_account"),
        ("455:w001", "620:2025Q1", 1, "no_account"),
        ("455:", "620:2025Q1", 1, "no_account"),
        ("455:W001", "620:2025Q1\n", 1, "no_account"),
    ],
)
def test_a_move_that_is_none_is_refused(
    source: str, destination: str, cents: int, code: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        Move(source, destination, cents)
    assert refusal.value.code == code


def test_a_negative_amount_moves_the_other_way_and_zero_does_not_move() -> None:
    assert moved("455:W001", "620:2025Q1", 5) == (Move("455:W001", "620:2025Q1", 5),)
    assert moved("455:W001", "620:2025Q1", -5) == (Move("620:2025Q1", "455:W001", 5),)
    assert moved("455:W001", "620:2025Q1", 0) == ()


@given(ledgers())
def test_whatever_is_booked_the_sum_of_all_balances_is_zero(entries: tuple[Entry, ...]) -> None:
    assert sum(balances(entries).values()) == 0


@given(ledgers(), st.integers(0, 5))
def test_a_reversal_restores_every_balance(entries: tuple[Entry, ...], which: int) -> None:
    wrong = entries[which % len(entries)].booking
    undone = record(entries, [reversal(wrong, "correction 1", DAY)], NOON)
    without = [entry for entry in entries if entry.booking is not wrong]
    left = {account: cents for account, cents in balances(undone).items() if cents}
    assert left == {account: cents for account, cents in balances(without).items() if cents}


def edits(entry: Entry) -> list[Entry]:
    """Every single thing about an entry, changed."""
    was = entry.booking
    first, *rest = was.moves
    changed = [
        replace(was, what="reversal"),
        replace(was, about=(*was.about, "")),
        replace(was, valid=was.valid + timedelta(days=1)),
        replace(was, origin=was.origin + "x"),
        replace(was, moves=(replace(first, cents=first.cents + 1), *rest)),
        replace(was, moves=(first.reversed(), *rest)),
        replace(was, moves=(*was.moves, first)),
        replace(was, moves=tuple(rest)),
    ]
    return [
        *(replace(entry, booking=booking) for booking in changed),
        replace(entry, recorded=entry.recorded + timedelta(microseconds=1)),
        replace(entry, previous="f" * 64),
        replace(entry, digest="f" * 64),
        # Made to look right by itself, it no longer is what the next entry follows.
        replace(entry, booking=changed[0]).sealed(),
    ]


@given(ledgers(), st.integers(0, 5))
def test_the_chain_shows_where_any_entry_was_edited(entries: tuple[Entry, ...], which: int) -> None:
    assert broken_at(entries) is None
    at = which % len(entries)
    *in_place, resealed = edits(entries[at])
    for edited in in_place:
        assert broken_at((*entries[:at], edited, *entries[at + 1 :])) == at
    found = broken_at((*entries[:at], resealed, *entries[at + 1 :]))
    assert found == (at + 1 if at + 1 < len(entries) else None)


@given(ledgers())
def test_the_chain_shows_an_entry_taken_out(entries: tuple[Entry, ...]) -> None:
    for at in range(len(entries) - 1):
        assert broken_at((*entries[:at], *entries[at + 1 :])) == at


def test_the_digest_seals_a_text_that_anybody_can_write_again() -> None:
    """Were the canonical text to change, every ledger ever kept would seem edited."""
    (entry,) = record((), [booking()], NOON)
    text = (
        '{"about":["2025-01","W001"],"moves":[["455:W001","620:2025Q1",310000]],'
        '"origin":"payslips/2025-01/W001.json","previous":"' + "0" * 64 + '",'
        '"recorded":"2025-01-31T12:00:00+00:00","valid":"2025-01-31","what":"payslip"}'
    )
    assert entry.digest == hashlib.sha256(text.encode()).hexdigest()


def test_the_same_moment_in_another_time_zone_is_the_same_entry() -> None:
    (here,) = record((), [booking()], NOON)
    there = record((), [booking()], datetime.fromisoformat("2025-01-31T13:00:00+01:00"))
    assert [entry.digest for entry in there] == [here.digest]


def test_a_document_is_booked_once() -> None:
    entries = record((), [booking()], NOON)
    with pytest.raises(BadInput, match=r"payslips/2025-01/W001\.json: .*already booked"):
        record(entries, [booking()], NOON)
    with pytest.raises(BadInput, match="already booked"):
        record((), [booking(), booking()], NOON)


def test_a_document_that_moves_nothing_leaves_no_entry() -> None:
    assert record((), [replace(booking(), moves=())], NOON) == ()


def test_nothing_is_booked_without_a_document() -> None:
    with pytest.raises(BadInput, match="without a document"):
        booking(origin="")


def test_the_past_is_not_recorded_anew() -> None:
    entries = record((), [booking()], NOON)
    with pytest.raises(BadInput, match="the past is not rewritten"):
        record(entries, [booking("other")], NOON - timedelta(microseconds=1))


def test_a_moment_without_time_zone_is_no_moment() -> None:
    with pytest.raises(BadInput, match="time zone"):
        record((), [booking()], datetime(2025, 1, 31, 12))
