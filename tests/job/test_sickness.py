"""People of the workshop fall ill or have an accident: through payslips, DmfA and ledger, by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from officium.findings import BadInput
from officium.payroll import read_folder, write_folder

from .running import FEBRUARY, JANUARY, MARCH, add, cents, copied, rules, run, slip, sound

HEADING = "staff_number,contract,kind,first,last"
DETAILS = f"{HEADING},share,begun,other_cause,paid_from,paid_until,days_counted"


def absent(place: Path, *lines: str, heading: str = HEADING) -> Path:
    """The workshop with a table of absences."""

    def edit(folder: Path) -> None:
        (folder / "absences").mkdir()
        text = "\n".join((heading, *lines)) + "\n"
        (folder / "absences" / "2025.csv").write_text(text, "utf-8")

    return copied(place, edit)


def codes(files: dict[str, bytes], name: str) -> dict[str, list[tuple[str, str]]]:
    """The days of absence of a payslip's calendar that have hours: codes and hours by day."""
    return {
        day["day"][5:]: [(one["code"], one["hours"]) for one in day["codes"]]
        for day in slip(files, name)["contracts"][0]["calendar"]
        if day["absence"] and day["codes"]
    }


def amounts(files: dict[str, bytes], name: str) -> dict[str, str]:
    """The lines of a payslip by the fact or, for a line of pay, its English name."""
    return {
        line["label"]["en"] if line["fact"] == "item_amount" else line["fact"]: line["amount"]
        for line in slip(files, name)["lines"]
    }


def services(xml: bytes, code: str) -> list[str | None]:
    """The days of a working-time code in a DmfA."""
    found: list[Any] = etree.fromstring(xml).xpath(f"//Service[ServiceCode='{code}']")
    return [one.findtext("ServiceNbrDays") for one in found]


SECOND, SUPPLEMENT = "guaranteed pay, second week", "supplement to guaranteed pay (CLA 12bis/13bis)"


def test_five_weeks_of_a_manual_worker(tmp_path: Path) -> None:
    """Ill from Monday 20 January to Tuesday 25 February 2025, 38 hours a week at 19.45 euro."""
    files, report = run(absent(tmp_path, "W002,1,sickness,2025-01-20,2025-02-25"))
    sound(files, report)
    january, february = (codes(files, f"2025-0{n}/W002") for n in (1, 2))
    assert [code for ((code, _),) in january.values()] == 5 * ["sickness_paid"] + 5 * [
        "sickness_second_week"
    ]
    # 3 February is day 15, Tuesday 18 February day 30.
    assert [code for ((code, _),) in february.values()] == 12 * ["sickness_supplement"] + 5 * [
        "sickness_unpaid"
    ]
    first = amounts(files, "2025-01/W002")
    # 38 hours of the second week: 739.10, of which 85.88 %.
    assert first[SECOND] == "634.74"
    # Taxed with the pay, no contribution: 2 437.70 - 344.10 + 634.74.
    assert (first["gross_pay"], first["employee_contribution"]) == ("2437.70", "344.10")
    assert first["taxable_pay"] == "2728.34"
    # What bears no contribution stands below the gross pay, above its own sum.
    order = [line["label"]["en"] for line in slip(files, "2025-01/W002")["lines"]]
    at = order.index("Gross pay")
    assert order[at + 1] == SECOND and order.index("Total gross") == at + 3
    second = amounts(files, "2025-02/W002")
    # 92 hours: 1 789.40, below the ceiling of 12 days (2 637.09): 25.88 %.
    assert second[SUPPLEMENT] == "463.10"
    xml = files["declarations/dmfa-2025Q1.xml"]
    assert (services(xml, "010"), services(xml, "011")) == (["00500"], ["01200"])
    assert "00500" in services(xml, "050")
    assert "guaranteed_pay_ends" in rules(report)
    # What the employer pays of the illness stays below the pay of the same hours.
    guaranteed = cents("739.10") + cents(first[SECOND]) + cents(second[SUPPLEMENT])
    assert guaranteed <= (38 + 38 + 92) * 1945


def test_somebody_falls_ill_twice_and_the_second_time_is_a_relapse(tmp_path: Path) -> None:
    """Sofie, white-collar: twelve days in January, again on the tenth day after them."""
    ill = ("W001,1,sickness,2025-01-06,2025-01-17", "W001,1,sickness,2025-01-27,2025-02-21")
    files, report = run(absent(tmp_path, *ill))
    sound(files, report)
    february = codes(files, "2025-02/W001")
    paid = [day for day, held in february.items() if held[0][0] == "sickness_paid"]
    # Twelve days used; 27 January is day 13, Thursday 13 February day 30.
    assert paid[-1] == "02-13"
    assert next(day for day, held in february.items() if held[0][0] == "sickness_unpaid") == "02-14"
    said = [one for one in report["findings"] if one["rule"] == "guaranteed_pay_used"]
    assert [one["line"] for one in said] == [3]
    assert "12" in said[0]["message"]


