"""Mandates in the folder of records: read, written without loss, each mistake named by file and line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from breaking import change, refused

from officium.law import Quarter
from officium.payroll.folder import folder_texts, read_folder, write_folder
from officium.payroll.records import RecordedMandate, Records
from officium.representation import (
    Act,
    Event,
    Group,
    Happening,
    Operator,
    OperatorKind,
    State,
    delegation,
    draft,
    step,
)

EMPLOYER = "0765432146"
MERIDIAAN = Operator(
    OperatorKind.CERTIFIED, "Meridiaan", "0812345997", "999", decree_date=date(2019, 5, 13)
)
BUREAU = Operator(OperatorKind.PROVIDER, 'Bureau "Noord"', "0811111129")

MANDATES = """\
[[mandates]]
key      = "M001"
employer = "0765432146"
group    = "dmfa_dimona"
tasks    = ["declare_dimona", "declare_dmfa"]
begins   = "2025Q1"

[mandates.receiver]
kind              = "provider"
name              = "Meridiaan"
enterprise_number = "0812345997"

[[mandates.events]]
what = "signed"
day  = 2024-12-02
by   = "0765432146"

[[mandates.events]]
what = "signed"
day  = 2024-12-03
by   = "0812345997"

[[mandates.events]]
what = "notified"
day  = 2024-12-05
by   = "0812345997"
"""


@pytest.fixture
def represented(folder: Path) -> Path:
    """The workshop with one mandate."""
    (folder / "mandates.toml").write_text(MANDATES, "utf-8")
    return folder


def test_a_mandate_is_read_with_its_life(represented: Path) -> None:
    (one,) = read_folder(represented).mandates
    assert str(one.origin) == "mandates.toml:1"
    assert one.mandate.receiver.name == "Meridiaan"
    assert one.mandate.tasks == {Act.DECLARE_DIMONA, Act.DECLARE_DMFA}
    assert one.mandate.state(date(2024, 12, 31)) is State.NOTIFIED
    assert one.mandate.state(date(2025, 1, 1)) is State.ACTIVE


def test_every_kind_of_mandate_survives_the_journey(workshop: Records, tmp_path: Path) -> None:
    mandate = draft(
        "M-1",
        EMPLOYER,
        MERIDIAAN,
        Group.DMFA_DIMONA,
        [Act.DECLARE_DMFA, Act.COLLECT_CONTRIBUTIONS],
        date(2025, 1, 1),
        last_day=date(2026, 12, 31),
        kept_by_former=[Quarter(2024, 4)],
    )
    for what, day, by, last in (
        (Happening.SIGNED, date(2024, 12, 2), EMPLOYER, None),
        (Happening.SIGNED, date(2024, 12, 2), MERIDIAAN.enterprise_number, None),
        (Happening.NOTIFIED, date(2024, 12, 3), MERIDIAAN.enterprise_number, None),
        (Happening.REVOKED, date(2025, 5, 12), EMPLOYER, date(2025, 6, 30)),
    ):
        mandate = step(mandate, Event(what, day, by, last))
    handed = delegation(
        mandate, "D.1", BUREAU, [Act.DECLARE_DMFA], date(2025, 4, 1), last_day=date(2025, 6, 30)
    )
    tax = draft("T_1", EMPLOYER, BUREAU, Group.TAX, [Act.DECLARE_TAX_SHEETS], date(2025, 1, 1))
    recorded = tuple(map(RecordedMandate.of, (mandate, handed, tax)))
    assert [one.mandate for one in recorded] == [mandate, handed, tax]
    changed = replace(workshop, mandates=recorded).in_order()
    write_folder(changed, tmp_path / "copy")
    again = read_folder(tmp_path / "copy")
    assert again == changed
    assert folder_texts(again) == folder_texts(changed)
    assert {one.mandate for one in again.mandates} == {mandate, handed, tax}


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('"dmfa_dimona"', '"dmfa"', 4, "is not one of its codes; known are dmfa_dimona"),
        ('"declare_dmfa"', '"declare_dmfaa"', 5, "did you mean declare_dmfa?"),
        ('"declare_dmfa"]', '"declare_dimona"]', 1, "tasks names something twice"),
        ('["declare_dimona", "declare_dmfa"]', "[]", 5, "tasks"),
        ('["declare_dimona", "declare_dmfa"]', '"declare_dmfa"', 5, "a list is expected"),
        ("begins ", "begin  ", 6, "unknown field mandates 1, begin; did you mean begins?"),
        ('"2025Q1"', '"2025-01-01"', 6, "is not a quarter"),
        ('"provider"', '"employer"', 9, "known are provider, certified"),
        ('"provider"', '"certified"', 1, "has a certification_number and a decree_date"),
        ('"0812345997"', '"0812345998"', 11, "is no enterprise number"),
        ('"declare_dmfa"]', '"collect_contributions"]', 1, "Act 27-06-1969 art. 27 par. 2 al. 5"),
        ("day  = 2024-12-05", "day  = 2025-01-05", 1, "art. 31quater par. 2 al. 1"),
        ("day  = 2024-12-05", 'day  = "2024-12-05"', 25, "a day such as 2025-01-31 is expected"),
        ('by   = "0765432146"', 'by   = "0811111129"', 1, "signature by 0811111129"),
        ('key      = "M001"', 'key      = "M 1"', 2, 'such as "M001"'),
        ('employer = "0765432146"', 'employer = "0822222280"', 1, "signature by 0765432146"),
        ('tasks ', 'delegated_from = "M000"\ntasks ', 1, "Who gives this mandate?"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_file_and_line(
    represented: Path, old: str, new: str, line: int, says: str
) -> None:
    change(represented, "mandates.toml", old, new)
    refusal = refused(represented)
    assert refusal.where == f"mandates.toml:{line}"
    assert says in refusal.message


def test_what_does_not_agree_between_mandates_is_told(represented: Path) -> None:
    handed = (
        MANDATES.replace("M001", "D001")
        .replace('"0765432146"\ngroup', '"0765432146"\ngiver = "0811111129"\n'
                 'delegated_from = "M001"\ngroup')
        .replace('by   = "0765432146"', 'by   = "0811111129"')
        .replace("2025Q1", "2025Q2")
    )  # fmt: skip
    elsewhere = MANDATES.replace("0765432146", "0822222280").replace("M001", "M002")
    lost = handed.replace("D001", "D002").replace('"M001"', '"M009"')
    path = represented / "mandates.toml"
    path.write_text("\n".join([MANDATES, MANDATES, elsewhere, handed, lost]), "utf-8")
    message = refused(represented).message
    assert "two mandates have key M001: this one and the one in mandates.toml:1" in message
    assert (
        "M002 is of 0822222280, which is no employer of the folder; known are 0765432146" in message
    )
    assert (
        "D001 is delegated from M001, which is of another employer, group or mandatary" in message
    )
    assert "D002 is delegated from M009, which is no other mandate of the folder" in message


def test_nobody_is_called_unknown_while_the_employer_cannot_be_read(represented: Path) -> None:
    change(represented, "employer.toml", "0765432146", "0765432147")
    assert "mandate M001" not in refused(represented).message


def test_an_empty_file_of_mandates_is_refused(represented: Path) -> None:
    (represented / "mandates.toml").write_text("", "utf-8")
    assert refused(represented).where == "mandates.toml:1"
