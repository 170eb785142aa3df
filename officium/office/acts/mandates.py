"""Whether the operator may act for an employer: asked before anything is computed, sent or collected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from django.db import transaction

from officium.law import Month
from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.clock import today
from officium.office.models import Employer, Operator
from officium.office.models import Mandate as Row
from officium.office.refusals import Conflict, Refused
from officium.office.rights import Right
from officium.office.tongue import language
from officium.representation import (
    Act,
    Answer,
    Event,
    Group,
    Happening,
    Mandate,
    MandateRefused,
    Means,
    OperatorKind,
    conflicts,
    draft,
    may,
    step,
    transfer,
)
from officium.representation import Operator as Mandatary


def operator() -> Mandatary:
    """The operator of this office, as the room `representation` knows it."""
    row = Operator.objects.get()
    return Mandatary(
        kind=OperatorKind(row.kind),
        name=row.name,
        enterprise_number=row.enterprise_number,
        certification_number=row.certification_number,
        decree_date=row.decree_date,
    )


def mandates_of(employer: Employer) -> tuple[Mandate, ...]:
    """All mandates of an employer, in every state."""
    return tuple(Mandate.from_json(row.document) for row in Row.objects.filter(employer=employer))


def answer(employer: Employer, act: str, on: date, means: str | None = None) -> Answer:
    """Whether the operator may do this for the employer on that day, or why not."""
    how = Means(means) if means else None
    return may(
        operator(), Act(act), employer.enterprise_number, on, mandates_of(employer), means=how
    )


def requirement(employer: Employer, act: str, on: date, means: str | None = None) -> str:
    """The key of the mandate that covers it (empty: the employer acts itself). Raises Refused."""
    found = answer(employer, act, on, means)
    if not found.allowed:
        raise Refused(
            found.text(language()),
            code=found.reason_code,
            article=found.article,
            remedy=found.remedy(language()) or "",
            where=f"{employer.enterprise_number} on {on}",
        )
    return found.mandate_key or ""


def keep(
    actor: Actor,
    employer: Employer,
    mandate: Mandate,
    version: int = 0,
    *,
    right: Right = Right.CHANGE_MANDATE,
) -> Row:
    """Store a new mandate (version 0) or the next state of one, with its audit entry.

    Raises Refused where it contradicts another mandate of the employer, Conflict where somebody changed it
    since this version, Forbidden.
    """
    actor.require(right, employer)
    with transaction.atomic():
        # One writer a client: two drafts for one quarter cannot both pass.
        Employer.objects.select_for_update().get(pk=employer.pk)
        row = Row.objects.select_for_update().filter(employer=employer, key=mandate.key).first()
        if (row.version if row else 0) != version:
            raise Conflict(
                "somebody changed this mandate since you opened it",
                version=row.version if row else 0,
            )
        others = tuple(one for one in mandates_of(employer) if one.key != mandate.key)
        for found in conflicts((*others, mandate)):
            raise Refused(found.text(language()), code="conflict", where=mandate.key)
        before = row.document if row else None
        row = row or Row(employer=employer, key=mandate.key)
        row.document = mandate.as_json()
        row.group, row.receiver = str(mandate.group), mandate.receiver.enterprise_number
        last_day = mandate.last_day(date.max)
        row.begins = str(mandate.begins)
        row.ends = str(Month(last_day.year, last_day.month).quarter) if last_day else ""
        row.state = str(mandate.state(today()))
        row.version = version + 1
        row.save()
        last = mandate.events[-1] if mandate.events else None
        record(
            actor,
            f"mandate.{last.what}" if last else "mandate.drafted",
            employer,
            "mandate",
            mandate.key,
            before=before,
            after=row.document,
            valid_on=last.day if last else None,
        )
    return row


def drafted(
    actor: Actor,
    employer: Employer,
    *,
    group: Group,
    tasks: Iterable[Act],
    first_day: date,
    last_day: date | None = None,
) -> Row:
    """A draft of a mandate to the operator, from the first day of a quarter.

    Raises Refused with article and remedy for what no mandate can hold, Forbidden.
    """
    with _said_in_our_language():
        made = draft(
            _new_key(employer, group, first_day),
            employer.enterprise_number,
            operator(),
            group,
            tasks,
            first_day,
            last_day=last_day,
        )
    return keep(actor, employer, made)


def happened(
    actor: Actor,
    employer: Employer,
    row: Row,
    version: int,
    what: Happening,
    day: date,
    *,
    by_employer: bool = False,
    last_day: date | None = None,
) -> Row:
    """The next event of a mandate: signed, notified, revoked, ended ...

    What the employer does (`by_employer`), its own user may record; the rest is the office's. A mandate
    that takes over from another one ends it (`taken_over`). Raises Refused, Conflict, Forbidden.
    """
    by = employer.enterprise_number if by_employer else operator().enterprise_number
    with _said_in_our_language():
        held = Mandate.from_json(row.document)
        if what == Happening.NOTIFIED and (former := _former(employer, held)):
            return _transferred(actor, employer, former, held, version, day)
        after = step(held, Event(what, day, by, last_day))
    return keep(
        actor,
        employer,
        after,
        version,
        right=Right.SIGN_FOR_EMPLOYER if by_employer else Right.CHANGE_MANDATE,
    )


def _former(employer: Employer, new: Mandate) -> Row | None:
    """The row of the mandate that this one takes over from, where it is in force before it begins."""
    before = new.begins.first - timedelta(days=1)
    for row in Row.objects.filter(employer=employer, group=str(new.group)).exclude(key=new.key):
        other = Mandate.from_json(row.document)
        same_group = new.group.is_exclusive and other.delegated_from is None
        if same_group and other.state(before).is_in_force:
            return row
    return None


def _transferred(
    actor: Actor, employer: Employer, former: Row, new: Mandate, version: int, day: date
) -> Row:
    moved = transfer(Mandate.from_json(former.document), new, new.begins, day)
    with transaction.atomic():
        keep(actor, employer, moved.former, former.version)
        return keep(actor, employer, moved.new, version)


def _new_key(employer: Employer, group: Group, first_day: date) -> str:
    """`0765432146-dmfa_dimona-2025Q2`, with a number where there was one of that name."""
    name = f"{employer.enterprise_number}-{group}-{first_day:%Y}Q{(first_day.month + 2) // 3}"
    taken = set(Row.objects.filter(key__startswith=name).values_list("key", flat=True))
    keys = [name, *(f"{name}-{number}" for number in range(2, len(taken) + 2))]
    return next(key for key in keys if key not in taken)


@contextmanager
def _said_in_our_language() -> Iterator[None]:
    """What the room refuses, as the office says it."""
    try:
        yield
    except MandateRefused as refusal:
        raise Refused(
            refusal.text(language()),
            code=refusal.code,
            article=refusal.article,
            remedy=refusal.remedy(language()),
            where=refusal.where,
        ) from refusal
