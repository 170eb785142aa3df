"""Whose line it is: the contract that a staff number and a contract number name."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from officium.intake.cell import Wrong, exact, value_of
from officium.intake.lines import CONTRACT, NAME, STAFF, Line
from officium.intake.roster import InService, Key

_ESCAPED = "=+-@'\t\r"
_SHOWN = 8


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before a sign that begins one."""
    return f"'{text}" if text and text[0] in _ESCAPED else text


def unguarded(text: str) -> str:
    """The text before it was guarded."""
    return text[1:] if text[:1] == "'" and text[1:2] and text[1] in _ESCAPED else text


def whose(line: Line, roster: Mapping[Key, InService]) -> InService:
    """The contract of a line; raises Wrong where none of the month is named, or the name is another's."""
    staff_number = value_of(line.cell(STAFF)).upper()
    numbers = sorted(number for staff, number in roster if staff == staff_number)
    if not numbers:
        known = sorted({staff for staff, _ in roster})
        near = get_close_matches(staff_number, known, n=1) or known[:_SHOWN]
        raise Wrong("unknown_worker", text=staff_number[:40], known=", ".join(near))
    typed = line.fields.get(CONTRACT)
    if typed:
        number = exact(typed, 0)
    elif len(numbers) == 1:
        number = numbers[0]
    else:
        raise Wrong("which_contract", known=", ".join(map(str, numbers)))
    if number not in numbers:
        raise Wrong("unknown_contract", number=number, known=", ".join(map(str, numbers)))
    found = roster[staff_number, number]
    name = line.fields.get(NAME)
    if name and unguarded(value_of(name)).split() != found.name.split():
        raise Wrong("other_name", text=name.text[:60], name=found.name, staff_number=staff_number)
    return found
