"""A CSV file of somebody else: its encoding and separator found out, its lines as rows."""

from __future__ import annotations

import csv
import io

from officium.findings import BadInput
from officium.intake.cell import Cell, Kind
from officium.intake.grid import MOST_CELLS, MOST_COLUMNS, Grid, Row
from officium.intake.wording import say

SEPARATORS = ";,\t"
_SEPARATOR_LINE = "sep="
_MARKED = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_separated(content: bytes, language: str) -> Grid:
    """The lines of a CSV file; the number of a row is the line on which it ends.

    UTF-8, UTF-16 with its mark, else the Western encoding of Windows; separated by semicolon, comma
    or tab, whichever the heading has most of. Raises BadInput, in the language.
    """
    text = _text(content, language)
    before = 0
    if text[:4].casefold() == _SEPARATOR_LINE:
        first, _, text = text.partition("\n")
        before, separator = 1, first[4:5]
        if separator not in SEPARATORS or not separator:
            raise _refusal("no_table", language)
    else:
        separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    rows: list[Row] = []
    left = MOST_CELLS
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            number = reader.line_num + before
            found = {
                at: Cell(cell.strip(), Kind.TEXT, "", number)
                for at, cell in enumerate(cells, 1)
                if cell.strip()
            }
            left -= len(found)
            if left < 0 or len(cells) > MOST_COLUMNS:
                raise _refusal("too_many_cells", language, place=str(number))
            rows.append(Row(number, found))
    except csv.Error as error:
        line = reader.line_num + before
        raise _refusal("broken_table", language, line=line) from error
    return Grid("", tuple(rows))


def _text(content: bytes, language: str) -> str:
    encoding = next((name for mark, name in _MARKED if content.startswith(mark)), None)
    try:
        if encoding is None and b"\0" in content:
            raise _refusal("no_table", language)
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise _refusal("no_encoding", language) from error
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            raise _refusal("no_encoding", language) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refusal(code: str, language: str, **gaps: object) -> BadInput:
    return BadInput(say(f"refusal.{code}", language, **gaps), code=code)
