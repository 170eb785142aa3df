"""Days of holidays are counted from the time that was recorded, and judged by the law of their year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from officium.law import Month, belgium
from officium.payroll.carried import SUMS_OF_THE_YEAR
from officium.payroll.facts import months_of_workers
from officium.payroll.holidays import HolidayAccount, holiday_accounts
from officium.payroll.records import HolidayYear, Records, TimeEntry, Worker

EARLIER = {"W001": dict.fromkeys(SUMS_OF_THE_YEAR.values(), 0)}


def told(
    workshop: Records, month: Month, *time: tuple[str, str, int], **year: Any
) -> HolidayAccount:
    """Sofie's account up to a month, with a year of service or what the story says of it."""
    recorded = HolidayYear(
        **{
            "year": month.year,
            "contract": 1,
            "service_months": 1200,
            "service_hours": 3800,
            **year,
        }
    )
    sofie = workshop.workers[0].model_copy(update={"holiday_years": (recorded,)})
    entries = tuple(
        TimeEntry(
            staff_number="W001", contract=1, day=date.fromisoformat(day), code=code, hours=hours
        )
        for day, code, hours in time
    )
    records = Records(workshop.employers, (sofie,), entries)
    months = months_of_workers(records, workshop.employers[0], month, EARLIER)
    accounts = holiday_accounts(records, months, country=belgium(), provisional=True)
    (account,) = accounts["W001"]
    return account


def test_the_leap_day_is_a_day_of_holidays_like_another(workshop: Records) -> None:
    days = [("2024-02-28", "holiday", 760), ("2024-02-29", "holiday", 760)]
    assert told(workshop, Month(2024, 2), *days).days("holiday_days_used") == 200
    assert told(workshop, Month(2024, 1), *days).days("holiday_days_used") == 0


def test_half_a_day_is_half_a_day(workshop: Records) -> None:
    day = "2025-02-03"
    account = told(workshop, Month(2025, 2), (day, "holiday", 380), (day, "worked", 380))
    assert account.days("holiday_days_used") == 50
    assert account.days("holiday_days_left") == 1950


def test_days_of_another_year_and_of_later_months_do_not_count(workshop: Records) -> None:
    days = [(day, "holiday", 760) for day in ("2024-12-31", "2025-01-02", "2025-03-03")]
    assert told(workshop, Month(2025, 2), *days).days("holiday_days_used") == 100


def test_days_taken_before_the_folder_count_with_it(workshop: Records) -> None:
    account = told(workshop, Month(2025, 2), ("2025-02-03", "holiday", 760), taken_before=350)
    assert account.days("holiday_days_left") == 1550


def test_illness_during_holidays_is_lost_until_2023_and_kept_since(workshop: Records) -> None:
    for year, used in ((2023, 200), (2024, 100)):
        monday, tuesday = (
            ("2023-02-06", "2023-02-07") if year == 2023 else ("2024-02-05", "2024-02-06")
        )
        days = [(monday, "holiday", 760), (tuesday, "sickness_in_holiday", 760)]
        account = told(workshop, Month(year, 2), *days)
        assert account.days("holiday_days_used") == used


def test_carried_days_are_counted_apart_from_those_of_the_year(workshop: Records) -> None:
    days = [("2025-02-03", "carried_holiday", 760), ("2025-02-04", "holiday", 760)]
    account = told(workshop, Month(2025, 2), *days, carried_days=500)
    assert account.days("holiday_days_carried_left") == 400
    assert account.days("holiday_days_used") == 100


def test_certificates_of_earlier_employers_add_their_months(workshop: Records) -> None:
    account = told(workshop, Month(2025, 2), service_months=400, certificate_months=500)
    assert account.days("holiday_days_right") == 1500


def test_months_that_overlap_count_once() -> None:
    with pytest.raises(ValidationError, match="more than twelve months"):
        HolidayYear(
            year=2025, contract=1, service_months=800, certificate_months=401, service_hours=3800
        )


def test_european_holidays_of_who_resumed_work(workshop: Records) -> None:
    taken = [(f"2025-04-{day:02}", "supplementary_holiday", 760) for day in (1, 2)]
    account = told(
        workshop,
        Month(2025, 4),
        *taken,
        service_months=0,
        has_started_or_resumed_work=True,
        supplementary_months=300,
    )
    assert account.days("supplementary_holiday_days") == 500
    assert account.supplementary_days == 200


def test_a_year_of_holidays_is_of_a_contract_and_appears_once(workshop: Records) -> None:
    year = {"year": 2025, "contract": 2, "service_months": 1200, "service_hours": 3800}
    with pytest.raises(ValidationError, match="which is none of the worker's"):
        Worker(**{**_plain(workshop), "holiday_years": (HolidayYear(**year),)})
    year["contract"] = 1
    with pytest.raises(ValidationError, match="appear twice"):
        Worker(**{**_plain(workshop), "holiday_years": (HolidayYear(**year), HolidayYear(**year))})


def _plain(workshop: Records) -> dict[str, Any]:
    sofie = workshop.workers[0]
    return {name: getattr(sofie, name) for name in type(sofie).model_fields if name != "origin"}
