"""A day of a payslip as text: its codes of time, and for a day of absence what the law was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from officium.cli.unfold import INDENT, reached, unfold
from officium.cli.wording import say
from officium.documents import day_told, days_of_absence
from officium.findings import BadInput
from officium.law import belgium, explain_again

Told = Mapping[str, Any]


def day_explained(payslip: Told, day: str, language: str) -> list[dict[str, Any]]:
    """A day by contract, with the facts on which its code of absence rests, in a language.

    Raises BadInput where it is not a day of the payslip.
    """
    told = day_told(payslip, day, language)
    if not told:
        raise BadInput(f"{day} is not a day of this payslip, of {payslip['month']}", code="day")
    asked = {one["contract"]: one for one in payslip.get("absences", ())}
    return [one | {"facts": _facts(asked.get(one["contract"]), one, language)} for one in told]


def _facts(absences: Told | None, day: Told, language: str) -> dict[str, Any]:
    keys = list(dict.fromkeys([*day["keys"], *([day["decides"]] if day["decides"] else [])]))
    if absences is None or not keys:
        return {}
    held = absences["explanation"]
    if held["language"] != language:
        held = explain_again(
            belgium(), absences["question"], absences["fingerprint"], held, language
        )
    return reached(held["facts"], keys)


def day_lines(
    explained: list[dict[str, Any]], language: str, *, deep: bool = False
) -> Iterator[str]:
    """The day as people read it, contract by contract: why, then the fact that decides.

    What was asked and does not hold is only named; `deep`: it is unfolded too.
    """
    for one in explained:
        contract = f" ({one['contract']})" if len(explained) > 1 else ""
        day = one["name"]
        if one["code"]:
            day = say("answer.named", language, name=day, value=one["code"]["label"])
        yield f"{one['day']}{contract}  {day}. {' '.join(one['why'])}"
        for code in one["codes"]:
            yield f"{INDENT}{code['code']}  {code['time']}    {code['label']}. {code['declared']}"
        shown = list(
            dict.fromkeys(([one["decides"]] if one["decides"] else []) + one["keys"] * deep)
        )
        folded = () if deep else one["facts"].keys() - shown
        yield from (INDENT + line for line in unfold(one["facts"], shown, language, folded))
        if one["not_so"] and not deep:
            yield INDENT + say("day.not_so", language, names="; ".join(one["not_so"]))


def absences_listed(payslip: Told, language: str) -> list[dict[str, Any]]:
    """Each day of absence, by which it can be asked."""
    return [
        {
            "day": one["day"],
            "contract": one["contract"],
            "code": one["code"]["code"],
            "name": one["code"]["label"],
            "hours": one["own"]["hours"] if one["own"] else "0.00",
        }
        for one in days_of_absence(payslip, language)
    ]
