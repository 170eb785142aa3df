"""What the proof says to a person, in four languages, with named gaps."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

from officium.findings import Finding, Severity

# How many findings are told one by one; of the rest, how many they are.
TOLD = 1000
_LONGEST = 200


def say(section: str, name: str, language: str, **gaps: object) -> str:
    """A wording with its gaps filled, on one line whatever a file put into it."""
    words: str = wordings()[section][name][language]
    return words.format(**{gap: _line(str(value)) for gap, value in gaps.items()})


def remark(
    rule: str, language: str, path: str, gaps: Mapping[str, object], line: int | None = None
) -> Finding:
    """A finding by its rule; how much it weighs stands beside its words."""
    severity = Severity(wordings()["finding"][rule]["severity"])
    return Finding(severity, rule, say("finding", rule, language, **gaps), path, line)


def bounded(found: Iterator[Finding], language: str) -> list[Finding]:
    """The first findings, and how many more there are: a ruined file does not fill the memory."""
    told = list(islice(found, TOLD))
    more = sum(1 for _ in found)
    return [*told, remark("more", language, "", {"count": more})] if more else told


@cache
def wordings() -> dict[str, Any]:
    """Section -> name -> language -> words."""
    return tomllib.loads(files("officium.proof").joinpath("wording.toml").read_text("utf-8"))


def _line(text: str) -> str:
    line = "".join(sign if sign.isprintable() else " " for sign in text)
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
