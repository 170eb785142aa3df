"""Where a duty stands: what may follow what, and how many days late it is or was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.obligations import Mark, State, StateName, marked, state_of

from .office import CERTIFIED, EMPLOYER, dues, happens

DMFA = dues("dmfa", EMPLOYER, "2025-07-31", "2025-07-31")[0]
PROOF = "0" * 64
DAY = date(2025, 7, 31)


def mark(state: str, day: str, reason: str = "", proof: str = PROOF) -> Mark:
    on = date.fromisoformat(day)
    recorded = datetime(on.year, on.month, on.day, 12)
    return Mark(DMFA.key, StateName(state), on, recorded, "An", proof, reason)


def history(*marks: Mark) -> tuple[Mark, ...]:
    done: tuple[Mark, ...] = ()
    for one in marks:
        done = marked(done, one)
    return done


@pytest.mark.parametrize(
    ("today", "complete", "marks", "expected"),
    [
        ("2025-06-30", True, (), ("not_due", 0)),
        ("2025-07-01", False, (), ("waiting_for_data", 0)),
        ("2025-07-01", True, (), ("ready", 0)),
        ("2025-07-31", False, (), ("waiting_for_data", 0)),
        ("2025-08-01", False, (), ("late", 1)),
        ("2025-08-01", True, (mark("ready", "2025-07-20"),), ("late", 1)),
        ("2025-08-30", True, (mark("sent", "2025-07-31"),), ("sent", 0)),
        # What is accepted in August was sent in July.
        (
            *("2025-08-30", True),
            (mark("sent", "2025-07-31"), mark("accepted", "2025-08-04")),
            ("accepted", 0),
        ),
        # Refused in time, it can be sent again; once the day has passed it is late.
        (
            "2025-07-30",
            True,
            (mark("sent", "2025-07-28"), mark("refused", "2025-07-29")),
            ("refused", 0),
        ),
        (
            "2025-08-02",
            True,
            (mark("sent", "2025-07-28"), mark("refused", "2025-07-29")),
            ("late", 2),
        ),
        # Late, and done at last: it stays late by the days that it was.
        (
            *("2026-01-01", True),
            (
                mark("sent", "2025-08-10"),
                mark("accepted", "2025-08-12"),
                mark("done", "2025-09-01"),
            ),
            ("done", 10),
        ),
        (
            *("2026-01-01", True),
            (mark("sent", "2025-07-28"), mark("refused", "2025-07-29"), mark("sent", "2025-08-05")),
            ("sent", 5),
        ),
    ],
)
def test_the_state(
    today: str, complete: bool, marks: Sequence[Mark], expected: tuple[str, int]
) -> None:
    found = state_of(DMFA, history(*marks), date.fromisoformat(today), complete)
    assert found == State(StateName(expected[0]), expected[1])


def test_a_certified_secretariat_declares_later_and_pays_no_later() -> None:
    declared = dues("dmfa", CERTIFIED, "2025-07-31", "2025-07-31")[0]
    paid = dues("nsso_balance", CERTIFIED, "2025-07-31", "2025-07-31")[0]
    assert state_of(declared, (), date(2025, 8, 21), True).name is StateName.READY
    assert state_of(declared, (), date(2025, 8, 22), True) == State(StateName.LATE, 1)
    assert state_of(paid, (), date(2025, 8, 1), True) == State(StateName.LATE, 1)


def test_what_holds_at_all_times_is_never_late_and_what_begins_can_be_done_before() -> None:
    registers = dues("registers", EMPLOYER, "2025-01-01", "2025-01-31")[0]
    hire = dues("dimona_in", happens("hire", "2025-06-02"), "2025-06-02", "2025-06-02")[0]
    assert state_of(registers, (), date(2030, 1, 1), True) == State(StateName.NOT_DUE)
    assert state_of(hire, (), date(2025, 5, 1), True) == State(StateName.READY)
    assert state_of(hire, (), date(2025, 6, 3), True) == State(StateName.LATE, 1)


@pytest.mark.parametrize(
    ("before", "then", "message"),
    [
        ((), mark("accepted", "2025-07-30"), "cannot be accepted after nothing"),
        ((mark("ready", "2025-07-01"),), mark("refused", "2025-07-30"), "after ready"),
        ((), mark("late", "2025-08-30"), "late is computed, and not recorded"),
        ((), mark("sent", "2025-07-30", proof=""), "needs its proof"),
        ((), mark("sent", "2025-07-30", proof="A" * 64), "needs its proof"),
        ((mark("done", "2025-07-01"),), mark("ready", "2025-07-30"), "was done: say the reason"),
        ((mark("sent", "2025-07-20"),), mark("done", "2025-07-01"), "comes before sent"),
    ],
)
def test_what_cannot_follow_is_refused(before: Sequence[Mark], then: Mark, message: str) -> None:
    with pytest.raises(BadInput, match=message) as refused:
        marked(history(*before), then)
    assert refused.value.where == "dmfa:2025Q2:"


def test_what_was_accepted_is_taken_up_again_for_a_reason() -> None:
    sent = history(mark("sent", "2025-07-20"), mark("accepted", "2025-07-21"))
    again = marked(sent, mark("ready", "2025-07-25", reason="a worker was forgotten", proof=""))
    assert state_of(DMFA, again, date(2025, 7, 25), True) == State(StateName.READY)
    assert state_of(DMFA, again, date(2025, 8, 1), True) == State(StateName.LATE, 1)


def test_a_mark_of_the_future_or_of_another_duty_is_refused() -> None:
    early = Mark(DMFA.key, StateName.SENT, DAY, datetime(2025, 7, 30), "An", PROOF)
    other = Mark("dmfa:2025Q3:", StateName.SENT, DAY, datetime(2025, 8, 30), "An", PROOF)
    with pytest.raises(BadInput, match="before it came about"):
        marked((), early)
    with pytest.raises(BadInput, match="of another duty"):
        marked(history(mark("ready", "2025-07-01")), other)


MARKS = st.lists(
    st.tuples(st.sampled_from(list(StateName)), st.integers(0, 60), st.booleans()), max_size=8
)


@given(MARKS, st.integers(0, 90), st.booleans())
def test_whatever_is_recorded_lateness_follows_from_the_days(
    tried: list[tuple[StateName, int, bool]], later: int, complete: bool
) -> None:
    """Of any attempts, those that are taken make a history; its state is late only after its day."""
    done: tuple[Mark, ...] = ()
    for state, days, why in tried:
        on = date(2025, 7, 1) + timedelta(days=days)
        one = Mark(
            DMFA.key,
            state,
            on,
            datetime(on.year, on.month, on.day),
            "An",
            PROOF,
            "why" if why else "",
        )
        before = done
        try:
            done = marked(done, one)
        except BadInput:
            assert done == before
    today = date(2025, 7, 1) + timedelta(days=later)
    found = state_of(DMFA, done, today, complete)
    performed = found.name in (StateName.SENT, StateName.ACCEPTED, StateName.DONE)
    if performed:
        # What was performed grows no later with time.
        assert found == state_of(DMFA, done, today + timedelta(days=400), complete)
    else:
        assert (found.name is StateName.LATE) == (today > DAY)
        assert found.late_days == max(0, (today - DAY).days)
    assert found.name is StateName.LATE or performed or found.late_days == 0
