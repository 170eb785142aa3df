"""Whether the operator may act for an employer: asked before anything is computed, sent or collected."""

from __future__ import annotations

from datetime import date

from officium.representation import Act, Answer, Mandate, OperatorKind, may
from officium.representation import Operator as Actor

from officium.office.models import Employer, Operator
from officium.office.models import Mandate as Row
from officium.office.refusals import Refused


def operator() -> Actor:
    """The operator of this office, as the room `representation` knows it."""
    row = Operator.objects.get()
    return Actor(
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
    return may(
        operator(), Act(act), employer.enterprise_number, on, mandates_of(employer), means=means
    )


def requirement(employer: Employer, act: str, on: date, means: str | None = None) -> str:
    """The key of the mandate that covers it (empty: the employer acts itself). Raises Refused."""
    found = answer(employer, act, on, means)
    if not found.allowed:
        raise Refused(
            found.text("en"),
            code=found.reason,
            article=found.article,
            remedy=found.remedy("en"),
            where=f"{employer.enterprise_number} on {on}",
        )
    return found.mandate or ""
