"""`officium check` and `officium read`: exit status, one JSON document, one message."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from officium.cli import main
from tests.declarations import examples
from tests.formats import FORMATS, needs_formats


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "dmfa.xml"
    path.write_bytes(examples.dmfa_file())
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.xml"
    path.write_bytes(examples.dmfa_file().replace(b"496621", b"496622"))
    return path


def status(*arguments: str | Path) -> int:
    """The exit status of a command."""
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    assert isinstance(end.value.code, int)
    return end.value.code


def test_a_good_file_passes(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("check", good, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "kind": "dmfa_original",
        "version": "20231",
        "findings": [],
    }


def test_a_finding_that_blocks_is_exit_status_one(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status("check", broken, "--json") == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding == {
        "severity": "error",
        "rule": "net_amount",
        "anomaly": "00015-007",
        "path": "DmfAOriginal/Form/EmployerDeclaration/NetOwedAmount",
        "line": 19,
        "message": finding["message"],
    }
    assert "4,966.21" in finding["message"]


def test_a_person_reads_the_findings_in_their_language(
    broken: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status("check", broken, "--in", "fr") == 1
    said = capsys.readouterr().out
    assert "Le montant net est 4\u202f966,22" in said
    assert "[00015-007]" in said


@pytest.mark.parametrize("verb", ["check", "read"])
def test_what_cannot_be_read_is_exit_status_two(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.xml"
    path.touch()
    assert status(verb, path, "--json") == 2
    error = json.loads(capsys.readouterr().out)["error"]
    assert (error["code"], error["where"]) == ("empty_file", str(path))
    assert status(verb, tmp_path / "gone.xml") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "gone.xml" in said.err


def test_a_file_cut_short_is_a_fatal_finding(
    good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good.write_bytes(good.read_bytes()[:1000])
    assert status("check", good, "--json") == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["kind"] is None
    assert [finding["severity"] for finding in answer["findings"]] == ["fatal"]
    assert status("read", good, "--json") == 2


def test_read_prints_the_content(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status("read", good, "--json") == 0
    content = json.loads(capsys.readouterr().out)["content"]["dmfa_original"]
    assert content["form"][0]["employer_declaration"]["quarter"] == "20231"


def test_a_folder_of_schemas_that_is_not_there_is_wrong_use(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status("check", good, "--schemas", tmp_path / "gone", "--json") == 2
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "no_schema_folder"
    assert status("check", good, "--schemas", tmp_path, "--json") == 0
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["severity"], finding["rule"]) == ("warning", "no_schema")


@needs_formats
def test_the_official_schema_speaks_too(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert FORMATS is not None
    good.write_bytes(good.read_bytes().replace(b"<Border>0<", b"<Border>7<", 1))
    assert status("check", good, "--schemas", FORMATS, "--json") == 1
    rules = [finding["rule"] for finding in json.loads(capsys.readouterr().out)["findings"]]
    assert "schema" in rules
    assert "out_of_bounds" in rules
