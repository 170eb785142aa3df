"""Whatever happens to mandates: one mandatary at a time, nothing comes back to life, order is nothing."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from officium.law import Quarter
from officium.representation import (
    Act,
    Event,
    Group,
    Happening,
    Mandate,
    MandateRefused,
    Means,
    State,
    conflicts,
    may,
    step,
)

from .people import BAKERY, BUREAU, COLLECTING, COUNTER, MERIDIAAN, WORKSHOP

ACTORS = (MERIDIAAN, BUREAU, COUNTER)
NUMBERS = (WORKSHOP, BAKERY, *(actor.enterprise_number for actor in ACTORS))
FIRST = date(2023, 10, 1)
SPAN = 1100
# In DmfA and Dimona; what a provider cannot hold is refused, and leaves no mandate.
TASKS = [set(COLLECTING), {Act.DECLARE_DIMONA, Act.DECLARE_DMFA}, {Act.DECLARE_DMFA}]

quarters = st.builds(Quarter, st.integers(2024, 2025), st.integers(1, 4))
days = st.integers(0, SPAN).map(lambda after: FIRST + timedelta(days=after))


@st.composite
def lives(draw: st.DrawFn, key: str = "M1", ground: Mandate | None = None) -> Mandate:
    """A mandate after a part of an ordinary life and random steps, those refused left out."""
    receiver = draw(st.sampled_from(ACTORS))
    tasks = draw(st.sampled_from(TASKS))
    begins = draw(quarters)
    try:
        mandate = Mandate(
            key=key,
            employer=WORKSHOP,
            giver=ground.receiver.enterprise_number if ground else WORKSHOP,
            receiver=receiver,
            group=Group.DMFA_DIMONA,
            tasks=frozenset(tasks),
            begins=begins,
            ends=draw(st.none() | quarters.filter(lambda last: last >= begins)),
            delegated_from=ground.key if ground else None,
            kept_by_former=frozenset(
                draw(st.lists(quarters.filter(lambda one: one < begins), max_size=2))
                if begins > Quarter(2024, 1)
                else ()
            ),
        )
    except MandateRefused:
        return draw(lives(key))
    lived = _ordinary(mandate, draw(st.integers(1, 60)), draw(st.integers(0, 90)))
    tried = lived[: draw(st.integers(0, len(lived)))] + draw(st.lists(events(), max_size=6))
    for event in tried:
        with suppress(MandateRefused):
            mandate = step(mandate, event)
    return mandate


def _ordinary(mandate: Mandate, before: int, after: int) -> list[Event]:
    """The life that most mandates have, to its end."""
    start = mandate.begins.first - timedelta(days=before)
    giver, receiver = mandate.giver, mandate.receiver.enterprise_number
    end = mandate.begins.first + timedelta(days=after)
    last = mandate.begins.last
    return [
        Event(Happening.SIGNED, start, giver),
        Event(Happening.SIGNED, start, receiver),
        Event(Happening.NOTIFIED, start, receiver),
        Event(Happening.REVOKED, end, giver, last_day=last),
        Event(Happening.END_NOTIFIED, end, receiver, last_day=last),
        Event(Happening.TAKEN_OVER, end, BAKERY),
    ]


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Anything that could be tried."""
    what = draw(st.sampled_from(Happening))
    last: Any = draw(st.none() | quarters.map(lambda quarter: quarter.last) | days)
    return Event(what, draw(days), draw(st.sampled_from(NUMBERS)), last)


@st.composite
def offices(draw: st.DrawFn) -> list[Mandate]:
    """Up to four mandates of one employer, and a delegation of the first."""
    mandates = [draw(lives(f"M{number}")) for number in range(draw(st.integers(1, 4)))]
    if draw(st.booleans()):
        mandates.append(draw(lives("D1", mandates[0])))
    return mandates


