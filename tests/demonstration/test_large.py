"""Offices of any size, to measure with."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from officium.demonstration import invented_office, large_office
from officium.findings import BadInput
from officium.job import Period, run_folder
from officium.law import Month
from officium.payroll import read_folder

from .conftest import write


@settings(max_examples=20)
@given(st.integers(1, 30), st.integers(0, 100))
def test_there_are_as_many_as_asked_for(employers: int, more: int) -> None:
    office = list(large_office(employers, employers + more))
    assert len({number for number, _ in office}) == employers
    sizes = [sum(name.startswith("people/") for name in texts) for _, texts in office]
    assert sum(sizes) == employers + more
    assert min(sizes) >= 1


def test_nobody_is_there_twice_and_everything_reads(tmp_path: Path) -> None:
    office = dict(large_office(40, 900))
    assert office == dict(large_office(40, 900))
    assert not office.keys() & invented_office().keys()
    records = [read_folder(write(tmp_path / number, texts)) for number, texts in office.items()]
    inss = [worker.inss for one in records for worker in one.workers]
    assert len(set(inss)) == len(inss) == 900
    names = [one.employers[0].name for one in records]
    assert len(set(names)) == 40


def test_the_month_runs(tmp_path: Path) -> None:
    number, texts = list(large_office(12, 60))[9]
    _, report = run_folder(write(tmp_path / number, texts), Period.of_month(Month(2025, 10)))
    assert [one for one in report["findings"] if one["severity"] in ("error", "fatal")] == []


@pytest.mark.parametrize(
    ("employers", "workers"), [(0, 0), (3, 2), (90_001, 100_000), (1, 900_001)]
)
def test_an_office_that_cannot_be_is_refused(employers: int, workers: int) -> None:
    with pytest.raises(BadInput) as refused:
        large_office(employers, workers)
    assert refused.value.code == "size_of_office"
    assert str(employers) in refused.value.message
