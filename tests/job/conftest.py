"""The workshop's quarter, run once by the command for all who read its documents."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .running import WORKSHOP, command


@pytest.fixture(scope="session")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the command wrote."""
    out = tmp_path_factory.mktemp("job") / "workshop"
    ran = command(WORKSHOP, "--quarter", "2025Q1", "--out", out)
    assert (ran.returncode, ran.stderr) == (0, "")
    return out


@pytest.fixture(scope="session")
def report(done: Path) -> dict[str, Any]:
    """Its report."""
    told: dict[str, Any] = json.loads((done / "report.json").read_bytes())
    return told


@pytest.fixture(scope="session")
def payslips(done: Path) -> dict[str, Any]:
    """Its payslips by month and staff number, such as `2025-01/W001`."""
    return {
        path.relative_to(done / "payslips").with_suffix("").as_posix(): json.loads(
            path.read_bytes()
        )
        for path in sorted((done / "payslips").rglob("*.json"))
    }


@pytest.fixture(scope="session")
def pages() -> Callable[[bytes], str]:
    """The text of a PDF, its lines as they stand."""

    def read(pdf: bytes) -> str:
        ran = subprocess.run(
            ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
        )
        return ran.stdout.decode()

    return read
