"""The places of the portal, in one list: a new place is one row here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from officium.office.rights import OFFICE_WIDE, Right
from officium.portal.addresses import address
from officium.portal.words import word


@dataclass(frozen=True)
class Place:
    """A place: its route, its icon, the right that it asks, the letter after `g` that goes there."""

    route: str
    icon: str
    right: Right | None
    letter: str = ""


GROUPS: tuple[tuple[Place, ...], ...] = (
    (
        Place("today", "day", None, "t"),
        Place("employers", "employer", Right.READ_EMPLOYER, "e"),
        Place("months", "month", Right.READ_EMPLOYER, "m"),
        Place("declarations", "declaration", Right.READ_EMPLOYER, "d"),
        Place("money", "money", Right.READ_MONEY, "f"),
        Place("payslips", "month", Right.READ_PAYSLIP, "p"),
    ),
    (
        Place("calendar", "calendar", Right.READ_EMPLOYER, "c"),
        Place("mandates", "mandate", Right.READ_EMPLOYER, "n"),
    ),
    (
        Place("people", "person", Right.MANAGE_PEOPLE, "u"),
        Place("audit", "audit", Right.READ_AUDIT, "a"),
        Place("office", "settings", Right.MANAGE_OFFICE, "o"),
    ),
)
# Of the person alone: the menu under their name.
ACCOUNT: tuple[Place, ...] = (
    Place("preferences", "settings", None),
    Place("mfa_index", "key", None),
    Place("usersessions_list", "person", None),
    Place("tokens", "key", None),
)


def _may(request: HttpRequest, right: Right | None) -> bool:
    if right is None:
        return True
    rights = request.rights
    return rights.allows(right) if right in OFFICE_WIDE else rights.somewhere(right)


def rail(request: HttpRequest, holding_up: int = 0) -> list[list[dict[str, Any]]]:
    """The groups of places that this person may enter; `holding_up` stands beside today."""
    groups = []
    for group in GROUPS:
        shown = []
        for place in group:
            url = address(place.route)
            if not url or not _may(request, place.right):
                continue
            within = place.route != "today" and request.path.startswith(url)
            here = "page" if request.path == url else "true" if within else ""
            shown.append(
                {
                    "url": url,
                    "icon": place.icon,
                    "letter": place.letter,
                    "name": word(f"place.{place.route}"),
                    "is_here": here,
                    "count": holding_up if place.route == "today" else 0,
                }
            )
        if shown:
            groups.append(shown)
    return groups


def account() -> list[dict[str, Any]]:
    """What the menu under the person's name holds, beside signing out."""
    found = [(place, address(place.route)) for place in ACCOUNT]
    return [
        {"url": url, "icon": place.icon, "name": word(f"place.{place.route}")}
        for place, url in found
        if url
    ]
