"""The few words that a report carries as data: who is paid, and what looks wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from officium.findings import Finding, Severity
from officium.language import elided

_FILE = Path(__file__).parent / "wording.toml"


@cache
def table() -> dict[str, Any]:
    """Part -> word -> language -> words."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def say(word: str, language: str, **values: object) -> str:
    """Words of the report in a language."""
    words: str = table()["report"][word][language]
    return elided(words.format(**values))


def finding(
    severity: Severity,
    rule: str,
    language: str,
    values: Mapping[str, object],
    path: str,
    line: int | None = None,
) -> Finding:
    """What looks wrong, said in a language; `rule` names the words and `values` fill them."""
    words: str = table()["finding"][rule][language]
    return Finding(severity, rule, elided(words.format(**values)), path, line)
