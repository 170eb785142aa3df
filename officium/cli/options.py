"""What several verbs share: periods, days, languages, JSON in and out."""

from __future__ import annotations

import json
import locale
import re
import sys
from calendar import monthrange
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from officium.findings import BadInput
from officium.language import LANGUAGES

Verb = TypeVar("Verb", bound=Callable[..., Any])
_LARGEST = 64 * 2**20
_STANDARD_INPUT = "standard input"
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


@dataclass(frozen=True, slots=True)
class Period:
    """A month (`2025-02`) or a quarter (`2025Q1`), with its first and last day."""

    name: str
    first: date
    last: date


def period(month: str | None, quarter: str | None) -> Period:
    """The period asked for; exactly one of the two is given."""
    if (month is None) == (quarter is None):
        raise BadInput("give one of --month 2025-02 or --quarter 2025Q1", code="usage")
    pattern, name = (r"(\d{4})-(\d\d)", month) if month else (r"(\d{4})Q([1-4])", quarter)
    match = re.fullmatch(pattern, name or "", re.ASCII)
    number = int(match[2]) if match else 0
    if not match or not 1 <= number <= 12 or not 1900 <= int(match[1]) <= 2999:
        expected = "a month like 2025-02" if month else "a quarter like 2025Q1"
        raise BadInput(f"{name!r} is not {expected}", code="usage")
    first, last = (number, number) if month else (3 * number - 2, 3 * number)
    year = int(match[1])
    return Period(name or "", date(year, first, 1), date(year, last, monthrange(year, last)[1]))


class Day(click.ParamType[date]):
    """A day as `2025-01-31`."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error."""
        if isinstance(value, date):
            return value
        try:
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
                raise ValueError
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day like 2025-01-31", param, ctx)


def language_option(verb: Verb) -> Verb:
    """`--in nl|fr|de|en`: what a person reads; by default that of the locale, else English."""
    option = click.option(
        "--in",
        "language",
        type=click.Choice(LANGUAGES),
        default=language_of_the_locale,
        help="Language of what a person reads.",
    )
    return option(verb)


def json_option(verb: Verb) -> Verb:
    """`--json`: one JSON document and nothing else."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(verb)


def provisional_option(verb: Verb) -> Verb:
    """`--provisional`: go on where figures are recalled or a period is not reviewed."""
    return click.option(
        "--provisional",
        is_flag=True,
        help="Go on where a figure is only recalled, or the period not reviewed.",
    )(verb)


def apart(folder: Path, out: Path) -> None:
    """The records are never written over, nor the documents read as records."""
    if not folder.is_dir():
        raise BadInput("is no folder of records", code="folder", where=str(folder))
    documents, records = out.resolve(), folder.resolve()
    if documents == records or documents in records.parents or records in documents.parents:
        raise BadInput(
            "the documents need a folder apart from the records", code="output", where=str(out)
        )


def progress(step: str) -> None:
    """One line on a terminal that says what is being made, or clears it; nothing anywhere else."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{step}")
        sys.stderr.flush()


def language_of_the_locale() -> str:
    """The language that the person's system speaks, where we speak it; else English."""
    code = (locale.getlocale()[0] or "")[:2].lower()
    return code if code in LANGUAGES else "en"


def print_json(document: Any) -> None:
    """Print one JSON document."""
    text = json.dumps(document, ensure_ascii=False, indent=2)
    # A name of the file system may hold what is no text: escaped, it still is JSON.
    click.echo(text.encode("utf-8", "backslashreplace"))


def standard_input() -> bytes:
    """What stands on standard input, up to the greatest size and a byte more."""
    if sys.stdin is None:
        raise BadInput("is closed", code="file", where=_STANDARD_INPUT)
    return sys.stdin.buffer.read(_LARGEST + 1)


@contextmanager
def declaration(file: Path) -> Iterator[tuple[str, bytes | Path]]:
    """The name of a file and the file, or for `-` standard input; a refusal of its bytes names it."""
    if str(file) != "-":
        yield str(file), file
        return
    try:
        yield _STANDARD_INPUT, standard_input()
    except BadInput as refusal:
        where = refusal.where or _STANDARD_INPUT
        raise BadInput(refusal.message, code=refusal.code, where=where) from refusal


def read_json(source: str, *, whole_numbers: bool = False) -> Any:
    """A JSON document from a file or `-`; numbers stay text, so none passes through a float.

    `whole_numbers`: those without a fraction become whole numbers all the same.
    """
    where = _STANDARD_INPUT if source == "-" else source
    try:
        if source == "-":
            raw = standard_input()
        else:
            with Path(source).open("rb") as file:
                raw = file.read(_LARGEST + 1)
    except OSError as error:
        raise BadInput(f"cannot be read: {error.strerror}", code="file", where=where) from error
    if len(raw) > _LARGEST:
        raise BadInput("is larger than 64 MiB", code="file", where=where)
    if not raw.strip():
        raise BadInput("is empty: a JSON document is expected", code="json", where=where)
    try:
        text = raw.decode("utf-8-sig")
        document = json.loads(
            text,
            parse_int=_whole if whole_numbers else str,
            parse_float=str,
            parse_constant=_no_constant,
            object_pairs_hook=_once,
        )
        if _SURROGATE.search(text):
            json.dumps(document, ensure_ascii=False).encode("utf-8")
        return document
    except UnicodeEncodeError as error:
        raise BadInput(
            "holds half a character (\\ud800 to \\udfff)", code="json", where=where
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput("is not UTF-8 text", code="json", where=where) from error
    except RecursionError as error:
        raise BadInput("is nested too deeply", code="json", where=where) from error
    except ValueError as error:
        raise BadInput(f"is not JSON: {error}", code="json", where=where) from error


def _whole(digits: str) -> int:
    if len(digits) > 30:
        raise ValueError("a number has more than 30 digits")
    return int(digits)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a number here")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice!r} stands there twice")
    return read
