"""`officium demo`: folders of invented employers, all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from officium.demonstration import invented_office

from .conftest import Speak


def held(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_employer_gets_a_folder(officium: Speak, tmp_path: Path) -> None:
    told = officium("demo", tmp_path / "new" / "office", "--json")
    assert told.status == 0
    assert told.json["day"] == "2025-10-20"
    assert sum(one["workers"] for one in told.json["employers"]) == 160
    expected = {
        f"{number}/{name}": text
        for number, texts in invented_office().items()
        for name, text in texts.items()
    }
    assert held(tmp_path / "new" / "office") == expected
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["office"]


def test_an_empty_folder_is_taken(officium: Speak, tmp_path: Path) -> None:
    told = officium("demo", tmp_path, "--in", "de")
    assert told.status == 0
    first, second, *_ = told.out.splitlines()
    assert first == f"{tmp_path}: 12 erfundene Arbeitgeber mit 160 Arbeitnehmern"
    assert second == "  1900000168    1  Studio Lindepapier"


def test_what_is_there_is_not_written_over(officium: Speak, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert officium("demo", tmp_path).refusal == f"{tmp_path}: is not empty: give a new folder"
    assert officium("demo", tmp_path / "mine.txt", "--json").json["error"]["code"] == "output"
    assert held(tmp_path) == {"mine.txt": "mine"}


def test_a_disk_that_refuses_leaves_nothing(
    officium: Speak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    refusal = officium("demo", tmp_path / "office").refusal
    assert refusal == f"{tmp_path / 'office'}: cannot be written: No space left on device"
    assert list(tmp_path.iterdir()) == []