@settings(max_examples=250, deadline=None)
@given(offices(), st.sampled_from(sorted(TASKS[0])), days, quarters)
def test_in_an_exclusive_group_one_mandatary_at_most_may(
    mandates: list[Mandate], act: Act, on: date, quarter: Quarter
) -> None:
    """A delegate acts beside the mandatary that it stands on, and never without it."""
    means = Means.BANK_TRANSFER if act is Act.COLLECT_CONTRIBUTIONS else None
    answers = [
        may(one, act, WORKSHOP, on, mandates, means=means, quarter=quarter) for one in ACTORS
    ]
    allowed = [answer for answer in answers if answer.allowed]
    own = [answer for answer in allowed if answer.reason_code != "delegated"]
    assert len(own) <= 1
    by_key = {mandate.key: mandate for mandate in mandates}
    for answer in allowed:
        mandate = by_key[str(answer.mandate_key)]
        assert act in mandate.tasks
        assert answer.actor.enterprise_number == mandate.receiver.enterprise_number
        if answer.reason_code == "delegated":
            ground = by_key[str(mandate.delegated_from)]
            assert ground.state(on).is_in_force and act in ground.tasks
        elif answer.reason_code == "mandated":
            assert mandate.state(on).is_in_force
        else:
            assert answer.reason_code == "kept_quarter" and mandate.covers(quarter)


@settings(max_examples=250, deadline=None)
@given(lives(), days, days)
def test_what_is_over_is_never_in_force_again(mandate: Mandate, one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    if mandate.state(earlier).is_over:
        assert mandate.state(later).is_over


@settings(max_examples=250, deadline=None)
@given(lives(), events(), days)
def test_a_step_changes_no_day_before_it_and_a_refused_one_changes_nothing(
    mandate: Mandate, event: Event, on: date
) -> None:
    before = mandate.as_json()
    try:
        after = step(mandate, event)
    except MandateRefused as refusal:
        assert refusal.text("en") and refusal.remedy("en")
        after = mandate
    else:
        assert after.events == (*mandate.events, event)
    assert mandate.as_json() == before
    if on < event.day:
        assert after.state(on) is mandate.state(on)
    if mandate.state(on).is_over and on >= event.day:
        assert after.state(on).is_over


@settings(max_examples=150, deadline=None)
@given(
    offices().flatmap(lambda all_: st.tuples(st.just(all_), st.permutations(all_))), days, quarters
)
def test_the_order_of_mandates_is_nothing(
    both: tuple[list[Mandate], list[Mandate]], on: date, quarter: Quarter
) -> None:
    one, other = both
    assert conflicts(one) == conflicts(other)
    for actor in ACTORS:
        for act in (Act.DECLARE_DMFA, Act.CONSULT, Act.PAY_ON_CONTRIBUTIONS):
            assert may(actor, act, WORKSHOP, on, one, quarter=quarter) == may(
                actor, act, WORKSHOP, on, other, quarter=quarter
            )


@settings(max_examples=150, deadline=None)
@given(lives())
def test_every_life_is_written_and_read_without_loss(mandate: Mandate) -> None:
    assert Mandate.from_json(json.loads(json.dumps(mandate.as_json()))) == mandate


@settings(max_examples=150, deadline=None)
@given(offices(), days)
def test_who_may_is_never_in_conflict(mandates: list[Mandate], on: date) -> None:
    """What `conflicts` names is what `may` refuses: on a day of a conflict neither of the two may."""
    by_key = {mandate.key: mandate for mandate in mandates}
    for conflict in conflicts(mandates):
        pair = [by_key[key] for key in conflict.keys]
        assert pair[0].receiver.enterprise_number != pair[1].receiver.enterprise_number
        inside = conflict.first.first <= on and (conflict.last is None or on <= conflict.last.last)
        assert inside == all(one.state(on).is_in_force for one in pair)
        if inside:
            for one in pair:
                answer = may(one.receiver, Act.DECLARE_DMFA, WORKSHOP, on, pair)
                assert answer.reason_code == "conflict"


def test_all_states_are_lived() -> None:
    """The strategy reaches every state: what holds for it is no empty truth."""
    seen: set[State] = set()

    @settings(max_examples=400, deadline=None, database=None, derandomize=True)
    @given(lives(), days)
    def look(mandate: Mandate, on: date) -> None:
        told = [event.day for event in mandate.events]
        seen.update(mandate.state(day) for day in (on, *told, date(2040, 1, 1)))

    look()
    assert seen == set(State)
