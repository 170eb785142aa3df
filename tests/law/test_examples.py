"""Every signed example of every shelf, to the cent. The format knows no tolerance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from officium.law import Month, Quarter, Question, belgium, shelf_names, signed_examples

EXAMPLES = [
    pytest.param(shelf, example, id=f"{shelf}: {example['title']}")
    for shelf in shelf_names()
    for example in signed_examples(shelf)
]
KEYS = {"title", "month", "quarter", "paid", "provisional", "source", "given", "then", "reason"}


def asked(example: Mapping[str, Any]) -> tuple[date, date]:
    """The first day worked and the day of payment."""
    period = (
        Quarter.parse(example["quarter"]) if "quarter" in example else Month.parse(example["month"])
    )
    return period.first, example.get("paid", period.last)


@pytest.mark.parametrize(("shelf", "example"), EXAMPLES)
def test_the_example_holds_to_the_cent(shelf: str, example: Mapping[str, Any]) -> None:
    country = belgium()
    on, paid = asked(example)
    question = Question(
        country,
        want=list(example["then"]),
        on=on,
        paid=paid,
        provisional=example.get("provisional", False),
    )
    results = question.answer(example["given"]).results
    assert {name: _written(name, value) for name, value in results.items()} == {
        name: _written(name, value) for name, value in example["then"].items()
    }


def _written(name: str, value: str | bool) -> str:
    """One way of writing, so that `2 333.10` is `2333.10`."""
    fact = belgium().facts[name]
    return fact.text(fact.whole(value, name))


@pytest.mark.parametrize(("shelf", "example"), EXAMPLES)
def test_the_example_can_be_signed(shelf: str, example: Mapping[str, Any]) -> None:
    assert set(example) <= KEYS
    assert ("month" in example) != ("quarter" in example)
    for key in ("title", "source", "given", "then", "reason"):
        assert example[key], key
    assert not any(
        isinstance(value, float) for value in (example["given"] | example["then"]).values()
    )


def test_titles_are_the_names_of_examples() -> None:
    for shelf in shelf_names():
        titles = [example["title"] for example in signed_examples(shelf)]
        assert len(titles) == len(set(titles)), shelf


def test_every_default_can_be_taken() -> None:
    """A default is a value of its own fact, or a fact whose values it can take."""
    country = belgium()
    for fact in country.facts.values():
        if fact.default in country.facts:
            other = country.facts[fact.default]
            assert (other.kind, other.codes) == (fact.kind, fact.codes), fact.name
            assert other.default is None or other.default not in country.facts, fact.name
        elif fact.default is not None:
            fact.whole(fact.default, fact.name)
