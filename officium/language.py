"""How numbers, dates and lists are written in the four languages of the product."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

LANGUAGES = ("nl", "fr", "de", "en")

# Control signs, signs that turn the direction of writing, half characters, ends of line.
_STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")
MINUS = "\u2212"
_MARKS = {"nl": (".", ","), "de": (".", ","), "fr": ("\u202f", ","), "en": (",", ".")}
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
}

_BEFORE_A_VOWEL = re.compile(r"\bde (?=(?:avril|août|octobre)\b)")


def plain(value: int, decimals: int) -> str:
    """A whole number of 10**-decimals as a program reads it: `plain(-300, 2)` is `-3.00`."""
    sign, digits = ("-" if value < 0 else ""), str(abs(value)).rjust(decimals + 1, "0")
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)


def cents_of(text: str) -> int:
    """What `plain` wrote with two decimals: `cents_of("-3.00")` is -300. ValueError for anything else."""
    match = re.fullmatch(r"(-?)(\d+)\.(\d\d)", text, re.ASCII)
    if not match:
        raise ValueError(f"{text!r} is no number with two decimals")
    value = int(match[2] + match[3])
    return -value if match[1] else value


def number(value: int, decimals: int, language: str) -> str:
    """The same number as a person reads it, with the marks of the language and a true minus."""
    thousands, point = _MARKS[language]
    whole, _, fraction = plain(abs(value), decimals).partition(".")
    grouped = f"{int(whole):,}".replace(",", thousands)
    return (MINUS if value < 0 else "") + grouped + (point + fraction if fraction else "")


def month_name(month: int, language: str) -> str:
    """The name of month 1 to 12."""
    return _MONTHS[language].split()[month - 1]


def elided(text: str) -> str:
    """A French sentence whose gaps were filled: `de octobre 2025` reads `d’octobre 2025`."""
    return _BEFORE_A_VOWEL.sub("d’", text)


def long_date(day: date, language: str) -> str:
    """A day in full: `24 juni 2026`, `1er juin 2026`, `24. Juni 2026`, `24 June 2026`."""
    first = {"fr": "1er"}.get(language, "1") if day.day == 1 else str(day.day)
    point = "." if language == "de" else ""
    return f"{first}{point} {month_name(day.month, language)} {day.year}"


def visible(text: str, *, lines: bool = False) -> str:
    """A text of others as a terminal may show it: what would steer the terminal stands as its code.

    `lines`: it may have several lines.
    """
    return "".join(
        sign
        if (lines and sign == "\n") or unicodedata.category(sign) not in _STEERING
        else sign.encode("unicode_escape").decode("ascii")
        for sign in text
    )
