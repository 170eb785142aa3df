"""The page that stands above the reports of several employers and leads to each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from officium.documents import wording
from officium.documents.labels import Labels
from officium.documents.report import environment
from officium.documents.summary import findings_heading, ordered_findings


def employers_html(report: Mapping[str, Any], language: str) -> str:
    """The report of a folder with several employers: one row for each, and all that looks wrong."""
    say = Labels(language)
    title = say(
        "employers.title",
        n=str(len(report["employers"])),
        period=wording.period(report["period"], say),
    )
    content = {
        "report": report,
        "title": title,
        "findings": ordered_findings(report),
        "findings_heading": findings_heading(report),
    }
    return environment(language).get_template("employers.html").render(content)
