"""The words of the documents, in the four languages, from one table."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from officium.findings import BadInput
from officium.language import LANGUAGES, elided
from officium.payroll import time_names

_FILE = Path(__file__).parent / "labels.toml"


@cache
def table() -> dict[str, dict[str, dict[str, str]]]:
    """Section -> label -> language -> words; section `time` holds the names of the codes of time."""
    return {**tomllib.loads(_FILE.read_text(encoding="utf-8")), "time": dict(time_names())}


class Labels:
    """The table in one language: `say("payslip.page", page="1", pages="1")`."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise BadInput(
                f"no documents in language {language!r}: expected one of {', '.join(LANGUAGES)}",
                code="unknown_language",
            )
        self.language = language

    def __call__(self, key: str, /, **places: str) -> str:
        """The words of `section.label`, with its places filled."""
        section, _, label = key.partition(".")
        return elided(table()[section][label][self.language].format(**places))

    def known(self, section: str, label: str) -> str:
        """The words where the table has them, else the code itself, readable."""
        words = table()[section].get(label)
        return words[self.language] if words else label.replace("_", " ")

    def counted_as(self, key: str, n: int, /, **places: str) -> str:
        """The words for so many things, among other places."""
        single = n == 1 or (n == 0 and self.language == "fr")
        return self(f"{key}_{'one' if single else 'many'}", n=str(n), **places)

    def counted(self, key: str, n: int) -> str:
        """The words for so many things: French counts nought as one."""
        return self.counted_as(key, n)
