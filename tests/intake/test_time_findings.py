"""What is wrong with a day: each story names its cell, and the remedy works."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from openpyxl.comments import Comment

from officium.intake import merged_records

from .conftest import Case, edited, told

SHOP_IN_MAY = Case("shop", "2025-05")
PARTIAL = {"A6": "S001", "C6": 1, "D6": "sickness", "E6": "2025-05-05", "F6": "2025-05-06"}


@pytest.mark.parametrize(
    ("cell", "typed", "rule", "remedy"),
    [
        ("F9", "7.6", "outside_contract", None),
        ("F6", None, "day_missing", "7.6"),
        ("F6", "Q", "unknown_code", "H"),
        ("F6", "25", "hours_of_a_day", "7.6"),
        ("F6", "0", "zero_hours", "UP"),
        ("F6", "9", "hours_above", "7.6+overtime_50 1.4"),
        ("F6", "4", "hours_below", "4+H"),
        ("F6", "H+UP", "two_rests", "H 3.6+UP"),
        ("F6", "H 4+H 3.6", "code_twice", "H"),
        ("F6", "7.6+H", "nothing_left", "7.6"),
        ("F6", "7.6+overtime_50", "hours_needed", "7.6+overtime_50 1"),
        ("F6", "7.6+overtime_50 17", "over_24", "7.6+overtime_50 1"),
        ("F6", "7.6+additional_hours 1", "part_time_only", "7.6+overtime_50 1"),
        ("F6", "career_break", "career_by_terms", "7.6"),
        ("F6", "S", "absence_not_recorded", "H"),
        ("D6", "5", "day_off_worked", "overtime_50 5"),
        ("D6", "H", "no_schedule", None),
        ("F6", "=3+4.6", "formula", "7.6"),
        ("F6", True, "no_value", "7.6"),
        ("F6", 7.605, "too_many_decimals", "7.6"),
    ],
)
def test_a_day_that_does_not_fit_is_told_by_its_cell(
    cell: str, typed: Any, rule: str, remedy: str | None
) -> None:
    case = Case()
    delivery = case.edited({f"time!{cell}": typed})
    assert told(delivery.findings) == [(f"time!{cell}", rule)]
    assert delivery.blocks
    assert case.edited({f"time!{cell}": remedy}).findings == ()


@pytest.mark.parametrize("typed", [7.6, "7,60", " 7.6 ", "worked 7.6", "7.60 W"])
def test_the_same_hours_typed_otherwise_change_nothing(typed: Any) -> None:
    case = Case()
    delivery = case.edited({"time!F6": typed})
    assert delivery.findings == ()
    assert merged_records(case.records, delivery) == case.records


def test_nought_on_a_day_off_says_nothing() -> None:
    assert Case().edited({"time!D6": 0}).findings == ()


def test_what_the_spreadsheet_made_a_date_is_no_hours() -> None:
    delivery = Case().edited({"time!F6": datetime(2025, 5, 8)})
    assert told(delivery.findings) == [("time!F6", "day_for_time")]


def test_who_is_paid_by_the_hour_may_work_longer_without_a_code() -> None:
    case = Case()
    delivery = case.edited({"time!F7": "9.5"})
    assert delivery.findings == ()
    added = set(merged_records(case.records, delivery).time) - set(case.records.time)
    assert [(one.code, one.hours) for one in added] == [("worked", 950)]


def test_hours_on_a_public_holiday_need_the_word() -> None:
    assert told(SHOP_IN_MAY.edited({"time!D6": "7.6"}).findings) == [("time!D6", "holiday_worked")]
    delivery = SHOP_IN_MAY.edited({"time!D6": "W 7.6"})
    assert delivery.findings == ()
    added = set(merged_records(SHOP_IN_MAY.records, delivery).time) - set(SHOP_IN_MAY.records.time)
    assert [(one.code, one.hours, one.day.day) for one in added] == [("worked", 760, 1)]


def test_a_full_day_of_work_and_an_absence_are_one_too_many() -> None:
    """The absence is added and the cells still say work."""
    absence = {f"absences!{cell}": value for cell, value in PARTIAL.items()}
    days = {"time!H6": "7.6", "time!I6": "7.6"}
    delivery = SHOP_IN_MAY.edited({**absence, **days})
    assert told(delivery.findings) == [
        ("time!H6", "hours_on_absence"),
        ("time!I6", "hours_on_absence"),
    ]
    half = SHOP_IN_MAY.edited({**absence, "time!H6": "3.8+S", "time!I6": "A"})
    assert half.findings == ()
    own = [one for one in half.time if one.staff_number == "S001" and one.day.day in (5, 6)]
    assert [(one.code, one.hours) for one in own] == [("worked", 380)]


def test_hours_and_an_absence_that_do_not_make_the_day() -> None:
    absence = {f"absences!{cell}": value for cell, value in PARTIAL.items()}
    delivery = SHOP_IN_MAY.edited({**absence, "time!H6": "3.8+S 3", "time!I6": "S"})
    assert told(delivery.findings) == [("time!H6", "hours_below")]


def test_another_absence_than_the_recorded_one() -> None:
    delivery = Case("shop").edited({"time!F15": "WA"})
    assert told(delivery.findings) == [("time!F15", "other_absence")]


def test_a_public_holiday_left_in_the_sheet_is_no_mistake_in_a_new_absence() -> None:
    absence = {"A6": "S001", "C6": 1, "D6": "strike", "E6": "2025-05-01", "F6": "2025-05-01"}
    delivery = SHOP_IN_MAY.edited({f"absences!{cell}": value for cell, value in absence.items()})
    assert delivery.findings == ()


def test_a_variable_schedule_needs_hours_for_every_word() -> None:
    """S004 works when called: the hours planned on a day of absence are told too."""
    assert told(SHOP_IN_MAY.edited({"time!E9": "H"}).findings) == [("time!E9", "hours_needed")]
    ill = {"A6": "S004", "C6": 1, "D6": "sickness", "E6": "2025-05-02", "F6": "2025-05-02"}
    absence = {f"absences!{cell}": value for cell, value in ill.items()}
    delivery = SHOP_IN_MAY.edited({**absence, "time!E9": "S 5"})
    assert delivery.findings == ()
    own = [one for one in delivery.time if one.staff_number == "S004" and one.day.day == 2]
    assert [(one.code, one.hours) for one in own] == [("absent", 500)]


@pytest.mark.parametrize(
    ("cells", "place", "rule"),
    [
        ({"A6": "W999"}, "A6", "unknown_worker"),
        ({"C6": 2}, "A6", "unknown_contract"),
        ({"B6": "Benali Karim"}, "A6", "other_name"),
        ({"B2": "2025-03"}, "B2", "wrong_month"),
        ({"B2": None}, "B2", "no_month"),
        ({"C3": "0200065765"}, "C3", "other_employer"),
        ({"AF5": "29", "AF6": "7.6"}, "AF5", "unknown_column"),
    ],
)
def test_whose_row_and_which_month(cells: dict[str, Any], place: str, rule: str) -> None:
    delivery = Case().edited({f"time!{cell}": value for cell, value in cells.items()})
    assert told(delivery.findings)[0] == (f"time!{place}", rule)


def test_a_row_twice_is_told_day_by_day() -> None:
    row = {"A13": "W007", "C13": 1, "F13": "8"}
    delivery = Case().edited({f"time!{cell}": value for cell, value in row.items()})
    assert ("time!F13", "twice") in told(delivery.findings)
    assert {rule for _, rule in told(delivery.findings)} == {"twice"}


def test_two_contracts_in_a_month_are_told_apart() -> None:
    delivery = Case("shop").edited({"time!C12": None})
    assert told(delivery.findings) == [("time!A12", "which_contract")]


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_findings_speak_the_language_and_name_the_remedy(language: str) -> None:
    case = Case(language=language)
    sheet = {"nl": "tijd", "fr": "temps", "de": "Zeit", "en": "time"}[language]
    content = edited(case.file(), {f"{sheet}!F6": "4"})
    (finding,) = case.read(content, language).findings
    mark = "." if language == "en" else ","
    assert finding.path == f"{sheet}!F6"
    assert f"7{mark}6" in finding.message
    assert f"3{mark}6" in finding.message


def test_a_comment_in_a_cell_is_nobodys_mistake() -> None:
    def comment(book: Any) -> None:
        book["time"]["F6"].comment = Comment("really?", "clerk")

    assert Case().edited({}, comment).findings == ()
