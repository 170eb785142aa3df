"""Files of others: what they are is found out, what is dangerous is refused, nothing runs."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from officium.findings import BadInput
from officium.intake import merged, merged_records, read_delivery, template
from officium.intake.workbook import MOST_PARTS, MOST_UNPACKED

from .conftest import Case, edited, told

HEADING = "staff_number,contract,day,code,hours"


def repacked(content: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return out.getvalue()


def _bomb(parts: dict[str, bytes]) -> None:
    parts["xl/media/image.bin"] = b"\0" * (MOST_UNPACKED + 1)


def _entities(parts: dict[str, bytes]) -> None:
    name = "xl/worksheets/sheet1.xml"
    declared = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
    parts[name] = declared + parts[name].partition(b"?>")[2]


def _far_cell(parts: dict[str, bytes]) -> None:
    name = "xl/worksheets/sheet1.xml"
    cell = b'<row r="1048576"><c r="XFD1048576" t="n"><v>1</v></c></row></sheetData>'
    parts[name] = parts[name].replace(b"</sheetData>", cell)


def _shared(parts: dict[str, bytes], at: int) -> None:
    """The cell F6 as other programs write it: the number of a string that stands elsewhere."""
    name = "xl/worksheets/sheet1.xml"
    cell = re.compile(rb'(<c r="F6"[^>]*) t="inlineStr">.*?</c>')
    parts[name], count = cell.subn(rb'\1 t="s"><v>%d</v></c>' % at, parts[name])
    assert count == 1
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    runs = b"<si><r><t>H 3.6</t></r><r><t>+4</t></r><rPh><t>x</t></rPh></si>"
    parts["xl/sharedStrings.xml"] = b'<sst xmlns="%s">%s</sst>' % (space, runs)


def test_strings_that_stand_apart_are_read_without_their_pronunciation() -> None:
    case = Case()
    delivery = case.read(repacked(case.file(), lambda parts: _shared(parts, 0)))
    assert delivery.findings == ()
    added = set(merged_records(case.records, delivery).time) - set(case.records.time)
    assert {(one.code, one.hours) for one in added} == {("holiday", 360), ("worked", 400)}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda parts: parts.update({"xl/vbaProject.bin": b"x"}), "macros"),
        (
            lambda parts: parts.update(
                {
                    "[Content_Types].xml": parts["[Content_Types].xml"].replace(
                        b"sheet.main+xml", b"sheet.macroEnabled.main+xml"
                    )
                }
            ),
            "macros",
        ),
        (_bomb, "too_large"),
        (lambda parts: parts.update({f"x{n}": b"" for n in range(MOST_PARTS)}), "too_large"),
        (_entities, "broken_workbook"),
        (_far_cell, "too_many_cells"),
        (lambda parts: parts.pop("xl/workbook.xml"), "no_workbook"),
        (lambda parts: parts.update({"xl/worksheets/sheet1.xml": b"<a>"}), "broken_workbook"),
        (lambda parts: _shared(parts, 1), "broken_workbook"),
    ],
)
def test_a_workbook_that_is_refused(
    change: Callable[[dict[str, bytes]], object], code: str
) -> None:
    with pytest.raises(BadInput) as refusal:
        Case().read(repacked(Case().file(), change))
    assert refusal.value.code == code
    assert refusal.value.where == "february"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "old_or_locked"),
        (b"PK\x03\x04 nothing else", "no_workbook"),
        (b"%PDF-1.7\n", "no_table"),
        (b"", "no_table"),
        (b"\0\1\2", "no_table"),
        (b"\xff\xfe\x00", "no_encoding"),
        (b"staff_number,day,time\n\x81\x8d", "no_encoding"),
        (b'staff_number,day,time\n"W001', "broken_table"),
        (b"staff_number,day,time\n", "nothing"),
        (b"x" * 8_000_001, "large_file"),
    ],
)
def test_a_file_that_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refusal:
        Case().read(content)
    assert refusal.value.code == code


def test_a_workbook_without_a_sheet_of_ours_holds_nothing() -> None:
    def rename(book: Any) -> None:
        for name in ("time", "pay", "absences"):
            book[name].title = f"my {name}"

    with pytest.raises(BadInput) as refusal:
        Case().edited({}, rename)
    assert refusal.value.code == "nothing"


def _add_sheet(book: Any, state: str) -> None:
    book.create_sheet("Notes")["A1"] = "call Jan"
    book["Notes"].sheet_state = state


@pytest.mark.parametrize(
    ("change", "places", "blocks"),
    [
        (lambda book: book["time"].merge_cells("F6:G6"), ("time!F6", "merged_cells"), True),
        (
            lambda book: setattr(book["pay"], "sheet_state", "hidden"),
            ("pay!A1", "hidden_sheet"),
            True,
        ),
        (lambda book: _add_sheet(book, "visible"), ("Notes!A1", "unknown_sheet"), False),
        (lambda book: _add_sheet(book, "veryHidden"), ("Notes!A1", "hidden_unknown_sheet"), False),
        (
            lambda book: setattr(book["time"].row_dimensions[7], "hidden", True),
            ("time!7", "hidden_cells"),
            False,
        ),
        (
            lambda book: setattr(book["time"].column_dimensions["G"], "hidden", True),
            ("time!G", "hidden_cells"),
            False,
        ),
        (lambda book: book["time"].delete_cols(1), ("time!A1", "no_heading"), True),
        (lambda book: book["pay"].delete_cols(4), ("pay!A5", "column_missing"), True),
    ],
)
def test_what_a_sheet_should_not_have(
    change: Callable[[Any], object], places: tuple[str, str], blocks: bool
) -> None:
    delivery = Case().edited({}, change)
    assert places in told(delivery.findings)
    assert delivery.blocks == blocks


def test_only_the_parts_that_are_there_are_delivered() -> None:
    case = Case("shop")
    delivery = case.edited(
        {}, lambda book: [book.remove(book[name]) for name in ("pay", "absences")]
    )
    assert delivery.parts == {"time"}
    assert delivery.findings == ()
    assert merged_records(case.records, delivery) == case.records


def test_columns_and_rows_may_stand_in_another_order() -> None:
    def turn(book: Any) -> None:
        sheet = book["time"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
        for at, row in enumerate([rows[0], *reversed(rows[1:])], 5):
            for place, value in enumerate(reversed(row), 1):
                sheet.cell(at, place).value = value

    case = Case()
    delivery = case.edited({}, turn)
    assert delivery.findings == ()
    assert merged_records(case.records, delivery) == case.records


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_in_any_usual_encoding(separator: str, encoding: str, end: str) -> None:
    case = Case("shop")
    lines = ["personeelsnr.;naam;dag;tijd", "S001;Vermeulen An;2025-02-04;H"]
    lines += ["S002;Claes Bram;2025-02-04;é"]
    content = end.join(lines).replace(";", separator).encode(encoding)
    (finding,) = case.read(content).findings
    assert (finding.rule, finding.path, finding.line) == ("unknown_code", "time", 3)
    assert "é" in finding.message


def test_a_table_of_the_folder_itself_is_a_delivery() -> None:
    """A time clock that writes the format of the folder needs no template."""
    case = Case()
    delivery = case.read(case.texts["time/2025-02.csv"].encode())
    assert delivery.findings == ()
    assert delivery.parts == {"time"}
    assert merged(case.texts, delivery) == case.texts
    pay = Case("shop").read(Case("shop").texts["pay/2025-02.csv"].encode())
    assert (pay.findings, pay.parts) == ((), {"pay"})


def test_a_separator_line_of_excel_counts_as_a_line() -> None:
    delivery = Case().read(b"sep=;\nstaff_number;day;time\nW001;2025-02-04;Q\n")
    (finding,) = delivery.findings
    assert (finding.rule, finding.line) == ("unknown_code", 3)


@pytest.mark.parametrize(
    ("line", "place", "rule"),
    [
        ("W001,1,2025-03-04,worked,7.60", "day:2", "wrong_month"),
        ("W001,1,04/02/2025,worked,7.60", "day:2", "day_as_text"),
        ("W001,1,2025-02-04,working,7.60", "code:2", "unknown_code"),
        ("W001,1,2025-02-04,worked,7.00", "code:2", "hours_below"),
        ("W099,1,2025-02-04,worked,7.60", "staff_number:2", "unknown_worker"),
        ("W004,1,2025-02-03,worked,7.60", "code:2", "outside_contract"),
    ],
)
def test_a_line_of_a_table_that_does_not_fit(line: str, place: str, rule: str) -> None:
    assert told(Case().table(line, heading=HEADING).findings) == [(place, rule)]


def test_a_day_twice_in_a_table() -> None:
    heading = "staff_number,day,time"
    delivery = Case().table("W001,2025-02-04,H", "W001,2025-02-04,H", heading=heading)
    assert told(delivery.findings) == [("time:3", "twice")]
    lines = ("what,W001,2025-02-04,H", "time,W001,2025-02-04,H")
    unknown = Case().table(*lines, heading="part,staff_number,day,time")
    assert told(unknown.findings) == [("part:2", "unknown_part")]


def test_names_that_begin_formulas_are_written_as_text() -> None:
    """An employee may be called anything; a spreadsheet must not compute it."""
    case = Case()
    worker = case.records.workers[0].model_copy(update={"name": '=HYPERLINK("http://x")'})
    records = _with_worker(case, worker)
    content = template(records, case.employer, case.month, "xlsx", "en")
    cells = [cell for row in load_workbook(io.BytesIO(content))["time"] for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    table = template(records, case.employer, case.month, "csv", "en").decode("utf-8-sig")
    fields = [field.strip('"') for line in table.splitlines() for field in line.split(";")]
    assert not [field for field in fields if field[:1] in ("=", "+", "@")]
    for kind in (content, table.encode()):
        delivery = read_delivery(kind, "x", records, case.employer, case.month, "en")
        assert delivery.findings == ()


def _with_worker(case: Case, worker: Any) -> Any:
    return replace(case.records, workers=(worker, *case.records.workers[1:]))


def test_the_digest_is_that_of_the_bytes() -> None:
    content = edited(Case().file(), {})
    assert Case().read(content).digest == hashlib.sha256(content).hexdigest()
