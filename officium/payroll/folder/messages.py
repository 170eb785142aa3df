"""What a person reads when a record does not fit: the place, what is wrong, what is expected."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, get_args

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from officium.payroll.folder.lines import Place
from officium.payroll.records import Record

MOST_MISTAKES_OF_A_FILE = 50
EXTRA = "extra_forbidden"
_KINDS = {
    "string_type": "text in quotes",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a day such as 2025-01-31",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "dict_type": "a table",
    "tuple_type": "a list",
}


_AS_TERMS = (
    "it is recorded as terms of the contract with a `measure`, not as an absence "
    "(docs/how-to/record-leave.md)"
)
# What people write for something that is recorded otherwise.
_ELSEWHERE = {
    **dict.fromkeys(
        (
            *("parental_leave", "time_credit", "end_of_career_time_credit", "palliative_leave"),
            *("medical_assistance", "medical_assistance_leave", "informal_care_leave"),
        ),
        _AS_TERMS,
    ),
    "notice_pay": "write notice_indemnity, or notice_indemnity_outplacement",
}


def mistakes_of(error: ValidationError, model: type[Record]) -> list[tuple[Place, str]]:
    """Each mistake of a document: where it is, and one sentence about it.

    A field that is missing under its name and there under a near one is one mistake; a list is not
    called too short because its entries have mistakes.
    """
    details = [
        found
        for found in error.errors(include_url=False)
        if not (found["type"] == "too_short" and found["input"])
    ]
    missing = {tuple(found["loc"]) for found in details if found["type"] == "missing"}
    meant = {
        (*place[:-1], name)
        for place in (tuple(found["loc"]) for found in details if found["type"] == EXTRA)
        for name in get_close_matches(
            str(place[-1]), [str(other[-1]) for other in missing if other[:-1] == place[:-1]], n=1
        )
    }
    return [
        (tuple(detail["loc"]), _sentence(detail, model))
        for detail in details
        if detail["type"] != "missing" or tuple(detail["loc"]) not in meant
    ]


def nearest(word: str, known: list[str]) -> str:
    """A remark that names the known words, the nearest first of all."""
    close = get_close_matches(word, known, n=1)
    return f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"


def place_name(place: Place) -> str:
    """A place as people count: `contracts 2, terms 1, begins`."""
    words: list[str] = []
    for part in place:
        if isinstance(part, int):
            words[-1:] = [f"{words[-1] if words else 'entry'} {part + 1}"]
        else:
            words.append(part)
    return ", ".join(words)


def _sentence(detail: ErrorDetails, model: type[Record]) -> str:
    place, kind, context = tuple(detail["loc"]), detail["type"], detail.get("ctx", {})
    field, owner = _field_at(model, place)
    expected = f"; expected: {field.description}" if field and field.description else ""
    name = place_name(place)
    if kind == "missing":
        return f"{name} is missing{expected}"
    if kind == EXTRA:
        known = [key for key in owner.model_fields if key != "origin"]
        return f"unknown field {name}; {nearest(str(place[-1]), known)}"
    start = f"{name}: " if name else ""
    if kind == "value_error":
        return f"{start}{context['error']}" + (expected if field else "")
    if kind == "literal_error":
        given, known = detail["input"], [*map(str, get_args(_literal(field)))]
        hint = nearest(given[:40], known) if isinstance(given, str) else f"known are {known}"
        hint = _ELSEWHERE.get(given, hint) if isinstance(given, str) else hint
        return f"{start}{_shown(given)} is not one of its codes; {hint}"
    if kind in _KINDS:
        return f"{start}{_KINDS[kind]} is expected, not {_shown(detail['input'])}"
    return f"{start}{detail['msg'].lower()}{expected}"


def _shown(value: object) -> str:
    """A value as short as a message can bear."""
    if isinstance(value, dict | list | tuple):
        return "a table" if isinstance(value, dict) else "a list"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 44 else text[:40] + "..."


def _literal(field: FieldInfo | None) -> Any:
    """The list of codes inside an annotation such as `Literal[...] | None`."""
    annotation: Any = field.annotation if field else None
    options = get_args(annotation)
    return next((part for part in options if get_args(part)), annotation)


def _field_at(model: type[Record], place: Place) -> tuple[FieldInfo | None, type[Record]]:
    """The field that a place names, where the model knows it, and the record it belongs to."""
    field = None
    for at, part in enumerate(place, start=1):
        if isinstance(part, int):
            field = None
            continue
        field = model.model_fields.get(part)
        inner = _record_in(field.annotation) if field else None
        if inner is None or at == len(place):
            return field, model
        model = inner
    return field, model


def _record_in(annotation: Any) -> type[Record] | None:
    """The record inside `X`, `X | None` or `tuple[X, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next(filter(None, map(_record_in, get_args(annotation))), None)
