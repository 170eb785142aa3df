"""Declarations: kept when a month is approved, then sent, accepted or refused; each under a mandate."""

from __future__ import annotations

import json
from datetime import date

from django.db import transaction

from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.acts.mandates import requirement
from officium.office.clock import now
from officium.office.models import Blob, Declaration, Employer, Run
from officium.office.refusals import Conflict, Refused
from officium.office.rights import Right

# What a run's report calls it, and the act that the mandate must cover.
ACTS = {"dimona_in": "declare_dimona", "dimona_out": "declare_dimona", "dmfa": "declare_dmfa"}


def keep_declarations(actor: Actor, employer: Employer, run: Run) -> list[Declaration]:
    """The messages of an approved run, ready to send. Raises Refused without a mandate for one of them."""
    report = json.loads(run.files.get(path="report.json").blob.content)
    blobs = {file.path: file.blob for file in run.files.select_related("blob")}
    kept = []
    for told in report["to_send"]:
        if told["what"] not in ACTS:
            continue
        due = date.fromisoformat(told["due"])
        mandate = requirement(employer, ACTS[told["what"]], min(due, now().date()))
        made, is_new = Declaration.objects.get_or_create(
            employer=employer,
            kind=told["what"],
            period=run.period,
            subject=_subject(told["file"], told["what"]),
            content=blobs[told["file"]],
            defaults={"path": told["file"], "due": due, "made": now(), "mandate": mandate},
        )
        if is_new:
            kept.append(made)
            record(
                actor,
                "declaration.ready",
                employer,
                "declaration",
                str(made.pk),
                after={"kind": made.kind, "period": made.period, "digest": made.content_id},
            )
    return kept


def sent(
    actor: Actor, declaration: Declaration, version: int, day: date, reference: str
) -> Declaration:
    """It was sent, under this reference of the authority. Raises Refused, Conflict, Forbidden."""
    actor.require(Right.DECLARE, declaration.employer)
    with transaction.atomic():
        row = _locked(declaration, version)
        if row.state not in (Declaration.State.READY, Declaration.State.REFUSED):
            raise Refused(
                f"it is {row.state}", code="not_ready", remedy="only what is ready is sent"
            )
        row.mandate = requirement(row.employer, ACTS[row.kind], day)
        row.state, row.sent, row.sent_by, row.reference = "sent", day, actor.user, reference
        return _stored(actor, row, "declaration.sent", day)


def answered(
    actor: Actor,
    declaration: Declaration,
    version: int,
    day: date,
    *,
    accepted: bool,
    answer: bytes = b"",
    note: str = "",
) -> Declaration:
    """The authority answered; its answer is kept as received. Raises Refused, Conflict, Forbidden."""
    actor.require(Right.DECLARE, declaration.employer)
    with transaction.atomic():
        row = _locked(declaration, version)
        if row.state != Declaration.State.SENT:
            raise Refused(
                f"it is {row.state}", code="not_sent", remedy="only what was sent is answered"
            )
        if row.sent and day < row.sent:
            raise Refused("it was sent later than this answer", code="too_early", where="day")
        row.state = Declaration.State.ACCEPTED if accepted else Declaration.State.REFUSED
        row.answered, row.answer_note = day, note
        row.answer = Blob.keep(answer) if answer else None
        return _stored(actor, row, f"declaration.{row.state}", day)


def _locked(declaration: Declaration, version: int) -> Declaration:
    row = Declaration.objects.select_for_update().select_related("employer").get(pk=declaration.pk)
    if row.version != version:
        raise Conflict("somebody changed this declaration since you opened it", version=row.version)
    return row


def _stored(actor: Actor, row: Declaration, action: str, day: date) -> Declaration:
    row.version += 1
    row.save()
    record(
        actor,
        action,
        row.employer,
        "declaration",
        str(row.pk),
        after={"state": row.state, "reference": row.reference, "answer": row.answer_id},
        reason=row.answer_note,
        valid_on=day,
    )
    return row


def _subject(path: str, what: str) -> str:
    """Of whom a Dimona speaks: `dimona-in-W004-1.xml` is W004-1."""
    if what == "dmfa":
        return ""
    return path.rsplit("/", 1)[1].removesuffix(".xml").split("-", 2)[2]
