"""What a report says as data is said in every language, about the same things."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from officium.job.wording import table
from officium.language import LANGUAGES

WORDS = [(part, word) for part, words in table().items() for word in words]


@pytest.mark.parametrize(("part", "word"), WORDS)
def test_every_word_stands_in_the_four_languages_with_the_same_places(part: str, word: str) -> None:
    said = table()[part][word]
    assert set(said) == set(LANGUAGES)
    places = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in said.values()]
    assert all(one == places[0] for one in places)


@pytest.mark.parametrize(("part", "word"), WORDS)
def test_french_keeps_its_high_signs_with_the_word_before_them(part: str, word: str) -> None:
    assert not re.search(r"[^\u202f][:;?!]", table()[part][word]["fr"])
