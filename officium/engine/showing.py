"""How a value is shown to a person: cents always two, no idle zeros elsewhere, rates as percent."""

from __future__ import annotations

from datetime import date

from officium.engine.glossary import Fact
from officium.engine.kinds import NO_UNIT, Unit
from officium.engine.wording import FLAGS, NO_DAY, UNITS
from officium.language import long_date, number

_PERCENT = "\u00a0%"


def shown_number(
    value: int, decimals: int, language: str, of: Unit = NO_UNIT, *, percent: bool = False
) -> str:
    """`2.663,10`, `7,6`, `22`, `13,07 %`: the decimals that say something, and both of money."""
    least = 2 if ("EUR", 1) in of else 0
    if percent:
        decimals -= 2
    if decimals < least:
        value, decimals = value * 10 ** (least - decimals), least
    while decimals > least and value % 10 == 0:
        value, decimals = value // 10, decimals - 1
    return number(value, decimals, language) + (_PERCENT if percent else "")


def shown_flag(value: int, language: str) -> str:
    """`ja`, `nee`."""
    return FLAGS[value][language]


def shown_day(ordinal: int, language: str) -> str:
    """`3 maart 2025`."""
    return long_date(date.fromordinal(ordinal), language)


def shown_fact(fact: Fact, value: int, language: str) -> str:
    """The value of a fact, without its unit."""
    nature = fact.kind.nature
    if nature == "flag":
        return shown_flag(value, language)
    if nature == "code":
        return fact.label(fact.codes[value], language)
    if value == fact.none:
        return NO_DAY[language]
    if nature == "date":
        return shown_day(value, language)
    percent = fact.kind.name == "rate"
    return shown_number(value, fact.decimals, language, fact.kind.unit, percent=percent)


def shown_unit(fact: Fact, value: int, language: str) -> str:
    """The unit beside a value of the fact: `EUR`, `EUR/uur`, `1 dag` but `19 dagen`; none: nothing."""
    one = 10**fact.decimals
    # French counts as one whatever is below two.
    single = abs(value) < 2 * one if language == "fr" else value == one
    over = [_unit(n, language, single) for n, power in fact.kind.unit if power > 0]
    under = [_unit(n, language, True) for n, power in fact.kind.unit if power < 0]
    return "/".join(over + under)


def _unit(name: str, language: str, single: bool) -> str:
    return UNITS[name][language][0 if single else 1] if name in UNITS else name
