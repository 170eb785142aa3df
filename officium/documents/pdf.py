"""The one way from a page to a PDF: what it says goes in as JSON and is never part of its source."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from officium.findings import BadInput

ROOM = Path(__file__).parent


def printed(template: str, page: Mapping[str, Any], day: str, *, what: str, where: str) -> bytes:
    """A tagged PDF (PDF/UA-1 and PDF/A-2a) that bears an ISO day of its content as its date.

    `template` is the name of a file beside this one. Raises `BadInput`, with the kind of document
    (`what`) and its name (`where`), where a text holds a sign that no font of the page can print.
    """
    # Midnight at the start of the day: the page has no other clock.
    made = datetime.fromisoformat(day).replace(tzinfo=UTC)
    try:
        pdf = _compiler(template).compile(
            format="pdf",
            sys_inputs={"data": json.dumps(page, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],  # accessible, and readable as long as it is kept
            timestamp=made,
        )
    except typst.TypstError as problem:
        raise BadInput(
            f"this {what} cannot be printed: {problem}", code=f"unprintable_{what}", where=where
        ) from problem
    assert isinstance(pdf, bytes)  # a PDF is one file; only images come as a list
    return pdf


@cache
def _compiler(template: str) -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[ROOM / "fonts"]
    )
    return typst.Compiler(ROOM / f"{template}.typ", font_paths=fonts)
