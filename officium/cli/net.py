"""`officium net`: the gross pay of a net pay, asked of the law."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import click

from officium.cli.evaluate import facts_of, print_answer
from officium.cli.options import (
    Day,
    json_option,
    language_option,
    period,
    print_json,
    provisional_option,
    read_json,
)
from officium.cli.wording import say
from officium.findings import BadInput
from officium.language import number, plain
from officium.law import Question, belgium, least_given

SOUGHT, WANTED = "gross_pay", "net_pay"


@click.command()
@click.option("--month", required=True, help="The month worked, like 2025-02.")
@click.option("--net", "agreed", required=True, help="The net pay to reach, like 2100.00.")
@click.option(
    "--facts", required=True, help="JSON file of the other facts, or - for standard input."
)
@click.option("--paid", type=Day(), help="Day of payment; else the last day of the month.")
@click.option("--known", type=Day(), help="Figures as published by this day.")
@click.option("--explain", "explained", is_flag=True, help="Say how each fact came about.")
@provisional_option
@language_option
@json_option
def net(
    month: str,
    agreed: str,
    facts: str,
    paid: date | None,
    known: date | None,
    explained: bool,
    provisional: bool,
    language: str,
    as_json: bool,
) -> None:
    """Find the gross pay of a month that leaves a net pay.

    The facts are a JSON object as for `officium evaluate`, without the gross pay: it is the least, in
    whole cents, whose net pay is the one asked for or, where no gross pay gives exactly that, the next
    above it.
    """
    asked = period(month, None)
    wanted = _cents(agreed)
    question = Question(
        belgium(),
        want=[WANTED],
        on=asked.first,
        paid=paid or asked.last,
        known=known,
        provisional=provisional,
    )
    where = "facts" if facts == "-" else facts
    given = facts_of(read_json(facts), where)
    for name in (SOUGHT, WANTED):
        if name in given:
            raise BadInput(f"{name} is what is sought: leave it out", code="usage", where=where)

    def with_gross(gross: int) -> Mapping[str, str | bool]:
        return {**given, SOUGHT: plain(gross, 2)}

    def net_of(gross: int) -> int:
        result = question.answer(with_gross(gross), None, where).results[WANTED]
        return int(str(result).replace(".", ""))

    found = least_given(net_of, wanted, paid or asked.last)
    answer = question.answer(with_gross(found.given), language if explained else None, where)
    exact = found.result == wanted
    if as_json:
        told = answer.as_json()
        results = {SOUGHT: plain(found.given, 2), **told["results"]}
        print_json({"wanted": plain(wanted, 2), "exact": exact, **told, "results": results})
        return
    name = belgium().facts[SOUGHT].names[language]
    shown = say(
        "answer.named", language, name=name, value=f"{number(found.given, 2, language)} EUR"
    )
    click.echo(f"{SOUGHT:<40} {plain(found.given, 2):<12} {shown}")
    print_answer(answer, language)
    if not exact:
        click.echo(say("answer.not_exact", language, wanted=number(wanted, 2, language)))


def _cents(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,2})?", text, re.ASCII) or not text.strip("0."):
        raise BadInput(f"{text[:40]!r} is not a net pay above nothing, like 2100.00", code="usage")
    whole, _, fraction = text.partition(".")
    return int(whole + fraction.ljust(2, "0"))
