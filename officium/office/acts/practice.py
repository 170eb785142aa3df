"""The practice office: invented employers with three quarters of history, people of every role.

Built step by step, each in its own transaction: a build that was killed is taken up where it stopped.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta

from officium.demonstration import (
    DEMONSTRATION_DAY,
    invented_office,
    invented_operator,
    invented_people_of_the_office,
)
from officium.job import Period
from officium.law import Quarter
from officium.office.acts import declarations, duties, months, operator, records
from officium.office.acts.actor import Actor
from officium.office.models import (
    Assignment,
    Declaration,
    DutyDue,
    Employer,
    Operator,
    PayMonth,
    Role,
    User,
)

PASSWORD = "practice office 2025"
QUARTERS = (Quarter(2025, 1), Quarter(2025, 2), Quarter(2025, 3))
Progress = Callable[[int, int], None]


def build(progress: Progress = lambda *_: None) -> None:
    """Fill an empty database, or what a build that was stopped left of it."""
    actor = Actor.office("practice")
    if not Operator.objects.exists():
        told = invented_operator()
        operator.found(
            actor,
            kind=told.kind,
            name=told.full_name("nl"),
            enterprise_number=told.enterprise_number,
            certification_number=told.certification_number,
            decree_date=told.decree_date,
            legal_form=told.legal_form,
            practice_day=DEMONSTRATION_DAY,
        )
    folders = invented_office()
    for number, texts in folders.items():
        if not Employer.objects.filter(enterprise_number=number).exists():
            records.admit(actor, texts)
    _people()
    _history(actor, progress)
    for employer in Employer.objects.all():
        duties.reckon(employer)
        _done(actor, employer)


def _people() -> None:
    for told in invented_people_of_the_office():
        if User.objects.filter(email=told.email).exists():
            continue
        user = User.objects.create_user(
            told.email, PASSWORD, name=f"{told.first_name} {told.name}", language=told.language
        )
        begins = date(2025, 1, 1)
        if not told.employers:
            Assignment.objects.create(user=user, role=Role(told.role), begins=begins)
        for number in told.employers:
            employer = Employer.objects.get(enterprise_number=number)
            worker = (
                employer.workers.get(staff_number=told.staff_number) if told.staff_number else None
            )
            Assignment.objects.create(
                user=user, role=Role(told.role), employer=employer, worker=worker, begins=begins
            )


def _history(actor: Actor, progress: Progress) -> None:
    """Every quarter computed, approved and declared; the computations on all processors."""
    wanted = [
        (employer, quarter)
        for quarter in QUARTERS
        for employer in Employer.objects.order_by("pk")
        if not _is_approved(employer, quarter)
    ]
    texts = {employer.pk: records.texts_of(employer) for employer, _ in wanted}
    progress(0, len(wanted))
    with ProcessPoolExecutor(max_workers=min(os.cpu_count() or 1, 8)) as pool:
        made = pool.map(
            months.made_of,
            [texts[employer.pk] for employer, _ in wanted],
            [Period.of_quarter(quarter) for _, quarter in wanted],
        )
        for at, ((employer, quarter), one) in enumerate(zip(wanted, made, strict=True), 1):
            _quarter(actor, employer, quarter, texts[employer.pk], one)
            progress(at, len(wanted))


def _is_approved(employer: Employer, quarter: Quarter) -> bool:
    names = [str(month) for month in quarter.months]
    approved = PayMonth.objects.filter(employer=employer, month__in=names, state="approved")
    return approved.count() == len(names)


def _quarter(
    actor: Actor, employer: Employer, quarter: Quarter, texts: dict[str, str], made: months.Made
) -> None:
    inside = [
        month
        for month in quarter.months
        if not PayMonth.objects.filter(
            employer=employer, month=str(month), state="approved"
        ).exists()
    ]
    rows = months.store(actor, employer, inside, Period.of_quarter(quarter), texts, made)
    for row, month in zip(rows, inside, strict=True):
        months.approve(actor, employer, month, row.version)
    _declared(actor, employer, quarter)


def _declared(actor: Actor, employer: Employer, quarter: Quarter) -> None:
    """What was sent by then, and what the NSSO answered; of one employer it refused the last DmfA."""
    for row in Declaration.objects.filter(employer=employer, period=str(quarter), state="ready"):
        due = row.due or quarter.last
        day = min(due, DEMONSTRATION_DAY - timedelta(days=3 + employer.pk % 5))
        if row.kind == "dmfa" and quarter == QUARTERS[-1] and employer.pk % 3 == 0:
            continue
        declared = declarations.sent(actor, row, row.version, day, f"PRACTICE-{row.pk}")
        if row.kind == "dmfa" and quarter == QUARTERS[-1] and employer.pk % 3 == 1:
            continue
        is_refused = row.kind == "dmfa" and quarter == QUARTERS[-1] and employer.pk % 12 == 5
        declarations.answered(
            actor,
            declared,
            declared.version,
            min(day + timedelta(days=2), DEMONSTRATION_DAY),
            accepted=not is_refused,
            answer=b"practice answer",
            note="90017-008" if is_refused else "",
        )


def _done(actor: Actor, employer: Employer) -> None:
    """What was due was done in time, but for one thing of every fourth employer."""
    past = DutyDue.objects.filter(
        employer=employer, is_open=True, day__lt=DEMONSTRATION_DAY
    ).order_by("day", "key")
    left = 1 if employer.pk % 4 == 0 else 0
    wanted = [
        (row.key, "done", row.legal_day or row.day, "")
        for row in past[: max(past.count() - left, 0)]
    ]
    if wanted:
        duties.mark_all(actor, employer, wanted, b"practice proof", "proof.txt")


def people() -> Iterator[tuple[str, str]]:
    """E-mail address and role of one person of each role, to sign in with."""
    shown: set[str] = set()
    for told in invented_people_of_the_office():
        if told.role not in shown:
            shown.add(told.role)
            yield told.email, told.role
