"""The calendar as a whole: its keys, its order, its ranges, and the data that it rests on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.law import Month, Quarter
from officium.obligations import (
    Occurrence,
    State,
    StateName,
    calendar,
    data_day,
    due_told,
    legal_day,
    notes,
    office_calendar,
)

from .office import CERTIFIED, EMPLOYER, dues, happens, with_

YEAR = st.dates(date(2023, 1, 1), date(2026, 12, 31))


@given(YEAR, st.integers(0, 60), st.integers(1, 60))
def test_two_ranges_one_after_the_other_are_one(first: date, days: int, more: int) -> None:
    middle, last = first + timedelta(days=days), first + timedelta(days=days + more)
    dated = [
        [due.key for due in calendar(EMPLOYER, *ends) if due.day]
        for ends in ((first, middle), (middle + timedelta(days=1), last), (first, last))
    ]
    assert dated[0] + dated[1] == dated[2]


@given(YEAR, st.integers(0, 120))
def test_keys_are_due_once_in_order_and_in_the_range(first: date, days: int) -> None:
    last = first + timedelta(days=days)
    found = calendar(CERTIFIED, first, last)
    assert len({due.key for due in found}) == len(found)
    assert [due.day or date.max for due in found] == sorted(due.day or date.max for due in found)
    for due in found:
        assert due.day is None or any(
            day and first <= day <= last for day in (due.day, due.performer_day)
        )


def test_an_unknown_rule_for_closed_days_is_told_and_moves_nothing() -> None:
    saturday = dues("nsso_provision", EMPLOYER, "2025-07-05", "2025-07-05")[0]
    assert (saturday.closed_day_rule, saturday.is_closed_day) == ("unknown", True)
    assert "falls on a closed day; whether the term moves is not known" in notes(saturday, "en")
    tuesday = dues("nsso_provision", EMPLOYER, "2025-08-05", "2025-08-05")[0]
    assert list(notes(tuesday, "en")) == []


def test_a_flag_that_is_unknown_is_told() -> None:
    fund = dues("fund_contributions", with_(has_sector_fund=None), "2025-07-31", "2025-07-31")[0]
    assert fund.uncertain == ("sector_fund",)
    assert "not known whether this holds: joint committee with a fund" in notes(fund, "en")


def test_an_office_without_mandates_has_no_duties_of_its_own() -> None:
    assert office_calendar(EMPLOYER.performer, (), date(2025, 1, 1), date(2025, 12, 31)) == ()


def test_the_data_of_a_month_and_what_rests_on_them() -> None:
    # Paid on 7 May, the fourth working day; three working days before: 6, 5 and 2 May.
    april = data_day(EMPLOYER, Month(2025, 4), working_days_before=3)
    assert (april.day, april.pay_day) == (date(2025, 5, 2), date(2025, 5, 7))
    assert [
        due.key for due in april.due_for if due.duty.id in ("payslip", "nsso_provision", "dmfa")
    ] == [
        "nsso_provision:2025-04:",
        "payslip:2025-04:",
        "dmfa:2025Q2:",
    ]
    assert data_day(EMPLOYER, Month(2025, 4), working_days_before=0).day == april.pay_day
    with pytest.raises(BadInput, match="0 to 20 are expected"):
        data_day(EMPLOYER, Month(2025, 4), working_days_before=21)


def test_the_day_of_a_duty_by_its_name() -> None:
    assert legal_day("dmfa", Quarter(2025, 2)) == date(2025, 7, 31)
    assert legal_day("holiday_debit_note", 2025) == date(2025, 4, 30)
    assert legal_day("dimona_out", date(2025, 5, 28)) == date(2025, 5, 30)
    with pytest.raises(BadInput, match="dmfa has no known day for 2025-05"):
        legal_day("dmfa", Month(2025, 5))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_due_as_a_document(language: str) -> None:
    hire = dues("dimona_in", happens("hire", "2025-06-01"), "2025-06-01", "2025-06-01")[0]
    told = due_told(hire, State(StateName.READY), language)
    assert (told["key"], told["due"], told["state"]) == (
        "dimona_in:2025-06-01:W001",
        "2025-06-01",
        "ready",
    )
    assert told["sanction"]["level"] == 4 and told["sanction"]["per_worker"]
    assert told["note"] and told["name"] and told["reason"].endswith(", 2025-06-01")


@pytest.mark.parametrize(
    ("kind", "until", "message"),
    [("hires", None, "did you mean"), ("work_accident", date(2025, 1, 1), "ends before it")],
)
def test_what_cannot_have_happened_is_refused(kind: str, until: date | None, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        Occurrence(kind, date(2025, 2, 1), "W001", until)
