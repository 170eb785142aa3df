"""The days of a month as a picture: what each of them was, by a letter and a ground of its own.

The ground tells whether the basic pay pays the hours, another line of the payslip, or neither; the
letter leads to the legend, which names the code. A day without a letter was worked, or was no day of
the schedule. Nothing is computed but sums of the hours of a code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from string import ascii_uppercase
from typing import Any

from officium.documents import wording
from officium.documents.labels import Labels, table
from officium.language import plain

Told = Mapping[str, Any]
WORKED = "worked"
# A day of an absence on which no hour was lost.
WITHOUT_HOURS = "\u2013"


def is_worth_a_picture(contract: Told) -> bool:
    """Whether a contract's month has something other than work and days off."""
    return any(
        day["absence"] or any(_is_instead_of_work(code) for code in day["codes"])
        for day in contract.get("calendar", ())
    )


def letters(contracts: Iterable[Told], say: Labels) -> dict[str, str]:
    """A letter for each code of time of these contracts, if it can be the first of a word of its name."""
    found = {
        code["code"]
        for contract in contracts
        for day in contract.get("calendar", ())
        for code in day["codes"]
        if code["code"] != WORKED
    }
    order = {name: place for place, name in enumerate(table()["time"])}
    given: dict[str, str] = {}
    for code in sorted(found, key=lambda name: (order.get(name, len(order)), name)):
        words = say.known("time", code).upper().split()
        wanted = "".join([*(word[0] for word in words), *words, ascii_uppercase])
        free = (sign for sign in wanted if sign in ascii_uppercase and sign not in given.values())
        given[code] = next(free, str(len(given)))
    return given


def picture(contract: Told, letter: Mapping[str, str], say: Labels) -> dict[str, Any]:
    """The weeks of a month, Monday to Sunday, None where a day is of another month; and the legend."""
    days = [cell(day, letter, say) for day in contract["calendar"]]
    before = date.fromisoformat(contract["calendar"][0]["day"]).weekday()
    places = [None] * before + days
    places += [None] * (-len(places) % 7)
    return {
        "heads": weekdays(say),
        "weeks": [places[at : at + 7] for at in range(0, len(places), 7)],
        "numbers": _numbers(contract["calendar"]),
        "legend": _legend(contract, letter, say),
    }


def _numbers(calendar: Iterable[Told]) -> list[str]:
    """The numbers of the weeks, by ISO 8601."""
    weeks = (date.fromisoformat(day["day"]).isocalendar().week for day in calendar)
    return list(dict.fromkeys(map(str, weeks)))


def weekdays(say: Labels) -> list[dict[str, str]]:
    """The names of the days of the week, and the two letters by which a calendar heads them."""
    names = [say(f"weekday.{number}") for number in range(1, 8)]
    return [{"name": name, "short": name[:2]} for name in names]


def cell(day: Told, letter: Mapping[str, str], say: Labels) -> dict[str, Any]:
    """One day: its number, and a piece for each code but that of work."""
    on = date.fromisoformat(day["day"])
    pieces = [
        {
            "letter": ("+" if code["above_schedule"] else "") + letter[code["code"]],
            "state": state_of(code),
            "hours": _hours(code, day, say),
            "name": say.known("time", code["code"]),
        }
        for code in day["codes"]
        if code["code"] != WORKED
    ]
    if day["absence"] and not day["codes"]:
        name = say("calendar.without_hours")
        pieces = [{"letter": WITHOUT_HOURS, "state": "off", "hours": "", "name": name}]
    return {
        "day": day["day"],
        "number": str(on.day),
        "in_contract": day["in_contract"],
        "is_off": not day["codes"],
        "absence": day["absence"],
        "pieces": pieces,
    }


def _hours(code: Told, day: Told, say: Labels) -> str:
    """The hours of a code that is not its whole day, where the letter says enough."""
    is_whole_day = len(day["codes"]) == 1 and not code["above_schedule"]
    return "" if is_whole_day else wording.trimmed(code["hours"], say.language)


def state_of(code: Told) -> str:
    """Whether the basic pay pays the hours of a code, a line of its own, or neither."""
    return "paid" if code["is_paid"] else "line" if code["line"] else "unpaid"


def _is_instead_of_work(code: Told) -> bool:
    return code["code"] != WORKED and not code["above_schedule"]


def _legend(contract: Told, letter: Mapping[str, str], say: Labels) -> list[dict[str, str]]:
    """A row for each code of the month, work first; days where the code has days of the schedule."""
    hours: dict[str, int] = {}
    held: dict[str, Told] = {}
    for day in contract["calendar"]:
        for code in day["codes"]:
            held.setdefault(code["code"], code)
            hours[code["code"]] = hours.get(code["code"], 0) + wording.cents(code["hours"])
    days = {one["code"]: one["days"] for one in contract["absences"]}
    days[WORKED] = contract["days_worked"]
    rows = []
    for name in (WORKED, *letter):
        if name not in held:
            continue
        code = held[name]
        rows.append(
            {
                "letter": ("+" if code["above_schedule"] else "") + letter.get(name, ""),
                "state": "" if name == WORKED else state_of(code),
                "name": wording.capital(say.known("time", name)),
                "service": str(code["service"] or "·"),
                "basic": say(f"basic.{state_of(code)}"),
                "days": wording.trimmed(days[name], say.language) if name in days else "·",
                "hours": wording.trimmed(plain(hours[name], 2), say.language),
            }
        )
    if any(day["absence"] and not day["codes"] for day in contract["calendar"]):
        name = wording.capital(say("calendar.without_hours"))
        rows.append(
            {"letter": WITHOUT_HOURS, "state": "off", "name": name}
            | dict.fromkeys(("service", "basic", "days", "hours"), "·")
        )
    return rows
