"""Records of a month into facts: the only place where a record becomes a fact.

Nothing of the law is decided here. Days and hours are counted from the schedule, the calendar and
what was recorded; everything else is a record's own value. What is not recorded is an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from officium.engine import Row
from officium.law import Month, working_day_after, working_days
from officium.payroll.carried import carried_into
from officium.payroll.records import (
    Contract,
    Employer,
    Family,
    PayItem,
    Records,
    TimeEntry,
    Worker,
)
from officium.payroll.service import Service, service
from officium.payroll.timesheet import Timesheet, holidays_granted, timesheet

Value = int | str | bool | date
# The committees whose conditions of the year-end premium the law book holds.
YEAR_END_PREMIUM_RULES = {"200": "joint_committee_200"}


@dataclass(frozen=True)
class WorkerMonth:
    """A worker's month at one employer: the records behind it and the facts for the law.

    `row` has the grain worker-month, with the children "contract-month" (in the order of
    `timesheets`), which have the children "pay-item": together in the order of `items`.
    """

    employer: Employer
    worker: Worker
    month: Month
    paid_on: date
    timesheets: tuple[Timesheet, ...]
    items: tuple[PayItem, ...]
    row: Row


def months_of_workers(
    records: Records,
    employer: Employer,
    month: Month,
    earlier: Mapping[str, Mapping[str, int]],
) -> tuple[WorkerMonth, ...]:
    """Every worker with a contract at the employer in the month, by staff number.

    `earlier` holds, by staff number, what the law established for the worker's last month of the
    same year (see `carried_into`); empty for a year's first month. Raises BadInput where the records
    do not hold what is needed.
    """
    holidays = holidays_granted(employer, month)
    found: list[WorkerMonth] = []
    for worker in records.workers:
        sheets = tuple(
            timesheet(contract, month, holidays, _time_of(records, worker, contract, month))
            for contract in worker.contracts_at(employer.enterprise_number, month)
        )
        if sheets:
            numbers = [sheet.contract.number for sheet in sheets]
            items = tuple(
                item
                for number in numbers
                for item in records.pay_of(worker.staff_number)
                if item.month == str(month) and item.contract == number
            )
            paid_on = pay_day(employer, month)
            row = Row(
                {
                    **_family_facts(worker, worker.family_on(paid_on)),
                    **carried_into(
                        records, employer, worker, month, earlier.get(worker.staff_number)
                    ),
                },
                {
                    "contract-month": tuple(
                        _contract_row(sheet, items, service(worker, sheet.contract, month, paid_on))
                        for sheet in sheets
                    )
                },
            )
            found.append(WorkerMonth(employer, worker, month, paid_on, sheets, items, row))
    return tuple(found)


def pay_day(employer: Employer, month: Month) -> date:
    """The day on which the wages of a month are paid, by the employer's rule."""
    if employer.pay_day == "last_working_day_of_the_month":
        return working_days(month.first, month.last)[-1]
    return working_day_after(month.last, 4)


def _time_of(records: Records, worker: Worker, contract: Contract, month: Month) -> list[TimeEntry]:
    return [
        entry
        for entry in records.time_of(worker.staff_number, contract.number)
        if Month.of(entry.day) == month
    ]


def _contract_row(sheet: Timesheet, items: tuple[PayItem, ...], served: Service) -> Row:
    terms = sheet.terms
    hourly = terms.hourly_wage is not None
    lines = tuple(
        _item_row(item, sheet) for item in items if item.contract == sheet.contract.number
    )
    return Row(
        {
            "worker_status": sheet.contract.status,
            "is_paid_by_hour": hourly,
            "monthly_pay": terms.monthly_pay or 0,
            "hourly_wage": terms.hourly_wage or 0,
            "weekly_hours": terms.hours_per_week,
            "days_per_week": terms.days_per_week,
            "service_months": served.months,
            "service_years": served.years,
            "way_of_leaving": served.way_of_leaving,
            "year_end_premium_rule": YEAR_END_PREMIUM_RULES.get(
                sheet.contract.joint_committee, "by_agreement"
            ),
            "schedule_hours": sheet.schedule_hours,
            "holiday_schedule_hours": sheet.schedule_hours,
            "paid_hours": sheet.paid_hours,
            "public_holiday_hours": sheet.public_holiday_hours,
            "meal_voucher_days": 100 * sheet.days_at_work,
            "bonus_days_paid": sheet.counted_days,
            "bonus_days_possible": sheet.schedule_days,
            "bonus_hours_paid": sheet.counted_hours if terms.is_part_time else 0,
            "bonus_hours_full_time": sheet.full_time_hours if terms.is_part_time else 0,
        },
        {"pay-item": lines},
    )


def _item_row(item: PayItem, sheet: Timesheet) -> Row:
    """A line as recorded; meal vouchers that nobody counted are one for each day of work."""
    counted = 100 * sheet.days_at_work if item.kind == "meal_voucher_share" else 0
    return Row(
        {
            "item_kind": item.kind,
            "recorded_amount": item.amount or 0,
            "item_hours": item.hours or 0,
            "item_days": item.days or 0,
            "item_units": counted if item.units is None else item.units,
            "item_price": item.price or 0,
            "item_months": item.months or 0,
            "item_share": item.share or 0,
            "item_base": item.base or 0,
            "exceptional_kind": "by_kind",
        },
        {},
    )


def _family_facts(worker: Worker, family: Family) -> dict[str, Value]:
    """The facts of the tax: a stated scale only for non-residents, who are taxed on scale 3."""
    return {
        "tax_scale": "by_family" if worker.is_resident else "3",
        "is_couple": family.is_couple,
        "is_isolated": not family.is_couple,
        "spouse_income": family.spouse_income or "none",
        "has_disabled_spouse": family.has_disabled_spouse,
        "is_disabled": family.is_disabled,
        "is_single_parent": family.is_single_parent,
        "dependent_children": family.dependent_children,
        "disabled_dependent_children": family.disabled_dependent_children,
        "dependents_in_need_of_care": family.dependents_in_need_of_care,
        "disabled_dependents_in_need_of_care": family.disabled_dependents_in_need_of_care,
        "elderly_dependents": family.elderly_dependents,
        "other_dependents": family.other_dependents,
        "disabled_other_dependents": family.disabled_other_dependents,
    }
