"""Records of a month into facts: the only place where a record becomes a fact.

Nothing of the law is decided here. Days and hours are counted from the schedule, the calendar and
what was recorded; everything else is a record's own value. What is not recorded is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from officium.engine import Row
from officium.law import Month, working_day_after, working_days
from officium.payroll.attachments import Attached
from officium.payroll.carried import carried_into
from officium.payroll.indemnities import first_day_of, refuse_before_end, refuse_no_reduction
from officium.payroll.item_days import holidays_after_end, refuse_other_day
from officium.payroll.overtime import lines_above_schedule
from officium.payroll.parts import earlier_row, facts_of_part
from officium.payroll.records import (
    Contract,
    Employer,
    Family,
    PayItem,
    Records,
    Worker,
    YearlyPay,
)
from officium.payroll.service import service, service_began
from officium.payroll.time_lines import lines_of_time
from officium.payroll.timesheet import Timesheet, holidays_granted, timesheet

Value = int | str | bool | date
# The agreements of the National Labour Council on guaranteed pay, by the status of the worker.
SUPPLEMENT_AGREEMENTS = {"blue_collar": "cla_12bis", "white_collar": "cla_13bis"}
# The committees whose conditions of the year-end premium the law book holds.
YEAR_END_PREMIUM_RULES = {"200": "joint_committee_200"}
NO_YEARLY_PAY = YearlyPay()


@dataclass(frozen=True)
class WorkerMonth:
    """A worker's month at one employer: the records behind it and the facts for the law.

    `row` has the grain worker-month, with the children "contract-month" (in the order of
    `timesheets`), which have the children "pay-item", together in the order of `items`, and
    "earlier-terms", the parts of the month before the last one. `attached` are the attachments of the
    pay in the order of their rows, `paid_to_creditors` what was paid of each claim before, by number.
    """

    employer: Employer
    worker: Worker
    month: Month
    paid_on: date
    timesheets: tuple[Timesheet, ...]
    items: tuple[PayItem, ...]
    row: Row
    attached: tuple[Attached, ...] = ()
    paid_to_creditors: Mapping[int, int] = field(default_factory=dict)


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
            timesheet(
                contract,
                month,
                holidays,
                records.time_of(worker.staff_number, contract.number),
            )
            for contract in worker.contracts_at(employer.enterprise_number, month)
        )
        if sheets:
            items = tuple(item for sheet in sheets for item in _lines_of(records, worker, sheet))
            for sheet in sheets:
                refuse_no_reduction(sheet.contract)
            by_number = {sheet.contract.number: sheet.contract for sheet in sheets}
            for item in items:
                refuse_other_day(item, by_number[item.contract], employer)
                refuse_before_end(item, by_number[item.contract])
            paid_on = pay_day(employer, month)
            last = max(sheet.parts[-1].last for sheet in sheets)
            row = Row(
                {
                    **_family_facts(worker, worker.family_on(paid_on)),
                    **carried_into(
                        records, employer, worker, month, earlier.get(worker.staff_number)
                    ),
                    # No creditor is looked at here: `with_attachments` does.
                    "kind_of_income": "work",
                    "other_income": 0,
                    "taken_from_other_income": 0,
                },
                {
                    "contract-month": tuple(
                        _contract_row(worker, sheet, items, paid_on, last) for sheet in sheets
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


def _lines_of(records: Records, worker: Worker, sheet: Timesheet) -> tuple[PayItem, ...]:
    """The lines of a contract: of its hours above the schedule, of other time, as recorded, vouchers."""
    contract, month = sheet.contract, sheet.month
    recorded = tuple(
        item
        for item in records.pay_of(worker.staff_number)
        if item.month == str(month) and item.contract == contract.number
    )
    entries = records.time_of(worker.staff_number, contract.number)
    return (
        *lines_above_schedule(month, entries),
        *lines_of_time(worker, sheet),
        *recorded,
        *_vouchers(worker, contract, month, recorded),
    )


def _vouchers(
    worker: Worker, contract: Contract, month: Month, recorded: tuple[PayItem, ...]
) -> Iterator[PayItem]:
    """The meal vouchers that were agreed; a recorded line of them goes before."""
    agreed = contract.terms_on(min(contract.ends or month.last, month.last)).meal_voucher
    if agreed and not any(item.kind == "meal_voucher_share" for item in recorded):
        yield PayItem(
            origin=contract.origin,
            month=str(month),
            staff_number=worker.staff_number,
            contract=contract.number,
            kind="meal_voucher_share",
            price=100 * agreed.worker_share,
            base=agreed.employer_part,
        )


def _contract_row(
    worker: Worker, sheet: Timesheet, items: tuple[PayItem, ...], paid_on: date, last_day: date
) -> Row:
    contract, terms = sheet.contract, sheet.terms
    served = service(worker, contract, sheet.month, paid_on)
    after = holidays_after_end(items, contract.number)
    counted_hours = sheet.counted_hours + sum(time.hours for time in after)
    *earlier, last = sheet.parts
    lines = tuple(_item_row(item, sheet) for item in items if item.contract == contract.number)
    return Row(
        {
            "worker_status": contract.status,
            **facts_of_part(last),
            "weekly_hours": terms.hours_per_week,
            "has_average_working_time": terms.average_week is not None,
            "days_per_week": terms.days_per_week,
            "service_months": served.months,
            "service_years": served.years,
            "way_of_leaving": served.way_of_leaving,
            "year_end_premium_rule": YEAR_END_PREMIUM_RULES.get(
                contract.joint_committee, "by_agreement"
            ),
            "holiday_schedule_hours": sheet.schedule_hours,
            "illness_schedule_hours": sheet.schedule_hours,
            "supplement_agreement": SUPPLEMENT_AGREEMENTS[contract.status],
            "contract_begins": service_began(worker, contract),
            "contract_ends": contract.ends or sheet.month.last,
            "runs_to_the_end_of_the_month": last.last == last_day,
            "contract_end_reason": contract.end_reason or "none",
            **_yearly_pay(contract.yearly_pay or NO_YEARLY_PAY),
            "has_holiday_pay_from_employer": contract.status == "white_collar",
            "meal_voucher_days": 100 * sheet.days_at_work,
            "bonus_days_paid": sheet.counted_days + sum(time.days for time in after),
            "bonus_days_possible": sheet.schedule_days,
            "bonus_hours_paid": counted_hours if sheet.is_part_time else 0,
            "bonus_hours_full_time": sheet.full_time_hours if sheet.is_part_time else 0,
            "full_time_weekly_hours": terms.full_time_hours,
            "career_measure": terms.measure or "none",
            "is_career_interrupted": terms.is_interrupted,
        },
        {"pay-item": lines, "earlier-terms": tuple(map(earlier_row, earlier))},
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
            "item_day": (begins := first_day_of(item, sheet.contract)),
            "item_until": item.until or begins,
            "exceptional_kind": "by_kind",
        },
        {},
    )


def _yearly_pay(recorded: YearlyPay) -> dict[str, Value]:
    """What an indemnity at the end rests on beside the basic pay."""
    return {
        "pay_reduction": recorded.reduction,
        "monthly_pay_before_reduction": recorded.monthly_pay_before_reduction or 0,
        "variable_pay_before_end": recorded.variable_pay,
        "variable_pay_months": recorded.variable_months,
        "yearly_premium": recorded.premiums,
        "yearly_taxed_benefits": recorded.taxed_benefits,
        "yearly_untaxed_benefits": recorded.untaxed_benefits,
    }


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
