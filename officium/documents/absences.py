"""The report's calendars: who was absent when, and why each day of an absence is paid or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from officium.documents import wording
from officium.documents.calendar import cell, is_worth_a_picture, picture, state_of, weekdays
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
    facts = absences["explanation"]["facts"]
    keys = [
        [key for key in (f"{flag}[{at}]", flag) if key in facts][:1]
        for at, flags in enumerate(absences["asked"])
        for flag in flags
    ]
    told = Explanation(absences["explanation"], anchor, [key for found in keys for key in found])
    by_day = {day["day"]: day for day in contract["calendar"]}
    days = [
        _day(by_day[day], absences, at, told, f"{anchor}-{day}", say)
        for at, day in enumerate(absences["days"])
    ]
    return {"told": told, "days": days, "homes": {day["day"]: day["anchor"] for day in days}}


def _day(
    day: Told, absences: Told, at: int, told: Explanation, anchor: str, say: Labels
) -> dict[str, Any]:
    code = absences["codes"][at]
    of_day = next((one for one in day["codes"] if one["code"] == code), None)
    asked = [
        told.of_line.get(f"{flag}[{at}]") or told.of_line.get(flag)
        for flag in absences["asked"][at]
    ]
    steps = [step for step in asked if step]
    return {
        "day": day["day"],
        "anchor": anchor,
        "name": wording.weekday_of(day["day"], say),
        "code": say.known("time", code),
        "hours": wording.quantity(of_day["hours"], "hours", say) if of_day else "",
        "service": str(of_day["service"] or "·") if of_day else None,
        "basic": say(f"basic.{state_of(of_day)}") if of_day else None,
        "kind": absences["kinds"][day["absence"]][say.language],
        "steps": steps,
        "reason": _reason(steps, say),
    }


def _reason(steps: Sequence[Any], say: Labels) -> str:
    """Why the day has its code: the flag that holds, else the code of the other days."""
    if not steps:
        return say("calendar.same_code")
    holds = steps[-1].told["value"] == "true"
    return say("calendar.flag_holds" if holds else "calendar.no_flag_holds")


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
    rows = []
    for anchor, name, slip in slips:
        held = [one["calendar"] for one in slip["contracts"] if one.get("calendar")]
        cells = [_merged([cell(day, letter, say) for day in same]) for same in zip(*held, strict=True)]
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
