"""The proof speaks four languages, and every word of it is said somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import officium.proof
from officium.language import LANGUAGES
from officium.proof.wording import wordings

ROOM = Path(officium.proof.__file__).parent
SOURCE = "".join(path.read_text("utf-8") for path in ROOM.glob("*.py"))


def test_every_wording_has_the_same_gaps_in_every_language() -> None:
    entries = [
        words
        for section in ("finding", "party", "event", "delay")
        for words in wordings()[section].values()
    ]
    for words in (*entries, *wordings()["recourse"]):
        assert words.keys() - {"severity", "source", "standing"} == set(LANGUAGES)
        assert len({frozenset(re.findall(r"\{(\w+)\}", words[one])) for one in LANGUAGES}) == 1
        assert len({words[one] for one in LANGUAGES}) > 1


def test_every_finding_is_said_somewhere() -> None:
    assert [rule for rule in wordings()["finding"] if f'"{rule}"' not in SOURCE] == []


def test_a_party_and_a_word_of_delay_is_said_somewhere() -> None:
    assert set(wordings()["party"]) == set(officium.proof.Party)
    assert [word for word in wordings()["delay"] if f'"{word}"' not in SOURCE] == []
