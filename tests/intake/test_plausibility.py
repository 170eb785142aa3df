"""What can be true and mostly is a slip: each rule in a story, and silent where nothing is odd."""

from __future__ import annotations

from typing import Any

import pytest

from officium.findings import Severity
from officium.intake import Delivery, in_service, plausibility
from officium.intake.plausibility import RULES
from officium.intake.wording import table

from .conftest import Case, told

MARCH = Case("workshop", "2025-03")
MAY, JUNE = Case("shop", "2025-05"), Case("shop", "2025-06")


def rules_of(case: Case, delivery: Delivery) -> list[tuple[str, str]]:
    assert delivery.findings == ()
    found = plausibility(case.records, case.employer, case.month, delivery, "en")
    assert {one.severity for one in found} <= {Severity.WARNING}
    return told(found)


def on_pay(row: int, values: dict[str, Any]) -> dict[str, Any]:
    return {f"pay!{column}{row}": value for column, value in values.items()}


def test_nothing_is_odd_in_the_months_of_the_example() -> None:
    for month in ("2025-01", "2025-02", "2025-03"):
        case = Case("workshop", month)
        assert rules_of(case, case.read(case.file())) == []


def test_a_whole_month_without_pay_and_without_a_reason() -> None:
    days = "FGHIJMNOPQTUVWX"
    cells = {f"time!{column}6": "UP" for column in (*days, "AA", "AB", "AC", "AD", "AE")}
    assert ("W001", "no_paid_hour") in rules_of(Case(), Case().edited(cells))


def test_somebody_who_is_called_and_never_was() -> None:
    columns = list("DEFGHIJKLMNOPQRSTUVWXYZ") + [f"A{letter}" for letter in "ABCDEFGH"]
    silent = {f"time!{column}9": None for column in columns}
    silent |= {"time!D9": "UP 6.33", "time!AF9": "UP 6.33"}
    assert ("S004", "no_paid_hour") in rules_of(MAY, MAY.edited(silent))


def test_lines_of_more_than_the_basic_pay() -> None:
    line = {"A": "W006", "C": 1, "D": "premium", "E": "2500.00"}
    assert rules_of(Case(), Case().edited(on_pay(7, line))) == [("pay!D7", "lines_above_basic_pay")]
    once = {**line, "E": "2400.00"}
    assert rules_of(Case(), Case().edited(on_pay(7, once))) == []


@pytest.mark.parametrize(("amount", "is_odd"), [("600", True), ("599.99", False), ("6", True)])
def test_an_amount_ten_times_the_last_one(amount: str, is_odd: bool) -> None:
    """The language premium is 60 euro in January; ten times that, or a tenth, is a slip of the comma."""
    found = rules_of(Case(), Case().edited({"pay!E6": amount}))
    assert found == ([("pay!D6", "tenfold")] if is_odd else [])


def test_a_monthly_line_that_is_gone() -> None:
    case = Case("shop", "2025-04")
    cells = {f"pay!{column}6": None for column in "ABCDEFGHIJKLMNO"}
    delivery = case.edited(cells)
    found = plausibility(case.records, case.employer, case.month, delivery, "en")
    assert ("S001", "line_gone") in told(found)
    untouched = plausibility(case.records, case.employer, case.month, case.read(case.file()), "en")
    assert told(untouched) == []


def test_called_twice_as_often_as_the_month_before_and_more_than_full_time() -> None:
    columns = list("FGHIJMNOPQTUVWX")
    row = _row_of_s004(JUNE)
    cells = {f"time!{column}{row}": "W 16" for column in columns}
    found = rules_of(JUNE, JUNE.edited(cells))
    assert ("S004", "hours_doubled") in found
    assert ("S004", "more_than_full_time") in found


def _row_of_s004(case: Case) -> int:
    people = [one.key[0] for one in in_service(case.records, case.employer, case.month)]
    return 6 + people.index("S004")


def test_overtime_on_every_day_of_work() -> None:
    columns = [*"FGHIJMNOPQTUVWX", "AC", "AD", "AE"]
    cells = {f"time!{column}6": "7.6+OT50 1" for column in columns}
    assert ("W001", "overtime_every_day") in rules_of(Case(), Case().edited(cells))
    del cells["time!F6"]
    assert rules_of(Case(), Case().edited(cells)) == []


def test_every_rule_has_its_words() -> None:
    assert RULES.keys() == table()["plausible"].keys()
