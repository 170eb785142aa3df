"""`officium check` and `read` for a person: words of the language, a verdict, and standard input."""

from __future__ import annotations

import pytest

from tests.declarations import examples

from .conftest import Speak

GOOD = examples.dmfa_file()
WRONG = GOOD.replace(b"496621", b"496622")


@pytest.mark.parametrize(
    ("language", "nothing", "severity", "one"),
    [
        ("nl", "niets blokkeert", "fout", "1 bevinding blokkeert"),
        ("fr", "rien n'est bloquant", "erreur", "1 constat est bloquant"),
        ("de", "nichts blockiert", "Fehler", "1 Befund blockiert"),
        ("en", "nothing blocks", "error", "1 finding blocks"),
    ],
)
def test_the_verdict_stands_last_in_the_language_of_the_reader(
    officium: Speak, language: str, nothing: str, severity: str, one: str
) -> None:
    good = officium("check", "-", "--in", language, stdin=GOOD)
    assert (good.status, good.out.splitlines()[-1]) == (0, nothing)
    wrong = officium("check", "-", "--in", language, stdin=WRONG)
    assert (wrong.status, wrong.out.splitlines()[-1]) == (1, one)
    assert f"    19  {severity} " in wrong.out


def test_several_that_block_are_counted(officium: Speak) -> None:
    worse = WRONG.replace(b"<Border>0<", b"<Border>7<", 1)
    said = officium("check", "-", "--in", "en", stdin=worse)
    blocking = sum(line[8:].startswith("error") for line in said.out.splitlines())
    assert blocking > 1
    assert said.out.splitlines()[-1] == f"{blocking} findings block"


def test_standard_input_is_checked_and_read_as_a_file_is(officium: Speak) -> None:
    assert officium("check", "-", "--in", "en", stdin=GOOD).out.startswith(
        "standard input dmfa_original 20231\n"
    )
    assert "dmfa_original" in officium("read", "-", stdin=GOOD).json["content"]


@pytest.mark.parametrize("verb", ["check", "read"])
@pytest.mark.parametrize(
    ("piped", "code"),
    [(b"", "empty_file"), (b"no xml", "not_xml"), (b"<odd/>", None), (b" " * (2**26 + 9), None)],
)
def test_what_cannot_be_read_names_standard_input(
    officium: Speak, verb: str, piped: bytes, code: str | None
) -> None:
    error = officium(verb, "-", "--json", stdin=piped).json["error"]
    assert error["where"] == "standard input"
    assert code in (None, error["code"])
