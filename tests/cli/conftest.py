"""The command line, spoken to as a person does, in the same process."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from officium.cli import main

WORKSHOP = Path(__file__).parents[2] / "examples" / "workshop"


@dataclass(frozen=True)
class Said:
    """What a command said, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def refusal(self) -> str:
        """The one line of a refusal; nothing else was said."""
        assert self.status == 2
        assert self.out == ""
        assert self.err.startswith("officium: ")
        assert self.err.count("\n") == 1, self.err
        return self.err.removeprefix("officium: ").rstrip("\n")


Speak = Callable[..., Said]


@pytest.fixture
def officium(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Speak:
    """`officium("law", "list")`; `stdin` is what is piped into it."""

    def speak(*arguments: str | Path, stdin: str | bytes = b"") -> Said:
        piped = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        status = left.value.code
        assert isinstance(status, int)
        return Said(status, said.out, said.err)

    return speak


@pytest.fixture
def evaluate(officium: Speak) -> Speak:
    """`evaluate({"gross_pay": ...}, "net_pay", "--month", "2025-02")`, answered as JSON."""

    def ask(facts: Any, want: str, *arguments: str) -> Said:
        piped = facts if isinstance(facts, str | bytes) else json.dumps(facts)
        return officium(
            *("evaluate", "--facts", "-", "--want", want, "--json", *arguments), stdin=piped
        )

    return ask


@pytest.fixture(scope="session")
def payslips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The payslips of the workshop's first month, as `officium run` writes them."""
    out = tmp_path_factory.mktemp("workshop") / "out"
    with pytest.raises(SystemExit) as left:
        main(["run", str(WORKSHOP), "--month", "2025-01", "--out", str(out)])
    assert left.value.code == 0
    return out / "payslips" / "2025-01"
