"""What the report says at a glance, and which amount on it leads to which explanation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from officium.documents import wording
from officium.documents.absences import overview
from officium.documents.explanation import Explanation
from officium.documents.labels import Labels
from officium.findings import Severity
from officium.language import plain

# Where a payslip has a line for all of it, the column leads there.
_SHOWN = {"gross_pay": "total_gross"}
COLUMNS = (
    "gross_pay",
    "employee_contribution",
    "withholding_tax",
    "special_contribution",
    "creditors",
    "net_pay",
)
_ADVANCES = ("first_advance", "second_advance", "third_advance")
_ACCOUNT = ("employer_net_owed", *_ADVANCES, "nsso_balance")
# What the quarter takes from the payslips of its months: fact of the quarter, fact of the payslip.
_OF_MONTHS = {
    "quarter_special_contribution": "special_contribution",
    "quarter_employment_bonus": "employment_bonus",
}
_PAID_TOTAL = {"wages": "net_pay", "withholding_tax": "withholding_tax"}


def ordered_findings(owner: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What blocks first, then what asks attention, then notes; otherwise as given."""
    weight = list(Severity)
    findings = owner.get("findings") or []
    return sorted(findings, key=lambda finding: weight.index(Severity(finding["severity"])))


def findings_heading(owner: Mapping[str, Any]) -> str:
    """The label above the findings: something is wrong where one blocks, else there is something to see."""
    found = owner.get("findings") or []
    is_wrong = any(Severity(finding["severity"]).blocks for finding in found)
    return "report.looks_wrong" if is_wrong else "report.to_look_at"


