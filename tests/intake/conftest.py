"""A month of an example, its template, and what a clerk does to it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from officium.findings import Finding
from officium.intake import Delivery, TemplateKind, read_delivery, template
from officium.law import Month
from officium.payroll import Employer, Records, folder_texts, read_folder

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def records_of(example: str) -> Records:
    return read_folder(EXAMPLES / example)


@dataclass(frozen=True)
class Case:
    """An example's month, delivered in one language and told of in English."""

    example: str = "workshop"
    name: str = "2025-02"
    language: str = "en"

    @property
    def records(self) -> Records:
        return records_of(self.example)

    @property
    def employer(self) -> Employer:
        return self.records.employers[0]

    @property
    def month(self) -> Month:
        return Month.parse(self.name)

    @property
    def texts(self) -> dict[str, str]:
        return folder_texts(self.records)

    def file(self, kind: TemplateKind = "xlsx") -> bytes:
        return template(self.records, self.employer, self.month, kind, self.language)

    def read(self, content: bytes, language: str = "en") -> Delivery:
        return read_delivery(content, "february", self.records, self.employer, self.month, language)

    def edited(
        self, cells: Mapping[str, Any], change: Callable[[Any], object] = lambda _: None
    ) -> Delivery:
        """The delivery of the workbook after some cells (`time!F9`) were typed anew."""
        return self.read(edited(self.file(), cells, change))

    def table(self, *lines: str, heading: str) -> Delivery:
        """The delivery of a table with a heading and lines."""
        return self.read("\n".join((heading, *lines)).encode())


def edited(
    content: bytes, cells: Mapping[str, Any], change: Callable[[Any], object] = lambda _: None
) -> bytes:
    book = load_workbook(io.BytesIO(content))
    for place, value in cells.items():
        sheet, _, cell = place.partition("!")
        book[sheet][cell] = value
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Place and rule of each finding."""
    return [
        (one.path if one.line is None else f"{one.path}:{one.line}", one.rule) for one in findings
    ]
