"""Contributions received from employers: refused with the law, unless everything allows it."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from officium.law import Quarter
from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.acts.mandates import requirement
from officium.office.clock import now, today
from officium.office.models import Collection, Employer, Operator
from officium.office.refusals import Refused
from officium.office.rights import Right


def collect(
    actor: Actor,
    employer: Employer,
    cents: int,
    *,
    received: date,
    quarter: Quarter,
    means: str,
    reference: str,
) -> Collection:
    """Record contributions of a quarter received from an employer, in cents.

    Only a certified social secretariat, only by bank transfer, only under a mandate that covers it on that
    day (act of 27 June 1969, art. 27 par. 2; Social Criminal Code, art. 220/1/1). The same reference
    with the same content is the same collection; with another content it is refused. Raises Refused with
    the article and the remedy, BadInput for an unknown means, Forbidden.
    """
    actor.require(Right.COLLECT, employer)
    mandate = requirement(employer, "collect_contributions", received, means)
    if cents <= 0:
        raise Refused("an amount above nothing is expected", code="amount", where="amount")
    if received > today():
        raise Refused("money of a later day has not been received", code="future", where="received")
    meant = {
        "operator_kind": Operator.objects.get().kind,
        "means": means,
        "cents": cents,
        "received": received,
        "quarter": str(quarter),
        "mandate": mandate,
    }
    with transaction.atomic():
        held = _held(employer, reference)
        if held is None:
            try:
                with transaction.atomic():
                    held = Collection.objects.create(
                        employer=employer,
                        reference=reference,
                        recorded=now(),
                        by=actor.user,
                        **meant,
                    )
            except IntegrityError:
                # Somebody else recorded this very reference at the same moment.
                held = _held(employer, reference)
                if held is None:
                    raise
            else:
                record(
                    actor,
                    "contributions.collected",
                    employer,
                    "collection",
                    str(held.pk),
                    after={**meant, "received": received.isoformat(), "reference": reference},
                    valid_on=received,
                )
    same = ("means", "cents", "received", "quarter")
    if any(getattr(held, name) != meant[name] for name in same):
        raise Refused(
            f"{reference} is already recorded with another content",
            code="reference",
            where="reference",
            remedy="look at the collection that bears this reference",
        )
    return held


def _held(employer: Employer, reference: str) -> Collection | None:
    return Collection.objects.filter(employer=employer, reference=reference).first()
