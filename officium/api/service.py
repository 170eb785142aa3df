"""The API itself: its description, and how refusals become problem documents."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import AuthenticationError, HttpError, ValidationError

from officium.api.description import Described
from officium.api.door import Token
from officium.api.problems import problem, said
from officium.findings import BadInput
from officium.office.acts.reading import hidden
from officium.office.refusals import Conflict, Forbidden, told

api = Described(
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
    if isinstance(refusal, Forbidden):
        return problem(403, refusal.code, said("forbidden", right=refusal.right))
    detail, remedy = told(refusal)
    if isinstance(refusal, Conflict):
        return problem(
            409,
            refusal.code,
            detail,
            remedy=remedy,
            theirs=hidden(refusal.theirs),
            mine=refusal.mine,
            version=refusal.version,
        )
    article = getattr(refusal, "article", "")
    return problem(422, refusal.code, detail, where=refusal.where, article=article, remedy=remedy)


@api.exception_handler(Http404)
def missing(request: HttpRequest, _: Http404) -> HttpResponse:
    """What the caller may not know of does not exist."""
    return problem(404, "not_found", said("not_found"))


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, _: AuthenticationError) -> HttpResponse:
    """No token, or one that holds no more."""
    answer = problem(401, "token", said("token"))
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
    """What the framework refuses: a body that is no JSON."""
    return problem(found.status_code, "request", found.message)
