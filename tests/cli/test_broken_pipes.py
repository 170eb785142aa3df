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
