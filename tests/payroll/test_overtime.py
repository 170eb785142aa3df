"""Hours above the schedule: what they are in the month, in its lines of pay and in the declaration."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from officium.findings import BadInput
from officium.law import Month
from officium.payroll.facts import months_of_workers
from officium.payroll.overtime import lines_above_schedule
from officium.payroll.records import OpeningBalance, Records, TimeEntry
from officium.payroll.records.contract import AverageWeek, Contract
from officium.payroll.timesheet import Timesheet, timesheet

Make = Callable[..., Contract]
Enter = Callable[..., TimeEntry]

FEBRUARY, MAY = Month(2025, 2), Month(2025, 5)
HALF_TIME = (760, 380, 760)
ON_TUESDAY, ON_SATURDAY, ON_SUNDAY = "2025-02-11", "2025-02-15", "2025-02-16"


def counted(sheet: Timesheet) -> dict[str, tuple[int, int, int]]:
    """Code: working-time code, hours, days."""
    return {time.code: (time.service, time.hours, time.days) for time in sheet.times}


def test_overtime_comes_on_top_of_the_day_and_its_schedule_stays(
    contract: Make, entry: Enter
) -> None:
    sheet = timesheet(contract(), FEBRUARY, [], [entry(ON_TUESDAY, "overtime_50", 200)])
    assert counted(sheet) == {"worked": (1, 15200, 2000), "overtime_50": (1, 200, 0)}
    assert (sheet.paid_hours, sheet.extra_hours) == (15200, 0)


def test_a_full_time_worker_on_a_day_off_has_hours_and_no_day_more(
    contract: Make, entry: Enter
) -> None:
    weekend = [entry(ON_SATURDAY, "overtime_50", 400), entry(ON_SUNDAY, "overtime_100", 300)]
    sheet = timesheet(contract(), FEBRUARY, [], weekend)
    assert counted(sheet)["overtime_100"] == (1, 300, 0)
    assert (sheet.counted_days, sheet.counted_hours) == (2000, 15900)


def test_a_part_time_worker_on_a_day_off_has_a_day_more(contract: Make, entry: Enter) -> None:
    extra = [entry("2025-02-13", "additional_hours", 500)]
    sheet = timesheet(contract(*HALF_TIME), FEBRUARY, [], extra)
    assert counted(sheet) == {"worked": (1, 7600, 1200), "additional_hours": (1, 500, 100)}


def test_hours_on_an_absence_leave_the_absence_whole(contract: Make, entry: Enter) -> None:
    day = [entry(ON_TUESDAY, "unpaid_leave", 760), entry(ON_TUESDAY, "overtime_50", 100)]
    sheet = timesheet(contract(), FEBRUARY, [], day)
    assert counted(sheet)["unpaid_leave"] == (30, 760, 100)


def test_overtime_on_a_public_holiday_leaves_the_holiday_paid(contract: Make, entry: Enter) -> None:
    first_of_may = [entry("2025-05-01", "overtime_100", 400)]
    sheet = timesheet(contract(), MAY, [date(2025, 5, 1)], first_of_may)
    assert counted(sheet)["public_holiday"] == (1, 760, 100)
    assert counted(sheet)["overtime_100"] == (1, 400, 0)


@pytest.mark.parametrize("code", ["overtime_50_rest", "overtime_100_rest", "relaunch_overtime"])
def test_hours_with_rest_later_and_relaunch_hours_are_not_declared_when_worked(
    contract: Make, entry: Enter, code: str
) -> None:
    sheet = timesheet(contract(), FEBRUARY, [], [entry(ON_TUESDAY, code, 200)])
    assert counted(sheet) == {"worked": (1, 15200, 2000)}


def test_the_rest_is_declared_as_work_when_it_is_taken(contract: Make, entry: Enter) -> None:
    day = [entry(ON_TUESDAY, "compensatory_rest", 200), entry(ON_TUESDAY, "worked", 560)]
    sheet = timesheet(contract(), FEBRUARY, [], day)
    assert counted(sheet)["compensatory_rest"][:2] == (1, 200)
    assert (sheet.paid_hours, sheet.counted_days) == (15200, 2000)


def test_rest_paid_by_a_higher_hourly_wage_has_a_code_of_its_own(
    contract: Make, entry: Enter
) -> None:
    hourly = contract(terms={"hourly_wage": 200000})
    day = [entry(ON_TUESDAY, "compensatory_rest_unpaid", 760)]
    sheet = timesheet(hourly, FEBRUARY, [], day)
    assert counted(sheet)["compensatory_rest_unpaid"] == (20, 760, 100)
    assert (sheet.paid_hours, sheet.counted_days) == (14440, 2000)


def test_a_full_time_worker_has_no_additional_hours(contract: Make, entry: Enter) -> None:
    with pytest.raises(BadInput, match="hours of a part-time worker") as refused:
        timesheet(contract(), FEBRUARY, [], [entry(ON_TUESDAY, "additional_hours", 200)])
    assert refused.value.code == "time_does_not_fit"


def test_each_code_is_one_line_of_pay_with_the_hours_of_the_month(entry: Enter) -> None:
    entries = [
        entry(ON_SUNDAY, "overtime_100", 300),
        entry(ON_TUESDAY, "overtime_50", 200),
        entry(ON_SATURDAY, "overtime_50", 400),
        entry(ON_TUESDAY, "worked", 760),
        entry("2025-03-01", "overtime_50", 900),
    ]
    lines = lines_above_schedule(FEBRUARY, entries)
    assert [(line.kind, line.hours) for line in lines] == [
        ("overtime_50", 600),
        ("overtime_100", 300),
    ]


def test_the_hours_of_the_year_are_handed_on_or_opened_and_else_none(workshop: Records) -> None:
    employer, march = workshop.employers[0], Month(2025, 3)
    fact = "overtime_hours_of_year_before"
    handed = {
        worker.staff_number: {
            "employment_bonus_granted": 0,
            "overtime_hours_of_year": 1250,
            "relaunch_hours_of_year": 0,
        }
        for worker in workshop.workers
    }
    assert {
        one.row.facts[fact] for one in months_of_workers(workshop, employer, march, handed)
    } == {1250}
    balances = tuple(
        OpeningBalance(staff_number="W001", fact=name, as_of=date(2025, 2, 28), amount=amount)
        for name, amount in (("employment_bonus_granted_before", 0), (fact, 400))
    )
    (sofie,) = (worker for worker in workshop.workers if worker.staff_number == "W001")
    opened = Records(workshop.employers, (sofie,), (), (), balances)
    (month,) = months_of_workers(opened, employer, march, {})
    assert (month.row.facts[fact], month.row.facts["relaunch_hours_of_year_before"]) == (400, 0)


def test_only_a_variable_schedule_has_its_credit_over_a_longer_period(workshop: Records) -> None:
    (marta,) = (worker for worker in workshop.workers if worker.staff_number == "W007")
    (contract,) = marta.contracts
    week = {"schedule": None, "average_week": AverageWeek(hours=2200, days=300)}
    terms = tuple(one.model_copy(update=week) for one in contract.terms)
    varied = contract.model_copy(update={"terms": terms})
    found = [
        months_of_workers(
            Records(workshop.employers, (worker,), (), ()),
            workshop.employers[0],
            Month(2025, 2),
            {"W007": {"employment_bonus_granted": 0}},
        )[0]
        .row.children["contract-month"][0]
        .facts["has_average_working_time"]
        for worker in (marta, marta.model_copy(update={"contracts": (varied,)}))
    ]
    assert found == [False, True]
