"""Notice in the main job: what a recorded end says beside the last day of the law."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .running import FEBRUARY, JANUARY, MARCH, Period, add, change, copied, rules, run, sound

LETTER = '\n[contracts.notice]\ngiven_by = "employer"\nway = "registered_letter"\nsent_on = {0}\n'
# Posted on Wednesday 8 January 2025, notified on Saturday 11, twelve weeks from Monday 13 January.
DISMISSED = LETTER.format("2025-01-08")
RESIGNED = '\n[contracts.notice]\ngiven_by = "worker"\nway = "handed_over"\nsent_on = 2025-01-08\n'


def told(
    place: Path, table: str, period: Period, *, ends: str = "", person: str = "W003"
) -> dict[str, Any]:
    def story(folder: Path) -> None:
        name = f"people/{person}.toml"
        if ends:
            change(folder, name, "joint_committee", f"{ends}\njoint_committee")
        add(folder, name, table)

    files, report = run(copied(place, story), period)
    sound(files, report)
    return report


def about_notice(report: dict[str, Any]) -> list[str]:
    words = ("notice", "term_", "absence_", "serious", "dismissal_comp", "general_manual")
    return [rule for rule in rules(report) if rule.startswith(words)]


def end(day: str, reason: str = "dismissal") -> str:
    return f'ends = {day}\nend_reason = "{reason}"'


def test_a_running_notice_is_no_remark(tmp_path: Path) -> None:
    assert about_notice(told(tmp_path, DISMISSED, MARCH)) == []


def test_an_end_before_the_last_day_is_told(tmp_path: Path) -> None:
    report = told(tmp_path, DISMISSED, MARCH, ends=end("2025-03-31"))
    assert about_notice(report) == ["notice_ends_early"]
    (said,) = (one for one in report["findings"] if one["rule"] == "notice_ends_early")
    assert "2025" in said["message"]
    assert said["path"] == "people/W003.toml"
    assert said["severity"] == "warning"


def test_an_end_on_the_last_day_is_right_and_a_day_later_is_not(tmp_path: Path) -> None:
    """The worker resigned on 5 February: six weeks from Monday 10 February."""
    resigned = RESIGNED.replace("2025-01-08", "2025-02-05")
    at = {
        day: about_notice(told(tmp_path / day, resigned, MARCH, ends=end(day, "resignation")))
        for day in ("2025-03-22", "2025-03-23", "2025-03-24")
    }
    assert list(at.values()) == [["notice_ends_early"], [], ["notice_ends_late"]]


def test_notice_pay_in_place_of_notice_is_told_by_its_weeks(tmp_path: Path) -> None:
    """Two years and ten months on 31 March 2025: twelve weeks, to 23 June."""
    table = LETTER.format("2025-03-31").replace("registered_letter", "at_once")
    report = told(tmp_path, table, MARCH, ends=end("2025-03-31"))
    assert about_notice(report) == ["notice_pay_missing"]
    (said,) = (one for one in report["findings"] if one["rule"] == "notice_pay_missing")
    assert said["severity"] == "warning"
    assert " 12 " in said["message"]
    assert "notice_indemnity (units 12, days 0)" in said["message"]
    assert "notice_indemnity_outplacement" not in said["message"]
    assert "23 jui" in said["message"] or "23 juni" in said["message"]


@pytest.mark.parametrize(
    ("weeks", "days", "found"),
    [
        ("0.00", "6.00", []),
        ("1.00", "", ["notice_pay_differs"]),
        ("0.00", "5.00", ["notice_pay_differs"]),
    ],
)
def test_lines_of_notice_pay_are_compared_with_what_is_left_of_the_notice(
    tmp_path: Path, weeks: str, days: str, found: list[str]
) -> None:
    """The notice runs until 6 April, the contract ends on 31 March: six days are left."""
    lines = f"W003,1,notice_indemnity,{days},{weeks},30000.00\n"

    def story(folder: Path) -> None:
        ends = f"{end('2025-03-31')}\njoint_committee"
        change(folder, "people/W003.toml", "joint_committee", ends)
        add(folder, "people/W003.toml", DISMISSED)
        (folder / "pay" / "2025-03.csv").write_text(
            f"staff_number,contract,kind,days,units,base\n{lines}", "utf-8"
        )

    _, report = run(copied(tmp_path, story), MARCH)
    assert about_notice(report) == found


@pytest.mark.parametrize(
    ("weeks", "is_told"), [("1.00", True), ("47.00", True), ("49.00", False), ("51.00", True)]
)
def test_notice_pay_for_months_before_2014_is_compared_within_the_length_of_months(
    tmp_path: Path, weeks: str, is_told: bool
) -> None:
    """From September 2009 three months by the law of 2013, and 36 weeks: 344 calendar days, 49.1 weeks."""

    def story(folder: Path) -> None:
        ends = f"{end('2025-03-14')}\njoint_committee"
        change(folder, "people/W003.toml", "joint_committee", ends)
        letter = LETTER.format("2025-03-14").replace("registered_letter", "at_once")
        since = 'in_service_since = 2009-09-01\nyearly_pay_of_2013 = "30000.00"\n'
        add(folder, "people/W003.toml", letter + since)
        (folder / "pay" / "2025-03.csv").write_text(
            f"staff_number,contract,kind,units,base\nW003,1,notice_indemnity,{weeks},30000.00\n",
            "utf-8",
        )

    _, report = run(copied(tmp_path, story), MARCH)
    assert ("notice_pay_differs" in rules(report)) == is_told


def test_a_contract_that_goes_on_after_its_notice_is_told(tmp_path: Path) -> None:
    assert about_notice(told(tmp_path / "1", RESIGNED, JANUARY, person="W006")) == [
        "notice_has_run"
    ]


def test_a_suspension_moves_the_end(tmp_path: Path) -> None:
    sick = (
        '[[contracts.notice.suspensions]]\ncause = "sickness_or_accident"\n'
        "begins = 2025-02-03\nuntil = 2025-02-09\n"
    )
    letter = LETTER.format("2025-01-08")
    # W004 began on 10 February: one week from Monday 3 March, and seven days of sickness.
    short = LETTER.format("2025-02-26") + sick.replace("2025-02-03", "2025-03-04").replace(
        "2025-02-09", "2025-03-10"
    )
    assert (
        about_notice(told(tmp_path / "a", short, MARCH, ends=end("2025-03-16"), person="W004"))
        == []
    )
    assert about_notice(told(tmp_path / "b", letter + sick, MARCH, ends=end("2025-03-31"))) == [
        "notice_ends_early"
    ]


def test_a_recorded_absence_moves_the_end(tmp_path: Path) -> None:
    """One week from Monday 3 March, and seven days of illness; a strike is told and not counted."""
    absences = "staff_number,contract,kind,first,last\n"
    sick = "W004,1,sickness,2025-03-04,2025-03-10\n"
    strike = "W004,1,strike,2025-03-11,2025-03-11\n"

    def story(folder: Path) -> None:
        ends = f"{end('2025-03-16')}\njoint_committee"
        change(folder, "people/W004.toml", "joint_committee", ends)
        add(folder, "people/W004.toml", LETTER.format("2025-02-26"))
        (folder / "absences").mkdir()
        (folder / "absences" / "2025.csv").write_text(absences + sick + strike, "utf-8")

    _, report = run(copied(tmp_path, story), MARCH)
    assert about_notice(report) == ["absence_not_in_notice"]


@pytest.mark.parametrize(("way", "found"), [("handed_over", ["notice_void"]), ("bailiff", [])])
def test_a_dismissal_is_not_handed_over(tmp_path: Path, way: str, found: list[str]) -> None:
    table = DISMISSED.replace("registered_letter", way)
    report = told(tmp_path, table, MARCH)
    assert about_notice(report) == found


def test_a_protected_worker_and_one_of_before_2014_are_told(tmp_path: Path) -> None:
    table = DISMISSED + "is_protected = true\nin_service_since = 2006-03-01\n"
    report = told(tmp_path, table, FEBRUARY, person="W002")
    assert about_notice(report) == [
        "notice_of_protected",
        "dismissal_compensated",
        "general_manual_days",
    ]
    own = told(tmp_path / "own", table + "sector_days_of_2013 = 64\n", FEBRUARY, person="W002")
    assert "general_manual_days" not in rules(own)


def test_a_term_that_can_no_longer_be_given_notice(tmp_path: Path) -> None:
    report = told(tmp_path, DISMISSED + "term_ends = 2026-05-31\n", MARCH)
    assert about_notice(report) == ["notice_too_late_in_term"]


@pytest.mark.parametrize(
    ("term_ends", "days"),
    [
        ("2025-07-31", "122"),  # what is left of it; twice twelve weeks is 168
        ("2026-05-31", "168"),
    ],
)
def test_a_term_broken_at_once(tmp_path: Path, term_ends: str, days: str) -> None:
    table = LETTER.format("2025-03-31").replace("registered_letter", "at_once")
    report = told(tmp_path, f"{table}term_ends = {term_ends}\n", MARCH, ends=end("2025-03-31"))
    assert about_notice(report) == ["term_pay_missing"]
    (said,) = (one for one in report["findings"] if one["rule"] == "term_pay_missing")
    assert f" {days} " in said["message"]
    assert f"fixed_term_indemnity (until {term_ends}, units 12)" in said["message"]


def test_what_the_book_does_not_know_is_told_and_stops_nobody(tmp_path: Path) -> None:
    table = DISMISSED.replace("2025-01-08", "2022-12-29").replace('"employer"', '"worker"')
    table += "in_service_since = 2009-03-02\n"
    report = told(tmp_path, table, MARCH)
    assert about_notice(report) == ["notice_not_reckoned"]


CAUSE = "\n[contracts.serious_cause]\nknown_on = {0}\ntold_on = {1}\n"


@pytest.mark.parametrize(
    ("known", "told_on", "found"),
    [
        ("2025-03-03", "2025-03-10", []),  # Monday; ended on Thursday 6; told on Monday 10
        ("2025-03-01", "2025-03-06", ["serious_cause_late"]),  # Saturday: the fourth is Thursday
        ("2025-03-03", "2025-03-11", ["serious_cause_told_late"]),
        ("2024-03-03", "2025-12-31", ["serious_cause_late", "serious_cause_told_late"]),
    ],
)
def test_the_working_days_of_a_serious_cause(
    tmp_path: Path, known: str, told_on: str, found: list[str]
) -> None:
    ends = end("2025-03-06", "dismissal_for_serious_cause")
    report = told(tmp_path, CAUSE.format(known, told_on), MARCH, ends=ends)
    assert about_notice(report) == found


def with_line(
    place: Path, table: str, line: str, *, day: str = "2025-03-31", reason: str = "dismissal"
) -> dict[str, Any]:
    """Who leaves on a day, with a table under the contract and a line of pay."""

    def story(folder: Path) -> None:
        change(
            folder, "people/W003.toml", "joint_committee", f"{end(day, reason)}\njoint_committee"
        )
        add(folder, "people/W003.toml", table)
        (folder / "pay" / "2025-03.csv").write_text(
            f"staff_number,contract,kind,days,units,base,until\n{line}", "utf-8"
        )

    files, report = run(copied(place, story), MARCH)
    sound(files, report)
    return report


AT_ONCE = LETTER.format("2025-03-31").replace("registered_letter", "at_once")


def test_a_dismissal_with_neither_notice_nor_notice_pay_is_told(tmp_path: Path) -> None:
    report = told(tmp_path, "", MARCH, ends=end("2025-03-31"))
    assert about_notice(report) == ["notice_not_recorded"]
    (said,) = (one for one in report["findings"] if one["rule"] == "notice_not_recorded")
    assert said["severity"] == "warning"
    assert "officium notice FOLDER --worker W003" in said["message"]
    paid = with_line(tmp_path / "paid", "", "W003,1,notice_indemnity,,12.00,30000.00,\n")
    assert about_notice(paid) == []


@pytest.mark.parametrize(
    "reason",
    [
        *("dismissal_for_serious_cause", "end_of_term", "mutual_consent", "death", "retirement"),
        *("resignation", "medical_force_majeure", "resignation_for_serious_cause"),
    ],
)
def test_no_other_end_asks_for_notice_by_the_employer(tmp_path: Path, reason: str) -> None:
    assert about_notice(told(tmp_path, "", MARCH, ends=end("2025-03-31", reason))) == []


def test_an_earlier_month_does_not_ask_for_the_notice_of_a_later_end(tmp_path: Path) -> None:
    assert about_notice(told(tmp_path, "", FEBRUARY, ends=end("2025-03-31"))) == []


@pytest.mark.parametrize(
    ("since", "is_offered"),
    [("2016-04-02", False), ("2016-04-01", True), ("2015-04-01", True)],
)
def test_outplacement_from_thirty_weeks_on(tmp_path: Path, since: str, is_offered: bool) -> None:
    """Twenty-seven weeks in the ninth year of service, thirty from the evening on which nine are complete."""
    report = told(tmp_path, f"{AT_ONCE}in_service_since = {since}\n", MARCH, ends=end("2025-03-31"))
    (said,) = (one for one in report["findings"] if one["rule"] == "notice_pay_missing")
    assert ("notice_indemnity_outplacement" in said["message"]) is is_offered


def test_who_leaves_at_once_owes_notice_pay_and_no_line_is_asked(tmp_path: Path) -> None:
    table = AT_ONCE.replace('"employer"', '"worker"')
    report = told(tmp_path, table, MARCH, ends=end("2025-03-31", "resignation"))
    assert about_notice(report) == ["notice_pay_covers"]


@pytest.mark.parametrize(
    ("term_ends", "line", "found"),
    [
        ("2026-05-31", "W003,1,fixed_term_indemnity,,12.00,30000.00,2026-05-31\n", []),
        ("2025-07-31", "W003,1,fixed_term_indemnity,,12.00,30000.00,2025-07-31\n", []),
        (
            "2025-07-31",
            "W003,1,fixed_term_indemnity,,8.00,30000.00,2025-07-31\n",
            ["term_pay_differs"],
        ),
        (
            "2026-05-31",
            "W003,1,notice_indemnity,,12.00,30000.00,\n",
            ["term_pay_differs"],
        ),
    ],
)
def test_the_line_of_a_broken_term_is_compared_with_what_is_owed(
    tmp_path: Path, term_ends: str, line: str, found: list[str]
) -> None:
    report = with_line(tmp_path, f"{AT_ONCE}term_ends = {term_ends}\n", line)
    assert about_notice(report) == found
