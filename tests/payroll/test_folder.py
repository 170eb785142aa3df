"""A folder holds everything: what is written reads back, and no bytes bring the reader down."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.findings import BadInput
from officium.law import Month
from officium.payroll.facts import months_of_workers
from officium.payroll.folder import folder_texts, read_folder, write_folder
from officium.payroll.records import TIME_CODES, OpeningBalance, PayItem, Records

WORKSHOP = Path(__file__).parents[2] / "examples" / "workshop"
FILES = sorted(
    path.relative_to(WORKSHOP).as_posix()
    for path in WORKSHOP.rglob("*")
    if path.suffix in (".toml", ".csv")
)


def test_the_workshop_is_read() -> None:
    records = read_folder(WORKSHOP)
    assert [worker.name for worker in records.workers] == [
        "Maes", "Benali", "Schmitz", "Raman", "Dubois", "Peeters", "Nowak"
    ]  # fmt: skip
    assert {worker.language for worker in records.workers} == {"nl", "fr", "de", "en"}
    karim = records.workers[1].contracts[0].terms[0]
    assert (karim.hourly_wage, karim.hours_per_week, karim.days_per_week) == (194500, 3800, 500)
    assert str(records.workers[1].contracts[0].origin) == "people/W002.toml:21"


def test_what_is_written_reads_back_as_the_same_records(tmp_path: Path) -> None:
    records = read_folder(WORKSHOP)
    write_folder(records, tmp_path / "copy")
    again = read_folder(tmp_path / "copy")
    assert again == records
    assert folder_texts(again) == folder_texts(records)


def test_an_opening_balance_survives_the_journey(tmp_path: Path) -> None:
    records = read_folder(WORKSHOP)
    balance = OpeningBalance(
        staff_number="W001",
        fact="employment_bonus_granted_before",
        as_of=date(2024, 12, 31),
        amount=-5,
    )
    changed = replace(records, opening=(balance,))
    write_folder(changed, tmp_path / "copy")
    assert read_folder(tmp_path / "copy") == changed


NAMES = st.text(st.characters(exclude_categories=("C",)), min_size=1, max_size=70).filter(
    lambda text: text == text.strip()
)


@settings(max_examples=60, deadline=None)
@given(
    name=NAMES,
    description=NAMES,
    cents=st.integers(-999_999_999, 999_999_999),
    pay=st.integers(1, 99_999_999),
)
def test_every_name_and_every_amount_survives_the_journey(
    name: str, description: str, cents: int, pay: int
) -> None:
    records = read_folder(WORKSHOP)
    sofie = records.workers[0]
    contract = sofie.contracts[0]
    terms = contract.terms[0].model_copy(update={"monthly_pay": pay})
    renamed = sofie.model_copy(
        update={
            "name": name,
            "contracts": (contract.model_copy(update={"terms": (terms, contract.terms[1])}),),
        }
    )
    item = PayItem(
        month="2025-01",
        staff_number="W001",
        contract=1,
        kind="premium",
        amount=cents,
        description=description,
    )
    changed = Records(records.employers, (renamed,), (), (item,))
    with tempfile.TemporaryDirectory() as place:
        write_folder(changed, Path(place) / "copy")
        assert read_folder(Path(place) / "copy") == changed


def test_two_employers_are_written_as_two_files(tmp_path: Path) -> None:
    records = read_folder(WORKSHOP)
    second = records.employers[0].model_copy(
        update={"enterprise_number": "0812345997", "nsso_number": "123456749"}
    )
    both = Records(
        (*records.employers, second), records.workers, records.time, records.pay
    ).in_order()
    write_folder(both, tmp_path / "copy")
    assert sorted(path.name for path in (tmp_path / "copy" / "employers").iterdir()) == [
        "0765432146.toml",
        "0812345997.toml",
    ]
    assert read_folder(tmp_path / "copy") == both


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    with pytest.raises(FileExistsError):
        write_folder(Records(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_lines_that_end_as_on_windows_read_the_same(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(WORKSHOP, tmp_path / "copy"))
    for name in FILES:
        path = copy / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_folder(copy) == read_folder(WORKSHOP)


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    copy = Path(shutil.copytree(WORKSHOP, tmp_path / "copy"))
    (copy / ".git").mkdir()
    (copy / ".git" / "config").write_text("x")
    (copy / "people" / ".swp").write_bytes(b"\x00")
    assert read_folder(copy) == read_folder(WORKSHOP)


def read_or_refuse(changed: dict[str, bytes]) -> None:
    """Read the workshop with some files changed: records or one refusal, nothing else."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copytree(WORKSHOP, Path(place) / "copy"))
        for name, data in changed.items():
            (copy / name).write_bytes(data)
        with contextlib.suppress(BadInput):
            read_folder(copy)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_any_bytes_for_a_file_are_read_or_refused(name: str, data: bytes) -> None:
    read_or_refuse({name: data})


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(FILES), st.data())
def test_a_changed_piece_of_a_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    text = (WORKSHOP / name).read_bytes()
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 12))
    pieces = [
        b'"',
        b"[",
        b"]",
        b"=",
        b"\n",
        b"\r",
        b"\x00",
        b"nan",
        b"1e9",
        b"-",
        b",",
        b"{",
        b"''",
    ]
    put = data.draw(st.one_of(st.sampled_from(pieces), st.binary(max_size=6)))
    read_or_refuse({name: text[:at] + put + text[at + cut :]})


