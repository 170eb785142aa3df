"""A payslip as the inside of a page: every line opens; what lies deeper than two levels has its own page.

The same parts as the report, for a portal that has a head, a style and a content policy of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from officium.documents.absences import calendars
from officium.documents.calendar import letters
from officium.documents.explanation import Explanation
from officium.documents.labels import Labels
from officium.documents.payslip import sections, standings
from officium.documents.report import environment, line_row

# The address of the page of a fact, by its key.
Address = Callable[[str], str]


def payslip_html(payslip: Mapping[str, Any], language: str, address: Address) -> str:
    """The lines in the order of the decree, and the calendar of the month; headings of level 2.

    `address` leads to the page of a fact that lies deeper. Nothing in it needs a script or a style of
    its own. Raises BadInput for a language that the product does not speak.
    """
    say = Labels(language)
    lines = payslip["lines"]
    told = Explanation(
        payslip.get("explanation"), "s", list(dict.fromkeys(line["key"] for line in lines)), address
    )
    shown = {
        "told": told,
        "sections": [
            (say(f"payslip.{title}"), [line_row(line, lines, told, say) for line in members])
            for title, members in sections(lines)
        ],
        "payable": [line_row(line, lines, told, say) for line in lines if line["item"] == "15"],
        "calendars": calendars(payslip, "s", letters(payslip["contracts"], say), say),
        "standings": standings(payslip),
        "fingerprint": payslip["fingerprint"],
    }
    return environment(language).get_template("payslip_page.html").render(shown)


def fact_html(payslip: Mapping[str, Any], key: str, language: str, address: Address) -> str | None:
    """One computed fact of a payslip, open, with what it uses; None where it holds no such fact."""
    told = Explanation(payslip.get("explanation"), "f", [key], address)
    step = told.of_line.get(key)
    if step is None:
        return None
    return environment(language).get_template("fact_page.html").render(told=told, step=step)
