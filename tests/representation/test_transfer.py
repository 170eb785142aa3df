"""From one mandatary to the next, what is handed on, and what two of them cannot both hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from officium.law import Quarter
from officium.representation import (
    Act,
    Duty,
    Group,
    Happening,
    Mandate,
    MandateRefused,
    State,
    conflicts,
    delegation,
    duties_of,
    may,
    remarks_on_mandates,
    transfer,
)

from .people import (
    BAKERY,
    BUREAU,
    COLLECTING,
    COUNTER,
    MERIDIAAN,
    WORKSHOP,
    day,
    drafted,
    happens,
    notified,
    running,
    signed,
)

Q1, Q2, Q3 = Quarter(2025, 1), Quarter(2025, 2), Quarter(2025, 3)


def coming(**more: Any) -> Mandate:
    """A mandate of Meridiaan from July 2025 on that both signed in May."""
    return signed(drafted(key="M002", first="2025-07-01", **more), "2025-05-12")


def reason(
    actor: Any, act: Act, on: str, *mandates: Mandate, quarter: Quarter | None = None
) -> str:
    return may(actor, act, WORKSHOP, day(on), mandates, quarter=quarter).reason_code


def test_a_transfer_ends_the_one_and_starts_the_other() -> None:
    made = transfer(running(BUREAU), coming(), Q3, day("2025-05-19"))
    former, new = made.former, made.new
    assert former.last_day(day("2025-05-19")) == day("2025-06-30")
    assert [event.by for event in former.happened(Happening.REVOKED)] == [WORKSHOP]
    assert (former.state(day("2025-06-30")), new.state(day("2025-06-30"))) == (
        State.ACTIVE,
        State.NOTIFIED,
    )
    assert (former.state(day("2025-07-01")), new.state(day("2025-07-01"))) == (
        State.INFORMATION_DUTY,
        State.ACTIVE,
    )
    assert conflicts([former, new]) == ()


def test_the_former_mandatary_owes_information_on_each_quarter_until_it_is_prescribed() -> None:
    made = transfer(running(BUREAU), coming(), Q3, day("2025-05-19"))
    assert made.duties == (Duty(Q1, day("2028-04-30")), Duty(Q2, day("2028-07-31")))
    assert list(duties_of(made.former, day("2028-05-01"))) == [Duty(Q2, day("2028-07-31"))]
    takes_over, first, _ = made.text("en")
    assert takes_over.startswith("From 1 July 2025 Meridiaan manages past, present and future")
    assert "until 30 April 2028 included (article 31quater, par. 4" in first


def test_old_quarters_are_no_longer_owed() -> None:
    old = notified(drafted(BUREAU, "2019-01-01"), "2018-12-03")
    made = transfer(old, coming(), Q3, day("2025-05-19"))
    assert made.duties[0] == Duty(Quarter(2022, 2), day("2025-07-31"))


def test_the_new_mandatary_does_the_past_but_for_what_the_contract_leaves() -> None:
    made = transfer(running(BUREAU), coming(kept_by_former=[Q2]), Q3, day("2025-05-19"))
    both = (made.former, made.new)
    assert reason(MERIDIAAN, Act.DECLARE_DMFA, "2025-07-14", *both, quarter=Q1) == "mandated"
    assert reason(MERIDIAAN, Act.DECLARE_DMFA, "2025-07-14", *both, quarter=Q2) == "kept_by_former"
    assert reason(BUREAU, Act.DECLARE_DMFA, "2025-07-14", *both, quarter=Q2) == "kept_quarter"
    assert reason(BUREAU, Act.DECLARE_DMFA, "2025-07-14", *both, quarter=Q1) == "ended"
    assert reason(MERIDIAAN, Act.COMPUTE_PAY, "2025-07-14", *both, quarter=Q2) == "mandated"
    assert "2025Q2" in made.text("de")[1]


def test_what_was_ended_already_is_taken_over_all_the_same() -> None:
    ending = happens(running(BUREAU), "renounced", "2025-04-02", last="2025-06-30")
    made = transfer(ending, coming(), Q3, day("2025-05-19"))
    assert made.former.happened(Happening.REVOKED) == ()
    assert made.former.state(day("2025-07-01")) is State.INFORMATION_DUTY


@pytest.mark.parametrize(
    ("former", "new", "quarter", "on", "code"),
    [
        (running(BUREAU), coming(), Q2, "2025-05-19", "not_at_the_quarter"),
        (running(BUREAU), coming(), Q3, "2025-07-01", "notified_late"),
        (running(BUREAU), replace(coming(), employer=BAKERY, giver=BAKERY), Q3, "2025-05-19", "not_the_same"),
        (running(), coming(), Q3, "2025-05-19", "taken_over_by_itself"),
        (running(BUREAU, last_day=day("2025-03-31")), coming(), Q3, "2025-05-19", "nothing_to_take_over"),
        (running(BUREAU), drafted(key="M002", first="2025-07-01"), Q3, "2025-05-19", "not_now"),
    ],
)  # fmt: skip
def test_a_transfer_is_at_a_change_of_quarter_and_told_before(
    former: Mandate, new: Mandate, quarter: Quarter, on: str, code: str
) -> None:
    with pytest.raises(MandateRefused, check=lambda error: error.code == code):
        transfer(former, new, quarter, day(on))


def test_two_in_an_exclusive_group_are_a_conflict_and_neither_may() -> None:
    one, other = (
        running(BUREAU),
        running(key="M002", first="2025-04-01", last_day=day("2025-12-31")),
    )
    (conflict,) = conflicts([other, one])
    assert (conflict.keys, conflict.first, conflict.last) == (
        ("M001", "M002"),
        Q2,
        Quarter(2025, 4),
    )
    assert reason(BUREAU, Act.DECLARE_DMFA, "2025-03-31", one, other) == "mandated"
    for actor in (BUREAU, MERIDIAAN):
        assert reason(actor, Act.DECLARE_DMFA, "2025-04-01", one, other) == "conflict"
    assert reason(BUREAU, Act.DECLARE_DMFA, "2026-01-01", one, other) == "mandated"
    (remark,) = remarks_on_mandates([one, other], day("2025-05-01"), "en")
    assert (remark.rule, remark.severity.blocks) == ("conflict", True)
    assert remarks_on_mandates([one, other], day("2026-01-01"), "en") == ()


def test_other_groups_other_employers_and_the_same_mandatary_are_no_conflict() -> None:
    one = running(BUREAU)
    risk = running(group=Group.DRS_UNEMPLOYMENT, tasks=[Act.DECLARE_UNEMPLOYMENT_RISK], key="M002")
    elsewhere = replace(running(key="M003"), employer=BAKERY, giver=BAKERY, events=())
    renewed = running(BUREAU, key="M004", first="2025-04-01")
    unsigned = drafted(key="M005")
    assert conflicts([one, risk, elsewhere, renewed, unsigned]) == ()


def test_a_delegation_stands_on_the_mandate_of_its_giver() -> None:
    ground = running(tasks=COLLECTING)
    handed = delegation(ground, "D001", COUNTER, [Act.DECLARE_DIMONA], day("2025-04-01"))
    handed = notified(handed, "2025-03-03")
    assert handed.giver == MERIDIAAN.enterprise_number
    assert reason(COUNTER, Act.DECLARE_DIMONA, "2025-03-31", ground, handed) == "not_yet_active"
    assert reason(COUNTER, Act.DECLARE_DIMONA, "2025-04-01", ground, handed) == "delegated"
    assert reason(MERIDIAAN, Act.DECLARE_DIMONA, "2025-04-01", ground, handed) == "mandated"
    assert reason(COUNTER, Act.DECLARE_DMFA, "2025-04-01", ground, handed) == "task_not_given"
    ended = happens(ground, "revoked", "2025-05-12", WORKSHOP, "2025-06-30")
    lost = "delegation_without_ground"
    assert reason(COUNTER, Act.DECLARE_DIMONA, "2025-07-01", ended, handed) == lost
    assert reason(COUNTER, Act.DECLARE_DIMONA, "2025-04-01", handed) == lost
    back = happens(handed, "revoked", "2025-05-12", MERIDIAAN.enterprise_number, "2025-06-30")
    assert reason(COUNTER, Act.DECLARE_DIMONA, "2025-07-01", ground, back) == "ended"


@pytest.mark.parametrize(
    ("tasks", "first", "last", "code"),
    [
        ([Act.DECLARE_DMFA, Act.COLLECT_CONTRIBUTIONS], "2025-04-01", "2025-06-30", "collection_uncertified"),
        ([Act.DECLARE_DIMONA], "2024-10-01", "2025-06-30", "delegation_too_long"),
        ([Act.DECLARE_DIMONA], "2025-04-01", "2026-03-31", "delegation_too_long"),
        ([Act.DECLARE_DIMONA], "2025-04-01", None, "delegation_too_long"),
        ([Act.DECLARE_DIMONA], "2025-04-02", "2025-06-30", "start_inside_quarter"),
    ],
)  # fmt: skip
def test_nobody_hands_on_more_than_it_has(
    tasks: list[Act], first: str, last: str | None, code: str
) -> None:
    ground = running(tasks=COLLECTING, last_day=day("2025-12-31"))
    with pytest.raises(MandateRefused, check=lambda error: error.code == code):
        delegation(ground, "D001", COUNTER, tasks, day(first), last_day=day(last) if last else None)


def test_tasks_that_the_mandate_lacks_and_delegations_are_not_handed_on() -> None:
    ground = running(BUREAU, tasks=[Act.DECLARE_DIMONA])
    with pytest.raises(MandateRefused, match="has no such task to delegate: declare a DmfA"):
        delegation(ground, "D001", COUNTER, [Act.DECLARE_DMFA], day("2025-04-01"))
    handed = delegation(ground, "D001", COUNTER, [Act.DECLARE_DIMONA], day("2025-04-01"))
    with pytest.raises(MandateRefused, match="delegation itself"):
        delegation(handed, "D002", MERIDIAAN, [Act.DECLARE_DIMONA], day("2025-04-01"))


def test_an_end_told_late_stands_and_is_remarked() -> None:
    ended = happens(running(), "revoked", "2025-05-12", WORKSHOP, "2025-06-30")
    rules = {
        on: [one.rule for one in remarks_on_mandates([ended], day(on), "nl")]
        for on in ("2025-05-27", "2025-05-28", "2025-06-15", "2025-06-16")
    }
    assert rules == {
        "2025-05-27": [],
        "2025-05-28": ["end_not_told"],
        "2025-06-15": ["end_not_told"],
        "2025-06-16": ["end_not_told", "end_told_near"],
    }
    late = happens(ended, "end_notified", "2025-06-20", last="2025-06-30")
    assert [one.rule for one in remarks_on_mandates([late], day("2025-09-01"), "fr")] == [
        "end_told_late",
        "end_told_near",
    ]
    intime = happens(ended, "end_notified", "2025-05-27", last="2025-06-30")
    assert remarks_on_mandates([intime], day("2025-09-01"), "fr") == ()


def test_a_provider_has_no_term_before_the_end() -> None:
    ended = happens(running(BUREAU), "revoked", "2025-06-23", WORKSHOP, "2025-06-30")
    told = happens(ended, "end_notified", "2025-06-27", last="2025-06-30")
    assert remarks_on_mandates([told], day("2025-09-01"), "en") == ()


def test_a_mandate_that_was_not_notified_in_time_is_remarked() -> None:
    mandate = signed(drafted(), "2024-12-02")
    assert remarks_on_mandates([mandate], day("2024-12-31"), "en") == ()
    (remark,) = remarks_on_mandates([mandate], day("2025-01-01"), "en")
    assert remark.rule == "never_notified"
    assert remark.path == "M001"
