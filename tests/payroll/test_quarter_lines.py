"""Three months become the worker lines and occupations of a quarter."""

from __future__ import annotations

from datetime import date

import pytest

from officium.findings import BadInput
from officium.law import Quarter, belgium
from officium.payroll import close_quarter
from officium.payroll.facts import months_of_workers
from officium.payroll.quarter import (
    MonthPaid,
    OccupationLine,
    PayTotal,
    ServiceTime,
    WorkerQuarter,
    advance_facts,
    quarters_of_workers,
)
from officium.payroll.records import PayItem, Records, Week

QUARTER = Quarter(2025, 1)


def quarters(records: Records, quarter: Quarter = QUARTER) -> dict[str, WorkerQuarter]:
    """The quarter of each worker, where every contract-month earned 1 000.00 and a bonus of 1.00."""
    employer = records.employers[0]
    granted = {worker.staff_number: {"employment_bonus_granted": 0} for worker in records.workers}
    paid = [
        MonthPaid(
            one,
            (100000,) * len(one.timesheets),
            tuple((40000,) * (len(sheet.parts) - 1) for sheet in one.timesheets),
            tuple(item.amount or 0 for item in one.items),
            (100,) * len(one.timesheets),
            700,
        )
        for month in quarter.months
        for one in months_of_workers(records, employer, month, granted)
    ]
    found = quarters_of_workers(employer, quarter, paid)
    return {one.worker.staff_number: one for one in found}


def only(quarter: WorkerQuarter) -> OccupationLine:
    """The only occupation."""
    (line,) = quarter.lines
    (occupation,) = line.occupations
    return occupation


def test_a_clerk_of_a_whole_quarter(workshop: Records) -> None:
    sofie = quarters(workshop)["W001"]
    (line,) = sofie.lines
    assert (line.employer_class, line.worker_code, line.worker_status) == (
        "010",
        "495",
        "white_collar",
    )
    assert only(sofie).services == (ServiceTime(1, 6400, None),)
    assert only(sofie).pay == (PayTotal(1, None, 282000), PayTotal(2, 1, 18000))
    assert (only(sofie).begins, only(sofie).ends) == (date(2019, 9, 2), None)


def test_facts_of_the_quarter_are_sums_of_the_months(workshop: Records) -> None:
    sofie = quarters(workshop)["W001"]
    assert sofie.row.facts == {
        "average_headcount": 625,
        "is_commercial": True,
        "quarter_special_contribution": 2100,
        "quarter_employment_bonus": 300,
        "company_car_contribution": 0,
    }
    (record,) = sofie.row.children["worker-record"]
    assert record.facts == {
        "worker_status": "white_collar",
        "employer_class": "010",
        "structural_category": "1",
        "declared_pay": 300000,
        "base_wage": 282000,
        "results_bonus_paid": 0,
        "purchasing_power_premium_paid": 0,
        "severance_compensated": 0,
        "severance_days": 6400,
        "severance_hours": 0,
        "severance_full_time_hours": 3800,
    }
    (occupation,) = record.children["occupation"]
    assert occupation.facts == {
        "quarter_pay": 300000,
        "days_per_week": 500,
        "full_time_hours": 3800,
        "contract_hours": 3800,
        "quarter_days_paid": 6400,
        "quarter_hours_paid": 0,
        "performance_days": 6400,
        "performance_hours": 0,
        "has_third_party_year_end_premium": False,
        "is_agency_work": False,
        "is_hotel_and_catering": False,
    }


def test_holidays_paid_by_the_fund_are_worked_time_and_not_paid_days(workshop: Records) -> None:
    karim = quarters(workshop)["W002"]
    assert only(karim).services == (
        ServiceTime(1, 6000, None),
        ServiceTime(2, 200, None),
        ServiceTime(71, 200, None),
    )
    facts = karim.row.children["worker-record"][0].children["occupation"][0].facts
    assert (facts["quarter_days_paid"], facts["performance_days"]) == (6000, 6200)
    assert karim.lines[0].worker_code == "015"


def test_part_time_is_declared_in_days_and_hours(workshop: Records) -> None:
    elke = quarters(workshop)["W003"]
    assert only(elke).services == (ServiceTime(1, 3800, 23940),)
    facts = elke.row.children["worker-record"][0].children["occupation"][0].facts
    wanted = ("days_per_week", "contract_hours", "quarter_hours_paid", "performance_hours")
    assert [facts[name] for name in wanted] == [300, 1900, 23940, 23940]


def test_who_starts_and_who_leaves_inside_the_quarter(workshop: Records) -> None:
    found = quarters(workshop)
    priya, luc = only(found["W004"]), only(found["W005"])
    assert (priya.begins, priya.ends, priya.services) == (
        date(2025, 2, 10), None, (ServiceTime(1, 3600, None),)
    )  # fmt: skip
    assert (luc.ends, luc.services) == (date(2025, 2, 21), (ServiceTime(1, 3800, None),))


def test_unpaid_days_have_a_code_of_their_own(workshop: Records) -> None:
    jonas = quarters(workshop)["W006"]
    assert only(jonas).services == (ServiceTime(1, 6150, None), ServiceTime(30, 250, None))


