"""The workbook that a clerk fills in: made by openpyxl, then packed anew so that bytes repeat."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # type: ignore[import-untyped]
from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]

from officium.intake.codes import short_words
from officium.intake.grid import letters
from officium.intake.layout import Plan, Value
from officium.intake.lines import COLUMNS_OF
from officium.intake.rows import DAYS, decimals_of
from officium.intake.who import guarded
from officium.intake.wording import say, table
from officium.language import month_name
from officium.law import belgium
from officium.payroll import ABSENCE_KINDS, PAY_KINDS, TIME_CODES, time_names

HEADING = 5
FIRST_DAY = 4
_FREE_LINES = 60
_FIXED = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_INK, _LINE = "1F2937", "C9D1DB"
_FILLS = {
    "heading": PatternFill("solid", fgColor="E3EAF3"),
    "off": PatternFill("solid", fgColor="EEF0F2"),
    "holiday": PatternFill("solid", fgColor="FCE9C8"),
    "absence": PatternFill("solid", fgColor="E4DDF2"),
    "outside": PatternFill("lightUp", fgColor="9AA5B1"),
}
_EDGE = Side("thin", color=_LINE)
_BOX = Border(_EDGE, _EDGE, _EDGE, _EDGE)
_MIDDLE = Alignment(horizontal="center", vertical="center")
_FITTED = Alignment(horizontal="center", vertical="center", shrink_to_fit=True)


def workbook(of: Plan) -> bytes:
    """The five sheets of a month."""
    book = Workbook()
    _time(of, book.active)
    for part in ("pay", "absences"):
        _lines(of, part, book.create_sheet())
    _codes(of, book.create_sheet())
    _instructions(of, book.create_sheet())
    packed = io.BytesIO()
    book.save(packed)
    return _repacked(packed.getvalue())


def _repacked(content: bytes) -> bytes:
    """The same parts without the moment of making."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as made,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in made.namelist():
            data = made.read(name)
            if name == "docProps/core.xml":
                data = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z", data)
            packed.writestr(zipfile.ZipInfo(name, _FIXED), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _put(sheet: Any, row: int, column: int, value: Value, **style: Any) -> Any:
    """A value in a cell; text stays text, whatever sign it begins with."""
    cell = sheet.cell(row, column)
    if value is not None:
        cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = "@"
    for name, of_style in style.items():
        setattr(cell, name, of_style)
    return cell


def _titled(of: Plan, sheet: Any, name: str) -> None:
    language, month = of.language, of.month
    sheet.title = say(f"sheet.{name}", language)
    sheet.sheet_view.showGridLines = False
    title = f"{say(f'title.{name}', language)}, {month_name(month.number, language)} {month.year}"
    _put(sheet, 1, 1, title, font=Font(size=14, bold=True, color=_INK))
    _put(sheet, 2, 1, say("label.month", language))
    _put(sheet, 2, 2, str(month), font=Font(bold=True))
    _put(sheet, 3, 1, say("label.employer", language))
    _put(sheet, 3, 2, guarded(of.employer.name), font=Font(bold=True))
    _put(sheet, 3, 3, of.employer.enterprise_number)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _head(sheet: Any, row: int, column: int, text: str, width: int) -> None:
    style = {"font": Font(bold=True, color=_INK), "fill": _FILLS["heading"], "border": _BOX}
    wrapped = Alignment(horizontal="center", vertical="center", wrap_text=True)
    _put(sheet, row, column, text, alignment=wrapped, **style)
    sheet.column_dimensions[letters(column)].width = width


def _time(of: Plan, sheet: Any) -> None:
    _titled(of, sheet, "time")
    words = table()["column"]
    for column, (name, width) in enumerate(
        (("staff_number", 12), ("name", 26), ("contract", 9)), 1
    ):
        _head(sheet, HEADING, column, words[name][of.language], width)
    for at, day in enumerate(of.month.days):
        column = FIRST_DAY + at
        weekday = say(f"weekday.{day.isoweekday()}", of.language)
        _put(sheet, HEADING - 1, column, weekday, alignment=_MIDDLE, font=Font(color="6B7280"))
        _head(sheet, HEADING, column, str(day.day), 7)
    for at, one in enumerate(of.people):
        row = HEADING + 1 + at
        _put(sheet, row, 1, one.key[0], border=_BOX)
        _put(sheet, row, 2, guarded(one.name), border=_BOX)
        _put(sheet, row, 3, one.key[1], border=_BOX, alignment=_MIDDLE)
        for place, day in enumerate(of.month.days):
            cell = _put(sheet, row, FIRST_DAY + place, of.time_of(one, day) or None)
            cell.number_format, cell.border, cell.alignment = "@", _BOX, _FITTED
            if fill := _ground(of, at, day):
                cell.fill = _FILLS[fill]
    sheet.freeze_panes = f"{letters(FIRST_DAY)}{HEADING + 1}"
    sheet.print_title_rows = f"{HEADING - 1}:{HEADING}"


def _ground(of: Plan, at: int, day: date) -> str | None:
    """What the ground of a day shows."""
    one = of.people[at]
    if day not in one.days or one.terms(day).is_interrupted:
        return "outside"
    if day in one.holidays:
        return "holiday"
    if one.absence(day) is not None:
        return "absence"
    is_fixed = one.terms(day).average_week is None
    return "off" if is_fixed and not one.scheduled(day) else None


def _lines(of: Plan, part: str, sheet: Any) -> None:
    _titled(of, sheet, part)
    columns = COLUMNS_OF[part][1:]
    widths = {"name": 26, "kind": 34, "description": 30}
    for column, name in enumerate(columns, 1):
        wide = widths.get(name, 12)
        _head(sheet, HEADING, column, table()["column"][name][of.language], wide)
    sheet.row_dimensions[HEADING].height = 46
    lines = list(of.lines(part))
    for at in range(len(lines) + _FREE_LINES):
        values = lines[at] if at < len(lines) else (None,) * len(columns)
        for column, (name, value) in enumerate(zip(columns, values, strict=True), 1):
            cell = _put(sheet, HEADING + 1 + at, column, value, border=_BOX)
            cell.number_format = _format(name, value)
    last = HEADING + len(lines) + _FREE_LINES
    _choice(sheet, columns.index("kind") + 1, last, _range_of_kinds(of, part))
    _choice(sheet, 1, last, _range_of_people(of))
    sheet.freeze_panes = f"{letters(FIRST_DAY)}{HEADING + 1}"


def _format(name: str, value: Value) -> str:
    if name in DAYS:
        return "yyyy-mm-dd"
    if isinstance(value, Decimal):
        return {0: "0", 2: "0.00", 4: "0.0000"}[decimals_of(name)]
    return "@" if isinstance(value, str) else "General"


def _choice(sheet: Any, column: int, last: int, source: str) -> None:
    """A list to choose from in the cells of a column."""
    rule = DataValidation("list", formula1=source, allow_blank=True)
    rule.add(f"{letters(column)}{HEADING + 1}:{letters(column)}{last}")
    sheet.add_data_validation(rule)


def _range(sheet: str, column: int, first: int, count: int) -> str:
    name = letters(column)
    return f"'{sheet}'!${name}${first}:${name}${max(first, first + count - 1)}"


def _range_of_people(of: Plan) -> str:
    return _range(say("sheet.time", of.language), 1, HEADING + 1, len(of.people))


def _range_of_kinds(of: Plan, part: str) -> str:
    column, count = (9, len(PAY_KINDS)) if part == "pay" else (5, len(ABSENCE_KINDS))
    return _range(say("sheet.codes", of.language), column, HEADING + 1, count)


def _codes(of: Plan, sheet: Any) -> None:
    """Three lists beside each other: words for time, kinds of absence, kinds of pay."""
    language = of.language
    _titled(of, sheet, "codes")
    words = short_words()
    time = [
        (words["time"].get(code, {}).get(language, code), time_names()[code][language], code)
        for code in TIME_CODES
        if code in time_names()
    ]
    names = belgium().facts["absence_kind"].labels
    absences = [
        (names[kind][language], words["absence"].get(kind, words["time"]["absent"])[language], kind)
        for kind in ABSENCE_KINDS
    ]
    columns, names = table()["column"], belgium().facts["item_kind"].labels
    pay = [
        (names[kind][language], ", ".join(columns[name][language] for name in of_kind.needs), kind)
        for kind, of_kind in PAY_KINDS.items()
    ]
    for first, name, rows, widths in (
        (1, "time", time, (12, 42, 26)),
        (5, "absence", absences, (46, 10, 26)),
        (9, "pay", pay, (46, 30, 26)),
    ):
        for at, width in enumerate(widths):
            _head(sheet, HEADING, first + at, say(f"list.{name}_{at + 1}", language), width)
        for row, values in enumerate(rows, HEADING + 1):
            for at, value in enumerate(values):
                _put(sheet, row, first + at, value, border=_BOX)
    sheet.freeze_panes = f"A{HEADING + 1}"


def _instructions(of: Plan, sheet: Any) -> None:
    _titled(of, sheet, "instructions")
    sheet.column_dimensions["A"].width = 18
    sheet.column_dimensions["B"].width = 100
    for row, (name, texts) in enumerate(table()["instruction"].items(), HEADING):
        example = table()["example"].get(name, {}).get(of.language)
        _put(sheet, row, 1, example, font=Font(bold=True), alignment=Alignment(vertical="top"))
        _put(sheet, row, 2, texts[of.language], alignment=Alignment(wrap_text=True, vertical="top"))
