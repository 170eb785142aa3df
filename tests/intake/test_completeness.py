"""Who is complete, and what is asked of the others."""

from __future__ import annotations

from officium.intake import completeness, completeness_told, in_service

from .conftest import Case

HEADING = "staff_number,day,time"


def _asked(case: Case, *lines: str) -> dict[str, tuple[int, bool]]:
    """How many days are missing of each contract, and whether it is silent."""
    delivered = [case.table(*lines, heading=HEADING)] if lines else []
    missing = completeness(case.records, case.employer, case.month, delivered)
    return {f"{one.staff_number}/{one.contract}": (len(one.days), one.is_silent) for one in missing}


def test_before_anything_is_delivered_every_day_of_the_schedule_is_missing() -> None:
    asked = _asked(Case())
    assert asked == {
        "W001/1": (20, True),
        "W002/1": (20, True),
        "W003/1": (12, True),
        "W004/1": (15, True),
        "W005/1": (15, True),
        "W006/1": (20, True),
        "W007/1": (12, True),
    }


def test_one_day_is_told_and_the_rest_still_missing() -> None:
    asked = _asked(Case(), "W001,2025-02-04,H")
    assert asked["W001/1"] == (19, False)
    assert asked["W002/1"] == (20, True)


def test_days_of_a_recorded_absence_are_not_asked_for() -> None:
    assert _asked(Case("shop"))["S013/1"] == (5, True)


def test_days_of_a_delivered_absence_are_not_asked_for() -> None:
    case = Case()
    delivery = case.table(
        "W001,sickness,2025-02-03,2025-02-28", heading="staff_number,kind,first,last"
    )
    assert delivery.findings == ()
    missing = completeness(case.records, case.employer, case.month, [delivery])
    assert "W001" not in {one.staff_number for one in missing}


def test_a_variable_schedule_asks_for_its_public_holidays_and_for_something() -> None:
    asked = _asked(Case("shop", "2025-05"))
    assert asked["S004/1"] == (2, True)
    assert "S004/1" not in _asked(
        Case("shop", "2025-05"), "S004,2025-05-01,F 6.33", "S004,2025-05-29,F 6.33"
    )


def test_two_deliveries_complete_each_other() -> None:
    case = Case()
    lines = [
        f"W003,{day},{hours}"
        for day, hours in (
            (one.isoformat(), "3.8" if one.weekday() == 2 else "7.6")
            for one in case.month.days
            if one.weekday() in (1, 2, 3)
        )
    ]
    halves = [case.table(*part, heading=HEADING) for part in (lines[:5], lines[5:])]
    for half, is_left in ((halves[:1], True), (halves, False)):
        missing = completeness(case.records, case.employer, case.month, half)
        assert ("W003" in {one.staff_number for one in missing}) == is_left


def test_the_count_says_who_is_complete() -> None:
    case = Case()
    everybody = len(in_service(case.records, case.employer, case.month))
    delivery = case.edited({"time!F6": None})
    missing = completeness(case.records, case.employer, case.month, [delivery])
    assert list(completeness_told(missing, everybody, "en")) == [
        "W001 Maes Sofie: nothing yet for day 3",
        "6 of 7 complete",
    ]
    nobody = completeness(case.records, case.employer, case.month, [])
    assert list(completeness_told(nobody, everybody, "nl"))[-1] == "0 van 7 volledig"
