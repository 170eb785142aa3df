"""A value of the law beside its plain writing: its official name, and itself as people write it."""

from __future__ import annotations

from datetime import date

from officium.cli.wording import say
from officium.engine import Fact, unit_text
from officium.language import long_date, number


def named(fact: Fact, value: str | bool, language: str) -> str:
    """`Werkbonus: 154,60 EUR`: the name of a fact and its value, as people of a language write them."""
    return say(
        "answer.named", language, name=fact.names[language], value=_shown(fact, value, language)
    )


def plain_text(value: str | bool) -> str:
    """A value as programs read it: flags are `true` and `false`."""
    return value if isinstance(value, str) else str(value).lower()


def as_written(plain: str, language: str) -> str:
    """`-1234.50` with the marks of a language."""
    return number(int(plain.replace(".", "")), len(plain.partition(".")[2]), language)


def _shown(fact: Fact, value: str | bool, language: str) -> str:
    nature = fact.kind.nature
    if nature == "flag":
        return say(f"flag.{plain_text(value)}", language)
    text = plain_text(value)
    if nature == "date":
        return long_date(date.fromisoformat(text), language)
    if nature == "code":
        return text
    unit = f" {unit_text(fact.kind.unit)}" if fact.kind.unit else ""
    return as_written(text, language) + unit
