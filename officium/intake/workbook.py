"""A workbook of somebody else, read without trust: bounded, without macros, without entities.

Values are taken as the text that the file holds, so that no number passes through a float.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import iterparse  # type: ignore[import-untyped]

from officium.findings import BadInput
from officium.intake.cell import Cell, Kind
from officium.intake.grid import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    Row,
    column_number,
    letters,
)
from officium.intake.wording import say

MOST_PARTS = 500
MOST_UNPACKED = 32_000_000
MOST_SHEETS = 50
OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK = "xl/workbook.xml"
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})", re.ASCII)
# Formats of numbers that are dates by themselves (ECMA-376, 18.8.30).
_DATES = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_DATE_SIGNS = re.compile(r"[dy]", re.IGNORECASE)
_NOT_SHOWN = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


def read_workbook(content: bytes, language: str) -> tuple[Grid, ...]:
    """The sheets of an XLSX file in their order.

    Raises BadInput, in the language: no workbook, an old or locked one, one with macros, a sheet or a
    file beyond the bounds.
    """
    if content.startswith(OLD_OR_LOCKED):
        raise _refusal("old_or_locked", language)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _Workbook(_parts(packed, language), language).grids()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _refusal("no_workbook", language) from error
    except (ParseError, DefusedXmlException, LookupError, ValueError, OSError) as error:
        raise _refusal("broken_workbook", language) from error


def _refusal(code: str, language: str, **gaps: object) -> BadInput:
    return BadInput(say(f"refusal.{code}", language, **gaps), code=code)


def _parts(packed: zipfile.ZipFile, language: str) -> dict[str, bytes]:
    """The parts that are read, unpacked; what they may hold together is bounded."""
    listed = packed.infolist()
    if len(listed) > MOST_PARTS or sum(one.file_size for one in listed) > MOST_UNPACKED:
        raise _refusal("too_large", language)
    if any("vba" in one.filename.lower() or "macrosheets" in one.filename for one in listed):
        raise _refusal("macros", language)
    parts: dict[str, bytes] = {}
    for one in listed:
        if one.filename.endswith((".xml", ".rels")):
            with packed.open(one) as stream:
                parts[one.filename] = stream.read(MOST_UNPACKED)
    if b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        raise _refusal("macros", language)
    return parts


def _elements(data: bytes) -> Iterator[tuple[str, str, Any]]:
    """Starts and ends of the elements of a part, by their local names; no DTD is read."""
    for event, element in iterparse(io.BytesIO(data), events=("start", "end"), forbid_dtd=True):
        yield event, str(element.tag).rpartition("}")[2], element


def _attribute(element: Any, name: str) -> str:
    """An attribute by its local name."""
    found = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)
    return str(next(found, ""))


class _Workbook:
    """The parts of a workbook, and what its cells need to be understood."""

    def __init__(self, parts: dict[str, bytes], language: str) -> None:
        self.parts = parts
        self.language = language
        self.left = MOST_CELLS
        self.strings = [_text(one) for one in self._all("xl/sharedStrings.xml", "si")]
        self.dates = self._date_styles()

    def _all(self, part: str, name: str) -> Iterator[Any]:
        if part in self.parts:
            for event, tag, element in _elements(self.parts[part]):
                if event == "end" and tag == name:
                    yield element

    def _date_styles(self) -> frozenset[int]:
        """The styles of cells whose numbers are days."""
        own = {
            _attribute(one, "numFmtId"): _NOT_SHOWN.sub("", _attribute(one, "formatCode"))
            for one in self._all("xl/styles.xml", "numFmt")
        }
        found: set[int] = set()
        for formats in self._all("xl/styles.xml", "cellXfs"):
            for at, style in enumerate(formats):
                number = _attribute(style, "numFmtId")
                is_own = number in own and _DATE_SIGNS.search(own[number])
                if is_own or (number.isdigit() and int(number) in _DATES):
                    found.add(at)
        return frozenset(found)

    def grids(self) -> tuple[Grid, ...]:
        if _WORKBOOK not in self.parts:
            raise _refusal("no_workbook", self.language)
        counted = [_attribute(one, "date1904") for one in self._all(_WORKBOOK, "workbookPr")]
        epoch = _EPOCHS[any(value in ("1", "true") for value in counted)]
        targets = {
            _attribute(one, "Id"): posixpath.normpath(
                posixpath.join("/xl", _attribute(one, "Target"))
            ).lstrip("/")
            for one in self._all("xl/_rels/workbook.xml.rels", "Relationship")
        }
        found: list[Grid] = []
        for sheet in self._all(_WORKBOOK, "sheet"):
            part = targets.get(_attribute(sheet, "id"), "")
            if part in self.parts and len(found) < MOST_SHEETS:
                is_hidden = _attribute(sheet, "state") in ("hidden", "veryHidden")
                found.append(self._grid(_attribute(sheet, "name"), part, is_hidden, epoch))
        return tuple(found)

    def _grid(self, name: str, part: str, is_hidden: bool, epoch: date) -> Grid:
        rows: dict[int, dict[int, Cell]] = {}
        merged: list[str] = []
        hidden: list[str] = []
        for event, tag, element in _elements(self.parts[part]):
            if event == "start":
                continue
            if tag == "c":
                self._cell(name, element, epoch, rows)
            elif tag == "mergeCell":
                merged.append(_attribute(element, "ref"))
            elif tag == "row" and _attribute(element, "hidden") in ("1", "true"):
                hidden.append(_attribute(element, "r"))
            elif tag == "col" and _attribute(element, "hidden") in ("1", "true"):
                hidden.append(letters(int(_attribute(element, "min") or 1)))
            if tag == "row":
                element.clear()
        placed = tuple(Row(at, rows[at]) for at in sorted(rows))
        return Grid(name, placed, is_hidden, tuple(merged), tuple(hidden))

    def _cell(self, name: str, element: Any, epoch: date, rows: dict[int, dict[int, Cell]]) -> None:
        place = _PLACE.fullmatch(_attribute(element, "r"))
        if place is None:
            raise ValueError("a cell has no place")
        cell = self._read(f"{name}!{place[0]}", element, epoch)
        if not cell:
            return
        self.left -= 1
        column, row = column_number(place[1]), int(place[2])
        if self.left < 0 or row > MOST_ROWS or column > MOST_COLUMNS:
            raise _refusal("too_many_cells", self.language, place=cell.path)
        rows.setdefault(row, {})[column] = cell

    def _read(self, path: str, element: Any, epoch: date) -> Cell:
        of = {str(child.tag).rpartition("}")[2]: child for child in element}
        kind = _attribute(element, "t") or "n"
        value = (of["v"].text or "") if "v" in of else ""
        if "f" in of:
            return Cell(f"={of['f'].text or ''}", Kind.FORMULA, path)
        if kind == "s":
            return Cell(self.strings[int(value)].strip() if value else "", Kind.TEXT, path)
        if kind == "inlineStr":
            return Cell(_text(of["is"]).strip() if "is" in of else "", Kind.TEXT, path)
        if kind == "str":
            return Cell(value.strip(), Kind.TEXT, path)
        if kind in ("b", "e"):
            return Cell(value, Kind.OTHER, path)
        if kind == "d":
            return Cell(value[:10], Kind.DAY, path)
        style = _attribute(element, "s")
        if value and style.isdigit() and int(style) in self.dates:
            return Cell(_day(value, epoch), Kind.DAY, path)
        return Cell(value, Kind.NUMBER, path)


def _day(value: str, epoch: date) -> str:
    """The day of a serial number; the hour of the day is left out."""
    days = re.fullmatch(r"(\d{1,7})(?:\.\d+)?", value, re.ASCII)
    if days is None or int(days[1]) > 2_000_000:
        return value
    return (epoch + timedelta(days=int(days[1]))).isoformat()


def _text(element: Any) -> str:
    """The text of a string, its runs joined; what only shows how it is pronounced is left out."""
    found = ""
    for child in element:
        tag = str(child.tag).rpartition("}")[2]
        if tag == "t":
            found += child.text or ""
        elif tag == "r":
            found += "".join(
                one.text or "" for one in child if str(one.tag).rpartition("}")[2] == "t"
            )
    return found
