"""The words of a cell of time: short ones in the four languages, and the full names of the codes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from officium.payroll import ABSENT, TIME_CODES

_FILE = Path(__file__).with_suffix(".toml")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word of a cell means: a code of time, or a kind of absence recorded elsewhere.

    One of the two is given; `ABSENT` is the code of an absence of whatever kind.
    """

    code: str | None = None
    absence: str | None = None

    @property
    def is_absence(self) -> bool:
        """Whether the hours are those of an absence."""
        return self.code in (None, ABSENT)


@cache
def short_words() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """`time` and `absence` -> code or kind -> language -> short word."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def meanings() -> Mapping[str, Meaning]:
    """Every word that a cell may hold, folded, with its meaning."""
    found = {code.casefold(): Meaning(code=code) for code in TIME_CODES}
    for code, words in short_words()["time"].items():
        found |= {word.casefold(): Meaning(code=code) for word in words.values()}
    for kind, words in short_words()["absence"].items():
        found |= {word.casefold(): Meaning(absence=kind) for word in words.values()}
    return found


def word_of(meaning: Meaning, language: str) -> str:
    """The shortest word for a meaning in a language; any absence without a word of its own is `A`."""
    if meaning.code is not None:
        words = short_words()["time"].get(meaning.code)
        return words[language] if words else meaning.code
    words = short_words()["absence"].get(meaning.absence or "")
    return words[language] if words else short_words()["time"][ABSENT][language]
