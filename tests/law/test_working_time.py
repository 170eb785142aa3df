"""The yearly maximums of overtime hold whatever the months: carried, split, taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.engine import Family, LawBook, LawError, Row, Sheet
from officium.law import Question, belgium

MARCH = {"on": date(2025, 3, 1), "paid": date(2025, 3, 31)}
RELIEVED = Question(
    belgium(),
    want=["overtime_hours_relieved", "overtime_hours_of_year", "overtime_relief"],
    **MARCH,  # type: ignore[arg-type]
)
RELAUNCH = Question(
    belgium(),
    want=["relaunch_hours_of_year", "item_exempt", "item_liable_pay", "overtime_hours"],
    **MARCH,  # type: ignore[arg-type]
)
BOOK = LawBook(belgium(), want=["relaunch_exempt_hours"], **MARCH)  # type: ignore[arg-type]
MOST_RELIEVED, MOST_RELAUNCH = 180, 120

whole_hours = st.lists(st.integers(0, 60), min_size=1, max_size=12)


def relieved(hours: int, before: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """The hours relieved in a month, all those of the year so far, and the relief in euro."""
    found = RELIEVED.answer(
        {
            "item_kind": "overtime_50",
            "item_hours": f"{hours}.00",
            "is_paid_by_hour": True,
            "hourly_wage": "20.0000",
            "overtime_hours_of_year_before": str(before),
        }
    ).results
    in_month, so_far, relief = (Decimal(str(value)) for value in found.values())
    return in_month, so_far, relief


def year_of(months: list[int]) -> tuple[Decimal, Decimal]:
    """The hours relieved in a year of such months, and the relief."""
    total, so_far, relief = Decimal(0), Decimal(0), Decimal(0)
    for hours in months:
        in_month, so_far, of_month = relieved(hours, so_far)
        total, relief = total + in_month, relief + of_month
    return total, relief


@settings(deadline=None, max_examples=60)
@given(months=whole_hours)
def test_the_hours_relieved_in_a_year_are_all_of_them_up_to_the_maximum(months: list[int]) -> None:
    hours, _ = year_of(months)
    assert hours == min(sum(months), MOST_RELIEVED)


@settings(deadline=None, max_examples=60)
@given(months=whole_hours)
def test_splitting_the_hours_over_months_does_not_change_the_relief_of_the_year(
    months: list[int],
) -> None:
    assert year_of(months) == year_of([sum(months)])


@settings(deadline=None, max_examples=40)
@given(before=st.integers(0, 250), wrong=st.integers(1, 250), after=st.integers(0, 250))
def test_hours_recorded_by_mistake_and_taken_back_leave_no_trace(
    before: int, wrong: int, after: int
) -> None:
    assert year_of([before, wrong, -wrong, after]) == year_of([before, 0, 0, after])


@settings(deadline=None, max_examples=60)
@given(months=whole_hours)
def test_relaunch_hours_are_free_up_to_the_maximum_and_overtime_beyond_it(
    months: list[int],
) -> None:
    before, exempt, liable, overtime = (Decimal(0) for _ in range(4))
    for hours in months:
        found = RELAUNCH.answer(
            {
                "item_kind": "relaunch_overtime",
                "item_hours": f"{hours}.00",
                "is_paid_by_hour": True,
                "hourly_wage": "20.0000",
                "relaunch_hours_of_year_before": str(before),
            }
        ).results
        before = Decimal(str(found["relaunch_hours_of_year"]))
        exempt += Decimal(str(found["item_exempt"]))
        liable += Decimal(str(found["item_liable_pay"]))
        overtime += Decimal(str(found["overtime_hours"]))
    free = min(sum(months), MOST_RELAUNCH)
    assert (before, exempt) == (sum(months), 20 * free)
    assert (overtime, liable) == (sum(months) - free, 30 * (sum(months) - free))


@settings(deadline=None, max_examples=60)
@given(
    lines=st.lists(st.integers(-2000, 4000), min_size=1, max_size=5),
    before=st.integers(0, 200_00),
)
def test_the_lines_of_a_month_share_what_the_maximum_leaves(lines: list[int], before: int) -> None:
    family = month_of([("relaunch_overtime", hours) for hours in lines], before)
    exempt = [family.fact("relaunch_exempt_hours", row) for row in range(len(lines))]
    most = MOST_RELAUNCH * 100
    assert sum(exempt) == min(before + sum(lines), most) - min(before, most)
    assert all(
        min(0, hours) <= part <= max(0, hours) for hours, part in zip(lines, exempt, strict=True)
    )


def month_of(lines: list[tuple[str, int]], relaunch_before: int) -> Family:
    """A month with these lines: kind, and hundredths of hours."""
    items = tuple(Row({"item_kind": kind, "item_hours": hours}, {}) for kind, hours in lines)
    contract = Row({}, {"pay-item": items})
    row = Row({"relaunch_hours_of_year_before": relaunch_before}, {"contract-month": (contract,)})
    return Family(BOOK, Sheet(BOOK, row, "the test"))


def test_the_relief_of_2026_is_not_guessed() -> None:
    question = Question(
        belgium(),
        want=["overtime_relief"],
        on=date(2026, 1, 1),
        paid=date(2026, 1, 30),
        provisional=True,
    )
    asked = {"is_paid_by_hour": True, "hourly_wage": "20.0000"}
    none = question.answer({**asked, "item_kind": "premium", "item_hours": "0.00"})
    assert none.results == {"overtime_relief": "0.00"}
    with pytest.raises(LawError, match="130 hours by the code itself"):
        question.answer({**asked, "item_kind": "overtime_50", "item_hours": "3.00"})


def test_relaunch_hours_after_march_2026_are_not_guessed() -> None:
    question = Question(
        belgium(),
        want=["relaunch_exempt_hours"],
        on=date(2026, 4, 1),
        paid=date(2026, 4, 30),
        provisional=True,
    )
    with pytest.raises(LawError, match="a new system of voluntary overtime was announced"):
        question.answer(
            {
                "item_kind": "relaunch_overtime",
                "item_hours": "3.00",
                "is_paid_by_hour": True,
                "hourly_wage": "20.0000",
            }
        )
