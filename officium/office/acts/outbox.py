"""What programs asked to be told: written down with the act itself, told afterwards until it is taken.

The next try is arranged before each call goes out, so a worker that is killed meanwhile loses nothing;
who receives may get a telling twice, and knows it by its number.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django_tasks import task

from officium.findings import BadInput
from officium.office.clock import moment, today
from officium.office.models import AuditEntry, Employer, Webhook, WebhookDelivery
from officium.office.outgoing import posted
from officium.office.rights import Right, Rights

# `kind.*` is every event of that kind.
EVENTS = (
    "month.computed",
    "month.approved",
    "month.reopened",
    "delivery.received",
    "declaration.*",
    "mandate.*",
)
# Between the tries: a minute, five, half an hour, two hours, six; given up after a day.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 924))
_PLACES = {
    "month": "months",
    "delivery": "receipts",
    "declaration": "declarations",
    "mandate": "mandates",
}


def noted(entry: AuditEntry, employer: Employer | None) -> None:
    """Write down whom an entry of the audit trail is told to; in the transaction of its act."""
    kind = entry.action.partition(".")[0]
    wanted = {entry.action, f"{kind}.*"}.intersection(EVENTS)
    if employer is None or not wanted:
        return
    rows = Webhook.objects.filter(Q(employer=None) | Q(employer=employer), ended=None)
    for row in rows.select_related("user"):
        # Asked anew at each event: whose role has ended is told nothing.
        if wanted.intersection(row.events) and _may_know(row, employer):
            made = WebhookDelivery.objects.create(
                webhook=row,
                event=entry.action,
                body=_body(entry, employer),
                made=moment(),
                next_try=moment(),
            )
            tell.enqueue(made.pk)


def _may_know(row: Webhook, employer: Employer) -> bool:
    return Rights(row.user, today()).allows(Right.READ_EMPLOYER, employer)


def _body(entry: AuditEntry, employer: Employer) -> str:
    """Keys and an address to read the rest with a token: nothing about a person."""
    key = entry.object_key.rsplit("/", 1)[-1]
    place = f"{_PLACES[entry.object_kind]}/{key}"
    told = {
        "event": entry.action,
        "entry": entry.number,
        "recorded": entry.recorded.isoformat(),
        "employer": employer.enterprise_number,
        "kind": entry.object_kind,
        "key": key,
        "link": f"{settings.OFFICE_URL}/api/v1/employers/{employer.enterprise_number}/{place}",
    }
    return json.dumps(told)


@task()
def tell(delivery: int) -> None:
    """Try once to tell it, if it is still to be told."""
    with transaction.atomic():
        row = WebhookDelivery.objects.select_for_update().get(pk=delivery)
        if row.next_try is None or row.next_try > moment():
            return
        webhook = Webhook.objects.get(pk=row.webhook_id)
        if webhook.ended or row.tries == len(PAUSES):
            row.given_up, row.next_try = moment(), None
            row.save()
            return
        row.next_try = moment() + PAUSES[row.tries]
        row.tries += 1
        row.save()
        tell.using(run_after=row.next_try).enqueue(delivery)
    status = _tried(webhook, row)
    row.last_status = status
    if status.startswith("2"):
        row.taken, row.next_try = moment(), None
    row.save(update_fields=["last_status", "taken", "next_try"])


def resume() -> None:
    """Arrange anew what nobody is about to tell: its tasks stayed behind where the office was restored."""
    for row in WebhookDelivery.objects.filter(next_try__lt=moment()):
        tell.enqueue(row.pk)


def _tried(webhook: Webhook, row: WebhookDelivery) -> str:
    """The status of the answer, or why there was none."""
    seconds = int(moment().timestamp())
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Officium",
        "Officium-Event": row.event,
        "Officium-Delivery": str(row.pk),
        "Officium-Signature": f"t={seconds},v1={signature(secret_of(webhook), seconds, row.body)}",
    }
    try:
        return str(posted(webhook.address, row.body.encode(), headers))
    except BadInput as refusal:
        return refusal.message[:120]
    except OSError as error:
        return (str(error) or type(error).__name__)[:120]


def secret_of(row: Webhook) -> str:
    """With what its tellings are signed: made of the office's key, kept nowhere."""
    return salted_hmac("officium.webhook", row.salt, algorithm="sha256").hexdigest()


def signature(secret: str, seconds: int, body: str) -> str:
    """HMAC-SHA256 over `seconds.body`, in hexadecimal: the moment is signed too."""
    return hmac.new(secret.encode(), f"{seconds}.{body}".encode(), hashlib.sha256).hexdigest()
