"""The pages of one employer, in one list: who makes such a page adds its route here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from officium.office.models import Employer
from officium.office.rights import Right
from officium.portal.addresses import address
from officium.portal.words import word


@dataclass(frozen=True)
class Tab:
    """A page of an employer: its route (with the kwarg `number`) and the right that it asks."""

    route: str
    right: Right


TABS = (
    Tab("employer", Right.READ_EMPLOYER),
    Tab("employer_people", Right.READ_PEOPLE),
    Tab("employer_records", Right.READ_PEOPLE),
    Tab("employer_deliveries", Right.READ_EMPLOYER),
    Tab("employer_months", Right.READ_EMPLOYER),
    Tab("employer_payslips", Right.READ_PAYSLIP),
    Tab("employer_declarations", Right.READ_EMPLOYER),
    Tab("employer_money", Right.READ_MONEY),
    Tab("employer_mandates", Right.READ_EMPLOYER),
    Tab("employer_calendar", Right.READ_EMPLOYER),
    Tab("employer_evidence", Right.READ_EVIDENCE),
    Tab("employer_users", Right.INVITE_CLIENT),
)


def tab_address(employer: Employer, route: str) -> str:
    """The address of that page of the employer; empty where this office has no such page."""
    return address(route, number=employer.enterprise_number)


def tabs(request: HttpRequest, employer: Employer) -> list[dict[str, Any]]:
    """The tabs that this person may open; the one that the address lies under is marked."""
    shown = [
        {"url": url, "name": word(f"tab.{tab.route}"), "is_here": False}
        for tab in TABS
        if (url := tab_address(employer, tab.route)) and request.rights.allows(tab.right, employer)
    ]
    under = [tab for tab in shown if request.path.startswith(tab["url"])]
    if under:
        max(under, key=lambda tab: len(tab["url"]))["is_here"] = True
    return shown
