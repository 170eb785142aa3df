"""Tokens with which a program acts for a person: never more than that person may."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction

from officium.findings import BadInput
from officium.office.acts.actor import Actor
from officium.office.acts.audit import record
from officium.office.clock import now
from officium.office.models import ApiToken
from officium.office.rights import Right

LONGEST = 365


def make(actor: Actor, name: str, scopes: Iterable[str], days: int) -> tuple[ApiToken, str]:
    """A token of the acting person, and its secret, which is shown this once.

    Raises BadInput for rights that the person has nowhere, or more than a year.
    """
    if actor.user is None or actor.rights is None:
        raise BadInput("a token is of a person", code="token")
    wanted = sorted(set(scopes))
    odd = [one for one in wanted if one not in set(Right)]
    if odd:
        raise BadInput(f"{odd[0]!r} is no right", code="scope", where="scopes")
    lacking = [one for one in wanted if not actor.rights.somewhere(Right(one))]
    if lacking or not wanted:
        raise BadInput(
            f"you do not have the right {lacking[0]}" if lacking else "name the rights",
            code="scope",
            where="scopes",
        )
    if not 1 <= days <= LONGEST:
        raise BadInput(f"a token lasts 1 to {LONGEST} days", code="days", where="days")
    secret = f"officium_{secrets.token_urlsafe(32)}"
    moment = now()
    with transaction.atomic():
        made = ApiToken.objects.create(
            user=actor.user,
            name=name.strip()[:100],
            start=secret[:12],
            digest=digest_of(secret),
            scopes=wanted,
            made=moment,
            expires=moment + timedelta(days=days),
        )
        record(actor, "token.made", None, "token", str(made.pk), after={"scopes": wanted})
    return made, secret


def revoke(actor: Actor, row: ApiToken) -> None:
    """It is worth nothing from now on. Raises BadInput for a token of somebody else."""
    if actor.user is None or row.user_id != actor.user.pk:
        raise BadInput("is a token of somebody else", code="token")
    with transaction.atomic():
        ApiToken.objects.filter(pk=row.pk, revoked=None).update(revoked=now())
        record(actor, "token.revoked", None, "token", str(row.pk))


def token_of(secret: str) -> ApiToken | None:
    """The token of a secret, where it still holds and its person may sign in."""
    row = ApiToken.objects.select_related("user").filter(digest=digest_of(secret)).first()
    if row is None or row.revoked or row.expires <= now() or not row.user.is_active:
        return None
    return row


def digest_of(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()