def test_a_contract_that_ends_after_the_quarter_is_open(workshop: Records) -> None:
    karim = workshop.workers[1]
    ending = karim.contracts[0].model_copy(
        update={"ends": date(2025, 4, 30), "end_reason": "resignation"}
    )
    changed = karim.model_copy(update={"contracts": (ending,)})
    found = quarters(Records(workshop.employers, (changed,)))
    assert only(found["W002"]).ends is None


def test_other_hours_a_week_begin_another_occupation(workshop: Records) -> None:
    jonas = workshop.workers[5]
    first = jonas.contracts[0].terms[0]
    four_days = Week(monday=760, tuesday=760, wednesday=760, thursday=760)
    later = first.model_copy(update={"since": date(2025, 3, 1), "schedule": four_days})
    contract = jonas.contracts[0].model_copy(update={"terms": (first, later)})
    records = Records(workshop.employers, (jonas.model_copy(update={"contracts": (contract,)}),))
    (line,) = quarters(records)["W006"].lines
    assert [(one.begins, one.ends, one.services) for one in line.occupations] == [
        (date(2024, 9, 2), date(2025, 2, 28), (ServiceTime(1, 4300, None),)),
        (date(2025, 3, 1), None, (ServiceTime(1, 1700, 12920),)),
    ]
    assert [one.pay[0].amount for one in line.occupations] == [200000, 100000]


def test_another_pay_goes_on_with_the_same_occupation(workshop: Records) -> None:
    jonas = workshop.workers[5]
    first = jonas.contracts[0].terms[0]
    later = first.model_copy(update={"since": date(2025, 2, 1), "monthly_pay": 260000})
    contract = jonas.contracts[0].model_copy(update={"terms": (first, later)})
    records = Records(workshop.employers, (jonas.model_copy(update={"contracts": (contract,)}),))
    assert only(quarters(records)["W006"]).begins == date(2024, 9, 2)


def test_a_clerk_who_is_a_manual_worker_too_has_two_lines(workshop: Records) -> None:
    sofie = workshop.workers[0]
    second = workshop.workers[6].contracts[0].model_copy(update={"number": 2})
    both = sofie.model_copy(update={"contracts": (*sofie.contracts, second)})
    found = quarters(Records(workshop.employers, (both,)))["W001"]
    assert [(line.worker_code, len(line.occupations)) for line in found.lines] == [
        ("015", 1),
        ("495", 1),
    ]
    assert [row.facts["declared_pay"] for row in found.row.children["worker-record"]] == [
        300000,
        300000,
    ]
    assert found.row.facts["quarter_employment_bonus"] == 600


def test_two_contracts_one_after_the_other_are_two_occupations_of_one_line(
    workshop: Records,
) -> None:
    luc = workshop.workers[4]
    again = luc.contracts[0].model_copy(
        update={
            "number": 2,
            "begins": date(2025, 3, 3),
            "ends": None,
            "end_reason": None,
            "terms": (luc.contracts[0].terms[0].model_copy(update={"since": date(2025, 3, 3)}),),
        }
    )
    back = luc.model_copy(update={"contracts": (*luc.contracts, again)})
    (line,) = quarters(Records(workshop.employers, (back,)))["W005"].lines
    assert [(one.begins, one.ends) for one in line.occupations] == [
        (date(2018, 5, 14), date(2025, 2, 21)),
        (date(2025, 3, 3), None),
    ]


def test_a_month_without_ordinary_pay_declares_no_empty_total(workshop: Records) -> None:
    item = PayItem(
        month="2025-01",
        staff_number="W002",
        contract=1,
        kind="fixed_premium",
        amount=300000,
        description="x",
    )
    records = Records(workshop.employers, workshop.workers, (), (item,))
    assert only(quarters(records)["W002"]).pay == (PayTotal(2, 1, 300000),)


def test_a_year_without_headcount_is_refused(workshop: Records) -> None:
    with pytest.raises(BadInput, match="the average number of workers for 2027 is not recorded"):
        quarters_of_workers(workshop.employers[0], Quarter(2027, 1), [])


def test_advances_rest_on_last_year_and_two_quarters_ago(workshop: Records) -> None:
    assert advance_facts(workshop.employers[0], QUARTER) == {
        "penultimate_quarter_contributions": 1910520,
        "same_quarter_contributions": 1824055,
    }


def test_advances_without_recorded_contributions_are_refused(workshop: Records) -> None:
    with pytest.raises(BadInput, match="the contributions of 2026Q3 are not recorded"):
        advance_facts(workshop.employers[0], Quarter(2027, 1))


def test_everything_that_a_quarter_lacks_is_told_at_once(workshop: Records) -> None:
    bare = workshop.employers[0].model_copy(update={"contributions": (), "headcounts": ()})
    with pytest.raises(BadInput) as refused:
        close_quarter(bare, QUARTER, [], country=belgium(), provisional=True)
    assert "the average number of workers for 2025 is not recorded" in refused.value.message
    assert "the contributions of 2024Q1 and of 2024Q3 are not recorded" in refused.value.message
