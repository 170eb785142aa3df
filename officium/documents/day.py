"""One day of a payslip in words: its codes of time, and what the law was asked of a day of absence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from officium.documents import wording
from officium.documents.labels import Labels

Told = Mapping[str, Any]


def day_told(payslip: Told, day: str, language: str) -> list[dict[str, Any]]:
    """A day by contract; none where it is not a day of the payslip."""
    say = Labels(language)
    absences = {one["contract"]: one for one in payslip.get("absences", ())}
    return [
        {
            "contract": contract["number"],
            **day_of(contract, told, absences.get(contract["number"]), say),
        }
        for contract in payslip["contracts"]
        for told in contract.get("calendar", ())
        if told["day"] == day
    ]


def days_of_absence(payslip: Told, language: str) -> list[dict[str, Any]]:
    """Every day of the absences of a payslip, by contract."""
    days = [day for one in payslip.get("absences", ()) for day in one["days"]]
    told = (day_told(payslip, day, language) for day in dict.fromkeys(days))
    return [one for found in told for one in found if one["absence"]]


def day_of(contract: Told, day: Told, absences: Told | None, say: Labels) -> dict[str, Any]:
    """A day of a contract: its name, the name of its absence, its codes, and why it has that of absence.

    `code` is that of the absence, which a day without hours has too, and `own` its time; `keys` are
    the facts of the explanation that were asked for it, the one that decides first; `decides`, the one to
    unfold, and `not_so`, the names of those that do not hold; `why` sentences.
    """
    found = {
        "day": day["day"],
        "name": wording.weekday_of(day["day"], say),
        "in_contract": day["in_contract"],
        "codes": [_code(code, contract["lines_of_time"], say) for code in day["codes"]],
        "absence": None,
        "code": None,
        "own": None,
        "keys": [],
        "decides": None,
        "not_so": [],
        "why": [_without_absence(day, say)],
    }
    if not absences or day["day"] not in absences["days"]:
        return found
    at = absences["days"].index(day["day"])
    keys = _keys(absences, at)
    name = absences["kinds"][day["absence"]][say.language]
    code = _named(absences["codes"][at], say)
    own = next((one for one in found["codes"] if one["code"] == code["code"]), None)
    no_hour = [] if own else [say("calendar.no_hour")]
    facts = absences["explanation"]["facts"]
    holds = _holds(keys[:1], facts)
    incapacity = absences["incapacities"][at]
    number = _key("guaranteed_day_number", at, facts)
    not_so = list(dict.fromkeys(_name(key, absences, say) for key in keys[holds:]))
    return found | {
        "absence": name,
        "code": code,
        "own": own,
        "keys": keys,
        "decides": keys[0] if holds else number if incapacity and number in facts else None,
        "not_so": not_so,
        "why": [
            *(_illness(incapacity, say) if incapacity else [say("calendar.absence", kind=name)]),
            *no_hour,
            _reason(keys, absences, say),
        ],
    }


def _without_absence(day: Told, say: Labels) -> str:
    """What is said of a day that is no absence."""
    if not day["in_contract"]:
        return say("calendar.outside_day")
    return say("calendar.recorded") if day["codes"] else say("calendar.free")


def _code(code: Told, lines: Told, say: Labels) -> dict[str, str]:
    return _named(code["code"], say) | {
        "hours": code["hours"],
        "time": wording.quantity(code["hours"], "hours", say),
        "declared": say(
            "calendar.declared",
            service=str(code["service"]) if code["service"] else say("calendar.no_service"),
            paid=_paid(code, lines, say),
        ),
    }


def _paid(code: Told, lines: Told, say: Labels) -> str:
    if code["is_paid"]:
        return say("calendar.at_basic_pay")
    if code["line"]:
        return say("calendar.by_line", line=lines[code["line"]][say.language])
    return say("calendar.not_at_basic_pay")


def _named(code: str, say: Labels) -> dict[str, str]:
    return {"code": code, "label": say.known("time", code)}


def _keys(absences: Told, at: int) -> list[str]:
    """The facts that were asked of a day, with their row where there are several days.

    They stand in their order, but for one that holds: it decides, and comes first.
    """
    facts = absences["explanation"]["facts"]
    keys = [_key(flag, at, facts) for flag in absences["asked"][at]]
    return [*keys[-1:], *keys[:-1]] if _holds(keys[-1:], facts) else keys


def _key(fact: str, at: int, facts: Told) -> str:
    row = f"{fact}[{at}]"
    return row if row in facts else fact


def _name(key: str, absences: Told, say: Labels) -> str:
    names: Told = absences["flags"][key.partition("[")[0]]
    return str(names[say.language])


def _illness(of: Told, say: Labels) -> list[str]:
    """Which day of guaranteed pay a day of illness is, and what was used before it."""
    first = wording.day(of["first"], say.language)
    if of["relapse_of"]:
        began, ended = of["relapse_of"]
        is_one_year = began[:4] == ended[:4]
        ended = wording.day(ended, say.language)
        began = (wording.day_of_month if is_one_year else wording.day)(began, say.language)
        told = say.counted_as("calendar.relapse", of["days_before"], first=began, last=ended)
    elif of["days_before"]:
        told = say.counted_as("calendar.illness_counted", of["days_before"], first=first)
    else:
        told = say("calendar.illness", first=first)
    return [say("calendar.day_of_illness", illness=told, n=str(of["day"]))]


def _holds(keys: list[str], facts: Told) -> bool:
    return any(facts[key]["value"] == "true" for key in keys)


def _reason(keys: list[str], absences: Told, say: Labels) -> str:
    """Why the day has its code: the flag that holds, else that of the other days."""
    if not keys:
        return say("calendar.same_code")
    if _holds(keys[:1], absences["explanation"]["facts"]):
        return say("calendar.decides", name=_name(keys[0], absences, say))
    return say("calendar.no_flag_holds")
