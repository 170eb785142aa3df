"""What is wrong with a signature, in the four languages: one sentence for each rule."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from officium.findings import BadInput, Finding, Severity
from officium.language import LANGUAGES, visible

_FILE = Path(__file__).with_suffix(".toml")


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def remark(severity: Severity, rule: str, language: str, *, path: str = "", **gaps: str) -> Finding:
    """A finding in a language; what comes from the document stands in it harmless."""
    if language not in LANGUAGES:
        raise BadInput(
            f"no findings in language {language!r}: expected one of {', '.join(LANGUAGES)}",
            code="unknown_language",
        )
    told = {name: visible(text) for name, text in gaps.items()}
    return Finding(severity, rule, _table()[rule][language].format(**told), path)
