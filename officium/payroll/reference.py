"""The folder format described from its own models: a JSON Schema and a page field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from pydantic.json_schema import models_json_schema

from officium.payroll.absence_kinds import ABSENCE_KINDS
from officium.payroll.folder import (
    ABSENCE_COLUMNS,
    MOST_MISTAKES_OF_A_FILE,
    MOST_SHOWN,
    PAY_COLUMNS,
    TIME_COLUMNS,
    Mandates,
    Opening,
)
from officium.payroll.pay_kinds import PAY_KINDS
from officium.payroll.records import (
    TIME_CODES,
    Absence,
    Employer,
    PayItem,
    Record,
    TimeEntry,
    Worker,
)

_FILES: tuple[tuple[str, type[Record], str], ...] = (
    ("employer.toml", Employer, "One employer. Several employers: one file each in `employers/`."),
    ("people/*.toml", Worker, "One person a file, by any name, such as `people/W001.toml`."),
    ("opening.toml", Opening, "Carried amounts of a client that comes from elsewhere; optional."),
    (
        "mandates.toml",
        Mandates,
        "Who may act for the employers, since when and for what; optional. A run does not ask: "
        "`officium mandate` does.",
    ),
)
_TABLES: tuple[tuple[str, type[Record], list[str], str], ...] = (
    (
        "time/2025-01.csv",
        TimeEntry,
        TIME_COLUMNS,
        "The days of a month that differ from the schedule; a day without a line is worked as "
        "scheduled. The lines of a day replace its schedule and hold all its hours, the worked ones "
        "included. A public holiday needs no line: the hours scheduled on it are paid.",
    ),
    (
        "pay/2025-01.csv",
        PayItem,
        PAY_COLUMNS,
        "What is paid with a month beside the basic pay. The month is the name of the file.",
    ),
    (
        "absences/2025.csv",
        Absence,
        ABSENCE_COLUMNS,
        "Absences that began in the year of the file, from the first to the last day. The law says of "
        "each day what it is and who pays it; hours worked on such a day are recorded in the time of "
        "the month, the rest of its schedule is absence. Under a variable schedule the hours that were "
        "planned on a day are recorded there too, by the code `absent`.",
    ),
)
_HEAD = """# The folder of records

The open exchange format: everything the office knows of one or more employers, as plain text that a
person can read and write. This page and `records.schema.json` are generated from the models.

