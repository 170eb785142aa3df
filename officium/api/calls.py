"""Around every call: how many a minute, and one answer for one `Idempotency-Key`."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import RequestDataTooBig
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse

from officium.api.problems import KIND, problem, said
from officium.office.acts.tokens import token_of
from officium.office.clock import moment, now
from officium.office.models import ApiToken, Idempotency

PER_MINUTE = 600
_KEY = re.compile(r"[!-~]{1,100}")
# How long an answer is kept, and after how long a call without one was broken off.
KEPT, ABANDONED = timedelta(days=1), timedelta(minutes=10)
_CODES = {400: "unreadable", 404: "not_found", 405: "method"}
_SEEN = timedelta(hours=1)
# They compute for long and may be done twice: no transaction is held open for them.
_LONG = ("/compute", "/evidence")


class Calls:
    """Middleware of the API."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/api/"):
            return self._answer(request)
        answer = self._called(request)
        # A route that is not there, a method that it has not, a fault: pages elsewhere, a problem here.
        if answer.status_code < 400 or answer.headers.get("Content-Type") == KIND:
            return answer
        code = _CODES.get(answer.status_code, "fault")
        told = problem(answer.status_code, code, said(code))
        if "Allow" in answer.headers:
            told["Allow"] = answer["Allow"]
        return told

    def _called(self, request: HttpRequest) -> HttpResponse:
        # No database keeps a null character in a text.
        try:
            has_null = "%00" in request.get_full_path() or b"\\u0000" in request.body
        except RequestDataTooBig:
            most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 2**20
            return problem(413, "too_large", said("too_large", most=most))
        if has_null:
            return problem(400, "unreadable", said("unreadable"))
        secret = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        row = token_of(secret) if secret else None
        if row is None:
            return self._answer(request)
        if _too_many(row):
            refusal = problem(429, "too_many", said("too_many", most=PER_MINUTE))
            refusal["Retry-After"] = "60"
            return refusal
        if row.used is None or abs(now() - row.used) > _SEEN:
            ApiToken.objects.filter(pk=row.pk).update(used=now())
        key = request.headers.get("Idempotency-Key")
        if request.method != "POST" or key is None:
            return self._answer(request)
        return self._once(request, row, key)

    def _once(self, request: HttpRequest, token: ApiToken, key: str) -> HttpResponse:
        if not _KEY.fullmatch(key):
            return problem(422, "idempotency_key", said("key_shape"))
        asked = f"{request.get_full_path()}\n".encode() + request.body
        held = _begun(token, key, hashlib.sha256(asked).hexdigest())
        if isinstance(held, HttpResponse):
            return held
        if request.path.endswith(_LONG):
            answer = self._answer(request)
            _kept(held, answer)
        else:
            # What is done and what is answered are kept together, or neither.
            with transaction.atomic():
                answer = self._answer(request)
                if answer.status_code >= 500:
                    transaction.set_rollback(True)
                else:
                    _kept(held, answer)
        if answer.status_code >= 500:
            held.delete()
        return answer


def _kept(held: Idempotency, answer: HttpResponse) -> None:
    held.status, held.body = answer.status_code, answer.content
    held.content_type = answer.headers.get("Content-Type", "")
    held.save()


def _begun(token: ApiToken, key: str, digest: str) -> Idempotency | HttpResponse:
    """A row for this key; or what the first call got, or why there is no answer."""
    Idempotency.objects.filter(token=token, made__lt=moment() - KEPT).delete()
    Idempotency.objects.filter(token=token, status=0, made__lt=moment() - ABANDONED).delete()
    try:
        with transaction.atomic():
            return Idempotency.objects.create(
                token=token,
                key=key,
                request_digest=digest,
                status=0,
                body=b"",
                content_type="",
                made=moment(),
            )
    except IntegrityError:
        held = Idempotency.objects.get(token=token, key=key)
    if held.request_digest != digest:
        return problem(422, "idempotency_key", said("key_of_another"))
    if held.status == 0:
        return problem(409, "in_progress", said("in_progress"))
    answer = HttpResponse(bytes(held.body), status=held.status, content_type=held.content_type)
    answer["Idempotent-Replay"] = "true"
    return answer


def _too_many(token: ApiToken) -> bool:
    key = f"api:{token.pk}:{now():%H%M}"
    cache.add(key, 0, 120)
    return cache.incr(key) > PER_MINUTE
