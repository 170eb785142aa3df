"""One law, walked in columns, in whole numbers and in words, beside an independent oracle."""

from __future__ import annotations

import re
from functools import cache
from random import Random

import pytest

from officium.engine import Family, LawBook, Row, Sheet, explain
from officium.language import LANGUAGES

from .comparing import differences_alone, differences_in_columns, judged
from .reading import Unreadable, worked_out
from .seeding import Seeder, turns
from .toyland import toyland
from .toyland.oracle import to_places
from .toyland.people import ALL, PAID, WORKED, plain_households, random_household, whole_book

WAYS = ("half_away", "toward_zero", "away_from_zero", "up", "down")

# Neither pay per hour nor the base of the tax can lie below nought, and a third has no half.
NO_SUCH_HALF = {
    "road_gift: rounded half -1",
    "tax_by_scale: rounded half -1",
    "tax_by_scale: rounded_share half -1",
    "late_fee: quotient half +1",
    "late_fee: quotient half -1",
}


@cache
def random_rows() -> list[Row]:
    return [random_household(Random(n)) for n in range(400)]


@cache
def seeded_rows() -> tuple[list[Row], list[str]]:
    """Households on every turn of the law, and the turns on which none could be put."""
    rows, missed = plain_households(), []
    for fact in ALL:
        # Loyalty is of the quarter: it keeps the whole household together.
        book = LawBook(toyland(), want=[fact, "loyalty"], on=WORKED, paid=PAID)
        seeder = Seeder(book, toyland(), plain_households())
        for turn in turns(book, fact):
            if turn.name in NO_SUCH_HALF:
                continue
            found, on = seeder.rows(turn)
            rows += found
            missed += [] if on else [turn.name]
    return rows, missed


def test_every_border_and_half_of_the_law_is_stepped_upon() -> None:
    _, missed = seeded_rows()
    assert missed == []


@pytest.mark.parametrize("block", [1, 7, 100, 32_768])
@pytest.mark.parametrize("rows", ["random", "seeded"])
def test_columns_agree_with_the_oracle_in_blocks_of_any_size(rows: str, block: int) -> None:
    households = random_rows() if rows == "random" else seeded_rows()[0]
    assert differences_in_columns(whole_book(), households, judged(households), block) == []


@pytest.mark.parametrize("rows", ["random", "seeded"])
def test_one_household_alone_agrees_with_the_oracle(rows: str) -> None:
    households = random_rows() if rows == "random" else seeded_rows()[0]
    assert differences_alone(whole_book(), households, judged(households)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_explanation_tells_the_value_and_all_that_it_names(language: str) -> None:
    """The value is the oracle's; a fact written in a formula is used and told; nothing is left open."""
    book = whole_book()
    for row in [*plain_households(), *random_rows()[:25]]:
        family = Family(book, Sheet(book, row))
        told = explain(family, ALL, language)
        facts = told["facts"]
        (expected,) = judged([row])
        for name, values in expected.items():
            size = family.sheet.size(toyland().facts[name].grains[0])
            keys = [f"{name}[{n}]" if size > 1 else name for n in range(size)]
            shown = [facts[key]["value"] for key in keys]
            assert shown == [toyland().facts[name].text(value) for value in values]
        for key, one in facts.items():
            assert one["given"] or one["formula"], key
            assert one["given"] or one["source"], key
            assert set(one["uses"]) <= facts.keys()
            for step in (one, *one["steps"]):
                named = {part["ref"] for part in step.get("parts", ()) if part["kind"] == "fact"}
                assert named <= set(one["uses"]), key
                assert step["formula"].count("(") == step["formula"].count(")")
                assert "{" not in step["formula"]
            figures = {part["ref"] for part in one["parts"] if part["kind"] == "figure"}
            assert figures <= {figure["id"] for figure in one["figures"]}
            assert len(set(one["because"])) == len(one["because"])


def test_a_formula_as_written_works_out_to_its_value() -> None:
    """Read back with nothing but its numbers, signs and brackets; no sign may follow a sign."""
    book, read = whole_book(), 0
    for row in [*seeded_rows()[0], *random_rows()[:60]]:
        told = explain(Family(book, Sheet(book, row)), ALL, "en")
        for key, one in told["facts"].items():
            if one["given"]:
                continue
            for text, shown in (
                (one["formula"], one["shown"]),
                *((step["formula"], step["value"]) for step in one["steps"]),
            ):
                assert not re.search(r"[+×/−] −", text), key
                try:
                    value, expected = worked_out(text), worked_out(shown)
                except Unreadable:
                    continue
                read += 1
                tenths = any("to one decimal" in text for text in one["rounding"])
                places = 1 if tenths else len(shown.partition(".")[2])
                rounds = WAYS if one["rounding"] else ()
                allowed = {value, *(to_places(value, places, how) for how in rounds)}
                assert expected in allowed, f"{key}: {text} is {value}, not {shown}"
    assert read > 5_000
