"""Problem documents (RFC 9457) in the language of who calls: status, our code, what is wrong, what helps."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.http import HttpResponse

from officium.office.tongue import language

KIND = "application/problem+json"


@cache
def wording() -> dict[str, dict[str, str]]:
    """What the API says by itself, in each language."""
    return tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))


def said(name: str, /, **gaps: object) -> str:
    """The text of that name in the language of the call."""
    return wording()[name][language()].format(**gaps)


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    """A refusal: `code` is our stable name of it; `where`, `article`, `remedy` where they are known."""
    told = {
        "type": f"urn:officium:{code}",
        "title": said(f"status_{status}"),
        "status": status,
        "detail": detail,
        "code": code,
        **{name: value for name, value in more.items() if value},
    }
    return HttpResponse(json.dumps(told, ensure_ascii=False), status=status, content_type=KIND)
