"""The report of a month or quarter: one HTML file that stands alone and opens every amount.

What must be known at a glance stands first; the payslips follow, each line of which unfolds into
its formula, rounding, article and figures of the law. Nothing is loaded from anywhere, the page
works without script, and a content policy refuses every script but its own.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from officium.documents import wording
from officium.documents.absences import calendars
from officium.documents.calendar import letters
from officium.documents.explanation import Explanation
from officium.documents.labels import Labels
from officium.documents.payslip import line_data, number, role, sections, standings
from officium.documents.summary import (
    columns,
    findings_heading,
    glance,
    money_owed,
    months,
    ordered_findings,
    payments,
    people,
)

_TEMPLATES = Path(__file__).parent / "templates"
_STYLES = (_TEMPLATES.parent / "style" / "explanation.css", _TEMPLATES / "report.css")


def report_html(
    report: Mapping[str, Any], payslips: Sequence[Mapping[str, Any]], language: str
) -> str:
    """The report and its payslips as one HTML document in the language asked for.

    A line of `report["nsso"]["lines"]` that names its `fact` opens into that fact of each person.
    Raises `BadInput` for a language the product does not speak.
    """
    say = Labels(language)
    letter = letters((one for slip in payslips for one in slip["contracts"]), say)
    slips = [_slip(place, payslip, letter, say) for place, payslip in enumerate(payslips, start=1)]
    persons = people(report, slips, say)
    period = wording.period(report["period"], say)
    fingerprint = (report.get("fingerprint") or "")[:16]
    content = {
        "report": report,
        "period": period,
        "columns": columns(report),
        "findings": ordered_findings(report),
        "findings_heading": findings_heading(report),
        "glance": glance(report, say),
        "to_send": sorted(report.get("to_send") or [], key=lambda item: str(item["due"])),
        "payments": payments(report),
        "months": months(report, slips, letter, say),
        "slips": slips,
        "owed": money_owed(report, persons),
        "people": persons,
        "control": report.get("control_sums") or {},
        "names": report.get("names") or {},
        "page_foot": _css_text(
            " · ".join(filter(None, (report["employer"]["name"], period, fingerprint)))
        ),
    }
    return environment(language).get_template("report.html").render(content)


def _slip(
    place: int, payslip: Mapping[str, Any], letter: Mapping[str, str], say: Labels
) -> dict[str, Any]:
    """A payslip as shown: its lines with their homes, the deeper steps, who and when."""
    anchor = f"s{place}"
    lines = payslip["lines"]
    told = Explanation(payslip.get("explanation"), anchor, [line["key"] for line in lines])
    worker = payslip["worker"]
    net = next((line["amount"] for line in lines if line["item"] == "15"), None)
    return {
        "anchor": anchor,
        "month": payslip["month"],
        "staff_number": worker["staff_number"],
        "pdf": None,
        "name": f"{worker['name']}, {worker['first_name']}",
        "net": net,
        "paid_on": payslip["paid_on"],
        "roles": list(dict.fromkeys(role(contract, say) for contract in payslip["contracts"])),
        "marks": [
            say("payslip.number", number=number(payslip)),
            *_private(worker, say),
        ],
        "sections": [
            (say(f"payslip.{title}"), [line_row(line, lines, told, say) for line in members])
            for title, members in sections(lines)
        ],
        "payable": [line_row(line, lines, told, say) for line in lines if line["item"] == "15"],
        "told": told,
        "payslip": payslip,
        "calendars": calendars(payslip, anchor, letter, say),
        "findings": ordered_findings(payslip),
        "standings": standings(payslip),
    }


def line_row(
    line: Mapping[str, Any], lines: list[Any], told: Explanation, say: Labels
) -> dict[str, Any]:
    """A line with its explanation, or with a link to the earlier line that holds it."""
    holder = next(each for each in lines if each["key"] == line["key"])
    step = told.of_line.get(line["key"])
    shown = line_data(line, say)
    if holder is line:
        return shown | {"step": step, "elsewhere": None}
    return shown | {"step": None, "elsewhere": step and step.anchor}


def _private(worker: Mapping[str, Any], say: Labels) -> list[str]:
    """As much of a person's numbers as is needed to recognise them."""
    marks = []
    if worker.get("inss"):
        marks.append(say("payslip.inss", number=wording.hidden_person(worker["inss"])))
    if worker.get("iban"):
        marks.append(wording.shortened_account(worker["iban"]))
    return marks


def _css_text(text: str) -> Markup:
    """A text as a CSS string: every sign but letters and digits escaped, so that it stays text."""
    signs = (sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):x} " for sign in text)
    return Markup(f'"{"".join(signs)}"')


def _shown(value: str, language: str) -> str:
    """A value of unknown kind: written as an amount where it is a number, else as it is."""
    return wording.amount(value, language) if re.fullmatch(r"-?\d+(\.\d+)?", value) else value


@cache
def environment(language: str) -> Environment:
    """The templates with their words, filters and style in a language."""
    say = Labels(language)
    read = (_TEMPLATES / "report.js").read_text(encoding="utf-8")
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "say": say,
        "lang": language,
        "colon": "\u202f:" if language == "fr" else ":",
        "style": Markup("".join(path.read_text(encoding="utf-8") for path in _STYLES)),
        "icons": Markup((_TEMPLATES / "icons.svg").read_text(encoding="utf-8")),
        "script": Markup(read),
        "script_digest": base64.b64encode(hashlib.sha256(read.encode()).digest()).decode(),
    }
    environment.filters |= {
        "amount": lambda value: wording.amount(value, language),
        "shown": lambda value: _shown(value, language),
        "taken": lambda value: wording.signed(value, "-", language),
        "day": lambda value: wording.day(value, language),
        "deadline": lambda value: wording.deadline(value, say),
        "month": lambda value: wording.month(value, language),
        "href": lambda path: "./" + quote(path),
    }
    return environment
