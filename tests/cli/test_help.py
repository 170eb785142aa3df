"""`officium --help` is quick, and every verb says what it does."""

from __future__ import annotations

import subprocess
import sys
from importlib import metadata

import click
import pytest

from officium.cli import VERBS, verbs

from .conftest import Speak

HEAVY = {"numpy", "django", "lxml", "pydantic", "typst", "jinja2", "stdnum", "schwifty"}


@pytest.mark.parametrize("arguments", [["--help"], [], ["law", "--help"], ["nonsense"]])
def test_asking_for_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from officium.cli import main\n"
        f"try: main({arguments!r})\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = {name.partition(".")[0] for name in ran.stderr.split()}
    assert "officium" in loaded
    assert loaded & HEAVY == set()


def test_reading_one_law_loads_no_numpy() -> None:
    program = (
        "import sys; from officium.cli import main\n"
        "try: main(['law', 'show', 'gross_pay'])\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "officium.law" in ran.stderr
    assert {name.partition(".")[0] for name in ran.stderr.split()} & HEAVY == set()


def test_help_names_every_verb_with_its_line(officium: Speak) -> None:
    said = officium("--help")
    assert said.status == 0
    for verb, (_, line) in VERBS.items():
        assert f"  {verb} " in said.out
        assert line.split()[0] in said.out


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_and_option_says_what_it_does(verb: str, officium: Speak) -> None:
    assert officium(verb, "--help").status == 0
    command = verbs.get_command(click.Context(verbs), verb)
    assert command is not None
    inner = list(command.commands.values()) if isinstance(command, click.Group) else [command]
    for one in inner:
        assert one.help, one.name
        for option in one.params:
            assert isinstance(option, click.Argument) or option.help, (one.name, option.name)
        assert any("--json" in option.opts for option in one.params), one.name


def test_an_unknown_verb_is_refused(officium: Speak) -> None:
    assert officium("pay").refusal == "No such command 'pay'."
    assert officium("pay", "--json").json["error"]["code"] == "usage"


@pytest.mark.parametrize("arguments", [(), ("law",)])
def test_nothing_asked_shows_what_may_be_asked(officium: Speak, arguments: tuple[str, ...]) -> None:
    said = officium(*arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Usage: officium")


def test_the_version_is_told_where_it_is_installed_and_where_it_is_not(
    officium: Speak, monkeypatch: pytest.MonkeyPatch
) -> None:
    def installed(name: str) -> str:
        return {"officium": "0.1.0"}[name]

    def absent(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", installed)
    said = officium("--version")
    assert (said.status, said.out) == (0, "officium 0.1.0\n")
    monkeypatch.setattr(metadata, "version", absent)
    said = officium("--version")
    assert (said.status, said.out) == (
        0,
        "officium, not installed: run from its source, which bears no version\n",
    )