def test_a_certificate_of_another_illness_opens_a_new_month(tmp_path: Path) -> None:
    folder = absent(
        tmp_path,
        "W001,1,sickness,2025-01-06,2025-01-17,,,,,,",
        "W001,1,sickness,2025-01-27,2025-02-21,,,yes,,,",
        heading=DETAILS,
    )
    files, report = run(folder, FEBRUARY)
    assert {held[0][0] for held in codes(files, "2025-02/W001").values()} == {"sickness_paid"}
    assert "guaranteed_pay_used" not in rules(report)


def test_a_prolongation_is_the_same_incapacity(tmp_path: Path) -> None:
    """Two certificates that follow each other: the thirty days run from the first one."""
    ill = ("W001,1,sickness,2025-01-06,2025-01-17", "W001,1,sickness,2025-01-18,2025-02-14")
    files, report = run(absent(tmp_path, *ill), FEBRUARY)
    paid = [d for d, held in codes(files, "2025-02/W001").items() if held[0][0] == "sickness_paid"]
    assert paid == ["02-03", "02-04"]
    assert "guaranteed_pay_used" not in rules(report)


def test_the_day_on_which_work_had_begun_is_paid_and_not_counted(tmp_path: Path) -> None:
    folder = absent(tmp_path, "W002,1,sickness,2025-01-20,2025-01-31,,yes,,,,", heading=DETAILS)
    add(folder, "time/2025-01.csv", "W002,1,2025-01-20,worked,3.00\n")
    files, _ = run(folder, JANUARY)
    found = codes(files, "2025-01/W002")
    assert found["01-20"] == [("worked", "3.00"), ("sickness_paid", "5.00")]
    # Tuesday 21 January is day 1, Monday 27 January day 7.
    assert found["01-27"] == [("sickness_paid", "8.00")]
    assert found["01-28"] == [("sickness_second_week", "8.00")]


def test_late_certificate_control_and_bereavement_leave(tmp_path: Path) -> None:
    """Sofie's certificate comes late; Jonas is found fit; seven days of leave count for him too."""
    folder = absent(
        tmp_path,
        "W001,1,sickness,2025-03-03,2025-03-07,,,,2025-03-05,,",
        "W006,1,sickness,2025-03-11,2025-03-31,,,,,2025-03-26,7",
        heading=DETAILS,
    )
    files, report = run(folder, MARCH)
    late = codes(files, "2025-03/W001")
    assert [late[f"03-0{n}"][0][0] for n in (3, 4, 5)] == [
        "sickness_unpaid",
        "sickness_unpaid",
        "sickness_paid",
    ]
    # Day 8 on 11 March: day 23 is Wednesday 26 March, the day of the control.
    fit = codes(files, "2025-03/W006")
    assert (fit["03-26"][0][0], fit["03-27"][0][0]) == ("sickness_paid", "sickness_unpaid")
    assert {"guaranteed_pay_refused", "guaranteed_pay_used", "guaranteed_pay_refused_after"} <= set(
        rules(report)
    )


def test_partial_work_and_an_illness_during_it(tmp_path: Path) -> None:
    """Half of each day in March in agreement with the advising physician; ill on two days."""
    folder = absent(
        tmp_path,
        "W001,1,partial_work,2025-03-03,2025-03-31,0.5000,,,,,",
        "W001,1,sickness,2025-03-10,2025-03-11,,,,,,",
        heading=DETAILS,
    )
    add(folder, "time/2025-03.csv", "W001,1,2025-03-12,worked,6.00\n")
    files, report = run(folder)
    sound(files, report)
    found = codes(files, "2025-03/W001")
    assert sorted(found["03-03"]) == [("sickness_unpaid", "3.80"), ("worked", "3.80")]
    assert found["03-10"] == [("sickness_unpaid", "7.60")]
    assert sorted(found["03-12"]) == [("sickness_unpaid", "1.60"), ("worked", "6.00")]


def test_an_accident_at_work_of_a_manual_worker(tmp_path: Path) -> None:
    """From Monday 3 February to Friday 14 March: a week, an advance to day 30, then the insurer."""
    folder = absent(tmp_path, "W002,1,work_accident,2025-02-03,2025-03-14")
    files, report = run(folder)
    assert "accident_advance_missing" in rules(report)
    february, march = (codes(files, f"2025-0{n}/W002") for n in (2, 3))
    assert (february["02-07"][0][0], february["02-10"][0][0]) == (
        "accident_paid",
        "accident_advance",
    )
    # Tuesday 4 March is day 30.
    assert (march["03-04"][0][0], march["03-05"][0][0]) == ("accident_advance", "work_accident")
    xml = files["declarations/dmfa-2025Q1.xml"]
    assert services(xml, "011") == ["01700"]
    assert services(xml, "060") == ["00800"]


