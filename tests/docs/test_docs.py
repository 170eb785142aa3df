"""What the documentation shows is what happens: commands, output, links, reference pages."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import click
import pytest

from officium.cli import VERBS, verbs

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
WRITTEN = sorted(
    page
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))
    if REFERENCE not in page.parents
)
PAGES = [*WRITTEN, *sorted(REFERENCE.rglob("*.md"))]
ANYTHING = "…"
STATUS = re.compile(r"\s+# exit status (\d)(?: or (\d))?$")


def _generator() -> ModuleType:
    sys.path.insert(0, str(ROOT / "docs"))
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE: dict[str, str] = _generator().pages()


@pytest.mark.parametrize("name", MADE)
def test_the_reference_page_is_current(name: str) -> None:
    assert (REFERENCE / name).read_text("utf-8") == MADE[name], "run: make docs"


def test_no_page_of_a_shelf_that_is_gone() -> None:
    there = {str(page.relative_to(REFERENCE)) for page in (REFERENCE / "law").rglob("*.md")}
    assert there <= MADE.keys()


# --- commands --------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Shown:
    """A command as a page shows it, what it may end with, and what it is shown to print."""

    command: str
    statuses: frozenset[int]
    output: str


def shown(page: Path) -> Iterator[Shown]:
    for block in re.findall(r"^```console\n(.*?)^```", page.read_text("utf-8"), re.M | re.S):
        for entry in re.split(r"^\$ ", block, flags=re.M)[1:]:
            line, _, output = entry.partition("\n")
            status = STATUS.search(line)
            allowed = {int(n) for n in status.groups() if n} if status else {0}
            yield Shown(STATUS.sub("", line), frozenset(allowed), output)


def _pattern(output: str) -> str:
    """What is shown: `…` alone on a line for any lines or none, within a line for anything in it."""
    return "".join(
        r"(?:[^\n]*\n)*"
        if line == f"{ANYTHING}\n"
        else r"[^\n]*".join(re.escape(part) for part in line.split(ANYTHING))
        for line in output.splitlines(keepends=True)
    )


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path) -> None:
    """All commands of a page in one folder, in their order, as a person would type them."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / "bin").mkdir()
    officium = tmp_path / "bin" / "officium"
    officium.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m officium "$@"\n')
    officium.chmod(0o755)
    environment = {
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
    }
    for one in shown(page):
        ran = subprocess.run(
            ["bash", "-o", "pipefail", "-c", one.command],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        assert ran.returncode in one.statuses, (one.command, ran.stdout)
        assert "Traceback" not in ran.stdout
        assert re.fullmatch(_pattern(one.output), ran.stdout), (one.command, ran.stdout)


def test_no_command_is_shown_where_nobody_runs_it() -> None:
    """A line that begins with `officium` or `$` stands in a console block, where it is run."""
    loose = []
    for page in WRITTEN:
        text = re.sub(r"^```console\n.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S)
        loose += [
            f"{page.relative_to(ROOT)}: {line}"
            for line in text.splitlines()
            if re.match(r"(\$ |officium [a-z]+ )", line)
        ]
    assert loose == []


def _all_commands() -> Iterator[str]:
    context = click.Context(verbs, info_name="officium")
    for verb in VERBS:
        command = verbs.get_command(context, verb)
        inner = list(command.commands) if isinstance(command, click.Group) else []
        yield from [f"officium {verb} {name}" for name in inner] or [f"officium {verb}"]


@pytest.mark.parametrize("command", list(_all_commands()))
def test_every_verb_is_shown_and_run_on_some_page(command: str) -> None:
    assert any(f"{command} " in f"{one.command} " for page in WRITTEN for one in shown(page))


# --- links -----------------------------------------------------------------------------------------
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    lost = [
        link
        for link in links
        if not link.startswith("https://") and not (page.parent / link).exists()
    ]
    assert lost == []


def test_what_is_said_to_be_tested_has_its_test() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)`", (ROOT / "docs" / "coverage.md").read_text("utf-8"))
    assert named
    assert [place for place in named if not (ROOT / place).exists()] == []
