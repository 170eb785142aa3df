"""What a stranger who clones the repository meets."""

from __future__ import annotations

import re
import subprocess
import tomllib

import pytest

from .source import ROOT

# Written so that this file does not contain what it looks for.
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:wor[k]|roo[t]|home/[a-z]+)/")
INDEX_ADDRESS = re.compile(
    r"https?://[^ \"]*(?:/simpl[e]|/package[s]/|registr[y])"
    r"|--(?:extra-)?index-ur[l]|--find-link[s]|\"resolve[d]\":"
)
LONGEST = 400


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    return [name for name in listed.stdout.decode().split("\0") if (ROOT / name).is_file()]


def text_of(name: str) -> str:
    return (ROOT / name).read_bytes().decode("utf-8", errors="replace")


def names(requirements: list[str]) -> set[str]:
    """The packages, without what they are asked for with (`psycopg[binary]`, `django<5.3`)."""
    return {re.split(r"[\[<>=]", requirement)[0] for requirement in requirements}


def pins(lock: str) -> dict[str, str]:
    found = re.findall(r"^([a-z0-9-]+)==(\S+) \\$", text_of(f"requirements/{lock}.lock"), re.M)
    return dict(found)


def test_no_python_file_is_longer_than_a_person_reads() -> None:
    lengths = {
        name: text_of(name).count("\n")
        for name in tracked()
        if name.endswith(".py") and "/migrations/" not in name
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("pattern", [MACHINE_PATH, INDEX_ADDRESS])
def test_no_file_names_a_machine_or_a_package_index(pattern: re.Pattern[str]) -> None:
    named = [
        f"{name}:{number}: {line.strip()[:100]}"
        for name in tracked()
        if b"\0" not in (ROOT / name).read_bytes()
        for number, line in enumerate(text_of(name).splitlines(), 1)
        if pattern.search(line)
    ]
    assert named == []


def test_the_readme_shows_the_two_commands() -> None:
    readme = text_of("README.md")
    assert "make run" in readme
    assert "make test" in readme


def test_the_locks_pin_every_dependency_of_the_project_with_its_digest() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    base, dev = pins("base"), pins("dev")
    assert names(project["dependencies"]) <= base.keys()
    assert set().union(*map(names, project["optional-dependencies"].values())) <= dev.keys()
    assert base.items() <= dev.items(), "both locks are made at once: make locks"
    assert text_of("requirements/dev.lock").count(" \\\n    --hash=sha256:") >= len(dev)


def test_the_licence_is_the_one_that_the_project_names() -> None:
    assert tomllib.loads(text_of("pyproject.toml"))["project"]["license"] == "EUPL-1.2"
    assert text_of("LICENCE").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
