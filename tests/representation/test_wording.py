"""Every word about mandates is there in four languages, with the same gaps, and used."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import officium.representation
from officium.language import LANGUAGES
from officium.representation import Act, Group, Happening, Means, OperatorKind, State

ROOM = Path(officium.representation.__file__).parent
TABLES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(ROOM.glob("*.toml"))}
STANDINGS = {"official", "secondary", "derived", "recalled"}


def worded(table: dict[str, Any], place: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every group of the same words in several languages."""
    if set(LANGUAGES) & table.keys():
        yield place, {language: table.get(language, "") for language in LANGUAGES}
    for name, inner in table.items():
        if isinstance(inner, dict):
            yield from worded(inner, f"{place}.{name}")


WORDS = [
    (f"{name}{place}", words) for name, table in TABLES.items() for place, words in worded(table)
]


@pytest.mark.parametrize(("place", "words"), WORDS, ids=[place for place, _ in WORDS])
def test_four_languages_with_the_same_gaps(place: str, words: dict[str, str]) -> None:
    assert all(text.strip() for text in words.values())
    assert len({frozenset(re.findall(r"\{(\w+)\}", text)) for text in words.values()}) == 1


def test_every_code_is_described_and_nothing_else() -> None:
    catalogue, wording = TABLES["catalogue"], TABLES["wording"]
    for codes, described in (
        (Group, catalogue["groups"]),
        (Act, catalogue["acts"]),
        (Means, catalogue["means"]),
        (OperatorKind, wording["title"]),
        (OperatorKind, wording["header"]),
        (State, wording["state"]),
        (Happening, wording["happening"]),
    ):
        assert set(map(str, codes)) == described.keys()


def test_every_answer_refusal_and_remark_is_given_somewhere() -> None:
    source = "".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))
    codes = [*TABLES["answers"], *TABLES["refusals"], *TABLES["wording"]["remark"]]
    assert [code for code in codes if f'"{code}"' not in source] == []


def test_what_rests_on_law_says_how_it_is_known() -> None:
    versions = [
        *(one for answer in TABLES["answers"].values() for one in answer.get("law", ())),
        *TABLES["catalogue"]["groups"].values(),
        *TABLES["catalogue"]["acts"].values(),
        *(one for name in ("prescription", "contributions_due", "end_told", "end_told_before")
          for one in TABLES["catalogue"][name]),
    ]  # fmt: skip
    assert {one["standing"] for one in versions} <= STANDINGS
    assert all(one["source"] for one in versions)
    refusals = TABLES["refusals"].values()
    assert {one["standing"] for one in refusals if "article" in one} <= STANDINGS
    assert not [one for one in refusals if "standing" in one and "article" not in one]


def test_every_no_has_a_remedy_and_no_yes_has_one() -> None:
    for code, answer in TABLES["answers"].items():
        assert ("remedy" in answer) == answer["text"]["en"].startswith("No"), code
