"""Months under schedules that differ by week, hours that vary, and terms that change on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from officium.findings import BadInput
from officium.law import Month
from officium.payroll.folder import read_folder, write_folder
from officium.payroll.records import AverageWeek, Contract, Records, Terms, TimeEntry, Week
from officium.payroll.timesheet import Timesheet, timesheet

Make = Callable[..., Contract]
Enter = Callable[..., TimeEntry]

JANUARY, FEBRUARY, MARCH, APRIL = (Month(2025, number) for number in (1, 2, 3, 4))
LONG = Week(monday=800, tuesday=800, wednesday=800)
SHORT = Week(thursday=600, friday=600)


def counted(sheet: Timesheet) -> dict[str, tuple[int, int]]:
    """Code: hours, days."""
    return {time.code: (time.hours, time.days) for time in sheet.times}


def cycle(contract: Make, **fields: object) -> Contract:
    """Three long days in the first week, two short ones in the second."""
    return contract(
        terms={
            "hourly_wage": 180000,
            "schedule": LONG,
            "further_weeks": (SHORT,),
            "cycle_begins": date(2024, 12, 30),
            **fields,
        }
    )


def changed(contract: Contract, since: date, **fields: object) -> Contract:
    """The contract with other terms from a day."""
    later = Terms(**{**dict(contract.terms[-1]), "since": since, **fields})
    return contract.model_copy(update={"terms": (*contract.terms, later)})


def test_a_cycle_of_two_weeks_is_declared_by_its_average(contract: Make) -> None:
    terms = cycle(contract).terms[0]
    assert (terms.hours_per_week, terms.days_per_week, terms.is_part_time) == (1800, 250, True)


def test_eight_days_in_three_weeks_are_declared_as_in_the_official_glossary(contract: Make) -> None:
    three = cycle(contract, schedule=LONG, further_weeks=(LONG, SHORT)).terms[0]
    assert three.days_per_week == 266
    assert three.hours_per_week == 2000


def test_a_cycle_runs_on_over_the_year(contract: Make) -> None:
    terms = cycle(contract).terms[0]
    assert [terms.hours_on(date(2025, 1, day)) for day in (1, 2, 6, 8, 9, 13)] == [
        800, 0, 0, 0, 600, 800,
    ]  # fmt: skip
    # Before the day on which the cycle was written down it runs too.
    assert terms.hours_on(date(2024, 12, 26)) == 600


def test_a_month_of_five_weeks_in_a_cycle_of_two(contract: Make) -> None:
    sheet = timesheet(cycle(contract), JANUARY, [date(2025, 1, 1)], [])
    # Weeks of 30 December (from Wednesday), 13 and 27 January are long, of 6 and 20 January short.
    assert counted(sheet) == {"worked": (7200, 1000), "public_holiday": (800, 100)}
    assert sheet.schedule_hours == 8000


def test_a_holiday_in_the_week_off_gives_a_fixed_part_timer_nothing(contract: Make) -> None:
    sheet = timesheet(cycle(contract), APRIL, [date(2025, 4, 21)], [])
    # 21 April begins a long week; a week later the same Monday is free.
    assert counted(sheet)["public_holiday"] == (800, 100)
    later = cycle(contract, cycle_begins=date(2025, 1, 6))
    assert "public_holiday" not in counted(timesheet(later, APRIL, [date(2025, 4, 21)], []))


def variable(contract: Make, **fields: object) -> Contract:
    """Twenty hours on two and a half days a week, whichever they are."""
    return contract(
        terms={
            "hourly_wage": 180000,
            "schedule": None,
            "average_week": AverageWeek(hours=2000, days=250),
            **fields,
        }
    )


def test_under_a_variable_schedule_only_recorded_hours_are_worked(
    contract: Make, entry: Enter
) -> None:
    days = [entry("2025-02-03", "worked", 900), entry("2025-02-05", "worked", 700)]
    sheet = timesheet(variable(contract), FEBRUARY, [], days)
    assert counted(sheet) == {"worked": (1600, 200)}
    assert (sheet.schedule_hours, sheet.extra_hours, sheet.paid_hours) == (1600, 0, 1600)
    assert (sheet.terms.hours_per_week, sheet.terms.days_per_week) == (2000, 250)


def test_a_start_under_a_variable_schedule_counts_the_days_before_by_the_average(
    contract: Make, entry: Enter
) -> None:
    late = variable(contract, monthly_pay=100000, hourly_wage=None)
    late = late.model_copy(update={"begins": date(2025, 2, 24)})
    sheet = timesheet(late, FEBRUARY, [], [entry("2025-02-24", "worked", 800)])
    # Fifteen days before, Monday to Friday, of 4.00 hours and half a day each; 8.00 hours recorded.
    assert (sheet.schedule_hours, sheet.schedule_days) == (6000 + 800, 750 + 100)


def test_a_public_holiday_of_a_variable_schedule_names_the_average_of_four_weeks(
    contract: Make, entry: Enter
) -> None:
    days = [
        entry("2025-03-24", "worked", 400),  # the first day of the four weeks
        entry("2025-04-01", "worked", 900),
        entry("2025-04-20", "worked", 701),
        entry("2025-03-23", "worked", 800),  # the day before them
        entry("2025-04-02", "sickness_paid", 800),
    ]
    with pytest.raises(BadInput, match=r"average of the four weeks before \(6.67\)"):
        timesheet(variable(contract), APRIL, [date(2025, 4, 21)], days)
    settled = [*days, entry("2025-04-21", "public_holiday", 667)]
    sheet = timesheet(variable(contract), APRIL, [date(2025, 4, 21)], settled)
    assert counted(sheet) == {
        "worked": (1601, 200),
        "sickness_paid": (800, 100),
        "public_holiday": (667, 100),
    }


def test_work_on_a_public_holiday_and_the_rest_in_its_place(contract: Make, entry: Enter) -> None:
    days = [
        entry("2025-01-01", "worked", 760),
        entry("2025-01-08", "public_holiday_rest", 760),
    ]
    sheet = timesheet(contract(), JANUARY, [date(2025, 1, 1)], days)
    assert counted(sheet) == {"worked": (16720, 2200), "public_holiday_rest": (760, 100)}
    assert (sheet.paid_hours, sheet.public_holiday_hours) == (17480, 760)


def test_half_a_public_holiday_worked(contract: Make, entry: Enter) -> None:
    days = [entry("2025-01-01", "worked", 300), entry("2025-01-01", "public_holiday", 460)]
    sheet = timesheet(contract(), JANUARY, [date(2025, 1, 1)], days)
    assert counted(sheet)["public_holiday"] == (460, 61)
    with pytest.raises(BadInput, match="all hours of the day are expected"):
        timesheet(contract(), JANUARY, [date(2025, 1, 1)], days[:1])


def test_a_raise_inside_the_month_cuts_it_in_two(contract: Make) -> None:
    raised = changed(contract(), date(2025, 2, 17), monthly_pay=310000)
    sheet = timesheet(raised, FEBRUARY, [], [])
    assert [(part.first.day, part.last.day, part.paid_hours) for part in sheet.parts] == [
        (1, 16, 7600),
        (17, 28, 7600),
    ]
    assert [part.schedule_hours for part in sheet.parts] == [15200, 15200]
    assert sheet.terms.monthly_pay == 310000
    assert counted(sheet) == {"worked": (15200, 2000)}


@pytest.mark.parametrize(
    ("since", "parts"),
    [(date(2025, 2, 1), 1), (date(2025, 2, 2), 2), (date(2025, 2, 28), 2), (date(2025, 3, 1), 1)],
)
def test_terms_cut_the_month_only_when_they_begin_inside_it(
    contract: Make, since: date, parts: int
) -> None:
    sheet = timesheet(changed(contract(), since, monthly_pay=310000), FEBRUARY, [], [])
    assert len(sheet.parts) == parts
    assert sum(part.paid_hours for part in sheet.parts) == 15200


def test_a_leap_day_is_a_part_of_its_own(contract: Make) -> None:
    raised = changed(contract(), date(2024, 2, 29), monthly_pay=310000)
    sheet = timesheet(raised, Month(2024, 2), [], [])
    assert [(part.paid_hours, part.schedule_hours) for part in sheet.parts] == [
        (15200, 15960),
        (760, 15960),
    ]


def test_fewer_hours_from_a_day_on_count_the_month_by_both_schedules(contract: Make) -> None:
    half = Week(monday=760, tuesday=760, wednesday=380)
    fewer = changed(contract(), date(2025, 2, 17), monthly_pay=150000, schedule=half)
    sheet = timesheet(fewer, FEBRUARY, [], [])
    assert [(part.paid_hours, part.schedule_hours) for part in sheet.parts] == [
        (7600, 15200),
        (3800, 7600),
    ]
    assert (sheet.schedule_days, sheet.is_part_time) == (1000 + 600, True)
    assert (sheet.counted_hours, sheet.full_time_hours) == (11400, 15200)


def test_a_start_and_a_change_in_the_same_month(contract: Make) -> None:
    begun = contract(begins=date(2025, 2, 5), ends=date(2025, 2, 25))
    sheet = timesheet(changed(begun, date(2025, 2, 17), monthly_pay=310000), FEBRUARY, [], [])
    assert [part.paid_hours for part in sheet.parts] == [8 * 760, 7 * 760]
    assert sheet.schedule_days == 2000


def test_a_daily_wage_and_pieces_are_terms_of_their_own(contract: Make) -> None:
    assert contract(terms={"daily_wage": 14000}).terms[0].daily_wage == 14000
    assert contract(terms={"is_paid_by_piece": True}).terms[0].hourly_wage is None
    with pytest.raises(ValueError, match="needs one of monthly_pay"):
        contract(terms={"is_paid_by_piece": True, "daily_wage": 14000})


@pytest.mark.parametrize("terms", [cycle, variable], ids=["cycle", "average"])
def test_a_cycle_and_an_average_are_written_and_read_back(
    workshop: Records, contract: Make, tmp_path: Path, terms: Callable[[Make], Contract]
) -> None:
    marta = workshop.workers[6]
    agreed = terms(contract).terms[0].model_copy(update={"since": marta.contracts[0].begins})
    own = marta.contracts[0].model_copy(update={"terms": (agreed,)})
    people = (*workshop.workers[:6], marta.model_copy(update={"contracts": (own,)}))
    records = Records(workshop.employers, people, (), ())
    write_folder(records, tmp_path / "written")
    assert read_folder(tmp_path / "written") == records
