"""Calendars of an invented contract, as a payslip carries them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from . import sample
from .sample_pieces import figure

SERVICE = {"sickness_paid": 1, "sickness_unpaid": 50, "unpaid_leave": 30, "strike": 21}
PAID = {"worked", "sickness_paid", "public_holiday", "holiday"}


def code(name: str, hours: str = "7.60", **more: Any) -> dict[str, Any]:
    """The time of a code on a day."""
    return {
        "code": name,
        "service": SERVICE.get(name, 1),
        "is_paid": name in PAID,
        "line": None,
        "above_schedule": False,
        "hours": hours,
        **more,
    }


def overtime(hours: str) -> dict[str, Any]:
    """Hours above the schedule, paid by a line of their own."""
    return code("overtime_50", hours, line="overtime_50", above_schedule=True)


def days(
    month: str,
    codes: Mapping[int, list[dict[str, Any]]],
    absences: Mapping[int, str] | None = None,
    within: range = range(1, 32),
) -> list[dict[str, Any]]:
    """Every day of a month: worked from Monday to Friday, but for those that are told."""
    first = date.fromisoformat(f"{month}-01")
    found = []
    for day in (first + timedelta(days=n) for n in range(31)):
        if day.month != first.month:
            break
        worked = [code("worked")] if day.weekday() < 5 and day.day in within else []
        found.append(
            {
                "day": day.isoformat(),
                "in_contract": day.day in within,
                "absence": (absences or {}).get(day.day),
                "codes": codes.get(day.day, worked),
            }
        )
    return found


def contract(calendar: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """What a contract of a payslip has beside the usual: its calendar, and its absences by code."""
    held = {one["code"] for day in calendar for one in day["codes"] if not one["above_schedule"]}
    absences = [
        {"code": name, "days": "1.00", "hours": "7.60"} for name in sorted(held - {"worked"})
    ]
    lines = {one["line"] for day in calendar for one in day["codes"] if one["line"]}
    named = {line: dict.fromkeys(("nl", "fr", "de", "en"), f"Lijn {line}") for line in lines}
    return {"calendar": calendar, "absences": absences, "lines_of_time": named, **more}


def slip(calendar: list[dict[str, Any]], person: int = 0, **more: Any) -> dict[str, Any]:
    """A payslip of January with a calendar of any month."""
    found = sample.payslip(person)
    found["contracts"][0] |= contract(calendar)
    return found | more


ILL = dict.fromkeys(range(8, 14), "sickness")
LAW = figure("days_of_long_cover", "Dagen", "30")


def ill() -> dict[str, Any]:
    """W001 was ill from Wednesday 8 to Monday 13 January 2025: two days are paid, two are not."""
    codes = {n: [code("sickness_paid")] for n in (8, 9)}
    codes |= {n: [code("sickness_unpaid")] for n in (10, 13)}
    found = slip(days("2025-01", codes, ILL))
    found["absences"] = [absences()]
    return found


# What the law makes of a day, in its order: name, whether it was given, what it rests on.
CHAIN = (
    ("is_paid_day", "Dag met gewaarborgd loon", "days_ill"),
    ("days_ill", "Dagen van ziekte", "first_day"),
    ("first_day", "Eerste dag die telt", "absence_day"),
    ("absence_day", "Dag van afwezigheid", None),
)


def _incapacity(at: int) -> dict[str, Any]:
    """The illness of a day, the continuation of one from 2 to 4 January 2025 that used 3 days."""
    relapse = ["2025-01-02", "2025-01-04"]
    return {"first": "2025-01-08", "day": at + 4, "days_before": 3, "relapse_of": relapse}


def absences(language: str = "nl") -> dict[str, Any]:
    """What the law said of these six days: the first two within the days that are paid."""
    facts = {
        f"{fact}[{at}]": _fact(fact, name, rests_on and f"{rests_on}[{at}]", at < 2)
        for at in range(6)
        for fact, name, rests_on in CHAIN
    }
    return {
        "contract": 1,
        "days": [f"2025-01-{n:02}" for n in ILL],
        "codes": ["sickness_paid"] * 2 + ["sickness_unpaid"] * 4,
        "asked": [["is_paid_day"]] * 6,
        "flags": {"is_paid_day": dict.fromkeys(("nl", "fr", "de", "en"), CHAIN[0][1])},
        "incapacities": [_incapacity(at) for at in range(6)],
        "kinds": {"sickness": dict.fromkeys(("nl", "fr", "de", "en"), "ziekte")},
        "fingerprint": "7c41e09b55aa01b2",
        "question": {},
        "explanation": {"language": language, "facts": facts},
    }


def _fact(fact: str, name: str, rests_on: str | None, holds: bool) -> dict[str, Any]:
    ref = {"text": name, "kind": "fact", "ref": rests_on, "caption": ""}
    return {
        "fact": fact,
        "name": name,
        "value": "true" if holds else "false",
        "shown": "ja" if holds else "nee",
        "shown_unit": "",
        "unit": "",
        "given": rests_on is None,
        "formula": name if rests_on else "",
        "parts": [ref] if rests_on else [],
        "steps": [],
        "because": [],
        "uses": [rests_on] if rests_on else [],
        "figures": [LAW] if fact == "is_paid_day" else [],
        "rounding": [],
        "source": "Wet 03-07-1978 art. 70",
        "since": "2022-01-01",
        "standing": "official",
        "law": "Gewaarborgd loon",
    }
