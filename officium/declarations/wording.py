"""What the checker says, in four languages: one sentence per rule, with named gaps."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

_LONGEST = 300
# The thin space that groups French numbers: the only sign that is no letter, mark or plain space.
_THIN_SPACE = "\u202f"


def sentence(rule: str, language: str, **parts: object) -> str:
    """The sentence of a rule in a language, its gaps filled: one line, whatever a file put in it."""
    told = {name: plain_line(str(part)) for name, part in parts.items()}
    return sentences()[rule][language].format(**told)


def plain_line(text: str) -> str:
    """A text from a file, safe to print: one line, only printable characters, not too long."""
    line = "".join(sign if sign.isprintable() or sign == _THIN_SPACE else " " for sign in text)
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


@cache
def sentences() -> dict[str, dict[str, str]]:
    """Every sentence by rule and language, gaps open."""
    text = files("officium.declarations").joinpath("wording.toml").read_text("utf-8")
    return tomllib.loads(text)
