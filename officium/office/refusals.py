"""How the office refuses: doors turn these into a page or a problem document, and nobody else does."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from officium.findings import BadInput
from officium.office.tongue import language


class Forbidden(BadInput):
    """The person may not do this. `right` names what they lack."""

    def __init__(self, right: str) -> None:
        super().__init__(f"this needs the right {right}", code="forbidden")
        self.right = right


class Refused(BadInput):
    """The law or the state of things does not allow it now; `remedy` says what would."""

    def __init__(
        self, message: str, *, code: str, article: str = "", remedy: str = "", where: str = ""
    ) -> None:
        super().__init__(message, code=code, where=where)
        self.article = article
        self.remedy = remedy


class Conflict(BadInput):
    """Somebody changed it first. `theirs` is what holds now, `mine` what was meant; nothing was stored."""

    def __init__(self, message: str, *, theirs: str = "", mine: str = "", version: int = 0) -> None:
        super().__init__(message, code="changed_meanwhile")
        self.theirs = theirs
        self.mine = mine
        self.version = version


@cache
def wording() -> dict[str, dict[str, str]]:
    """What is said of a refusal, by its code (`..._remedy`: what would help), in each language."""
    return tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8"))


def told(refusal: BadInput) -> tuple[str, str]:
    """Message and remedy in the language of who is answered, where they have it; else as they were raised."""
    texts = wording()
    message, remedy = texts.get(refusal.code), texts.get(f"{refusal.code}_remedy")
    return (
        message[language()] if message else refusal.message,
        remedy[language()] if remedy else getattr(refusal, "remedy", ""),
    )
