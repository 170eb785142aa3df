"""`officium evaluate`: the law as a function."""

from __future__ import annotations

import textwrap
from datetime import date
from typing import Any

import click

from officium.cli.options import (
    Day,
    json_option,
    language_option,
    period,
    print_json,
    provisional_option,
    read_json,
)
from officium.cli.shown import named, plain_text
from officium.cli.unfold import INDENT, unfold
from officium.cli.wording import say
from officium.findings import BadInput
from officium.law import Answer, Question, belgium

_LONGEST = 100
_WIDTH = 100


@click.command()
@click.option("--month", help="The month worked, like 2025-02.")
@click.option("--quarter", help="The quarter worked, like 2025Q1.")
@click.option("--paid", type=Day(), help="Day of payment; else the last day of the period.")
@click.option("--known", type=Day(), help="Figures as published by this day.")
@click.option("--facts", required=True, help="JSON file of facts, or - for standard input.")
@click.option("--want", required=True, help="Wanted facts, separated by commas.")
@click.option("--explain", "explained", is_flag=True, help="Say how each fact came about.")
@provisional_option
@language_option
@json_option
def evaluate(
    month: str | None,
    quarter: str | None,
    paid: date | None,
    known: date | None,
    facts: str,
    want: str,
    explained: bool,
    provisional: bool,
    language: str,
    as_json: bool,
) -> None:
    """Compute wanted facts of the law from given facts.

    The facts are a JSON object, or an array of objects; the answer keeps that order. A fact that is left
    out takes its documented default, and is listed as assumed.
    """
    asked = period(month, quarter)
    question = Question(
        belgium(),
        want=[name.strip() for name in want.split(",") if name.strip()],
        on=asked.first,
        paid=paid or asked.last,
        known=known,
        provisional=provisional,
    )
    given = read_json(facts)
    many = given if isinstance(given, list) else [given]
    answers = []
    place = "facts" if facts == "-" else facts
    for n, one in enumerate(many):
        where = f"{place}[{n}]" if isinstance(given, list) else place
        answers.append(
            question.answer(facts_of(one, where), language if explained else None, where)
        )
    told = [answer.as_json() for answer in answers]
    if as_json:
        print_json(told if isinstance(given, list) else told[0])
        return
    for answer in answers:
        print_answer(answer, language)


def facts_of(given: Any, where: str) -> dict[str, str | bool]:
    """The facts of an object of JSON. Raises BadInput."""
    if not isinstance(given, dict):
        raise BadInput("is not an object of facts", code="json", where=where)
    for name, value in given.items():
        if max(len(name), len(value) if isinstance(value, str) else 0) > _LONGEST:
            raise BadInput(
                f"{name[:40]} is longer than {_LONGEST} characters: no fact or value is",
                code="json",
                where=where,
            )
        if not isinstance(value, str | bool):
            raise BadInput(
                f"{name} is {'empty' if value is None else 'a list or object'}: give a text, a number, "
                "true or false, or leave it out",
                code="json",
                where=where,
            )
    return given


def print_answer(answer: Answer, language: str) -> None:
    """Results, what was assumed and on what they rest, as a person reads it."""
    for name, value in answer.results.items():
        fact = belgium().facts[name]
        click.echo(f"{name:<40} {plain_text(value):<12} {named(fact, value, language)}")
    if answer.assumed:
        assumed = ", ".join(
            f"{name}\u00a0=\u00a0{plain_text(value)}" for name, value in answer.assumed.items()
        )
        click.echo(_block(say("answer.assumed", language, facts=assumed)))
    standing = say(f"standing.{answer.standing}", language)
    weakest = ", ".join(item["figure"] for item in answer.weakest)
    told = say("answer.standing", language, standing=standing)
    click.echo(f"{INDENT}{told}{f' ({weakest})' if weakest else ''}")
    for text in answer.unreviewed:
        click.echo(f"{INDENT}{say('answer.not_reviewed', language, what=text)}")
    if answer.explanation is not None:
        for line in unfold(answer.explanation["facts"], list(answer.results), language):
            click.echo(line)


def _block(text: str) -> str:
    """A long list within the width of a page; `fact = value` stays on one line."""
    wrapped = textwrap.fill(
        text,
        _WIDTH,
        initial_indent=INDENT,
        subsequent_indent=INDENT * 2,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapped.replace("\u00a0", " ")
