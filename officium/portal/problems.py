"""When something is refused: a page that says what happened, what was kept and what to do."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme

from officium.findings import BadInput
from officium.office.refusals import Conflict, Forbidden, Refused, told
from officium.office.tongue import language
from officium.portal.words import word

logger = logging.getLogger(__name__)


class Refusals:
    """Turns what acts raise into pages: 403, 409 or 422; nothing was stored."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Only what was raised on purpose; anything else is a fault, with page 500."""
        if not isinstance(exception, BadInput) or request.path.startswith("/api/"):
            return None
        if isinstance(exception, Forbidden):
            return forbidden(request, exception)
        if isinstance(exception, Conflict):
            return page(request, 409, "conflict", message=told(exception)[0])
        message, remedy = told(exception)
        return page(
            request,
            422,
            "refused" if isinstance(exception, Refused) else "bad_input",
            message=message,
            remedy=remedy,
            where=exception.where,
            article=getattr(exception, "article", ""),
        )


def page(request: HttpRequest, status: int, name: str, **told: Any) -> HttpResponse:
    """The page of a problem; its reference stands in the log too."""
    reference = secrets.token_hex(4)
    logger.warning("%s %s %s: %s", reference, status, name, request.path)
    return render(
        request,
        "portal/problem.html",
        {
            "base": "portal/base.html" if request.user.is_authenticated else "portal/public.html",
            "title": word(f"problem.{name}"),
            "what": word(f"problem.{name}_what"),
            "kept": word("problem.kept"),
            "reference": reference,
            "back": _back(request),
            **told,
        },
        status=status,
    )


def _back(request: HttpRequest) -> str:
    """Where the person came from, inside this office."""
    before = request.META.get("HTTP_REFERER", "")
    safe = url_has_allowed_host_and_scheme(before, {request.get_host()}, request.is_secure())
    return before if safe else ""


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the person sees it and may not do it."""
    return page(request, 403, "forbidden")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: not there, or not for this person to know of."""
    return page(request, 404, "not_found")


def fault(request: HttpRequest) -> HttpResponse:
    """500: a fault of the program. This page asks nothing of the database."""
    reference = secrets.token_hex(4)
    logger.error("%s 500 fault: %s", reference, request.path)
    told = {"reference": reference, "language": language()}
    return HttpResponse(render_to_string("portal/fault.html", told), status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form was opened before the person signed in anew."""
    return page(request, 403, "form_expired")


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """429: too many tries in a short time."""
    return page(request, 429, "too_many")
