"""Standard streams that are closed, full or not text: one message, a status, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OFFICIUM = f"{sys.executable} -m officium"


def shell(command: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["bash", "-c", command.replace("officium", OFFICIUM, 1)],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "command",
    [
        "officium check - --json <&-",
        "officium read - --json <&-",
        "officium evaluate --month 2025-02 --facts - --want net_pay --json <&-",
    ],
)
def test_a_closed_standard_input_is_said_to_be_closed(command: str) -> None:
    done = shell(command)
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["message"] == "is closed"
    assert b"Traceback" not in done.stderr


def test_a_full_disk_on_standard_output_is_one_message() -> None:
    done = shell("officium law facts --json > /dev/full")
    assert done.returncode == 2
    assert b"the output cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        "officium law show $'\\xff' --json",
        "officium evaluate --month 2025-02 --facts $'\\xff\\xfe' --want net_pay --json",
    ],
)
def test_a_name_that_is_no_text_still_gives_a_json_document(command: str) -> None:
    done = shell(command)
    assert done.returncode == 2
    assert "error" in json.loads(done.stdout.decode("utf-8"))


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("officium law facts", 0),
        ("officium law facts --json", 0),
        ("officium --help", 0),
        ("officium law list --help", 0),
        ("officium law show frob --json", 2),
    ],
)
def test_a_reader_that_went_away_changes_no_status(command: str, status: int) -> None:
    done = shell(f"{command} | head -0; exit ${{PIPESTATUS[0]}}")
    assert done.returncode == status
    assert done.stderr == b""


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_signs_that_an_encoding_lacks_are_no_traceback(encoding: str, tmp_path: Path) -> None:
    """The months of French reports hold a narrow space, which none of these encodings has."""
    given = f"PYTHONIOENCODING={encoding} officium run examples/workshop --in fr"
    for period in ("--month 2025-01", "--quarter 2025Q1"):
        done = shell(f"{given} {period} --out {tmp_path}/out")
        assert (done.returncode, done.stderr) == (0, b"")
    refused = shell(f"PYTHONIOENCODING={encoding} officium law show \u20ac\u202f")
    assert refused.returncode == 2
    assert b"Traceback" not in refused.stderr


def test_the_name_of_a_file_does_not_steer_the_terminal(tmp_path: Path) -> None:
    done = shell("officium check $'/tmp/\\e[31mred\\nfile\\u202e.xml'")
    assert done.returncode == 2
    assert b"/tmp/\\x1b[31mred\\nfile\\u202e.xml: " in done.stderr
    place = tmp_path / "\x1b[2Jgone.xml"
    place.write_text("<Dimona/>")
    done = shell(f"officium check '{place}'")
    assert b"\x1b" not in done.stdout
    assert b"\\x1b[2Jgone.xml" in done.stdout
