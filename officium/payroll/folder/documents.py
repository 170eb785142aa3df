"""The documents of a folder: TOML into one record, or what of it is sound all the same."""

from __future__ import annotations

import re
from typing import Annotated, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from officium.findings import Finding
from officium.payroll.folder.files import FolderFile, mistake
from officium.payroll.folder.lines import Place, line_at, lines_of, parsed
from officium.payroll.folder.messages import MOST_MISTAKES_OF_A_FILE, mistakes_of
from officium.payroll.records import (
    FROM_A_FILE,
    Broken,
    Committee,
    Contract,
    Employer,
    Origin,
    Record,
    Worker,
)

R = TypeVar("R", bound=Record)

_NUMBERS: dict[type[Record], tuple[str, ...]] = {
    Employer: ("enterprise_number", "nsso_number"),
    Worker: ("staff_number", "inss"),
}


def document(
    file: FolderFile, model: type[Record], mistakes: list[Finding]
) -> Record | Broken | None:
    """The record of a file; what is sound of it, and its mistakes; None: it is no TOML."""
    try:
        content = parsed(file.text)
    except ValueError as error:
        line = re.search(r"line (\d+)", str(error))
        mistakes.append(mistake(file.name, str(error), int(line[1]) if line else 1))
        return None
    lines = lines_of(file.text)
    placed = _placed(content, file.name, lines, (), mistakes)
    try:
        return model.model_validate(placed, context=FROM_A_FILE)
    except ValidationError as error:
        for place, sentence in mistakes_of(error, model)[:MOST_MISTAKES_OF_A_FILE]:
            mistakes.append(mistake(file.name, sentence, line_at(lines, place)))
        return _sound_part(placed, model)


def _placed(
    value: Any, name: str, lines: dict[Place, int], place: Place, mistakes: list[Finding]
) -> Any:
    """The content with tuples for lists, and in each table the place where it was read."""
    if isinstance(value, list):
        return tuple(
            _placed(inner, name, lines, (*place, at), mistakes) for at, inner in enumerate(value)
        )
    if isinstance(value, dict):
        if "origin" in value:
            line = line_at(lines, (*place, "origin"))
            mistakes.append(mistake(name, "unknown field origin: the file and line tell it", line))
        inner = {
            key: _placed(part, name, lines, (*place, key), mistakes) for key, part in value.items()
        }
        fields = {key: line_at(lines, (*place, key)) for key in value}
        return {**inner, "origin": Origin(name, line_at(lines, place), fields)}
    return value


def _sound_part(content: dict[str, Any], model: type[Record]) -> Broken:
    numbers = {
        name: found
        for name in _NUMBERS.get(model, ())
        if isinstance(found := _sound_field(model, name, content.get(name)), str)
    }
    contracts, all_contracts = _sound_entries(Contract, content.get("contracts"))
    committees, all_committees = _sound_entries(Committee, content.get("committees"))
    is_whole = all_contracts if model is Worker else all_committees
    return Broken(content["origin"], numbers, contracts, committees, is_whole)


def _sound_field(model: type[Record], name: str, value: Any) -> object:
    """The value of one field, read as the record reads it; None: it has a mistake."""
    field = model.model_fields[name]
    kind: Any = Annotated[field.annotation, field]
    reader: TypeAdapter[object] = TypeAdapter(kind)
    try:
        return reader.validate_python(value, strict=True, context=FROM_A_FILE)
    except ValidationError:
        return None


def _sound_entries(model: type[R], entries: Any) -> tuple[tuple[R, ...], bool]:
    """The sound ones of a list of tables, and whether these are all of at least one."""
    found: list[R] = []
    listed = entries if isinstance(entries, tuple) else ()
    for entry in listed:
        try:
            found.append(model.model_validate(entry, context=FROM_A_FILE))
        except ValidationError:
            continue
    return tuple(found), 0 < len(found) == len(listed)
