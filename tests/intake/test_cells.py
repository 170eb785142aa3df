"""What a clerk types into a cell: numbers, days, hours and codes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from officium.intake.cell import Cell, Kind, Wrong, day_in, exact
from officium.intake.codes import Meaning, meanings, short_words, word_of
from officium.intake.grammar import Told, read_time, written
from officium.intake.who import guarded, unguarded
from officium.language import LANGUAGES
from officium.payroll import ABSENCE_KINDS, TIME_CODES


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("7,6", 760),
        ("7.60", 760),
        ("-121.60", -12160),
        ("\u2212121,6", -12160),
        ("1.234,56", 123456),
        ("1,234.56", 123456),
        ("1 234,56", 123456),
        ("1\u202f234\u202f567", 123456700),
        ("1234", 123400),
    ],
)
def test_a_number_with_a_point_or_a_comma(text: str, cents: int) -> None:
    assert exact(Cell(text), 2) == cents


def test_three_decimals_are_clear_where_four_are_expected() -> None:
    assert exact(Cell("1.234"), 4) == 12340


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("1.234", "ambiguous_number"),
        ("1,234", "ambiguous_number"),
        ("1.2345", "too_many_decimals"),
        ("7:36", "no_number"),
        ("12 EUR", "no_number"),
        ("1.234.5", "no_number"),
        ("٣", "no_number"),
        ("9" * 13, "no_number"),
        ("", "no_number"),
    ],
)
def test_what_is_no_number_is_said_so(text: str, rule: str) -> None:
    with pytest.raises(Wrong) as wrong:
        exact(Cell(text), 2)
    assert wrong.value.rule == rule


@pytest.mark.parametrize(
    ("stored", "hundredths"),
    [
        ("7.5999999999999996", 760),
        ("7.6", 760),
        ("1E1", 1000),
        ("0", 0),
        ("3.7999999999999998", 380),
    ],
)
def test_a_number_of_a_spreadsheet_is_what_the_spreadsheet_shows(
    stored: str, hundredths: int
) -> None:
    assert exact(Cell(stored, Kind.NUMBER), 2) == hundredths


@given(some.integers(-(10**11), 10**11), some.sampled_from(".,"))
def test_every_amount_reads_back(cents: int, mark: str) -> None:
    sign, digits = "-" if cents < 0 else "", f"{abs(cents):03}"
    assert exact(Cell(f"{sign}{digits[:-2]}{mark}{digits[-2:]}"), 2) == cents


def test_a_day_is_a_date_or_written_in_one_way() -> None:
    assert day_in(Cell("2025-02-03")) == date(2025, 2, 3)
    for text, rule in (
        ("03/02/2025", "day_as_text"),
        ("2025-02-30", "no_day"),
        ("3 feb", "no_day"),
    ):
        with pytest.raises(Wrong) as wrong:
            day_in(Cell(text))
        assert wrong.value.rule == rule
    with pytest.raises(Wrong) as wrong:
        day_in(Cell("3/2/2025"))
    assert wrong.value.gaps["meant"] == "2025-02-03"


HOLIDAY, ILLNESS = Meaning(code="holiday"), Meaning(absence="sickness")
WORK = Meaning(code="worked")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("8", (Told(WORK, 800, is_bare=True),)),
        ("7,6", (Told(WORK, 760, is_bare=True),)),
        ("v", (Told(HOLIDAY, None),)),
        ("holiday", (Told(HOLIDAY, None),)),
        ("Z 8", (Told(ILLNESS, 800),)),
        ("8 Z", (Told(ILLNESS, 800),)),
        ("M8", (Told(ILLNESS, 800),)),
        ("3.8+V", (Told(WORK, 380, is_bare=True), Told(HOLIDAY, None))),
        ("8 + OU50 2", (Told(WORK, 800, is_bare=True), Told(Meaning(code="overtime_50"), 200))),
        ("", ()),
    ],
)
def test_the_grammar_of_a_cell(text: str, parts: tuple[Told, ...]) -> None:
    assert read_time(Cell(text)) == parts


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Q", "unknown_code"),
        ("V 8 uur", "no_time"),
        ("8+", "no_time"),
        ("25", "hours_of_a_day"),
        ("0", "zero_hours"),
        ("V 0", "hours_of_a_day"),
        ("V -4", "hours_of_a_day"),
        ("7.605", "ambiguous_number"),
        ("x" * 100, "no_time"),
        ("8 8", "unknown_code"),
    ],
)
def test_what_is_not_of_the_grammar(text: str, rule: str) -> None:
    with pytest.raises(Wrong) as wrong:
        read_time(Cell(text))
    assert wrong.value.rule == rule


KNOWN = some.sampled_from(
    [Meaning(code=code) for code in TIME_CODES]
    + [Meaning(absence=kind) for kind in short_words()["absence"]]
)
PART = some.builds(Told, KNOWN, some.none() | some.integers(1, 2400)) | some.builds(
    lambda hours: Told(WORK, hours, is_bare=True), some.integers(1, 2400)
)


@given(some.lists(PART, min_size=1, max_size=3), some.sampled_from(LANGUAGES))
def test_what_is_written_reads_back_in_any_language(parts: list[Told], language: str) -> None:
    text = written(tuple(parts), language)
    if len(text) <= 80:
        assert read_time(Cell(text)) == tuple(parts)


def test_a_short_word_means_one_thing_in_every_language() -> None:
    meant: dict[str, set[Meaning]] = {}
    for code, words in short_words()["time"].items():
        for word in words.values():
            meant.setdefault(word.casefold(), set()).add(Meaning(code=code))
    for kind, words in short_words()["absence"].items():
        for word in words.values():
            meant.setdefault(word.casefold(), set()).add(Meaning(absence=kind))
    assert {word for word, several in meant.items() if len(several) > 1} == set()
    assert meant.keys().isdisjoint({code.casefold() for code in TIME_CODES})
    assert short_words()["time"].keys() <= TIME_CODES.keys()
    assert short_words()["absence"].keys() <= ABSENCE_KINDS.keys()


def test_every_code_can_be_typed() -> None:
    for code in TIME_CODES:
        for language in LANGUAGES:
            assert meanings()[word_of(Meaning(code=code), language).casefold()].code == code


@given(some.text(max_size=12))
def test_a_guarded_text_begins_no_formula_and_comes_back(text: str) -> None:
    assert guarded(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert unguarded(guarded(text)) == text
