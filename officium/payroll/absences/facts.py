"""The days of absence of a contract in a month as facts for the law; nothing of the law is decided here."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from officium.engine import Row
from officium.law import Month, days_from
from officium.payroll.absences.day import AbsentDay, absence_on, beside_of, scheduled_hours
from officium.payroll.absences.no_work import Counts, facts_without_work
from officium.payroll.overtime import is_above_schedule
from officium.payroll.records import Absence, Contract, Records, Worker
from officium.payroll.service import service_began

Value = int | str | bool | date


def absent_days(
    records: Records, worker: Worker, contract: Contract, month: Month, holidays: Collection[date]
) -> tuple[AbsentDay, ...]:
    """Every calendar day of a contract's absences in a month, in their order."""
    absences = records.absences_of(worker.staff_number, contract.number)
    if not absences:
        return ()
    recorded = [
        one
        for one in records.time_of(worker.staff_number, contract.number)
        if Month.of(one.day) == month and not is_above_schedule(one.code)
    ]
    found = []
    for day in days_from(
        max(contract.begins, month.first), min(contract.ends or month.last, month.last)
    ):
        absence, around = absence_on(absences, day)
        if absence is None:
            continue
        own = tuple(one for one in recorded if one.day == day)
        beside = beside_of(absence, own)
        left = scheduled_hours(contract, day, own) - sum(one.hours for one in beside)
        found.append(
            AbsentDay(
                absence=absence,
                contract=contract,
                day=day,
                hours=left if absence.hours is None else min(left, absence.hours),
                beside=beside,
                is_public_holiday=day in holidays,
                is_over_holiday=any(one.code == "holiday" for one in own) and beside != own,
                around=around,
            )
        )
    return tuple(found)


def row_of(
    worker: Worker,
    contract: Contract,
    days: Sequence[AbsentDay],
    absences: Sequence[Absence],
    counts: Sequence[Counts],
) -> Row:
    """The days as a family of the law: a contract's month with its days of absence.

    `absences` are all those of the contract; `counts` says what the year counts before each day.
    """
    return Row(
        {
            "worker_status": contract.status,
            "contract_begins": service_began(worker, contract),
            "worked_on": days[0].day,
            "days_per_week": contract.terms_on(days[-1].day).days_per_week,
        },
        {
            "absence-day": tuple(
                _day_row(of, absences, before)
                for of, before in zip(days, counts[: len(days)], strict=True)
            )
        },
    )


def _day_row(of: AbsentDay, absences: Sequence[Absence], before: Counts) -> Row:
    facts: dict[str, Value] = {
        "worked_on": of.day,
        "absence_kind": of.absence.kind,
        "absence_day": of.day,
        "absence_first_day": of.absence.first,
        "absence_hours": of.hours,
        "is_public_holiday": of.is_public_holiday,
        **facts_without_work(of, absences, before),
    }
    return Row(facts, {})
