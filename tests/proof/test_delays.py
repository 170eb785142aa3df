"""Whose days a delay is made of: they add up, and nobody is charged twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.proof import (
    Delay,
    Party,
    Share,
    Step,
    Timeline,
    days_by_party,
    delay_rows,
    delays,
    recourse,
    total_rows,
)

ASKED = date(2025, 6, 1)


def data(done: date | None) -> Step:
    return Step("data", "data_supplied", "2025-03", Party.EMPLOYER, date(2025, 4, 5), done, None)


def dmfa(done: date | None, waited_for: str | None = "data") -> Step:
    return Step(
        "dmfa",
        "declaration_sent",
        "DmfA 2025Q1",
        Party.MANDATARY,
        date(2025, 4, 30),
        done,
        waited_for,
    )


def last(*steps: Step, on: date = ASKED) -> Delay:
    return delays(Timeline((), steps).steps, on)[-1]


def test_a_declaration_that_waited_for_late_data_is_late_by_the_employer() -> None:
    """Five days late at the data, five at the declaration: the mandatary kept its own term."""
    found = last(data(date(2025, 4, 10)), dmfa(date(2025, 5, 5)))
    assert found.days == 5
    assert found.shares == (Share("data", Party.EMPLOYER, 5),)
    assert found.own == 0


def test_days_beyond_those_of_the_data_are_the_mandatarys() -> None:
    found = last(data(date(2025, 4, 10)), dmfa(date(2025, 5, 8)))
    assert found.shares == (
        Share("data", Party.EMPLOYER, 5),
        Share("dmfa", Party.MANDATARY, 3),
    )
    assert found.charged_to(Party.EMPLOYER) == 5
    assert found.charged_to(Party.MANDATARY) == 3
    assert found.charged_to(Party.BANK) == 0


def test_a_mandatary_that_makes_up_for_late_data_is_charged_nothing() -> None:
    both = delays([data(date(2025, 4, 10)), dmfa(date(2025, 4, 30))], ASKED)
    assert [delay.days for delay in both] == [5, 0]
    assert days_by_party(both)[Party.EMPLOYER] == 5
    assert days_by_party(both)[Party.MANDATARY] == 0


def test_data_in_time_excuse_nothing() -> None:
    found = last(data(date(2025, 4, 1)), dmfa(date(2025, 5, 2)))
    assert found.shares == (Share("dmfa", Party.MANDATARY, 2),)


def test_who_waited_for_nobody_is_late_by_itself() -> None:
    found = last(data(date(2025, 4, 10)), dmfa(date(2025, 5, 5), None))
    assert found.shares == (Share("dmfa", Party.MANDATARY, 5),)


def test_what_is_not_done_grows_until_the_day_asked() -> None:
    open_steps = (data(None), dmfa(None))
    assert last(*open_steps, on=date(2025, 4, 20)).days == 0
    found = last(*open_steps, on=date(2025, 5, 2))
    assert found.shares == (Share("data", Party.EMPLOYER, 2),)


def test_what_was_done_after_the_day_asked_is_not_yet_done_on_it() -> None:
    found = last(data(date(2025, 4, 10)), dmfa(date(2025, 5, 8)), on=date(2025, 5, 2))
    assert found.days == 2


def test_in_a_chain_the_days_that_arose_first_are_passed_on_first() -> None:
    """Bank two days, then the mandatary three of its own; the last step was four days late."""
    funds = Step(
        "funds", "money_received", "2025Q1", Party.BANK, date(2025, 4, 28), date(2025, 4, 30)
    )
    paid = Step(
        "paid",
        "contributions_paid",
        "2025Q1",
        Party.MANDATARY,
        date(2025, 4, 30),
        date(2025, 5, 5),
        "funds",
    )
    answered = Step(
        "answered",
        "declaration_answered",
        "2025Q1",
        Party.AUTHORITY,
        date(2025, 5, 10),
        date(2025, 5, 14),
        "paid",
    )
    assert last(funds, paid, answered).shares == (
        Share("funds", Party.BANK, 2),
        Share("paid", Party.MANDATARY, 2),
    )


# --- properties ------------------------------------------------------------------------------------
@st.composite
def many_steps(draw: st.DrawFn) -> tuple[Step, ...]:
    """Steps that wait for earlier ones, done or not, as the timeline allows them."""
    steps: list[Step] = []
    for number in range(draw(st.integers(1, 10))):
        cause = draw(st.none() | st.sampled_from(steps)) if steps else None
        due = date(2025, 1, 1) + timedelta(days=draw(st.integers(0, 60)))
        earliest = date(2025, 1, 1) if cause is None or cause.done is None else cause.done
        may_be_done = cause is None or cause.done is not None
        done = earliest + timedelta(days=draw(st.integers(0, 60))) if may_be_done else None
        if draw(st.integers(0, 9)) == 0:
            done = None
        steps.append(
            Step(
                f"step-{number}",
                "data_supplied",
                "2025-01",
                draw(st.sampled_from(Party)),
                due,
                done,
                cause.key if cause else None,
            )
        )
    return Timeline((), tuple(steps)).steps


DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31))


@given(many_steps(), DAYS)
def test_the_parts_of_a_delay_add_up_to_it_exactly(steps: tuple[Step, ...], on: date) -> None:
    for delay in delays(steps, on):
        until = on if delay.step.done is None else min(delay.step.done, on)
        assert delay.days == max(0, (until - delay.step.due).days)
        assert sum(share.days for share in delay.shares) == delay.days
        assert sum(delay.charged_to(party) for party in Party) == delay.days
        assert all(share.days > 0 for share in delay.shares)
        assert len({share.step for share in delay.shares}) == len(delay.shares)


@given(many_steps(), DAYS)
def test_nobody_is_charged_twice_and_nobody_for_more_than_arose_there(
    steps: tuple[Step, ...], on: date
) -> None:
    found = delays(steps, on)
    own = {delay.step.key: delay.own for delay in found}
    party = {step.key: step.party for step in steps}
    for delay in found:
        for share in delay.shares:
            assert share.days <= own[share.step]
            assert share.party == party[share.step]
    passed_on = sum(delay.days - delay.own for delay in found)
    assert sum(days_by_party(found).values()) == sum(delay.days for delay in found) - passed_on


@given(many_steps(), DAYS)
def test_who_keeps_the_term_that_late_causes_left_is_charged_nothing(
    steps: tuple[Step, ...], on: date
) -> None:
    found = {delay.step.key: delay for delay in delays(steps, on)}
    for delay in found.values():
        cause = found[delay.step.waited_for].days if delay.step.waited_for else 0
        assert delay.own == max(0, delay.days - cause)


# --- what contradicts itself -----------------------------------------------------------------------
def test_who_was_done_before_its_cause_did_not_wait_for_it() -> None:
    for done in (date(2025, 5, 6), None):
        with pytest.raises(BadInput, match="did not wait"):
            Timeline((), (data(done), dmfa(date(2025, 5, 5))))


def test_a_step_waits_only_for_one_that_stands_before_it() -> None:
    with pytest.raises(BadInput, match="does not stand before"):
        Timeline((), (dmfa(date(2025, 5, 5)), data(date(2025, 4, 10))))


def test_two_steps_have_two_keys() -> None:
    with pytest.raises(BadInput, match="one key"):
        Timeline((), (data(None), data(None)))


# --- in words --------------------------------------------------------------------------------------
def test_a_late_step_is_told_with_whose_days_it_is_made_of() -> None:
    found = delays([data(date(2025, 4, 10)), dmfa(date(2025, 5, 8))], ASKED)
    first, second = delay_rows(found, "en")
    assert first.shares == ("employer: 5 days, arisen here (Data supplied: 2025-03)",)
    assert (second.what, second.due, second.done) == (
        "Declaration sent: DmfA 2025Q1",
        "30 April 2025",
        "8 May 2025",
    )
    assert second.shares == (
        "employer: 5 days, passed on by what was late before it (Data supplied: 2025-03)",
        "mandatary: 3 days, arisen here (Declaration sent: DmfA 2025Q1)",
    )
    assert total_rows(found, "en") == ["employer: 5 days in all", "mandatary: 3 days in all"]


def test_what_was_in_time_is_no_row_and_what_is_open_says_so() -> None:
    found = delays([data(date(2025, 4, 1)), dmfa(None)], date(2025, 5, 1))
    (row,) = delay_rows(found, "nl")
    assert (row.done, row.days) == ("niet gedaan", 1)
    assert row.shares == ("mandataris: 1 dag, hier ontstaan (Aangifte verstuurd: DmfA 2025Q1)",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_law_on_recourse_is_told_with_source_and_standing(language: str) -> None:
    grounds = recourse(language)
    sources = " ".join(ground.source for ground in grounds)
    for article in ("art. 22", "art. 23", "art. 28 and 29", "art. 30", "art. 1991 and 1992"):
        assert article in sources
    assert {ground.standing for ground in grounds} == {"official", "derived"}
    assert grounds[-1].standing == "derived"
    assert len({ground.text for ground in grounds}) == len(grounds)