def columns(report: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns of the months: creditors have one where they take something."""
    taken = any(
        wording.cents(month["totals"].get("creditors", "0.00")) for month in report["months"]
    )
    return tuple(column for column in COLUMNS if taken or column != "creditors")


def glance(report: Mapping[str, Any], say: Labels) -> dict[str, Any]:
    """The four answers: computed, to send, to pay, wrong."""
    findings = report.get("findings") or []
    count = {
        severity: sum(finding["severity"] == severity for finding in findings)
        for severity in Severity
    }
    sums = {
        column: sum(wording.cents(month["totals"][column]) for month in report["months"])
        for column in columns(report)
    }
    slips = sum(len(month["payslips"]) for month in report["months"])
    heads = {slip["staff_number"] for month in report["months"] for slip in month["payslips"]}
    to_pay = report.get("to_pay") or []
    to_send = report.get("to_send") or []
    blocking = sum(n for severity, n in count.items() if severity.blocks)
    return {
        "lead": say(
            "report.lead",
            people=say.counted("report.people", len(heads)),
            payslips=say.counted("report.payslips", slips),
        ),
        "verdict": _verdict(blocking, count[Severity.WARNING], len(findings), say),
        "counts": [(severity, n) for severity, n in count.items() if n],
        "net": plain(sums["net_pay"], 2),
        "bar": [
            (column, plain(cents, 2), max(0, cents))
            for column, cents in (
                ("net_pay", sums["net_pay"]),
                ("withholding_tax", sums["withholding_tax"]),
                (
                    "employee_contribution",
                    sums["employee_contribution"] + sums["special_contribution"],
                ),
                *([("creditors", sums["creditors"])] if "creditors" in sums else []),
            )
        ],
        "gross": plain(sums["gross_pay"], 2),
        "to_pay": plain(sum(wording.cents(item["amount"]) for item in to_pay), 2),
        "first_to_pay": min((item["due"] for item in to_pay), default=None),
        "first_to_send": min((item["due"] for item in to_send), default=None),
        "late": any(item.get("late") for item in to_send),
    }


def _verdict(blocking: int, attention: int, findings: int, say: Labels) -> tuple[str, str, str]:
    """Whether it can be sent, in a word for the style, a sign and a sentence."""
    if blocking:
        return "stop", "error", say.counted("report.blocked", blocking)
    if findings:
        style = ("wait", "warning") if attention else ("good", "done")
        return (*style, say.counted("report.noted", findings))
    return "good", "done", say("report.clear")


def months(
    report: Mapping[str, Any],
    slips: list[dict[str, Any]],
    letter: Mapping[str, str],
    say: Labels,
) -> list[dict[str, Any]]:
    """Each month with its rows, each amount with the place that explains it, and who was absent."""
    by_owner = {(slip["month"], slip["staff_number"]): slip for slip in slips}
    shown = []
    for place, month in enumerate(report["months"], start=1):
        rows = []
        paid: list[tuple[str, str, Mapping[str, Any]]] = []
        for row in month["payslips"]:
            slip = by_owner.get((month["month"], row["staff_number"]))
            if slip and row.get("pdf"):
                slip["pdf"] = row["pdf"]
            anchors = {
                column: slip
                and (
                    slip["told"].find(_SHOWN.get(column, column))
                    or slip["told"].find(column)
                    or slip["anchor"]
                )
                for column in columns(report)
            }
            rows.append({"row": row, "anchor": slip and slip["anchor"], "anchors": anchors})
            if slip:
                home = next((one["anchor"] for one in slip["calendars"]), slip["anchor"])
                paid.append((home, row["name"], slip["payslip"]))
        absent = overview(paid, letter, say)
        shown.append({"anchor": f"m{place}", "month": month, "rows": rows, "absent": absent})
    return shown


def payments(report: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What must be paid, first due first, each with the part of the report it comes from.

    Wages and tax lead to the month whose total they are, to the cent; the NSSO's to its account.
    """
    shown = []
    for item in sorted(report.get("to_pay") or [], key=lambda item: str(item["due"])):
        total = _PAID_TOTAL.get(item["what"])
        origin = "nsso" if total is None and report.get("nsso") else None
        for place, month in enumerate(report["months"], start=1):
            if total and month["totals"][total] == item["amount"] and origin is None:
                origin = f"m{place}"
        shown.append({"item": item, "origin": origin})
    return shown


def people(
    report: Mapping[str, Any], slips: list[dict[str, Any]], say: Labels
) -> list[dict[str, Any]]:
    """The facts of the whole period by person: each computed one with its explanation, and each that
    the months hand on with the payslips that it sums.
    """
    told_of = report.get("explanations") or {}
    shown = []
    for place, person in enumerate(report.get("people") or [], start=1):
        facts: Mapping[str, str] = person.get("quarter") or {}
        told = Explanation(told_of.get(person["staff_number"]), f"q{place}", facts)
        shown.append(
            {
                "anchor": f"q{place}",
                "person": person,
                "told": told,
                "facts": [
                    _fact(key, str(value), told, say)
                    | _summed(key, f"q{place}", person["staff_number"], slips, say)
                    for key, value in facts.items()
                ],
            }
        )
    return shown


def _fact(key: str, value: str, told: Explanation, say: Labels) -> dict[str, Any]:
    known = told.told(key) or {}
    name = known.get("name") or say.known("amount", key)
    return {"key": key, "name": name, "value": value, "shown": known.get("shown")}


def _summed(
    key: str, anchor: str, staff_number: str, slips: list[dict[str, Any]], say: Labels
) -> dict[str, Any]:
    """The payslips whose amounts a fact of the quarter sums, and where it stands on the page."""
    fact = _OF_MONTHS.get(key)
    shares = [
        {
            "name": wording.month(slip["month"], say.language),
            "value": told["value"],
            "anchor": slip["told"].anchor(row) or slip["anchor"],
        }
        for slip in slips
        if fact and slip["staff_number"] == staff_number
        for row, told in slip["told"].rows(fact)
    ]
    return {"shares": shares, "anchor": f"{anchor}-{key}" if shares else None}


def money_owed(report: Mapping[str, Any], persons: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The account of the NSSO: a line that names its fact opens into the people it sums, what is
    owed, paid in advance and left into its explanation.
    """
    nsso = report.get("nsso")
    if not nsso:
        return None
    told = Explanation((report.get("explanations") or {}).get("nsso"), "n", _ACCOUNT)
    lines = nsso.get("lines") or []
    return {
        "nsso": nsso,
        "told": told,
        "lines": [{"line": line, "shares": _shares(line.get("fact"), persons)} for line in lines],
        "people": _shares("net_owed", persons),
        "advances": [
            {"advance": advance, "step": told.of_line.get(_ADVANCES[advance["number"] - 1])}
            for advance in nsso.get("advances") or []
        ],
        "contributions": [line for line in lines if wording.cents(line["amount"]) >= 0],
        "reductions": [line for line in lines if wording.cents(line["amount"]) < 0],
    }


def _shares(fact: str | None, persons: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What each person has of a fact; who has two worker lines has it twice."""
    return [
        {
            "name": person["person"]["name"],
            "value": shown["value"],
            "anchor": person["told"].anchor(shown["key"]) or shown["anchor"],
        }
        for person in persons
        for shown in person["facts"]
        if fact and shown["key"].partition("[")[0] == fact
    ]
