"""The same records give the same bytes, and a person alone is the person among others."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from officium.law import Month, Quarter, belgium
from officium.payroll import account_alone, close_quarter, pay_month, people_alone, read_folder

from .running import PEOPLE, ROOT, WORKSHOP, command, copied, held, only, run


def test_another_process_place_language_and_hash_seed_give_the_same_bytes(
    done: Path, tmp_path: Path
) -> None:
    elsewhere = Path(shutil.copytree(WORKSHOP, tmp_path / "elsewhere"))
    environment = {
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "de_DE.UTF-8",
        "LANG": "de_DE.UTF-8",
        "HOME": str(tmp_path),
    }
    out = tmp_path / "out"
    ran = command(
        elsewhere.name,
        "--quarter",
        "2025Q1",
        "--out",
        "out",
        environment=environment,
        folder=tmp_path,
    )
    assert ran.returncode == 0, ran.stderr
    assert held(out) == held(done)


def test_the_order_of_the_files_of_people_changes_nothing(done: Path, tmp_path: Path) -> None:
    def reorder(folder: Path) -> None:
        for name, other in zip(PEOPLE, reversed(PEOPLE), strict=True):
            (folder / "people" / f"{name}.toml").rename(folder / "people" / f"of-{other}.toml")

    files, _ = run(copied(tmp_path, reorder))
    assert files == held(done)


def test_a_second_run_changes_nothing_not_even_a_time(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = command(WORKSHOP, "--month", "2025-01", "--out", out, "--json")
    before = {path: path.stat().st_mtime_ns for path in [out, *out.rglob("*")]}
    second = command(WORKSHOP, "--month", "2025-01", "--out", out, "--json")
    assert (json.loads(first.stdout)["changed"], json.loads(second.stdout)["changed"]) == (
        True,
        False,
    )
    assert {path: path.stat().st_mtime_ns for path in [out, *out.rglob("*")]} == before


@pytest.mark.parametrize("number", PEOPLE)
def test_a_person_alone_in_the_folder_has_the_same_payslips_and_quarter(
    number: str, done: Path, report: dict[str, Any], tmp_path: Path
) -> None:
    files, alone = run(copied(tmp_path, lambda folder: only(folder, [number])))
    slips = {name: content for name, content in files.items() if name.startswith("payslips/")}
    assert slips == {name: content for name, content in held(done).items() if f"/{number}." in name}
    assert alone["people"] == [one for one in report["people"] if one["staff_number"] == number]
    assert alone["explanations"][number] == report["explanations"][number]


def test_the_batch_the_person_alone_and_the_account_agree_to_the_cent() -> None:
    records = read_folder(WORKSHOP)
    country, quarter, months = belgium(), Quarter(2025, 1), []
    earlier: dict[str, Any] = {}
    for number in (1, 2, 3):
        paid = pay_month(
            records,
            records.employers[0],
            Month(2025, number),
            earlier,
            country=country,
            provisional=False,
        )
        earlier |= {one.of.worker.staff_number: one for one in paid}
        months += paid
    closed = close_quarter(
        records.employers[0], quarter, months, country=country, provisional=False
    )
    # close_quarter itself compares the columns with the family, cell for cell.
    owed = [family.fact("net_owed") for family in people_alone(closed)]
    assert owed == [closed.cents("net_owed", row) for row in range(len(PEOPLE))]
    assert account_alone(closed).fact("nsso_balance") == closed.cents("nsso_balance")


@pytest.mark.parametrize("steps", [1, 18])
def test_a_run_killed_on_its_way_leaves_the_old_documents(
    done: Path, tmp_path: Path, steps: int
) -> None:
    """The process dies at the call of fsync with that number: nothing of it can be seen."""
    out = Path(shutil.copytree(done, tmp_path / "out"))
    killing = (
        "import os, signal, sys\n"
        "real, left = os.fsync, [int(sys.argv.pop())]\n"
        "def fsync(file):\n"
        "    left[0] -= 1\n"
        "    if not left[0]: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    real(file)\n"
        "os.fsync = fsync\n"
        "from officium.cli import main\n"
        "main()\n"
    )
    ended = subprocess.run(
        [
            sys.executable,
            "-c",
            killing,
            "run",
            WORKSHOP,
            "--quarter",
            "2025Q1",
            "--in",
            "de",
            "--out",
            out,
            str(steps),
        ],
        cwd=ROOT,
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    assert held(out) == held(done)
    assert command(WORKSHOP, "--quarter", "2025Q1", "--out", out).returncode == 0
    assert held(out) == held(done)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]
