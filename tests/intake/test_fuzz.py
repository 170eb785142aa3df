"""Whatever is delivered is read or refused: it never crashes, and never passes for the records."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from officium.findings import BadInput
from officium.intake import merged_records
from officium.payroll import mistakes_in

from .conftest import Case

FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
CASE = Case()
TABLE = CASE.file("csv").decode("utf-8-sig")
BOOK = CASE.file()

VALUE = (
    some.none()
    | some.integers(-10, 10**6)
    | some.decimals(allow_nan=False, allow_infinity=False, places=3)
    | some.booleans()
    | some.dates()
    | some.text(some.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=20)
    | some.sampled_from(["=1/0", "H", "S", "7,6", "H+UP", "A 3", "2025-02-31", "W001", "premium"])
)
PLACE = some.builds(
    "{}!{}{}".format,
    some.sampled_from(["time", "pay", "absences"]),
    some.sampled_from(["A", "B", "C", "D", "E", "F", "G", "M", "AE", "AF"]),
    some.integers(1, 14),
)


def _read(content: bytes) -> None:
    try:
        delivery = CASE.read(content)
    except BadInput as refusal:
        assert refusal.message
        return
    if not delivery.blocks:
        assert mistakes_in(merged_records(CASE.records, delivery)) == ()


@FEW
@given(some.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    _read(content)
    _read(b"PK\x03\x04" + content)


@FEW
@given(some.text(max_size=200))
def test_any_text_below_a_heading(text: str) -> None:
    _read(f"staff_number,contract,day,time,kind,first,amount\n{text}".encode("utf-8", "replace"))


@FEW
@given(some.integers(0, len(BOOK) - 1), some.binary(min_size=1, max_size=8))
def test_a_workbook_with_some_bytes_changed(at: int, other: bytes) -> None:
    _read(BOOK[:at] + other + BOOK[at + len(other) :])


@FEW
@given(some.integers(0, len(TABLE) - 1), some.text(max_size=8))
def test_a_table_with_some_signs_changed(at: int, other: str) -> None:
    _read((TABLE[:at] + other + TABLE[at + len(other) :]).encode("utf-8", "replace"))


@FEW
@given(some.dictionaries(PLACE, VALUE, max_size=6))
def test_any_cells_typed_anew(cells: dict[str, object]) -> None:
    delivery = CASE.edited(cells)
    if not delivery.blocks:
        assert mistakes_in(merged_records(CASE.records, delivery)) == ()