- Files are UTF-8 without byte-order mark. Lists of people and terms are [TOML](https://toml.io);
  time and pay are CSV with commas and the heading shown.
- An amount, a number of hours or a rate is text in quotes (`"3100.00"`), so that it stays exact. Days
  are written `2025-01-31`.
- What is not listed here is refused, with the nearest known name. Hidden files and `README.md` are
  passed over. A document holds at most 1 MB, a table 8 MB, the folder 64 MB and 20 000 files.
- Terms of a contract may change on any day; the month is then paid in parts, each by its terms.

## What is told when something is wrong

Mistakes are told together, by file and line, at most {shown} at a time and {most} of a file. Some wait for
others:

- A document that is no TOML or no UTF-8, and a table with another heading, says only that.
- What must hold inside one table of a document, such as the order of two dates, is looked at when its
  fields are sound.
- What must hold between files (numbers that appear twice, people, contracts, committees) is looked at as
  far as they could be read. Nobody is called unknown while a person's own document cannot be read.
- Whether the hours of a day are those of the schedule is looked at for people whose document is sound and
  whose lines in that table all are.
- What only a period needs (average number of workers, earlier contributions, replacement days, opening
  balances) is asked for when that period is run.
"""
_TRIAL = """## Numbers for trying out

Copy `examples/workshop` and change it, or make numbers of your own. *mod* is the remainder of a division.

- **Enterprise**: eight digits, the first `0` or `1`, then 97 - (the eight mod 97) at two digits.
- **Establishment unit**: the same, the first digit `2` to `8`.
- **NSSO registration**: seven digits, then 96 - (the seven, times 100, mod 97) at two digits.
- **INSS**: year, month and day of birth at two digits each; three digits, odd for a man and even for a
  woman; then 97 - (the nine mod 97) at two digits. For who was born from 2000 on, a `2` stands in front
  of the nine when it is computed.
- **Belgian IBAN**: ten digits, then the ten mod 97 at two digits (`97` for a remainder of 0). In front of
  these twelve stands `BE` and 98 - (the twelve followed by `111400`, mod 97) at two digits.
- **Dimona period**: ten digits, then the ten mod 97 at two digits.

Such a number may belong to somebody: nothing made with it is to be sent.
"""


def records_schema() -> str:
    """The JSON Schema of every file of the folder, as the text of `records.schema.json`."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Officium folder of records",
        "description": "Each file is one of the definitions; a row of a table is an object.",
        "x-files": {
            name: f"#/$defs/{model.__name__}"
            for name, model in (
                *((file, document) for file, document, _ in _FILES),
                *((file, row) for file, row, _, _ in _TABLES),
            )
        },
        "$defs": _definitions(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def folder_page() -> str:
    """The page `folder.md`: the files, and each field of each."""
    known = _definitions()
    parts = [_HEAD.format(shown=MOST_SHOWN, most=MOST_MISTAKES_OF_A_FILE)]
    for name, model, says in _FILES:
        parts.append(f"## `{name}`\n\n{says}\n")
        parts += [_section(at, inner) for at, inner in _inside(known, known[model.__name__], "")]
    for name, model, columns, says in _TABLES:
        parts.append(f"## `{name}`\n\n{says}\n\nHeading: `{','.join(columns)}`\n")
        row = known[model.__name__]
        parts.append(_fields({key: row["properties"][key] for key in columns}, row["required"]))
    parts.append("## Codes of time\n")
    parts.append(
        _table(
            ("Code", "Meaning", "Working-time code", "Paid by the employer"),
            [
                (
                    f"`{name}`",
                    code.meaning,
                    _by_status(str(code.service or "none"), str(code.blue_service or "none")),
                    _by_status(_YES[code.paid], _YES[code.blue_paid]),
                )
                for name, code in TIME_CODES.items()
            ],
        )
    )
    parts.append("## Kinds of absence\n")
    parts.append(
        _table(
            ("Kind", "Meaning", "Needs", "Codes of time"),
            [
                (
                    f"`{name}`",
                    kind.meaning,
                    ", ".join(f"`{column}`" for column in kind.needs)
                    + "".join(f", may `{column}`" for column in kind.may),
                    ", ".join(f"`{code}`" for code in kind.codes),
                )
                for name, kind in ABSENCE_KINDS.items()
            ],
        )
    )
    parts.append("## Kinds of pay\n")
    parts.append(
        _table(
            ("Kind", "Meaning", "Needs", "Remuneration code", "Item of the payslip"),
            [
                (
                    f"`{name}`",
                    kind.meaning,
                    ", ".join(f"`{column}`" for column in kind.needs)
                    + "".join(f", may `{column}`" for column in kind.may),
                    str(kind.remuneration) if kind.item.startswith("7") else "",
                    kind.item,
                )
                for name, kind in PAY_KINDS.items()
            ],
        )
    )
    parts.append(_TRIAL)
    return "\n".join(parts)


_YES = {True: "yes", False: "no"}


def _by_status(white: str, blue: str) -> str:
    return white if white == blue else f"{white}; for manual workers {blue}"


def _definitions() -> dict[str, Any]:
    """The definition of each record by its name; what may be left out is never written as null."""
    models: list[tuple[type[Record], Literal["validation"]]] = [
        *((model, "validation") for _, model, _ in _FILES),
        *((model, "validation") for _, model, _, _ in _TABLES),
    ]
    _, schema = models_json_schema(models, ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = schema["$defs"]
    del definitions["Origin"]
    for definition in definitions.values():
        definition["properties"] = {
            name: _without_null(field) for name, field in definition["properties"].items()
        }
    return definitions


def _without_null(field: dict[str, Any]) -> dict[str, Any]:
    if "anyOf" not in field:
        return field
    kept = next(option for option in field["anyOf"] if option.get("type") != "null")
    said = {key: value for key, value in field.items() if key not in ("anyOf", "default")}
    return {**kept, **said}


def _inside(
    known: dict[str, Any], definition: dict[str, Any], at: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """A definition and those inside it, with the heading under which TOML writes them."""
    yield at, definition
    for name, field in definition["properties"].items():
        reference = _reference(field)
        if reference:
            path = f"{at.strip('[]')}.{name}".lstrip(".")
            heading = f"[[{path}]]" if field.get("type") == "array" else f"[{path}]"
            yield from _inside(known, known[reference], heading)


def _reference(field: dict[str, Any]) -> str:
    """The name of the definition that a table or a list of tables follows, else nothing."""
    target: str = field.get("$ref") or field.get("items", {}).get("$ref", "")
    return target.rpartition("/")[2]


def _section(at: str, definition: dict[str, Any]) -> str:
    says = " ".join(definition.get("description", "").split())
    heading = f"### `{at}`\n\n{says}\n\n" if at else ""
    return heading + _fields(definition["properties"], definition.get("required", []))


def _fields(fields: dict[str, Any], required: list[str]) -> str:
    rows = [
        (
            f"`{name}`",
            _written(field),
            "yes" if name in required else _default(field),
            str(field.get("description", "")),
        )
        for name, field in fields.items()
    ]
    return _table(("Field", "Written as", "Needed", "Meaning"), rows)


def _default(field: dict[str, Any]) -> str:
    default = field.get("default")
    return f"no: `{json.dumps(default)}`" if default not in (None, []) else "no"


def _written(field: dict[str, Any]) -> str:
    """How a value is written, in a few words."""
    if _reference(field):
        return "tables" if field.get("type") == "array" else "table"
    if "enum" in field:
        return ", ".join(f"`{code}`" for code in field["enum"])
    if "examples" in field:
        return f'`"{field["examples"][0]}"`'
    if field["type"] == "array":
        return f"list of {_written(field['items'])}"
    if field.get("format") == "date":
        return "day"
    return {"string": "text", "integer": "whole number", "boolean": "`true` or `false`"}[
        field["type"]
    ]


def _table(heading: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [heading, tuple("---" for _ in heading), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def write_reference(folder: Path) -> None:
    """Write both files into a folder: `python -m officium.payroll.reference` for `docs/reference`."""
    (folder / "records.schema.json").write_text(records_schema(), "utf-8")
    (folder / "folder.md").write_text(folder_page(), "utf-8")


if __name__ == "__main__":
    write_reference(Path("docs/reference"))
