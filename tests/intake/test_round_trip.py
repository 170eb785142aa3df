"""What comes back as it was sent changes nothing; what is changed changes only that."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from officium.intake import (
    completeness,
    in_service,
    merged,
    merged_records,
    read_delivery,
    template,
)
from officium.payroll import folder_texts

from .conftest import Case, records_of, told

MONTHS = [
    (example, f"2025-{month:02}")
    for example, last in (("workshop", 3), ("shop", 12))
    for month in range(1, last + 1)
]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
@pytest.mark.parametrize(("example", "month"), MONTHS)
def test_the_template_sent_back_unchanged_gives_the_records_their_own_time(
    example: str, month: str, language: str, kind: str
) -> None:
    case = Case(example, month, language)
    delivery = case.read(case.file(kind))
    assert delivery.findings == ()
    assert merged(case.texts, delivery) == case.texts
    assert merged_records(case.records, delivery) == case.records
    assert completeness(case.records, case.employer, case.month, [delivery]) == ()


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_same_records_give_the_same_bytes(kind: str) -> None:
    case = Case("shop", "2025-05", "nl")
    assert case.file(kind) == case.file(kind)


def test_a_workbook_bears_no_moment_of_making() -> None:
    with zipfile.ZipFile(io.BytesIO(Case().file())) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = packed.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == 2
    assert "202" not in core


WORDS = some.sampled_from(["H", "TR", "V 3.8+3.8", "3,8+UP", "7.6+OT50 2", "W 7,6", "2+H 2+UP"])
PLACES = some.sampled_from([f"{column}6" for column in ("F", "G", "M", "T", "AC")])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(some.dictionaries(PLACES, WORDS, min_size=1))
def test_what_was_taken_over_is_what_the_next_template_shows(typed: dict[str, str]) -> None:
    """Any days of W001 typed anew: delivered once more after that, they are the same records."""
    case = Case()
    delivery = case.edited({f"time!{place}": text for place, text in typed.items()})
    assert delivery.findings == ()
    after = merged_records(case.records, delivery)
    content = template(after, case.employer, case.month, "csv", "fr")
    again = read_delivery(content, "again", after, case.employer, case.month, "fr")
    assert again.findings == ()
    assert merged_records(after, again) == after
    untouched = [one for one in after.time if one.staff_number != "W001"]
    assert untouched == [one for one in case.records.time if one.staff_number != "W001"]


def test_a_day_of_holiday_replaces_that_day_and_nothing_else() -> None:
    case = Case()
    delivery = case.edited({"time!F7": "H", "time!G7": "4+H"})
    before, after = case.texts, merged(case.texts, delivery)
    assert {name for name in after if after[name] != before.get(name)} == {"time/2025-02.csv"}
    added = set(after["time/2025-02.csv"].splitlines()) - set(
        before["time/2025-02.csv"].splitlines()
    )
    assert added == {
        "W002,1,2025-02-03,holiday,8.00",
        "W002,1,2025-02-04,holiday,4.00",
        "W002,1,2025-02-04,worked,4.00",
    }


def test_an_absence_is_added_and_another_one_told_longer() -> None:
    case = Case("shop")
    row = {"A7": "S002", "C7": 1, "D7": "illness or private accident", "E7": "2025-02-10"}
    cells = {f"absences!{place}": value for place, value in row.items()}
    cells |= {"absences!F6": "2025-02-24", "absences!F7": "2025-02-11"}
    cells |= {"time!M7": "S", "time!N7": "A", "time!AA15": "S"}
    delivery = case.edited(cells)
    assert delivery.findings == ()
    lines = merged(case.texts, delivery)["absences/2025.csv"].splitlines()
    assert "S002,1,sickness,2025-02-10,2025-02-11," in lines
    assert "S013,1,sickness,2025-02-03,2025-02-24," in lines
    assert len(lines) == len(case.texts["absences/2025.csv"].splitlines()) + 1


def test_a_line_of_pay_that_is_cleared_is_taken_off_and_told() -> None:
    case = Case("shop")
    cleared = {f"pay!{column}15": None for column in "ABCDEO"}
    delivery = case.edited(cleared)
    assert told(delivery.findings) == [("", "pay_left_out")]
    assert not delivery.blocks
    assert "S006" not in merged(case.texts, delivery)["pay/2025-02.csv"]


def test_other_months_and_the_documents_stay_as_they_are() -> None:
    case = Case("shop", "2025-03")
    delivery = case.edited({"time!F6": "H"})
    after = merged({**case.texts, "README.md": "ours"}, delivery)
    assert after.pop("README.md") == "ours"
    assert {name for name in after if after[name] != case.texts.get(name)} == {"time/2025-03.csv"}


def test_everybody_in_service_has_a_row() -> None:
    records = records_of("workshop")
    case = Case()
    people = [one.key[0] for one in in_service(records, case.employer, case.month)]
    assert people == ["W001", "W002", "W003", "W004", "W005", "W006", "W007"]
    assert folder_texts(records) == case.texts
