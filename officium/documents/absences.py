"""Who was absent when, and why each day of an absence is paid or not: for the report, and for who asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from officium.documents.calendar import cell, is_worth_a_picture, picture, weekdays
from officium.documents.day import day_of
from officium.documents.explanation import Explanation
from officium.documents.labels import Labels
from officium.documents.payslip import calendar_title

Told = Mapping[str, Any]
SATURDAY = 5


def calendars(
    payslip: Told, anchor: str, letter: Mapping[str, str], say: Labels
) -> list[dict[str, Any]]:
    """The month of each contract as a picture, each day of absence with its home below it."""
    told = {one["contract"]: one for one in payslip.get("absences", ())}
    return [
        {
            "anchor": f"{anchor}c{contract['number']}",
            "title": calendar_title(contract, payslip, say),
            "picture": picture(contract, letter, say),
            **_days(contract, told.get(contract["number"]), f"{anchor}c{contract['number']}", say),
        }
        for contract in payslip["contracts"]
        if is_worth_a_picture(contract)
    ]


def _days(contract: Told, absences: Told | None, anchor: str, say: Labels) -> dict[str, Any]:
    """The days of absence with what the law was asked of them, and where each stands on the page."""
    if absences is None:
        return {"told": None, "days": [], "homes": {}}
    every = (day_of(contract, day, absences, say) for day in contract["calendar"])
    days = [day for day in every if day["absence"]]
    told = Explanation(
        absences["explanation"], anchor, [key for day in days for key in day["keys"]]
    )
    for day in days:
        day["anchor"] = f"{anchor}-{day['day']}"
        day["steps"] = [told.of_line[key] for key in day["keys"]]
    return {"told": told, "days": days, "homes": {day["day"]: day["anchor"] for day in days}}


def overview(
    slips: Sequence[tuple[str, str, Told]], letter: Mapping[str, str], say: Labels
) -> dict[str, Any] | None:
    """Who was absent when in a month: by worker a cell for each day; None where nobody was.

    `slips` are the anchor, the name and the payslip of each worker.
    """
    contracts = [contract for *_, slip in slips for contract in slip["contracts"]]
    if not any(map(is_worth_a_picture, contracts)):
        return None
    first = next(contract["calendar"] for contract in contracts if contract.get("calendar"))
    names: dict[str, str] = {}
    rows: list[dict[str, Any]] = []
    for anchor, name, slip in slips:
        held = [one["calendar"] for one in slip["contracts"] if one.get("calendar")]
        cells = [
            _merged([cell(day, letter, say) for day in same]) for same in zip(*held, strict=True)
        ]
        for piece in (piece for one in cells for piece in one["pieces"]):
            names.setdefault(piece["letter"], piece["name"])
        rows.append({"anchor": anchor, "name": name, "cells": cells})
    return {
        "days": [_head(date.fromisoformat(day["day"]), say) for day in first],
        "rows": rows,
        "names": sorted(names.items()),
        "has_outside": any(not one["in_contract"] for row in rows for one in row["cells"]),
    }


def _merged(cells: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """One day of one worker, whatever the number of contracts."""
    return {
        "in_contract": any(one["in_contract"] for one in cells),
        "pieces": [piece for one in cells for piece in one["pieces"]],
    }


def _head(on: date, say: Labels) -> dict[str, Any]:
    return weekdays(say)[on.weekday()] | {
        "number": str(on.day),
        "is_weekend": on.weekday() >= SATURDAY,
    }
