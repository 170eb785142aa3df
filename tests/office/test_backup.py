"""The office in one file and back: the same rows, the same trail, or nothing."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from officium.findings import BadInput
from officium.law import Month
from officium.office.acts import audit, backup, months
from officium.office.acts.actor import Actor
from officium.office.models import AuditEntry, Employer
from officium.representation import Mandate


@pytest.fixture
def saved(payroll_officer: Actor, employer: Employer, mandate: Mandate, tmp_path: Path) -> Path:
    """A backup of an office with a computed month."""
    months.compute(payroll_officer, employer, Month(2025, 2))
    path = tmp_path / "office.zip"
    backup.write(path)
    return path


def restored(path: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """By the command line, into a new embedded database."""
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "-m", "officium", "restore", str(path), "--home", str(home), "--json"],
        capture_output=True,
        text=True,
        env=environment,
    )


def altered(path: Path, name: str, old: bytes, new: bytes) -> None:
    changed = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(changed, "w") as after:
        for one in before.namelist():
            content = before.read(one)
            after.writestr(one, content.replace(old, new, 1) if name in one else content)
    path.write_bytes(changed.getvalue())


def test_what_was_saved_comes_back_and_is_verified(saved: Path, tmp_path: Path) -> None:
    done = restored(saved, tmp_path / "home")
    assert done.returncode == 0, done.stderr
    last = AuditEntry.objects.last()
    assert json.loads(done.stdout)["head"] == {"number": last.number, "digest": last.digest}
    verified = subprocess.run(
        [sys.executable, "-m", "officium", "audit", "verify", "--home", str(tmp_path / "home")],
        capture_output=True,
        text=True,
        env={key: value for key, value in os.environ.items() if key != "DATABASE_URL"},
    )
    assert verified.returncode == 0, verified.stdout
    again = restored(saved, tmp_path / "home")
    assert again.returncode == 2
    assert "empty" in again.stdout


@pytest.mark.parametrize(
    "name, old, new",
    [
        ("office.worker", b"Maes", b"Maas"),
        ("office.auditentry", b"month.computed", b"month.forgotte"),
        ("office.auditcontent", b"records", b"recards"),
        ("manifest", b'"officium-backup"', b'"something-else"'),
    ],
)
def test_an_altered_backup_restores_nothing(
    saved: Path, tmp_path: Path, name: str, old: bytes, new: bytes
) -> None:
    altered(saved, name, old, new)
    done = restored(saved, tmp_path / "home")
    assert done.returncode == 2
    altered_back = restored(saved, tmp_path / "home")
    assert altered_back.returncode == 2, "the database is still empty, and the file still wrong"
    assert "holds an office" not in altered_back.stdout


def test_half_a_file_is_refused(saved: Path, tmp_path: Path) -> None:
    saved.write_bytes(saved.read_bytes()[:-2000])
    done = restored(saved, tmp_path / "home")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_an_office_is_never_written_over(saved: Path) -> None:
    with pytest.raises(BadInput, match="holds an office"):
        backup.read(saved)
    assert audit.examined() == []
