"""Who calls, and what they may: the same rights as in the portal, narrowed by the token."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja.security import HttpBearer

from officium.office.acts.actor import Actor
from officium.office.acts.tokens import token_of
from officium.office.clock import today
from officium.office.models import ApiToken, Employer
from officium.office.refusals import Forbidden
from officium.office.rights import Right, Rights


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
    # Who it may see at all does not depend on the scopes of this one token.
    seen = Rights(request.token.user, today()).employers()
    row = get_object_or_404(seen, enterprise_number=number)
    if not request.rights.allows(right, row):
        raise Forbidden(right)
    return row


def employers(request: HttpRequest) -> QuerySet[Employer]:
    """All that the caller may see. Raises Forbidden where that is none of any office or client."""
    office(request, Right.READ_EMPLOYER)
    return request.rights.employers()


def office(request: HttpRequest, right: Right) -> None:
    """A call that concerns no single employer. Raises Forbidden."""
    if not request.rights.somewhere(right):
        raise Forbidden(right)
