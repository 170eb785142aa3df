"""A month is counted from the schedule, the calendar and what was recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.law import Month
from officium.payroll.records import Contract, Records, ReplacementDay, Terms, TimeEntry
from officium.payroll.timesheet import Timesheet, _shares, holidays_granted, timesheet

Make = Callable[..., Contract]
Enter = Callable[..., TimeEntry]

JANUARY, FEBRUARY, MARCH = (Month(2025, number) for number in (1, 2, 3))
NEW_YEAR = [date(2025, 1, 1)]


def counted(sheet: Timesheet) -> dict[str, tuple[int, int, int]]:
    """Code: working-time code, hours, days."""
    return {time.code: (time.service, time.hours, time.days) for time in sheet.times}


def test_a_full_month_with_a_public_holiday(contract: Make) -> None:
    sheet = timesheet(contract(), JANUARY, NEW_YEAR, [])
    assert counted(sheet) == {"worked": (1, 16720, 2200), "public_holiday": (1, 760, 100)}
    assert (sheet.paid_hours, sheet.schedule_hours, sheet.schedule_days) == (17480, 17480, 2300)
    assert (sheet.counted_days, sheet.counted_hours, sheet.public_holiday_hours) == (
        2300,
        17480,
        760,
    )


def test_a_holiday_on_a_day_off_gives_nothing(contract: Make) -> None:
    sheet = timesheet(contract(760, 760, 0, 760, 760), JANUARY, NEW_YEAR, [])
    assert counted(sheet) == {"worked": (1, 13680, 1800)}


def test_a_start_inside_the_month_counts_the_days_from_it(contract: Make) -> None:
    sheet = timesheet(contract(begins=date(2025, 2, 10)), FEBRUARY, [], [])
    assert counted(sheet) == {"worked": (1, 11400, 1500)}
    assert (sheet.schedule_hours, sheet.schedule_days) == (15200, 2000)


def test_an_end_inside_the_month_counts_the_days_up_to_it(contract: Make) -> None:
    sheet = timesheet(contract(ends=date(2025, 2, 21)), FEBRUARY, [], [])
    assert counted(sheet) == {"worked": (1, 11400, 1500)}


def test_a_single_day_of_work(contract: Make) -> None:
    day = date(2025, 2, 28)
    sheet = timesheet(contract(begins=day, ends=day), FEBRUARY, [], [])
    assert counted(sheet) == {"worked": (1, 760, 100)}


def test_a_contract_of_one_saturday_has_no_time(contract: Make) -> None:
    day = date(2025, 2, 22)
    assert timesheet(contract(begins=day, ends=day), FEBRUARY, [], []).times == ()


def test_part_time_is_measured_against_five_days_of_the_full_timer(contract: Make) -> None:
    sheet = timesheet(contract(0, 760, 380, 760), JANUARY, NEW_YEAR, [])
    assert (sheet.schedule_hours, sheet.schedule_days) == (8740, 1400)
    assert sheet.full_time_hours == 17480


def test_full_time_hours_are_rounded_to_the_hundredth(contract: Make) -> None:
    terms = {"monthly_pay": 100000, "full_time_hours": 3833}
    sheet = timesheet(contract(terms=terms), FEBRUARY, [], [])
    assert sheet.full_time_hours == 15332
    terms["full_time_hours"] = 3802
    assert timesheet(contract(terms=terms), JANUARY, [], []).full_time_hours == 17489


def test_unpaid_leave_is_neither_paid_nor_counted(contract: Make, entry: Enter) -> None:
    days = [entry(f"2025-02-{day}", "unpaid_leave", 760) for day in (13, 14)]
    sheet = timesheet(contract(), FEBRUARY, [], days)
    assert counted(sheet) == {"worked": (1, 13680, 1800), "unpaid_leave": (30, 1520, 200)}
    assert (sheet.paid_hours, sheet.counted_days) == (13680, 1800)


def test_half_a_day_is_split_by_its_hours(contract: Make, entry: Enter) -> None:
    half = [entry("2025-02-13", "unpaid_leave", 360), entry("2025-02-13", "worked", 400)]
    sheet = timesheet(contract(), FEBRUARY, [], half)
    assert counted(sheet) == {"worked": (1, 14840, 1953), "unpaid_leave": (30, 360, 47)}


def test_annual_holidays_are_paid_to_clerks_and_by_a_fund_to_manual_workers(
    contract: Make, entry: Enter
) -> None:
    days = [entry("2025-02-13", "holiday", 760)]
    clerk = timesheet(contract(), FEBRUARY, [], days)
    manual = timesheet(contract(status="blue_collar"), FEBRUARY, [], days)
    assert (counted(clerk)["holiday"], clerk.paid_hours) == ((1, 760, 100), 15200)
    assert (counted(manual)["holiday"], manual.paid_hours) == ((2, 760, 100), 14440)


def test_absence_on_a_holiday_takes_its_place_where_it_is_recorded(
    contract: Make, entry: Enter
) -> None:
    sheet = timesheet(contract(), JANUARY, NEW_YEAR, [entry("2025-01-01", "unpaid_leave", 760)])
    assert "public_holiday" not in counted(sheet)


def test_more_hours_by_the_hour_are_counted(contract: Make, entry: Enter) -> None:
    hourly = contract(terms={"hourly_wage": 200000})
    days = [entry("2025-02-13", "worked", 900), entry("2025-02-15", "worked", 400)]
    sheet = timesheet(hourly, FEBRUARY, [], days)
    assert counted(sheet) == {"worked": (1, 15740, 2100)}
    assert sheet.extra_hours == 540


def test_fewer_hours_by_the_hour_need_a_reason(contract: Make, entry: Enter) -> None:
    hourly = contract(terms={"hourly_wage": 200000})
    with pytest.raises(BadInput, match="hours are recorded on 2025-02-13"):
        timesheet(hourly, FEBRUARY, [], [entry("2025-02-13", "worked", 400)])


@pytest.mark.parametrize(
    ("day", "code", "hours", "says"),
    [
        (
            "2025-02-13",
            "worked",
            900,
            "9.00 hours are recorded on 2025-02-13 and the schedule has 7.60",
        ),
        ("2025-02-13", "unpaid_leave", 400, "all hours of the day are expected"),
        ("2025-02-15", "worked", 400, "the schedule has 0.00"),
    ],
)
def test_hours_that_do_not_fit_the_day_are_refused(
    contract: Make, entry: Enter, day: str, code: str, hours: int, says: str
) -> None:
    with pytest.raises(BadInput, match=says):
        timesheet(contract(), FEBRUARY, [date(2025, 2, 3)], [entry(day, code, hours)])


def test_a_new_pay_holds_from_its_first_day(contract: Make) -> None:
    first = contract()
    later = Terms(**{**dict(first.terms[0]), "since": date(2025, 2, 1), "monthly_pay": 310000})
    raised = first.model_copy(update={"terms": (*first.terms, later)})
    pays = [timesheet(raised, month, [], []).terms.monthly_pay for month in (JANUARY, FEBRUARY)]
    assert pays == [300000, 310000]


def test_a_holiday_on_a_saturday_moves_to_the_recorded_day(workshop: Records) -> None:
    november = holidays_granted(workshop.employers[0], Month(2025, 11))
    assert november == {date(2025, 11, 10), date(2025, 11, 11)}


def test_a_holiday_on_a_weekend_without_recorded_day_is_refused(workshop: Records) -> None:
    without = workshop.employers[0].model_copy(update={"replacement_days": ()})
    with pytest.raises(BadInput, match="2025-11-01 falls on a weekend and no replacement day"):
        holidays_granted(without, Month(2025, 11))
    assert holidays_granted(without, Month(2025, 10)) == frozenset()


def test_a_replacement_in_another_month_is_granted_there(workshop: Records) -> None:
    moved = ReplacementDay(holiday=date(2025, 11, 1), day=date(2025, 12, 26))
    employer = workshop.employers[0].model_copy(update={"replacement_days": (moved,)})
    assert holidays_granted(employer, Month(2025, 11)) == {date(2025, 11, 11)}
    assert holidays_granted(employer, Month(2025, 12)) == {date(2025, 12, 25), date(2025, 12, 26)}


@given(st.dictionaries(st.text("abc", min_size=1), st.integers(1, 2400), min_size=1, max_size=6))
def test_the_parts_of_a_day_are_always_one_day(hours: dict[str, int]) -> None:
    shares = _shares(hours)
    assert sum(shares.values()) == 100
    total = sum(hours.values())
    assert all(abs(share * total - 100 * hours[code]) < total for code, share in shares.items())
