"""What a month's records say becomes facts; what they do not say is refused."""

from __future__ import annotations

from datetime import date

import pytest

from officium.engine import Row
from officium.findings import BadInput
from officium.law import Month
from officium.payroll.carried import carried_into
from officium.payroll.facts import WorkerMonth, months_of_workers, pay_day
from officium.payroll.records import Family, OpeningBalance, PayItem, Records

JANUARY, FEBRUARY, MARCH = (Month(2025, number) for number in (1, 2, 3))
NOTHING_YET = {"employment_bonus_granted": 0}


def month_of(records: Records, month: Month, staff_number: str) -> WorkerMonth:
    """One worker's month, with nothing granted before."""
    people = {worker.staff_number: NOTHING_YET for worker in records.workers}
    found = months_of_workers(records, records.employers[0], month, people)
    return next(one for one in found if one.worker.staff_number == staff_number)


def test_only_those_with_a_contract_in_the_month_are_paid(workshop: Records) -> None:
    people = {worker.staff_number: NOTHING_YET for worker in workshop.workers}
    present = [
        [
            one.worker.staff_number
            for one in months_of_workers(workshop, workshop.employers[0], month, people)
        ]
        for month in (JANUARY, FEBRUARY, MARCH)
    ]
    assert present == [
        ["W001", "W002", "W003", "W005", "W006", "W007"],
        ["W001", "W002", "W003", "W004", "W005", "W006", "W007"],
        ["W001", "W002", "W003", "W004", "W006", "W007"],
    ]


def kinds(contract: Row) -> list[tuple[object, object]]:
    lines = contract.children["pay-item"]
    return [(line.facts["item_kind"], line.facts["recorded_amount"]) for line in lines]


def test_a_clerk_by_the_month(workshop: Records) -> None:
    (row,) = month_of(workshop, FEBRUARY, "W004").row.children["contract-month"]
    assert row.facts == {
        "worker_status": "white_collar",
        "is_paid_by_hour": False,
        "is_paid_by_day": False,
        "monthly_pay": 395000,
        "hourly_wage": 0,
        "daily_wage": 0,
        "schedule_hours": 15200,
        "holiday_schedule_hours": 15200,
        "paid_hours": 11400,
        "paid_days": 1500,
        "public_holiday_hours": 0,
        "public_holiday_days": 0,
        "weekly_hours": 3800,
        "has_average_working_time": False,
        "days_per_week": 500,
        "contract_begins": date(2025, 2, 10),
        "contract_ends": date(2025, 2, 28),
        "runs_to_the_end_of_the_month": True,
        "contract_end_reason": "none",
        "service_months": 0,
        "service_years": 0,
        "way_of_leaving": "stays",
        "year_end_premium_rule": "joint_committee_200",
        "meal_voucher_days": 1500,
        "bonus_days_paid": 1500,
        "bonus_days_possible": 2000,
        "bonus_hours_paid": 0,
        "bonus_hours_full_time": 0,
        "has_holiday_pay_from_employer": True,
        "pay_reduction": "none",
        "monthly_pay_before_reduction": 0,
        "variable_pay_before_end": 0,
        "variable_pay_months": 12,
        "yearly_premium": 0,
        "yearly_taxed_benefits": 0,
        "yearly_untaxed_benefits": 0,
        "full_time_weekly_hours": 3800,
        "career_measure": "none",
        "is_career_interrupted": False,
        "illness_schedule_hours": 15200,
        "supplement_agreement": "cla_13bis",
    }
    assert row.children == {"pay-item": (), "earlier-terms": ()}


def test_a_manual_worker_by_the_hour_with_a_premium(workshop: Records) -> None:
    (row,) = month_of(workshop, JANUARY, "W002").row.children["contract-month"]
    wanted = (
        "worker_status",
        "is_paid_by_hour",
        "monthly_pay",
        "hourly_wage",
        "paid_hours",
        "public_holiday_hours",
    )
    assert [row.facts[name] for name in wanted] == ["blue_collar", True, 0, 194500, 16000, 800]
    assert kinds(row) == [("premium", 6480)]


def test_part_time_is_given_in_hours(workshop: Records) -> None:
    (row,) = month_of(workshop, MARCH, "W007").row.children["contract-month"]
    assert (row.facts["bonus_hours_paid"], row.facts["bonus_hours_full_time"]) == (9600, 15960)


def test_a_family_with_children_and_a_spouse_without_income(workshop: Records) -> None:
    facts = month_of(workshop, JANUARY, "W001").row.facts
    wanted = ("tax_scale", "is_couple", "spouse_income", "dependent_children", "is_single_parent")
    assert [facts[name] for name in wanted] == ["by_family", True, "none", 2, False]


def test_a_single_parent(workshop: Records) -> None:
    facts = month_of(workshop, JANUARY, "W007").row.facts
    wanted = ("is_couple", "spouse_income", "dependent_children", "is_single_parent")
    assert [facts[name] for name in wanted] == [False, "none", 1, True]


