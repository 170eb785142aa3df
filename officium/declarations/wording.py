"""What the checker says, in four languages: one sentence per rule, with named gaps."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def sentence(rule: str, language: str, **parts: object) -> str:
    """The sentence of a rule in a language, its gaps filled."""
    return sentences()[rule][language].format(**parts)


@cache
def sentences() -> dict[str, dict[str, str]]:
    """Every sentence by rule and language, gaps open."""
    text = files("officium.declarations").joinpath("wording.toml").read_text("utf-8")
    return tomllib.loads(text)
