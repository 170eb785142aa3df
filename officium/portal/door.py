"""Every page says which right it needs; a page that says nothing fails a test.

What a person may not know of does not exist (404); what they see and may not do is forbidden (403).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from officium.office.acts.actor import Actor
from officium.office.rights import OFFICE_WIDE, Right

View = Callable[..., HttpResponse]


def guarded(right: Right) -> Callable[[View], View]:
    """A page for who has this right.

    A route with `number` (an enterprise number) gives the view its `employer`; one with `payslip` (its
    id) gives it the `payslip`. Whoever lacks the object's rights gets 404, or 403 where they may see it.
    """

    def decorated(view: View) -> View:
        @wraps(view)
        @login_required
        def inner(request: HttpRequest, **given: Any) -> HttpResponse:
            rights = request.rights
            if "payslip" in given:
                given["payslip"] = get_object_or_404(
                    rights.payslips().select_related("employer", "worker", "run"),
                    pk=given["payslip"],
                )
            elif "number" in given:
                employer = get_object_or_404(
                    rights.employers(), enterprise_number=given.pop("number")
                )
                if not rights.allows(right, employer):
                    raise PermissionDenied
                given["employer"] = employer
            elif not (rights.allows(right) if right in OFFICE_WIDE else rights.somewhere(right)):
                raise PermissionDenied
            return view(request, **given)

        inner.right = right
        return inner

    return decorated


def own(view: View) -> View:
    """A page about the person themselves: whoever is signed in, nobody else's objects."""
    wrapped = login_required(view)
    wrapped.right = "own"
    return wrapped


def public(view: View) -> View:
    """A page for everybody, without personal data."""
    view.right = "public"
    return view


def actor(request: HttpRequest) -> Actor:
    """The person who asks, as acts know them."""
    return Actor.person(request.user, request.rights)


def found(rights_rows: Any, **by: Any) -> Any:
    """The one row among those that the person may see, or 404."""
    row = rights_rows.filter(**by).first()
    if row is None:
        raise Http404
    return row
