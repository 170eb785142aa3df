"""Notice beside a table written without looking at the shelves, and what must hold of every notice."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.engine import LawError
from officium.law import Question, belgium

# As payroll offices hang it on the wall: months, then years of seniority, and the weeks of a dismissal.
DISMISSAL_MONTHS = {0: 1, 1: 1, 2: 1, 3: 3, 4: 4, 5: 5, 6: 6, 7: 6, 8: 6, 9: 7, 10: 7, 11: 7}
DISMISSAL_MONTHS |= {12: 8, 14: 8, 15: 9, 17: 9, 18: 10, 20: 10, 21: 11, 23: 11}
DISMISSAL_YEARS = dict(zip(range(2, 31), (
    *(12, 13, 15, 18, 21, 24, 27, 30, 33, 36, 39, 42, 45, 48, 51, 54, 57, 60),
    *(62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72),
), strict=True))  # fmt: skip
RESIGNATION_MONTHS = {0: 1, 2: 1, 3: 2, 5: 2, 6: 3, 11: 3, 12: 4, 17: 4, 18: 5, 23: 5}
RESIGNATION_YEARS = {2: 6, 3: 6, 4: 7, 5: 9, 6: 10, 7: 12, 8: 13, 9: 13, 20: 13, 40: 13}
COUNTER_MONTHS = {0: 1, 2: 1, 3: 2, 5: 2, 6: 3, 11: 3, 12: 4, 120: 4}
MONDAY = date(2025, 3, 17)
many = settings(max_examples=60, deadline=None, database=None, derandomize=True)


@cache
def question(on: date, *want: str, provisional: bool = False) -> Question:
    return Question(belgium(), want=list(want), on=on, paid=on, provisional=provisional)


def asked(want: str, on: date = date(2025, 3, 12), **facts: Any) -> str:
    later = on.year > 2026
    given: dict[str, Any] = {"worker_status": "white_collar", "yearly_pay_of_2013": "30000.00"}
    given |= {"notice_notified_on": on.isoformat(), "notice_given_by": "employer"} | facts
    for name, value in given.items():
        given[name] = value.isoformat() if isinstance(value, date) else value
    return str(question(on, want, provisional=later).answer(given).results[want])


def since(months: int, begins: date) -> date:
    """The day on which who has so many months on a day began."""
    year, month = divmod(begins.year * 12 + begins.month - 1 - months, 12)
    return date(year, month + 1, begins.day)


def borders(table: dict[int, int], given_by: str) -> list[tuple[int, int, str]]:
    return [(months, weeks, given_by) for months, weeks in table.items()]


TABLES = (
    *borders(DISMISSAL_MONTHS, "employer"),
    *borders({12 * years: weeks for years, weeks in DISMISSAL_YEARS.items()}, "employer"),
    *borders(RESIGNATION_MONTHS, "worker"),
    *borders({12 * years: weeks for years, weeks in RESIGNATION_YEARS.items()}, "worker"),
    *borders(COUNTER_MONTHS, "worker_with_new_job"),
)


@pytest.mark.parametrize(("months", "weeks", "given_by"), TABLES)
def test_weeks_are_those_of_the_table_from_the_day_to_the_eve_of_the_next_month(
    months: int, weeks: int, given_by: str
) -> None:
    """Asked in a year in which so long a service is one part, where it would be two today."""
    begins = date(2057, 3, 5) if months > 130 else MONDAY
    assert begins.weekday() == 0
    notified = begins - timedelta(days=5)
    first = since(months, begins)
    last = since(months + 1, begins) + timedelta(days=1)
    for day in (first, last):
        facts = {"in_service_since": day, "notice_given_by": given_by}
        assert asked("notice_weeks_by_seniority", notified, **facts) == str(weeks), day


@many
@given(st.dates(date(2022, 1, 1), date(2026, 12, 31)))
def test_a_notice_begins_on_the_first_monday_after_it_was_notified(day: date) -> None:
    begins = date.fromisoformat(asked("notice_begins", day))
    assert begins.weekday() == 0
    assert 1 <= (begins - day).days <= 7


SERVICE = st.dates(date(1975, 1, 1), date(2025, 3, 1))


@many
@given(
    SERVICE,
    st.integers(1, 4000),
    st.sampled_from(("white_collar", "blue_collar")),
    st.sampled_from(("employer", "worker", "worker_with_new_job")),
    st.sampled_from(("30000.00", "50000.00")),
)
def test_a_longer_seniority_never_shortens_notice(
    later: date, days: int, status: str, given_by: str, pay: str
) -> None:
    """But for manual workers on both sides of 1 January 2012, whom the law itself treats so."""
    earlier = later - timedelta(days=days)
    if status == "blue_collar" and earlier < date(2012, 1, 1) <= later:
        return
    facts = {"worker_status": status, "notice_given_by": given_by, "yearly_pay_of_2013": pay}
    ends = [asked("notice_last_day", in_service_since=day, **facts) for day in (earlier, later)]
    assert ends[0] >= ends[1]


def test_who_began_in_2012_was_owed_more_days_than_who_began_the_day_before() -> None:
    days = [
        asked("notice_days_before_2014", in_service_since=day, worker_status="blue_collar")
        for day in (date(2011, 12, 31), date(2012, 1, 1))
    ]
    assert days == ["35", "40"]


@many
@given(SERVICE, st.integers(0, 400), st.sampled_from(("employer", "worker")))
def test_days_on_which_notice_stood_still_never_shorten_it(
    began: date, days: int, given_by: str
) -> None:
    facts: dict[str, Any] = {"in_service_since": began, "notice_given_by": given_by}
    unbroken, last = (
        date.fromisoformat(asked("notice_last_day", notice_days_not_run=str(n), **facts))
        for n in (0, days)
    )
    assert (last - unbroken).days == (days if given_by == "employer" else 0)


@many
@given(SERVICE, st.sampled_from(("pension", "rcc_recognised")))
def test_a_purpose_that_limits_notice_never_lengthens_it(began: date, purpose: str) -> None:
    ordinary = asked("notice_last_day", in_service_since=began)
    limited = asked("notice_last_day", in_service_since=began, notice_purpose=purpose)
    assert limited <= ordinary
    assert limited <= (MONDAY + timedelta(weeks=26, days=-1)).isoformat()


def test_a_resignation_in_two_parts_before_28_october_2023_stops() -> None:
    facts = {"in_service_since": date(2009, 3, 2), "notice_given_by": "worker"}
    assert asked("notice_weeks", date(2023, 10, 28), **facts) == "13"
    assert asked("notice_last_day", date(2023, 10, 28), **facts) == "2024-01-28"
    with pytest.raises(LawError, match="were not found: reckon the resignation by hand"):
        asked("notice_last_day", date(2023, 10, 27), **facts)


def test_a_dismissal_and_a_later_service_do_not_need_what_was_not_found() -> None:
    day = date(2023, 10, 27)
    assert asked("notice_last_day", day, in_service_since=date(2009, 3, 2))
    facts = {"in_service_since": date(2014, 1, 1), "notice_given_by": "worker"}
    assert asked("notice_weeks", day, **facts) == "13"


def test_a_student_has_another_notice_which_is_not_told() -> None:
    with pytest.raises(LawError, match="notice_weeks"):
        asked("notice_weeks", in_service_since=date(2024, 3, 2), worker_status="student")


def test_medical_force_majeure_before_28_november_2022_is_not_told() -> None:
    with pytest.raises(LawError, match="reintegration track"):
        question(date(2022, 11, 27), "medical_force_majeure_from").answer(
            {"incapacity_since": "2021-01-04"}
        )
