"""What the command line says to a person, in four languages, with named gaps."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def say(what: str, language: str, /, **gaps: object) -> str:
    """A wording by its place, such as `rule.source`, its gaps filled."""
    section, _, name = what.partition(".")
    text: str = _wordings()[section][name][language]
    return text.format(**gaps)


@cache
def _wordings() -> dict[str, Any]:
    return tomllib.loads(files("officium.cli").joinpath("wording.toml").read_text("utf-8"))
