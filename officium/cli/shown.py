"""A value of the law beside its plain writing: its official name, and itself as people write it."""

from __future__ import annotations

from officium.cli.wording import say
from officium.engine import Fact, shown_fact, shown_unit
from officium.language import number


def named(fact: Fact, value: str | bool, language: str) -> str:
    """`Werkbonus: 154,60 EUR`: the name of a fact and its value, as people of a language write them."""
    whole = fact.whole(value, fact.name)
    shown = f"{shown_fact(fact, whole, language)} {shown_unit(fact, whole, language)}".rstrip(" ")
    return say("answer.named", language, name=fact.names[language], value=shown)


def plain_text(value: str | bool) -> str:
    """A value as programs read it: flags are `true` and `false`."""
    return value if isinstance(value, str) else str(value).lower()


def as_written(plain: str, language: str) -> str:
    """`-1234.50` with the marks of a language."""
    return number(int(plain.replace(".", "")), len(plain.partition(".")[2]), language)
