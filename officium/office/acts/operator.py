"""The operator of the office: made once; its kind decides what it may do."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.models import Collection, Mandate, Operator
from officium.office.refusals import Conflict, Refused
from officium.office.rights import Right
from officium.representation import Operator as Mandatary
from officium.representation import OperatorKind


def found(
    actor: Actor,
    *,
    kind: str,
    name: str,
    enterprise_number: str,
    certification_number: str | None = None,
    decree_date: date | None = None,
    legal_form: str = "",
    address: str = "",
    language: str = "nl",
    practice_day: date | None = None,
) -> Operator:
    """The operator of a new office. Raises BadInput for what no operator is, Refused where there is one."""
    actor.require(Right.MANAGE_OFFICE)
    # The room checks the number, and that a certified one has its certification and no other has.
    Mandatary(OperatorKind(kind), name, enterprise_number, certification_number, decree_date)
    with transaction.atomic():
        if Operator.objects.exists():
            raise Refused(
                "this office has its operator", code="operator", remedy="change it instead"
            )
        made = Operator.objects.create(
            pk=1,
            kind=kind,
            name=name,
            enterprise_number=enterprise_number,
            certification_number=certification_number,
            decree_date=decree_date,
            legal_form=legal_form,
            address=address,
            language=language,
            practice_day=practice_day,
        )
        record(actor, "operator.made", None, "operator", enterprise_number, after=_told(made))
    return made


def change_kind(
    actor: Actor,
    version: int,
    kind: str,
    *,
    certification_number: str | None = None,
    decree_date: date | None = None,
) -> Operator:
    """The operator was certified, or is so no longer; its mandates and collections must allow it.

    Raises Refused while mandates give it what only a certified one may do, Conflict, BadInput.
    """
    actor.require(Right.MANAGE_OFFICE)
    with transaction.atomic():
        row = Operator.objects.select_for_update().get()
        if row.version != version:
            raise Conflict("somebody changed the operator since you opened it", version=row.version)
        Mandatary(
            OperatorKind(kind), row.name, row.enterprise_number, certification_number, decree_date
        )
        collects = [
            one.key
            for one in Mandate.objects.filter(receiver=row.enterprise_number)
            if "collect_contributions" in one.document["tasks"]
        ]
        if row.is_certified and kind != "certified" and (collects or Collection.objects.exists()):
            raise Refused(
                "mandates and collections of this office rest on its certification",
                code="certification_in_use",
                article="Act 27-06-1969 art. 27 par. 2",
                remedy="end those mandates, and keep the office as the proof of what was collected",
            )
        before = _told(row)
        row.kind = kind
        row.certification_number, row.decree_date = certification_number, decree_date
        row.version += 1
        row.save()
        record(
            actor,
            "operator.changed",
            None,
            "operator",
            row.enterprise_number,
            before=before,
            after=_told(row),
        )
    return row


def _told(row: Operator) -> dict[str, str | None]:
    return {
        "kind": row.kind,
        "name": row.name,
        "certification_number": row.certification_number,
        "decree_date": row.decree_date.isoformat() if row.decree_date else None,
    }
