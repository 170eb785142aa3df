"""The words of a contract: one file of labels and articles, in the four languages, with its gaps filled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from officium.documents.labels import Labels
from officium.language import elided

Words = Mapping[str, str]
# A citation is not torn apart at the end of a line.
_CITED = re.compile(r"(§§?|\b[Aa]rt\.|\bNr\.|\bpar\.) (?=\d)")


class Clauses:
    """The words of one file in one language. Raises `BadInput` for a language that is none of ours."""

    def __init__(self, file: str, language: str) -> None:
        self.labels = Labels(language)
        self.language = language
        self._table = table(file)
        self._law = {key: words[language] for key, words in self._table["law"].items()}

    def __call__(self, label: str, /, **gaps: str) -> str:
        """The words of a label."""
        return self._filled(self._table["label"][label], gaps)

    def service(self, unit: str) -> str:
        """What a price is asked for."""
        return self._filled(self._table["fee"][unit], {})

    def rows(self, **gaps: str) -> list[list[str]]:
        """What is delivered, and by when; or what is processed, and how."""
        return [
            [self._filled(row["what"], gaps), self._filled(row["by"], gaps)]
            for row in self._table["data"]
        ]

    def articles(self, holds: Collection[str], **gaps: str) -> Iterator[tuple[str, str, list[str]]]:
        """Each article: its title, the table that it shows (or none), and the clauses that hold."""
        for article in self._table["article"]:
            clauses = [
                self._filled(clause, gaps)
                for clause in article["clause"]
                if set(clause.get("when", ())) <= set(holds)
            ]
            yield article["title"][self.language], article.get("table", ""), clauses

    def _filled(self, words: Words, gaps: Mapping[str, str]) -> str:
        return elided(_CITED.sub("\\1\u00a0", words[self.language].format(**self._law, **gaps)))


@cache
def table(file: str) -> dict[str, Any]:
    """One of the files of words beside this one."""
    return tomllib.loads((Path(__file__).with_name(f"{file}.toml")).read_text("utf-8"))
