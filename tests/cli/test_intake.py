"""`officium intake`, as an office speaks it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from .conftest import WORKSHOP, Speak

ASKED = ("--month", "2025-02", "--in", "en")


@pytest.fixture
def book(officium: Speak, tmp_path: Path) -> Path:
    """The template of a month."""
    file = tmp_path / "february.xlsx"
    said = officium("intake", "template", WORKSHOP, *ASKED, "--out", file)
    assert (said.status, said.out) == (0, "")
    return file


def type_into(file: Path, cell: str, value: str) -> None:
    made = load_workbook(io.BytesIO(file.read_bytes()))
    made["time"][cell] = value
    made.save(file)


def test_a_template_sent_back_is_complete_and_changes_nothing(
    officium: Speak, book: Path, tmp_path: Path
) -> None:
    said = officium("intake", "check", WORKSHOP, book, *ASKED)
    assert said.status == 0
    assert said.out == "7 of 7 complete\nnothing blocks\n"
    taken = officium("intake", "apply", WORKSHOP, book, *ASKED, "--out", tmp_path / "new")
    assert (taken.status, taken.out) == (0, "nothing differs from the records\n")
    for path in WORKSHOP.rglob("*"):
        if path.is_file():
            assert (tmp_path / "new" / path.relative_to(WORKSHOP)).read_bytes() == path.read_bytes()


def test_a_finding_that_blocks_names_its_cell_and_nothing_is_written(
    officium: Speak, book: Path, tmp_path: Path
) -> None:
    type_into(book, "F6", "4")
    said = officium("intake", "check", WORKSHOP, book, *ASKED)
    assert said.status == 1
    assert said.out.startswith("W001 Maes Sofie: nothing yet for day 3\n6 of 7 complete\n")
    assert said.out.endswith("time!F6\n1 finding blocks\n")
    taken = officium("intake", "apply", WORKSHOP, book, *ASKED, "--out", tmp_path / "new")
    assert taken.status == 1
    assert "time!F6" in taken.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["february.xlsx"]


def test_what_is_unlikely_is_told_and_blocks_nothing(officium: Speak, book: Path) -> None:
    made = load_workbook(io.BytesIO(book.read_bytes()))
    made["pay"]["E6"] = 600
    made.save(book)
    said = officium("intake", "check", WORKSHOP, book, *ASKED, "--json")
    assert said.status == 0
    assert [(one["rule"], one["path"]) for one in said.json["findings"]] == [("tenfold", "pay!D6")]
    assert (said.json["complete"], said.json["contracts"], said.json["missing"]) == (7, 7, [])
    assert len(said.json["digest"]) == 64


def test_what_is_missing_as_json(officium: Speak, tmp_path: Path) -> None:
    file = tmp_path / "some.csv"
    file.write_text("staff_number,day,time\nW001,2025-02-03,7.6\n", "utf-8")
    told = officium("intake", "check", WORKSHOP, file, *ASKED, "--json").json
    assert told["complete"] == 0
    first = told["missing"][0]
    assert (first["staff_number"], first["is_silent"], len(first["days"])) == ("W001", False, 19)


def test_a_day_of_holiday_stands_in_the_new_folder(
    officium: Speak, book: Path, tmp_path: Path
) -> None:
    type_into(book, "F7", "H")
    said = officium("intake", "apply", WORKSHOP, book, *ASKED, "--out", tmp_path / "new")
    assert (said.status, said.out) == (0, "time/2025-02.csv rewritten\n")
    time = (tmp_path / "new" / "time" / "2025-02.csv").read_text("utf-8")
    assert "W002,1,2025-02-03,holiday,8.00\n" in time
    other = officium("intake", "apply", WORKSHOP, book, *ASKED, "--out", tmp_path / "b", "--json")
    assert other.json["changed"] == ["time/2025-02.csv"]
    again = officium("intake", "apply", WORKSHOP, book, *ASKED, "--out", tmp_path / "new")
    assert again.refusal.endswith("is there already: a new folder is expected")


def test_a_table_for_programs(officium: Speak, tmp_path: Path) -> None:
    file = tmp_path / "made" / "february.csv"
    made = officium("intake", "template", WORKSHOP, *ASKED, "--out", file, "--json")
    assert made.json == {"out": str(file), "contracts": 7}
    heading = file.read_text("utf-8-sig").splitlines()[0]
    assert heading.startswith("part;staff_number;name;contract;day;time;")
    assert officium("intake", "check", WORKSHOP, file, *ASKED).status == 0


def test_refusals_are_one_line(officium: Speak, tmp_path: Path) -> None:
    out = officium("intake", "template", WORKSHOP, *ASKED, "--out", tmp_path / "february.ods")
    assert out.refusal.endswith("a file that ends in .xlsx or .csv is expected")
    gone = officium("intake", "check", WORKSHOP, tmp_path / "gone.xlsx", *ASKED)
    assert gone.refusal.endswith("cannot be read: No such file or directory")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    other = officium("intake", "check", WORKSHOP, tmp_path / "a.pdf", *ASKED)
    assert "is neither a workbook nor a table" in other.refusal
    month = officium("intake", "check", WORKSHOP, tmp_path / "a.pdf", "--month", "2025-13")
    assert month.refusal == "'2025-13' is not a month like 2025-02"
    number = ("--employer", "0200065765")
    whose = officium("intake", "check", WORKSHOP, tmp_path / "a.pdf", *ASKED, *number)
    assert whose.refusal == "0200065765: give --employer, one of 0765432146"
    under = tmp_path / "a.pdf" / "x"
    written = officium("intake", "template", WORKSHOP, *ASKED, "--out", under.with_suffix(".csv"))
    assert "cannot be written" in written.refusal
