"""What is wrong with a line of pay or an absence, by cell."""

from __future__ import annotations

from typing import Any

import pytest

from officium.intake import merged_records

from .conftest import Case, told

PREMIUM = {"A7": "W002", "C7": 1, "D7": "premium", "E7": "25,50"}
ILL = {"A6": "W002", "C6": 1, "D6": "sickness", "E6": "2025-02-03", "F6": "2025-02-04"}
IN_TIME = {"time!F7": "S", "time!G7": "S"}


def on(sheet: str, row: dict[str, Any]) -> dict[str, Any]:
    return {f"{sheet}!{cell}": value for cell, value in row.items()}


@pytest.mark.parametrize("kind", ["premium", "premie", "Prime", "Prämie"])
def test_a_line_of_pay_by_the_name_of_any_language(kind: str) -> None:
    case = Case()
    delivery = case.edited(on("pay", {**PREMIUM, "D7": kind, "O7": "Bonus"}))
    assert delivery.findings == ()
    added = set(merged_records(case.records, delivery).pay) - set(case.records.pay)
    assert [(one.kind, one.amount) for one in added] == [("premium", 2550)]


@pytest.mark.parametrize(
    ("change", "place", "rule"),
    [
        ({"A7": "W099"}, "A7", "unknown_worker"),
        ({"D7": "premiom"}, "D7", "unknown_kind"),
        ({"D7": "????"}, "D7", "no_kind"),
        ({"E7": None}, "D7", "needed"),
        ({"F7": "2"}, "D7", "not_taken"),
        ({"E7": "1.234"}, "E7", "ambiguous_number"),
        ({"E7": "25 EUR"}, "E7", "no_number"),
        ({"E7": "=1+1"}, "E7", "formula"),
        ({"E7": "99999999999"}, "D7", "refused"),
        ({"A7": "W005", "D7": "arrears", "M7": "3/2/2025"}, "M7", "day_as_text"),
        ({"D7": "double_holiday_pay", "E7": None, "J7": 12, "K7": 1}, "D7", "refused"),
    ],
)
def test_a_line_of_pay_that_does_not_fit(change: dict[str, Any], place: str, rule: str) -> None:
    delivery = Case().edited(on("pay", {**PREMIUM, **change}))
    assert told(delivery.findings) == [(f"pay!{place}", rule)]


@pytest.mark.parametrize(
    ("change", "place", "rule"),
    [
        ({"D6": "sickly"}, "D6", "unknown_kind"),
        ({"E6": "03-02-2025"}, "E6", "day_as_text"),
        ({"E6": None}, "E6", "no_day"),
        ({"F6": "2025-02-01"}, "D6", "refused"),
        ({"D6": "wedding"}, "D6", "needed"),
        ({"H6": "0.5"}, "D6", "not_taken"),
        ({"J6": "perhaps"}, "J6", "no_answer"),
        ({"A6": "W004", "E6": "2025-01-20", "F6": "2025-01-20"}, "D6", "refused"),
    ],
)
def test_an_absence_that_does_not_fit(change: dict[str, Any], place: str, rule: str) -> None:
    delivery = Case().edited(on("absences", {**ILL, **change}))
    assert (f"absences!{place}", rule) in told(delivery.findings)
    assert delivery.blocks


def test_an_absence_told_twice_and_two_that_overlap() -> None:
    again = {cell.replace("6", "7"): value for cell, value in ILL.items()}
    delivery = Case().edited({**on("absences", {**ILL, **again}), **IN_TIME})
    assert told(delivery.findings) == [("absences!D7", "twice")]
    other = on("absences", {**ILL, **again, "D7": "unpaid_leave", "E7": "2025-02-04"})
    refused = Case().edited({**other, "time!F7": "S", "time!G7": "A"})
    assert ("absences!D7", "refused") in told(refused.findings)


def test_an_absence_with_yes_in_a_language() -> None:
    case = Case()
    delivery = case.edited(
        {**on("absences", {**ILL, "J6": "Ja"}), "time!F7": "3+S", "time!G7": "S"}
    )
    assert delivery.findings == ()
    (absence,) = delivery.absences
    assert absence.begun == "yes"


def test_an_absence_that_is_left_out_stays_and_is_told() -> None:
    case = Case("shop")
    cleared = {f"absences!{column}6": None for column in "ABCDEF"}
    delivery = case.edited(cleared)
    assert told(delivery.findings) == [("", "absence_left_out")]
    assert merged_records(case.records, delivery) == case.records
