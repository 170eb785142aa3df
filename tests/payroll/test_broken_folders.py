"""Every mistake of a folder gets one sentence that names the place and what is expected."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from breaking import WORKSHOP, change, refused

# What was done: the file, what stood there, what stands there now; the line, part of the sentence.
CHANGES = {
    "the name of the employer is missing": (
        "employer.toml", 'name               = "Cargovelo Atelier"\n', "",
        "employer.toml:1", "name is missing; expected: name of the enterprise",
    ),
    "a field is misspelt": (
        "people/W001.toml", 'iban         =', 'ibann        =',
        "people/W001.toml:9", "unknown field ibann; did you mean iban?",
    ),
    "a field of a contract is misspelt": (
        "people/W001.toml", "joint_committee =", "joint_comitee   =",
        "people/W001.toml:29", "unknown field contracts 1, joint_comitee; did you mean joint_committee?",
    ),
    "somebody claims where the record comes from": (
        "people/W001.toml", 'sex          = "F"', 'sex          = "F"\norigin = "elsewhere"',
        "people/W001.toml:7", "unknown field origin",
    ),
    "an INSS has a wrong check digit": (
        "people/W002.toml", "91110336776", "91110336777",
        "people/W002.toml:2", "is no INSS: eleven digits",
    ),
    "an enterprise number has a wrong check digit": (
        "employer.toml", "0765432146", "0765432147",
        "employer.toml:3", "is no enterprise number",
    ),
    "an NSSO number has a wrong check digit": (
        "employer.toml", "159999947", "159999948",
        "employer.toml:4", "is no NSSO number",
    ),
    "an NSSO number is too short": (
        "employer.toml", "159999947", "15999994",
        "employer.toml:4", "nine digits",
    ),
    "an establishment number has a wrong check digit": (
        "people/W004.toml", "2187654361", "2187654362",
        "people/W004.toml:29", "is no establishment number: its last two digits",
    ),
    "an establishment number is an enterprise number": (
        "people/W004.toml", "2187654361", "0765432146",
        "people/W004.toml:29", "ten digits, the first 2 to 8",
    ),
    "an IBAN has a wrong check digit": (
        "people/W003.toml", "BE38377126617672", "BE39377126617672",
        "people/W003.toml:9", "is no IBAN",
    ),
    "a BIC is no BIC": (
        "employer.toml", "GKCCBEBB", "GKC",
        "employer.toml:7", "is no BIC",
    ),
    "an amount has three decimals": (
        "people/W004.toml", '"3950.00"', '"3950.005"',
        "people/W004.toml:35", "is not an exact number with at most 2 decimals",
    ),
    "an amount is written without quotes": (
        "people/W004.toml", '"3950.00"', "3950.00",
        "people/W004.toml:35", 'write the number as text in quotes, such as "3100.00"',
    ),
    "an amount is a whole number without quotes": (
        "people/W004.toml", '"3950.00"', "3950",
        "people/W004.toml:35", "write the number as text in quotes",
    ),
    "an amount has a comma": (
        "people/W004.toml", '"3950.00"', '"3950,00"',
        "people/W004.toml:35", "is not an exact number",
    ),
    "pay is below zero": (
        "people/W004.toml", '"3950.00"', '"-3950.00"',
        "people/W004.toml:35", "-3950.00 is outside 0.01 to 999999.99",
    ),
    "a contract ends before it begins": (
        "people/W005.toml", "2025-02-21", "2018-02-21",
        "people/W005.toml:23", "ends on 2018-02-21, before it begins on 2018-05-14",
    ),
    "a contract ends without a reason": (
        "people/W005.toml", 'end_reason      = "resignation"\n', "",
        "people/W005.toml:23", "needs both ends and end_reason, or neither",
    ),
    "terms begin before the contract": (
        "people/W006.toml", "since           = 2024-09-02", "since           = 2024-09-01",
        "people/W006.toml:21", "its first terms begin on 2024-09-01; 2024-09-02 is expected",
    ),
    "terms are out of order": (
        "people/W001.toml", "since           = 2025-01-01", "since           = 2019-01-01",
        "people/W001.toml:24", "terms are not in the order of their days",
    ),
    "terms have two kinds of pay": (
        "people/W002.toml", 'hourly_wage     =', 'monthly_pay = "3000.00"\nhourly_wage     =',
        "people/W002.toml:30", "needs one of monthly_pay, agreed_net, daily_wage, hourly_wage and",
    ),
    "terms have a schedule and an average": (
        "people/W007.toml", 'hourly_wage     =',
        'average_week = { hours = "20.00", days = "3.00" }\nhourly_wage     =',
        "people/W007.toml:32", "needs one of schedule and average_week, and not both",
    ),
    "a cycle begins on a Tuesday": (
        "people/W007.toml", 'hourly_wage     =',
        'further_weeks = [{ monday = "8.00" }]\ncycle_begins = 2025-01-07\nhourly_wage     =',
        "people/W007.toml:32", "has a cycle_begins on 2025-01-07, which is no Monday",
    ),
    "a cycle has no beginning": (
        "people/W007.toml", 'hourly_wage     =',
        'further_weeks = [{ monday = "8.00" }]\nhourly_wage     =',
        "people/W007.toml:32", "needs both further_weeks and cycle_begins, or neither",
    ),
    "a schedule is longer than full time": (
        "people/W007.toml", 'full_time_hours = "38.00"', 'full_time_hours = "20.00"',
        "people/W007.toml:32", "schedule has more hours a week than full_time_hours",
    ),
    "a schedule has no hours": (
        "people/W007.toml",
        'schedule        = { monday = "8.00", wednesday = "8.00", friday = "6.00" }',
        "schedule        = {}",
        "people/W007.toml:32", "schedule has no hours",
    ),
    "a code is unknown": (
        "people/W006.toml", '"white_collar"', '"white-collar"',
        "people/W006.toml:25", "'white-collar' is not one of its codes; did you mean white_collar?",
    ),
    "a day does not exist": (
        "people/W006.toml", "2001-06-30", "2001-06-31",
        "people/W006.toml:5", "is not TOML",
    ),
    "a day is written as text": (
        "people/W006.toml", "2001-06-30", '"2001-06-30"',
        "people/W006.toml:5", "a day such as 2025-01-31 is expected, not '2001-06-30'",
    ),
    "a flag is written as a word": (
        "people/W007.toml", "is_single_parent   = true", 'is_single_parent   = "yes"',
        "people/W007.toml:20", "true or false is expected, not 'yes'",
    ),
    "a list is written as one table": (
        "people/W002.toml", "[[families]]", "[families]",
        "people/W002.toml:17", "families: a list is expected, not a table",
    ),
    "a couple without the spouse's income": (
        "people/W003.toml", 'spouse_income = "full"\n', "",
        "people/W003.toml:17", "spouse_income is missing",
    ),
    "a single person with a spouse": (
        "people/W002.toml", 'civil_status = "single"', 'civil_status = "single"\nspouse_income = "full"',
        "people/W002.toml:17", "speaks of a spouse, and civil_status is single",
    ),
    "more disabled children than children": (
        "people/W001.toml", "dependent_children = 2",
        "dependent_children = 2\ndisabled_dependent_children = 3",
        "people/W001.toml:18", "disabled_dependent_children is more than dependent_children",
    ),
    "no family situation when the contract begins": (
        "people/W004.toml", "since        = 2025-02-10", "since        = 2025-03-01",
        "people/W004.toml:1", "families begin on 2025-03-01, after the first contract",
    ),
    "two family situations from one day": (
        "people/W002.toml", "[[contracts]]",
        '[[families]]\nsince = 2020-03-01\ncivil_status = "divorced"\n\n[[contracts]]',
        "people/W002.toml:1", "families are not in the order of their days",
    ),
    "a number in other digits": (
        "employer.toml", '"30920"', '"٣٠٩٢٠"',
        "employer.toml:8", "nace: '٣٠٩٢٠' is not five digits, such as",
    ),
    "a staff number in small letters": (
        "time/2025-01.csv", "W003,", "w003,",
        "time/2025-01.csv:4", "'w003' is not capital letters, digits and hyphens",
    ),
    "a nationality of three letters": (
        "people/W001.toml", 'nationality  = "BE"', 'nationality  = "BEL"',
        "people/W001.toml:7", "nationality: 'BEL' is not two capital letters, such as \"BE\"",
    ),
    "hours that are not those of the schedule": (
        "time/2025-02.csv", "2025-02-13,unpaid_leave,7.60", "2025-02-13,unpaid_leave,7.00",
        "time/2025-02.csv:4", "W006: 7.00 hours are recorded on 2025-02-13 and the schedule has 7.60",
    ),
    "a contract in a committee that the employer does not have": (
        "people/W005.toml", 'joint_committee = "100"', 'joint_committee = "124"',
        "people/W005.toml:30", "is in joint committee 124; its employer has 200, 100",
    ),
    "a contract with an unknown employer": (
        "people/W005.toml", "0765432146", "0812345997",
        "people/W005.toml:25", "is with 0812345997, which is no employer of the folder",
    ),
    "a contract that begins before birth": (
        "people/W006.toml", "birth_date   = 2001-06-30", "birth_date   = 2024-09-30",
        "people/W006.toml:24", "begins before the worker's birth",
    ),
    "two people with one INSS": (
        "people/W002.toml", "91110336776", "84051721408",
        "people/W002.toml:2", "two people have INSS 84051721408",
    ),
    "two headcounts for one year": (
        "employer.toml", "[[headcounts]]", '[[headcounts]]\nyear = 2025\naverage = "7.00"\n\n[[headcounts]]',
        "employer.toml:1", "headcounts name 2025 twice",
    ),
    "a replacement of a day that is no holiday": (
        "employer.toml", "holiday = 2025-11-01", "holiday = 2025-11-02",
        "employer.toml:45", "2025-11-02 is no public holiday",
    ),
    "a replacement day that is a holiday": (
        "employer.toml", "2025-11-10", "2025-11-11",
        "employer.toml:46", "2025-11-11 is a public holiday itself",
    ),
    "time of an unknown person": (
        "time/2025-01.csv", "W003,", "W033,",
        "time/2025-01.csv:4", "nobody has staff number W033; known are W001",
    ),
    "time of an unknown contract": (
        "time/2025-01.csv", "W003,1", "W003,2",
        "time/2025-01.csv:4", "W003 has no contract 2",
    ),
    "time after the contract": (
        "time/2025-02.csv", "W006,1,2025-02-13", "W005,1,2025-02-24",
        "time/2025-02.csv:4", "2025-02-24 is outside contract 1 of W005",
    ),
    "time in another month": (
        "time/2025-02.csv", "2025-02-13", "2025-03-13",
        "time/2025-02.csv:4", "2025-03-13 is outside 2025-02, the month of the file",
    ),
    "an unknown code of time": (
        "time/2025-02.csv", "13,unpaid_leave", "13,unpaid_leav",
        "time/2025-02.csv:4", "did you mean unpaid_leave?",
    ),
    "more than a day of hours": (
        "time/2025-02.csv", "7.60", "76.00",
        "time/2025-02.csv:2", "76.00 is outside 0.01 to 24.00",
    ),
    "two codes with more than a day of hours": (
        "time/2025-03.csv", "W006,1,2025-03-10,worked,4.00", "W006,1,2025-03-10,worked,21.00",
        "time/2025-03.csv:5", "more than 24 hours on 2025-03-10 for W006",
    ),
    "the same time twice": (
        "time/2025-03.csv", "W006,1,2025-03-10,worked,4.00",
        "W006,1,2025-03-10,unpaid_leave,4.00",
        "time/2025-03.csv:5", "unpaid_leave on 2025-03-10 appears twice for W006",
    ),
    "a day that does not exist in a table": (
        "time/2025-02.csv", "2025-02-13", "2025-02-30",
        "time/2025-02.csv:4", "a day such as 2025-01-31 is expected, not '2025-02-30'",
    ),
    "semicolons between the columns": (
        "time/2025-02.csv", "staff_number,contract,day,code,hours", "staff_number;contract;day;code;hours",
        "time/2025-02.csv:1", "columns are separated by commas, not semicolons",
    ),
    "a misspelt column": (
        "time/2025-02.csv", "contract,day", "contrat,day",
        "time/2025-02.csv:1", "unknown column 'contrat'; did you mean contract?",
    ),
    "a line with too few columns": (
        "time/2025-02.csv", "W001,1,2025-02-24,holiday,7.60", "W001,1,2025-02-24,holiday",
        "time/2025-02.csv:2", "has 4 columns; 5 are expected",
    ),
    "a quote that is never closed": (
        "time/2025-02.csv", "W001,1", '"W001,1',
        "time/2025-02.csv", "is no CSV",
    ),
    "an unknown kind of pay": (
        "pay/2025-03.csv", "fixed_premium", "fixed_premiums",
        "pay/2025-03.csv:2", "did you mean fixed_premium?",
    ),
    "pay in a month without contract": (
        "pay/2025-03.csv", "W002,1", "W005,1",
        "pay/2025-03.csv:3", "contract 1 of W005 has no day in 2025-03",
    ),
    "a name with a character that cannot be printed": (
        "people/W001.toml", '"Maes"', '"Ma\\u0007es"',
        "people/W001.toml:3", "holds a character that cannot be printed",
    ),
    "brackets without end": (
        "people/W001.toml", 'name         = "Maes"', "name         = " + "[" * 5000,
        "people/W001.toml:1", "nested too deeply",
    ),
    "a key of thousands of parts": (
        "people/W001.toml", 'staff_number', "a." * 50_000 + "a = 1\nstaff_number",
        "people/W001.toml:1", "line 1 has more than 200 dots",
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", CHANGES)
def test_one_change_gives_one_sentence_at_its_place(folder: Path, story: str) -> None:
    name, old, new, where, says = CHANGES[story]
    change(folder, name, old, new)
    refusal = refused(folder)
    assert "\n" not in refusal.message
    assert says in refusal.message
    assert refusal.where.startswith(where)


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("parental_leave", "it is recorded as terms of the contract with a `measure`"),
        ("time_credit", "it is recorded as terms of the contract with a `measure`"),
        ("medical_assistance", "docs/how-to/record-leave.md"),
        ("palliative_leave", "docs/how-to/record-leave.md"),
        ("foster_parental_leav", "did you mean foster_parental_leave?"),
    ],
)
def test_leave_that_is_no_absence_is_named_with_its_place(
    tmp_path: Path, kind: str, says: str
) -> None:
    folder = Path(shutil.copytree(WORKSHOP, tmp_path / "records"))
    (folder / "absences").mkdir()
    text = f"staff_number,contract,kind,first,last\nW001,1,{kind},2025-02-03,2025-02-07\n"
    (folder / "absences" / "2025.csv").write_text(text, "utf-8")
    assert says in refused(folder).message


def test_notice_pay_is_named_by_its_kind(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WORKSHOP, tmp_path / "records"))
    file = folder / "pay" / "2025-03.csv"
    file.write_text(file.read_text("utf-8") + "W001,1,notice_pay,10.00,\n", "utf-8")
    assert "write notice_indemnity" in refused(folder).message
