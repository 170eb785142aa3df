"""Webhooks: where a person's program wants to be told of what happens, and what it was told."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from django.db import transaction

from officium.findings import BadInput
from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.acts.outbox import EVENTS, secret_of, tell
from officium.office.clock import moment
from officium.office.models import Employer, User, Webhook, WebhookDelivery
from officium.office.outgoing import examined
from officium.office.refusals import Forbidden, Refused
from officium.office.rights import Right

MOST = 20


def subscribe(
    actor: Actor, address: str, events: Iterable[str], employer: Employer | None = None
) -> tuple[Webhook, str]:
    """Tell these events at an address; of one employer, or of all that the person may see by then.

    Gives the row and the secret of its signatures, which is shown this once. Raises BadInput for an
    address or an event that cannot be, Refused for too many of them, Forbidden.
    """
    user = _person(actor)
    if employer is not None:
        actor.require(Right.READ_EMPLOYER, employer)
    elif actor.rights is None or not actor.rights.somewhere(Right.READ_EMPLOYER):
        raise Forbidden(Right.READ_EMPLOYER)
    wanted = sorted(set(events))
    odd = [one for one in wanted if one not in EVENTS]
    if odd or not wanted:
        raise BadInput(
            f"one or more of {', '.join(EVENTS)} are expected", code="webhook_event", where="events"
        )
    examined(address)
    with transaction.atomic():
        # One after the other: the count holds.
        User.objects.select_for_update().get(pk=user.pk)
        if Webhook.objects.filter(user=user, ended=None).count() >= MOST:
            raise Refused(f"there are {MOST} already", code="webhooks", remedy="end one first")
        row = Webhook.objects.create(
            user=user,
            employer=employer,
            address=address,
            events=wanted,
            salt=secrets.token_urlsafe(32),
            made=moment(),
        )
        record(actor, "webhook.made", employer, "webhook", str(row.pk), after={"events": wanted})
    return row, secret_of(row)


def end(actor: Actor, row: Webhook) -> None:
    """Nothing more is told there. Raises BadInput for one of somebody else."""
    _own(actor, row)
    with transaction.atomic():
        Webhook.objects.filter(pk=row.pk, ended=None).update(ended=moment())
        record(actor, "webhook.ended", row.employer, "webhook", str(row.pk))


def resend(actor: Actor, row: WebhookDelivery) -> WebhookDelivery:
    """Tell it once more from the start, also what was taken. Raises BadInput, Refused where it ended."""
    _own(actor, row.webhook)
    if row.webhook.ended:
        raise Refused("this webhook has ended", code="webhook_ended", remedy="make a new one")
    with transaction.atomic():
        held = WebhookDelivery.objects.select_for_update().get(pk=row.pk)
        held.tries, held.taken, held.given_up, held.next_try = 0, None, None, moment()
        held.save()
        tell.enqueue(held.pk)
    return held


def _person(actor: Actor) -> User:
    if actor.user is None:
        raise BadInput("a webhook is of a person", code="webhook")
    return actor.user


def _own(actor: Actor, row: Webhook) -> None:
    if row.user_id != _person(actor).pk:
        raise BadInput("is a webhook of somebody else", code="webhook")
