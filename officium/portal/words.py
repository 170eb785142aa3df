"""The portal's sentences in four languages, from `wording/*.toml`; a name that is not there is an error."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from officium.language import elided
from officium.office.tongue import language

_FOLDER = Path(__file__).parent / "wording"


@cache
def wording() -> dict[str, dict[str, str]]:
    """Every sentence by its name `file.name`, in each language."""
    told: dict[str, dict[str, str]] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        for name, texts in tomllib.loads(path.read_text(encoding="utf-8")).items():
            told[f"{path.stem}.{name}"] = texts
    return told


def word(name: str, /, **gaps: object) -> str:
    """The sentence of that name in the language of this request, its `{gaps}` filled."""
    text = wording()[name][language()].format(**gaps)
    return elided(text) if language() == "fr" else text
