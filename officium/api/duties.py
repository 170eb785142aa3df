"""What is due, what was done about it, and what lateness costs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from officium.api.content import content_of
from officium.api.door import actor, employer, employers
from officium.api.lists import page
from officium.api.shapes import REFUSED, MarkIn, Page, due_out
from officium.language import plain
from officium.obligations import Consequence, duty_told, notes
from officium.office.acts import duties
from officium.office.clock import today
from officium.office.models import DutyDue, Employer
from officium.office.rights import Right
from officium.office.tongue import language

router = Router(tags=["duties"])
_ROWS = DutyDue.objects.select_related("employer")


@router.get("/duties", response={200: Page, **REFUSED}, summary="What is due for all employers")
def everywhere(
    request: HttpRequest, duty: str = "", is_open: bool | None = None, cursor: str = ""
) -> dict[str, Any]:
    """The calendar of those that you may see; `duty` and `is_open` narrow it."""
    rows = _ROWS.filter(employer__in=employers(request))
    if duty:
        rows = rows.filter(duty=duty)
    if is_open is not None:
        rows = rows.filter(is_open=is_open)
    return page(request, rows, cursor, _due)


@router.get("/employers/{number}/duties", response={200: Page, **REFUSED}, summary="What is due")
def listed(request: HttpRequest, number: str, cursor: str = "") -> dict[str, Any]:
    """The calendar of obligations, a year back and a year ahead."""
    return page(request, _ROWS.filter(employer=employer(request, number)), cursor, _due)


@router.post(
    "/employers/{number}/duties/marks", response={201: dict, **REFUSED}, summary="Mark one"
)
def mark(request: HttpRequest, number: str, given: MarkIn) -> Status:
    """Record what was done about an obligation, with its proof."""
    made = duties.mark(
        actor(request),
        employer(request, number, Right.MARK_DUTY),
        given.key,
        given.state,
        given.day,
        note=given.note,
        proof=content_of(given.proof, "proof"),
        proof_name=given.proof_name,
    )
    return Status(201, {"key": made.key, "state": made.state, "day": made.day})


@router.get(
    "/employers/{number}/duties/{path:key}", response={200: dict, **REFUSED}, summary="One duty"
)
def one(request: HttpRequest, number: str, key: str) -> Any:
    """With its law, its marks, and what it costs today that it is late; in the language of the call."""
    own = employer(request, number)
    row = get_object_or_404(_ROWS, employer=own, key=key)
    return {**_due(row), "marks": list(_marks(own, key)), **_law(own, row)}


def _due(row: DutyDue) -> dict[str, Any]:
    """That a day has passed is not stored, it is asked with the day."""
    is_late = row.is_open and row.day is not None and row.day < today()
    return {**due_out(row), "state": "late" if is_late else row.state}


def _marks(own: Employer, key: str) -> Any:
    return own.marks.filter(key=key).values("state", "day", "note", "proof_name", "proof")


def _law(own: Employer, row: DutyDue) -> dict[str, Any]:
    whole = duties.due_of(own, row)
    if whole is None:
        return {"law": None, "notes": [], "cost": []}
    return {
        "law": duty_told(whole.duty, language()),
        "notes": list(notes(whole, language())),
        "cost": [_cost(line) for line in duties.cost_of(own, whole)],
    }


def _cost(line: Consequence) -> dict[str, Any]:
    return {
        "kind": str(line.kind),
        "least": None if line.low is None else plain(line.low, 2),
        "most": None if line.high is None else plain(line.high, 2),
        "text": line.text(language()) if line.key else None,
        "basis": line.basis,
        "standing": line.standing,
        "owed_by": str(line.owed_by),
        "waivers": [
            {"basis": way.basis, "percent": way.percent, "is_open": way.is_open}
            for way in line.waivers
        ],
    }