VALUES = st.recursive(
    st.one_of(
        st.booleans().map(lambda flag: str(flag).lower()),
        st.integers(-(10**30), 10**30).map(str),
        st.sampled_from(["nan", "inf", "1e400", "0.1", "2025-01-01", "2025-01-01T00:00:00Z", '""']),
        st.text(st.characters(codec="ascii", exclude_characters='"\\'), max_size=8)
        .filter(str.isprintable)
        .map('"{}"'.format),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.lists(inner, max_size=2).map(
            lambda parts: "{" + ", ".join(f"k{at} = {part}" for at, part in enumerate(parts)) + "}"
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([name for name in FILES if name.endswith(".toml")]), VALUES, st.data())
def test_any_value_for_a_field_is_read_or_refused(
    name: str, value: str, data: st.DataObject
) -> None:
    lines = (WORKSHOP / name).read_text("utf-8").split("\n")
    at = data.draw(st.sampled_from([n for n, line in enumerate(lines) if " = " in line]))
    lines[at] = f"{lines[at].partition('=')[0]}= {value}"
    read_or_refuse({name: "\n".join(lines).encode()})


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["W001", "W002", "W003", "W004", "W005"]),
        st.integers(1, 28).map("2025-02-{:02}".format),
        st.sampled_from([*TIME_CODES, "public_holiday"]),
        st.one_of(
            st.sampled_from(["7.60", "8.00", "6.00", "3.80"]), st.integers(-5, 2500).map(str)
        ),
    ),
    max_size=4,
)


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_any_time_is_counted_or_refused(rows: list[tuple[str, str, str, str]]) -> None:
    table = ["staff_number,contract,day,code,hours"]
    table += [f"{number},1,{day},{code},{hours}" for number, day, code, hours in rows]
    with tempfile.TemporaryDirectory() as place:
        copy = Path(shutil.copytree(WORKSHOP, Path(place) / "copy"))
        (copy / "time" / "2025-02.csv").write_text("\n".join(table))
        with contextlib.suppress(BadInput):
            records = read_folder(copy)
            granted = {
                worker.staff_number: {"employment_bonus_granted": 0} for worker in records.workers
            }
            for month in months_of_workers(records, records.employers[0], Month(2025, 2), granted):
                (sheet,) = month.timesheets
                days = sum(time.days for time in sheet.times)
                assert 0 <= sheet.paid_hours <= sum(time.hours for time in sheet.times)
                assert days % 100 == 0
                assert sheet.counted_days <= days
