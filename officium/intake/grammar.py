"""What may be typed into a cell of time: `8`, `V`, `V 3.8` or `3.8 V`, `3.8+V`, `8+OU50 2`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from officium.intake.cell import Cell, Kind, Wrong, exact, scaled, value_of
from officium.intake.codes import Meaning, meanings, word_of
from officium.language import plain
from officium.payroll import TIME_CODES, WORKED

MOST_OF_A_DAY = 2400
_LONGEST = 80
_JOINED = re.compile(r"([^\W\d_]+)(\d+(?:[.,]\d+)?)")


@dataclass(frozen=True, slots=True)
class Told:
    """One part of a cell: what the hours are, and how many (hundredths).

    `hours` None: all hours of the schedule that the other parts leave. `is_bare`: only a number was
    typed, which means hours worked.
    """

    meaning: Meaning
    hours: int | None
    is_bare: bool = False

    @property
    def is_above_schedule(self) -> bool:
        """Whether the hours come on top of the schedule of the day."""
        code = self.meaning.code
        return code is not None and TIME_CODES[code].above_schedule


def read_time(cell: Cell) -> tuple[Told, ...]:
    """The parts of a cell in their order, none for an empty one; raises Wrong."""
    if cell.kind is Kind.DAY:
        raise Wrong("day_for_time", text=cell.text)
    if cell.kind is Kind.NUMBER:
        return (_bare(exact(cell, 2), cell.text),)
    text = value_of(cell)
    if len(text) > _LONGEST:
        raise Wrong("no_time", text=f"{text[:20]}…")
    return tuple(_part(part.split(), text) for part in text.split("+")) if text else ()


def _part(words: list[str], text: str) -> Told:
    if len(words) == 1:
        if words[0][0].isdigit():
            return _bare(scaled(words[0], 2), text)
        if words[0].casefold() not in meanings() and (split := _JOINED.fullmatch(words[0])):
            return Told(_meaning(split[1]), _hours(split[2]))
        return Told(_meaning(words[0]), None)
    if len(words) == 2:
        words.sort(key=lambda word: word[0].isdigit())
        return Told(_meaning(words[0]), _hours(words[1]))
    raise Wrong("no_time", text=text)


def _bare(hours: int, text: str) -> Told:
    if not 0 < hours <= MOST_OF_A_DAY:
        raise Wrong("hours_of_a_day" if hours else "zero_hours", text=text)
    return Told(Meaning(code=WORKED), hours, is_bare=True)


def _hours(text: str) -> int:
    hours = scaled(text, 2)
    if not 0 < hours <= MOST_OF_A_DAY:
        raise Wrong("hours_of_a_day", text=text)
    return hours


def _meaning(word: str) -> Meaning:
    found = meanings().get(word.casefold())
    if found is None:
        raise Wrong("unknown_code", text=word[:40])
    return found


def written(parts: tuple[Told, ...], language: str) -> str:
    """The parts as a clerk would type them in a language; reads back as the same parts."""
    return "+".join(_written(part, language) for part in parts)


def _written(part: Told, language: str) -> str:
    if part.is_bare:
        return hours_text(part.hours or 0, language)
    word = word_of(part.meaning, language)
    return word if part.hours is None else f"{word} {hours_text(part.hours, language)}"


def hours_text(hours: int, language: str) -> str:
    """Hundredths of hours without idle noughts: `760` is `7,6`, in English `7.6`; `800` is `8`."""
    return as_typed(plain(hours, 2).rstrip("0").rstrip("."), language)


def as_typed(number: str, language: str) -> str:
    """A plain number with the mark that a keyboard of the language has for decimals."""
    return number if language == "en" else number.replace(".", ",")
