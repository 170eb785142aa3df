"""Who calls, what they may, and how a call that is repeated gets its first answer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja.security import HttpBearer

from officium.office.acts.actor import Actor
from officium.office.acts.tokens import token_of
from officium.office.clock import now, today
from officium.office.models import ApiToken, Employer, Idempotency
from officium.office.refusals import Forbidden
from officium.office.rights import Right, Rights

PER_MINUTE = 600
_ABANDONED = timedelta(minutes=10)


class Token(HttpBearer):
    """`Authorization: Bearer officium_...`"""

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        """The token, and with it the rights of the call: the person's, narrowed to its scopes."""
        row = token_of(token)
        if row is not None:
            request.token = row
            request.rights = Rights(row.user, today(), frozenset(row.scopes))
        return row


def actor(request: HttpRequest) -> Actor:
    """The person for whom the program acts, as acts know them."""
    return Actor.person(request.token.user, request.rights)


def employer(request: HttpRequest, number: str, right: Right = Right.READ_EMPLOYER) -> Employer:
    """The employer, if the caller may know of it (else 404) and do this for it (else 403)."""
    rights = request.rights
    # Who it may see at all does not depend on the scopes of this one token.
    seen = Rights(request.token.user, today()).employers()
    row = get_object_or_404(seen, enterprise_number=number)
    if not rights.allows(right, row):
        raise Forbidden(right)
    return row


def office(request: HttpRequest, right: Right) -> None:
    """A call that concerns no single employer. Raises Forbidden."""
    if not request.rights.somewhere(right):
        raise Forbidden(right)


class Calls:
    """Middleware of the API: how many calls a minute, and one answer for one `Idempotency-Key`."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/api/"):
            return self._answer(request)
        secret = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        row = token_of(secret) if secret else None
        if row is None:
            return self._answer(request)
        if _too_many(row):
            refusal = problem(429, "too_many", "too many calls in this minute")
            refusal["Retry-After"] = "60"
            return refusal
        key = request.headers.get("Idempotency-Key", "")
        if request.method != "POST" or not key:
            return self._answer(request)
        return self._once(request, row, key)

    def _once(self, request: HttpRequest, token: ApiToken, key: str) -> HttpResponse:
        if len(key) > 100:
            return problem(422, "idempotency_key", "an Idempotency-Key has at most 100 signs")
        said = f"{request.get_full_path()}\n".encode() + request.body
        digest = hashlib.sha256(said).hexdigest()
        held = _begun(token, key, digest)
        if isinstance(held, HttpResponse):
            return held
        answer = self._answer(request)
        if answer.status_code >= 500:
            held.delete()
            return answer
        held.status, held.body = answer.status_code, answer.content
        held.content_type = answer.headers.get("Content-Type", "")
        held.save()
        return answer


def _begun(token: ApiToken, key: str, digest: str) -> Idempotency | HttpResponse:
    """A row for this key; or what the first call got, or why there is no answer."""
    try:
        with transaction.atomic():
            return Idempotency.objects.create(
                token=token,
                key=key,
                request_digest=digest,
                status=0,
                body=b"",
                content_type="",
                made=now(),
            )
    except IntegrityError:
        held = Idempotency.objects.get(token=token, key=key)
    if held.request_digest != digest:
        return problem(422, "idempotency_key", "this key was used for another call")
    if held.status == 0:
        if held.made < now() - _ABANDONED:
            held.delete()
            return _begun(token, key, digest)
        return problem(409, "in_progress", "the first call with this key is not finished")
    answer = HttpResponse(bytes(held.body), status=held.status, content_type=held.content_type)
    answer["Idempotent-Replay"] = "true"
    return answer


def _too_many(token: ApiToken) -> bool:
    key = f"api:{token.pk}:{now():%H%M}"
    cache.add(key, 0, 120)
    return cache.incr(key) > PER_MINUTE


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    """A problem document (RFC 9457): status, our code, what is wrong, and what would help."""
    told = {"type": f"urn:officium:{code}", "title": code, "status": status, "detail": detail}
    told |= {name: value for name, value in more.items() if value}
    return HttpResponse(
        json.dumps(told, ensure_ascii=False),
        status=status,
        content_type="application/problem+json",
    )
