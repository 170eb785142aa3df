"""A folder that is not what it should be: missing, doubled, linked, too large, in the wrong letters."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from breaking import WORKSHOP, change, refused

from officium.findings import BadInput


def places_of(refusal: BadInput) -> list[str]:
    """The file and line of every mistake, as they are listed."""
    others = refusal.message.split("\n")[1:]
    return [refusal.where, *(line.split(": ")[0] for line in others)]


def test_an_empty_folder_holds_no_records(tmp_path: Path) -> None:
    refusal = refused(tmp_path)
    assert (refusal.where, refusal.message) == (
        str(tmp_path),
        "holds no records: an employer.toml and a people/ folder are expected",
    )


def test_a_folder_above_one_of_records_names_it(folder: Path) -> None:
    refusal = refused(folder.parent)
    assert refusal.message == f"holds no records: did you mean {folder}?"


def test_a_folder_inside_one_of_records_names_it(folder: Path) -> None:
    refusal = refused(folder / "people")
    assert refusal.message == f"holds no records: did you mean {folder}?"


def test_a_folder_without_an_employer(folder: Path) -> None:
    (folder / "employer.toml").unlink()
    refusal = refused(folder)
    assert (refusal.where, refusal.message) == (
        "employer.toml",
        "is missing: it says who the employer is",
    )


def test_a_folder_without_people(folder: Path) -> None:
    shutil.rmtree(folder / "people")
    refusal = refused(folder)
    assert (refusal.where, refusal.message) == (
        "people/",
        "is missing or empty: a file for each person is expected, such as people/W001.toml",
    )


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "a folder of records is expected" in refused(tmp_path / "nowhere").message


def test_a_file_in_place_of_a_folder() -> None:
    assert "is no folder" in refused(WORKSHOP / "employer.toml").message


def test_two_employers_with_one_number(folder: Path) -> None:
    (folder / "employers").mkdir()
    shutil.copy(folder / "employer.toml", folder / "employers" / "second.toml")
    message = refused(folder).message
    assert "two employers have enterprise number 0765432146" in message
    assert "two employers have NSSO number 159999947" in message


def test_two_people_with_one_staff_number(folder: Path) -> None:
    change(folder, "people/W002.toml", '"W002"', '"W001"')
    assert "two people have staff number W001" in refused(folder).message


def test_two_contracts_for_the_same_work_at_once(folder: Path) -> None:
    path = folder / "people" / "W002.toml"
    text = path.read_text("utf-8")
    second = text[text.index("[[contracts]]") :].replace("number          = 1", "number = 2")
    path.write_text(text + "\n" + second, "utf-8")
    assert "contracts 1 and 2 are for the same work and overlap" in refused(folder).message


def test_a_file_that_is_not_utf_8(folder: Path) -> None:
    path = folder / "people" / "W007.toml"
    path.write_bytes(path.read_text("utf-8").encode("latin-1"))
    refusal = refused(folder)
    assert (refusal.where, refusal.message) == (
        "people/W007.toml:34",
        "is not UTF-8: save it as UTF-8",
    )


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_byte_order_mark(folder: Path, mark: bytes) -> None:
    path = folder / "time" / "2025-01.csv"
    path.write_bytes(mark + path.read_bytes())
    assert "begins with a byte-order mark" in refused(folder).message


def test_a_file_nobody_knows(folder: Path) -> None:
    (folder / "people" / "W008.tml").write_text("")
    refusal = refused(folder)
    assert refusal.where == "people/W008.tml"
    assert refusal.message.startswith("unknown file; expected are employer.toml")


def test_a_folder_nobody_knows(folder: Path) -> None:
    (folder / "tmie").mkdir()
    (folder / "tmie" / "2025-01.csv").write_text("")
    assert refused(folder).where == "tmie/2025-01.csv"


def test_a_table_named_after_no_month(folder: Path) -> None:
    (folder / "time" / "2025-13.csv").write_text("")
    assert refused(folder).where == "time/2025-13.csv"


def test_a_link_to_a_file_outside(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "secret.toml"
    outside.write_text("")
    (folder / "people" / "W008.toml").symlink_to(outside)
    assert refused(folder).message == "is a link to a file outside the folder"


def test_a_link_to_a_folder_outside(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "employers"
    outside.mkdir()
    (outside / "other.toml").write_text("")
    (folder / "employers").symlink_to(outside)
    assert refused(folder).where == "employers"


def test_a_link_that_leads_to_itself(folder: Path) -> None:
    (folder / "opening.toml").symlink_to(folder / "opening.toml")
    assert "cannot be read" in refused(folder).message


def test_a_pipe_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "opening.toml")
    assert refused(folder).message == "is no ordinary file"


def test_a_document_larger_than_a_megabyte(folder: Path) -> None:
    with (folder / "opening.toml").open("wb") as stream:
        stream.truncate(200_000_000)
    assert refused(folder).message == "is larger than 1 MB"


@pytest.mark.parametrize(
    ("bound", "says"), [("MOST_OF_FOLDER", "MB: split it by employer"), ("MOST_FILES", "files")]
)
def test_a_folder_that_is_too_large_as_a_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch, bound: str, says: str
) -> None:
    monkeypatch.setattr(f"officium.payroll.folder.files.{bound}", 5)
    refusal = refused(folder)
    assert (refusal.code, says in refusal.message) == ("too_large", True)


def test_a_name_that_no_folder_can_have() -> None:
    assert "the folder cannot be read" in refused(Path("a\0b")).message


def test_a_balance_of_an_unknown_person_and_one_twice(folder: Path) -> None:
    balance = (
        '[[balances]]\nstaff_number = "{}"\nfact = "employment_bonus_granted_before"\n'
        'as_of = 2024-12-31\namount = "1.00"\n'
    )
    (folder / "opening.toml").write_text(
        "\n".join(balance.format(who) for who in ("W001", "W001", "W099"))
    )
    message = refused(folder).message
    assert "nobody has staff number W099" in message
    assert "employment_bonus_granted_before of W001 appears twice for a day" in message


def test_all_mistakes_are_told_together_and_the_first_leads(folder: Path) -> None:
    change(folder, "employer.toml", "159999947", "159999948")
    change(folder, "people/W001.toml", '"Maes"', "1")
    change(folder, "people/W003.toml", '"F"', '"X"')
    change(folder, "pay/2025-01.csv", "64.80", "64.805")
    refusal = refused(folder)
    assert refusal.where == "employer.toml:4"
    assert [line.split(": ")[0] for line in refusal.message.split("\n")[1:]] == [
        "pay/2025-01.csv:3",
        "people/W001.toml:3",
        "people/W003.toml:6",
    ]


def test_a_broken_document_hides_no_mistake_between_the_others(folder: Path) -> None:
    change(folder, "employer.toml", "30920", "10")
    change(folder, "people/W003.toml", '"F"', '"X"')
    shutil.copy(folder / "people" / "W003.toml", folder / "people" / "W003b.toml")
    change(folder, "people/W005.toml", 'joint_committee = "100"', 'joint_committee = "124"')
    change(folder, "people/W006.toml", '"nl"', '"xx"')
    change(folder, "time/2025-01.csv", "W003,1", "W033,1")
    change(
        folder, "time/2025-02.csv", "W001,1,2025-02-24,holiday,7.60", "W001,1,2025-02-24,holiday,5"
    )
    assert places_of(refused(folder)) == [
        "employer.toml:8",
        "people/W003.toml:6",
        "people/W003b.toml:1",
        "people/W003b.toml:2",
        "people/W003b.toml:6",
        "people/W005.toml:30",
        "people/W006.toml:8",
        "time/2025-01.csv:4",
        "time/2025-02.csv:2",
    ]


def test_a_contract_of_a_broken_person_is_compared_with_its_employer(folder: Path) -> None:
    change(folder, "people/W005.toml", 'joint_committee = "100"', 'joint_committee = "124"')
    change(folder, "people/W005.toml", '"M"', '"X"')
    assert [place.partition(":")[0] for place in places_of(refused(folder))] == [
        "people/W005.toml",
        "people/W005.toml",
    ]


def test_a_line_that_is_not_read_makes_no_day_of_that_person_wrong(folder: Path) -> None:
    change(folder, "time/2025-03.csv", "W006,1,2025-03-10,worked", "W006,1,2025-03-10,wrked")
    assert places_of(refused(folder)) == ["time/2025-03.csv:5"]


def test_an_unread_person_does_not_make_the_times_wrong(folder: Path) -> None:
    change(folder, "people/W002.toml", '"M"', '"X"')
    assert "\n" not in refused(folder).message


def test_a_thousand_mistakes_are_cut_short(folder: Path) -> None:
    rows = "W001,1,2025-02-24,nothing,7.60\n" * 1000
    (folder / "time" / "2025-02.csv").write_text("staff_number,contract,day,code,hours\n" + rows)
    lines = refused(folder).message.split("\n")
    assert (len(lines), lines[-1]) == (32, "and 19 more")
