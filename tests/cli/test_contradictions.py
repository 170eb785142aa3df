"""Given facts that cannot be true together are refused, and so are names that no answer needs."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Speak

CLERK = {"worker_status": "white_collar", "gross_pay": "2500.00"}
FEBRUARY = ("--month", "2025-02")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (
            {"dependent_children": "1", "disabled_dependent_children": "2"},
            "disabled_dependent_children is more than dependent_children",
        ),
        (
            {"other_dependents": "0", "disabled_other_dependents": "1"},
            "disabled_other_dependents is more than other_dependents",
        ),
        (
            {"bonus_days_paid": "19", "bonus_days_possible": "0"},
            "bonus_days_paid is given and bonus_days_possible is nothing",
        ),
        (
            {"bonus_hours_paid": "76"},
            "bonus_hours_paid is given and bonus_hours_full_time is nothing",
        ),
        (
            {"is_couple": True, "spouse_income": "full", "is_single_parent": True},
            "is_single_parent and is_couple are both true",
        ),
    ],
)
def test_facts_that_deny_each_other_are_refused(
    evaluate: Speak, more: dict[str, Any], says: str
) -> None:
    said = evaluate({**CLERK, **more}, "net_pay", *FEBRUARY)
    assert said.status == 2
    assert said.json["error"]["code"] == "contradiction"
    assert said.json["error"]["message"].startswith(says)


@pytest.mark.parametrize(
    "more",
    [
        {"dependent_children": "2", "disabled_dependent_children": "2"},
        # Recorded alone, a disabled child is a dependent child too.
        {"disabled_dependent_children": "1"},
        {"bonus_days_paid": "0", "bonus_days_possible": "0"},
        {"bonus_days_paid": "23", "bonus_days_possible": "22"},
        {"is_couple": False, "is_single_parent": True, "dependent_children": "1"},
    ],
)
def test_facts_that_agree_are_answered(evaluate: Speak, more: dict[str, Any]) -> None:
    assert evaluate({**CLERK, **more}, "net_pay", *FEBRUARY).status == 0


def test_names_are_known_even_where_nothing_is_asked(evaluate: Speak) -> None:
    said = evaluate([], "net_pya", *FEBRUARY)
    assert (said.status, said.json["error"]["code"]) == (2, "unknown_fact")
    assert "did you mean net_pay" in said.json["error"]["message"]
    assert evaluate([], "net_pay", *FEBRUARY).json == []