def test_a_non_resident_is_taxed_on_scale_three(workshop: Records) -> None:
    abroad = workshop.workers[0].model_copy(update={"is_resident": False})
    records = Records(workshop.employers, (abroad,), (), ())
    assert month_of(records, JANUARY, "W001").row.facts["tax_scale"] == "3"


def test_the_family_of_the_day_of_payment_counts(workshop: Records) -> None:
    sofie = workshop.workers[0]
    born = Family(
        **{**dict(sofie.families[0]), "since": date(2025, 2, 28), "dependent_children": 3}
    )
    later = sofie.model_copy(update={"families": (*sofie.families, born)})
    records = Records(workshop.employers, (later,), (), ())
    children = [
        month_of(records, month, "W001").row.facts["dependent_children"]
        for month in (JANUARY, FEBRUARY)
    ]
    assert children == [2, 3]


def test_benefits_in_kind_are_taxed_and_are_no_premium(workshop: Records) -> None:
    benefit = PayItem(
        month="2025-01",
        staff_number="W001",
        contract=1,
        kind="taxable_benefit",
        amount=1500,
        description="GSM",
    )
    records = Records(workshop.employers, workshop.workers, (), (*workshop.pay, benefit))
    month = month_of(records, JANUARY, "W001")
    (row,) = month.row.children["contract-month"]
    assert kinds(row) == [("fixed_premium", 6000), ("taxable_benefit", 1500)]


def test_two_contracts_at_once_are_two_rows(workshop: Records) -> None:
    sofie = workshop.workers[0]
    second = workshop.workers[6].contracts[0].model_copy(update={"number": 2})
    both = sofie.model_copy(update={"contracts": (*sofie.contracts, second)})
    month = month_of(Records(workshop.employers, (both,), (), workshop.pay), JANUARY, "W001")
    statuses = [row.facts["worker_status"] for row in month.row.children["contract-month"]]
    premiums = [len(row.children["pay-item"]) for row in month.row.children["contract-month"]]
    assert (statuses, premiums) == (["white_collar", "blue_collar"], [1, 0])


def test_pay_day_is_the_last_working_day_or_the_fourth_after(workshop: Records) -> None:
    employer = workshop.employers[0]
    later = employer.model_copy(update={"pay_day": "fourth_working_day_after_the_month"})
    assert [pay_day(employer, month).day for month in (JANUARY, FEBRUARY, MARCH)] == [31, 28, 31]
    assert pay_day(later, Month(2025, 4)) == date(2025, 5, 7)
    assert pay_day(employer, Month(2025, 5)) == date(2025, 5, 30)


def carried(
    records: Records, month: Month, earlier: dict[str, int] | None, staff_number: str = "W006"
) -> int:
    """What was granted before the month to Jonas, or to somebody else."""
    worker = next(one for one in records.workers if one.staff_number == staff_number)
    facts = carried_into(records, records.employers[0], worker, month, earlier)
    return facts["employment_bonus_granted_before"]


def test_the_year_begins_with_nothing_granted(workshop: Records) -> None:
    assert carried(workshop, JANUARY, None) == 0


def test_who_starts_in_february_has_nothing_granted_before(workshop: Records) -> None:
    assert carried(workshop, FEBRUARY, None, "W004") == 0


def test_the_month_before_hands_on_what_it_granted(workshop: Records) -> None:
    assert carried(workshop, FEBRUARY, {"employment_bonus_granted": 18388}) == 18388


def test_a_month_without_the_one_before_it_is_refused(workshop: Records) -> None:
    with pytest.raises(
        BadInput, match="of W006 is not known for 2025-02: compute the months of 2025"
    ):
        carried(workshop, FEBRUARY, None)


def balance(day: date, amount: int) -> OpeningBalance:
    """An opening balance of Jonas's bonus."""
    return OpeningBalance(
        staff_number="W006", fact="employment_bonus_granted_before", as_of=day, amount=amount
    )


def test_the_last_opening_balance_of_the_year_takes_the_place_of_earlier_months(
    workshop: Records,
) -> None:
    opening = (balance(date(2025, 1, 31), 100), balance(date(2025, 2, 28), 250))
    records = Records(workshop.employers, workshop.workers, opening=opening)
    assert (carried(records, FEBRUARY, None), carried(records, MARCH, None)) == (100, 250)
    assert carried(records, MARCH, {"employment_bonus_granted": 300}) == 300


def test_a_balance_of_last_year_does_not_count(workshop: Records) -> None:
    records = Records(
        workshop.employers, workshop.workers, opening=(balance(date(2024, 12, 31), 9),)
    )
    assert carried(records, JANUARY, None) == 0
    with pytest.raises(BadInput):
        carried(records, FEBRUARY, None)
