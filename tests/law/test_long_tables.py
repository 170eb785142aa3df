"""A figure with many codes is a CSV file beside its shelf, and reads as if TOML had written it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from officium.engine import LawError, Table
from officium.law import belgium
from officium.law.long_table import long_table

HEAD = "from,key,value,source,standing,note\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "shelf.figure.csv"
    path.write_text(text, "utf-8")
    return path


def test_the_wage_limits_of_the_structural_reduction_stand_in_a_long_table() -> None:
    entry = belgium().figures["low_wage_limit"][1].on(date(2025, 4, 1), None)
    assert isinstance(entry.value, Table)
    assert entry.value.values["1"].value == 11_233_89
    assert entry.value.values["2"].value == 9_780_00
    assert entry.note.startswith("9 780.00 is fixed by the decree")


def test_lines_of_a_day_make_one_entry(tmp_path: Path) -> None:
    lines = HEAD + "2024-01-01,a,1 EUR,s,official,\n2024-01-01,b,2 EUR,s,official,\n"
    assert long_table(written(tmp_path, lines + "2025-01-01,a,3 EUR,s,official,new\n")) == [
        {
            "from": date(2024, 1, 1),
            "value": {"a": "1 EUR", "b": "2 EUR"},
            "source": "s",
            "standing": "official",
        },
        {
            "from": date(2025, 1, 1),
            "value": {"a": "3 EUR"},
            "source": "s",
            "standing": "official",
            "note": "new",
        },
    ]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("from,key,value\n", 1, "the columns are from, key, value, source, standing, note"),
        (HEAD + "2024-13-01,a,1,s,official,\n", 2, "'2024-13-01' is not a day like 2025-01-31"),
        (HEAD + "2024-01-01,a,1,s,official\n", 2, "6 values are expected"),
        (HEAD + "2024-01-01,a,1,s,official,,x\n", 2, "6 values are expected"),
        (
            HEAD + "2024-01-01,a,1,s,official,\n2024-01-01,a,2,t,official,\n",
            3,
            "a has two values from 2024-01-01",
        ),
    ],
)
def test_a_table_that_is_not_as_it_should_be_names_its_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    with pytest.raises(LawError) as refusal:
        long_table(written(tmp_path, text))
    assert (refusal.value.where, refusal.value.message) == (f"shelf.figure.csv:{line}", message)
