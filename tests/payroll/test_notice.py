"""Notice as it is recorded: when it takes effect, what stands still, and what it must tell."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from breaking import WORKSHOP, refused
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.law import open_day_after
from officium.payroll import GivenNotice, NoticePeriod, notice_period, read_notice
from officium.payroll.folder import read_folder, write_folder

SINCE = date(2021, 6, 1)
NOTICE = {"given_by": "employer", "way": "registered_letter", "sent_on": date(2025, 3, 12)}


def period(
    *suspensions: tuple[str, str, str],
    since: date = SINCE,
    status: str = "white_collar",
    **more: Any,
) -> NoticePeriod:
    told = tuple(
        {"cause": cause, "begins": date.fromisoformat(a), "until": date.fromisoformat(b)}
        for cause, a, b in suspensions
    )
    notice = read_notice({**NOTICE, "suspensions": told, **more})
    return notice_period(GivenNotice(notice, status, since, since, notice.suspensions))


@pytest.mark.parametrize(
    ("sent", "takes_effect"),
    [
        (date(2025, 3, 12), date(2025, 3, 15)),  # Wednesday: Saturday is a working day
        (date(2025, 3, 13), date(2025, 3, 17)),  # Thursday: Friday, Saturday, Monday
        (date(2025, 3, 15), date(2025, 3, 19)),  # Saturday: Monday, Tuesday, Wednesday
        (date(2025, 4, 17), date(2025, 4, 22)),  # before Easter Monday
        (date(2024, 12, 31), date(2025, 1, 4)),  # over New Year
        (date(2025, 11, 7), date(2025, 11, 12)),  # Armistice Day is a Tuesday
    ],
)
def test_a_registered_letter_takes_effect_on_the_third_working_day(
    sent: date, takes_effect: date
) -> None:
    assert open_day_after(sent, 3) == takes_effect
    assert period(sent_on=sent).of.notified_on == takes_effect


def test_a_day_later_at_the_post_may_be_a_week_later_at_the_end() -> None:
    wednesday, thursday = (period(sent_on=date(2025, 3, day)) for day in (12, 13))
    assert (wednesday.begins, wednesday.last_day) == (date(2025, 3, 17), date(2025, 6, 15))
    assert (thursday.begins, thursday.last_day) == (date(2025, 3, 24), date(2025, 6, 22))


def test_a_bailiff_and_a_handed_paper_take_effect_at_once() -> None:
    assert period(way="bailiff").of.notified_on == date(2025, 3, 12)
    assert period(way="handed_over", given_by="worker").begins == date(2025, 3, 17)


def test_who_is_dismissed_at_once_is_owed_the_notice_of_that_day() -> None:
    """Six months are complete on the evening of 16 March 2025; notice pay covers what follows."""
    found = period(way="at_once", sent_on=date(2025, 3, 16), since=date(2024, 9, 17))
    assert found.answer.results["notice_weeks"] == "6"
    assert (found.begins, found.last_day) == (date(2025, 3, 17), date(2025, 4, 27))
    short = period(way="at_once", sent_on=date(2025, 3, 15), since=date(2024, 9, 17))
    assert short.answer.results["notice_weeks"] == "5"
    assert (short.begins, short.last_day) == (date(2025, 3, 16), date(2025, 4, 19))
    with pytest.raises(BadInput, match="no notice was running"):
        period(SICK, way="at_once")


SICK = ("sickness_or_accident", "2025-04-01", "2025-04-10")


def test_sickness_moves_the_end_by_its_days() -> None:
    found = period(SICK)
    assert found.last_day == date(2025, 6, 25)
    assert found.days_not_run == tuple(date(2025, 4, day) for day in range(1, 11))
    assert found.stops[0][1]


def test_what_began_before_the_notice_is_judged_by_the_law_of_its_day() -> None:
    """Birth leave stops notice since 10 November 2022; the shelf says nothing of before 2022."""
    leave = ("birth_leave", "2022-11-01", "2022-11-16")
    before, after = (
        period(leave, way="bailiff", sent_on=date(2022, 11, day), since=date(2021, 6, 1))
        for day in (4, 10)
    )
    assert (before.stops[0][1], after.stops[0][1]) == (False, True)
    sick = ("sickness_or_accident", "2021-12-20", "2022-01-12")
    found = period(sick, way="bailiff", sent_on=date(2022, 1, 5))
    assert len(found.days_not_run) == 3


def test_it_does_not_move_the_end_of_a_resignation() -> None:
    found = period(SICK, given_by="worker")
    assert (found.last_day, found.days_not_run) == (date(2025, 4, 27), ())


def test_what_was_suspended_before_the_notice_counts_from_its_first_day() -> None:
    found = period(("maternity", "2025-02-03", "2025-03-19"))
    assert (found.days_not_run[0], len(found.days_not_run)) == (date(2025, 3, 17), 3)
    assert found.last_day == date(2025, 6, 18)
    assert period(("maternity", "2025-02-03", "2025-03-16")).days_not_run == ()


def test_a_suspension_in_what_another_one_added_counts_too() -> None:
    """The notice would run to 15 June: holidays to 20 June add five days, and sickness from 21 none."""
    holidays = ("holidays", "2025-06-14", "2025-06-20")
    assert period(holidays).last_day == date(2025, 6, 22)
    assert period(("birth_leave", "2025-06-22", "2025-06-22"), holidays).last_day == date(
        2025, 6, 23
    )
    assert period(("birth_leave", "2025-06-23", "2025-06-23"), holidays).last_day == date(
        2025, 6, 22
    )
    assert period(("holidays", "2025-06-16", "2025-06-20")).last_day == date(2025, 6, 15)


def test_what_the_law_does_not_name_lets_notice_run() -> None:
    found = period(SICK, ("technical_accident", "2025-05-05", "2025-05-09"))
    assert [stops for _, stops in found.stops] == [True, False]
    assert found.last_day == date(2025, 6, 25)


@settings(max_examples=30, deadline=None, database=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(-20, 120), st.integers(0, 15)), max_size=4))
def test_suspensions_never_shorten_notice_and_their_days_do_not_run(
    spans: list[tuple[int, int]],
) -> None:
    told, free = [], -100
    for start, length in sorted(spans):
        if start > free:
            first = date(2025, 3, 17) + timedelta(days=start)
            told.append(("holidays", str(first), str(first + timedelta(days=length))))
            free = start + length
    found = period(*told)
    assert found.last_day >= date(2025, 6, 15)
    runs = (found.last_day - found.begins).days + 1 - len(found.days_not_run)
    assert runs == 13 * 7
    suspended = {
        date.fromisoformat(first) + timedelta(days=n)
        for _, first, last in told
        for n in range((date.fromisoformat(last) - date.fromisoformat(first)).days + 1)
    }
    within = {day for day in suspended if found.begins <= day <= found.last_day}
    assert set(found.days_not_run) == within


def test_the_pay_of_2013_is_asked_of_who_dismisses_a_clerk_of_before_2014() -> None:
    with pytest.raises(BadInput, match="yearly pay on 31 December 2013 is needed"):
        period(since=date(2013, 12, 31))
    assert period(since=date(2013, 12, 31), yearly_pay_of_2013=4_500_000).begins
    assert period(since=date(2013, 12, 31), status="blue_collar").begins
    assert period(since=date(2013, 12, 31), given_by="worker").begins


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"given_by": "worker", "purpose": "pension"}, "which is one of a dismissal"),
        ({"term_ends": date(2025, 3, 11)}, "after the term ended"),
        ({"agency_months": -1}, "agency_months"),
        ({"weeks": 3}, "unknown field weeks"),
        ({"way": "email"}, "registered_letter"),
    ],
)
def test_a_notice_that_cannot_be_is_refused(more: dict[str, Any], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        read_notice({**NOTICE, **more})


def test_suspensions_do_not_overlap() -> None:
    with pytest.raises(BadInput, match="overlap: until 2025-04-10 and from 2025-04-10"):
        period(SICK, ("holidays", "2025-04-10", "2025-04-11"))
    assert period(SICK, ("holidays", "2025-04-11", "2025-04-11")).last_day == date(2025, 6, 26)


def with_table(place: Path, person: str, text: str, *, ends: str = "") -> Path:
    folder = Path(shutil.copytree(WORKSHOP, place / "records"))
    file = folder / "people" / f"{person}.toml"
    written = file.read_text("utf-8")
    if ends:
        written = written.replace("joint_committee", f"{ends}\njoint_committee", 1)
    file.write_text(f"{written}\n{text}", "utf-8")
    return folder


LETTER = 'given_by = "employer"\nway = "registered_letter"\nsent_on = 2025-01-08\n'


@pytest.mark.parametrize(
    ("table", "ends", "says"),
    [
        (
            f"[contracts.notice]\n{LETTER}".replace("registered_letter", "at_once"),
            'ends = 2025-01-09\nend_reason = "dismissal"',
            "ended at once on 2025-01-08, and ends is 2025-01-09",
        ),
        (
            f"[contracts.notice]\n{LETTER}in_service_since = 2024-09-03\n",
            "",
            "begins before in_serv",
        ),
        (f"[contracts.notice]\n{LETTER}in_service_since = 2013-09-02\n", "", "yearly_pay_of_2013"),
        (f"[contracts.notice]\n{LETTER}".replace("2025-01", "2024-09-01 #"), "", "which is no day"),
        ("[contracts.serious_cause]\nknown_on = 2025-01-08\n", "", "end_reason is none"),
        (
            "[contracts.serious_cause]\nknown_on = 2025-01-08\n",
            'ends = 2025-01-07\nend_reason = "dismissal_for_serious_cause"',
            "known after",
        ),
    ],
)
def test_a_contract_whose_end_cannot_be_is_refused_at_its_line(
    tmp_path: Path, table: str, ends: str, says: str
) -> None:
    refusal = refused(with_table(tmp_path, "W006", table, ends=ends))
    assert says in refusal.message
    assert "W006.toml:" in str(refusal)


def test_a_notice_is_written_as_it_was_read(tmp_path: Path) -> None:
    table = (
        f'[contracts.notice]\n{LETTER}yearly_pay_of_2013 = "31000.00"\n'
        '[[contracts.notice.suspensions]]\ncause = "holidays"\n'
        "begins = 2025-02-03\nuntil = 2025-02-07\n"
    )
    records = read_folder(with_table(tmp_path, "W006", table))
    write_folder(records, tmp_path / "again")
    assert read_folder(tmp_path / "again") == records
    (contract,) = next(one for one in records.workers if one.staff_number == "W006").contracts
    assert contract.notice
    assert contract.notice.suspensions[0].until == date(2025, 2, 7)
