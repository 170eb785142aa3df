"""What the room says to a person, in four languages, with named gaps."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from officium.findings import Finding, Severity
from officium.intake.cell import Cell
from officium.language import elided

_FILE = Path(__file__).with_suffix(".toml")


@cache
def table() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Section -> name -> language -> words."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def say(what: str, language: str, /, **gaps: object) -> str:
    """A wording by its place, such as `finding.formula`, its gaps filled."""
    section, _, name = what.partition(".")
    return elided(table()[section][name][language].format(**gaps))


def told(
    rule: str, language: str, cell: Cell, severity: Severity = Severity.ERROR, /, **gaps: object
) -> Finding:
    """The finding of a rule at the place of a cell."""
    message = say(f"finding.{rule}", language, **gaps)
    return Finding(severity, rule, message, cell.path, cell.line)


def every(section: str, name: str) -> frozenset[str]:
    """The words of a name in all languages, folded: what may be meant by it."""
    return frozenset(words.casefold() for words in table()[section][name].values())
