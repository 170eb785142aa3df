"""One value against its field: a number in its bounds, a text of its length, a day that exists."""

from __future__ import annotations

import re
from datetime import date

from officium.declarations.element import NUMBERS, Field
from officium.declarations.node import Node
from officium.declarations.remarks import Remarks

_NUMBER = re.compile(r"[+-]?[0-9]+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}")
_SHOWN = 40


def check_value(node: Node, field: Field, place: str, remarks: Remarks) -> None:
    """The first fault of a value, if it has one."""
    text = node.value if field.kind == "text" else node.value.strip()
    if field.kind == "text":
        fault = _text_fault(field, text)
    elif field.kind in NUMBERS:
        fault = _number_fault(field, text)
    else:
        fault = None if _is_moment(field.kind, text) else (f"bad_{field.kind}", "003")
    if fault is not None:
        rule, error = fault
        remarks.add(
            rule,
            place,
            node,
            of=field,
            error=error,
            name=field.name,
            value=text[:_SHOWN],
            length=field.length,
            least="…" if field.least is None else field.least,
            most="9" * field.length if field.most is None else field.most,
            codes=", ".join(field.codes),
        )


def day(text: str) -> date | None:
    """The day that a text YYYY-MM-DD means; None where it means none."""
    if not _DAY.fullmatch(text.strip()):
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _number_fault(field: Field, text: str) -> tuple[str, str] | None:
    """Rule and error type of a number's fault."""
    if not _NUMBER.fullmatch(text):
        return "not_numeric", "002"
    if len(text) > field.length:
        return "too_long", "093"
    value = int(text)
    if field.least is not None and value < field.least:
        return "out_of_bounds", "008"
    if field.most is not None and value > field.most:
        return "out_of_bounds", "008"
    if field.codes and value not in {int(code) for code in field.codes}:
        return "not_allowed", "008"
    return _form_fault(field, text)


def _text_fault(field: Field, text: str) -> tuple[str, str] | None:
    """Rule and error type of a text's fault."""
    if field.length and len(text) > field.length:
        return "too_long", "093"
    if field.least and len(text) < field.least:
        return "empty", "001"
    if field.codes and text not in field.codes:
        return "not_allowed", "008"
    return _form_fault(field, text)


def _form_fault(field: Field, text: str) -> tuple[str, str] | None:
    if field.pattern and not field.pattern.fullmatch(text):
        return "bad_form", "008"
    return None


def _is_moment(kind: str, text: str) -> bool:
    if kind == "time":
        return bool(_TIME.fullmatch(text))
    return day(text + "-01" if kind == "month" else text) is not None