def test_an_advance_is_taxed_without_contributions(tmp_path: Path) -> None:
    folder = absent(tmp_path, "W002,1,work_accident,2025-02-03,2025-03-14")
    table = folder / "pay" / "2025-02.csv"
    head = table.read_text("utf-8").splitlines()[0]
    cells = {
        "staff_number": "W002",
        "contract": "1",
        "kind": "accident_advance",
        "amount": "1500.00",
    }
    line = ",".join(cells.get(name, "") for name in head.split(","))
    add(folder, "pay/2025-02.csv", line + "\n")
    files, report = run(folder, FEBRUARY)
    sound(files, report)
    found = amounts(files, "2025-02/W002")
    beside = cents(found["gross_pay"]) - cents(found["employee_contribution"])
    assert cents(found["taxable_pay"]) == beside + cents("1500.00")
    assert "accident_advance_missing" not in rules(report)


def test_an_illness_in_temporary_unemployment_is_no_guaranteed_pay(tmp_path: Path) -> None:
    """Bad weather from 10 to 14 February; Karim is ill from Wednesday 12 to Tuesday 18."""
    folder = absent(
        tmp_path,
        "W002,1,weather_unemployment,2025-02-10,2025-02-14",
        "W002,1,sickness,2025-02-12,2025-02-18",
    )
    files, report = run(folder, FEBRUARY)
    sound(files, report)
    found = {day: held[0][0] for day, held in codes(files, "2025-02/W002").items()}
    assert [found[f"02-{day}"] for day in (10, 11, 12, 13, 14, 17, 18)] == [
        *2 * ["weather_unemployment"],
        *3 * ["sickness_unpaid"],
        *2 * ["sickness_paid"],
    ]


def test_illness_in_the_holidays_of_2025_keeps_the_day(tmp_path: Path) -> None:
    folder = absent(tmp_path, "W001,1,sickness,2025-03-05,2025-03-06")
    for day in ("03", "04", "05", "06", "07"):
        add(folder, "time/2025-03.csv", f"W001,1,2025-03-{day},holiday,7.60\n")
    files, _ = run(folder, MARCH)
    found = codes(files, "2025-03/W001")
    assert {held[0][0] for held in found.values()} == {"sickness_in_holiday"}


