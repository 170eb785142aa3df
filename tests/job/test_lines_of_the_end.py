"""Lines at the end that follow each other, and what is refused or told of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

from officium.findings import BadInput
from tests.formats import FORMATS, needs_formats

from .running import rules
from .test_ending import DMFA, HOLIDAYS, leaving, occupations, said, sound_told


@needs_formats
@pytest.mark.parametrize(
    "first", ["notice_indemnity,,,6.00", "notice_indemnity_outplacement,,,10.00"]
)
def test_two_lines_of_notice_pay_are_declared_one_after_the_other(
    tmp_path: Path, first: str
) -> None:
    """Six weeks until Monday 12 May 2025, two more until Monday 26 May."""
    lines = f"W001,1,{first},,,52000.00,,,\nW001,1,notice_indemnity,,,2.00,,,52000.00,,,\n"
    told = sound_told(leaving(tmp_path, lines, ends="2025-03-31"))
    assert occupations(told)[1:] == [
        ("2025-04-01", "2025-05-12", ["1 3000 "], ["3 600000"]),
        ("2025-05-13", "2025-05-26", ["1 1000 "], ["3 200000"]),
    ]
    schema = etree.XMLSchema(etree.parse((FORMATS or Path()) / "dmfa/xsd/DmfAOriginal_20231.xsd"))
    schema.assertValid(etree.fromstring(told[0][DMFA]))
    c4 = json.loads(told[0]["leavers/W001-1/c4.json"])
    zones = {one["zone"]: one["value"] for one in c4["zones"]}
    assert [zones[code] for code in ("01130", "01131", "01132")] == [
        "2025-04-01",
        "2025-05-26",
        "800000",
    ]


def test_the_pay_before_a_reduction_is_refused_at_its_line(tmp_path: Path) -> None:
    yearly = 'reduction = "adapted_work"\nmonthly_pay_before_reduction = "3293.80"\n'
    with pytest.raises(BadInput, match="of contract 1 is not above") as refusal:
        leaving(tmp_path, "W001,1,notice_indemnity,,,1.00,,,,,,\n", yearly_pay=yearly)
    file, line = refusal.value.where.split(":")
    record = (tmp_path / "records" / file).read_text("utf-8").splitlines()
    assert record[int(line) - 1].startswith("monthly_pay_before_reduction")


@pytest.mark.parametrize(
    ("reason", "given_by", "is_told"),
    [
        ("resignation", "employer", True),
        ("dismissal", "employer", False),
        # A dismissed worker leaves earlier by a notice of his own.
        ("dismissal", "worker_with_new_job", False),
        ("resignation", "worker", False),
    ],
)
def test_a_resignation_with_notice_by_the_employer_is_told(
    tmp_path: Path, reason: str, given_by: str, is_told: bool
) -> None:
    notice = f'\n[contracts.notice]\ngiven_by = "{given_by}"\nway = "registered_letter"\n'
    told = leaving(
        tmp_path,
        HOLIDAYS.format(base="8276.08"),
        reason=reason,
        yearly_pay=f'premiums = "100.00"\n{notice}sent_on = 2025-01-08\n',
    )
    assert ("resigned_by_employer" in said(told)) == is_told


def test_holiday_pay_on_leaving_twice_is_told(tmp_path: Path) -> None:
    lines = HOLIDAYS.format(base="8276.08")
    once, twice = leaving(tmp_path / "once", lines), leaving(tmp_path / "twice", lines * 2)
    assert rules(once[1]).count("line_twice") == 0
    assert rules(twice[1]).count("line_twice") == 3


def test_notice_pay_in_a_month_after_the_end_says_where_to_record_it(tmp_path: Path) -> None:
    line = "W001,1,notice_indemnity,,,18.00,,,,,,\n"
    with pytest.raises(BadInput, match="has no day in 2025-03") as refusal:
        leaving(tmp_path, line, ends="2025-02-28")
    assert "month of the end: record it in pay/2025-02.csv" in refusal.value.message
