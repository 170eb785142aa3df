"""The command line speaks four languages, and leaves none with less to say."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import officium.cli
from officium.cli.wording import say
from officium.language import LANGUAGES

WORDINGS = tomllib.loads(Path(officium.cli.__file__).with_name("wording.toml").read_text("utf-8"))
PLACES = [f"{section}.{name}" for section, said in WORDINGS.items() for name in said]


@pytest.mark.parametrize("place", PLACES)
def test_every_wording_has_the_same_gaps_in_every_language(place: str) -> None:
    section, _, name = place.partition(".")
    wording = WORDINGS[section][name]
    assert wording.keys() == set(LANGUAGES)
    gaps = {frozenset(re.findall(r"\{(\w+)\}", text)) for text in wording.values()}
    assert len(gaps) == 1
    for language in LANGUAGES:
        told = say(place, language, **dict.fromkeys(*gaps, "7"))
        assert "{" not in told and told.strip()


def test_every_wording_is_said_somewhere() -> None:
    source = "".join(
        path.read_text("utf-8") for path in Path(officium.cli.__file__).parent.glob("*.py")
    )
    by_name = {"standing", "clock", "severity", "difference"}
    unsaid = [
        place
        for place in PLACES
        if place.partition(".")[0] not in by_name
        and f'"{place}"' not in source
        and f"'{place}'" not in source
    ]
    assert unsaid == []