def test_the_fourth_first_day_without_certificate_is_told(tmp_path: Path) -> None:
    """Four Mondays of one day in the quarter; pay goes on, and the fourth is for a person to judge."""
    days = ("2025-01-13", "2025-02-03", "2025-02-24", "2025-03-17")
    lines = tuple(f"W001,1,sickness,{day},{day},no" for day in days)
    files, report = run(absent(tmp_path, *lines, heading=f"{HEADING},certificate"))
    said = [one for one in report["findings"] if one["rule"] == "certificate_missing"]
    assert [one["line"] for one in said] == [5]
    assert codes(files, "2025-03/W001") == {"03-17": [("sickness_paid", "7.60")]}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("W001,1,sickness,2025-03-07,2025-03-11,,no,,,,", "yes"),
        ("W001,1,sickness,2025-03-07,2025-03-11,,,,2025-3-9,,", "2025-3-9"),
        ("W001,1,sickness,2025-03-07,2025-03-11,,,,,,x", "days_counted"),
        (
            "W001,1,work_accident,2025-03-07,2025-03-11,,,yes,,,",
            "work_accident takes no other_cause",
        ),
        ("W001,1,partial_work,2025-03-07,2025-03-11,,,,,,", "partial_work needs share"),
        ("W001,1,sickness,2025-03-07,2025-03-11,0.5000,,,,,", "sickness takes no share"),
        ("W001,1,sickness,2025-03-07,2025-03-11,,,,,,100", "less than or equal to 99"),
        ("W001,1,partial_work,2025-03-07,2025-03-11,0.0000,,,,,", "above 0 and below 1"),
        ("W001,1,partial_work,2025-03-07,2025-03-11,1.0000,,,,,", "above 0 and below 1"),
        ("W001,1,sickness,2025-03-07,2025-03-11,,,,2025-03-06,,", "paid_from 2025-03-06 is before"),
        (
            "W001,1,sickness,2025-03-07,2025-03-11,,,,2025-03-10,2025-03-09,",
            "leave paid_until out",
        ),
        ("W001,1,sickness,2025-03-07,2025-03-11,,yes,,,,", "no worked hours of W001"),
        ("W001,1,sickness,2025-03-08,2025-03-11,,yes,,,,", "no work on 2025-03-08"),
    ],
)
def test_a_wrong_detail_is_refused_by_its_line(tmp_path: Path, line: str, says: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_folder(absent(tmp_path, line, heading=DETAILS))
    assert says in refused.value.message
    assert str(refused.value.where) == "absences/2025.csv:2"


def test_only_an_illness_of_one_day_has_no_certificate(tmp_path: Path) -> None:
    line = "W001,1,sickness,2025-03-07,2025-03-10,no"
    with pytest.raises(BadInput, match="for an illness of one day"):
        read_folder(absent(tmp_path, line, heading=f"{HEADING},certificate"))


def test_details_are_written_as_they_were_read(tmp_path: Path) -> None:
    folder = absent(
        tmp_path,
        "W001,1,sickness,2025-03-03,2025-03-28,,yes,yes,2025-03-05,2025-03-26,7",
        "W001,1,partial_work,2025-04-07,,0.5000,,,,,",
        heading=DETAILS,
    )
    add(folder, "time/2025-03.csv", "W001,1,2025-03-03,worked,3.00\n")
    records = read_folder(folder)
    write_folder(records, tmp_path / "again")
    assert read_folder(tmp_path / "again") == records


@pytest.mark.parametrize(
    ("second", "says"),
    [
        # Wednesday 5 February: the thirty days were used from 6 January to 4 February.
        ("W001,1,sickness,2025-02-06,2025-02-21,", ("a relapse", "30 days", "you owe nothing")),
        ("W001,1,sickness,2025-02-06,2025-02-21,7", ("a relapse", "37 days", "you owe nothing")),
    ],
)
def test_a_relapse_of_which_no_day_is_left_owes_nothing(
    tmp_path: Path, second: str, says: tuple[str, ...]
) -> None:
    first = "W001,1,sickness,2025-01-06,2025-02-04,"
    heading = f"{HEADING},days_counted"
    _, report = run(absent(tmp_path, first, second, heading=heading), FEBRUARY, language="en")
    (said,) = (one for one in report["findings"] if one["rule"] == "guaranteed_pay_used")
    assert all(word in said["message"] for word in says)
    assert "only the rest" not in said["message"]


def test_days_counted_against_an_illness_are_no_relapse(tmp_path: Path) -> None:
    ill = "W001,1,sickness,2025-02-06,2025-02-21,29"
    heading = f"{HEADING},days_counted"
    _, report = run(absent(tmp_path, ill, heading=heading), FEBRUARY, language="en")
    (said,) = (one for one in report["findings"] if one["rule"] == "guaranteed_pay_used")
    assert "days are counted against the incapacity of 6 February 2025" in said["message"]
    assert "only the rest is due" in said["message"]
    assert "relapse" not in said["message"]
    assert "other_cause" not in said["message"]


@pytest.mark.parametrize("refusal", ["2025-03-08,", ",2025-03-02"])
def test_pay_refused_for_the_whole_illness_is_told(tmp_path: Path, refusal: str) -> None:
    line = f"W001,1,sickness,2025-03-03,2025-03-07,,,,{refusal},"
    files, report = run(absent(tmp_path, line, heading=DETAILS), MARCH)
    found = codes(files, "2025-03/W001").values()
    assert {held[0][0] for held in found} == {"sickness_unpaid"}
    said = [one for one in report["findings"] if one["rule"] == "guaranteed_pay_refused_whole"]
    assert [one["line"] for one in said] == [2]
    assert not {"guaranteed_pay_refused", "guaranteed_pay_refused_after"} & set(rules(report))


@pytest.mark.parametrize(("since", "said"), [("2025-02-10", 1), ("2025-02-01", 0)])
def test_a_raise_inside_days_of_the_supplement_is_told(
    tmp_path: Path, since: str, said: int
) -> None:
    """From 3 February on a supplement; a raise on the 10th prices the days before it as well."""
    folder = absent(tmp_path, "W002,1,sickness,2025-01-20,2025-02-25")
    path = folder / "people" / "W002.toml"
    head, terms = path.read_text("utf-8").split("[[contracts.terms]]")
    again = terms.replace("2020-03-02", since).replace("19.4500", "20.0000")
    path.write_text(f"{head}[[contracts.terms]]{terms}\n[[contracts.terms]]{again}", "utf-8")
    _, report = run(folder, FEBRUARY, language="en")
    found = [one for one in report["findings"] if one["rule"] == "guaranteed_pay_by_last_terms"]
    assert len(found) == said
    assert all("3 February 2025" in one["message"] for one in found)
