"""Data that an employer delivers for a month: kept as they came, examined, taken into the records."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from django.db import transaction

from officium.findings import BadInput
from officium.intake import Delivery as Read
from officium.intake import Missing, completeness, in_service, merged, plausibility, read_delivery
from officium.law import Month
from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.acts.records import change, records_of, texts_of
from officium.office.clock import now
from officium.office.models import Blob, Delivery, Employer, PayMonth
from officium.office.refusals import Refused
from officium.office.rights import Right
from officium.office.tongue import language

CHANNELS = ("form", "csv", "xlsx", "api")


def missing(employer: Employer, month: Month) -> tuple[Missing, ...]:
    """The contracts of a month of which days are not yet told by any delivery that was taken.

    The records alone do not tell it: a day that follows the schedule has no line in them.
    """
    taken = Delivery.objects.filter(employer=employer, month=str(month), accepted=True)
    records = records_of(employer)
    own = records.employers[0]
    read = [
        read_delivery(one.content.content, one.name, records, own, month, language())
        for one in taken.select_related("content").order_by("received", "pk")
    ]
    return completeness(records, own, month, read)


def deliver(
    actor: Actor, employer: Employer, month: Month, channel: str, name: str, content: bytes
) -> Delivery:
    """Take a delivery: its receipt is the row (number, digest, moment).

    What blocks is told by cell and leaves the records as they are; the delivery is kept all the same, as
    proof of what came and when. The bytes that were taken last, sent again, are the same delivery; what
    was refused, or told otherwise since, is examined anew. Raises Refused for a month that is approved,
    BadInput for what is no table at all, Forbidden.
    """
    actor.require(Right.DELIVER_DATA, employer)
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        employer = Employer.objects.select_for_update().get(pk=employer.pk)
        taken = Delivery.objects.filter(employer=employer, month=str(month), accepted=True)
        held = taken.order_by("received", "pk").last()
        if held is not None and held.digest == digest:
            return held
        row, _ = PayMonth.objects.get_or_create(employer=employer, month=str(month))
        if row.state == PayMonth.State.APPROVED:
            raise Refused(f"{month} is approved", code="approved", remedy="open it again first")
        records = records_of(employer)
        own = records.employers[0]
        read = read_delivery(content, name, records, own, month, language())
        blocks = read.blocks
        findings = [one.as_json() for one in read.findings]
        if not blocks:
            try:
                with transaction.atomic():
                    employer = change(
                        actor,
                        employer,
                        _changed(texts_of(employer), read),
                        employer.version,
                        right=Right.DELIVER_DATA,
                        action="records.delivered",
                    )
            except BadInput as refusal:
                blocks = True
                findings.append(
                    {
                        "severity": "error",
                        "rule": refusal.code,
                        "anomaly": None,
                        "path": refusal.where,
                        "line": None,
                        "message": refusal.message,
                    }
                )
        after = records_of(employer)
        if not blocks:
            findings += [one.as_json() for one in plausibility(after, own, month, read, language())]
        people = in_service(after, own, month)
        made = Delivery.objects.create(
            employer=employer,
            month=str(month),
            channel=channel,
            name=name[:160],
            content=Blob.keep(content),
            digest=digest,
            received=now(),
            by=actor.user,
            accepted=not blocks,
            findings=findings,
            expected=len(people),
        )
        lacks = missing(employer, month)
        if not blocks:
            row.state = PayMonth.State.WAITING if lacks else PayMonth.State.READY
            row.version += 1
            row.save()
        record(
            actor,
            "delivery.received",
            employer,
            "delivery",
            str(made.pk),
            after={"month": str(month), "digest": digest, "accepted": made.accepted},
            valid_on=month.last,
        )
    return made


def _changed(before: Mapping[str, str], read: Read) -> dict[str, str | None]:
    """The texts after a delivery; a table of which it leaves no line is gone."""
    after = merged(before, read)
    return {**after, **dict.fromkeys(before.keys() - after.keys())}
