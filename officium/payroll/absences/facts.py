"""The days of absence of a contract in a month as facts for the law; nothing of the law is decided here."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from officium.engine import Row
from officium.law import Month, days_from
from officium.payroll.absence_kinds import ABSENCE_KINDS
from officium.payroll.absences.day import (
    AbsentDay,
    absence_on,
    absences_in_service,
    beside_of,
    first_day_of_run,
    hours_of_absence,
    scheduled_hours,
)
from officium.payroll.absences.incapacity import (
    NONE_BEFORE,
    Incapacity,
    Value,
    began_in_holidays,
    facts_of_engagement,
    facts_of_incapacity,
    times_without_certificate,
)
from officium.payroll.absences.leave import leave_facts
from officium.payroll.absences.no_work import Counts, facts_without_work
from officium.payroll.overtime import is_above_schedule
from officium.payroll.records import Absence, Contract, Records, Worker
from officium.payroll.service import service_began


def absent_days(
    records: Records,
    worker: Worker,
    contract: Contract,
    month: Month,
    holidays: Collection[date],
    incapacities: Sequence[Incapacity],
) -> tuple[AbsentDay, ...]:
    """Every calendar day of a contract's absences in a month, in their order."""
    absences = records.absences_of(worker.staff_number, contract.number)
    if not absences:
        return ()
    entries = records.time_of(worker.staff_number, contract.number)
    recorded = [
        one for one in entries if Month.of(one.day) == month and not is_above_schedule(one.code)
    ]
    in_service = absences_in_service(records, worker, contract)
    began = [one for one in incapacities if began_in_holidays(one.first, contract, entries)]
    found = []
    for day in days_from(
        max(contract.begins, month.first), min(contract.ends or month.last, month.last)
    ):
        absence, around = absence_on(absences, day)
        # Hours of a day that is a public holiday are that holiday.
        if absence is None or (absence.hours is not None and day in holidays):
            continue
        own = tuple(one for one in recorded if one.day == day)
        beside = beside_of(absence, own)
        left = scheduled_hours(contract, day, own) - sum(one.hours for one in beside)
        inside = around is not None and ABSENCE_KINDS[around.kind].is_partial
        hours_around = hours_of_absence(around, left, bool(beside)) if around and inside else 0
        incapacity = next((one for one in incapacities if absence in one.absences), None)
        found.append(
            AbsentDay(
                absence=absence,
                contract=contract,
                day=day,
                hours=hours_of_absence(absence, left - hours_around, bool(beside)),
                beside=beside,
                is_public_holiday=day in holidays,
                is_over_holiday=any(one.code == "holiday" for one in own) and beside != own,
                around=around,
                hours_around=hours_around,
                incapacity=incapacity,
                has_begun_in_holidays=incapacity in began,
                without_certificate=times_without_certificate(absence, in_service),
            )
        )
    return tuple(found)


def row_of(
    worker: Worker,
    contract: Contract,
    days: Sequence[AbsentDay],
    earlier: Sequence[AbsentDay],
    absences: Sequence[Absence],
    counts: Sequence[Counts],
) -> Row:
    """The days as a family of the law: a contract's month with its days of absence.

    `earlier` are the days of absence before them as far as the law counts them, and `absences` all
    absences, each with those of contracts to which this one follows; `counts` says what the year counts
    before each day.
    """
    taken = (*earlier, *days)
    return Row(
        {
            "worker_status": contract.status,
            "contract_begins": service_began(worker, contract),
            "worked_on": days[0].day,
            **facts_of_engagement(contract),
            "days_per_week": contract.terms_on(days[-1].day).days_per_week,
        },
        {
            "absence-day": tuple(
                _day_row(of, taken, absences, before)
                for of, before in zip(days, counts[: len(days)], strict=True)
            )
        },
    )


def _day_row(
    of: AbsentDay, taken: Sequence[AbsentDay], absences: Sequence[Absence], before: Counts
) -> Row:
    around = of.around
    partial = around if around and ABSENCE_KINDS[around.kind].is_partial else None
    facts: dict[str, Value] = {
        "worked_on": of.day,
        "absence_kind": of.absence.kind,
        "absence_day": of.day,
        "absence_hours": of.hours,
        "is_public_holiday": of.is_public_holiday,
        **facts_of_incapacity(of.incapacity, of.absence, first_day_of_run(of.absence, absences)),
        "is_in_partial_work": partial is not None,
        "partial_work_first_day": first_day_of_run(partial, absences) if partial else NONE_BEFORE,
        "is_day_without_pay_anyway": around is not None and partial is None,
        "is_in_recorded_holidays": of.is_over_holiday,
        "has_begun_in_holidays": of.has_begun_in_holidays,
        "is_without_certificate": of.without_certificate > 0,
        "first_days_without_certificate": of.without_certificate,
        **leave_facts(of, taken),
        **facts_without_work(of, absences, before),
    }
    return Row(facts, {})
