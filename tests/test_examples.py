"""The signed examples of every shelf, to the cent: what a payroll officer can check by hand."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from officium.law import Question, belgium, law_folder, shelf_names
from officium.law.calendar import Month, Quarter

LEAST = 6
KEYS = {
    "title",
    "day",
    "month",
    "quarter",
    "paid",
    "source",
    "given",
    "then",
    "reason",
    "provisional",
}


def examples(shelf: str) -> list[dict[str, Any]]:
    path = law_folder() / f"{shelf}.examples.toml"
    return tomllib.loads(path.read_text("utf-8"))["example"] if path.exists() else []


ALL = [(shelf, example) for shelf in shelf_names() for example in examples(shelf)]


def days_of(example: dict[str, Any]) -> tuple[date, date]:
    """The first day of the period, and the day of payment: given, or the last of the period.

    An example of what one day decides gives that day.
    """
    if "day" in example:
        return example["day"], example["day"]
    period = (
        Month.parse(example["month"]) if "month" in example else Quarter.parse(example["quarter"])
    )
    return period.first, example.get("paid", period.last)


@pytest.mark.parametrize(
    ("shelf", "example"), ALL, ids=[f"{shelf}: {example['title']}" for shelf, example in ALL]
)
def test_a_signed_example_comes_out_to_the_cent(shelf: str, example: dict[str, Any]) -> None:
    on, paid = days_of(example)
    question = Question(
        belgium(),
        want=list(example["then"]),
        on=on,
        paid=paid,
        provisional=example.get("provisional", False),
    )
    results = question.answer(example["given"]).results
    expected = {
        name: value if isinstance(value, bool) else _plain(name, value)
        for name, value in example["then"].items()
    }
    assert results == expected, example["reason"]


def _plain(name: str, value: Any) -> str:
    """The expected value as results are written: digits without spaces, all decimals."""
    fact = belgium().facts[name]
    return fact.text(fact.whole(value, name))


@pytest.mark.parametrize("shelf", [shelf.name for shelf in belgium().shelves if shelf.rules])
def test_a_shelf_of_rules_has_six_signed_examples_or_more(shelf: str) -> None:
    assert len(examples(shelf)) >= LEAST


def test_an_example_says_what_happens_by_whom_and_why() -> None:
    for shelf, example in ALL:
        assert set(example) <= KEYS, (shelf, example["title"])
        periods = [key for key in ("day", "month", "quarter") if key in example]
        assert len(periods) == 1, (shelf, example["title"])
        for key in ("source", "reason"):
            assert example[key].strip(), (shelf, example["title"])
        assert example["given"] and example["then"], (shelf, example["title"])


def test_no_two_examples_of_a_shelf_have_one_title() -> None:
    for shelf in shelf_names():
        titles = [example["title"] for example in examples(shelf)]
        assert len(titles) == len(set(titles)), shelf


def test_every_file_of_examples_stands_beside_its_shelf() -> None:
    files = {
        str(path.relative_to(law_folder())).removesuffix(".examples.toml")
        for path in law_folder().rglob("*.examples.toml")
    }
    assert files <= set(shelf_names())
