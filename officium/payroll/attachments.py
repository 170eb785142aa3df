"""The notices of creditors that hold for a month: by rank, with what each of them may still ask.

Ranks, by the Judicial Code as Securex reports the practice: the mediator of a debt settlement has all;
maintenance comes first; then assignments of before the first seizure, the earliest first; then
privileged seizures and tax notices; then together the other seizures and the assignments that came
after a seizure, which count as ordinary ones. What each rank gets is law (shelf attachment/creditors).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from officium.engine import Given, Row
from officium.findings import BadInput
from officium.law import Month, working_days
from officium.payroll.records import Attachment, ChildrenForm, Employer, Worker

SETTLEMENT, MAINTENANCE, ASSIGNMENT = "debt_settlement", "maintenance", "assignment"
PRIVILEGED, ORDINARY = "privileged", "ordinary"
RANKS = (SETTLEMENT, MAINTENANCE, ASSIGNMENT, PRIVILEGED, ORDINARY)
WITHIN_LIMITS = (ASSIGNMENT, PRIVILEGED, ORDINARY)
_SEIZURES = ("tax_notice", "seizure")
_UNLIMITED = ("maintenance", "delegation")


@dataclass(frozen=True)
class Attached:
    """One attachment of a month: its rank, what was paid of it before, what it may ask now.

    Cents; `claim` is 0 for a debt settlement, to which all pay goes.
    """

    record: Attachment
    rank: str
    paid_before: int
    claim: int

    @property
    def whole(self) -> int:
        """The whole claim, by which creditors of one rank share; else what is asked each month."""
        return self.record.amount or self.record.monthly or 0

    def left(self, paid: int) -> int | None:
        """What of the whole claim is left after a payment; None: it has no end of its own."""
        amount = self.record.amount
        return None if amount is None else amount - self.paid_before - paid


@dataclass(frozen=True)
class PaidSoFar:
    """What the computed months of the year paid, by number of the attachment, up to a day."""

    until: date
    cents: Mapping[int, int]


@dataclass(frozen=True)
class LastPaid:
    """The last earlier month in which the worker had a contract: its last day, and its day of payment."""

    until: date
    on: date


def paid_before(
    worker: Worker,
    employer: Employer,
    month: Month,
    last: LastPaid | None,
    so_far: PaidSoFar | None,
) -> dict[int, int]:
    """What was paid of each claim before a month; `so_far` is what the last earlier month handed on.

    Raises BadInput for a claim of which that is not known up to the month before.
    """
    found: dict[int, int] = {}
    for record in _of(worker, employer):
        if record.amount is None or (record.lifted and record.lifted <= month.first):
            continue
        paid_since = last is not None and last.on >= record.begins
        needed = so_far.until if so_far else last.until if last and paid_since else date.min
        if record.paid_until and needed <= record.paid_until < month.first:
            found[record.number] = record.paid or 0
        elif so_far:
            found[record.number] = so_far.cents.get(record.number, 0)
        elif not paid_since:
            found[record.number] = 0
        else:
            raise BadInput(
                f"what was paid of attachment {record.number} of {worker.staff_number} before {month} "
                "is not known: record paid and paid_until, the last day of the month before",
                code="attachment_paid_before",
                where=str(record.origin),
            )
    return found


def attached(
    worker: Worker, employer: Employer, paid_on: date, before: Mapping[int, int]
) -> tuple[Attached, ...]:
    """The attachments that hold on a day of payment and still ask something, by rank."""
    holding = [
        (record, claim)
        for record in _of(worker, employer)
        if record.holds_on(paid_on)
        and ((claim := _claim(record, before)) or record.kind == SETTLEMENT)
    ]
    seized = [record.notified for record, _ in holding if record.kind in _SEIZURES]
    first_seizure = min(seized, default=date.max)
    found = [
        Attached(record, _rank(record, first_seizure), before.get(record.number, 0), claim)
        for record, claim in holding
    ]
    return tuple(sorted(found, key=lambda one: (_place(one), one.record.number)))


def _of(worker: Worker, employer: Employer) -> Iterator[Attachment]:
    return (one for one in worker.attachments if one.employer == employer.enterprise_number)


def _claim(record: Attachment, before: Mapping[int, int]) -> int:
    open_claim = None if record.amount is None else record.amount - before.get(record.number, 0)
    limits = [cents for cents in (open_claim, record.monthly) if cents is not None]
    return max(0, min(limits, default=0))


def _rank(record: Attachment, first_seizure: date) -> str:
    if record.kind in _UNLIMITED:
        return MAINTENANCE
    if record.kind == SETTLEMENT:
        return SETTLEMENT
    if record.kind == ASSIGNMENT:
        return ASSIGNMENT if record.notified < first_seizure else ORDINARY
    return PRIVILEGED if record.is_privileged or record.kind == "tax_notice" else ORDINARY


def _place(one: Attached) -> tuple[int, date]:
    """Where a rank stands; each day of assignment is a rank of its own."""
    by_day = one.record.notified if one.rank == ASSIGNMENT else date.min
    return RANKS.index(one.rank), by_day


def rank_rows(found: Sequence[Attached]) -> tuple[Row, ...]:
    """The ranks of a month as rows of the law, with their attachments below them."""
    rows: list[Row] = []
    ahead = 0
    for (place, _), members in groupby(found, key=_place):
        of_rank = list(members)
        claims = tuple(
            Row({"attachment_claim": one.claim, "attachment_whole": one.whole}, {})
            for one in of_rank
        )
        facts: dict[str, Given] = {"rank_by_law": RANKS[place], "claims_ahead": ahead}
        rows.append(Row(facts, {"attachment": claims}))
        if RANKS[place] in WITHIN_LIMITS:
            ahead += sum(one.claim for one in of_rank)
    return tuple(rows)


def form_rows(worker: Worker, employer: Employer, paid_on: date) -> tuple[Row, ...]:
    """The children's forms received before a day of payment: each by what it changes."""
    forms = [
        form
        for form in worker.children_forms
        if form.employer == employer.enterprise_number and form.received < paid_on
    ]
    return tuple(
        Row(
            {
                "is_form_of_earlier_month": form.received < paid_on.replace(day=1),
                "form_working_days": working_days_before(form, paid_on),
                "form_children_change": form.children - earlier,
            },
            {},
        )
        for form, earlier in zip(forms, [0, *(form.children for form in forms)], strict=False)
    )


def working_days_before(form: ChildrenForm, paid_on: date) -> int:
    """The working days between the receipt of a form and a day of payment, at most a thousand."""
    day = timedelta(days=1)
    first = max(form.received + day, paid_on - timedelta(days=365))
    return len(working_days(first, paid_on - day))


def income_facts(worker: Worker, paid_on: date) -> dict[str, int]:
    """The replacement income that counts on a day of payment, and what is taken of it already."""
    counting = [one for one in worker.other_incomes if one.counts_on(paid_on)]
    return {
        "other_income": sum(one.amount for one in counting),
        "taken_from_other_income": sum(one.taken for one in counting),
    }
