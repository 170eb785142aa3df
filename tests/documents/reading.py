"""How a test reads the report: as one tree, by its sections, with the words that a person reads."""

from __future__ import annotations

from typing import Any

from lxml import html

from officium.documents import report_html

from . import sample


def page(language: str = "nl", **changed: Any) -> Any:
    """The report of the sample as a tree."""
    return html.document_fromstring(
        report_html(sample.report() | changed, sample.payslips(), language)
    )


def words(element: Any) -> str:
    """What is read, with one space between the parts."""
    return " ".join(" ".join(element.itertext()).split()).replace(" ,", ",")


def section(tree: Any, name: str) -> Any:
    """The part of the page that the heading with this id names."""
    return tree.xpath(f"//*[@aria-labelledby='{name}']")[0]
