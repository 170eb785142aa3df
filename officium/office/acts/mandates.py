"""Whether the operator may act for an employer: asked before anything is computed, sent or collected."""

from __future__ import annotations

from datetime import date

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
from officium.representation import Act, Answer, Mandate, Means, OperatorKind, conflicts, may
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


def keep(actor: Actor, employer: Employer, mandate: Mandate, version: int = 0) -> Row:
    """Store a new mandate (version 0) or the next state of one, with its audit entry.

    Raises Refused where it contradicts another mandate of the employer, Conflict where somebody changed it
    since this version, Forbidden.
    """
    actor.require(Right.CHANGE_MANDATE, employer)
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
            raise Refused(str(found), code="conflict", where=mandate.key)
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
