"""What must hold of indemnities, whatever the figures."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.language import plain
from officium.law import Question, belgium

MARCH = date(2025, 3, 1)
KINDS = ("notice_indemnity", "notice_indemnity_outplacement")


def amounts(want: str, **facts: Any) -> int:
    """A fact in March 2025, in cents."""
    question = Question(belgium(), want=[want], on=MARCH, paid=date(2025, 3, 31))
    return int(question.answer(facts).results[want].replace(".", ""))


@settings(max_examples=40, deadline=None)
@given(
    kind=st.sampled_from(KINDS),
    yearly=st.integers(1, 50_000_000),
    weeks=st.integers(0, 100),
    more=st.integers(1, 20),
)
def test_a_longer_notice_never_gives_less(kind: str, yearly: int, weeks: int, more: int) -> None:
    less, greater = (
        amounts("item_amount", item_kind=kind, item_base=plain(yearly, 2), item_units=str(units))
        for units in (weeks, weeks + more)
    )
    assert 0 <= less <= greater


@settings(max_examples=40, deadline=None)
@given(yearly=st.integers(1, 50_000_000), weeks=st.integers(0, 100))
def test_outplacement_takes_off_four_weeks_and_never_more(yearly: int, weeks: int) -> None:
    plain_notice, offered = (
        amounts("item_amount", item_kind=kind, item_base=plain(yearly, 2), item_units=str(weeks))
        for kind in KINDS
    )
    # Four weeks of pay, a cent more or less by rounding.
    assert plain_notice - offered <= yearly * 4 // 52 + 1


@settings(max_examples=40, deadline=None)
@given(days=st.integers(0, 1_000), weeks=st.integers(1, 60), yearly=st.integers(1, 40_000_000))
def test_the_rest_of_a_fixed_term_is_at_most_twice_the_notice(
    days: int, weeks: int, yearly: int
) -> None:
    until = date.fromordinal(MARCH.toordinal() + days)
    base = plain(yearly, 2)
    rest = amounts(
        "item_amount",
        item_kind="fixed_term_indemnity",
        item_base=base,
        item_units=str(weeks),
        item_day=MARCH.isoformat(),
        item_until=until.isoformat(),
    )
    twice = amounts(
        "item_amount", item_kind="notice_indemnity", item_base=base, item_units=str(2 * weeks)
    )
    assert 0 <= rest <= twice


@pytest.mark.parametrize(
    ("ends", "agree"),
    [
        ("2025-06-30", False),  # the last day of the first half: the notice is owed
        ("2025-07-01", True),  # from then on the rest of the term, at most twice the notice
        ("2025-08-29", True),
        ("2025-10-08", True),
        ("2025-12-30", True),
        ("2025-12-31", True),
    ],
)
def test_the_days_owed_of_a_term_are_those_of_its_indemnity(ends: str, agree: bool) -> None:
    """Of a year from January on: what the shelf on notice owes, the line of pay pays."""
    on = date.fromisoformat(ends)
    told = {
        "worker_status": "white_collar",
        "contract_begins": "2025-01-01",
        "in_service_since": "2025-01-01",
        "notice_given_by": "employer",
        "notice_notified_on": ends,
        "notice_begins": date.fromordinal(on.toordinal() + 1).isoformat(),
        "contract_ends": ends,
        "term_ends": "2025-12-31",
    }
    want = ["days_owed_of_term", "notice_weeks"]
    owed = Question(belgium(), want=want, on=on, paid=on).answer(told).results
    line = {
        "item_kind": "fixed_term_indemnity",
        "item_base": "52000.00",
        "item_units": str(owed["notice_weeks"]),
        "item_day": told["notice_begins"],
        "item_until": "2025-12-31",
    }
    paid = Question(belgium(), want=["days_covered"], on=on, paid=on).answer(line).results
    assert (f"{owed['days_owed_of_term']}.00" == paid["days_covered"]) is agree
    if not agree:
        assert int(str(owed["days_owed_of_term"])) == 7 * int(str(owed["notice_weeks"]))


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_notice_pay_is_explained_by_weeks_and_pay_of_a_year(language: str) -> None:
    question = Question(belgium(), want=["item_amount"], on=MARCH, paid=date(2025, 3, 31))
    facts = {"item_kind": "notice_indemnity", "item_base": "52000.00", "item_units": "10"}
    answer = question.answer(facts, language)
    told = {name.partition("[")[0] for name in answer.explanation["facts"]}
    assert {"item_amount", "indemnity_yearly_pay", "days_covered"} <= told
