"""Every route says who may enter it, and no route shows one client the objects of another.

The routes are read from the program: a new one is covered by being there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from officium.office.models import Employer, Role
from officium.office.rights import OFFICE_WIDE, ROLES, Right

from .conftest import WORKER, ClientOf, payslip_of
from .makers import MAKERS, PLAIN

CLIENT_ROLES = (Role.EMPLOYER, Role.ACCOUNTANT)
# Who signs in, the second factor, sessions: allauth's own pages. They show a person's own things only.
FOREIGN = ("allauth.",)
# What allauth shows to whoever comes by, beside its pages of signing in.
OPEN_TO_ALL = ("login", "signup", "logout", "password", "inactive", "confirm-email", "authenticate")


@dataclass(frozen=True)
class Route:
    """A route: its pattern as written, its name, its view and the gaps in its address."""

    pattern: str
    name: str
    view: Any
    gaps: tuple[str, ...]

    @property
    def right(self) -> Any:
        return getattr(self.view, "right", None)

    @property
    def is_foreign(self) -> bool:
        return self.view.__module__.startswith(FOREIGN)

    def address(self, given: dict[str, Any]) -> str:
        return reverse(self.name, kwargs={gap: given[gap] for gap in self.gaps})


def walked(patterns: Any, before: str = "", gaps: tuple[str, ...] = ()) -> Iterator[Route]:
    for one in patterns:
        here, inner = before + str(one.pattern), (*gaps, *one.pattern.converters)
        if isinstance(one, URLResolver):
            # The API is programs' door: tests/api walks it in its own way.
            if one.pattern and str(one.pattern).startswith("api/"):
                continue
            yield from walked(one.url_patterns, here, inner)
        elif isinstance(one, URLPattern):
            named = inner or tuple(one.pattern.regex.groupindex)
            yield Route(here, one.name or "", one.callback, named)


ROUTES = tuple(walked(get_resolver().url_patterns))
OURS = tuple(route for route in ROUTES if not route.is_foreign)
NAMES = [route.pattern for route in OURS]
# Of a client: whoever is not of the office sees it for their own client alone.
OF_A_CLIENT = tuple(route for route in OURS if set(route.gaps) & MAKERS.keys())


def filled(employer: Employer) -> dict[str, Any]:
    own = {gap: make(employer) for gap, make in MAKERS.items()}
    # The secret address of the feed is all that its reader has.
    return {**PLAIN, "feed_token": employer.calendar_token, **own}


def may(role: Role, right: Any) -> bool:
    return right in ("own", "public") or role in ROLES[right]


def test_the_walk_finds_the_pages() -> None:
    assert {"today", "employers", "employer", "account_login"} <= {one.name for one in ROUTES}


@pytest.mark.parametrize("route", OURS, ids=NAMES)
def test_a_route_says_which_right_it_needs(route: Route) -> None:
    assert route.right in ("own", "public") or isinstance(route.right, Right), route.pattern
    assert route.name, f"{route.pattern} has no name"
    missing = set(route.gaps) - MAKERS.keys() - PLAIN.keys()
    assert not missing, f"say in makers.py what stands in {sorted(missing)}"


@pytest.mark.parametrize("route", OF_A_CLIENT, ids=[one.pattern for one in OF_A_CLIENT])
def test_a_route_of_a_client_needs_a_right_for_that_client(route: Route) -> None:
    assert isinstance(route.right, Right)
    assert route.right not in OFFICE_WIDE or set(ROLES[route.right]).isdisjoint(CLIENT_ROLES)


@pytest.fixture
def two_clients(employer: Employer, other_employer: Employer) -> tuple[dict, dict]:
    """What stands in the gaps for our client and for the other one."""
    payslip_of(employer, WORKER)
    return filled(employer), filled(other_employer)


@pytest.mark.parametrize("role", [*CLIENT_ROLES, Role.WORKER])
def test_nobody_sees_another_client(
    role: Role, client_of: ClientOf, two_clients: tuple[dict, dict]
) -> None:
    own, other = two_clients
    client = client_of(role)
    leaks = []
    for route in OF_A_CLIENT:
        for gap in set(route.gaps) & MAKERS.keys():
            # This one gap of the other client; then all of them.
            for given in ({**own, gap: other[gap]}, other):
                if given[gap] == own[gap]:
                    continue
                for method in (client.get, client.post):
                    answer = method(route.address(given))
                    if answer.status_code not in (403, 404):
                        leaks.append((route.pattern, gap, answer.status_code))
    assert leaks == []


@pytest.mark.parametrize("role", Role)
def test_a_role_enters_what_it_may_and_nothing_else(
    role: Role, client_of: ClientOf, two_clients: tuple[dict, dict]
) -> None:
    own, _ = two_clients
    client = client_of(role)
    wrong = []
    for route in OURS:
        address = route.address(own)
        status = client.get(address).status_code
        if may(role, route.right):
            fine = status not in (403, 404)
        else:
            fine = status in (403, 404) and client.post(address).status_code in (403, 404)
        if not fine:
            wrong.append((route.pattern, route.right, status))
    assert wrong == []


def test_a_stranger_is_asked_to_sign_in(two_clients: tuple[dict, dict]) -> None:
    own, _ = two_clients
    client = Client()
    for route in OURS:
        if route.right != "public":
            for method in (client.get, client.post):
                answer = method(route.address(own))
                assert answer.status_code == 302, route.pattern
                assert answer.url.startswith(reverse("account_login")), route.pattern


@pytest.mark.parametrize(
    "route", [one for one in ROUTES if one.is_foreign], ids=lambda route: route.pattern
)
def test_a_stranger_finds_nothing_behind_pages_of_signing_in(route: Route, operator: Any) -> None:
    gaps = {"uidb36": "1", "key": "set-password", "pk": 1}
    address = reverse(route.name, kwargs={gap: gaps[gap] for gap in route.gaps})
    answer = Client().get(address)
    if not any(word in route.pattern for word in OPEN_TO_ALL):
        assert answer.status_code in (302, 404, 405), route.pattern
        assert answer.status_code != 302 or answer.url.startswith(reverse("account_login"))
    assert answer.status_code < 500
