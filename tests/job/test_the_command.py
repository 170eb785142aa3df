"""`officium run` as people and programs use it: what it says, how it ends, what it refuses."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from .running import FEBRUARY, ROOT, WORKSHOP, add, change, command, copied, held, run


def test_it_says_what_it_wrote_and_ends_with_nought(tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = command(WORKSHOP, "--month", "2025-01", "--out", out)
    assert (ran.returncode, ran.stdout, ran.stderr) == (
        0,
        f"{out}: {len(held(out))} documents\n",
        "",
    )
    again = command(WORKSHOP, "--month", "2025-01", "--out", out)
    assert again.stdout == f"{out}: {len(held(out))} documents, unchanged\n"


def test_progress_goes_to_a_terminal_and_leaves_no_trace_on_it(tmp_path: Path) -> None:
    """Also where the run is refused: the refusal stands on a line of its own."""
    for month, ends in (("2025-01", b"\r\x1b[K"), ("2016-02", b"is it the right period?\r\n")):
        ours, theirs = pty.openpty()
        ran = subprocess.run(
            [
                sys.executable,
                "-m",
                "officium",
                "run",
                WORKSHOP,
                "--month",
                month,
                "--out",
                tmp_path / "out",
            ],
            stdout=subprocess.PIPE,
            stderr=theirs,
            cwd=ROOT,
            check=False,
        )
        os.close(theirs)
        seen = os.read(ours, 65536)
        os.close(ours)
        assert b"\r\x1b[K" + month.encode() in seen
        assert seen.endswith(ends)
        assert seen.count(b"officium: ") == ran.returncode // 2
        assert seen.count(b"\r\x1b[Kofficium: ") == ran.returncode // 2


def test_a_program_reads_one_json_document(tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = command(WORKSHOP, "--month", "2025-01", "--out", out, "--json")
    told = json.loads(ran.stdout)
    assert set(told) == {"out", "changed", "changes", "files", "report"}
    assert told["files"] == sorted(held(out))
    written = json.loads((out / "report.json").read_bytes())
    assert told["report"] == {
        name: value for name, value in written.items() if name not in ("explanations", "files")
    }


def test_what_blocks_ends_with_one_and_is_written_all_the_same(tmp_path: Path) -> None:
    folder = copied(
        tmp_path, lambda it: add(it, "pay/2025-02.csv", "W006,1,premium,-4000.00,Rechtzetting\n")
    )
    ran = command(folder, "--month", "2025-02", "--out", tmp_path / "out", "--in", "en")
    assert ran.returncode == 1
    assert "error: payslips/2025-02/W006.json: Peeters, Jonas: the net pay" in ran.stdout
    assert (tmp_path / "out" / "report.html").is_file()


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_the_report_speaks_the_language_asked_for_and_payslips_their_own(
    tmp_path: Path, language: str
) -> None:
    folder = copied(
        tmp_path, lambda it: add(it, "pay/2025-02.csv", "W006,1,premium,-4000.00,Rechtzetting\n")
    )
    files, report = run(folder, FEBRUARY, language=language)
    assert html.fromstring(files["report.html"]).get("lang") == language
    (finding,) = report["findings"]
    said = {"nl": "het nettoloon", "fr": "rémunération nette", "de": "Nettolohn", "en": "net pay"}
    assert said[language] in finding["message"]
    assert json.loads(files["payslips/2025-02/W003.json"])["explanation"]["language"] == "de"


def test_the_report_speaks_the_language_of_the_employer_when_none_is_asked(tmp_path: Path) -> None:
    files, _ = run(WORKSHOP, FEBRUARY)
    assert html.fromstring(files["report.html"]).get("lang") == "fr"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ([], "usage", "one of --month 2025-02 or --quarter 2025Q1"),
        (["--month", "2025-02", "--quarter", "2025Q1"], "usage", "one of --month"),
        (["--month", "2025-13"], "usage", "'2025-13' is not a month like 2025-02"),
        (["--quarter", "2025Q5"], "usage", "'2025Q5' is not a quarter like 2025Q1"),
        (["--month", "2016-02"], "nobody", "nobody works for"),
    ],
)
def test_what_is_asked_wrongly_is_one_sentence(
    tmp_path: Path, arguments: list[str], code: str, says: str
) -> None:
    out = tmp_path / "out"
    ran = command(WORKSHOP, *arguments, "--out", out, "--json")
    assert (ran.returncode, ran.stderr) == (2, "")
    assert json.loads(ran.stdout)["error"]["code"] == code
    assert says in json.loads(ran.stdout)["error"]["message"]
    plain = command(WORKSHOP, *arguments, "--out", out)
    assert (plain.returncode, plain.stdout, plain.stderr.count("\n")) == (2, "", 1)
    assert says in plain.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    ran = command(tmp_path / "none", "--month", "2025-01", "--out", tmp_path / "out", "--json")
    error = json.loads(ran.stdout)["error"]
    assert (ran.returncode, error["code"], error["where"]) == (2, "folder", str(tmp_path / "none"))


@pytest.mark.parametrize("out", [".", "out", "..", "people/../out"])
def test_documents_and_records_stay_apart(tmp_path: Path, out: str) -> None:
    folder = copied(tmp_path)
    before = held(folder)
    ran = command(folder, "--month", "2025-01", "--out", folder / out)
    assert ran.returncode == 2
    assert "the documents need a folder apart from the records" in ran.stderr
    assert held(folder) == before


def test_a_link_into_the_records_is_inside_them(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (tmp_path / "out").symlink_to(folder / "out")
    ran = command(folder, "--month", "2025-01", "--out", tmp_path / "out")
    assert (ran.returncode, (folder / "out").exists()) == (2, False)


def test_broken_records_leave_the_old_documents(done: Path, tmp_path: Path) -> None:
    folder = copied(
        tmp_path, lambda it: change(it, "people/W001.toml", '"84051721408"', '"84051721409"')
    )
    out = tmp_path / "out"
    assert command(WORKSHOP, "--month", "2025-01", "--out", out).returncode == 0
    before = held(out)
    ran = command(folder, "--month", "2025-01", "--out", out)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "people/W001.toml" in ran.stderr
    assert held(out) == before
