"""`officium evaluate`: the law as a function."""

from __future__ import annotations

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
from officium.findings import BadInput
from officium.law import Answer, Question, belgium


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
    for n, one in enumerate(many):
        where = f"facts[{n}]" if isinstance(given, list) else "facts"
        answers.append(question.answer(_facts(one, where), language if explained else None, where))
    told = [answer.as_json() for answer in answers]
    if as_json:
        print_json(told if isinstance(given, list) else told[0])
        return
    for answer in answers:
        _print(answer)


def _facts(given: Any, where: str) -> dict[str, str | bool]:
    if not isinstance(given, dict):
        raise BadInput("is not an object of facts", code="json", where=where)
    for name, value in given.items():
        if not isinstance(value, str | bool):
            raise BadInput(
                f"{name} is {'empty' if value is None else 'a list or object'}: give a text, a number, "
                "true or false, or leave it out",
                code="json",
                where=where,
            )
    return given


def _print(answer: Answer) -> None:
    for name, value in answer.results.items():
        click.echo(f"{name:<40} {value}")
    for name, value in answer.assumed.items():
        click.echo(f"  assumed: {name} = {value}")
    weakest = ", ".join(item["figure"] for item in answer.weakest)
    click.echo(f"  standing: {answer.standing}{f' ({weakest})' if weakest else ''}")
    for text in answer.unreviewed:
        click.echo(f"  not reviewed: {text}")
    if answer.explanation is None:
        return
    for key, told in answer.explanation["facts"].items():
        if told["given"]:
            continue
        click.echo(f"\n{key}  {told['shown']} = {told['formula']}    {told['name']}")
        for step in told["steps"]:
            click.echo(f"    {step['value']} = {step['formula']}")
        for text in (*told["rounding"], *told["because"]):
            click.echo(f"    {text}")
        for figure in told["figures"]:
            until = figure["until"] or "…"
            click.echo(
                f"    § {figure['title']}: {figure['value']} ({figure['from']} - {until}; "
                f"{figure['standing']}; {figure['source']})"
            )
        click.echo(f"    [{told['source']}]")
