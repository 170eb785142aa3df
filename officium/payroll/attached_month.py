"""The facts of a worker's month on which creditors have a claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from officium.engine import Row
from officium.law import Month
from officium.payroll.attachments import (
    LastPaid,
    PaidSoFar,
    attached,
    form_rows,
    income_facts,
    paid_before,
    rank_rows,
)
from officium.payroll.facts import WorkerMonth, pay_day
from officium.payroll.records import Employer, Worker


def with_attachments(month: WorkerMonth, so_far: PaidSoFar | None) -> WorkerMonth:
    """The month with the attachments that hold on its day of payment.

    `so_far`: what the worker's last month of the same year handed on. Raises BadInput where it is not
    known what was paid of a claim before.
    """
    worker, employer = month.worker, month.employer
    if not worker.attachments:
        return month
    last = _last_paid(worker, employer, month.month)
    before = paid_before(worker, employer, month.month, last, so_far)
    found = attached(worker, employer, month.paid_on, before)
    if not found:
        return replace(month, paid_to_creditors=before)
    row = Row(
        {**month.row.facts, **income_facts(worker, month.paid_on)},
        {
            **month.row.children,
            "attachment-rank": rank_rows(found),
            "children-form": form_rows(worker, employer, month.paid_on),
        },
    )
    return replace(month, row=row, attached=found, paid_to_creditors=before)


def _last_paid(worker: Worker, employer: Employer, month: Month) -> LastPaid | None:
    """The last month before with a contract; None: this is the first."""
    ends = [
        min(contract.ends or month.first, month.first)
        for contract in worker.contracts
        if contract.employer == employer.enterprise_number and contract.begins < month.first
    ]
    if not ends:
        return None
    worked = Month.of(max(ends))
    if worked == month:
        worked = Month.of(date.fromordinal(month.first.toordinal() - 1))
    return LastPaid(worked.last, pay_day(employer, worked))
