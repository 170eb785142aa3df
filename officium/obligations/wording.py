"""What people read of duties, in four languages, with named gaps."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from officium.language import elided

Words = Mapping[str, Mapping[str, str]]


@cache
def words(section: str) -> Words:
    """The words of a section: word -> language -> text."""
    text = files("officium.obligations").joinpath("wording.toml").read_text("utf-8")
    table: dict[str, Words] = tomllib.loads(text)
    return table[section]


def say(section: str, word: str, language: str, **gaps: object) -> str:
    """A word of a section in a language, its gaps filled."""
    return elided(words(section)[word][language].format(**gaps))
