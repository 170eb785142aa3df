"""How the stories of the main job run it, and copies of the workshop that live through something else."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from officium.declarations import check
from officium.job import Period, run_folder
from officium.law import Month, Quarter

ROOT = Path(__file__).resolve().parents[2]
WORKSHOP = ROOT / "examples" / "workshop"
QUARTER = Period.of_quarter(Quarter(2025, 1))
JANUARY, FEBRUARY, MARCH = (Period.of_month(Month(2025, n)) for n in (1, 2, 3))
PEOPLE = ("W001", "W002", "W003", "W004", "W005", "W006", "W007")


def run(
    folder: Path, period: Period = QUARTER, **how: Any
) -> tuple[dict[str, bytes], dict[str, Any]]:
    """The documents and the report, made in this process."""
    return run_folder(folder, period, **how)


def command(
    *arguments: str | Path, environment: Mapping[str, str] | None = None, folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """`officium run` as a person types it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "officium", "run", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        check=False,
    )


def copied(place: Path, edit: Callable[[Path], None] = lambda _: None) -> Path:
    """A copy of the workshop to which something happened."""
    folder = Path(shutil.copytree(WORKSHOP, place / "records"))
    edit(folder)
    return folder


def change(folder: Path, name: str, old: str, new: str) -> None:
    """Write something else once in a file of the folder."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def add(folder: Path, name: str, text: str) -> None:
    """Add lines to a file of the folder."""
    path = folder / name
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def only(folder: Path, people: Sequence[str]) -> None:
    """Leave nobody in the folder but these people."""
    for path in (folder / "people").iterdir():
        if path.stem not in people:
            path.unlink()
    for path in (*(folder / "pay").iterdir(), *(folder / "time").iterdir()):
        head, *lines = path.read_text("utf-8").splitlines()
        kept = [line for line in lines if line.split(",")[0] in people]
        path.write_text("\n".join([head, *kept]) + "\n", "utf-8")


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by relative path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def cents(text: str) -> int:
    """An amount with two decimals as whole cents."""
    whole, _, fraction = text.partition(".")
    assert len(fraction) == 2
    return int(whole + fraction)


def texts(xml: bytes, name: str) -> list[str]:
    """The texts of all elements with a local name, in the order of the file."""
    return [found.text or "" for found in etree.fromstring(xml).iter(f"{{*}}{name}")]


def rules(report: Mapping[str, Any]) -> list[str]:
    """The rules of the findings."""
    return [finding["rule"] for finding in report["findings"]]


def sound(files: dict[str, bytes], report: dict[str, Any]) -> dict[str, bytes]:
    """The documents, after what holds for every story: they agree, and could be sent."""
    for name, content in files.items():
        if name.endswith(".xml"):
            assert [found for found in check(content) if found.severity.blocks] == []
    if report.get("nsso"):
        (declaration,) = (name for name in files if "dmfa" in name)
        owed = cents(report["nsso"]["net_owed"])
        assert list(map(int, texts(files[declaration], "NetOwedAmount"))) == [owed]
        assert sum(cents(line["amount"]) for line in report["nsso"]["lines"]) == owed
    for month in report["months"]:
        paid = sum(max(0, cents(slip["net_pay"])) for slip in month["payslips"])
        assert cents(month["payment"]["total"] if month["payment"] else "0.00") == paid
    return files


def slip(files: dict[str, bytes], name: str) -> dict[str, Any]:
    """A payslip such as `2025-01/W001`."""
    told: dict[str, Any] = json.loads(files[f"payslips/{name}.json"])
    return told
