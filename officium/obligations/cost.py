"""One consequence of a breach: what, how much, by which law, who owes it, and what may be waived."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from officium.law import Question, belgium
from officium.obligations.wording import say as civil


class Kind(StrEnum):
    """What sort of consequence a line is."""

    SURCHARGE = "surcharge"
    INTEREST = "interest"
    LUMP_SUM = "lump_sum"
    SOLIDARITY_CONTRIBUTION = "solidarity_contribution"
    ADMINISTRATIVE_FINE = "administrative_fine"
    CRIMINAL_FINE = "criminal_fine"
    OTHER = "other"


class Debtor(StrEnum):
    """Who owes it; `OFFENDER` is who broke the article: employer, servant or mandatary."""

    EMPLOYER = "employer"
    CERTIFIED = "certified"
    MANDATARY = "mandatary"
    OFFENDER = "offender"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A way to have something waived: the fact of the law, the greatest part, the article, open or not."""

    fact: str
    percent: str
    basis: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Consequence:
    """One line. `high` is what is owed, or the most; `low` the least, or what the open waivers can leave.

    None: the law book does not bound it, and `unknown` says why. `fact`, `day` and `asked` are the question
    that was put to the law; `key` names a text where no amount is computed.
    """

    kind: Kind
    low: int | None
    high: int | None
    basis: str
    standing: str
    owed_by: Debtor
    fact: str = ""
    day: date | None = None
    asked: Mapping[str, str | bool] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    key: str = ""
    unknown: str = ""
    unreviewed: tuple[str, ...] = ()

    def text(self, language: str) -> str:
        """What it is, where no amount is computed: a text of consequences, or that of the duty itself."""
        if self.key in table()["text"]:
            return say("text", self.key, language)
        return civil("civil", self.key, language)

    def explanation(self, language: str) -> Mapping[str, Any] | None:
        """How the amount came about, in a language; None where none was computed."""
        if self.day is None or self.low is None:
            return None
        return question((self.fact,), self.day, True).answer(self.asked, language).explanation


@cache
def question(want: tuple[str, ...], day: date, provisional: bool) -> Question:
    """The question to the law of a day, bound once."""
    return Question(
        belgium(), want=list(dict.fromkeys(want)), on=day, paid=day, provisional=provisional
    )


@cache
def table() -> dict[str, Any]:
    """What belongs to each amount, and the words."""
    text = files("officium.obligations").joinpath("consequences.toml").read_text("utf-8")
    return tomllib.loads(text)


def say(section: str, word: str, language: str, **gaps: object) -> str:
    """What a kind, a debtor or a text of a consequence is called in a language."""
    text: str = table()[section][word][language]
    return text.format(**gaps)
