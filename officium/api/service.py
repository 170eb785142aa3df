"""The API itself: its description, and how refusals become problem documents."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from officium.api.door import Token, problem
from officium.findings import BadInput
from officium.office.refusals import Conflict, Forbidden, Refused

api = NinjaAPI(
    title="Officium",
    version="1",
    description="Everything that the portal does for people, for programs.",
    auth=Token(),
    docs_url=None,
    urls_namespace="api",
)


@api.exception_handler(BadInput)
def refused(request: HttpRequest, refusal: BadInput) -> HttpResponse:
    """403 lacking right, 409 changed meanwhile, 422 what the law or the state of things refuses."""
    status = (
        403 if isinstance(refusal, Forbidden) else 409 if isinstance(refusal, Conflict) else 422
    )
    more = {"where": refusal.where}
    if isinstance(refusal, Refused):
        more |= {"article": refusal.article, "remedy": refusal.remedy}
    if isinstance(refusal, Conflict):
        more |= {"theirs": refusal.theirs, "mine": refusal.mine, "version": refusal.version}
    return problem(status, refusal.code, refusal.message, **more)


@api.exception_handler(Http404)
def missing(request: HttpRequest, _: Http404) -> HttpResponse:
    """What the caller may not know of does not exist."""
    return problem(404, "not_found", "there is no such thing, or it is not for you")


@api.exception_handler(PermissionDenied)
def denied(request: HttpRequest, _: PermissionDenied) -> HttpResponse:
    """Seen, and not allowed."""
    return problem(403, "forbidden", "this needs another right")


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, _: AuthenticationError) -> HttpResponse:
    """No token, or one that holds no more."""
    answer = problem(401, "token", "a token is needed: Authorization: Bearer officium_...")
    answer["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(ValidationError)
def odd(request: HttpRequest, found: ValidationError) -> HttpResponse:
    """What was sent has another shape."""
    first = found.errors[0]
    where = ".".join(str(part) for part in first["loc"])
    return problem(422, "shape", str(first["msg"]), where=where)


@api.exception_handler(HttpError)
def failed(request: HttpRequest, found: HttpError) -> HttpResponse:
    """What the framework refuses: a body that is no JSON, a method that is not there."""
    return problem(found.status_code, "request", found.message)
