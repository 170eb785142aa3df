"""Easter moves the holidays; months and quarters know their days."""

from __future__ import annotations

from datetime import date

import pytest

from officium.law.calendar import (
    Month,
    Quarter,
    easter,
    public_holidays,
    working_day_after,
    working_days,
)

# Tables of the Gregorian calendar, with the earliest and the latest possible days.
EASTERS = {
    1818: (3, 22), 1943: (4, 25), 1954: (4, 18), 1961: (4, 2), 1981: (4, 19), 2000: (4, 23),
    2008: (3, 23), 2016: (3, 27), 2019: (4, 21), 2022: (4, 17), 2023: (4, 9), 2024: (3, 31),
    2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2038: (4, 25), 2049: (4, 18), 2076: (4, 19),
}  # fmt: skip


@pytest.mark.parametrize("year", EASTERS)
def test_easter_of_the_tables(year: int) -> None:
    assert easter(year) == date(year, *EASTERS[year])


def test_easter_is_always_a_sunday_between_its_two_ends() -> None:
    for year in range(1583, 4100):
        sunday = easter(year)
        assert sunday.weekday() == 6
        assert date(year, 3, 22) <= sunday <= date(year, 4, 25)


def test_the_ten_holidays_of_2025() -> None:
    assert [f"{day:%d-%m}" for day in public_holidays(2025)] == [
        "01-01", "21-04", "01-05", "29-05", "09-06", "21-07", "15-08", "01-11", "11-11", "25-12"
    ]  # fmt: skip


def test_ascension_on_the_first_of_may_is_one_day_of_rest_and_two_holidays() -> None:
    assert public_holidays(2008).count(date(2008, 5, 1)) == 2


def test_months_know_their_ends() -> None:
    assert (Month(2024, 2).last, Month(2025, 2).last) == (date(2024, 2, 29), date(2025, 2, 28))
    assert (Month(2025, 12).next, str(Month.parse("2025-09"))) == (Month(2026, 1), "2025-09")
    assert len(Month(2025, 1).days) == 31
    assert [Month(2025, number).quarter.number for number in (1, 3, 4, 6, 7, 9, 10, 12)] == [
        1, 1, 2, 2, 3, 3, 4, 4
    ]  # fmt: skip


def test_quarters_know_their_months_and_what_came_before() -> None:
    quarter = Quarter.parse("2025Q1")
    assert (quarter.first, quarter.last) == (date(2025, 1, 1), date(2025, 3, 31))
    assert [str(month) for month in quarter.months] == ["2025-01", "2025-02", "2025-03"]
    assert [str(quarter.before(back)) for back in (0, 1, 2, 4, 5)] == [
        "2025Q1", "2024Q4", "2024Q3", "2024Q1", "2023Q4"
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["2025-13", "2025-1", "25-01", "2025-00", "２０２５-01", ""])
def test_what_is_no_month(text: str) -> None:
    with pytest.raises(ValueError, match="is no month"):
        Month.parse(text)


@pytest.mark.parametrize("text", ["2025Q5", "2025Q0", "2025q1", "2025-Q1", ""])
def test_what_is_no_quarter(text: str) -> None:
    with pytest.raises(ValueError, match="is no quarter"):
        Quarter.parse(text)


def test_working_days_leave_out_weekends_and_holidays() -> None:
    april = working_days(date(2025, 4, 1), date(2025, 4, 30))
    assert (len(april), date(2025, 4, 21) in april) == (21, False)


def test_the_fourth_working_day_after_april_2025_passes_the_first_of_may() -> None:
    assert working_day_after(date(2025, 4, 30), 4) == date(2025, 5, 7)
