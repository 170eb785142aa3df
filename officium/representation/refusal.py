"""A step that the law, or the order of things, does not allow: said in four languages, with its remedy."""

from __future__ import annotations

from datetime import date
from typing import Any

from officium.findings import BadInput
from officium.language import elided, long_date
from officium.representation.catalogue import table


class MandateRefused(BadInput):
    """A refusal about a mandate: `code` names it, `article` and `standing` say what it rests on.

    `article` is empty where no law decides, only the order of steps. The message is the English one.
    """

    def __init__(self, code: str, where: str, **gaps: object) -> None:
        self.gaps = gaps
        entry = _entry(code)
        self.article: str = entry.get("article", "")
        self.standing: str = entry.get("standing", "")
        told = f"{filled(entry['text'], 'en', gaps)} {filled(entry['remedy'], 'en', gaps)}"
        super().__init__(
            f"{told} ({self.article})" if self.article else told, code=code, where=where
        )

    def text(self, language: str) -> str:
        """What is refused, and why."""
        return filled(_entry(self.code)["text"], language, self.gaps)

    def remedy(self, language: str) -> str:
        """What to do instead."""
        return filled(_entry(self.code)["remedy"], language, self.gaps)


def filled(words: dict[str, str], language: str, gaps: dict[str, Any]) -> str:
    """Words in a language with their gaps filled: days in full, named things by their names."""
    shown = {
        name: long_date(value, language)
        if isinstance(value, date)
        else value.name_in(language)
        if hasattr(value, "name_in")
        else value
        for name, value in gaps.items()
    }
    return elided(words[language].format(**shown))


def _entry(code: str) -> dict[str, Any]:
    found: dict[str, Any] = table("refusals")[code]
    return found
